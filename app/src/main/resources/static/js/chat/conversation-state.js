import { oncePerFrame } from '../shared/frames.js';
import { branch, branchKey } from './message-tree.js';
import { threadItems } from './thread-items.js';

/** @import {ConversationSummary, Item, Live, Message, Outgoing, Problem} from '../shared/types.js' */

/**
 * What the page knows of a conversation: its messages, the branch on screen, what is being sent and what is being
 * answered. Fires `change` when any of it changes, at most once a frame while an answer streams.
 */
export class ConversationState extends EventTarget {
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
  /** @type {Problem | null} why it could not be read, or how it ended */
  problem = null;
  /** The standing reminder, once an answer brought it. */
  reminder = '';

  /** @type {Map<string, string>} child's id by parent */
  #chosen = new Map();

  /** @param {'new' | 'loading'} state */
  constructor(state) {
    super();
    this.state = state;
  }

  /**
   * The lines of the thread: the branch on screen, then what is on its way.
   *
   * @returns {Item[]}
   */
  items() {
    return threadItems(this, this.#chosen);
  }

  /** The last message on screen, which a new one follows. */
  end() {
    return branch(this.messages, this.#chosen).at(-1)?.id ?? null;
  }

  /**
   * Shows another branch.
   *
   * @param {string | null} parentId
   * @param {string} id
   */
  choose(parentId, id) {
    this.#chosen.set(branchKey(parentId), id);
    this.update({});
  }

  /**
   * Shows the newest branch again.
   *
   * @param {string | null} parentId
   */
  chooseNewest(parentId) {
    this.#chosen.delete(branchKey(parentId));
  }

  /** @param {Partial<Pick<ConversationState, 'summary' | 'state' | 'live' | 'problem'>>} changes */
  update(changes) {
    Object.assign(this, changes);
    this.dispatchEvent(new Event('change'));
  }

  /** Tells of changes at the next frame. */
  updateSoon = oncePerFrame(() => this.update({}));
}
