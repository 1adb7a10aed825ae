/** Characters that reorder the text around them: they can make a link or an amount read as another. */
const BIDI_CONTROLS = /[\u202A-\u202E\u2066-\u2069]/g;

/**
 * Replaces each direction control by a mark that shows it, so that text reads in the order it was written.
 *
 * @param {string} text
 * @returns {string}
 */
export const neutralised = (text) =>
  text.replace(BIDI_CONTROLS, (control) => `⟦U+${control.charCodeAt(0).toString(16).toUpperCase()}⟧`);

/**
 * Takes the marks of Markdown out, for reading aloud.
 *
 * @param {string} markdown
 * @returns {string}
 */
export const spoken = (markdown) =>
  neutralised(markdown)
    .replace(/```[^\n]*/g, '')
    .replace(/\[((?:doc|p)\.[^\]\n]*)\]/g, '($1)')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/!?\[|\]\([^)]*\)?/g, ' ')
    .replace(/^\s{0,3}(?:#{1,6}|>|[-*+]|\|)\s+/gm, '')
    .replace(/\|?\s*:?-{3,}:?\s*\|?/g, '')
    .replace(/[*_`~|]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
