import { html } from 'lit';
import { texts } from '../shared/texts.js';
import './problem-note.js';

/**
 * What stands where a conversation is to be: it is being read, or could not be.
 *
 * @param {import('../shared/types.js').Problem | null} problem
 * @param {() => void} retry
 */
export function conversationUnread(problem, retry) {
  if (!problem) return html`<div class="column"><p class="waiting" role="status">${texts.loading}</p></div>`;
  return html`<div class="column unread" role="alert">
    <problem-note .label=${texts.ends.failed} .problem=${problem} @retry=${retry}></problem-note>
  </div>`;
}
