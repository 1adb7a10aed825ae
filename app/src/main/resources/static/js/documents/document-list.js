import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { announce } from '../shared/announcer.js';
import { icon } from '../shared/icon.js';
import { LightElement } from '../shared/light-element.js';
import { neutralised } from '../shared/plain-text.js';
import { texts } from '../shared/texts.js';
import { documentRow, transferRow } from './document-row.js';

/** @import {ConversationDocuments} from './conversation-documents.js' */
/** @import {DocumentLimits, DocumentView, Transfer} from '../shared/types.js' */
/** @import {RowAct} from './document-row.js' */

const words = texts.documents;

/**
 * The documents of a conversation: how far each has come, what was read of it, and what can be done with it.
 *
 * @property {ConversationDocuments} documents
 * @property {number} revision grows when they change
 * @property {DocumentLimits} limits
 * @property {boolean} alone nothing has been asked yet
 * @fires add-document
 * @fires open-document with its id
 * @fires summary-wanted with its id, or none for several
 * @fires ask with a question, and what to do once it is confirmed
 * @fires failure
 */
export class DocumentList extends LightElement {
  /** @override */
  static properties = {
    documents: { attribute: false },
    revision: { type: Number },
    limits: { attribute: false },
    alone: { type: Boolean },
  };

  constructor() {
    super();
    /** @type {ConversationDocuments | null} */
    this.documents = null;
    this.revision = 0;
    /** @type {DocumentLimits | null} */
    this.limits = null;
    this.alone = false;
  }

  /** @override */
  render() {
    const { documents } = this;
    if (!documents || documents.isEmpty) return nothing;
    return html`
      <section class="documents" aria-labelledby="documents-titre">
        <h2 id="documents-titre" tabindex="-1">${words.label}</h2>
        <ul>
          ${repeat(
            documents.all,
            ({ id }) => id,
            (document) => this.#document(documents, document),
          )}
          ${repeat(
            documents.transfers,
            ({ key }) => key,
            (transfer) => transferRow(transfer, this.#transferActs(documents, transfer)),
          )}
        </ul>
        ${this.#foot(documents)}
      </section>
    `;
  }

  /** @param {ConversationDocuments} documents */
  #foot({ ready }) {
    return html`
      <div class="actions">
        ${
          ready.length > 1
            ? html`<button type="button" class="secondary" @click=${() => this.tell('summary-wanted', null)}>
                ${icon('list')}<span>${texts.summaries.several}</span>
              </button>`
            : nothing
        }
        <button type="button" class="quiet" @click=${() => this.tell('add-document')}>
          ${icon('add-document')}<span>${words.addMore}</span>
        </button>
      </div>
      ${this.alone && ready.length ? html`<p class="documents-begin">${words.begin}</p>` : nothing}
    `;
  }

  /**
   * @param {ConversationDocuments} documents
   * @param {DocumentView} document
   */
  #document(documents, document) {
    const mail = document.partOf ? (documents.find(document.partOf)?.name ?? null) : null;
    return documentRow(document, mail, this.#documentActs(documents, document));
  }

  /**
   * @param {ConversationDocuments} documents
   * @param {DocumentView} document
   * @returns {RowAct[]}
   */
  #documentActs(documents, document) {
    const { id, state } = document;
    const name = neutralised(document.name);
    const remove = () => void this.#remove(documents, document);
    if (state === 'waiting' || state === 'reading') {
      return [{ text: words.cancel, label: words.cancelThis(name), run: remove }];
    }
    const { limits } = this;
    if (state === 'failed') {
      const again = () => limits && void this.#attempt(documents.readAgain(document, limits));
      return [
        ...(documents.mayReadAgain(document) ? [{ text: texts.retry, label: words.retryThis(name), run: again }] : []),
        { text: words.dismiss, label: words.dismissThis(name), run: remove },
      ];
    }
    const { act, actThis } = texts.summaries;
    return [
      { text: act, label: actThis(name), run: () => this.tell('summary-wanted', id) },
      { text: words.open, label: words.openThis(name), run: () => this.tell('open-document', id) },
      { text: words.erase, label: words.eraseThis(name), run: () => this.#ask(name, remove) },
    ];
  }

  /**
   * @param {ConversationDocuments} documents
   * @param {Transfer} transfer
   * @returns {RowAct[]}
   */
  #transferActs(documents, transfer) {
    const name = neutralised(transfer.file.name);
    const cancel = () => {
      documents.cancel(transfer);
      void this.#keepFocus();
    };
    if (transfer.state !== 'failed') return [{ text: words.cancel, label: words.cancelThis(name), run: cancel }];
    const { problem } = transfer;
    const again = problem?.retryable ?? (!problem || problem.status >= 500 || problem.status === 0);
    const retry = { text: texts.retry, label: words.retryThis(name), run: () => documents.retry(transfer) };
    return [...(again ? [retry] : []), { text: words.dismiss, label: words.dismissThis(name), run: cancel }];
  }

  /**
   * @param {string} name
   * @param {() => void} then
   */
  #ask(name, then) {
    const { title, detail, confirm } = words.erasing;
    this.tell('ask', { question: { title, detail: detail(name), confirm }, then });
  }

  /**
   * @param {ConversationDocuments} documents
   * @param {DocumentView} document
   */
  async #remove(documents, document) {
    await this.#attempt(documents.remove(document));
    announce(words.said.erased(neutralised(document.name)));
    await this.#keepFocus();
  }

  /** @param {Promise<void>} act */
  async #attempt(act) {
    try {
      await act;
    } catch (error) {
      this.tell('failure', error);
    }
  }

  /** The button goes away with the row: the focus must not go with it. */
  async #keepFocus() {
    await new Promise(requestAnimationFrame);
    if (document.activeElement !== document.body) return;
    if (this.querySelector('h2')) await this.focusOn('h2');
    else this.closest('main')?.focus({ preventScroll: true });
  }
}

customElements.define('document-list', DocumentList);
