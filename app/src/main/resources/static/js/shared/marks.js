/**
 * Marks on the text itself, by the browser's custom highlights: the elements do not change, so neither selection nor
 * screen reader notices. A browser without them shows no mark, and the block is outlined instead.
 */

const SHOWN = 'verify-shown';

/** @param {string} name */
function highlightNamed(name) {
  if (!('highlights' in CSS)) return null;
  let highlight = CSS.highlights.get(name);
  if (!highlight) {
    highlight = new Highlight();
    CSS.highlights.set(name, highlight);
  }
  return highlight;
}

export const marks = {
  /**
   * @param {string} name of the style
   * @param {Range[]} ranges
   */
  add(name, ranges) {
    const highlight = highlightNamed(name);
    ranges.forEach((range) => highlight?.add(range));
  },

  /**
   * @param {string} name of the style
   * @param {Range[]} ranges
   */
  remove(name, ranges) {
    const highlight = highlightNamed(name);
    ranges.forEach((range) => highlight?.delete(range));
  },

  /**
   * Brings a place into view, marks it and moves the focus to its block, so that reading goes on from there.
   *
   * @param {Range} range
   * @param {HTMLElement} block
   */
  show(range, block) {
    document.querySelectorAll('.block.shown').forEach((other) => other.classList.remove('shown'));
    block.classList.add('shown');
    const shown = highlightNamed(SHOWN);
    shown?.clear();
    shown?.add(range);
    block.tabIndex = -1;
    block.focus({ preventScroll: true });
    scrollIntoView(range, block);
  },
};

/**
 * @param {Range} range
 * @param {HTMLElement} block
 */
function scrollIntoView(range, block) {
  const { top, height } = range.getBoundingClientRect();
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  if (!height) block.scrollIntoView({ block: 'center' });
  else scrollBy({ top: top - innerHeight * 0.35, behavior: calm ? 'instant' : 'smooth' });
}
