/** Within this distance of the bottom, in pixels, a reader follows. */
const NEAR = 96;

/**
 * Keeps the end of a growing thread in view for who is at the bottom, and leaves everyone else where they read.
 */
export class ScrollFollower {
  /** Whether there is anything to follow: a page that does not grow is read from its top. */
  enabled = false;
  #following = true;
  #top = 0;
  #onChange;
  #growth = new ResizeObserver(() => this.#grown());
  #stopped = new AbortController();

  /** @param {(following: boolean) => void} onChange the reader left the bottom, or came back */
  constructor(onChange) {
    this.#onChange = onChange;
    addEventListener('scroll', () => this.#moved(), { passive: true, signal: this.#stopped.signal });
  }

  /** @param {Element} element what grows */
  watch(element) {
    this.#growth.observe(element);
  }

  /** Goes to the bottom and follows from there. */
  follow() {
    this.enabled = true;
    this.#set(true);
    this.#grown();
  }

  /** Stays where the reader is. */
  leave() {
    this.#set(false);
  }

  stop() {
    this.#growth.disconnect();
    this.#stopped.abort();
  }

  #grown() {
    if (!this.enabled) return;
    if (this.#following) scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' });
    else this.#moved();
  }

  #moved() {
    const { scrollHeight } = document.documentElement;
    const near = scrollHeight - innerHeight - scrollY < NEAR;
    // Text that grows moves the bottom away; only going up is leaving it.
    if (near || scrollY < this.#top) this.#set(near);
    this.#top = scrollY;
  }

  /** @param {boolean} following */
  #set(following) {
    if (following === this.#following) return;
    this.#following = following;
    this.#onChange(following);
  }
}
