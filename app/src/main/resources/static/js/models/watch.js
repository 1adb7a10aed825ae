import { isAbort } from '../shared/problem.js';
import { readEvents } from '../shared/event-stream.js';
import { modelsApi } from './models-api.js';

/** @import {ReactiveController, ReactiveControllerHost} from 'lit' */

/** Engines change without telling: they are looked at this often, in milliseconds. */
const LOOK = 5_000;

/** How long to wait before listening again after the line dropped, in milliseconds. */
const AGAIN = 2_000;

/**
 * Has its element read again when releases change, and look at the engines every few seconds while the page is seen.
 *
 * @implements {ReactiveController}
 */
export class Watch {
  #changed;
  #look;
  #left = new AbortController();
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #timer;

  /**
   * @param {ReactiveControllerHost} host
   * @param {() => Promise<void>} changed
   * @param {() => Promise<void>} look
   */
  constructor(host, changed, look) {
    this.#changed = changed;
    this.#look = look;
    host.addController(this);
  }

  hostConnected() {
    this.#left = new AbortController();
    this.#timer = setInterval(() => document.visibilityState === 'visible' && void this.#look(), LOOK);
    void this.#listen(this.#left.signal);
  }

  hostDisconnected() {
    clearInterval(this.#timer);
    this.#left.abort();
  }

  /** @param {AbortSignal} signal */
  async #listen(signal) {
    while (!signal.aborted) {
      try {
        for await (const { name } of readEvents(await modelsApi.changes(signal), signal)) {
          if (name === 'changed') await this.#changed();
        }
      } catch (error) {
        if (isAbort(error)) return;
      }
      await new Promise((resolve) => setTimeout(resolve, AGAIN));
      if (!signal.aborted) await this.#changed();
    }
  }
}
