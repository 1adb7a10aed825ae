import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { icon } from '../shared/icon.js';
import { neutralised, spoken } from '../shared/plain-text.js';
import { texts } from '../shared/texts.js';
import { isToVerify, styleOf, verdictOf } from './findings.js';
import { around, searchWords } from './search-words.js';

/** @import {DocumentView, Evidence, Finding} from '../shared/types.js' */

const words = texts.verify;

/** Longer than this, words are cut, in characters. */
const LONGEST = 200;

/**
 * What an item needs to know beside its finding.
 *
 * @typedef {object} Around
 * @property {string} answer the text of it
 * @property {DocumentView[]} documents of the conversation
 * @property {{start: number, said: string} | null} copied what became of the last search that was copied
 * @property {Map<number, string>} unsaved why a tick could not be saved, by start
 * @property {(finding: Finding) => void} show
 * @property {(finding: Finding, opener: HTMLElement) => void} cite
 * @property {(finding: Finding, checked: boolean) => void} tick
 * @property {(finding: Finding, search: string) => void} copy
 */

/**
 * One thing to verify: its words, what the documents say, where, and what somebody makes of it.
 *
 * @param {Finding} finding
 * @param {Around} context
 */
export function findingItem(finding, context) {
  const verdict = verdictOf(finding);
  const said = shortened(finding.text);
  return html`<li class="verify-item ${styleOf(finding)}" data-start=${finding.start}>
    <div class="verify-line">
      <button type="button" class="verify-words" @click=${() => context.show(finding)}>
        <span class="verify-sample">${said}</span><span class="visually-hidden">, ${words.seeInAnswer}</span>
      </button>
      <span class="verify-verdict"
        >${words.words[verdict]}${finding.evidence ? html`, ${place(finding, finding.evidence, context)}` : nothing}</span
      >
    </div>
    ${verdict === 'contradicted' && finding.evidence?.text
      ? html`<p class="verify-says"><strong>${words.says}</strong> «\u00a0${shortened(finding.evidence.text)}\u00a0»</p>`
      : nothing}
    ${verdict === 'no_source' ? search(finding, context) : quoted(finding, context)}
    ${isToVerify(finding) ? tick(finding, said, context) : nothing}
  </li>`;
}

/** @param {string} text without the marks of Markdown, and not longer than can be read at a glance */
function shortened(text) {
  const shown = spoken(text.slice(0, 2 * LONGEST).replace(/[*_`]/g, ''));
  return shown.length > LONGEST ? `${shown.slice(0, LONGEST)}…` : shown;
}

/**
 * @param {Finding} finding
 * @param {Evidence} evidence
 * @param {Around} context
 */
function place(finding, { documentId, page }, { documents, cite }) {
  const name = neutralised(documents.find(({ id }) => id === documentId)?.name ?? texts.citation.goneDocument);
  return html`<button
      type="button"
      class="citation"
      aria-label="${words.page(page)}, ${texts.citation.see(page, name)}"
      @click=${(/** @type {Event} */ { currentTarget }) => cite(finding, /** @type {HTMLElement} */ (currentTarget))}
    >
      ${words.page(page)}</button
    >${documents.length > 1 ? html`<span class="verify-document"> · ${name}</span>` : nothing}`;
}

/**
 * The words where they stand in the answer; a stretch says enough by itself.
 *
 * @param {Finding} finding
 * @param {Around} context
 */
function quoted(finding, { answer }) {
  if (finding.text.length > LONGEST) return nothing;
  const { before, after } = around(answer, finding);
  if (!before && !after) return nothing;
  return html`<p class="verify-context">${before}<b>${shortened(finding.text)}</b>${after}</p>`;
}

/**
 * @param {Finding} finding
 * @param {Around} context
 */
function search(finding, { answer, copied, copy }) {
  const wanted = searchWords(answer, finding);
  return html`<p class="verify-context"><span>${words.search.words}</span> ${wanted}</p>
    <p class="actions">
      <button type="button" class="quiet" @click=${() => copy(finding, wanted)}>
        ${icon('copy')}<span>${words.search.copy}</span
        ><span class="visually-hidden">, «\u00a0${shortened(finding.text)}\u00a0»</span>
      </button>
      ${copied?.start === finding.start ? html`<span class="state">${copied.said}</span>` : nothing}
    </p>`;
}

/**
 * @param {Finding} finding
 * @param {string} said
 * @param {Around} context
 */
function tick(finding, said, { unsaved, tick }) {
  const why = unsaved.get(finding.start);
  const changed = (/** @type {Event} */ { target }) => tick(finding, /** @type {HTMLInputElement} */ (target).checked);
  return html`<label class="check">
      <input type="checkbox" .checked=${live(Boolean(finding.checked))} @change=${changed} />
      <span>${words.tick}<span class="visually-hidden">, «\u00a0${said}\u00a0»</span></span>
    </label>
    ${why ? html`<p class="bad">${icon('alert')}<span>${words.notSaved(why)}</span></p>` : nothing}`;
}
