import { documentApi } from '../documents/document-api.js';
import { api } from '../shared/api.js';
import { isEphemeral } from '../shared/ephemeral.js';
import { memory } from '../shared/memory.js';
import { asProblem, isAbort, kindOf, localProblem } from '../shared/problem.js';
import { AnswerReader } from './answer-reader.js';
import { applyEvent } from './answer-events.js';
import { ConversationLife } from './conversation-life.js';
import { leaving, requestOf } from './outgoing.js';

/** @import {Message, Outgoing, Reminder, SummaryRequest} from '../shared/types.js' */

/** Problems that say that a conversation is no more. */
const GONE = ['conversation-not-found', 'conversation-erased', 'ephemeral-conversation-gone'];

/**
 * A conversation open in the page: what is asked in it, and the answers. Fires `problem` with what went wrong, `created`
 * when the server has it, `finished` at the end of an answer, and `reminded` with what must be read before a message.
 */
export class Conversation extends ConversationLife {
  /** @type {Promise<string> | null} */
  #beginning = null;

  /**
   * Sends a message after those on screen.
   *
   * @param {string} text
   * @param {string[]} acknowledged kinds of the reminders that were read
   */
  send(text, acknowledged) {
    return this.#dispatch({ kind: 'send', text, after: this.end(), replaces: null, acknowledged });
  }

  /**
   * Sends another version of a message, beside the first.
   *
   * @param {Message} message
   * @param {string} text
   * @param {string[]} acknowledged kinds of the reminders that were read
   */
  edit(message, text, acknowledged) {
    return this.#dispatch({ kind: 'edit', text, after: message.parentId, replaces: message.id, acknowledged });
  }

  /**
   * Asks for another answer, beside the first.
   *
   * @param {Message} message the answer to replace
   */
  regenerate(message) {
    return this.#dispatch({ kind: 'regenerate', text: '', after: message.parentId, replaces: message.id });
  }

  /**
   * Asks for a summary, after the messages on screen.
   *
   * @param {SummaryRequest} summary
   * @param {string} words the request as a message says it
   */
  summarise(summary, words) {
    return this.#dispatch({ kind: 'summary', text: words, after: this.end(), replaces: null, summary });
  }

  /** Sends again what failed. */
  retry() {
    return this.outgoing ? this.#dispatch(this.outgoing) : Promise.resolve();
  }

  /** Sends what failed again, to the documents that were read and to no others. */
  askReady() {
    const documentIds = this.documents.ready.map(({ id }) => id);
    return this.outgoing ? this.#dispatch({ ...this.outgoing, documentIds }) : Promise.resolve();
  }

  /**
   * Gives up what failed.
   *
   * @returns {string} its text
   */
  withdraw() {
    const text = this.outgoing?.text ?? '';
    this.hold(null);
    this.update({});
    return text;
  }

  /** Asks the engine to stop. */
  async stop() {
    const answerId = this.messages.find((message) => message.state === 'generating')?.answerId;
    if (this.live) this.live = { ...this.live, stopping: true };
    this.update({});
    try {
      if (answerId) await api.stopAnswer(answerId);
    } catch (error) {
      this.report(error);
    }
  }

  /** @param {Pick<Outgoing, 'kind' | 'text' | 'after' | 'replaces' | 'summary' | 'acknowledged' | 'documentIds'>} message */
  async #dispatch(message) {
    if (this.live) return;
    this.sendings++;
    const outgoing = leaving(message);
    this.hold(outgoing);
    this.chooseNewest(outgoing.after);
    this.update({ live: { phase: 'sending', place: 0, key: `${outgoing.key}-answer`, stopping: false } });
    try {
      const id = await this.begin();
      await this.#reader().read(() => this.#leave(id, outgoing));
      this.#finished();
    } catch (error) {
      await this.#fail(error);
    }
  }

  /**
   * @param {string} id
   * @param {Outgoing} outgoing
   */
  #leave(id, outgoing) {
    const { summary } = outgoing;
    if (summary) return documentApi.summarise(summary, this.closed);
    return api.sendMessage(id, requestOf(outgoing), this.closed);
  }

  /** @override */
  async begin() {
    if (this.id !== null) return this.id;
    this.#beginning ??= this.#create().finally(() => (this.#beginning = null));
    return this.#beginning;
  }

  async #create() {
    const summary = await api.createConversation(this.ephemeral);
    // An instance that knows nothing of ephemeral ones must not get the text.
    if (isEphemeral(summary.id) !== this.ephemeral) throw localProblem('unexpected', 500);
    memory.keepOutgoing(this.draftName, null);
    const before = this.draftName;
    this.id = summary.id;
    // What is being written goes on in the conversation that has begun.
    memory.moveDraft(before, summary.id);
    this.hold(this.outgoing);
    this.update({ summary, state: 'ready' });
    this.dispatchEvent(new Event('created'));
    return summary.id;
  }

  /**
   * @param {string} answerId
   * @override
   */
  async follow(answerId) {
    this.update({ live: { phase: 'reconnecting', place: 0, key: `followed-${answerId}`, stopping: false } });
    try {
      await this.#reader(answerId).read();
      this.#finished();
    } catch (error) {
      await this.#fail(error);
    }
  }

  /** @param {string} [answerId] */
  #reader(answerId) {
    return new AnswerReader({
      answerId,
      signal: this.closed,
      onEvent: (event) => {
        applyEvent(this, event);
        // An answer that is taken up may be to another tab's message: what this one holds is still on its way.
        if (event.name === 'answer' && answerId === undefined) this.#acknowledged();
        this.updateSoon();
      },
      onDrop: () => this.#apply('dropped'),
      onBack: () => this.#apply('resumed'),
    });
  }

  /**
   * @param {string} name
   * @param {unknown} [data]
   */
  #apply(name, data) {
    applyEvent(this, { id: null, name, data });
    this.update({});
  }

  /** The server has the message: the page need not hold it any more. */
  #acknowledged() {
    this.hold(null);
    // A stop asked before the answer had a name could not be sent then.
    if (this.live?.stopping) void this.stop();
  }

  #finished() {
    if (this.summary) this.summary = { ...this.summary, answering: null };
    this.update({ live: null });
    this.dispatchEvent(new Event('finished'));
  }

  /**
   * The server wants a reminder read first: the text goes back to where it was written.
   *
   * @param {Outgoing} outgoing
   * @param {Reminder} reminder
   */
  #remind(outgoing, reminder) {
    this.hold(null);
    this.update({});
    const unheard = this.dispatchEvent(new CustomEvent('reminded', { detail: { outgoing, reminder }, cancelable: true }));
    if (unheard) memory.addToDraft(this.draftName, outgoing.text);
  }

  /** @param {unknown} error */
  async #fail(error) {
    if (isAbort(error)) return;
    const { problem } = asProblem(error);
    const { outgoing } = this;
    this.live = null;
    if (outgoing && GONE.includes(kindOf(problem))) this.vanish(error);
    else if (outgoing && problem.reminder) this.#remind(outgoing, problem.reminder);
    else if (outgoing) {
      this.hold({ ...outgoing, failed: true, problem });
      this.update({});
      this.report(error);
      // The message may have arrived although its answer did not: the server knows.
      if (this.id !== null && (problem.status === 0 || problem.status === 409)) await this.load();
    } else {
      const lost = problem.status === 404 || problem.status === 410;
      this.#apply('problem', lost ? localProblem('answer-lost').problem : problem);
      this.report(error);
      if (lost) await this.load();
    }
  }
}
