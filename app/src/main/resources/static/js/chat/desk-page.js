import { html } from 'lit';
import { texts } from '../shared/texts.js';
import '../audit/audit-page.js';
import '../charter/charter-gate.js';
import '../charter/charter-page.js';
import '../charter/self-check-page.js';
import '../feedback/feedback-page.js';
import '../feedback/mine-page.js';
import '../models/models-page.js';
import '../ops/purge-page.js';
import './conversation-page.js';
import './gone-page.js';

/** @import {Desk} from './desk.js' */

/**
 * What lies on the desk, as the page shows it: the charter's gate, another page, or a conversation.
 *
 * @param {Desk} desk
 * @param {{erase: () => void, help: () => void}} acts
 */
export function deskPage(desk, { erase, help }) {
  if (desk.mustAccept) return gate(desk);
  if (desk.route.page !== 'conversation') return otherPage(desk, desk.route.page, help);
  if (desk.farewell) return html`<gone-page .farewell=${desk.farewell} @fresh=${() => desk.fresh()}></gone-page>`;
  if (!desk.conversation) return html`<p class="starting" role="status">${texts.loading}</p>`;
  return html`<conversation-page
    .conversation=${desk.conversation}
    .settings=${desk.settings}
    .model=${desk.model}
    .reminder=${desk.charter?.reminder ?? ''}
    @fresh=${(/** @type {CustomEvent<boolean>} */ { detail }) => desk.fresh(detail)}
    @turn=${(/** @type {CustomEvent<boolean>} */ { detail }) => desk.turn(detail)}
    @erase=${erase}
    @failure=${(/** @type {CustomEvent} */ { detail }) => desk.report(detail)}
  ></conversation-page>`;
}

/** @param {Desk} desk */
function gate(desk) {
  return html`<charter-gate
    .charter=${desk.charter}
    @accepted=${() => desk.accepted()}
    @charter-stale=${() => desk.loadCharter()}
    @failure=${(/** @type {CustomEvent} */ { detail }) => desk.connection.report(detail)}
  ></charter-gate>`;
}

/**
 * @param {Desk} desk
 * @param {'charter' | 'self-check' | 'audit' | 'models' | 'purge' | 'feedback' | 'mine'} page
 * @param {() => void} help
 */
function otherPage(desk, page, help) {
  const failed = (/** @type {CustomEvent} */ { detail }) => desk.connection.report(detail);
  if (page === 'charter') {
    return html`<charter-page .charter=${desk.charter} @show-shortcuts=${help}></charter-page>`;
  }
  if (page === 'self-check') return html`<self-check-page @failure=${failed}></self-check-page>`;
  if (page === 'audit') return html`<audit-page @failure=${failed}></audit-page>`;
  if (page === 'models') return html`<models-page .me=${desk.me} @failure=${failed}></models-page>`;
  if (page === 'feedback') return html`<feedback-page @failure=${failed}></feedback-page>`;
  if (page === 'mine') return html`<mine-page @failure=${failed}></mine-page>`;
  return html`<purge-page ?connected=${desk.connection.state === 'ok'} @failure=${failed}></purge-page>`;
}
