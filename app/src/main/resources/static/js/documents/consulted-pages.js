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
export function consultedPages({ consulted = [] }, documents) {
  const read = consulted.filter(({ pages }) => pages.length);
  if (!read.length) return nothing;
  const parts = read.map(({ documentId, pages, of }) => {
    const name = documents.find(({ id }) => id === documentId)?.name ?? texts.citation.goneDocument;
    return words.consultedPages(neutralised(name), pages, of);
  });
  return html`<p class="state consulted">${words.consulted} : ${parts.join(' ; ')}.</p>`;
}
