import { html } from 'lit';
import { millisecondsOf, momentOf, relative, spanOf } from '../shared/spans.js';
import { texts } from '../shared/texts.js';
import { totalOf } from './purge-figures.js';

/** @import {PurgeProof} from '../shared/types.js' */

const { clock: clockTexts, kinds, ring: ringTexts } = texts.ops.purge;
const ERASED = 'erased:';

/**
 * The parts of a purge proof: what is stored, the keys outside Redis, and the clocks.
 *
 * @param {PurgeProof} proof
 */
export const purgeDetails = ({ keys, ring, clock }) => html`
  <h2 id="purge-kinds">${kinds.title}</h2>
  ${kindsOf(keys)}
  <div class="purge-parts">${ringState(ring)} ${clockState(clock)}</div>
`;

/** @param {Record<string, number>} keys */
function kindsOf(keys) {
  const counts = Object.entries(keys).sort(([, one], [, other]) => other - one);
  if (!counts.length) return html`<p class="state">${kinds.empty}</p>`;
  return html`
    <table class="purge-table" role="table" aria-labelledby="purge-kinds">
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">${kinds.name}</th>
          <th role="columnheader" scope="col">${kinds.holds}</th>
          <th role="columnheader" scope="col" class="number">${kinds.count}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${counts.map(([kind, count]) => row(kind, count))}
      </tbody>
      <tfoot role="rowgroup">
        <tr role="row">
          <th role="rowheader" scope="row" colspan="2">${kinds.total}</th>
          <td role="cell" class="number">${totalOf(keys).toLocaleString('fr-FR')}</td>
        </tr>
      </tfoot>
    </table>
  `;
}

/**
 * @param {string} kind
 * @param {number} count
 */
function row(kind, count) {
  const [name, holds] = words(kind);
  return html`
    <tr role="row">
      <th role="rowheader" scope="row">${name}</th>
      <td role="cell" class="holds">${holds}</td>
      <td role="cell" class="number">${count.toLocaleString('fr-FR')}</td>
    </tr>
  `;
}

/**
 * @param {string} kind
 * @returns {[string, string]} its name, and what it holds
 */
function words(kind) {
  if (kind.startsWith(ERASED)) return kinds.erased(kind.slice(ERASED.length));
  return kinds.names[kind] ?? [kind, kinds.unknown];
}

/** @param {PurgeProof['ring']} ring */
const ringState = ({ alive, destroyed, lastDestroyed, nextDestruction }) => html`
  <section>
    <h2>${ringTexts.title}</h2>
    <p>${ringTexts.lead}</p>
    <dl class="pairs">
      ${pair(ringTexts.alive, alive.toLocaleString('fr-FR'))}
      ${pair(ringTexts.destroyed, destroyed.toLocaleString('fr-FR'))}
      ${pair(ringTexts.last, instantOf(lastDestroyed))} ${pair(ringTexts.next, instantOf(nextDestruction))}
    </dl>
  </section>
`;

/** @param {PurgeProof['clock']} clock */
function clockState({ sure, apart }) {
  const gap = millisecondsOf(apart);
  return html`
    <section>
      <h2>${clockTexts.title}</h2>
      <p>${clockTexts.lead}</p>
      <dl class="pairs">
        ${pair(clockTexts.state, sure ? clockTexts.sure : html`<strong class="bad">${clockTexts.unsure}</strong>`)}
        ${pair(clockTexts.apart, gap === 0 ? spanOf(0) : clockTexts.gap(spanOf(gap), gap > 0))}
      </dl>
    </section>
  `;
}

/**
 * @param {string} name
 * @param {unknown} value
 */
const pair = (name, value) => html`
  <div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>
`;

/** @param {string | null} instant */
function instantOf(instant) {
  if (instant === null) return ringTexts.none;
  return html`<time datetime=${instant}>${relative(instant)}</time><br /><span class="state">${momentOf(instant)}</span>`;
}
