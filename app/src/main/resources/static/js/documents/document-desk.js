import { html } from 'lit';
import { LightElement } from '../shared/light-element.js';
import '../exports/export-dialog.js';
import '../verify/verify-panel.js';
import './document-intake.js';
import './page-panel.js';
import './summary-dialog.js';

/** @import {Conversation} from '../chat/conversation.js' */
/** @import {Citation, DocumentLimits, Model, SummaryRequest} from '../shared/types.js' */
/** @import {VerifyPanel} from '../verify/verify-panel.js' */
/** @import {DocumentIntake} from './document-intake.js' */
/** @import {PagePanel} from './page-panel.js' */
/** @import {SummaryDialog} from './summary-dialog.js' */

/** What the elements of the conversation ask for. */
const HEARD = ['add-document', 'pick-documents', 'open-document', 'summary-wanted', 'cite', 'verify'];

/**
 * What a conversation needs beside its messages and its list of documents: where they come in, where a summary is
 * chosen, what is to verify, and the page that a citation leads to.
 *
 * @property {Conversation | null} conversation
 * @property {number} revision grows when it changes
 * @property {DocumentLimits | null} limits
 * @property {Model | null} model
 * @property {string} openData address of the Département's figures; empty if there is none
 */
export class DocumentDesk extends LightElement {
  /** @override */
  static properties = {
    conversation: { attribute: false },
    revision: { type: Number },
    limits: { attribute: false },
    model: { attribute: false },
    openData: {},
  };

  #left = new AbortController();

  constructor() {
    super();
    /** @type {Conversation | null} */
    this.conversation = null;
    this.revision = 0;
    /** @type {DocumentLimits | null} */
    this.limits = null;
    /** @type {Model | null} */
    this.model = null;
    this.openData = '';
  }

  /** @override */
  connectedCallback() {
    super.connectedCallback();
    this.#left = new AbortController();
    const { signal } = this.#left;
    for (const name of HEARD) this.parentElement?.addEventListener(name, (event) => this.#handle(event), { signal });
  }

  /** @override */
  disconnectedCallback() {
    super.disconnectedCallback();
    this.#left.abort();
  }

  /**
   * @param {import('lit').PropertyValues<this>} changed
   * @override
   */
  updated(changed) {
    if (!changed.get('conversation')) return;
    this.#page?.close();
    this.#verification?.close();
  }

  /** @param {Event} event */
  #handle(event) {
    const { type, detail } = /** @type {CustomEvent} */ (event);
    const opener = event.target instanceof HTMLElement ? document.activeElement : null;
    if (type === 'add-document') this.#intake?.open();
    else if (type === 'pick-documents') this.#intake?.pick();
    else if (type === 'summary-wanted') void this.#summary?.open(this.conversation?.documents.ready ?? [], detail);
    else if (type === 'open-document') void this.#page?.open(detail, /** @type {HTMLElement | null} */ (opener));
    else if (type === 'cite') void this.#cite(detail);
    else if (type === 'verify') void this.#verify(detail);
  }

  /** @override */
  render() {
    const { conversation } = this;
    return html`
      <document-intake .limits=${this.limits} @files=${this.#bring}></document-intake>
      <summary-dialog
        .model=${this.model}
        .busy=${conversation?.live != null}
        @summarise=${this.#summarise}
      ></summary-dialog>
      <verify-panel
        .conversation=${conversation}
        .revision=${this.revision}
        .openData=${this.openData}
      ></verify-panel>
      <export-dialog .conversation=${conversation} .revision=${this.revision}></export-dialog>
      <page-panel .documents=${conversation?.documents ?? null} .revision=${this.revision}></page-panel>
    `;
  }

  /** @param {CustomEvent<File[]>} event */
  #bring({ detail }) {
    if (this.limits) this.conversation?.documents.add(detail, this.limits);
  }

  /** @param {CustomEvent<{request: SummaryRequest, words: string}>} event */
  #summarise({ detail: { request, words } }) {
    void this.conversation?.summarise(request, words);
  }

  /** @param {{citation: Citation, opener: HTMLElement}} cited */
  #cite({ citation, opener }) {
    const page = this.#page;
    return page && staying(opener, page, () => page.cite(citation, opener));
  }

  /** @param {{messageId: string, start: number | null, opener: HTMLElement}} wanted */
  #verify({ messageId, start, opener }) {
    const panel = this.#verification;
    return panel && staying(opener, panel, () => panel.open(messageId, start, opener));
  }

  get #intake() {
    return /** @type {DocumentIntake | null} */ (this.querySelector('document-intake'));
  }

  get #summary() {
    return /** @type {SummaryDialog | null} */ (this.querySelector('summary-dialog'));
  }

  get #page() {
    return /** @type {PagePanel | null} */ (this.querySelector('page-panel'));
  }

  get #verification() {
    return /** @type {VerifyPanel | null} */ (this.querySelector('verify-panel'));
  }
}

/**
 * A panel takes room beside the answer: the line that was read stays where it is.
 *
 * @param {HTMLElement} opener where that is
 * @param {LightElement} panel
 * @param {() => Promise<unknown>} open
 */
async function staying(opener, panel, open) {
  const before = opener.getBoundingClientRect().top;
  const stay = () => scrollBy({ top: opener.getBoundingClientRect().top - before, behavior: 'instant' });
  const opened = open();
  await panel.updateComplete;
  // What is asked from another panel moves nothing of the answer; that panel may have less room now.
  if (opener.closest('.verify-panel')) {
    opener.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    return opened;
  }
  stay();
  // What stays in sight, header and composer, has its new height two frames later.
  await nextFrame();
  await nextFrame();
  stay();
  opener.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  await opened;
  // The buttons under the answer may have taken another line meanwhile, and who reads at the bottom followed it.
  await nextFrame();
  stay();
}

const nextFrame = () => new Promise(requestAnimationFrame);

customElements.define('document-desk', DocumentDesk);
