import { millisecondsTo } from './time.js';

/** How long after an instant it is taken as past, in milliseconds: clocks differ. */
const MARGIN = 2000;

/** How long until the next look when an instant is past already, in milliseconds. */
const AGAIN = 30_000;

/** Does something once an instant is past. */
export class Deadline {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #instant = '';
  #act;

  /** @param {() => void} act */
  constructor(act) {
    this.#act = act;
  }

  /** @param {string | undefined} instant ISO-8601; replaces the one before */
  set(instant) {
    if (!instant || instant === this.#instant) return;
    this.clear();
    this.#instant = instant;
    const left = millisecondsTo(instant);
    this.#timer = setTimeout(() => this.#pass(), left > 0 ? left + MARGIN : AGAIN);
  }

  clear() {
    clearTimeout(this.#timer);
  }

  #pass() {
    this.#instant = '';
    this.#act();
  }
}
