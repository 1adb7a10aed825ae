import { ApiProblem, localProblem } from './problem.js';

/** @import {AuditIntegrity, AuditPage, AuditSearch, CharterProof, CharterText, ConversationDetail, ConversationSummary, Me, Models, PurgeProof, SelfCheck, Settings} from './types.js' */

/** @typedef {{method?: string, body?: unknown, headers?: Record<string, string>, signal?: AbortSignal}} Call */

/** How far the server's clock is ahead of this one, in milliseconds: time left is told by the server's. */
let clockOffset = 0;

/** The server's time. */
export const now = () => Date.now() + clockOffset;

/** The token that proves that a change comes from this page. */
export function csrfToken() {
  const pair = document.cookie.split('; ').find((cookie) => cookie.startsWith('XSRF-TOKEN='));
  return pair ? decodeURIComponent(pair.slice('XSRF-TOKEN='.length)) : '';
}

/**
 * The token as a form sends it: another text each time, so that compression tells nothing about it.
 *
 * @returns {string} base64url of random bytes followed by those bytes combined with the token's
 */
export function maskedCsrfToken() {
  const token = new TextEncoder().encode(csrfToken());
  const mask = crypto.getRandomValues(new Uint8Array(token.length));
  const masked = [...mask, ...token.map((byte, index) => byte ^ mask[index])];
  return btoa(String.fromCharCode(...masked))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
}

/**
 * @param {string} path
 * @param {Call} call
 * @returns {Promise<Response>}
 */
async function send(path, { method = 'GET', body, headers = {}, signal }) {
  /** @type {Record<string, string>} */
  const all = { Accept: 'application/json, application/problem+json', ...headers };
  if (method !== 'GET') all['X-XSRF-TOKEN'] = csrfToken();
  if (body !== undefined) all['Content-Type'] = 'application/json';
  try {
    return await fetch(path, {
      method,
      headers: all,
      body: body === undefined ? undefined : JSON.stringify(body),
      signal,
      cache: 'no-store',
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw localProblem('unreachable');
  }
}

/** @param {Response} response */
function readClock(response) {
  const date = Date.parse(response.headers.get('Date') ?? '');
  // The header has whole seconds: a smaller difference says nothing.
  if (Number.isFinite(date) && Math.abs(date - Date.now()) > 2000) clockOffset = date - Date.now();
}

/**
 * @param {Response} response
 * @returns {Promise<ApiProblem>}
 */
export async function problemOf(response) {
  if (response.headers.get('Content-Type')?.includes('application/problem+json')) {
    try {
      return new ApiProblem({ status: response.status, ...(await response.json()) });
    } catch {
      return localProblem('unexpected', response.status);
    }
  }
  if (response.status === 401) return localProblem('not-signed-in', 401);
  return localProblem(response.status >= 502 ? 'unreachable' : 'unexpected', response.status);
}

/**
 * Calls the server; a response that is not a success becomes an {@link ApiProblem}.
 *
 * @param {string} path
 * @param {Call} [call]
 * @returns {Promise<Response>}
 */
export async function request(path, call = {}) {
  let response = await send(path, call);
  if (response.status === 403) {
    const problem = await problemOf(response);
    if (problem.kind !== 'csrf-invalid') throw problem;
    // The token follows the session: any read brings the new one.
    await send('/api/me', {});
    response = await send(path, call);
  }
  readClock(response);
  if (response.redirected) throw localProblem('not-signed-in', 401);
  if (!response.ok) throw await problemOf(response);
  return response;
}

/**
 * @template T
 * @param {string} path
 * @param {Call} [call]
 * @returns {Promise<T>}
 */
export const json = async (path, call) => (await request(path, call)).json();

/** What a call asks for whose response is an answer's events. */
export const EVENTS = { Accept: 'text/event-stream, application/problem+json' };

/** @param {string} id */
const conversationPath = (id) => `/api/conversations/${encodeURIComponent(id)}`;

/** @param {string} id */
const answerPath = (id) => `/api/answers/${encodeURIComponent(id)}`;

/**
 * The instants between which the days of a search lie, by this browser's clock and calendar.
 *
 * @param {AuditSearch} search
 * @param {string | null} cursor
 * @returns {string}
 */
function auditQuery({ from, to, who, what }, cursor) {
  const query = new URLSearchParams();
  if (from) query.set('from', new Date(`${from}T00:00:00`).toISOString());
  if (to) {
    const end = new Date(`${to}T00:00:00`);
    end.setDate(end.getDate() + 1);
    query.set('to', end.toISOString());
  }
  if (who) query.set('who', who);
  if (what) query.set('what', what);
  if (cursor) query.set('cursor', cursor);
  return query.toString();
}

/** The server's calls, one function each. All throw {@link ApiProblem}, or the abort of their signal. */
export const api = {
  /** @returns {Promise<Me>} */
  me: () => json('/api/me'),

  /** @returns {Promise<Settings>} */
  settings: () => json('/api/settings'),

  /** @returns {Promise<Models>} */
  models: () => json('/api/models'),

  /** @returns {Promise<CharterText>} */
  charter: () => json('/api/charter'),

  /** @returns {Promise<SelfCheck>} */
  selfCheck: () => json('/api/charter/self-check'),

  /** @returns {Promise<CharterProof>} */
  charterProof: () => json('/api/charter/proof'),

  /** @param {string} version */
  acceptCharter: (version) => request('/api/charter/acceptances', { method: 'POST', body: { version } }),

  /** @returns {Promise<ConversationSummary[]>} */
  conversations: async () => (await json('/api/conversations')).conversations,

  /**
   * @param {boolean} ephemeral
   * @returns {Promise<ConversationSummary>}
   */
  createConversation: (ephemeral) =>
    json('/api/conversations', { method: 'POST', body: ephemeral ? { ephemeral } : {} }),

  /**
   * @param {string} id
   * @param {AbortSignal} [signal]
   * @returns {Promise<ConversationDetail>}
   */
  conversation: (id, signal) => json(conversationPath(id), { signal }),

  /**
   * @param {string} id
   * @param {string} title
   * @returns {Promise<ConversationSummary>}
   */
  renameConversation: (id, title) => json(conversationPath(id), { method: 'PATCH', body: { title } }),

  /**
   * @param {string} id
   * @param {number} seconds until it must be gone
   * @returns {Promise<ConversationSummary>}
   */
  shortenConversation: (id, seconds) =>
    json(conversationPath(id), { method: 'PATCH', body: { eraseIn: `PT${seconds}S` } }),

  /** @param {string} id */
  deleteConversation: (id) => request(conversationPath(id), { method: 'DELETE' }),

  /** @returns {Promise<{deleted: number}>} */
  deleteAll: () => json('/api/conversations', { method: 'DELETE' }),

  /**
   * Sends a message; the response's body is the answer's events.
   *
   * @param {string} id
   * @param {{text?: string, replaces?: string, after?: string, acknowledged?: string[], documentIds?: string[]}} message
   * @param {AbortSignal} signal
   */
  sendMessage: (id, message, signal) =>
    request(`${conversationPath(id)}/messages`, { method: 'POST', body: message, headers: EVENTS, signal }),

  /**
   * The events of an answer after the one already seen.
   *
   * @param {string} id
   * @param {number} lastId 0 for all
   * @param {AbortSignal} signal
   */
  answerEvents: (id, lastId, signal) =>
    request(`${answerPath(id)}/events`, {
      headers: lastId > 0 ? { ...EVENTS, 'Last-Event-ID': String(lastId) } : EVENTS,
      signal,
    }),

  /**
   * Entries of the audit trail, newest first.
   *
   * @param {AuditSearch} search
   * @param {string | null} cursor where the former page ended
   * @param {AbortSignal} signal
   * @returns {Promise<AuditPage>}
   */
  audit: (search, cursor, signal) => json(`/api/audit?${auditQuery(search, cursor)}`, { signal }),

  /** @returns {Promise<AuditIntegrity>} */
  auditIntegrity: () => json('/api/audit/integrity'),

  /** @returns {Promise<PurgeProof>} the last one, by whichever instance */
  purgeProof: () => json('/api/ops/purge'),

  /** @returns {Promise<PurgeProof>} made now */
  checkPurge: () => json('/api/ops/purge/checks', { method: 'POST' }),

  /** @param {string} id */
  stopAnswer: (id) => request(`${answerPath(id)}/stop`, { method: 'POST' }),
};
