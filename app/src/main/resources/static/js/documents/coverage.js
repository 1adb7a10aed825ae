import { texts } from '../shared/texts.js';

/** @import {DocumentView} from '../shared/types.js' */

const words = texts.documents;

/**
 * How many pages of a document were read, of all that it has.
 *
 * @param {DocumentView} document
 */
export const pagesReadOf = ({ pages, pagesRead, unreadable, state }) =>
  state === 'ready' ? pages - unreadable.length : pagesRead;

/**
 * What was read of a document, and what was not: `212 pages lues sur 215 ; illisibles : 14, 15, 201`.
 *
 * @param {DocumentView} document one that is ready
 * @returns {string}
 */
export function coverage(document) {
  const read = words.read(pagesReadOf(document), document.pages);
  return document.unreadable.length ? `${read}\u00a0; ${words.unreadable(document.unreadable)}` : read;
}

/** Formats whose files have pages or slides of their own. */
const PAGED = new Set(['pdf', 'pptx', 'odp']);

/**
 * Whether its pages are where IRIS cut it: their numbers need not be those of a print.
 *
 * @param {DocumentView} document
 */
export const isCutByIris = ({ kind }) => kind !== null && !PAGED.has(kind);

/**
 * Where a document stands, in words.
 *
 * @param {DocumentView} document
 * @returns {string}
 */
export function standing(document) {
  if (document.state === 'waiting') return words.waiting;
  if (document.state === 'reading') return words.reading(document.pagesRead, document.pages);
  return document.state === 'ready' ? coverage(document) : (document.problem?.title ?? words.failed);
}

/**
 * What happened to documents between two readings of their list, for those who listen: beginnings and ends, not pages.
 *
 * @param {DocumentView[]} before
 * @param {DocumentView[]} now
 * @returns {string[]}
 */
export function news(before, now) {
  const known = new Map(before.map((document) => [document.id, document.state]));
  return now.flatMap((document) => {
    const { id, name, state } = document;
    const told = known.get(id);
    if (told === state || told === undefined) return [];
    if (state === 'reading') return [words.said.reading(name)];
    if (state === 'ready') return [words.said.ready(name, coverage(document))];
    return state === 'failed' ? [words.said.failed(name, standing(document))] : [];
  });
}
