import { api } from '../shared/api.js';
import { memory } from '../shared/memory.js';
import { ApiProblem, asProblem, isAbort, localProblem } from '../shared/problem.js';
import { AnswerReader } from './answer-reader.js';
import { applyEvent } from './answer-events.js';
import { branch, branchKey, siblings } from './message-tree.js';

/** @import {ConversationSummary, Item, Live, Message, Outgoing, Problem} from '../shared/types.js' */

let keys = 0;

/**
 * A conversation open in the page: its messages, the branch on screen, what is being sent and what is being answered.
 * Fires `change` when any of it changes, at most once a frame while an answer streams, and `problem` with what went wrong.
 */
export class Conversation extends EventTarget {
  /** @type {ConversationSummary | null} null until the first message creates it */
  summary = null;
  /** @type {Message[]} */
  messages = [];
  /** @type {Outgoing | null} */
  outgoing = null;
  /** @type {Live | null} */
  live = null;
  /** @type {'new' | 'loading' | 'ready' | 'gone'} */
  state;
  /** The standing reminder, once an answer brought it. */
  reminder = '';

  /** @type {Map<string, string>} */
  #chosen = new Map();
  #closed = new AbortController();
  #frame = false;

  /** @param {string | null} id */
  constructor(id) {
    super();
    this.id = id;
    this.state = id === null ? 'new' : 'loading';
    if (id === null) this.#recoverText();
  }

  /** Under which name the tab keeps this conversation's draft. */
  get draftName() {
    return this.id ?? 'new';
  }

  /** Reads the conversation, and takes up the answer that is being written. */
  async load() {
    if (this.id === null) return;
    try {
      this.#accept(await api.conversation(this.id, this.#closed.signal));
    } catch (error) {
      if (isAbort(error)) return;
      if (error instanceof ApiProblem && error.problem.status === 404) this.#change({ state: 'gone' });
      else this.#report(error);
    }
  }

  /** Stops following; the server goes on. */
  close() {
    this.#closed.abort();
  }

  /**
   * The lines of the thread: the branch on screen, then what is on its way.
   *
   * @returns {Item[]}
   */
  items() {
    const { outgoing } = this;
    let path = branch(this.messages, this.#chosen);
    if (outgoing) {
      const end = path.findIndex((message) => message.id === outgoing.after);
      path = end < 0 && outgoing.after === null ? [] : path.slice(0, end + 1);
    }
    const items = path.map((message) => this.#item(message));
    if (!outgoing) return items;
    const base = { text: outgoing.text, key: outgoing.key, parentId: outgoing.after };
    const failure = { failed: outgoing.failed, problem: outgoing.problem, outgoing: true };
    const regenerates = outgoing.kind === 'regenerate';
    if (!regenerates) items.push({ ...this.#item(blank({ ...base, role: 'user' })), ...failure });
    if (this.live) items.push(this.#item(blank({ key: this.live.key, parentId: outgoing.after, state: 'generating' })));
    else if (regenerates) items.push({ ...this.#item(blank({ ...base, state: 'failed' })), ...failure });
    return items;
  }

  /**
   * Sends a message after those on screen.
   *
   * @param {string} text
   */
  send(text) {
    const after = branch(this.messages, this.#chosen).at(-1)?.id ?? null;
    return this.#dispatch({ kind: 'send', text, after, replaces: null });
  }

  /**
   * Sends another version of a message, beside the first.
   *
   * @param {Message} message
   * @param {string} text
   */
  edit(message, text) {
    return this.#dispatch({ kind: 'edit', text, after: message.parentId, replaces: message.id });
  }

  /**
   * Asks for another answer, beside the first.
   *
   * @param {Message} message the answer to replace
   */
  regenerate(message) {
    return this.#dispatch({ kind: 'regenerate', text: '', after: message.parentId, replaces: message.id });
  }

  /** Sends again what failed. */
  retry() {
    return this.outgoing ? this.#dispatch(this.outgoing) : Promise.resolve();
  }

  /** Gives up what failed. @returns {string} its text */
  withdraw() {
    const text = this.outgoing?.text ?? '';
    this.#hold(null);
    this.#change({});
    return text;
  }

  /** Asks the engine to stop. */
  async stop() {
    const answerId = this.messages.find((message) => message.state === 'generating')?.answerId;
    if (this.live) this.live = { ...this.live, stopping: true };
    this.#change({});
    try {
      if (answerId) await api.stopAnswer(answerId);
    } catch (error) {
      this.#report(error);
    }
  }

  /**
   * Shows another branch.
   *
   * @param {string | null} parentId
   * @param {string} id
   */
  choose(parentId, id) {
    this.#chosen.set(branchKey(parentId), id);
    this.#change({});
  }

  /** @param {string} title */
  async rename(title) {
    if (this.id !== null) this.#change({ summary: await api.renameConversation(this.id, title) });
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
    if (!this.live && kept) this.#restore(kept);
    this.#change({ summary, state: 'ready' });
    if (summary.answering && !this.live) void this.#follow(summary.answering);
  }

  /**
   * Finds again a message whose sending a reload interrupted, unless it had arrived.
   *
   * @param {Outgoing} kept
   */
  #restore(kept) {
    const arrived =
      kept.kind === 'regenerate' ||
      this.messages.some((m) => m.role === 'user' && m.parentId === kept.after && m.text.trim() === kept.text.trim());
    const problem = kept.problem ?? localProblem('not-sent').problem;
    const after = kept.kind === 'send' ? (branch(this.messages, this.#chosen).at(-1)?.id ?? null) : kept.after;
    this.#hold(arrived ? null : { ...kept, after, failed: true, problem });
  }

  /** A first message that never left goes back to the draft. */
  #recoverText() {
    const text = memory.outgoing('new')?.text;
    if (!text) return;
    memory.keepDraft('new', [text, memory.draft('new')].filter(Boolean).join('\n\n'));
    memory.keepOutgoing('new', null);
  }

  /** @param {Pick<Outgoing, 'kind' | 'text' | 'after' | 'replaces'>} message */
  async #dispatch({ kind, text, after, replaces }) {
    if (this.live) return;
    const key = `local-${++keys}`;
    this.#hold({ key, kind, text, after, replaces, failed: false, problem: null });
    if (after !== null || replaces !== null) this.#chosen.delete(branchKey(after));
    this.#change({ live: { phase: 'sending', place: 0, key: `${key}-answer`, stopping: false } });
    try {
      if (this.id === null) await this.#create();
      const id = /** @type {string} */ (this.id);
      const body = {
        ...(kind === 'regenerate' ? {} : { text }),
        ...(replaces ? { replaces } : after ? { after } : {}),
      };
      await this.#reader().read(() => api.sendMessage(id, body, this.#closed.signal));
      this.#finished();
    } catch (error) {
      await this.#fail(error);
    }
  }

  async #create() {
    const summary = await api.createConversation();
    memory.keepOutgoing('new', null);
    this.id = summary.id;
    this.#hold(this.outgoing);
    this.#change({ summary, state: 'ready' });
    this.dispatchEvent(new Event('created'));
  }

  /** @param {string} answerId */
  async #follow(answerId) {
    this.#change({ live: { phase: 'reconnecting', place: 0, key: `followed-${answerId}`, stopping: false } });
    const written = this.messages.find((message) => message.answerId === answerId);
    // The log tells the whole answer again, so the part already stored is left out.
    if (written) this.#replace({ ...written, text: '' });
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
      signal: this.#closed.signal,
      onEvent: (event) => {
        applyEvent(this, event);
        if (event.name === 'answer') this.#acknowledged();
        this.#changeSoon();
      },
      onDrop: () => this.live && this.#change({ live: { ...this.live, phase: 'reconnecting' } }),
      onBack: () => this.live && this.#change({ live: { ...this.live, phase: this.#begun ? 'writing' : 'sending' } }),
    });
  }

  /** Whether the answer being written has a text already. */
  get #begun() {
    return this.messages.some((message) => message.state === 'generating' && message.text !== '');
  }

  /** The server has the message: the page need not hold it any more. */
  #acknowledged() {
    this.#hold(null);
    // A stop asked before the answer had a name could not be sent then.
    if (this.live?.stopping) void this.stop();
  }

  #finished() {
    if (this.summary) this.summary = { ...this.summary, answering: null };
    this.#change({ live: null });
    this.dispatchEvent(new Event('finished'));
  }

  /** @param {unknown} error */
  async #fail(error) {
    if (isAbort(error)) return;
    const { problem } = asProblem(error);
    const { outgoing } = this;
    this.live = null;
    if (outgoing) {
      this.#hold({ ...outgoing, failed: true, problem });
      this.#change({});
      this.#report(error);
      // The message may have arrived although its answer did not: the server knows.
      if (this.id !== null && (problem.status === 0 || problem.status === 409)) await this.load();
      return;
    }
    this.#loseAnswer(problem);
    this.#report(error);
    if (problem.status === 404) await this.load();
  }

  /** @param {Problem} problem */
  #loseAnswer(problem) {
    const written = this.messages.find((message) => message.state === 'generating');
    const told = problem.status === 404 ? localProblem('answer-lost').problem : problem;
    if (written) this.#replace({ ...written, state: 'failed', answerId: null, problem: told });
    this.#change({});
  }

  /** @param {Message} message */
  #replace(message) {
    this.messages = this.messages.map((other) => (other.id === message.id ? message : other));
  }

  /** @param {Outgoing | null} outgoing */
  #hold(outgoing) {
    this.outgoing = outgoing;
    memory.keepOutgoing(this.draftName, outgoing);
  }

  /**
   * @param {Message} message
   * @returns {Item}
   */
  #item(message) {
    const branches = siblings(this.messages, message);
    return { message, outgoing: false, failed: message.state === 'failed', problem: message.problem, branches };
  }

  /** @param {Partial<Pick<Conversation, 'summary' | 'state' | 'live'>>} changes */
  #change(changes) {
    Object.assign(this, changes);
    this.dispatchEvent(new Event('change'));
  }

  /** Tells the changes of a frame together; a hidden page has no frames. */
  #changeSoon() {
    if (this.#frame) return;
    this.#frame = true;
    const tell = () => {
      this.#frame = false;
      this.#change({});
    };
    if (document.hidden) setTimeout(tell, 250);
    else requestAnimationFrame(tell);
  }

  /** @param {unknown} error */
  #report(error) {
    this.dispatchEvent(new CustomEvent('problem', { detail: asProblem(error) }));
  }
}

/**
 * @param {Partial<Message>} message
 * @returns {Message}
 */
const blank = (message) => ({
  id: message.key ?? '',
  parentId: null,
  role: 'assistant',
  text: '',
  createdAt: '',
  state: 'complete',
  answerId: null,
  model: null,
  findings: [],
  leftOut: 0,
  problem: null,
  ...message,
});
