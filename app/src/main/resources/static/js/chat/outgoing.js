import { localProblem } from '../shared/problem.js';

/** @import {Message, Outgoing} from '../shared/types.js' */

let keys = 0;

/**
 * A message that leaves now, perhaps again.
 *
 * @param {Pick<Outgoing, 'kind' | 'text' | 'after' | 'replaces' | 'summary' | 'acknowledged' | 'documentIds'>} message
 * @returns {Outgoing}
 */
export const leaving = ({ kind, text, after, replaces, summary = null, acknowledged = [], documentIds = [] }) => ({
  key: `local-${++keys}`,
  kind,
  text,
  after,
  replaces,
  summary,
  acknowledged,
  documentIds,
  failed: false,
  problem: null,
});

/**
 * What the server is told of a message on its way.
 *
 * @param {Outgoing} outgoing
 * @returns {{text?: string, replaces?: string, after?: string, acknowledged?: string[], documentIds?: string[]}}
 */
export function requestOf({ kind, text, after, replaces, acknowledged, documentIds }) {
  const place = replaces ? { replaces } : after ? { after } : {};
  const of = documentIds?.length ? { documentIds } : {};
  if (kind === 'regenerate') return { ...place, ...of };
  return { text, ...place, ...(acknowledged?.length ? { acknowledged } : {}), ...of };
}

/**
 * What remains to send of a message whose sending a reload interrupted.
 *
 * @param {Outgoing} kept
 * @param {Message[]} messages those that the server has
 * @param {string | null} end the last of them on screen
 * @returns {Outgoing | null} null when it had arrived
 */
export function restored(kept, messages, end) {
  if (hasArrived(kept, messages)) return null;
  const problem = kept.problem ?? localProblem('not-sent').problem;
  return { ...kept, after: kept.kind === 'send' ? end : kept.after, failed: true, problem };
}

/**
 * Whether a message whose sending was interrupted is among those that the server has.
 *
 * @param {Outgoing} outgoing
 * @param {Message[]} messages
 */
function hasArrived({ kind, text, after }, messages) {
  // Nothing is lost with an answer that was asked again, since the one before it is still there, nor with a choice.
  if (kind === 'regenerate' || kind === 'summary') return true;
  return messages.some(
    (other) => other.role === 'user' && other.parentId === after && other.text.trim() === text.trim(),
  );
}
