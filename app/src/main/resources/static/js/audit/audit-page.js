import { html, nothing } from 'lit';
import { announce } from '../shared/announcer.js';
import { api } from '../shared/api.js';
import { icon } from '../shared/icon.js';
import { LightElement } from '../shared/light-element.js';
import { asProblem, isAbort } from '../shared/problem.js';
import { routes } from '../shared/routes.js';
import { texts } from '../shared/texts.js';
import '../charter/charter-proof.js';
import './audit-filters.js';
import './audit-table.js';
import './chain-state.js';

/** @import {AuditEntry, AuditSearch, Problem} from '../shared/types.js' */

const { audit } = texts;

/**
 * The audit trail, for référents: whether its chain holds, and its entries, newest first.
 *
 * @fires failure with the error
 */
export class AuditPage extends LightElement {
  /** @override */
  static properties = {
    entries: { state: true },
    search: { state: true },
    next: { state: true },
    problem: { state: true },
    loading: { state: true },
  };

  #asked = new AbortController();
  /** @type {Set<string>} */
  #known = new Set();

  constructor() {
    super();
    /** @type {AuditEntry[]} */
    this.entries = [];
    /** @type {AuditSearch} */
    this.search = {};
    /** @type {string | null} where the list goes on */
    this.next = null;
    /** @type {Problem | null} */
    this.problem = null;
    this.loading = false;
  }

  /** @override */
  connectedCallback() {
    super.connectedCallback();
    void this.#find({});
  }

  /** @override */
  disconnectedCallback() {
    super.disconnectedCallback();
    this.#asked.abort();
  }

  /** @override */
  firstUpdated() {
    scrollTo({ top: 0, behavior: 'instant' });
    void this.focusOn('h1');
  }

  /** @override */
  render() {
    return html`
      <section class="audit column">
        <h1 tabindex="-1">${audit.page}</h1>
        <p class="lead">${audit.lead}</p>
        <chain-state></chain-state>
        <audit-filters
          .search=${this.search}
          .known=${[...this.#known]}
          @search=${(/** @type {CustomEvent<AuditSearch>} */ { detail }) => void this.#find(detail)}
        ></audit-filters>
        <div class="audit-entries" aria-busy=${this.loading}>${this.#list()}</div>
        <charter-proof></charter-proof>
        <p><a class="button" href=${routes.home}>${texts.charter.back}</a></p>
      </section>
    `;
  }

  #list() {
    if (this.problem && !this.entries.length) return this.#failure(this.problem);
    if (this.loading && !this.entries.length) return html`<p class="state">${audit.loading}</p>`;
    if (!this.entries.length) {
      return html`<p class="audit-empty">${this.#nothing()}</p>`;
    }
    return html`
      <audit-table
        .entries=${this.entries}
        @person=${(/** @type {CustomEvent<string>} */ { detail }) => void this.#only(detail)}
      ></audit-table>
      ${this.problem ? this.#failure(this.problem) : this.#end()}
    `;
  }

  #nothing() {
    return Object.keys(this.search).length ? audit.empty : audit.emptyAll;
  }

  #end() {
    if (this.next === null) return html`<p class="state audit-end" tabindex="-1">${audit.end}</p>`;
    return html`<p>
      <button type="button" class="secondary audit-more" aria-disabled=${this.loading} @click=${this.#more}>
        ${this.loading ? audit.loading : audit.more}
      </button>
    </p>`;
  }

  /** @param {Problem} problem */
  #failure({ title, detail, status, retryable }) {
    return html`
      <div class="problem" role="alert">
        ${icon('alert')}
        <div>
          <p><strong>${title || audit.failed}</strong>${detail ? html`<br />${detail}` : nothing}</p>
          ${
            (retryable ?? status >= 500)
              ? html`<div class="actions">
                  <button type="button" class="secondary" @click=${this.#again}>${texts.retry}</button>
                </div>`
              : nothing
          }
        </div>
      </div>
    `;
  }

  /** @param {string} who */
  async #only(who) {
    await this.#find({ ...this.search, who });
    await this.focusOn('h1');
  }

  #again() {
    return this.entries.length ? this.#more() : this.#find(this.search);
  }

  /** @param {AuditSearch} search */
  async #find(search) {
    this.#asked.abort();
    this.#asked = new AbortController();
    this.search = search;
    this.entries = [];
    this.next = null;
    this.loading = false;
    await this.#load(null);
  }

  async #more() {
    const focused = this.querySelector('.audit-more') === document.activeElement;
    const before = this.entries.length;
    await this.#load(this.next);
    // The button that was pressed may be gone with the last page.
    if (focused && this.next === null && this.entries.length > before) void this.focusOn('.audit-end');
  }

  /** @param {string | null} cursor */
  async #load(cursor) {
    if (this.loading) return;
    const { signal } = this.#asked;
    this.loading = true;
    this.problem = null;
    try {
      const page = await api.audit(this.search, cursor, signal);
      this.entries = [...this.entries, ...page.entries];
      page.entries.forEach(({ what }) => this.#known.add(what));
      this.next = page.next;
      announce(this.entries.length ? audit.shown(this.entries.length) : this.#nothing());
    } catch (error) {
      if (isAbort(error)) return;
      this.problem = asProblem(error).problem;
      this.tell('failure', error);
    } finally {
      if (!signal.aborted) this.loading = false;
    }
  }
}

customElements.define('audit-page', AuditPage);
