import { html, nothing } from 'lit';
import { announce } from '../shared/announcer.js';
import { icon } from '../shared/icon.js';
import { LightElement } from '../shared/light-element.js';
import { neutralised } from '../shared/plain-text.js';
import { routes } from '../shared/routes.js';
import { listenToShortcuts } from '../shared/shortcuts.js';
import { texts } from '../shared/texts.js';
import { commandsOf } from './commands.js';
import { Desk } from './desk.js';
import '../audit/audit-page.js';
import '../charter/charter-gate.js';
import '../charter/charter-page.js';
import '../ops/purge-page.js';
import '../shared/command-palette.js';
import '../shared/confirm-dialog.js';
import '../shared/shortcuts-dialog.js';
import '../shared/status-banner.js';
import './conversation-page.js';
import './side-panel.js';

/** @import {CommandPalette} from '../shared/command-palette.js' */
/** @import {ConfirmDialog} from '../shared/confirm-dialog.js' */
/** @import {ShortcutsDialog} from '../shared/shortcuts-dialog.js' */
/** @import {ConversationPage} from './conversation-page.js' */

/** The page: panel, content and dialogs, and what goes between them. */
export class IrisApp extends LightElement {
  /** @override */
  static properties = { narrow: { state: true } };

  #desk = new Desk();
  #left = new AbortController();
  #wide = matchMedia('(min-width: 60rem)');
  #revision = 0;
  #opened = 0;

  constructor() {
    super();
    this.narrow = !this.#wide.matches;
  }

  /** @override */
  connectedCallback() {
    // What the server sent to be seen before this code came.
    this.replaceChildren();
    super.connectedCallback();
    const { signal } = this.#left;
    const desk = this.#desk;
    addEventListener('hashchange', () => desk.go(), { signal });
    this.#wide.addEventListener('change', ({ matches }) => (this.narrow = !matches), { signal });
    desk.addEventListener('change', () => this.#changed(), { signal });
    desk.addEventListener('open', () => void this.#settleFocus(), { signal });
    desk.addEventListener('healed', () => announce(texts.banner.healed), { signal });
    listenToShortcuts(
      { find: () => this.#find(), fresh: () => desk.fresh(), stop: () => this.#stop(), help: () => this.#help() },
      signal,
    );
    void desk.start();
  }

  /** @override */
  disconnectedCallback() {
    super.disconnectedCallback();
    this.#left.abort();
  }

  /** @override */
  updated() {
    document.title = texts.pageTitle(this.#title());
  }

  /** @override */
  render() {
    return html`
      <div class="skips">
        <a href="#contenu" @click=${this.#skip('main')}>${texts.skipToContent}</a>
        ${this.#writes ? html`<a href="#demande" @click=${this.#skip('#demande')}>${texts.skipToComposer}</a>` : nothing}
      </div>
      <div class="app">
        ${this.#desk.mustAccept ? nothing : this.narrow ? this.#bar() : html`<aside class="side" aria-label=${texts.panel.open}>${this.#panel()}</aside>`}
        <main id="contenu" tabindex="-1">${this.#main()}</main>
      </div>
      <confirm-dialog></confirm-dialog>
      <command-palette></command-palette>
      <shortcuts-dialog></shortcuts-dialog>
    `;
  }

  #bar() {
    return html`
      <header class="bar">
        <button
          type="button"
          class="quiet"
          aria-haspopup="dialog"
          aria-label=${texts.panel.openLabel}
          @click=${this.#openSheet}
        >
          ${icon('menu')}<span>${texts.panel.open}</span>
        </button>
        <a class="brand" href=${routes.home}
          ><img src="/img/favicon.svg" alt="" width="24" height="24" /><span>${texts.brand}</span></a
        >
        <button type="button" class="quiet" aria-label=${texts.panel.fresh} @click=${() => this.#desk.fresh()}>
          ${icon('plus')}<span>${texts.panel.freshShort}</span>
        </button>
      </header>
      <dialog class="sheet" aria-label=${texts.panel.openedLabel} @click=${this.#outsideSheet}>
        <form method="dialog">
          <button class="quiet">${icon('close')}<span>${texts.close}</span></button>
        </form>
        ${this.#panel()}
      </dialog>
    `;
  }

  #panel() {
    const desk = this.#desk;
    return html`<side-panel
      .list=${desk.list}
      .revision=${this.#revision}
      .current=${desk.route.page === 'conversation' ? desk.route.id : null}
      .me=${desk.me}
      @fresh=${() => this.#fromPanel(() => desk.fresh())}
      @find=${() => this.#fromPanel(() => this.#find())}
      @erase-all=${() => this.#fromPanel(() => void this.#eraseAll())}
      @navigate=${() => this.#fromPanel(() => undefined)}
    ></side-panel>`;
  }

  #main() {
    const { connection, mustAccept } = this.#desk;
    return html`
      <status-banner .state=${connection.state} @retry-connection=${() => connection.retry()}></status-banner>
      ${this.#refusal()} ${mustAccept ? this.#gate() : this.#page()}
    `;
  }

  #gate() {
    const desk = this.#desk;
    return html`<charter-gate
      .charter=${desk.charter}
      @accepted=${() => desk.accepted()}
      @charter-stale=${() => desk.loadCharter()}
      @failure=${(/** @type {CustomEvent} */ { detail }) => desk.connection.report(detail)}
    ></charter-gate>`;
  }

  #page() {
    const desk = this.#desk;
    if (desk.route.page === 'charter') {
      return html`<charter-page .charter=${desk.charter} @show-shortcuts=${() => this.#help()}></charter-page>`;
    }
    if (desk.route.page === 'audit') {
      return html`<audit-page
        @failure=${(/** @type {CustomEvent} */ { detail }) => desk.connection.report(detail)}
      ></audit-page>`;
    }
    if (desk.route.page === 'purge') {
      return html`<purge-page
        ?connected=${desk.connection.state === 'ok'}
        @failure=${(/** @type {CustomEvent} */ { detail }) => desk.connection.report(detail)}
      ></purge-page>`;
    }
    if (desk.farewell) return html`<gone-page .farewell=${desk.farewell} @fresh=${() => desk.fresh()}></gone-page>`;
    if (!desk.conversation) return html`<p class="starting" role="status">${texts.loading}</p>`;
    return html`<conversation-page
      .conversation=${desk.conversation}
      .settings=${desk.settings}
      .model=${desk.model}
      .reminder=${desk.charter?.reminder ?? ''}
      @fresh=${() => desk.fresh()}
      @erase=${() => this.#erase()}
      @failure=${(/** @type {CustomEvent} */ { detail }) => desk.report(detail)}
    ></conversation-page>`;
  }

  #refusal() {
    const { refusal } = this.#desk;
    if (!refusal) return nothing;
    return html`
      <div class="banner refusal" role="alert">
        ${icon('alert')}
        <p><strong>${refusal.title}</strong> ${refusal.detail ?? ''}</p>
        <button type="button" class="secondary" @click=${() => this.#desk.dismiss()}>${texts.close}</button>
      </div>
    `;
  }

  /** Whether there is something to write in. */
  get #writes() {
    const { mustAccept, route, farewell, conversation } = this.#desk;
    return (
      !mustAccept &&
      route.page === 'conversation' &&
      !farewell &&
      conversation !== null &&
      conversation.state !== 'gone'
    );
  }

  #changed() {
    this.#revision++;
    this.requestUpdate();
  }

  #title() {
    const { mustAccept, route, farewell, conversation, charter } = this.#desk;
    if (mustAccept) return charter?.title ?? '';
    if (route.page === 'charter') return texts.charter.page;
    if (route.page === 'audit') return texts.audit.page;
    if (route.page === 'purge') return texts.ops.purge.page;
    if (farewell) return farewell.title;
    if (conversation?.state === 'gone') return conversation.problem?.title ?? texts.gone.expired;
    if (conversation?.state === 'new') return texts.panel.fresh;
    return neutralised(conversation?.summary?.title ?? texts.panel.untitled);
  }

  /** A new page takes the focus, but not the first one, which nobody asked for. */
  async #settleFocus() {
    await this.updateComplete;
    const { conversation, mustAccept, route } = this.#desk;
    if (this.#opened++ === 0 || mustAccept || route.page !== 'conversation') return;
    const page = /** @type {ConversationPage | null} */ (this.querySelector('conversation-page'));
    await page?.updateComplete;
    if (conversation?.state === 'new') void page?.composer?.focusOn('textarea');
    else this.querySelector('main')?.focus({ preventScroll: true });
  }

  /** @param {string} target */
  #skip(target) {
    return (/** @type {Event} */ event) => {
      event.preventDefault();
      /** @type {HTMLElement | null} */ (this.querySelector(target))?.focus();
    };
  }

  get #sheet() {
    return /** @type {HTMLDialogElement | null} */ (this.querySelector('dialog.sheet'));
  }

  #openSheet() {
    this.#sheet?.showModal();
  }

  /** @param {Event} event */
  #outsideSheet(event) {
    if (event.target === this.#sheet) this.#sheet?.close();
  }

  /** @param {() => void} act */
  #fromPanel(act) {
    this.#sheet?.close();
    act();
  }

  #help() {
    /** @type {ShortcutsDialog | null} */ (this.querySelector('shortcuts-dialog'))?.open();
  }

  #find() {
    if (this.#desk.mustAccept) return;
    const palette = /** @type {CommandPalette | null} */ (this.querySelector('command-palette'));
    const page = /** @type {ConversationPage | null} */ (this.querySelector('conversation-page'));
    const acts = { erase: () => void this.#erase(), eraseAll: () => void this.#eraseAll(), help: () => this.#help() };
    void palette?.open(commandsOf(this.#desk, page?.header ?? null, acts));
  }

  #stop() {
    const { conversation } = this.#desk;
    if (!conversation?.live || conversation.live.stopping) return false;
    void conversation.stop();
    return true;
  }

  /** @param {import('../shared/confirm-dialog.js').Question} question */
  #ask(question) {
    const dialog = /** @type {ConfirmDialog | null} */ (this.querySelector('confirm-dialog'));
    return dialog?.ask(question) ?? Promise.resolve(false);
  }

  async #erase() {
    const title = neutralised(this.#desk.conversation?.summary?.title ?? texts.panel.untitled);
    const { detail, confirm } = texts.erase;
    if (await this.#ask({ title: texts.erase.title, detail: detail(title), confirm })) await this.#desk.erase();
  }

  async #eraseAll() {
    const { allTitle, allDetail, allConfirm } = texts.erase;
    const question = { title: allTitle(this.#desk.list.all.length), detail: allDetail, confirm: allConfirm };
    if (await this.#ask(question)) await this.#desk.eraseAll();
  }
}

customElements.define('iris-app', IrisApp);
