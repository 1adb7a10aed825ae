import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { announce } from '../shared/announcer.js';
import { icon } from '../shared/icon.js';
import { LightElement } from '../shared/light-element.js';
import { memory } from '../shared/memory.js';
import { texts } from '../shared/texts.js';

/** A second click this soon after sending belongs to a double click, in milliseconds: it must not stop the answer. */
const DOUBLE_CLICK = 700;

/**
 * Where a request is written. Its text is kept in the tab until it is sent.
 *
 * @property {string} draftName under which the text is kept
 * @property {boolean} ephemeral what is written here is to stand nowhere
 * @property {string} note what becomes of what is written
 * @property {boolean} opening what the request follows is not there yet: it cannot be sent
 * @property {boolean} answering an answer is being written: the button stops it
 * @property {number} maxLength in UTF-16 units
 * @property {boolean} takesDocuments
 * @fires send with the text, which stands here until it has left
 * @fires stop
 * @fires add-document
 */
export class MessageComposer extends LightElement {
  /** @override */
  static properties = {
    draftName: {},
    ephemeral: { type: Boolean },
    note: {},
    opening: { type: Boolean },
    answering: { type: Boolean },
    stopping: { type: Boolean },
    maxLength: { type: Number },
    takesDocuments: { type: Boolean },
    text: { state: true },
  };

  #sentAt = 0;

  constructor() {
    super();
    this.draftName = 'new';
    this.ephemeral = false;
    this.note = texts.composer.note;
    this.opening = false;
    this.answering = false;
    this.stopping = false;
    this.maxLength = 100_000;
    this.takesDocuments = false;
    this.text = '';
  }

  /** @returns {HTMLTextAreaElement | null} */
  get field() {
    return this.querySelector('textarea');
  }

  /**
   * @param {import('lit').PropertyValues<this>} changed
   * @override
   */
  willUpdate(changed) {
    if (changed.has('draftName')) this.text = memory.draft(this.draftName);
  }

  /** @override */
  updated() {
    const { field } = this;
    if (!field || CSS.supports('field-sizing', 'content')) return;
    field.style.height = 'auto';
    field.style.height = `${field.scrollHeight + 2}px`;
  }

  /**
   * Adds a starting text; what was there stays behind it. The first blank to fill is selected.
   *
   * @param {string} starter
   */
  async fill(starter) {
    this.#write([starter, this.text.trim()].filter(Boolean).join('\n\n'));
    await this.updateComplete;
    const { field } = this;
    if (!field) return;
    field.focus();
    const blank = /\[[^\]]*\]/.exec(field.value);
    const start = blank?.index ?? field.value.length;
    field.setSelectionRange(start, start + (blank?.[0].length ?? 0));
    announce(texts.home.filled);
  }

  /**
   * Takes a text back for changing it.
   *
   * @param {string} text
   */
  async takeBack(text) {
    this.#write([text, this.text.trim()].filter(Boolean).join('\n\n'));
    await this.focusOn('textarea');
  }

  /** @override */
  render() {
    const over = this.text.length - this.maxLength;
    return html`
      <form class="composer ${this.ephemeral ? 'ephemeral' : ''}" aria-label=${texts.composer.label} @submit=${this.#submit}>
        <label class="visually-hidden" for="demande">${texts.composer.label}</label>
        <textarea
          id="demande"
          rows="1"
          dir="auto"
          autocomplete="off"
          placeholder=${texts.composer.placeholder}
          aria-describedby="demande-aide"
          aria-invalid=${over > 0 ? 'true' : nothing}
          .value=${live(this.text)}
          @input=${this.#typed}
          @keydown=${this.#key}
        ></textarea>
        <div class="composer-foot">
          ${
            this.takesDocuments
              ? html`<button type="button" class="quiet add-document" @click=${() => this.tell('add-document')}>
                  ${icon('add-document')}<span>${texts.documents.add}</span>
                </button>`
              : nothing
          }
          <p id="demande-aide" class="composer-keys">${this.#hint(over)}</p>
          <button class="primary" type="button" ?disabled=${this.#idle(over)} @click=${this.#pressed}>
            ${this.answering ? icon('stop') : icon('send')}
            <span>${this.answering ? texts.composer.stop : texts.composer.send}</span>
          </button>
        </div>
      </form>
      <p class="composer-note">${this.note}</p>
    `;
  }

  /** @param {number} over */
  #hint(over) {
    if (over > 0) return html`<strong class="bad">${texts.composer.tooLong(over)}</strong>`;
    if (this.text.length > this.maxLength * 0.9) return texts.composer.length(this.text.length, this.maxLength);
    return html`<span class="keys-only">${texts.composer.keys}</span>`;
  }

  /** @param {number} over */
  #idle(over) {
    return this.answering ? this.stopping : this.opening || over > 0;
  }

  /** @param {Event} event */
  #typed(event) {
    this.#write(/** @type {HTMLTextAreaElement} */ (event.target).value);
  }

  /** @param {string} text */
  #write(text) {
    this.text = text;
    memory.keepDraft(this.draftName, text);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const byTouch = matchMedia('(pointer: coarse)').matches;
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || byTouch) return;
    event.preventDefault();
    this.#send();
  }

  /** @param {Event} event */
  #submit(event) {
    event.preventDefault();
    this.#send();
  }

  /** @param {Event} event */
  #pressed({ timeStamp }) {
    // The event's own time: a busy page handles the second click late.
    if (this.answering) {
      if (timeStamp - this.#sentAt > DOUBLE_CLICK) this.tell('stop');
      return;
    }
    this.#sentAt = timeStamp;
    this.#send();
  }

  #send() {
    const text = this.text.trim();
    if (this.opening) announce(texts.composer.opening);
    else if (this.answering) announce(texts.composer.busy);
    else if (!text) this.field?.focus();
    else if (this.text.length <= this.maxLength) {
      this.field?.focus();
      this.tell('send', text);
    }
  }

  /**
   * A text has left; what was added to it meanwhile stays.
   *
   * @param {string} text
   */
  sent(text) {
    const written = this.text.trim();
    if (written.startsWith(text)) this.#write(written.slice(text.length).trimStart());
  }
}

customElements.define('message-composer', MessageComposer);
