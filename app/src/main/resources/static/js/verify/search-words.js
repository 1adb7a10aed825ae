import { spoken } from '../shared/plain-text.js';

/** @import {Finding} from '../shared/types.js' */

/** Longer than this, a sentence is cut around its finding, in characters. */
const LONGEST = 160;

/** How much is shown on each side of a finding, in characters. */
const AROUND = 60;

/** The mark of a citation. */
const CITATION = /\[(?:doc|p)\.[^\]\n]{0,60}\]/g;

/** What stands around a quotation. */
const QUOTES = '«»"“”„ \u00a0\u202f';

const sentences = new Intl.Segmenter('fr', { granularity: 'sentence' });

/**
 * What stands around a finding in its line of the answer.
 *
 * @param {string} answer
 * @param {Finding} finding
 * @param {number} [reach] in characters
 * @returns {{before: string, after: string}} with an ellipsis where they are cut
 */
export function around(answer, { start, end }, reach = AROUND) {
  const first = answer.lastIndexOf('\n', start - 1) + 1;
  const newline = answer.indexOf('\n', end);
  const last = newline < 0 ? answer.length : newline;
  const from = cutFrom(answer, first, start - reach);
  const to = cutTo(answer, last, end + reach);
  const left = unmarked(answer.slice(from, start));
  const right = unmarked(answer.slice(end, to));
  const before = spoken(from > first ? afterMark(left) : left);
  const after = spoken(right);
  return {
    before: (from > first ? '… ' : '') + before + (/\s/.test(left.at(-1) ?? '') && before ? ' ' : ''),
    after: (/\s/.test(right.at(0) ?? '') && after ? ' ' : '') + after + (to < last ? ' …' : ''),
  };
}

/** Without what Markdown puts around words. @param {string} text */
const unmarked = (text) => text.replace(/[*_`]/g, '');

/** What follows a citation's mark that was cut in two. @param {string} text */
function afterMark(text) {
  const close = text.indexOf(']');
  const open = text.indexOf('[');
  return close < 0 || (open >= 0 && open < close) ? text : text.slice(close + 1).replace(/^[.\s]+/, '');
}

/**
 * What to look up elsewhere: the sentence of the finding, or a quotation word for word.
 *
 * @param {string} answer
 * @param {Finding} finding
 * @returns {string}
 */
export function searchWords(answer, finding) {
  if (finding.kind === 'quotation') return `"${unquoted(spoken(finding.text))}"`;
  const sentence = spoken(unmarked(sentenceOf(answer, finding))).replace(/ ([.,])/g, '$1');
  if (sentence.length <= LONGEST) return sentence;
  const { before, after } = around(answer, finding);
  return `${before}${spoken(unmarked(finding.text))}${after}`.replaceAll('…', '').trim();
}

/** @param {string} text a quotation with its marks */
function unquoted(text) {
  let first = 0;
  let last = text.length;
  while (first < last && QUOTES.includes(text[first])) first++;
  while (last > first && QUOTES.includes(text[last - 1])) last--;
  return text.slice(first, last);
}

/**
 * @param {string} answer
 * @param {Finding} finding
 */
function sentenceOf(answer, { start, end }) {
  const first = Math.max(answer.lastIndexOf('\n', start - 1) + 1, start - 1000);
  const newline = answer.indexOf('\n', end);
  const last = Math.min(newline < 0 ? answer.length : newline, end + 1000);
  // A citation's mark is none of the sentence, and its full stop no end of it.
  const line = answer.slice(first, last).replace(CITATION, (mark) => ' '.repeat(mark.length));
  return sentences.segment(line).containing(start - first)?.segment ?? line;
}

/**
 * The beginning of a word at or after an offset, or of the line.
 *
 * @param {string} text
 * @param {number} first
 * @param {number} offset
 */
function cutFrom(text, first, offset) {
  if (offset <= first) return first;
  const space = text.indexOf(' ', offset);
  return space < 0 || space > offset + AROUND ? offset : space + 1;
}

/**
 * The end of a word at or before an offset, or of the line.
 *
 * @param {string} text
 * @param {number} last
 * @param {number} offset
 */
function cutTo(text, last, offset) {
  if (offset >= last) return last;
  const space = text.lastIndexOf(' ', offset);
  return space < offset - AROUND ? offset : space;
}
