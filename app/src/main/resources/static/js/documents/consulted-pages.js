import { html, nothing } from 'lit';
import { neutralised } from '../shared/plain-text.js';
import { texts } from '../shared/texts.js';

/** @import {DocumentView, Message} from '../shared/types.js' */

const words = texts.documents;

/**
 * What an answer was made from: what is not named there, IRIS did not read for it.
 *
 * @param {Message} message
 * @param {DocumentView[]} documents
 */
export function consultedPages(message, documents) {
  const named = (message.consulted ?? []).filter(({ pages }) => pages.length);
  if (!named.length) return nothing;
  const read = isRead(message);
  const parts = named.map(({ documentId, pages, of }) => {
    const name = neutralised(documents.find(({ id }) => id === documentId)?.name ?? texts.citation.goneDocument);
    return read ? words.consultedPages(name, pages, of) : words.askedPages(name, of);
  });
  return html`<p class="state consulted">${read ? words.consulted : words.asked}${parts.join(' ; ')}.</p>`;
}

/**
 * Whether the pages that are named were read. Those of a summary are known before the first is: one that was cut had
 * read them all, one that was stopped or failed had perhaps not.
 *
 * @param {Message} message
 */
const isRead = ({ composed, state }) => !composed || state === 'complete' || state === 'length';
