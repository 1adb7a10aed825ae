/** @import {Conversation} from './conversation.js' */

/** The conversations in which something goes on while another is open: an answer, or documents on their way. */
export class ConversationsBehind {
  /** @type {Map<string, Conversation>} */
  #all = new Map();

  /** @param {Conversation | null} conversation put aside: kept if something goes on in it, else closed */
  keep(conversation) {
    if (conversation?.busy && conversation.id !== null) this.#all.set(conversation.id, conversation);
    else conversation?.close();
  }

  /**
   * Brings one back to the front.
   *
   * @param {string | null} id
   * @returns {Conversation | null}
   */
  take(id) {
    const conversation = id === null ? null : (this.#all.get(id) ?? null);
    if (id !== null) this.#all.delete(id);
    return conversation;
  }

  /** @param {Conversation} conversation closed, once nothing goes on in it any more */
  settle(conversation) {
    if (conversation.busy || conversation.id === null || this.#all.get(conversation.id) !== conversation) return;
    this.#all.delete(conversation.id);
    conversation.close();
  }

  closeAll() {
    this.#all.forEach((conversation) => conversation.close());
    this.#all.clear();
  }
}
