import { isEphemeral } from './ephemeral.js';

/**
 * What this tab remembers, in the browser only. Texts go to the session storage, which ends with the tab, and are
 * dropped when the person signs out or somebody else signs in; the storage may be full or forbidden, then nothing is
 * remembered. Texts of ephemeral conversations are written nowhere: they last as long as the page is not loaded again.
 */

const DRAFT = 'iris.draft.';
const OUTGOING = 'iris.outgoing.';
const DISMISSED = 'iris.dismissed.';
const ONCE = 'iris.once.';
const OWNER = 'iris.owner';
const RETURN = 'iris.return';

/** @import {Outgoing} from './types.js' */

/** The person has left, or is not known: what is still going on in the page is not remembered any more. */
let closed = false;

/** @type {Map<string, string>} what is not written, by key */
const unwritten = new Map();

/**
 * @template T
 * @param {() => T} access
 * @param {T} otherwise
 */
function attempt(access, otherwise) {
  try {
    return access();
  } catch {
    return otherwise;
  }
}

/**
 * @param {string} kind
 * @param {string} [conversation] id, or the name of a new one
 */
const read = (kind, conversation = '') =>
  isEphemeral(conversation)
    ? (unwritten.get(kind + conversation) ?? null)
    : attempt(() => sessionStorage.getItem(kind + conversation), null);

/**
 * @param {string} kind
 * @param {string} conversation id, the name of a new one, or nothing
 * @param {string} value an empty one forgets
 */
function write(kind, conversation, value) {
  if (closed) return;
  const key = kind + conversation;
  if (!isEphemeral(conversation)) {
    attempt(() => (value ? sessionStorage.setItem(key, value) : sessionStorage.removeItem(key)), undefined);
  } else if (value) unwritten.set(key, value);
  else unwritten.delete(key);
}

function clear() {
  unwritten.clear();
  attempt(() => sessionStorage.clear(), undefined);
}

export const memory = {
  /** @param {string} conversation id, or the name of a new one */
  draft: (conversation) => read(DRAFT, conversation) ?? '',

  /**
   * @param {string} conversation
   * @param {string} text
   */
  keepDraft: (conversation, text) => write(DRAFT, conversation, text),

  /**
   * Puts a text before what is in preparation.
   *
   * @param {string} conversation
   * @param {string} text
   */
  addToDraft(conversation, text) {
    memory.keepDraft(conversation, [text, memory.draft(conversation)].filter(Boolean).join('\n\n'));
  },

  /**
   * Moves a text in preparation, before what is there.
   *
   * @param {string} from
   * @param {string} to
   */
  moveDraft(from, to) {
    memory.addToDraft(to, memory.draft(from));
    memory.keepDraft(from, '');
    memory.dismissed(from).forEach((kind) => memory.dismiss(to, kind));
    write(DISMISSED, from, '');
  },

  /** Whether there is an unsent text that goes with the page. */
  get holdsUnwritten() {
    return [...unwritten.keys()].some((key) => !key.startsWith(DISMISSED));
  },

  /**
   * Kinds of the reminders that were read in a conversation.
   *
   * @param {string} conversation
   * @returns {string[]}
   */
  dismissed: (conversation) => (read(DISMISSED, conversation) ?? '').split(' ').filter(Boolean),

  /**
   * @param {string} conversation
   * @param {string} kind of the reminder that need not come again
   */
  dismiss(conversation, kind) {
    write(DISMISSED, conversation, [...new Set([...memory.dismissed(conversation), kind])].join(' '));
  },

  /**
   * Whether something happens for the first time in this tab.
   *
   * @param {string} name
   */
  isFirstTime(name) {
    const first = read(ONCE, name) === null;
    write(ONCE, name, 'yes');
    return first;
  },

  /**
   * @param {string} conversation
   * @returns {Outgoing | null}
   */
  outgoing: (conversation) => attempt(() => JSON.parse(read(OUTGOING, conversation) ?? 'null'), null),

  /**
   * @param {string} conversation
   * @param {Outgoing | null} outgoing
   */
  keepOutgoing: (conversation, outgoing) =>
    write(OUTGOING, conversation, outgoing ? JSON.stringify(outgoing) : ''),

  /**
   * Puts a first message that never left back into the draft.
   *
   * @param {string} conversation the name of a new one
   */
  recoverFirst(conversation) {
    memory.addToDraft(conversation, memory.outgoing(conversation)?.text ?? '');
    memory.keepOutgoing(conversation, null);
  },

  /** Forgets every text of this tab, and any that comes until the page is loaded again. */
  close() {
    closed = true;
    clear();
  },

  /**
   * Forgets the texts of whoever used this tab before. Two people may have one name: only the id tells them apart, and
   * nothing is kept for whom has none.
   *
   * @param {string | undefined} id
   */
  belongsTo(id) {
    if (!id) return memory.close();
    if (read(OWNER) !== id) clear();
    write(OWNER, '', id);
  },

  /**
   * Forgets what belonged to an erased conversation.
   *
   * @param {string} conversation
   */
  forget(conversation) {
    write(DRAFT, conversation, '');
    write(DISMISSED, conversation, '');
    write(OUTGOING, conversation, '');
  },

  /** @param {string} hash where to come back to after signing in again */
  keepReturn: (hash) => write(RETURN, '', hash),

  takeReturn() {
    const hash = read(RETURN) ?? '';
    write(RETURN, '', '');
    return hash;
  },

  /**
   * A preference of this browser, without any content.
   *
   * @param {string} name
   * @param {string} otherwise
   */
  preference: (name, otherwise) => attempt(() => localStorage.getItem('iris.' + name), null) ?? otherwise,

  /**
   * @param {string} name
   * @param {string} value
   */
  setPreference: (name, value) => attempt(() => localStorage.setItem('iris.' + name, value), undefined),
};
