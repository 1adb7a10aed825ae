import { api } from './api.js';
import { asProblem } from './problem.js';

/** @typedef {'ok' | 'offline' | 'storage' | 'signed-out'} ConnectionState */

/** Waits between attempts, in milliseconds; the last one repeats. */
const PAUSES = [1000, 2000, 4000, 8000, 15_000];

/**
 * Whether the server, its store and the session are there. It notices through the errors it is told, tries again by
 * itself, and fires `change`; `healed` once all is well again.
 */
export class Connection extends EventTarget {
  /** @type {ConnectionState} */
  state = 'ok';
  #attempt = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  constructor() {
    super();
    addEventListener('offline', () => this.#enter('offline'));
    addEventListener('online', () => this.retry());
  }

  /**
   * @param {unknown} error
   * @returns {boolean} whether it is a matter of connection, told by the banner
   */
  report(error) {
    const { kind, problem } = asProblem(error);
    if (kind === 'not-signed-in') this.#enter('signed-out');
    else if (kind === 'storage-unavailable') this.#enter('storage');
    else if (kind === 'unreachable' || problem.status === 0) this.#enter('offline');
    else return false;
    return true;
  }

  /** Tries now. */
  async retry() {
    if (this.state === 'ok' || this.state === 'signed-out') return;
    clearTimeout(this.#timer);
    try {
      await api.conversations();
      this.#attempt = 0;
      this.#enter('ok');
      this.dispatchEvent(new Event('healed'));
    } catch (error) {
      if (this.report(error)) this.#later();
      else this.#enter('ok');
    }
  }

  /** @param {ConnectionState} state */
  #enter(state) {
    if (this.state === state || this.state === 'signed-out') return;
    const wasOk = this.state === 'ok';
    this.state = state;
    this.dispatchEvent(new Event('change'));
    if (wasOk && state !== 'signed-out') this.#later();
  }

  #later() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.retry(), PAUSES[Math.min(this.#attempt++, PAUSES.length - 1)]);
  }
}
