import { branch, siblings } from './message-tree.js';

/** @import {Item, Live, Message, Outgoing} from '../shared/types.js' */

/**
 * The lines of the thread: the branch on screen, then what is on its way.
 *
 * @param {{messages: Message[], outgoing: Outgoing | null, live: Live | null}} conversation
 * @param {ReadonlyMap<string, string>} chosen child's id by parent
 * @returns {Item[]}
 */
export function threadItems({ messages, outgoing, live }, chosen) {
  const path = branch(messages, chosen);
  const shown = outgoing ? path.slice(0, path.findIndex((message) => message.id === outgoing.after) + 1) : path;
  const items = shown.map((message) => item(messages, message));
  return outgoing ? [...items, ...onItsWay(messages, outgoing, live)] : items;
}

/**
 * @param {Message[]} messages
 * @param {Outgoing} outgoing
 * @param {Live | null} live
 * @returns {Item[]}
 */
function onItsWay(messages, { key, kind, text, after, failed, problem }, live) {
  /** @type {Item[]} */
  const items = [];
  const failure = { failed, problem, outgoing: true };
  if (kind !== 'regenerate') {
    items.push({ ...item(messages, blank({ role: 'user', text, key, parentId: after })), ...failure });
  }
  if (live) items.push(item(messages, blank({ key: live.key, parentId: after, state: 'generating' })));
  else if (kind === 'regenerate') {
    items.push({ ...item(messages, blank({ key, parentId: after, state: 'failed' })), ...failure });
  }
  return items;
}

/**
 * @param {Message[]} messages
 * @param {Message} message
 * @returns {Item}
 */
function item(messages, message) {
  const branches = siblings(messages, message);
  return { message, outgoing: false, failed: message.state === 'failed', problem: message.problem, branches };
}

/**
 * A message that the server has not named yet.
 *
 * @param {Partial<Message> & {key: string}} message
 * @returns {Message}
 */
const blank = (message) => ({
  id: message.key,
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
