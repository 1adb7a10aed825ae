import { texts } from '../shared/texts.js';

/** @import {DocumentLimits, Problem, Transfer} from '../shared/types.js' */

const { refused: reasons } = texts.documents;

let keys = 0;

/**
 * A file that is to be sent, or that cannot be.
 *
 * @param {File} file
 * @param {Problem | null} problem why it cannot
 * @returns {Transfer}
 */
export const transferOf = (file, problem) => ({
  key: `transfer-${++keys}`,
  file,
  sent: 0,
  state: problem ? 'failed' : 'queued',
  problem,
});

/**
 * Whether nothing more happens to it by itself.
 *
 * @param {Transfer} transfer
 */
export const isOver = ({ state }) => state === 'failed';

/**
 * Why a file need not even be sent; what it is, the server decides by its content.
 *
 * @param {File} file
 * @param {DocumentLimits} limits
 * @param {number} room how many more the conversation takes
 * @returns {Problem | null}
 */
export function refused(file, { maxBytes, maxPerConversation }, room) {
  if (folders.has(file)) return local('document-is-folder', 400, reasons.folder);
  if (file.size > maxBytes) return local('document-too-large', 413, reasons.tooLarge(file.size, maxBytes));
  return room > 0 ? null : local('too-many-documents', 409, reasons.tooMany(maxPerConversation));
}

/** @type {WeakSet<File>} what a browser hands over as a file although it is a folder */
const folders = new WeakSet();

/**
 * The files of a drop or of the clipboard.
 *
 * @param {DataTransfer | null} data
 * @returns {File[]}
 */
export function filesOf(data) {
  const items = [...(data?.items ?? [])].filter(({ kind }) => kind === 'file');
  return items.flatMap((item) => {
    const file = item.getAsFile();
    if (file && item.webkitGetAsEntry?.()?.isDirectory) folders.add(file);
    return file ?? [];
  });
}

/**
 * @param {string} name
 * @param {number} status
 * @param {{title: string, detail: string}} words
 * @returns {Problem}
 */
const local = (name, status, words) => ({ ...words, type: `urn:iris:problem:${name}`, status, retryable: false });
