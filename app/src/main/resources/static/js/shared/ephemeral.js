/** What the id of an ephemeral conversation begins with; one that has no id yet has the mark alone before its name. */
const MARK = '~';

/**
 * Whether a conversation lives in the server's memory only: nothing of it may be written in this browser either.
 *
 * @param {string} id or the name under which its texts are kept
 */
export const isEphemeral = (id) => id.startsWith(MARK);

/**
 * The name under which the texts of a conversation without an id are kept.
 *
 * @param {boolean} ephemeral
 */
export const nameOfNew = (ephemeral) => (ephemeral ? `${MARK}new` : 'new');
