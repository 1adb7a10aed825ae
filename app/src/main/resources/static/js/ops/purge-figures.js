import { html, nothing } from 'lit';
import { icon } from '../shared/icon.js';
import { millisecondsOf, momentOf, relative, since, spanOf } from '../shared/spans.js';
import { texts } from '../shared/texts.js';

/** @import {PurgeProof} from '../shared/types.js' */

const { purge } = texts.ops;
const { figures, remarks, verdict } = purge;

/** Proofs are made every hour: one that is older was not, in milliseconds. */
const STALE = 3 * 3_600_000;

/** How late a destruction may be, in milliseconds: the ring is looked at every five minutes. */
const LATE = 15 * 60_000;

/** @param {Record<string, number>} keys how many of each kind */
export const totalOf = (keys) => Object.values(keys).reduce((sum, count) => sum + count, 0);

/**
 * What matters of a purge proof: its verdict, its figures, and what to do if something is wrong.
 *
 * @param {PurgeProof} proof
 */
export function purgeFigures(proof) {
  return html`
    <p class="purge-made ${since(proof.at) > STALE ? 'late' : ''}">
      ${purge.made(relative(proof.at), momentOf(proof.at), spanOf(millisecondsOf(proof.took)))}
    </p>
    ${verdictOf(proof)} ${tiles(proof)}
    ${remarksOn(proof).map((remark) => html`<p class="purge-remark">${icon('alert')}<span>${remark}</span></p>`)}
    ${
      proof.shortened
        ? html`<p class="purge-remark note">${icon('clock')}<span>${remarks.shortened(proof.shortened)}</span></p>`
        : nothing
    }
  `;
}

/** @param {PurgeProof} proof */
function verdictOf({ withoutEnd, keys }) {
  return html`
    <div class="verdict ${withoutEnd ? 'alarm' : 'fine'}">
      ${icon(withoutEnd ? 'alert' : 'check')}
      <div>
        <p><strong>${withoutEnd ? verdict.alarm(withoutEnd) : verdict.fine}</strong></p>
        <p>${withoutEnd ? verdict.alarmDetail : verdict.fineDetail(totalOf(keys))}</p>
      </div>
    </div>
  `;
}

/** @param {PurgeProof} proof */
function tiles({ withoutEnd, oldest, nextEnd, ring }) {
  const next = nextEnd && (since(nextEnd) > 0 ? purge.ended : relative(nextEnd));
  return html`
    <dl class="tiles">
      ${tile(withoutEnd.toLocaleString('fr-FR'), figures.withoutEnd, withoutEnd ? 'alarm' : 'fine')}
      ${tile(oldest ? spanOf(since(oldest)) : figures.none, figures.oldest)}
      ${tile(next ?? figures.none, figures.nextEnd)} ${tile(ring.alive.toLocaleString('fr-FR'), figures.keys)}
    </dl>
  `;
}

/**
 * @param {string} figure
 * @param {string} name
 * @param {string} [look]
 */
const tile = (figure, name, look = '') => html`
  <div class="tile ${look}">
    <dt>${name}</dt>
    <dd>${figure}</dd>
  </div>
`;

/** @param {PurgeProof} proof */
function remarksOn({ at, foreign, ring, clock }) {
  const overdue = ring.nextDestruction !== null && since(ring.nextDestruction) > LATE;
  return [
    ...(since(at) > STALE ? [purge.stale] : []),
    ...(clock.sure ? [] : [remarks.unsure]),
    ...(overdue ? [remarks.overdue] : []),
    ...(foreign ? [remarks.foreign(foreign)] : []),
  ];
}
