import { EVENTS, json, request } from '../shared/api.js';

/** @import {Backends, Release, Releases, Report} from './models-types.js' */

/** @param {string} id */
const releasePath = (id) => `/api/ops/releases/${encodeURIComponent(id)}`;

/**
 * @param {string} path
 * @param {Record<string, unknown>} [body]
 * @returns {Promise<any>}
 */
const order = async (path, body) => (await request(path, { method: 'POST', body: body ?? {} })).json();

/** The server's calls that concern models and their engines, one function each. Orders name the revision that was seen. */
export const modelsApi = {
  /** @returns {Promise<Releases>} */
  releases: () => json('/api/ops/releases'),

  /** @returns {Promise<Backends>} */
  backends: () => json('/api/ops/backends'),

  /**
   * A response whose events say when to read again.
   *
   * @param {AbortSignal} signal
   */
  changes: (signal) => request('/api/ops/releases/events', { headers: EVENTS, signal }),

  /**
   * @param {string} id
   * @returns {Promise<Report>}
   */
  report: (id) => json(`${releasePath(id)}/evaluation`),

  /**
   * @param {number} revision
   * @param {string} model id in the catalogue
   * @returns {Promise<Release>}
   */
  propose: (revision, model) => order('/api/ops/releases', { revision, model }),

  /**
   * @param {number} revision
   * @param {string} id
   * @param {string} act
   * @param {Record<string, unknown>} [more]
   * @returns {Promise<Release>}
   */
  act: (revision, id, act, more = {}) => order(`${releasePath(id)}/${act}`, { revision, ...more }),

  /** @param {number} revision */
  rollBack: (revision) => order('/api/ops/releases/rollback', { revision }),

  /**
   * @param {string} name
   * @param {'drain' | 'resume'} act
   */
  backend: (name, act) => request(`/api/ops/backends/${encodeURIComponent(name)}/${act}`, { method: 'POST', body: {} }),
};
