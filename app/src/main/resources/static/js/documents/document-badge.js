import { html, nothing } from 'lit';
import { icon } from '../shared/icon.js';
import { neutralised } from '../shared/plain-text.js';
import { texts } from '../shared/texts.js';
import { pagesReadOf } from './coverage.js';

/** @import {ConversationDocuments} from './conversation-documents.js' */

const words = texts.documents;

/**
 * What a conversation's header says of its documents: `Rapport PAPI.pdf · 212 p. lues`; it leads to their list.
 *
 * @param {ConversationDocuments | null} documents
 * @param {() => void} show
 */
export function documentBadge(documents, show) {
  if (!documents || documents.isEmpty) return nothing;
  const { all, ready, transfers } = documents;
  const count = all.length + transfers.length;
  const name = count === 1 ? neutralised(all[0]?.name ?? transfers[0].file.name) : words.count(count);
  const read = ready.reduce((sum, document) => sum + pagesReadOf(document), 0);
  const going = documents.sending || all.some(({ state }) => state === 'waiting' || state === 'reading');
  const said = [ready.length ? words.shortRead(read) : '', going ? words.going : ''].filter(Boolean);
  const missing = ready.reduce((sum, { unreadable }) => sum + unreadable.length, 0);
  if (missing) said.push(words.shortUnreadable(missing));
  return html`<button type="button" class="quiet document-badge" @click=${show}>
    ${icon('document')}<span class="document-badge-name">${name}</span>
    ${said.map((part) => html`<span class="document-badge-part">· ${part}</span>`)}
    <span class="visually-hidden">, ${words.goToList}</span>
  </button>`;
}
