import { request } from '../shared/api.js';

/** @typedef {'docx' | 'odt' | 'pdf' | 'markdown'} ExportFormat */

/**
 * @typedef {object} ExportRequest
 * @property {string} conversationId
 * @property {string} messageId
 * @property {ExportFormat} format
 * @property {string} reviewer who read the answer again, as the file says it
 * @property {number[]} leftOpen where the findings start that leave unchecked
 */

/**
 * An answer as a file.
 *
 * @param {ExportRequest} wanted
 * @returns {Promise<{name: string, file: Blob}>}
 */
export async function exported(wanted) {
  const response = await request('/api/exports', { method: 'POST', body: wanted, headers: { Accept: '*/*' } });
  return { name: nameIn(response.headers.get('Content-Disposition') ?? ''), file: await response.blob() };
}

/** @param {string} disposition */
function nameIn(disposition) {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  return encoded ? decodeURIComponent(encoded) : 'IRIS';
}

/**
 * Has the browser keep a file where the person wants it.
 *
 * @param {string} name
 * @param {Blob} file
 */
export function download(name, file) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser reads it after the click: what it holds goes once that is sure to have begun.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
