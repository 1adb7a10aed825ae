import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { openDataLink } from '../shared/open-data.js';
import { texts } from '../shared/texts.js';
import { findingItem } from './finding-item.js';
import { byKind, byVerdict } from './findings.js';

/** @import {Around} from './finding-item.js' */
/** @import {VerdictGroup} from './findings.js' */
/** @import {Finding, Verdict} from '../shared/types.js' */

const words = texts.verify;

/** How many of a verdict are shown at first, and more at each press. */
export const PORTION = 60;

/**
 * @typedef {object} Layout how much of the findings is shown
 * @property {boolean} supported whether what the documents bear out is shown
 * @property {Map<Verdict, number>} portions how many of a verdict, if not the first portion
 * @property {string} openData address of the Département's figures; empty if there is none
 * @property {() => void} fold shows what the documents bear out, or hides it
 * @property {(verdict: Verdict, shown: number) => void} more
 */

/**
 * The findings of an answer, by verdict and then by kind.
 *
 * @param {Finding[]} findings
 * @param {Layout} layout
 * @param {Around} around
 */
export const findingGroups = (findings, layout, around) =>
  byVerdict(findings).map((group) => section(group, layout, around));

/**
 * @param {VerdictGroup} group
 * @param {Layout} layout
 * @param {Around} around
 */
function section({ verdict, findings }, layout, around) {
  const { title, detail } = words.groups[verdict];
  const open = verdict !== 'supported' || layout.supported;
  return html`<section class="verify-group ${verdict.replace('_', '-')}" aria-label=${title}>
    <div class="verify-title">
      <h3>${title} <span class="verify-count">${findings.length.toLocaleString('fr-FR')}</span></h3>
      ${verdict === 'supported' ? fold(layout) : nothing}
    </div>
    ${open ? html`<p class="state">${detail}</p>` : nothing} ${verdict === 'no_source' ? advice(layout) : nothing}
    ${open ? items(verdict, findings, layout, around) : nothing}
  </section>`;
}

/** @param {Layout} layout */
function fold({ supported, fold: press }) {
  return html`<button type="button" class="quiet" aria-expanded=${supported} @click=${press}>
    ${supported ? words.hide : words.show}<span class="visually-hidden">, ${words.groups.supported.title}</span>
  </button>`;
}

/** @param {Layout} layout */
function advice({ openData }) {
  const { advice: said, figures } = words.search;
  return html`<p class="state">${said}</p>
    ${openData ? html`<p class="state">${figures} ${openDataLink(openData)}.</p>` : nothing}`;
}

/**
 * @param {Verdict} verdict
 * @param {Finding[]} findings
 * @param {Layout} layout
 * @param {Around} around
 */
function items(verdict, findings, { portions, more }, around) {
  const shown = portions.get(verdict) ?? PORTION;
  const left = findings.length - shown;
  return html`
    ${byKind(findings.slice(0, shown)).map(
      ({ kind, findings: same }) => html`<h4>${words.kindTitle(kind)}</h4>
        <ul role="list">
          ${repeat(
            same,
            ({ start }) => start,
            (finding) => findingItem(finding, around),
          )}
        </ul>`,
    )}
    ${
      left > 0
        ? html`<button type="button" class="secondary" @click=${() => more(verdict, shown)}>
            ${words.more(Math.min(left, PORTION))}
          </button>`
        : nothing
    }
  `;
}
