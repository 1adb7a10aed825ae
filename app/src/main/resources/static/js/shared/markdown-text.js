import { ReactiveElement } from 'lit';
import { announce } from './announcer.js';
import { blocksOf, rendered } from './markdown.js';
import { morph } from './morph.js';
import { loadHighlighter, sanitised } from './sanitiser.js';
import { locate, locateAll } from './text-place.js';
import { texts } from './texts.js';

/** @import {Block} from './markdown.js' */

/** @typedef {{start: number, raw: string, element: HTMLElement}} Placed a rendered block and where it begins in the text */

/**
 * Markdown that may still be growing. A block that something follows is rendered once and for all; only the last one is
 * rendered again, and in place.
 *
 * @property {string} text the Markdown; it may only grow while `complete` is false
 * @property {boolean} complete no more text will come
 */
export class MarkdownText extends ReactiveElement {
  /** @override */
  static properties = { text: {}, complete: { type: Boolean } };

  /** @type {Placed[]} */
  #placed = [];
  #shown = '';

  constructor() {
    super();
    this.text = '';
    this.complete = true;
    this.addEventListener('click', (event) => void this.#copyCode(event));
  }

  /** @override */
  createRenderRoot() {
    return this;
  }

  /**
   * @param {import('lit').PropertyValues<this>} changed
   * @override
   */
  update(changed) {
    super.update(changed);
    if (!this.text.startsWith(this.#shown)) this.#clear();
    this.#shown = this.text;
    const last = this.#placed.at(-1);
    const from = last?.start ?? 0;
    this.#place(blocksOf(this.text.slice(from)), from, Math.max(0, this.#placed.length - 1));
  }

  /**
   * Where a piece of the text stands in what is shown.
   *
   * @param {{text: string, start: number}} piece
   * @returns {{range: Range, block: HTMLElement} | null}
   */
  find({ text, start }) {
    const placed = this.#placed.filter((block) => block.start <= start).at(-1);
    if (!placed) return null;
    const range = locate(placed.element, placed.raw, text, start - placed.start);
    return { range, block: placed.element };
  }

  /**
   * Where pieces of the text stand in what is shown, but those that the rendering changed.
   *
   * @template {{text: string, start: number}} T
   * @param {T[]} pieces
   * @returns {Map<T, Range>}
   */
  findAll(pieces) {
    /** @type {Map<T, Range>} */
    const found = new Map();
    const sorted = [...pieces].sort((one, other) => one.start - other.start);
    let next = 0;
    this.#placed.forEach(({ element, raw, start }, index) => {
      const end = this.#placed[index + 1]?.start ?? Infinity;
      const from = next;
      while (next < sorted.length && sorted[next].start < end) next++;
      const here = sorted.slice(from, next);
      const ranges = locateAll(element, raw, here.map((piece) => ({ text: piece.text, offset: piece.start - start })));
      here.forEach((piece, nth) => ranges[nth] && found.set(piece, ranges[nth]));
    });
    return found;
  }

  /**
   * @param {Block[]} blocks
   * @param {number} start where they begin in the text
   * @param {number} index of the first of them
   */
  #place(blocks, start, index) {
    for (const block of blocks) {
      const placed = this.#placed[index];
      if (placed?.raw !== block.raw) this.#render(block, start, index);
      start += block.raw.length;
      index++;
    }
    this.#placed.splice(index).forEach((placed) => placed.element.remove());
    const settled = this.complete ? this.#placed : this.#placed.slice(0, -1);
    settled.forEach((placed) => highlight(placed.element));
  }

  /**
   * @param {Block} block
   * @param {number} start
   * @param {number} index
   */
  #render(block, start, index) {
    const element = this.#placed[index]?.element ?? document.createElement('div');
    element.className = 'block';
    element.dir = 'auto';
    morph(element, rendered(block));
    if (!element.parentNode) this.append(element);
    this.#placed[index] = { start, raw: block.raw, element };
  }

  #clear() {
    this.#placed.splice(0).forEach((placed) => placed.element.remove());
  }

  /** @param {Event} event */
  async #copyCode(event) {
    const button = event.target instanceof Element ? event.target.closest('[data-copy-code]') : null;
    const code = button?.closest('.code-block')?.querySelector('code')?.textContent;
    if (code === undefined || code === null) return;
    try {
      await navigator.clipboard.writeText(code);
      announce(texts.markdown.codeCopied);
    } catch {
      announce(texts.thread.copyFailed);
    }
  }
}

/**
 * Colours the code of a block that no longer changes, once.
 *
 * @param {HTMLElement} block
 */
async function highlight(block) {
  const code = block.querySelector('code[class^="language-"]:not([data-coloured])');
  if (!(code instanceof HTMLElement)) return;
  code.dataset.coloured = '';
  try {
    const highlighter = await loadHighlighter();
    const language = code.className.replace('language-', '');
    if (!highlighter.getLanguage(language)) return;
    code.replaceChildren(sanitised(highlighter.highlight(code.textContent ?? '', { language }).value));
  } catch {
    // Code reads without colours.
  }
}

customElements.define('markdown-text', MarkdownText);
