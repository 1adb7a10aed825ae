import { branch, branchKey, byParent, placeAmong } from './message-tree.js';

/** @import {Item, Live, Message, Outgoing} from '../shared/types.js' */

/**
 * The lines of the thread: the branch on screen, then what is on its way.
 *
 * @param {{messages: Message[], outgoing: Outgoing | null, live: Live | null}} conversation
 * @param {ReadonlyMap<string, string>} chosen child's id by parent
 * @returns {Item[]}
 */
export function threadItems({ messages, outgoing, live }, chosen) {
  const families = byParent(messages);
  const path = branch(messages, chosen);
  const shown = outgoing ? path.slice(0, path.findIndex((message) => message.id === outgoing.after) + 1) : path;
  const items = shown.map((message, index) => ({ ...item(families, message), fixed: isChosen(shown[index + 1]) }));
  return outgoing ? [...items, ...onItsWay(families, outgoing, live)] : items;
}

/**
 * Whether what an answer answers was chosen, not written: a summary.
 *
 * @param {Message} [answer]
 */
const isChosen = (answer) => answer?.composed ?? false;

/**
 * @param {Map<string, Message[]>} families
 * @param {Outgoing} outgoing
 * @param {Live | null} live
 * @returns {Item[]}
 */
function onItsWay(families, { key, kind, text, after, summary, failed, problem }, live) {
  /** @type {Item[]} */
  const items = [];
  const failure = { failed, problem, outgoing: true, fixed: kind === 'summary' };
  if (kind !== 'regenerate') {
    items.push({ ...item(families, blank({ role: 'user', text, key, parentId: after })), ...failure });
  }
  const kin = { method: summary?.method ?? null, composed: Boolean(summary) };
  if (live) items.push(item(families, blank({ key: live.key, parentId: after, state: 'generating', ...kin })));
  else if (kind === 'regenerate') {
    items.push({ ...item(families, blank({ key, parentId: after, state: 'failed' })), ...failure });
  }
  return items;
}

/**
 * @param {Map<string, Message[]>} families
 * @param {Message} message
 * @returns {Item}
 */
function item(families, message) {
  const branches = placeAmong(families.get(branchKey(message.parentId)) ?? [], message.id);
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

/**
 * Whether a line has to be rendered again: the lines are made anew at each change, most of them equal.
 *
 * @param {Item | null} now
 * @param {Item | null | undefined} before
 */
export function itemChanged(now, before) {
  if (!now || !before) return now !== before;
  return (
    now.message !== before.message ||
    now.outgoing !== before.outgoing ||
    now.fixed !== before.fixed ||
    now.failed !== before.failed ||
    now.problem !== before.problem ||
    now.branches.position !== before.branches.position ||
    now.branches.count !== before.branches.count ||
    now.branches.previous !== before.branches.previous ||
    now.branches.next !== before.branches.next
  );
}
