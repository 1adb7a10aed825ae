import { api } from '../shared/api.js';
import { Deadline } from '../shared/deadline.js';
import { dayGroup } from '../shared/time.js';

/** @import {ConversationSummary} from '../shared/types.js' */

/** The conversations that the panel lists, most recent first. Fires `change`. */
export class ConversationList extends EventTarget {
  /** @type {ConversationSummary[]} */
  all = [];
  loaded = false;
  #nextEnd = new Deadline(() => void this.#lookAgain());

  async refresh() {
    this.#set(await api.conversations());
  }

  /**
   * Takes what a conversation has become.
   *
   * @param {ConversationSummary} summary
   */
  merge(summary) {
    const known = this.all.some((other) => other.id === summary.id);
    this.#set(known ? this.all.map((other) => (other.id === summary.id ? summary : other)) : [summary, ...this.all]);
  }

  /** @param {string} id */
  remove(id) {
    this.#set(this.all.filter((other) => other.id !== id));
  }

  /** @returns {Promise<number>} how many were erased */
  async eraseAll() {
    const { deleted } = await api.deleteAll();
    this.#set([]);
    return deleted;
  }

  /** @returns {['today' | 'yesterday' | 'before', ConversationSummary[]][]} without empty groups */
  groups() {
    const names = /** @type {const} */ (['today', 'yesterday', 'before']);
    return names
      .map((name) => /** @type {[typeof name, ConversationSummary[]]} */ ([name, this.#within(name)]))
      .filter(([, conversations]) => conversations.length);
  }

  /** @param {string} name */
  #within(name) {
    return this.all.filter((conversation) => dayGroup(conversation.lastActivityAt) === name);
  }

  /** What has ended leaves the list; while the server does not answer it stays, and says so when it is opened. */
  async #lookAgain() {
    try {
      await this.refresh();
    } catch {
      this.#set(this.all);
    }
  }

  /** @param {ConversationSummary[]} all */
  #set(all) {
    this.all = all;
    this.loaded = true;
    this.#nextEnd.set(all.map(({ expiresAt }) => expiresAt).sort((one, other) => Date.parse(one) - Date.parse(other))[0]);
    this.dispatchEvent(new Event('change'));
  }
}
