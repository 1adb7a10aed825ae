import { millisecondsTo } from './time.js';

/** How long after an instant it is taken as past, in milliseconds: clocks differ. */
const MARGIN = 2000;

/** The longest wait that a browser's timer can hold, in milliseconds: what is further away is looked at on the way. */
const LONGEST = 2 ** 31 - 1;

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
    this.#timer = setTimeout(() => this.#pass(), left > 0 ? Math.min(left + MARGIN, LONGEST) : AGAIN);
  }

  clear() {
    clearTimeout(this.#timer);
  }

  #pass() {
    this.#instant = '';
    this.#act();
  }
}
