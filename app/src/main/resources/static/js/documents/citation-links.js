import { neutralised } from '../shared/plain-text.js';
import { texts } from '../shared/texts.js';

/** @import {MarkdownText} from '../shared/markdown-text.js' */
/** @import {Citation, Message} from '../shared/types.js' */

const words = texts.citation;

/** @typedef {(documentId: string) => string | undefined} NameOf of a document, unless it is gone */

/** @type {WeakMap<Element, Citation>} */
const cited = new WeakMap();

/**
 * Makes the citations of an answer buttons, each over its own mark: no word of the text changes or moves.
 *
 * @param {MarkdownText} prose the answer as it is shown
 * @param {Message} message
 * @param {NameOf} nameOf
 */
export function linkCitations(prose, { text, citations = [] }, nameOf) {
  const known = prose.querySelectorAll('button.citation');
  if (known.length) known.forEach((button) => label(button, nameOf));
  else for (const group of groups(citations)) link(prose, text, group, nameOf);
}

/**
 * The citations of each mark: one that names several pages has as many.
 *
 * @param {Citation[]} citations
 */
function groups(citations) {
  /** @type {Map<number, Citation[]>} */
  const byStart = new Map();
  for (const citation of citations) byStart.set(citation.start, [...(byStart.get(citation.start) ?? []), citation]);
  return [...byStart.values()];
}

/**
 * @param {MarkdownText} prose
 * @param {string} text
 * @param {Citation[]} group
 * @param {NameOf} nameOf
 */
function link(prose, text, group, nameOf) {
  const [{ start, end }] = group;
  const mark = text.slice(start, end);
  const range = prose.find({ text: mark, start })?.range;
  // Where the rendering changed the mark, there is nothing to press.
  if (range?.toString() !== mark) return;
  const parts = partsOf(mark, group).map((part) => (typeof part === 'string' ? part : button(part, mark, nameOf)));
  range.deleteContents();
  const fragment = document.createDocumentFragment();
  fragment.append(...parts);
  range.insertNode(fragment);
}

/**
 * A mark with one page is one button; in `[p. 3, 7]` each number is one.
 *
 * @param {string} mark
 * @param {Citation[]} group
 * @returns {(string | {text: string, citation: Citation})[]}
 */
function partsOf(mark, group) {
  if (group.length === 1) return [{ text: mark, citation: group[0] }];
  /** @type {(string | {text: string, citation: Citation})[]} */
  const parts = [];
  let end = 0;
  let from = 0;
  // The number of a document is no page: nothing is to be found there, and nothing moves.
  const numbers = mark.replace(/doc(?:ument|s)?\.?\s*(?:n°\s*)?\d+/gi, (named) => ' '.repeat(named.length));
  for (const citation of group) {
    const number = new RegExp(`(?<!\\d)${citation.page}(?!\\d)`).exec(numbers.slice(from));
    if (!number) continue;
    const start = from + number.index;
    from = start + number[0].length;
    parts.push(mark.slice(end, start), { text: number[0], citation });
    end = from;
  }
  return parts.length ? [...parts, mark.slice(end)] : [{ text: mark, citation: group[0] }];
}

/**
 * @param {{text: string, citation: Citation}} part
 * @param {string} mark
 * @param {NameOf} nameOf
 */
function button({ text, citation }, mark, nameOf) {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = citation.spans.length ? 'citation' : 'citation unsupported';
  element.textContent = text;
  element.dataset.mark = mark;
  cited.set(element, citation);
  label(element, nameOf);
  element.addEventListener('click', () =>
    element.dispatchEvent(new CustomEvent('cite', { detail: { citation, opener: element }, bubbles: true })),
  );
  return element;
}

/**
 * @param {Element} element
 * @param {NameOf} nameOf
 */
function label(element, nameOf) {
  const citation = cited.get(element);
  if (!citation) return;
  const name = nameOf(citation.documentId);
  const sees = words.see(citation.page, name === undefined ? words.goneDocument : neutralised(name));
  const doubt = citation.spans.length ? '' : `, ${words.unsupported}`;
  element.setAttribute('aria-label', `${element.textContent} ${sees}${doubt}`);
}
