import { EVENTS, json, request } from '../shared/api.js';

/** @import {BiasOffer, BiasPlan} from './bias-types.js' */

/** The server's calls of the bias probe. */
export const biasApi = {
  /**
   * The answers of a conversation that are about people.
   *
   * @param {string} conversation
   * @returns {Promise<BiasOffer[]>}
   */
  offers: async (conversation) => (await json(`/api/bias?${new URLSearchParams({ conversation })}`)).offers,

  /**
   * What a probe of an answer would do.
   *
   * @param {string} conversation
   * @param {string} message
   * @returns {Promise<BiasPlan>}
   */
  plan: (conversation, message) => json(`/api/bias/plan?${new URLSearchParams({ conversation, message })}`),

  /**
   * Asks for one of a probe's answers; the response's body is its events.
   *
   * @param {string} conversationId
   * @param {string} messageId
   * @param {string} axis
   * @param {AbortSignal} signal
   */
  answer: (conversationId, messageId, axis, signal) =>
    request('/api/bias/answers', {
      method: 'POST',
      body: { conversationId, messageId, axis },
      headers: EVENTS,
      signal,
    }),
};
