import { json, request } from '../shared/api.js';

/** @import {AttachedPage, NewVote, OwnVotes, Summary} from './feedback-types.js' */

/** @param {string} id */
const conversationPath = (id) => `/api/conversations/${encodeURIComponent(id)}`;

/**
 * @param {string} conversationId
 * @param {string} messageId
 */
const votePath = (conversationId, messageId) =>
  `${conversationPath(conversationId)}/messages/${encodeURIComponent(messageId)}/feedback`;

/** The server's calls that concern feedback, one function each. */
export const feedbackApi = {
  /**
   * @param {string} conversationId
   * @returns {Promise<OwnVotes>}
   */
  own: (conversationId) => json(`${conversationPath(conversationId)}/feedback`),

  /**
   * @param {string} conversationId
   * @param {string} messageId
   * @param {NewVote} vote takes the place of the one before
   */
  give: (conversationId, messageId, vote) =>
    request(votePath(conversationId, messageId), { method: 'POST', body: vote }),

  /**
   * @param {string} conversationId
   * @param {string} messageId
   */
  takeBack: (conversationId, messageId) => request(votePath(conversationId, messageId), { method: 'DELETE' }),

  /** @returns {Promise<Summary>} */
  summary: () => json('/api/feedback/summary'),

  /**
   * What people attached, newest first; that it is read is audited.
   *
   * @param {string | null} cursor where the former page ended
   * @returns {Promise<AttachedPage>}
   */
  attached: (cursor) => json(`/api/feedback/attached${cursor ? `?cursor=${encodeURIComponent(cursor)}` : ''}`),

  /** @returns {Promise<AttachedPage>} what this person attached */
  mine: () => json('/api/feedback/mine'),

  /** @param {string} id */
  erase: (id) => request(`/api/feedback/mine/${encodeURIComponent(id)}`, { method: 'DELETE' }),

  /**
   * For everybody, by a référent; audited.
   *
   * @param {string} id
   */
  eraseAnybodys: (id) => request(`/api/feedback/attached/${encodeURIComponent(id)}`, { method: 'DELETE' }),
};
