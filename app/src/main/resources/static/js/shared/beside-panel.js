import { html } from 'lit';
import { icon } from './icon.js';
import { LightElement } from './light-element.js';
import { texts } from './texts.js';

/** From here on there is room beside the answer; below, a sheet lies over it. */
const BESIDE = matchMedia('(min-width: 75rem)');

/**
 * Base of what opens beside an answer, or over it where there is no room. Escape closes it, and the focus returns to
 * what opened it.
 */
export class BesidePanel extends LightElement {
  /**
   * @type {import('lit').PropertyDeclarations}
   * @override
   */
  static properties = { beside: { state: true } };

  /** @type {HTMLElement | null} */
  #opener = null;
  #left = new AbortController();

  constructor() {
    super();
    this.beside = BESIDE.matches;
  }

  /** @override */
  connectedCallback() {
    super.connectedCallback();
    this.#left = new AbortController();
    this.beside = BESIDE.matches;
    BESIDE.addEventListener('change', ({ matches }) => (this.beside = matches), { signal: this.left });
  }

  /** @override */
  disconnectedCallback() {
    super.disconnectedCallback();
    this.#left.abort();
  }

  /** Aborted once it is on the page no more. */
  get left() {
    return this.#left.signal;
  }

  /**
   * @param {import('lit').PropertyValues<this>} _changed
   * @override
   */
  updated(_changed) {
    const sheet = this.querySelector('dialog');
    if (sheet && !sheet.open) sheet.showModal();
  }

  /** Puts it away. */
  close() {}

  /** @param {HTMLElement | null} opener what the focus is to return to */
  openedBy(opener) {
    this.#opener = opener;
  }

  /** Gives the focus back, once it has been put away. */
  async giveFocusBack() {
    const opener = this.#opener?.isConnected ? this.#opener : this.closest('main');
    await this.updateComplete;
    opener?.focus({ preventScroll: true });
  }

  /**
   * @param {string} name of its style
   * @param {string} titleId
   * @param {unknown} content
   */
  frame(name, titleId, content) {
    return this.beside
      ? html`<aside class=${name} aria-labelledby=${titleId} @keydown=${this.#key}>${content}</aside>`
      : html`<dialog
          class="${name} sheet-end"
          aria-labelledby=${titleId}
          @cancel=${this.#cancelled}
          @click=${this.#outside}
        >
          ${content}
        </dialog>`;
  }

  /**
   * @param {string} titleId
   * @param {string} title
   */
  head(titleId, title) {
    return html`<header class="page-head">
      <h2 id=${titleId} tabindex="-1">${title}</h2>
      <button type="button" class="quiet" @click=${() => this.close()}>${icon('close')}<span>${texts.close}</span></button>
    </header>`;
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.close();
  }

  /** The sheet goes away with its content. @param {Event} event */
  #cancelled(event) {
    event.preventDefault();
    this.close();
  }

  /** @param {Event} event */
  #outside(event) {
    if (event.target === event.currentTarget) this.close();
  }
}
