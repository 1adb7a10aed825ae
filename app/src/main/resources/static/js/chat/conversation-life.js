import { ConversationDocuments } from '../documents/conversation-documents.js';
import { api } from '../shared/api.js';
import { Deadline } from '../shared/deadline.js';
import { isEphemeral, nameOfNew } from '../shared/ephemeral.js';
import { memory } from '../shared/memory.js';
import { ApiProblem, asProblem, isAbort, kindOf } from '../shared/problem.js';
import { ConversationState } from './conversation-state.js';
import { restored } from './outgoing.js';

/** @import {Outgoing} from '../shared/types.js' */

/**
 * Whether an error says that what was asked for is no more.
 *
 * @param {unknown} error
 */
const hasGone = (error) => error instanceof ApiProblem && (error.problem.status === 404 || error.problem.status === 410);

/**
 * The life of a conversation as the server tells it, from its opening to its end. Fires `problem` with what went wrong.
 */
export class ConversationLife extends ConversationState {
  /** How many messages went out: what was read before one knows nothing of it. */
  sendings = 0;
  #closed = new AbortController();
  #expiry = new Deadline(() => void this.load());

  /**
   * @param {string | null} id
   * @param {boolean} ephemeral whether a new one is to live in the server's memory only
   */
  constructor(id, ephemeral = false) {
    super(id === null ? 'new' : 'loading');
    this.id = id;
    this.ephemeral = id === null ? ephemeral : isEphemeral(id);
    if (id === null) memory.recoverFirst(this.draftName);
    this.documents = new ConversationDocuments(this);
    this.documents.addEventListener('change', () => this.updateSoon());
    this.documents.addEventListener('sent', () => this.dispatchEvent(new Event('finished')));
  }

  /** Under which name the tab keeps this conversation's draft. */
  get draftName() {
    return this.id ?? nameOfNew(this.ephemeral);
  }

  /**
   * Makes one that has no message yet ephemeral, or ordinary; the text in preparation goes along.
   *
   * @param {boolean} ephemeral
   */
  turn(ephemeral) {
    const before = this.draftName;
    this.ephemeral = ephemeral;
    if (before !== this.draftName) memory.moveDraft(before, this.draftName);
    this.update({});
  }

  /** Aborted once the page follows it no more. */
  get closed() {
    return this.#closed.signal;
  }

  /** Reads the conversation, and takes up the answer that is being written. */
  async load() {
    if (this.id === null || this.live) return;
    const { sendings } = this;
    try {
      // Together: what stands above the messages must not push them down later.
      const [detail] = await Promise.all([api.conversation(this.id, this.closed), this.documents.refresh()]);
      if (sendings === this.sendings) this.#accept(detail);
    } catch (error) {
      if (isAbort(error)) return;
      if (hasGone(error)) return this.vanish(error);
      this.report(error);
      if (this.state === 'loading') this.update({ problem: asProblem(error).problem });
    }
  }

  /** Reads it again that could not be read. */
  retryReading() {
    this.update({ problem: null });
    return this.load();
  }

  /** Stops following; the server goes on. */
  close() {
    this.#expiry.clear();
    this.#closed.abort();
  }

  /** @param {string} title */
  async rename(title) {
    if (this.id !== null) this.update({ summary: await api.renameConversation(this.id, title) });
  }

  /**
   * Has it gone sooner, never later.
   *
   * @param {number} seconds
   */
  async shorten(seconds) {
    if (this.id === null) return null;
    try {
      this.update({ summary: await api.shortenConversation(this.id, seconds) });
    } catch (error) {
      if (!hasGone(error)) throw error;
      this.vanish(error);
    }
    return this.summary;
  }

  /** Erases it for good. */
  async erase() {
    if (this.id === null) return;
    await api.deleteConversation(this.id);
    memory.forget(this.id);
    this.close();
  }

  /** @param {import('../shared/types.js').ConversationDetail} detail */
  #accept({ messages, ...summary }) {
    this.messages = messages;
    const kept = memory.outgoing(summary.id);
    if (kept) this.hold(restored(kept, messages, this.end()));
    this.update({ summary, state: 'ready', problem: null });
    if (summary.answering) void this.follow(summary.answering);
  }

  /**
   * Has the server begin a new one, unless it has.
   *
   * @returns {Promise<string>} its id
   */
  async begin() {
    return this.id ?? '';
  }

  /** Whether something of it goes on by itself. */
  get busy() {
    return this.live !== null || this.documents.sending;
  }

  /**
   * Takes up the answer that is being written.
   *
   * @param {string} _answerId
   */
  async follow(_answerId) {}

  /**
   * The server no longer has it: the page keeps nothing of it either, but what was not sent.
   *
   * @param {unknown} error
   */
  vanish(error) {
    this.close();
    const unsent = this.outgoing ?? memory.outgoing(this.draftName);
    if (unsent) memory.addToDraft(this.draftName, unsent.text);
    this.messages = [];
    this.hold(null);
    const { problem } = asProblem(error);
    const told = problem.status === 410 || kindOf(problem) === 'ephemeral-conversation-gone';
    this.update({ state: 'gone', live: null, problem: told ? problem : null });
  }

  /** @param {Outgoing | null} outgoing what is on its way from now on */
  hold(outgoing) {
    this.outgoing = outgoing;
    memory.keepOutgoing(this.draftName, outgoing);
  }

  /**
   * @param {Parameters<ConversationState['update']>[0]} changes
   * @override
   */
  update(changes) {
    super.update(changes);
    if (!this.closed.aborted) this.#expiry.set(this.summary?.expiresAt);
  }

  /** @param {unknown} error told to whoever shows the page */
  report(error) {
    this.dispatchEvent(new CustomEvent('problem', { detail: asProblem(error) }));
  }
}
