import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { announce } from '../shared/announcer.js';
import { api } from '../shared/api.js';
import { icon } from '../shared/icon.js';
import { LightElement } from '../shared/light-element.js';
import { memory } from '../shared/memory.js';
import { asProblem } from '../shared/problem.js';
import { texts } from '../shared/texts.js';
import { Checks } from '../verify/checks.js';
import { download, exported } from './export-api.js';
import { checklist, openOf, PORTION } from './export-checklist.js';

/** @import {Conversation} from '../chat/conversation.js' */
/** @import {Message, Problem} from '../shared/types.js' */
/** @import {ExportFormat} from './export-api.js' */

const words = texts.exports;
const FORMAT = 'export-format';

/**
 * What stands between an answer and the file that leaves: the points still open, who read it again, and the format.
 *
 * @property {Conversation | null} conversation
 * @property {number} revision grows when it changes
 */
export class ExportDialog extends LightElement {
  /** @override */
  static properties = {
    conversation: { attribute: false },
    revision: { type: Number },
    messageId: { state: true },
    reviewer: { state: true },
    format: { state: true },
    leaves: { state: true },
    shown: { state: true },
    busy: { state: true },
    wrong: { state: true },
    problem: { state: true },
  };

  /** @type {Checks | null} */
  #checks = null;
  /** @type {Promise<unknown>} */
  #saved = Promise.resolve();
  /** @type {HTMLElement | null} */
  #opener = null;
  #name = '';
  #left = new AbortController();

  constructor() {
    super();
    /** @type {Conversation | null} */
    this.conversation = null;
    this.revision = 0;
    /** @type {string | null} */
    this.messageId = null;
    this.reviewer = '';
    /** @type {ExportFormat} */
    this.format = 'docx';
    /** Whether she knows that what is not ticked leaves as still to be checked. */
    this.leaves = false;
    this.shown = PORTION;
    this.busy = false;
    this.wrong = '';
    /** @type {Problem | null} */
    this.problem = null;
  }

  /** @override */
  connectedCallback() {
    super.connectedCallback();
    this.#left = new AbortController();
    this.closest('.conversation')?.addEventListener('export-wanted', this.#wanted, { signal: this.#left.signal });
  }

  /** @override */
  disconnectedCallback() {
    super.disconnectedCallback();
    this.#left.abort();
  }

  #wanted = (/** @type {Event} */ event) => {
    const { messageId, opener } = /** @type {CustomEvent} */ (event).detail;
    void this.#open(messageId, opener);
  };

  /**
   * @param {string} messageId
   * @param {HTMLElement} opener what the focus returns to
   */
  async #open(messageId, opener) {
    const kept = memory.preference(FORMAT, 'docx');
    this.#opener = opener;
    this.#checks = this.conversation && new Checks(this.conversation);
    this.messageId = messageId;
    this.format = /** @type {ExportFormat} */ (kept in words.formats ? kept : 'docx');
    this.leaves = false;
    this.shown = PORTION;
    this.wrong = '';
    this.problem = null;
    await this.updateComplete;
    this.#dialog?.showModal();
    void this.#checks?.refresh();
    await this.#prefill();
  }

  /** The name of who is signed in, unless another was typed since the page was loaded. */
  async #prefill() {
    if (this.reviewer) return;
    try {
      this.#name ||= (await api.me()).name;
      this.reviewer ||= this.#name;
    } catch {
      // She types it.
    }
  }

  get #dialog() {
    return this.querySelector('dialog');
  }

  /** @returns {Message | undefined} */
  get #message() {
    return this.conversation?.messages.find(({ id }) => id === this.messageId);
  }

  /** @override */
  render() {
    const message = this.#message;
    if (!message) return nothing;
    const open = openOf(message.findings).length;
    return html`
      <dialog class="dialog export" aria-labelledby="export-titre" @click=${this.#outside} @close=${this.#closed}>
        <form method="dialog" class="dialog-head">
          <h2 id="export-titre">${words.title}</h2>
          <button class="quiet">${icon('close')}<span>${texts.close}</span></button>
        </form>
        <form novalidate @submit=${this.#submit}>
          ${checklist(message.findings, this.shown, this.#tick, () => (this.shown += PORTION))}
          ${open ? this.#leaving(open) : nothing} ${this.#reviewer()} ${this.#formats()} ${this.#foot()}
        </form>
      </dialog>
    `;
  }

  /** @param {number} open */
  #leaving(open) {
    return html`<label class="check export-leaves">
      <input
        type="checkbox"
        id="export-laisse"
        .checked=${live(this.leaves)}
        @change=${(/** @type {Event} */ event) => (this.leaves = /** @type {HTMLInputElement} */ (event.target).checked)}
      />
      <span>${words.leaves(open)}</span>
    </label>`;
  }

  #reviewer() {
    return html`<p class="export-reviewer">
      <label for="export-relu">${words.reviewer}</label>
      <input
        id="export-relu"
        type="text"
        maxlength="120"
        autocomplete="name"
        required
        aria-describedby="export-relu-aide"
        .value=${live(this.reviewer)}
        @input=${(/** @type {Event} */ event) => (this.reviewer = /** @type {HTMLInputElement} */ (event.target).value)}
      />
      <span id="export-relu-aide" class="hint">${words.reviewerHint}</span>
    </p>`;
  }

  #formats() {
    return html`<fieldset class="export-formats">
      <legend>${words.format}</legend>
      ${Object.entries(words.formats).map(
        ([format, { name, hint }]) =>
          html`<label class="check">
            <input
              type="radio"
              name="export-format"
              value=${format}
              .checked=${live(this.format === format)}
              @change=${() => (this.format = /** @type {ExportFormat} */ (format))}
            />
            <span>${name} <span class="hint">${hint}</span></span>
          </label>`,
      )}
    </fieldset>`;
  }

  #foot() {
    const { problem, wrong, busy } = this;
    return html`<div class="export-foot">
      <p class="export-wrong" role="alert">
        ${problem ? html`<strong>${problem.title}.</strong> ${problem.detail ?? ''}` : wrong}
      </p>
      <div class="actions end">
        <button type="button" class="secondary" @click=${this.#close}>${texts.cancel}</button>
        <button type="submit" class="primary" aria-disabled=${busy ? 'true' : 'false'}>
          ${busy ? words.making : words.start}
        </button>
      </div>
    </div>`;
  }

  #tick = (/** @type {import('../shared/types.js').Finding} */ { start }, /** @type {boolean} */ checked) => {
    if (!this.#checks || !this.messageId) return;
    this.#saved = Promise.all([this.#saved, this.#checks.set(this.messageId, start, checked)]);
  };

  /** @param {Event} event */
  async #submit(event) {
    event.preventDefault();
    const message = this.#message;
    if (!message || this.busy || this.#refuses(openOf(message.findings).length)) return;
    this.busy = true;
    this.problem = null;
    try {
      await this.#saved;
      await this.#make(message.id);
    } catch (error) {
      this.problem = asProblem(error).problem;
      if (this.problem.status === 409) void this.#checks?.refresh();
    } finally {
      this.busy = false;
    }
  }

  /** @param {string} messageId */
  async #make(messageId) {
    const { conversation, format } = this;
    const { name, file } = await exported({
      conversationId: conversation?.id ?? '',
      messageId,
      format,
      reviewer: this.reviewer.trim(),
      leftOpen: openOf(this.#message?.findings ?? []).map(({ start }) => start),
    });
    memory.setPreference(FORMAT, format);
    download(name, file);
    this.#close();
    announce(words.done(name));
  }

  /**
   * What is missing is said, and gets the focus.
   *
   * @param {number} open
   */
  #refuses(open) {
    const leaving = open > 0 && !this.leaves;
    this.wrong = leaving ? words.leavesMissing : this.reviewer.trim() ? '' : words.reviewerMissing;
    if (!this.wrong) return false;
    this.problem = null;
    void this.focusOn(leaving ? '#export-laisse' : '#export-relu');
    return true;
  }

  #close() {
    this.#dialog?.close();
  }

  #closed() {
    this.messageId = null;
    if (this.#opener?.isConnected) this.#opener.focus();
  }

  /** @param {Event} event */
  #outside(event) {
    if (event.target === this.#dialog) this.#close();
  }
}

customElements.define('export-dialog', ExportDialog);
