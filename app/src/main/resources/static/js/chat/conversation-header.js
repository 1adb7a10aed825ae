import { html, nothing } from 'lit';
import { documentBadge } from '../documents/document-badge.js';
import { announce } from '../shared/announcer.js';
import { HeightVariable } from '../shared/height-variable.js';
import { icon } from '../shared/icon.js';
import { LightElement } from '../shared/light-element.js';
import { neutralised } from '../shared/plain-text.js';
import { texts } from '../shared/texts.js';
import { Ticker } from '../shared/ticker.js';
import { millisecondsTo, timeLeft } from '../shared/time.js';
import './erase-sooner.js';

/** @import {ConversationDocuments} from '../documents/conversation-documents.js' */
/** @import {ConversationSummary} from '../shared/types.js' */

/** The longest title, in characters. */
const LONGEST = 120;

/** When the end of an ephemeral conversation is near, in milliseconds: it comes while somebody reads. */
const SOON = 5 * 60_000;

/**
 * Title of the conversation, the time it has left, and what can be done with it.
 *
 * @property {ConversationSummary} summary
 * @property {(seconds: number) => Promise<ConversationSummary | null>} shorten
 * @property {ConversationDocuments | null} documents
 * @property {number} revision grows when they change
 * @fires show-documents
 * @fires rename with the new title
 * @fires erase
 */
export class ConversationHeader extends LightElement {
  /** @override */
  static properties = {
    summary: { attribute: false },
    shorten: { attribute: false },
    documents: { attribute: false },
    revision: { type: Number },
    renaming: { state: true },
  };

  /** The end that has been told to be near. */
  #warned = '';

  constructor() {
    super();
    /** @type {ConversationSummary | null} */
    this.summary = null;
    /** @type {((seconds: number) => Promise<ConversationSummary | null>) | null} */
    this.shorten = null;
    /** @type {ConversationDocuments | null} */
    this.documents = null;
    this.revision = 0;
    this.renaming = false;
    new Ticker(this);
    new HeightVariable(this, '.conversation-header', '--head');
  }

  /** Opens the title for writing. */
  startRenaming() {
    this.renaming = true;
    void this.focusOn('input').then(() => this.querySelector('input')?.select());
  }

  /** Opens the choice of a sooner end. */
  startShortening() {
    this.#eraseSooner?.start();
  }

  /** @override */
  updated() {
    const { summary } = this;
    if (!summary || !this.#endsSoon(summary) || this.#warned === summary.expiresAt) return;
    this.#warned = summary.expiresAt;
    announce(texts.ephemeral.soon(timeLeft(summary.expiresAt)));
  }

  get #eraseSooner() {
    return /** @type {import('./erase-sooner.js').EraseSooner | null} */ (this.querySelector('erase-sooner'));
  }

  /** @param {ConversationSummary} summary */
  #endsSoon({ ephemeral, expiresAt }) {
    return ephemeral && millisecondsTo(expiresAt) < SOON;
  }

  /** @override */
  render() {
    const { summary } = this;
    if (!summary) return nothing;
    return html`
      <header class="conversation-header">
        ${this.renaming ? this.#form(summary) : this.#title(summary)}
        <p class="time-left ${this.#endsSoon(summary) ? 'soon' : ''}">
          ${
            summary.ephemeral
              ? html`<span class="ephemeral-mark">${icon('ephemeral')}<span>${texts.ephemeral.word}</span></span>`
              : nothing
          }
          <span class="left">${icon('clock')}<span>${texts.header.erasedIn(timeLeft(summary.expiresAt))}</span></span>
          <erase-sooner .summary=${summary} .shorten=${this.shorten}></erase-sooner>
          <button type="button" class="link" @click=${() => this.tell('erase')}>${texts.header.erase}</button>
        </p>
        ${documentBadge(this.documents, () => this.tell('show-documents'))}
      </header>
    `;
  }

  /** @param {ConversationSummary} summary */
  #title(summary) {
    return html`
      <div class="title">
        <h1 tabindex="-1">${neutralised(summary.title ?? texts.panel.untitled)}</h1>
        <button type="button" class="quiet rename" @click=${this.startRenaming}>
          ${icon('edit')}<span>${texts.header.rename}</span>
        </button>
      </div>
    `;
  }

  /** @param {ConversationSummary} summary */
  #form(summary) {
    return html`
      <h1 class="visually-hidden">${neutralised(summary.title ?? texts.panel.untitled)}</h1>
      <form class="title" @submit=${this.#submit} @keydown=${this.#key}>
        <input aria-label=${texts.header.titleLabel} maxlength=${LONGEST} autocomplete="off" .value=${summary.title ?? ''} />
        <button type="submit" class="secondary">${texts.header.save}</button>
        <button type="button" class="quiet" @click=${this.#close}>${texts.cancel}</button>
      </form>
    `;
  }

  #close() {
    this.renaming = false;
    void this.focusOn('.rename');
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.#close();
  }

  /** @param {Event} event */
  #submit(event) {
    event.preventDefault();
    const title = this.querySelector('input')?.value.trim();
    if (title && title !== this.summary?.title) {
      this.tell('rename', title);
      announce(texts.header.renamed);
    }
    this.#close();
  }
}

customElements.define('conversation-header', ConversationHeader);
