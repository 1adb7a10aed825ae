/** @import {Message} from '../shared/types.js' */

/**
 * A conversation is a tree: an edited message or a new answer is a sibling of the one it replaces. These functions
 * walk it. Messages come in creation order, so a parent always stands before its children.
 */

/** The key of the messages without a parent. */
const ROOT = '';

/**
 * @param {string | null} parentId
 * @returns {string}
 */
export const branchKey = (parentId) => parentId ?? ROOT;

/**
 * The branch on screen: at each fork the child chosen, else the one that leads to the newest message.
 *
 * @param {Message[]} messages
 * @param {ReadonlyMap<string, string>} chosen child's id by parent
 * @returns {Message[]} from the first to the last
 */
export function branch(messages, chosen) {
  const children = byParent(messages);
  const newest = newestBelow(messages);
  /** @type {Message[]} */
  const path = [];
  let below = children.get(ROOT) ?? [];
  while (below.length) {
    const key = branchKey(below[0].parentId);
    const next =
      below.find((message) => message.id === chosen.get(key)) ??
      below.reduce((best, message) => ((newest.get(message.id) ?? 0) > (newest.get(best.id) ?? 0) ? message : best));
    path.push(next);
    below = children.get(next.id) ?? [];
  }
  return path;
}

/**
 * Where a message stands among its siblings; positions count from 1. One that is on its way stands alone.
 *
 * @param {Message[]} all the siblings that the server knows
 * @param {string} id
 * @returns {{position: number, count: number, previous: string | null, next: string | null}}
 */
export function placeAmong(all, id) {
  const index = all.findIndex((other) => other.id === id);
  if (index < 0) return { position: 1, count: 1, previous: null, next: null };
  return {
    position: index + 1,
    count: all.length,
    previous: all[index - 1]?.id ?? null,
    next: all[index + 1]?.id ?? null,
  };
}

/**
 * @param {Message[]} messages
 * @returns {Map<string, Message[]>} by parent's key
 */
export function byParent(messages) {
  const ids = new Set(messages.map((message) => message.id));
  /** @type {Map<string, Message[]>} */
  const children = new Map();
  for (const message of messages) {
    const key = message.parentId !== null && ids.has(message.parentId) ? message.parentId : ROOT;
    const list = children.get(key);
    if (list) list.push(message);
    else children.set(key, [message]);
  }
  return children;
}

/**
 * @param {Message[]} messages
 * @returns {Map<string, number>} by message, the place of the newest one at or below it
 */
function newestBelow(messages) {
  /** @type {Map<string, number>} */
  const newest = new Map();
  for (let index = messages.length - 1; index >= 0; index--) {
    const { id, parentId } = messages[index];
    const value = Math.max(newest.get(id) ?? 0, index);
    newest.set(id, value);
    if (parentId !== null) newest.set(parentId, Math.max(newest.get(parentId) ?? 0, value));
  }
  return newest;
}
