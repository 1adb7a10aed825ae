import { feedbackApi } from './feedback-api.js';

/** @import {OwnVote, OwnVotes} from './feedback-types.js' */

/**
 * The opinions of the conversation on screen, read once for all of its answers.
 *
 * @type {{id: string, read: Promise<OwnVotes>} | null}
 */
let open = null;

export const ownVotes = {
  /**
   * @param {string} conversationId
   * @returns {Promise<OwnVotes>}
   */
  of(conversationId) {
    if (open?.id !== conversationId) {
      const read = feedbackApi.own(conversationId);
      open = { id: conversationId, read };
      read.catch(() => this.forget(conversationId));
    }
    return open.read;
  },

  /**
   * Reads them anew when they are next asked for: the server has others now.
   *
   * @param {string} conversationId
   */
  forget(conversationId) {
    if (open?.id === conversationId) open = null;
  },
};

/**
 * @param {OwnVotes} own
 * @param {string} messageId
 * @returns {OwnVote | null}
 */
export const voteOn = ({ votes }, messageId) => votes.find((vote) => vote.messageId === messageId) ?? null;
