import { html, nothing } from 'lit';
import { icon } from '../shared/icon.js';
import { LightElement } from '../shared/light-element.js';
import { neutralised } from '../shared/plain-text.js';
import { texts } from '../shared/texts.js';
import { itemChanged } from './thread-items.js';
import './branch-switch.js';
import './problem-note.js';

/** @import {Item} from '../shared/types.js' */

/** Longer messages are shown folded, in characters: a pasted report would hide the answer. */
const LONG = 1500;

/**
 * A message of the user: as typed, never as Markdown.
 *
 * @property {Item} item
 * @property {string} kept what becomes of one that could not be sent
 * @property {number} ready documents that were read
 * @property {boolean} busy an answer is being written: nothing can be sent
 * @fires edit with the new text
 */
export class UserMessage extends LightElement {
  /** @override */
  static properties = {
    item: { attribute: false, hasChanged: itemChanged },
    kept: {},
    ready: { type: Number },
    busy: { type: Boolean },
    editing: { state: true },
    unfolded: { state: true },
  };

  constructor() {
    super();
    /** @type {Item | null} */
    this.item = null;
    this.kept = texts.thread.kept;
    this.ready = 0;
    this.busy = false;
    this.editing = false;
    this.unfolded = false;
  }

  /** @override */
  render() {
    const { item } = this;
    if (!item) return nothing;
    return html`
      <article class="user-message ${item.outgoing && !item.failed ? 'pending' : ''}">
        <h2 class="visually-hidden">${texts.thread.you}</h2>
        ${this.editing ? this.#editor(item) : this.#text(item)}
        ${
          item.failed
            ? html`<problem-note
                ?editable=${!item.fixed}
                .problem=${item.problem}
                .kept=${item.fixed ? '' : this.kept}
                .ready=${this.ready}
              ></problem-note>`
            : nothing
        }
      </article>
    `;
  }

  /** @param {Item} item */
  #text(item) {
    const text = neutralised(item.message.text);
    const long = text.length > LONG;
    return html`
      <p class="bubble" dir="auto">${long && !this.unfolded ? `${text.slice(0, LONG)}…` : text}</p>
      <div class="actions end" ?hidden=${!long && (item.failed || (item.fixed && item.branches.count < 2))}>
        ${item.outgoing && !item.failed ? html`<span class="state">${texts.thread.sending}</span>` : nothing}
        ${
          long
            ? html`<button type="button" class="quiet" aria-expanded=${this.unfolded} @click=${this.#fold}>
                ${this.unfolded ? texts.thread.showLess : texts.thread.showAll}
              </button>`
            : nothing
        }
        <branch-switch .branches=${item.branches}></branch-switch>
        ${
          item.outgoing || item.fixed
            ? nothing
            : html`<button type="button" class="quiet edit" ?disabled=${this.busy} @click=${this.#open}>
                ${icon('edit')}<span>${texts.thread.edit}</span>
              </button>`
        }
      </div>
    `;
  }

  /** @param {Item} item */
  #editor(item) {
    const id = `modifier-${item.message.id}`;
    return html`
      <form class="editor" @submit=${this.#submit} @keydown=${this.#key}>
        <label for=${id} class="visually-hidden">${texts.thread.editLabel}</label>
        <textarea id=${id} dir="auto" rows="4" autocomplete="off" .value=${item.message.text}></textarea>
        <p class="state">${texts.thread.editNote}</p>
        <div class="actions end">
          <button type="button" class="quiet" @click=${this.#close}>${texts.cancel}</button>
          <button type="submit" class="primary" ?disabled=${this.busy}>${texts.thread.sendEdit}</button>
        </div>
      </form>
    `;
  }

  #fold() {
    this.unfolded = !this.unfolded;
  }

  #open() {
    this.editing = true;
    void this.focusOn('textarea');
  }

  /**
   * Goes on with a change that has not left.
   *
   * @param {string} text
   */
  async reopen(text) {
    this.editing = true;
    await this.updateComplete;
    const field = this.querySelector('textarea');
    if (field) field.value = text;
    field?.focus();
  }

  #close() {
    this.editing = false;
    void this.focusOn('.edit');
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key === 'Escape') {
      event.stopPropagation();
      this.#close();
    }
  }

  /** @param {Event} event */
  #submit(event) {
    event.preventDefault();
    const text = this.querySelector('textarea')?.value.trim();
    if (!text) return;
    this.editing = false;
    this.tell('edit', text);
  }
}

customElements.define('user-message', UserMessage);
