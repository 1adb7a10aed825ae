import { html, nothing } from 'lit';
import { LightElement } from '../shared/light-element.js';
import { millisecondsOf, momentOf, relative, spanOf } from '../shared/spans.js';
import { texts } from '../shared/texts.js';
import { Ticker } from '../shared/ticker.js';

/** @import {PurgeProof} from '../shared/types.js' */

const { clock: clockTexts, kinds, ring: ringTexts } = texts.ops.purge;
const ERASED = 'erased:';

/**
 * The parts of a purge proof: what is stored, the keys outside Redis, and the clocks.
 *
 * @property {PurgeProof} proof
 */
export class PurgeDetails extends LightElement {
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
      <h2 id="purge-kinds">${kinds.title}</h2>
      ${this.#kinds(proof.keys)}
      <div class="purge-parts">${this.#ring(proof.ring)} ${this.#clock(proof.clock)}</div>
    `;
  }

  /** @param {Record<string, number>} keys */
  #kinds(keys) {
    const counts = Object.entries(keys).sort(([, one], [, other]) => other - one);
    if (!counts.length) return html`<p class="state">${kinds.empty}</p>`;
    const total = counts.reduce((sum, [, count]) => sum + count, 0);
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
          ${counts.map(([kind, count]) => this.#kind(kind, count))}
        </tbody>
        <tfoot role="rowgroup">
          <tr role="row">
            <th role="rowheader" scope="row" colspan="2">${kinds.total}</th>
            <td role="cell" class="number">${total.toLocaleString('fr-FR')}</td>
          </tr>
        </tfoot>
      </table>
    `;
  }

  /**
   * @param {string} kind
   * @param {number} count
   */
  #kind(kind, count) {
    const [name, holds] = PurgeDetails.#words(kind);
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
  static #words(kind) {
    if (kind.startsWith(ERASED)) return kinds.erased(kind.slice(ERASED.length));
    return kinds.names[kind] ?? [kind, kinds.unknown];
  }

  /** @param {PurgeProof['ring']} ring */
  #ring({ alive, destroyed, lastDestroyed, nextDestruction }) {
    return html`
      <section>
        <h2>${ringTexts.title}</h2>
        <p>${ringTexts.lead}</p>
        <dl class="pairs">
          ${this.#pair(ringTexts.alive, alive.toLocaleString('fr-FR'))}
          ${this.#pair(ringTexts.destroyed, destroyed.toLocaleString('fr-FR'))}
          ${this.#pair(ringTexts.last, this.#instant(lastDestroyed))}
          ${this.#pair(ringTexts.next, this.#instant(nextDestruction))}
        </dl>
      </section>
    `;
  }

  /** @param {PurgeProof['clock']} clock */
  #clock({ sure, apart }) {
    const gap = millisecondsOf(apart);
    return html`
      <section>
        <h2>${clockTexts.title}</h2>
        <p>${clockTexts.lead}</p>
        <dl class="pairs">
          ${this.#pair(clockTexts.state, sure ? clockTexts.sure : html`<strong class="bad">${clockTexts.unsure}</strong>`)}
          ${this.#pair(clockTexts.apart, gap === 0 ? spanOf(0) : clockTexts.gap(spanOf(gap), gap > 0))}
        </dl>
      </section>
    `;
  }

  /**
   * @param {string} name
   * @param {unknown} value
   */
  #pair(name, value) {
    return html`
      <div>
        <dt>${name}</dt>
        <dd>${value}</dd>
      </div>
    `;
  }

  /** @param {string | null} instant */
  #instant(instant) {
    if (instant === null) return ringTexts.none;
    return html`<time datetime=${instant}>${relative(instant)}</time><br /><span class="state">${momentOf(instant)}</span>`;
  }
}

customElements.define('purge-details', PurgeDetails);
