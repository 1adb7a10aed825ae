import { EVENTS, json, request } from '../shared/api.js';

/** @import {DocumentLimits, DocumentPage, DocumentView, SummaryRequest} from '../shared/types.js' */

/** @param {string} id */
const documentPath = (id) => `/api/documents/${encodeURIComponent(id)}`;

/** The server's calls that concern documents, one function each; the upload stands by itself, for its progress. */
export const documentApi = {
  /** @returns {Promise<DocumentLimits>} */
  limits: () => json('/api/documents/limits'),

  /**
   * @param {string} conversationId
   * @param {AbortSignal} signal
   * @returns {Promise<DocumentView[]>} by number
   */
  async list(conversationId, signal) {
    const query = new URLSearchParams({ conversation: conversationId });
    return (await json(`/api/documents?${query}`, { signal })).documents;
  },

  /**
   * @param {string} id
   * @param {number} number of the page, from 1
   * @param {AbortSignal} signal
   * @returns {Promise<DocumentPage>}
   */
  page: (id, number, signal) => json(`${documentPath(id)}/pages/${number}`, { signal }),

  /**
   * Erases it, at any moment: what reads it stops.
   *
   * @param {string} id
   */
  remove: (id) => request(documentPath(id), { method: 'DELETE' }),

  /**
   * Asks for a summary; the response's body is the answer's events.
   *
   * @param {SummaryRequest} wanted
   * @param {AbortSignal} signal
   */
  summarise: ({ documentId, ...body }, signal) =>
    request(`${documentPath(documentId)}/summaries`, { method: 'POST', body, headers: EVENTS, signal }),
};
