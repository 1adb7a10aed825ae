/** @import {ReactiveController, ReactiveControllerHost} from 'lit' */

/** How often a shown time left is told again, in milliseconds. */
const PERIOD = 20_000;

/**
 * Renders its element again as time passes.
 *
 * @implements {ReactiveController}
 */
export class Ticker {
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #timer;
  #host;

  /** @param {ReactiveControllerHost} host */
  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    this.#timer = setInterval(() => this.#host.requestUpdate(), PERIOD);
  }

  hostDisconnected() {
    clearInterval(this.#timer);
  }
}
