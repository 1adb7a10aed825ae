import { html, nothing } from 'lit';
import { html as staticHtml, literal } from 'lit/static-html.js';
import { neutralised } from '../shared/plain-text.js';
import { texts } from '../shared/texts.js';

/** @import {DocumentPage, PageBlock, Span} from '../shared/types.js' */

const words = texts.citation;

/** The page's own titles are h1, and h2 for the document's page. */
const HEADINGS = [literal`h3`, literal`h4`, literal`h5`, literal`h6`];

/** What stands between the cells of a row, in its text. */
const BETWEEN = ' | ';

/** A list's own sign or number. */
const SIGNED = /^\s*(?:[-–—•▪◦‣*·]|\(?\d{1,3}[.)°]|\(?[a-z][.)])/i;

/** @typedef {{block: PageBlock, spans: Span[]}} Read a block and its words that are cited */

/**
 * The text of a page as it is built: titles, lists, tables, notes; what supports the citation is marked.
 *
 * @param {DocumentPage} page
 * @param {Span[]} spans
 */
export function pageText({ blocks }, spans) {
  const all = blocks.map((block, index) => ({ block, spans: spans.filter((span) => span.block === index) }));
  const notes = all.filter(({ block }) => block.kind === 'footnote');
  return html`
    ${runs(all.filter(({ block }) => block.kind !== 'footnote')).map((run) => shown(run))}
    ${
      notes.length
        ? html`<section class="page-notes" aria-label=${words.footnotes}>
            ${notes.map((note) => html`<p dir="auto">${text(note)}</p>`)}
          </section>`
        : nothing
    }
  `;
}

/**
 * Items of one list, and rows of one table, belong together.
 *
 * @param {Read[]} all
 * @returns {Read[][]}
 */
function runs(all) {
  /** @type {Read[][]} */
  const found = [];
  for (const read of all) {
    const last = found.at(-1);
    const { kind } = read.block;
    if (last?.[0].block.kind === kind && (kind === 'list_item' || kind === 'row')) last.push(read);
    else found.push([read]);
  }
  return found;
}

/** @param {Read[]} run */
function shown(run) {
  const [first] = run;
  if (first.block.kind === 'row') return table(run);
  if (first.block.kind === 'list_item') {
    const signed = run.every(({ block }) => SIGNED.test(block.text));
    return html`<ul class=${signed ? 'signed' : nothing} role="list">
      ${run.map((item) => html`<li dir="auto">${text(item)}</li>`)}
    </ul>`;
  }
  if (first.block.kind !== 'heading') return html`<p dir="auto">${text(first)}</p>`;
  const tag = HEADINGS[Math.min(Math.max(first.block.level, 1), HEADINGS.length) - 1];
  return staticHtml`<${tag} dir="auto">${text(first)}</${tag}>`;
}

/** @param {Read[]} rows */
function table(rows) {
  const headed = rows.length > 1 && rows[0].block.cells.every((cell) => cell.trim() && !/^[\d\s.,%€-]+$/.test(cell));
  return html`<div class="scrollable" tabindex="0" role="group" aria-label=${words.table}>
    <table>
      ${rows.map((row, index) => html`<tr>
        ${cells(row).map((cell) =>
          headed && index === 0 ? html`<th scope="col">${text(cell)}</th>` : html`<td>${text(cell)}</td>`,
        )}
      </tr>`)}
    </table>
  </div>`;
}

/**
 * The cells of a row, each with its part of what is cited in the row's text.
 *
 * @param {Read} row
 * @returns {Read[]}
 */
function cells({ block, spans }) {
  let start = 0;
  return block.cells.map((cell) => {
    const at = start;
    start += cell.length + BETWEEN.length;
    return {
      block: { ...block, text: cell },
      spans: spans.map((span) => ({ ...span, from: span.from - at, to: span.to - at })),
    };
  });
}

/**
 * A text with its cited words marked; what a screen reader is told of a mark stands in the style sheet's content.
 *
 * @param {Read} read
 */
function text({ block, spans }) {
  const parts = [];
  let end = 0;
  for (const { from, to } of [...spans].sort((one, other) => one.from - other.from)) {
    const start = Math.max(from, end);
    const stop = Math.min(to, block.text.length);
    if (stop <= start) continue;
    parts.push(neutralised(block.text.slice(end, start)));
    parts.push(
      html`<mark data-begins=${words.markBegins} data-ends=${words.markEnds}>${neutralised(block.text.slice(start, stop))}</mark>`,
    );
    end = stop;
  }
  parts.push(neutralised(block.text.slice(end)));
  return parts;
}
