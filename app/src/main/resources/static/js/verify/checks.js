import { api, request } from '../shared/api.js';
import { asProblem, isAbort } from '../shared/problem.js';

/** @import {Conversation} from '../chat/conversation.js' */
/** @import {Finding, Message, Problem} from '../shared/types.js' */

/**
 * The ticks of a conversation's findings. A tick shows at once and is saved behind; one that cannot be saved goes back.
 * What is sent is the whole set, one call after the other, after what other windows ticked was read.
 */
export class Checks {
  #conversation;
  /** @type {Map<string, Map<number, boolean>>} what is not saved yet, by message and start */
  #wanted = new Map();
  /** @type {Promise<unknown>} */
  #work = Promise.resolve();

  /** @param {Conversation} conversation */
  constructor(conversation) {
    this.#conversation = conversation;
  }

  /**
   * @param {string} messageId
   * @param {number} start of the finding
   * @param {boolean} checked
   * @returns {Promise<Problem | null>} why it could not be saved
   */
  set(messageId, start, checked) {
    const wanted = this.#wanted.get(messageId) ?? new Map();
    this.#wanted.set(messageId, wanted.set(start, checked));
    this.#show(messageId, new Map([[start, checked]]));
    return this.#next(() => this.#save(messageId));
  }

  /** Takes over what was ticked in another window. */
  refresh() {
    return this.#next(() => this.#read());
  }

  /**
   * @template T
   * @param {() => Promise<T>} act
   * @returns {Promise<T>}
   */
  #next(act) {
    const done = this.#work.then(act);
    this.#work = done.catch(() => {});
    return done;
  }

  async #read() {
    const { id, live, closed, sendings } = this.#conversation;
    if (id === null || live || closed.aborted) return;
    try {
      const { messages } = await api.conversation(id, closed);
      if (sendings !== this.#conversation.sendings) return;
      for (const { id: messageId, findings } of messages) {
        const ticks = new Map(findings.map(({ start, checked }) => [start, Boolean(checked)]));
        this.#wanted.get(messageId)?.forEach((checked, start) => ticks.set(start, checked));
        this.#show(messageId, ticks);
      }
    } catch (error) {
      // Without them the page shows the ticks that it knows; one that has gone says so itself.
      if (!isAbort(error) && asProblem(error).problem.status === 404) void this.#conversation.load();
    }
  }

  /**
   * @param {string} messageId
   * @returns {Promise<Problem | null>}
   */
  async #save(messageId) {
    const wanted = this.#wanted.get(messageId) ?? new Map();
    const sent = [...wanted];
    if (!sent.length) return null;
    try {
      await this.#put(messageId);
      return null;
    } catch (error) {
      if (this.#conversation.closed.aborted) return null;
      // What was changed again meanwhile has a call of its own.
      const back = sent.filter(([start, checked]) => wanted.get(start) === checked);
      this.#show(messageId, new Map(back.map(([start, checked]) => [start, !checked])));
      const { problem } = asProblem(error);
      this.#conversation.report(error);
      // The answer, or all of it, is not what this window knows.
      if (problem.status === 404 || problem.status === 400) void this.#conversation.load();
      return problem;
    } finally {
      for (const [start, checked] of sent) if (wanted.get(start) === checked) wanted.delete(start);
    }
  }

  /** @param {string} messageId */
  #put(messageId) {
    const { id } = this.#conversation;
    const checked = (this.#message(messageId)?.findings ?? []).filter((it) => it.checked).map((it) => it.start);
    const path = `/api/conversations/${encodeURIComponent(id ?? '')}/messages/${encodeURIComponent(messageId)}/checks`;
    // Whoever goes on to another conversation has ticked none the less: the call is not given up.
    return request(path, { method: 'PUT', body: { checked } });
  }

  /** @param {string} messageId */
  #message(messageId) {
    return this.#conversation.messages.find((message) => message.id === messageId);
  }

  /**
   * Changes what the page shows, if it changes anything.
   *
   * @param {string} messageId
   * @param {Map<number, boolean>} ticks by start
   */
  #show(messageId, ticks) {
    const message = this.#message(messageId);
    const differs = (/** @type {Finding} */ { start, checked }) => (ticks.get(start) ?? checked ?? false) !== (checked ?? false);
    if (!message?.findings.some(differs)) return;
    const findings = message.findings.map((it) => (differs(it) ? { ...it, checked: ticks.get(it.start) } : it));
    const change = (/** @type {Message} */ it) => (it.id === messageId ? { ...it, findings } : it);
    this.#conversation.messages = this.#conversation.messages.map(change);
    this.#conversation.update({});
  }
}
