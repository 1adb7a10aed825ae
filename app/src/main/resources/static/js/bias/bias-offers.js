import { biasApi } from './bias-api.js';

/** @import {BiasAxis, BiasOffer} from './bias-types.js' */

/** @typedef {{sent: boolean, asked: Set<string>, offers: Promise<BiasOffer[]>}} Asking */

/** Which answers are about people: asked once for all that a conversation shows, and again when it shows a new one. */
export class BiasOffers {
  /** @type {Map<string, Asking>} */
  #askings = new Map();

  /**
   * @param {string} conversation
   * @param {string} message
   * @returns {Promise<BiasAxis[] | null>} null if it is not about people, or if that cannot be known now
   */
  async axes(conversation, message) {
    let asking = this.#askings.get(conversation);
    if (!asking || (asking.sent && !asking.asked.has(message))) {
      asking = this.#ask(conversation);
      this.#askings.set(conversation, asking);
    }
    asking.asked.add(message);
    const offers = await asking.offers;
    return offers.find(({ messageId }) => messageId === message)?.axes ?? null;
  }

  /**
   * @param {string} conversation
   * @returns {Asking}
   */
  #ask(conversation) {
    /** @type {Asking} */
    const asking = { sent: false, asked: new Set(), offers: Promise.resolve([]) };
    asking.offers = (async () => {
      // All answers that are rendered in one turn are asked for together.
      await new Promise((resolve) => setTimeout(resolve));
      asking.sent = true;
      try {
        return (await biasApi.offers(conversation)) ?? [];
      } catch {
        this.#askings.delete(conversation);
        return [];
      }
    })();
    return asking;
  }
}

export const biasOffers = new BiasOffers();
