import { isEphemeral, nameOfNew } from '../shared/ephemeral.js';
import { memory } from '../shared/memory.js';

/**
 * A text in preparation outlives its conversation: it waits in the next one.
 *
 * @param {string} id of the conversation that ended
 * @returns {string} the text
 */
export function keepDraft(id) {
  const draft = memory.draft(id);
  if (draft) memory.moveDraft(id, nameOfNew(isEphemeral(id)));
  memory.forget(id);
  return draft;
}
