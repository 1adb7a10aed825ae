import { html, nothing } from 'lit';
import { icon } from '../shared/icon.js';
import { LightElement } from '../shared/light-element.js';
import { texts } from '../shared/texts.js';
import { FileEntrance } from './file-entrance.js';

/** @import {DocumentLimits} from '../shared/types.js' */

const words = texts.documents;

/**
 * Where documents come in: dropped, pasted or picked; what is taken is said before.
 *
 * @property {DocumentLimits} limits
 * @fires files
 */
export class DocumentIntake extends LightElement {
  /** @override */
  static properties = { limits: { attribute: false } };

  #entrance = new FileEntrance(
    this,
    (files) => this.#enter(files),
    () => this.limits !== null,
  );

  constructor() {
    super();
    /** @type {DocumentLimits | null} */
    this.limits = null;
  }

  /** Says what is taken, and lets files be picked. */
  open() {
    this.#dialog?.showModal();
  }

  /** Lets files be picked at once, where what is taken has been said already. */
  pick() {
    this.querySelector('input')?.click();
  }

  /** @override */
  render() {
    const { limits } = this;
    if (!limits) return nothing;
    return html`
      <input
        type="file"
        multiple
        hidden
        aria-label=${words.choose}
        accept=${limits.extensions.join(',')}
        @change=${this.#picked}
      />
      ${this.#entrance.over ? html`<div class="drop-over" aria-hidden="true">${this.#zone(limits)}</div>` : nothing}
      <dialog class="dialog" aria-labelledby="ajout-titre" @click=${this.#outside}>
        <form method="dialog" class="dialog-head">
          <h2 id="ajout-titre">${words.intake}</h2>
          <button class="quiet">${icon('close')}<span>${texts.close}</span></button>
        </form>
        <div class="drop-zone">
          ${this.#zone(limits)}
          <button type="button" class="primary" autofocus @click=${this.pick}>${words.choose}</button>
        </div>
        <p class="state">${words.fate}</p>
      </dialog>
    `;
  }

  /** @param {DocumentLimits} limits */
  #zone(limits) {
    return html`<div class="drop-words">
      ${icon('add-document')}
      <strong class="keys-only">${words.drop}</strong>
      <span class="keys-only">${words.paste}</span>
      <span>${words.formats(limits)} ${words.bounds(limits)}</span>
    </div>`;
  }

  get #dialog() {
    return this.querySelector('dialog');
  }

  /** @param {Event} event */
  #picked(event) {
    const field = /** @type {HTMLInputElement} */ (event.target);
    const files = [...(field.files ?? [])];
    // The same file may be chosen again.
    field.value = '';
    if (files.length) this.#enter(files);
  }

  /** @param {File[]} files */
  #enter(files) {
    this.#dialog?.close();
    this.tell('files', files);
  }

  /** @param {Event} event */
  #outside(event) {
    if (event.target === this.#dialog) this.#dialog?.close();
  }
}

customElements.define('document-intake', DocumentIntake);
