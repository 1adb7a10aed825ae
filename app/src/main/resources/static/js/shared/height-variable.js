/** @import {ReactiveController, ReactiveControllerHost} from 'lit' */

/**
 * Tells the style sheets how high a part is that stays in sight, so that content and focus keep clear of it.
 *
 * @implements {ReactiveController}
 */
export class HeightVariable {
  #host;
  #selector;
  #name;
  /** @type {Element | null} */
  #watched = null;
  #observer = new ResizeObserver(([{ borderBoxSize }]) => this.#tell(borderBoxSize[0].blockSize));

  /**
   * @param {ReactiveControllerHost & HTMLElement} host
   * @param {string} selector the part, inside the host
   * @param {string} name of the custom property, in pixels; 0 without the part
   */
  constructor(host, selector, name) {
    this.#host = host;
    this.#selector = selector;
    this.#name = name;
    host.addController(this);
  }

  hostUpdated() {
    const part = this.#host.querySelector(this.#selector);
    if (part === this.#watched) return;
    this.#observer.disconnect();
    this.#watched = part;
    if (part) this.#observer.observe(part, { box: 'border-box' });
    else this.#tell(0);
  }

  hostDisconnected() {
    this.#observer.disconnect();
    this.#watched = null;
    this.#tell(0);
  }

  /** @param {number} height */
  #tell(height) {
    document.documentElement.style.setProperty(this.#name, `${Math.ceil(height)}px`);
  }
}
