import { marks } from '../shared/marks.js';
import { texts } from '../shared/texts.js';
import { styleOf, verdictOf } from './findings.js';

/** @import {MarkdownText} from '../shared/markdown-text.js' */
/** @import {Finding} from '../shared/types.js' */

const words = texts.verify;

/** Elements that hold no button of ours: a sign stands after them. */
const HOSTS = 'a, button';

/** How much of a finding's last word is kept on one line with its sign, in characters. */
const TAIL = 12;

/** @typedef {(start: number, opener: HTMLElement) => void} OnOpen a sign was pressed */

/**
 * The marks of what deserves checking in a whole answer: a line under the words, of another form for each verdict, and
 * a sign after them. The signs have no text of their own: neither what is copied nor what is found in the page changes.
 */
export class AnswerMarks {
  /** @type {Map<string, Range[]>} by style */
  #ranges = new Map();
  /** @type {Map<number, HTMLElement>} by the finding's start */
  #signs = new Map();
  /** @type {Finding[]} */
  #shown = [];
  #onOpen;

  /** @param {OnOpen} onOpen */
  constructor(onOpen) {
    this.#onOpen = onOpen;
  }

  /**
   * @param {MarkdownText} prose the answer as it is shown, its citations in place
   * @param {Finding[]} findings
   */
  update(prose, findings) {
    if (findings === this.#shown) return;
    this.#shown = findings;
    this.#sign(prose, findings);
    this.clear();
    for (const [finding, range] of prose.findAll(findings.filter(isUnderlined))) {
      const style = `verify-${styleOf(finding)}`;
      this.#ranges.set(style, [...(this.#ranges.get(style) ?? []), range]);
    }
    this.#ranges.forEach((ranges, style) => marks.add(style, ranges));
  }

  /** Takes the lines away: they belong to the page, not to the answer. */
  clear() {
    this.#ranges.forEach((ranges, style) => marks.remove(style, ranges));
    this.#ranges.clear();
  }

  /**
   * Brings a finding into view.
   *
   * @param {MarkdownText} prose
   * @param {Finding} finding
   */
  show(prose, finding) {
    const place = prose.find(finding);
    if (place) marks.show(place.range, place.block);
  }

  /**
   * @param {MarkdownText} prose
   * @param {Finding[]} findings
   */
  #sign(prose, findings) {
    const signed = new Map(findings.filter(isSigned).map((finding) => [finding.start, finding]));
    for (const [start, sign] of this.#signs) {
      if (sign.isConnected && signed.has(start)) continue;
      sign.remove();
      this.#signs.delete(start);
    }
    const fresh = [...signed.values()].filter(({ start }) => !this.#signs.has(start));
    fresh.filter((finding) => verdictOf(finding) === 'not_analysed').forEach((finding) => this.#begin(prose, finding));
    const places = [...prose.findAll(fresh.filter(isUnderlined))];
    // From the last to the first: what is put in moves nothing that is still to be marked.
    places.sort(([one], [other]) => other.end - one.end || one.start - other.start);
    for (const [finding, range] of places) this.#end(prose, finding, range);
    this.#signs.forEach((sign, start) => label(sign, /** @type {Finding} */ (signed.get(start))));
  }

  /**
   * Signs a stretch at its beginning: where it ends, nobody would look for it.
   *
   * @param {MarkdownText} prose
   * @param {Finding} finding
   */
  #begin(prose, finding) {
    const sign = this.#make(finding);
    prose.find({ text: '', start: finding.start })?.block.prepend(sign);
  }

  /**
   * @param {MarkdownText} prose
   * @param {Finding} finding
   * @param {Range} known where it stood before others were signed
   */
  #end(prose, finding, known) {
    const range = known.toString().length === finding.text.length ? known : prose.find(finding)?.range;
    const { endContainer: text, endOffset } = range ?? known;
    if (!(text instanceof Text) || text.parentElement?.closest('pre')) return;
    const sign = this.#make(finding);
    const host = text.parentElement?.closest(HOSTS);
    if (host) host.after(sign);
    else keepTogether(text, endOffset, sign);
  }

  /** @param {Finding} finding */
  #make(finding) {
    const silent = verdictOf(finding) === 'no_source';
    const sign = document.createElement(silent ? 'span' : 'button');
    if (sign instanceof HTMLButtonElement) {
      sign.type = 'button';
      sign.addEventListener('click', () => this.#onOpen(finding.start, sign));
    }
    this.#signs.set(finding.start, sign);
    return sign;
  }
}

/** A whole stretch is signed, not underlined. @param {Finding} finding */
const isUnderlined = (finding) => verdictOf(finding) !== 'not_analysed';

/** What the documents bear out has its line only. @param {Finding} finding */
const isSigned = (finding) => verdictOf(finding) !== 'supported';

/**
 * @param {HTMLElement} sign
 * @param {Finding} finding
 */
function label(sign, finding) {
  const verdict = verdictOf(finding);
  if (verdict === 'no_source' || verdict === 'supported') {
    sign.className = 'verify-label';
    sign.dataset.label = finding.checked ? words.label.checked : words.label.no_source;
    return;
  }
  sign.className = `verify-sign ${styleOf(finding)}`;
  sign.setAttribute('aria-label', words.sign[finding.checked ? 'checked' : verdict](finding.text.slice(0, 80)));
  if (verdict === 'not_analysed') sign.dataset.label = finding.checked ? words.label.checked : words.notAnalysed;
}

/**
 * Puts a sign after a word, on the same line.
 *
 * @param {Text} text
 * @param {number} end of the word
 * @param {HTMLElement} sign
 */
function keepTogether(text, end, sign) {
  const word = document.createRange();
  let start = end;
  while (start > 0 && end - start < TAIL && text.data[start - 1].trim()) start--;
  word.setStart(text, start);
  word.setEnd(text, end);
  const line = document.createElement('span');
  line.className = 'verify-keep';
  word.surroundContents(line);
  line.append(sign);
}
