import { json } from '../shared/api.js';

/** @import {Reminder} from '../shared/types.js' */

/** How long a message waits for its reminder, in milliseconds: past it the message goes, and the server still enforces. */
const PATIENCE = 300;

/**
 * What a text deserves to be reminded of.
 *
 * @param {string} text
 * @returns {Promise<Reminder | null>} null for nothing, and whenever it cannot be known in time
 */
export async function reminderFor(text) {
  const call = { method: 'POST', body: { text }, signal: AbortSignal.timeout(PATIENCE) };
  try {
    return (await json('/api/reminders', call)).reminder ?? null;
  } catch {
    return null;
  }
}
