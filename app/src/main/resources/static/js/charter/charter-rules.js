import { html, nothing } from 'lit';
import { LightElement } from '../shared/light-element.js';
import { texts } from '../shared/texts.js';
import { dateOf } from '../shared/time.js';

/** @import {CharterText} from '../shared/types.js' */

/**
 * The charter in force: what changed, and its rules as cards.
 *
 * @property {CharterText} charter
 */
export class CharterRules extends LightElement {
  /** @override */
  static properties = { charter: { attribute: false } };

  constructor() {
    super();
    /** @type {CharterText | null} */
    this.charter = null;
  }

  /** @override */
  render() {
    const { charter } = this;
    if (!charter) return nothing;
    return html`
      <p class="lead">${charter.introduction}</p>
      <p class="state">
        ${texts.charter.version(charter.version)} ${texts.charter.datedOf(dateOf(charter.date))}
        ${
          charter.official
            ? html`·
                <a href=${charter.official} target="_blank" rel="noopener"
                  >${texts.charter.official}<span class="visually-hidden">, ${texts.markdown.newTab}</span></a
                >`
            : nothing
        }
      </p>
      ${this.#changes(charter)}
      <h2>${texts.charter.rules}</h2>
      <ol class="rules">
        ${charter.rules.map(
          (rule) => html`
            <li class="rule">
              <h3><span class="rule-number">${texts.charter.rule(rule.number)}</span> ${rule.title}</h3>
              ${this.#before(charter, rule.number)}
              <p>${rule.text}</p>
              <p class="example"><strong>${texts.charter.example}</strong> ${rule.example}</p>
            </li>
          `,
        )}
      </ol>
    `;
  }

  /**
   * What a rule said in the version that was accepted, however many versions ago.
   *
   * @param {CharterText} charter
   * @param {number} number
   */
  #before({ rewritten }, number) {
    const found = rewritten?.find((rule) => rule.number === number);
    if (!found) return nothing;
    if (found.before === null) return html`<p class="rewritten">${texts.charter.newRule}</p>`;
    return html`<div class="rewritten">
      <p><strong>${texts.charter.before}</strong> ${found.before}</p>
      <p><strong>${texts.charter.now}</strong></p>
    </div>`;
  }

  /** @param {CharterText} charter */
  #changes({ accepted, changes }) {
    // Nothing has changed for who reads it for the first time.
    if (!changes.length || !accepted) return nothing;
    return html`
      <section class="changes" aria-labelledby="charte-changements">
        <h2 id="charte-changements">${texts.charter.changesSince(accepted.version)}</h2>
        <ul>
          ${changes.map(({ summary, date }) => html`<li>${summary} <span class="state">${dateOf(date)}</span></li>`)}
        </ul>
      </section>
    `;
  }
}

customElements.define('charter-rules', CharterRules);
