import { html, nothing } from 'lit';
import { icon } from '../shared/icon.js';
import { LightElement } from '../shared/light-element.js';
import { millisecondsOf, momentOf, relative, since, spanOf } from '../shared/spans.js';
import { texts } from '../shared/texts.js';
import { Ticker } from '../shared/ticker.js';

/** @import {PurgeProof} from '../shared/types.js' */

const { purge } = texts.ops;
const { figures, remarks, verdict } = purge;

/** Proofs are made every hour: one that is older was not, in milliseconds. */
const STALE = 3 * 3_600_000;

/** How late a destruction may be, in milliseconds: the ring is looked at every five minutes. */
const LATE = 15 * 60_000;

/**
 * What matters of a purge proof: its verdict, its figures, and what to do if something is wrong.
 *
 * @property {PurgeProof} proof
 */
export class PurgeFigures extends LightElement {
  /** @override */
  static properties = { proof: { attribute: false } };

  constructor() {
    super();
    /** @type {PurgeProof | null} */
    this.proof = null;
    new Ticker(this);
  }

  /** @override */
  render() {
    const { proof } = this;
    if (!proof) return nothing;
    return html`
      <p class="purge-made ${since(proof.at) > STALE ? 'late' : ''}">
        ${purge.made(relative(proof.at), momentOf(proof.at), spanOf(millisecondsOf(proof.took)))}
      </p>
      ${this.#verdict(proof)} ${this.#tiles(proof)}
      ${this.#remarks(proof).map((remark) => html`<p class="purge-remark">${icon('alert')}<span>${remark}</span></p>`)}
      ${
        proof.shortened
          ? html`<p class="purge-remark note">${icon('clock')}<span>${remarks.shortened(proof.shortened)}</span></p>`
          : nothing
      }
    `;
  }

  /** @param {PurgeProof} proof */
  #verdict({ withoutEnd, keys }) {
    const all = Object.values(keys).reduce((sum, count) => sum + count, 0);
    return html`
      <div class="verdict ${withoutEnd ? 'alarm' : 'fine'}">
        ${icon(withoutEnd ? 'alert' : 'check')}
        <div>
          <p><strong>${withoutEnd ? verdict.alarm(withoutEnd) : verdict.fine}</strong></p>
          <p>${withoutEnd ? verdict.alarmDetail : verdict.fineDetail(all)}</p>
        </div>
      </div>
    `;
  }

  /** @param {PurgeProof} proof */
  #tiles({ withoutEnd, oldest, nextEnd, ring }) {
    const next = nextEnd && (since(nextEnd) > 0 ? purge.ended : relative(nextEnd));
    return html`
      <dl class="tiles">
        ${this.#tile(withoutEnd.toLocaleString('fr-FR'), figures.withoutEnd, withoutEnd ? 'alarm' : 'fine')}
        ${this.#tile(oldest ? spanOf(since(oldest)) : figures.none, figures.oldest)}
        ${this.#tile(next ?? figures.none, figures.nextEnd)}
        ${this.#tile(ring.alive.toLocaleString('fr-FR'), figures.keys)}
      </dl>
    `;
  }

  /**
   * @param {string} figure
   * @param {string} name
   * @param {string} [look]
   */
  #tile(figure, name, look = '') {
    return html`
      <div class="tile ${look}">
        <dt>${name}</dt>
        <dd>${figure}</dd>
      </div>
    `;
  }

  /** @param {PurgeProof} proof */
  #remarks({ at, foreign, ring, clock }) {
    const overdue = ring.nextDestruction !== null && since(ring.nextDestruction) > LATE;
    return [
      ...(since(at) > STALE ? [purge.stale] : []),
      ...(clock.sure ? [] : [remarks.unsure]),
      ...(overdue ? [remarks.overdue] : []),
      ...(foreign ? [remarks.foreign(foreign)] : []),
    ];
  }
}

customElements.define('purge-figures', PurgeFigures);
