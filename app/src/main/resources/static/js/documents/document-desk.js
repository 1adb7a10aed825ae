import { html } from 'lit';
import { LightElement } from '../shared/light-element.js';
import './document-intake.js';
import './page-panel.js';
import './summary-dialog.js';

/** @import {Conversation} from '../chat/conversation.js' */
/** @import {Citation, DocumentLimits, Model, SummaryRequest} from '../shared/types.js' */
/** @import {DocumentIntake} from './document-intake.js' */
/** @import {PagePanel} from './page-panel.js' */
/** @import {SummaryDialog} from './summary-dialog.js' */

/**
 * What a conversation needs for its documents beside their list: where they come in, where a summary is chosen, and the
 * page that a citation leads to.
 *
 * @property {Conversation | null} conversation
 * @property {number} revision grows when it changes
 * @property {DocumentLimits | null} limits
 * @property {Model | null} model
 */
export class DocumentDesk extends LightElement {
  /** @override */
  static properties = {
    conversation: { attribute: false },
    revision: { type: Number },
    limits: { attribute: false },
    model: { attribute: false },
  };

  constructor() {
    super();
    /** @type {Conversation | null} */
    this.conversation = null;
    this.revision = 0;
    /** @type {DocumentLimits | null} */
    this.limits = null;
    /** @type {Model | null} */
    this.model = null;
  }

  /**
   * @param {import('lit').PropertyValues<this>} changed
   * @override
   */
  updated(changed) {
    if (changed.get('conversation')) this.#page?.close();
  }

  /**
   * What the elements around ask for.
   *
   * @param {Event} event
   */
  handle(event) {
    const { type, detail } = /** @type {CustomEvent} */ (event);
    const opener = event.target instanceof HTMLElement ? document.activeElement : null;
    if (type === 'add-document') this.#intake?.open();
    else if (type === 'pick-documents') this.#intake?.pick();
    else if (type === 'summary-wanted') void this.#summary?.open(this.conversation?.documents.ready ?? [], detail);
    else if (type === 'open-document') void this.#page?.open(detail, /** @type {HTMLElement | null} */ (opener));
    else if (type === 'cite') void this.#cite(detail);
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

  /**
   * The page takes room beside the answer: the line that was read stays where it is.
   *
   * @param {{citation: Citation, opener: HTMLElement}} cited
   */
  async #cite({ citation, opener }) {
    const before = opener.getBoundingClientRect().top;
    const stay = () => scrollBy({ top: opener.getBoundingClientRect().top - before, behavior: 'instant' });
    const opened = this.#page?.cite(citation, opener);
    await this.#page?.updateComplete;
    stay();
    // What stays in sight, header and composer, has its new height two frames later.
    await nextFrame();
    await nextFrame();
    stay();
    opener.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    await opened;
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
}

const nextFrame = () => new Promise(requestAnimationFrame);

customElements.define('document-desk', DocumentDesk);
