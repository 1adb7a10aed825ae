import { neutralised } from '../shared/plain-text.js';
import { texts } from '../shared/texts.js';

/** @import {Desk} from './desk.js' */

/**
 * What the window is called: the page that is open. Browsers write it into their history: that of an ephemeral
 * conversation says nothing of it.
 *
 * @param {Desk} desk
 * @returns {string}
 */
export function pageTitle({ mustAccept, route, farewell, conversation, charter }) {
  if (mustAccept) return charter?.title ?? '';
  if (route.page === 'charter') return texts.charter.page;
  if (route.page === 'self-check') return texts.charter.selfCheck.page;
  if (route.page === 'audit') return texts.audit.page;
  if (route.page === 'models') return texts.models.page;
  if (route.page === 'purge') return texts.ops.purge.page;
  if (route.page === 'feedback') return texts.feedback.oversight.page;
  if (route.page === 'mine') return texts.feedback.mine.page;
  if (farewell) return farewell.title;
  if (conversation?.state === 'gone') return conversation.problem?.title ?? texts.gone.expired;
  if (conversation?.ephemeral) return texts.ephemeral.name;
  if (conversation?.state === 'new') return texts.panel.fresh;
  return neutralised(conversation?.summary?.title ?? texts.panel.untitled);
}
