import { html, nothing } from 'lit';
import { api } from '../shared/api.js';
import { LightElement } from '../shared/light-element.js';
import { asProblem } from '../shared/problem.js';
import { texts } from '../shared/texts.js';
import { dateOf } from '../shared/time.js';

/** @import {CharterProof, Problem} from '../shared/types.js' */

const words = texts.charter.proof;

/**
 * How many accepted each version of the charter, for référents: numbers, never people.
 */
export class CharterProofPanel extends LightElement {
  /** @override */
  static properties = { proof: { state: true }, problem: { state: true } };

  constructor() {
    super();
    /** @type {CharterProof | null} */
    this.proof = null;
    /** @type {Problem | null} */
    this.problem = null;
  }

  /** @override */
  connectedCallback() {
    super.connectedCallback();
    void this.#load();
  }

  /** @override */
  render() {
    const { proof, problem } = this;
    if (!proof && !problem) return nothing;
    return html`
      <section class="charter-proof" aria-labelledby="accords-charte">
        <h2 id="accords-charte">${words.title}</h2>
        ${problem ? html`<p>${problem.detail ?? problem.title}</p>` : nothing}
        ${proof ? html`<p class="state">${words.lead(proof.few)}</p>${this.#table(proof)}` : nothing}
      </section>
    `;
  }

  /** @param {CharterProof} proof */
  #table({ few, versions }) {
    return html`
      <table>
        <thead>
          <tr>
            <th scope="col">${words.version}</th>
            <th scope="col">${words.accepted}</th>
            <th scope="col">${words.last}</th>
          </tr>
        </thead>
        <tbody>
          ${versions.map(
            ({ version, inForce, accepted, last }) => html`<tr>
              <th scope="row">${version}${inForce ? html` <span class="state">${words.inForce}</span>` : nothing}</th>
              <td>${accepted === null ? words.few(few) : accepted.toLocaleString('fr-FR')}</td>
              <td>${last === null ? words.untold : dateOf(last)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    `;
  }

  async #load() {
    try {
      this.proof = await api.charterProof();
    } catch (error) {
      const { problem } = asProblem(error);
      // The audit trail above says already that this is not for everybody.
      if (problem.status !== 403) this.problem = problem;
    }
  }
}

customElements.define('charter-proof', CharterProofPanel);
