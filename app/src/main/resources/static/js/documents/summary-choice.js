/** @import {DocumentView, Method, Model, SummaryFormat, SummaryRequest} from '../shared/types.js' */

/** At most so many pages are short: some sentences of them may do. */
const SHORT = 5;

/** What cannot be copied from a document, only written. @type {SummaryFormat[]} */
const WRITTEN = ['questions', 'easy-read'];

/**
 * @typedef {object} SummaryChoice what has been chosen so far
 * @property {string[]} ids of the documents
 * @property {SummaryFormat} format
 * @property {'short' | 'medium' | 'long'} length
 * @property {Method} method
 */

/** @param {Model | null} model */
export const isAway = (model) => model !== null && model.state !== 'READY' && model.state !== 'LOADING';

/**
 * Whether a few copied sentences may do.
 *
 * @param {DocumentView[]} documents
 */
export const areShort = (documents) => documents.reduce((sum, { pages }) => sum + pages, 0) <= SHORT;

/** @param {SummaryFormat} format whether sentences of the document can make it */
export const mayBeCopied = (format) => !WRITTEN.includes(format);

/**
 * What the dialog begins with: extracts first where no model is there to write, or where there is little to read.
 *
 * @param {DocumentView[]} ready
 * @param {string | null} id of the document that was pointed at
 * @param {Model | null} model
 * @returns {SummaryChoice}
 */
export function firstChoice(ready, id, model) {
  const ids = id === null ? ready.map((document) => document.id) : [id];
  const chosen = ready.filter((document) => ids.includes(document.id));
  return {
    ids,
    format: 'briefing',
    length: 'medium',
    method: isAway(model) || areShort(chosen) ? 'extractive' : 'generative',
  };
}

/**
 * @param {SummaryChoice} choice
 * @returns {SummaryRequest}
 */
export function requestOf({ ids: [documentId, ...documentIds], format, length, method }) {
  const copied = method === 'extractive' && mayBeCopied(format);
  return { documentId, documentIds, format, length, method: copied ? 'extractive' : 'generative' };
}
