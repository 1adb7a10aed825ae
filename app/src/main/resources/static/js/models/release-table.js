import { html, nothing } from 'lit';
import { icon } from '../shared/icon.js';
import { momentOf } from '../shared/spans.js';
import { texts } from '../shared/texts.js';
import { bytes, isGivenAgain, short } from './quantities.js';

/** @import {Release, ReleaseAct, Releases} from './models-types.js' */

const words = texts.models;

/**
 * @typedef {object} Acts what can be done from the table
 * @property {boolean} allowed whether this person may do anything
 * @property {string | null} busy id of the release that an order is under way for
 * @property {(release: Release, act: ReleaseAct) => void} act
 * @property {() => void} rollBack
 * @property {(release: Release) => void} report
 */

/**
 * All releases, the newest first, each with its state and what can be done with it.
 *
 * @param {Releases} deck
 * @param {Acts} acts
 */
export function releaseTable(deck, acts) {
  if (!deck.releases.length) return html`<p class="state">${words.none}</p>`;
  return html`
    <table class="releases" role="table" aria-labelledby="modeles-titre">
      <thead role="rowgroup">
        <tr role="row">
          ${[words.columns.model, words.columns.state, words.columns.size, words.columns.digest, words.columns.evaluation].map(
            (name) => html`<th role="columnheader" scope="col">${name}</th>`,
          )}
          <th role="columnheader" scope="col"><span class="visually-hidden">${words.columns.acts}</span></th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${deck.releases.map((release) => row(deck, release, acts))}
      </tbody>
    </table>
  `;
}

/**
 * @param {Releases} deck
 * @param {Release} release
 * @param {Acts} acts
 */
function row(deck, release, acts) {
  const { id, displayName, sizeBytes, engineDigest, evaluation, problem, drift, promptsChanged } = release;
  return html`
    <tr role="row" data-release=${id} aria-busy=${acts.busy === id}>
      <th role="rowheader" scope="row">
        ${displayName}
        <span class="hint">${release.engineModel} · ${release.licence}</span>
      </th>
      <td role="cell">${badge(deck, release)} ${progress(release)}</td>
      <td role="cell" data-name=${words.columns.size}>${sizeBytes === null ? words.unknown : bytes(sizeBytes)}</td>
      <td role="cell" data-name=${words.columns.digest}>
        ${engineDigest ? html`<code title=${engineDigest}>${short(engineDigest)}</code>` : words.unknown}
      </td>
      <td role="cell" data-name=${words.columns.evaluation}>
        ${
          evaluation
            ? html`<button type="button" class="link" @click=${() => acts.report(release)}>
                ${evaluation.passed ? words.evaluation.passed : words.evaluation.failed}<span class="visually-hidden"
                  >, ${displayName}, ${momentOf(evaluation.at)}</span
                >
              </button>`
            : words.evaluation.none
        }
      </td>
      <td role="cell" class="acts">${acts.allowed ? buttons(deck, release, acts) : nothing}</td>
    </tr>
    ${drift ? remark(words.drift, 'bad') : nothing} ${promptsChanged ? remark(words.promptsChanged, 'warn') : nothing}
    ${problem ? remark(problem.text, 'warn') : nothing}
  `;
}

/**
 * A state in words, with the share of the one that is tried.
 *
 * @param {Releases | null} deck
 * @param {Release['state']} state
 */
export const stateOf = (deck, state) => (state === 'canary' ? words.states.canary(deck?.canary?.percent ?? 0) : words.states[state]);

/**
 * @param {Releases} deck
 * @param {Release} release
 */
function badge(deck, { state, evaluation }) {
  const isRefused = state === 'evaluated' && evaluation?.passed === false;
  return html`<span class="badge ${isRefused ? 'refused' : state}">${isRefused ? words.states.refused : stateOf(deck, state)}</span>`;
}

/** @param {Release} release */
function progress({ displayName, progress: under }) {
  if (!under) return nothing;
  const { done, total, unit } = under;
  const told = unit === 'bytes' ? words.progress.bytes(bytes(done), total ? bytes(total) : '') : words.progress.cases(done, total);
  return html`<span class="under-way">
    <progress max=${total || nothing} value=${total ? done : nothing} aria-label=${words.progress.of(displayName)}></progress>
    <span class="hint">${words.phases[under.phase] ?? ''} ${told}</span>
  </span>`;
}

/**
 * @param {Releases} deck
 * @param {Release} release
 * @param {Acts} acts
 */
function buttons(deck, release, acts) {
  const { active, previous, releases } = deck;
  const before = releases.find(({ id }) => id === previous);
  return html`
    ${release.can.map(
      (act) => html`<button
        type="button"
        class="secondary"
        aria-label="${named(deck, release, act)} ${release.displayName}"
        @click=${() => acts.act(release, act)}
      >
        ${named(deck, release, act)}
      </button>`,
    )}
    ${
      before && release.id === active
        ? html`<button type="button" class="secondary" @click=${acts.rollBack}>${words.rollBack(before.displayName)}</button>`
        : nothing
    }
  `;
}

/**
 * @param {Releases} deck
 * @param {Release} release
 * @param {ReleaseAct} act
 */
const named = (deck, release, act) => {
  const { state, progress: under } = release;
  if (act === 'canary' && state === 'canary') return words.changesShare;
  if (act === 'import' && isGivenAgain(deck, release)) return words.importsAgain;
  return (act === 'cancel' && !under ? words.stepsBack[state] : undefined) ?? words.acts[act];
};

/**
 * @param {string} text
 * @param {'warn' | 'bad'} look
 */
const remark = (text, look) => html`
  <tr role="row" class="remark ${look}">
    <td role="cell" colspan="6">${icon('alert')}<span>${text}</span></td>
  </tr>
`;
