import { html, nothing } from 'lit';
import { announce } from '../shared/announcer.js';
import { icon } from '../shared/icon.js';
import { LightElement } from '../shared/light-element.js';
import { memory } from '../shared/memory.js';
import { neutralised } from '../shared/plain-text.js';
import { listenToShortcuts } from '../shared/shortcuts.js';
import { texts } from '../shared/texts.js';
import { commandsOf } from './commands.js';
import { Desk } from './desk.js';
import { deskPage } from './desk-page.js';
import { pageTitle } from './page-title.js';
import '../shared/command-palette.js';
import '../shared/confirm-dialog.js';
import '../shared/shortcuts-dialog.js';
import '../shared/status-banner.js';
import './panel-sheet.js';
import './side-panel.js';

/** @import {CommandPalette} from '../shared/command-palette.js' */
/** @import {ConfirmDialog} from '../shared/confirm-dialog.js' */
/** @import {ShortcutsDialog} from '../shared/shortcuts-dialog.js' */
/** @import {ConversationPage} from './conversation-page.js' */
/** @import {PanelSheet} from './panel-sheet.js' */

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
    // A browser asks before it leaves a text that is written nowhere.
    addEventListener('beforeunload', (event) => memory.holdsUnwritten && event.preventDefault(), { signal });
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
    document.title = texts.pageTitle(pageTitle(this.#desk));
  }

  /** @override */
  render() {
    return html`
      <div class="skips">
        <a href="#contenu" @click=${this.#skip('main')}>${texts.skipToContent}</a>
        ${this.#writes ? html`<a href="#demande" @click=${this.#skip('#demande')}>${texts.skipToComposer}</a>` : nothing}
      </div>
      <div class="app">
        ${this.#desk.mustAccept ? nothing : this.#side()}
        <main id="contenu" tabindex="-1" @ask=${this.#asked}>${this.#main()}</main>
      </div>
      <confirm-dialog></confirm-dialog>
      <command-palette></command-palette>
      <shortcuts-dialog></shortcuts-dialog>
    `;
  }

  #side() {
    if (!this.narrow) return html`<aside class="side" aria-label=${texts.panel.open}>${this.#panel()}</aside>`;
    return html`<panel-sheet .panel=${this.#panel()} @begin=${() => this.#desk.fresh()}></panel-sheet>`;
  }

  #panel() {
    const desk = this.#desk;
    return html`<side-panel
      .list=${desk.list}
      .revision=${this.#revision}
      .current=${desk.route.page === 'conversation' ? desk.route.id : null}
      .me=${desk.me}
      .ephemeral=${desk.offersEphemeral}
      @fresh=${(/** @type {CustomEvent<boolean>} */ { detail }) => this.#fromPanel(() => desk.fresh(detail))}
      @find=${() => this.#fromPanel(() => this.#find())}
      @erase-all=${() => this.#fromPanel(() => void this.#eraseAll())}
      @navigate=${() => this.#fromPanel(() => undefined)}
    ></side-panel>`;
  }

  #main() {
    const { connection, conversation } = this.#desk;
    const acts = { erase: () => void this.#erase(), help: () => this.#help() };
    return html`
      <status-banner
        .state=${connection.state}
        .ephemeral=${conversation?.ephemeral ?? false}
        @retry-connection=${() => connection.retry()}
      ></status-banner>
      ${this.#refusal()} ${deskPage(this.#desk, acts)}
    `;
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

  /** @param {() => void} act */
  #fromPanel(act) {
    /** @type {PanelSheet | null} */ (this.querySelector('panel-sheet'))?.close();
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

  /** @param {CustomEvent<{question: import('../shared/confirm-dialog.js').Question, then: () => void}>} event */
  async #asked({ detail: { question, then } }) {
    if (await this.#ask(question)) then();
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
