/**
 * What this tab remembers, in the browser only. Texts go to the session storage, which ends with the tab, and are
 * dropped when the person signs out or somebody else signs in; the storage may be full or forbidden, then nothing is
 * remembered.
 */

const DRAFT = 'iris.draft.';
const OUTGOING = 'iris.outgoing.';
const OWNER = 'iris.owner';
const RETURN = 'iris.return';

/** @import {Outgoing} from './types.js' */

/** The person has left: what is still going on in the page is not remembered any more. */
let closed = false;

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

/** @param {string} key */
const read = (key) => attempt(() => sessionStorage.getItem(key), null);

/**
 * @param {string} key
 * @param {string} value an empty one forgets
 */
function write(key, value) {
  if (closed) return;
  attempt(() => (value ? sessionStorage.setItem(key, value) : sessionStorage.removeItem(key)), undefined);
}

function clear() {
  attempt(() => sessionStorage.clear(), undefined);
}

export const memory = {
  /** @param {string} conversation id, or `new` */
  draft: (conversation) => read(DRAFT + conversation) ?? '',

  /**
   * @param {string} conversation
   * @param {string} text
   */
  keepDraft: (conversation, text) => write(DRAFT + conversation, text),

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
   * @param {string} conversation
   * @returns {Outgoing | null}
   */
  outgoing: (conversation) => attempt(() => JSON.parse(read(OUTGOING + conversation) ?? 'null'), null),

  /**
   * @param {string} conversation
   * @param {Outgoing | null} outgoing
   */
  keepOutgoing: (conversation, outgoing) => write(OUTGOING + conversation, outgoing ? JSON.stringify(outgoing) : ''),

  /** Puts a first message that never left back into the draft. */
  recoverFirst() {
    memory.addToDraft('new', memory.outgoing('new')?.text ?? '');
    memory.keepOutgoing('new', null);
  },

  /** Forgets every text of this tab, and any that comes until the page is loaded again. */
  close() {
    closed = true;
    clear();
  },

  /**
   * Forgets the texts of whoever used this tab before.
   *
   * @param {string} name
   */
  belongsTo(name) {
    if (read(OWNER) !== name) clear();
    write(OWNER, name);
  },

  /**
   * Forgets what belonged to an erased conversation.
   *
   * @param {string} conversation
   */
  forget(conversation) {
    write(DRAFT + conversation, '');
    write(OUTGOING + conversation, '');
  },

  /** @param {string} hash where to come back to after signing in again */
  keepReturn: (hash) => write(RETURN, hash),

  takeReturn() {
    const hash = read(RETURN) ?? '';
    write(RETURN, '');
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
