import { html, nothing } from 'lit';
import { LightElement } from '../shared/light-element.js';
import { texts } from '../shared/texts.js';
import { actionOf, fieldOf, whoOf } from './audit-words.js';

/** @import {AuditSearch} from '../shared/types.js' */

const { filters } = texts.audit;

/**
 * What to look for in the trail.
 *
 * @property {AuditSearch} search
 * @property {string[]} known codes of actions that were seen, beside those that have a name
 * @fires search with the {@link AuditSearch}
 */
export class AuditFilters extends LightElement {
  /** @override */
  static properties = { search: { attribute: false }, known: { attribute: false } };

  constructor() {
    super();
    /** @type {AuditSearch} */
    this.search = {};
    /** @type {string[]} */
    this.known = [];
  }

  /** @override */
  render() {
    const { from = '', to = '', who = '', what = '' } = this.search;
    return html`
      <form class="audit-filters" role="search" aria-label=${filters.label} @submit=${this.#submit}>
        <label>${filters.from}<input type="date" name="from" .value=${from} .max=${to} /></label>
        <label>${filters.to}<input type="date" name="to" .value=${to} .min=${from} /></label>
        <label class="audit-who">
          ${filters.who}
          <input
            type="text"
            name="who"
            .value=${fieldOf(who)}
            aria-describedby="audit-who-hint"
            autocomplete="off"
            spellcheck="false"
          />
          <span id="audit-who-hint" class="state">${filters.whoHint}</span>
        </label>
        <label>
          ${filters.what}
          <select name="what">
            <option value="" ?selected=${!what}>${filters.all}</option>
            ${this.#actions().map(
              (code) => html`<option value=${code} ?selected=${code === what}>${actionOf(code)}</option>`,
            )}
          </select>
        </label>
        <div class="actions">
          <button type="submit" class="primary">${filters.apply}</button>
          ${
            Object.keys(this.search).length
              ? html`<button type="button" class="quiet" @click=${this.#clear}>${filters.clear}</button>`
              : nothing
          }
        </div>
      </form>
    `;
  }

  #actions() {
    const { what } = this.search;
    const codes = new Set([...Object.keys(texts.audit.actions), ...this.known, ...(what ? [what] : [])]);
    return [...codes].sort((one, other) => actionOf(one).localeCompare(actionOf(other), 'fr'));
  }

  /** @param {SubmitEvent} event */
  #submit(event) {
    event.preventDefault();
    const fields = new FormData(/** @type {HTMLFormElement} */ (event.target));
    const field = (/** @type {string} */ name) => String(fields.get(name) ?? '').trim();
    const search = { from: field('from'), to: field('to'), who: whoOf(field('who')), what: field('what') };
    this.tell('search', Object.fromEntries(Object.entries(search).filter(([, value]) => value)));
  }

  #clear() {
    this.querySelector('form')?.reset();
    this.tell('search', {});
    void this.focusOn('input');
  }
}

customElements.define('audit-filters', AuditFilters);
