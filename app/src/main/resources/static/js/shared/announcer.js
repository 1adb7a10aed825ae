import { spoken } from './plain-text.js';
import { texts } from './texts.js';

/** How long a sentence stays in the live region once said, in milliseconds. */
const KEPT = 15_000;

/** @type {HTMLElement | undefined} */
let region;

/** The polite live region of the page, which outlives every element. */
function liveRegion() {
  if (!region) {
    region = document.createElement('div');
    region.className = 'visually-hidden';
    region.setAttribute('role', 'log');
    region.setAttribute('aria-live', 'polite');
    region.setAttribute('aria-relevant', 'additions');
    region.setAttribute('aria-label', texts.announcements);
    document.body.append(region);
  }
  return region;
}

/**
 * Says a sentence to those who listen to the page.
 *
 * @param {string} sentence
 */
export function announce(sentence) {
  if (!sentence) return;
  const line = document.createElement('p');
  line.textContent = sentence;
  liveRegion().append(line);
  setTimeout(() => line.remove(), KEPT);
}

/** Says a growing text sentence by sentence, each once it is whole. */
export class SentenceAnnouncer {
  #said = 0;
  #sentences = new Intl.Segmenter('fr', { granularity: 'sentence' });

  /**
   * @param {string} text all of it so far
   * @param {boolean} complete whether the last sentence is whole too
   */
  update(text, complete) {
    const fresh = text.slice(this.#said);
    const segments = [...this.#sentences.segment(fresh)].map((part) => part.segment);
    if (!complete) segments.pop();
    const whole = segments.join('');
    if (!whole) return;
    this.#said += whole.length;
    announce(spoken(whole));
  }

  /**
   * Takes a text as already said.
   *
   * @param {string} text
   */
  skip(text) {
    this.#said = text.length;
  }
}

liveRegion();
