import { html } from 'lit';
import { spanOf } from '../shared/spans.js';
import { texts } from '../shared/texts.js';

/** @import {Progress} from '../shared/types.js' */

const words = texts.summaries;

/** @param {Progress} progress */
const said = ({ done, total, left }) =>
  [words.progress(done, total), left ? words.left(spanOf(rounded(left) * 1000)) : ''].filter(Boolean).join(', ');

/**
 * How far a summary has read, and the time that it still takes.
 *
 * @param {Progress} progress
 */
export const summaryProgress = (progress) => html`<div class="summary-progress">
  <p class="waiting first"><span class="pulse" aria-hidden="true"></span>${said(progress)}</p>
  <progress aria-label=${words.progressLabel} max=${progress.total} .value=${progress.done}></progress>
</div>`;

/**
 * What is said aloud of it: each quarter, not each page.
 *
 * @param {Progress | null} [now]
 * @param {Progress | null} [before]
 * @returns {string} nothing, if it has been said
 */
export function summarySaid(now, before) {
  if (!now) return '';
  return quarter(now) === (before ? quarter(before) : -1) ? '' : said(now);
}

/** @param {Progress} progress */
const quarter = ({ done, total }) => Math.floor((4 * done) / Math.max(1, total));

/** An estimate is told no finer than it is known. @param {number} seconds */
const rounded = (seconds) => (seconds > 90 ? Math.ceil(seconds / 60) * 60 : Math.ceil(seconds / 10) * 10);
