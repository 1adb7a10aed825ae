import { html, nothing } from 'lit';
import { announce } from '../shared/announcer.js';
import { BesidePanel } from '../shared/beside-panel.js';
import { icon } from '../shared/icon.js';
import { neutralised } from '../shared/plain-text.js';
import { asProblem, isAbort } from '../shared/problem.js';
import { texts } from '../shared/texts.js';
import '../chat/problem-note.js';
import { isCutByIris } from './coverage.js';
import { documentApi } from './document-api.js';
import { pageText } from './page-text.js';

/** @import {ConversationDocuments} from './conversation-documents.js' */
/** @import {Citation, DocumentPage, Problem} from '../shared/types.js' */

const words = texts.citation;

/**
 * A page of a document beside the answer that cites it.
 *
 * @property {ConversationDocuments} documents
 * @property {number} revision grows when they change
 */
export class PagePanel extends BesidePanel {
  /** @override */
  static properties = {
    documents: { attribute: false },
    revision: { type: Number },
    place: { state: true },
    page: { state: true },
    problem: { state: true },
  };

  /** @type {Citation | null} */
  #citation = null;
  #reading = new AbortController();

  constructor() {
    super();
    /** @type {ConversationDocuments | null} */
    this.documents = null;
    this.revision = 0;
    /** @type {{documentId: string, number: number} | null} */
    this.place = null;
    /** @type {DocumentPage | null} */
    this.page = null;
    /** @type {Problem | null} */
    this.problem = null;
  }

  /** @override */
  disconnectedCallback() {
    super.disconnectedCallback();
    this.#reading.abort();
  }

  /**
   * @param {Citation} citation
   * @param {HTMLElement} opener what the focus returns to
   */
  async cite(citation, opener) {
    await this.#open(citation.documentId, citation.page, citation, opener);
  }

  /**
   * @param {string} documentId
   * @param {HTMLElement | null} opener
   */
  async open(documentId, opener) {
    await this.#open(documentId, 1, null, opener);
  }

  /**
   * Puts the page away; the focus returns to what opened it.
   *
   * @override
   */
  close() {
    if (!this.place) return;
    this.#reading.abort();
    this.place = null;
    this.page = null;
    void this.giveFocusBack();
  }

  /** @override */
  render() {
    return this.place ? this.frame('page-panel', 'page-titre', this.#content(this.place)) : nothing;
  }

  /**
   * The title is that of the page that is shown: until another has come, the one before.
   *
   * @param {{documentId: string, number: number}} place
   */
  #content({ documentId, number }) {
    const document = this.documents?.find(documentId);
    const total = document?.pages ?? 0;
    const title = words.title(this.page?.number ?? number, total, neutralised(document?.name ?? words.goneDocument));
    return html`
      ${this.head('page-titre', title)}
      <div class="page-body" tabindex="0" role="group" aria-label=${title} aria-busy=${this.page?.number !== number && !this.problem}>
        ${document && isCutByIris(document) ? html`<p class="state">${texts.documents.cutByIris}</p>` : nothing}
        ${this.#body()}
      </div>
      ${this.#steps(number, total)}
    `;
  }

  #body() {
    const { page, problem } = this;
    if (problem) {
      return html`<problem-note .label=${words.failed} .problem=${problem} @retry=${() => void this.#read()}></problem-note>`;
    }
    if (!page) return html`<p class="state">${texts.loading}</p>`;
    const cited = this.#cited(page);
    return html`
      ${this.#notes(page, cited)}
      <div class="page-text">${pageText(page, cited?.spans ?? [])}</div>
    `;
  }

  /**
   * What must be known of the page before it is read.
   *
   * @param {DocumentPage} page
   * @param {Citation | null} cited
   */
  #notes({ origin }, cited) {
    const said = { text: '', recognised: words.recognised, empty: words.empty, unreadable: words.unreadable }[origin];
    return html`
      ${said ? html`<p class="page-note">${icon('alert')}<span>${said}</span></p>` : nothing}
      ${
        cited && !cited.spans.length
          ? html`<p class="page-note">${icon('alert')}<span>${words.missing}</span></p>`
          : nothing
      }
      ${cited?.spans.length ? html`<p class="state">${cited.note ?? words.supports}</p>` : nothing}
    `;
  }

  /**
   * @param {number} number
   * @param {number} total
   */
  #steps(number, total) {
    const cited = this.#citation;
    const away = cited !== null && this.place?.documentId === cited.documentId && number !== cited.page;
    return html`<div class="page-steps actions">
      ${this.#step(number - 1, number > 1, 'previous')} ${this.#step(number + 1, !total || number < total, 'next')}
      ${
        away
          ? html`<button type="button" class="quiet" @click=${() => void this.#goBack(cited)}>
              ${words.back(cited.page)}
            </button>`
          : nothing
      }
    </div>`;
  }

  /**
   * @param {number} number
   * @param {boolean} possible
   * @param {'previous' | 'next'} name
   */
  #step(number, possible, name) {
    return html`<button
      type="button"
      class="quiet"
      aria-disabled=${possible ? 'false' : 'true'}
      @click=${() => possible && void this.#go(number)}
    >
      ${icon(name)}<span>${words[name]}</span>
    </button>`;
  }

  /** @param {DocumentPage} page */
  #cited({ number }) {
    const citation = this.#citation;
    return citation?.page === number && citation.documentId === this.place?.documentId ? citation : null;
  }

  /**
   * @param {string} documentId
   * @param {number} number
   * @param {Citation | null} citation
   * @param {HTMLElement | null} opener
   */
  async #open(documentId, number, citation, opener) {
    this.#citation = citation;
    this.openedBy(opener);
    this.place = { documentId, number };
    this.page = null;
    await this.focusOn('h2');
    await this.#read();
  }

  /**
   * Another page of the document: the focus stays where it is.
   *
   * @param {number} number
   */
  async #go(number) {
    if (!this.place) return;
    const place = { ...this.place, number };
    this.place = place;
    await this.#read();
    await this.updateComplete;
    if (this.place === place) announce(this.querySelector('h2')?.textContent ?? '');
  }

  /** The button goes away with the distance: the focus must not go with it. @param {Citation} citation */
  async #goBack(citation) {
    await this.focusOn('h2');
    await this.#go(citation.page);
  }

  async #read() {
    const { place } = this;
    if (!place) return;
    this.#reading.abort();
    this.#reading = new AbortController();
    this.problem = null;
    try {
      this.page = await documentApi.page(place.documentId, place.number, this.#reading.signal);
      await this.updateComplete;
      this.#bringIntoView();
    } catch (error) {
      if (isAbort(error)) return;
      this.page = null;
      this.problem = asProblem(error).problem;
    }
  }

  #bringIntoView() {
    const body = this.querySelector('.page-body');
    if (!body) return;
    const mark = body.querySelector('mark');
    const top = mark ? mark.getBoundingClientRect().top - body.getBoundingClientRect().top : 0;
    body.scrollTop = mark ? body.scrollTop + top - body.clientHeight * 0.3 : 0;
  }
}

customElements.define('page-panel', PagePanel);
