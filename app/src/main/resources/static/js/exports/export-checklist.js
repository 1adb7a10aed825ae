import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { neutralised } from '../shared/plain-text.js';
import { texts } from '../shared/texts.js';

/** @import {Finding} from '../shared/types.js' */

const words = texts.exports;

/** How many points are shown at a time. */
export const PORTION = 30;

/** How much of a long passage is shown. */
const LONGEST = 160;

/**
 * What the sources do not bear out: it is ticked, or leaves as still to be checked.
 *
 * @param {Finding[]} findings
 */
export const toCheck = (findings) => findings.filter(({ verdict }) => verdict !== 'supported');

/**
 * Those that nobody ticked.
 *
 * @param {Finding[]} findings
 */
export const openOf = (findings) => toCheck(findings).filter(({ checked }) => !checked);

/**
 * The points of an answer, each with a tick.
 *
 * @param {Finding[]} findings all of the answer's
 * @param {number} shown how many to show at most
 * @param {(finding: Finding, checked: boolean) => void} tick
 * @param {() => void} more
 */
export function checklist(findings, shown, tick, more) {
  const points = toCheck(findings);
  if (!points.length) return html`<p class="aside">${findings.length ? words.allSupported : words.nothing}</p>`;
  const left = points.length - shown;
  return html`<fieldset>
    <legend>${words.points(points.length)}</legend>
    <p class="hint">${words.pointsHint}</p>
    <ul class="export-points">
      ${points.slice(0, shown).map((finding) => html`<li>${point(finding, tick)}</li>`)}
    </ul>
    ${left > 0 ? html`<button type="button" class="quiet" @click=${more}>${words.more(left)}</button>` : nothing}
  </fieldset>`;
}

/**
 * @param {Finding} finding
 * @param {(finding: Finding, checked: boolean) => void} tick
 */
function point(finding, tick) {
  const { kind, verdict, evidence, checked } = finding;
  const says = verdict === 'contradicted' && evidence ? words.says(evidence.page, shortened(evidence.text)) : '';
  return html`<label class="check">
    <input
      type="checkbox"
      .checked=${live(Boolean(checked))}
      @change=${(/** @type {Event} */ event) => tick(finding, /** @type {HTMLInputElement} */ (event.target).checked)}
    />
    <span>
      <span>${words.point(kind, shortened(finding.text))}</span>
      <span class="hint">${words.verdicts[verdict ?? 'no_source']}${says}</span>
    </span>
  </label>`;
}

/** @param {string} text */
function shortened(text) {
  const line = neutralised(text).replace(/\s+/g, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
