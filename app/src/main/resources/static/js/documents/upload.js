import { csrfToken, problemOf } from '../shared/api.js';
import { ApiProblem, localProblem } from '../shared/problem.js';

/** @import {DocumentView} from '../shared/types.js' */

/**
 * Sends a file. By `XMLHttpRequest`, which alone tells in every browser how much has left.
 *
 * @param {string} conversationId
 * @param {File} file
 * @param {{signal: AbortSignal, onProgress: (sent: number) => void}} options bytes of the file that have left
 * @returns {Promise<DocumentView>}
 * @throws {ApiProblem} or the abort of the signal
 */
export async function upload(conversationId, file, options) {
  try {
    return await attempt(conversationId, file, options);
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.kind !== 'csrf-invalid') throw error;
    // The token follows the session: any read brings the new one.
    await fetch('/api/me', { cache: 'no-store', signal: options.signal });
    return attempt(conversationId, file, options);
  }
}

/**
 * @param {string} conversationId
 * @param {File} file
 * @param {{signal: AbortSignal, onProgress: (sent: number) => void}} options
 * @returns {Promise<DocumentView>}
 */
function attempt(conversationId, file, { signal, onProgress }) {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const call = new XMLHttpRequest();
    const abort = () => call.abort();
    call.open('POST', '/api/documents');
    call.setRequestHeader('Accept', 'application/json, application/problem+json');
    call.setRequestHeader('X-XSRF-TOKEN', csrfToken());
    // The form's own text around the file counts too.
    call.upload.onprogress = ({ loaded }) => onProgress(Math.min(loaded, file.size));
    call.onabort = () => reject(signal.reason);
    call.onerror = () => reject(localProblem('unreachable'));
    call.onloadend = () => signal.removeEventListener('abort', abort);
    call.onload = () => {
      if (call.status >= 200 && call.status < 300 && isJson(call)) resolve(JSON.parse(call.responseText));
      else void problemOf(asResponse(call)).then(reject);
    };
    signal.addEventListener('abort', abort);
    call.send(formOf(conversationId, file));
  });
}

/**
 * The conversation comes first: the server knows whose file it is before it reads it.
 *
 * @param {string} conversationId
 * @param {File} file
 */
function formOf(conversationId, file) {
  const form = new FormData();
  form.append('conversationId', conversationId);
  form.append('file', file);
  return form;
}

/** @param {XMLHttpRequest} call */
const isJson = (call) => call.getResponseHeader('Content-Type')?.includes('json') ?? false;

/**
 * A success that is no JSON is the page of a sign-in, to which the call was led.
 *
 * @param {XMLHttpRequest} call
 */
function asResponse(call) {
  const status = call.status >= 400 ? call.status : 401;
  return new Response(call.responseText, {
    status,
    headers: { 'Content-Type': call.getResponseHeader('Content-Type') ?? '' },
  });
}
