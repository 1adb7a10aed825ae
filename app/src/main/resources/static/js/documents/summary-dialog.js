import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { icon } from '../shared/icon.js';
import { LightElement } from '../shared/light-element.js';
import { neutralised } from '../shared/plain-text.js';
import { texts } from '../shared/texts.js';
import { hasLength } from '../shared/texts-summaries.js';
import { areShort, firstChoice, isAway, mayBeCopied, requestOf } from './summary-choice.js';
import { coverage } from './coverage.js';

/** @import {DocumentView, Method, Model, SummaryFormat} from '../shared/types.js' */
/** @import {SummaryChoice} from './summary-choice.js' */

const words = texts.summaries;

/**
 * The choice of a summary: of what, in which form, how long, and written or copied.
 *
 * @property {Model | null} model
 * @property {boolean} busy an answer is being written
 * @fires summarise with the request and its words
 */
export class SummaryDialog extends LightElement {
  /** @override */
  static properties = {
    model: { attribute: false },
    busy: { type: Boolean },
    ready: { state: true },
    choice: { state: true },
    extractsFirst: { state: true },
  };

  constructor() {
    super();
    /** @type {Model | null} */
    this.model = null;
    this.busy = false;
    /** @type {DocumentView[]} */
    this.ready = [];
    /** @type {SummaryChoice} */
    this.choice = firstChoice([], null, null);
    this.extractsFirst = false;
  }

  /**
   * @param {DocumentView[]} ready those that were read
   * @param {string | null} id of the one pointed at; null for all
   */
  async open(ready, id) {
    this.ready = ready;
    this.choice = firstChoice(ready, id, this.model);
    this.extractsFirst = this.choice.method === 'extractive';
    await this.updateComplete;
    this.querySelector('dialog')?.showModal();
  }

  /** @override */
  render() {
    const { choice } = this;
    const compares = choice.format === 'comparison';
    const wrong = this.#wrong();
    return html`
      <dialog class="dialog summary" aria-labelledby="resume-titre" @click=${this.#outside}>
        <form method="dialog" class="dialog-head">
          <h2 id="resume-titre">${words.title}</h2>
          <button class="quiet">${icon('close')}<span>${texts.close}</span></button>
        </form>
        <form @submit=${this.#submit}>
          ${this.#formats()} ${this.ready.length > 1 ? this.#documents(compares) : nothing}
          ${hasLength(choice.format) ? this.#lengths() : nothing} ${this.#methods()}
          <div class="summary-foot">
            <p class="state" role="status">${wrong}</p>
            <div class="actions end">
              <button type="button" class="secondary" @click=${this.#close}>${texts.cancel}</button>
              <button type="submit" class="primary" aria-disabled=${wrong ? 'true' : 'false'}>
                ${compares ? words.startComparison : words.start}
              </button>
            </div>
          </div>
        </form>
      </dialog>
    `;
  }

  #formats() {
    const all = /** @type {SummaryFormat[]} */ (Object.keys(words.formats));
    const offered = this.ready.length > 1 ? all : all.filter((format) => format !== 'comparison');
    return html`<fieldset class="formats">
      <legend>${words.format}</legend>
      ${offered.map((format) => this.#radio('format', format, words.formats[format]))}
    </fieldset>`;
  }

  #lengths() {
    return html`<fieldset class="inline">
      <legend>${words.length}</legend>
      ${Object.entries(words.lengths).map(([length, name]) => this.#radio('length', length, { name, hint: '' }))}
    </fieldset>`;
  }

  #methods() {
    const { format, method } = this.choice;
    const away = isAway(this.model);
    /** @type {Method[]} */
    const order = this.extractsFirst ? ['extractive', 'generative'] : ['generative', 'extractive'];
    if (!mayBeCopied(format)) return away ? html`<p class="aside">${words.modelNeeded}</p>` : nothing;
    const why = away ? words.modelAway : areShort(this.#chosen()) ? words.shortDocument : '';
    return html`<fieldset>
      <legend>${words.method}</legend>
      ${order.map((one) => this.#radio('method', one, words.methods[one]))}
      ${why ? html`<p class="aside">${why}</p>` : nothing}
      ${away && method === 'generative' ? html`<p class="aside">${words.modelNeeded}</p>` : nothing}
    </fieldset>`;
  }

  /** @param {boolean} compares */
  #documents(compares) {
    if (compares) {
      return html`<fieldset>
        <legend>${words.which}</legend>
        ${this.#select(0, words.older)} ${this.#select(1, words.newer)}
      </fieldset>`;
    }
    return html`<fieldset>
      <legend>${words.which}</legend>
      ${this.ready.map(
        (document) => html`<label class="check">
          <input
            type="checkbox"
            .checked=${live(this.choice.ids.includes(document.id))}
            @change=${(/** @type {Event} */ event) => this.#tick(document.id, event)}
          />
          <span>${neutralised(document.name)} <span class="hint">${coverage(document)}</span></span>
        </label>`,
      )}
    </fieldset>`;
  }

  /**
   * @param {number} place
   * @param {string} label
   */
  #select(place, label) {
    return html`<label class="version">
      <span>${label}</span>
      <select @change=${(/** @type {Event} */ event) => this.#version(place, event)}>
        ${this.ready.map(
          ({ id, name }) =>
            html`<option value=${id} ?selected=${this.choice.ids[place] === id}>${neutralised(name)}</option>`,
        )}
      </select>
    </label>`;
  }

  /**
   * @param {'format' | 'length' | 'method'} name
   * @param {string} value
   * @param {{name: string, hint: string}} text
   */
  #radio(name, value, text) {
    return html`<label class="check">
      <input
        type="radio"
        name=${name}
        value=${value}
        aria-labelledby="resume-${value}"
        aria-describedby=${text.hint ? `resume-${value}-aide` : nothing}
        .checked=${live(this.choice[name] === value)}
        @change=${() => this.#choose({ [name]: value })}
      />
      <span>
        <span id="resume-${value}">${text.name}</span>
        ${text.hint ? html`<span id="resume-${value}-aide" class="hint">${text.hint}</span>` : nothing}
      </span>
    </label>`;
  }

  /** @param {Partial<SummaryChoice>} change */
  #choose(change) {
    const choice = { ...this.choice, ...change };
    if (change.format === 'comparison') choice.ids = this.#pair(choice.ids);
    this.choice = choice;
  }

  /**
   * Two documents to compare; the one that came first is taken for the older.
   *
   * @param {string[]} ids
   */
  #pair(ids) {
    const others = this.ready.map(({ id }) => id).filter((id) => !ids.includes(id));
    const two = [...ids, ...others].slice(0, 2);
    return this.ready.map(({ id }) => id).filter((id) => two.includes(id));
  }

  /**
   * @param {string} id
   * @param {Event} event
   */
  #tick(id, event) {
    const { checked } = /** @type {HTMLInputElement} */ (event.target);
    const { ids } = this.choice;
    const wanted = this.ready.filter((one) => (one.id === id ? checked : ids.includes(one.id)));
    this.#choose({ ids: wanted.map((one) => one.id) });
  }

  /**
   * @param {number} place
   * @param {Event} event
   */
  #version(place, event) {
    const { value } = /** @type {HTMLSelectElement} */ (event.target);
    this.#choose({ ids: this.choice.ids.map((id, index) => (index === place ? value : id)) });
  }

  #chosen() {
    return this.ready.filter(({ id }) => this.choice.ids.includes(id));
  }

  /** Why it cannot be asked for; empty if it can. */
  #wrong() {
    if (this.busy) return words.busy;
    if (!this.choice.ids.length) return words.noDocument;
    const [first, second] = this.choice.ids;
    return this.choice.format === 'comparison' && first === second ? words.sameTwice : '';
  }

  /** @param {Event} event */
  #submit(event) {
    event.preventDefault();
    if (this.#wrong()) return;
    const request = requestOf(this.choice);
    const ids = [request.documentId, ...request.documentIds];
    const names = ids.map((id) => this.ready.find((document) => document.id === id)?.name ?? '');
    this.#close();
    this.tell('summarise', { request, words: words.words(request, names) });
  }

  #close() {
    this.querySelector('dialog')?.close();
  }

  /** @param {Event} event */
  #outside(event) {
    if (event.target === this.querySelector('dialog')) this.#close();
  }
}

customElements.define('summary-dialog', SummaryDialog);
