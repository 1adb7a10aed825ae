import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { texts } from '../shared/texts.js';

/** @import {BiasAxis, BiasAxisPlan, BiasPlan, BiasVariant} from './bias-types.js' */

const words = texts.bias;

/**
 * What would be exchanged, axis by axis, and what it costs.
 *
 * @param {BiasPlan} plan
 * @param {BiasAxis[]} chosen
 * @param {(axis: BiasAxis, chosen: boolean) => void} choose
 */
export function biasChoice(plan, chosen, choose) {
  const possible = plan.axes.filter(({ obstacle }) => !obstacle);
  return html`
    ${
      possible.length
        ? html`<fieldset>
            <legend>${words.which}</legend>
            ${possible.map((axis) => offered(axis, chosen.includes(axis.axis), choose))}
          </fieldset>`
        : html`<p class="bias-none"><strong>${words.none}</strong> ${words.noneAdvice}</p>`
    }
    ${plan.axes.filter(({ obstacle }) => obstacle).map(refused)}
    ${plan.fromDocuments && possible.length ? html`<p class="aside">${words.documents}</p>` : nothing}
  `;
}

/**
 * @param {BiasPlan} plan
 * @param {number} answers
 */
export function biasCost({ cost }, answers) {
  return html`<section class="bias-cost" aria-labelledby="biais-cout">
    <h3 id="biais-cout">${words.cost}</h3>
    <p>${words.price(answers, cost.promptTokens * answers, cost.answerTokens * answers)}</p>
    <p>${words.duration}</p>
    <p>${words.nowhere}</p>
  </section>`;
}

/**
 * @param {BiasAxisPlan} plan
 * @param {boolean} chosen
 * @param {(axis: BiasAxis, chosen: boolean) => void} choose
 */
function offered({ axis, variants }, chosen, choose) {
  const { name, hint } = words.axes[axis];
  return html`<div class="bias-axis">
    <label class="check">
      <input
        type="checkbox"
        name=${axis}
        aria-describedby="biais-${axis}"
        .checked=${live(chosen)}
        @change=${(/** @type {Event} */ event) =>
          choose(axis, /** @type {HTMLInputElement} */ (event.target).checked)}
      />
      <span>${name} <span class="hint">${hint}</span></span>
    </label>
    <div class="bias-exchanged">
      <p id="biais-${axis}">
        ${words.changes}
        ${different(variants).map(
          ({ from, to }, index) =>
            html`${index ? ', ' : ''}<span class="bias-pair"
                >${from}<span aria-hidden="true"> → </span><span class="visually-hidden"> ${words.becomes} </span>${to}</span
              >`,
        )}
      </p>
      <details>
        <summary>${words.seeVariant}</summary>
        ${variants.map(variant)}
      </details>
    </div>
  </div>`;
}

/** @param {BiasAxisPlan} plan */
const refused = ({ axis, obstacle }) =>
  obstacle
    ? html`<p class="bias-refused"><strong>${words.axes[axis].name} :</strong> ${words.obstacle(obstacle)}</p>`
    : nothing;

/** The text as it would be said, with what is exchanged marked. @param {BiasVariant} text */
function variant(text) {
  const parts = [];
  let at = 0;
  let shift = 0;
  for (const { start, end, from, to } of text.changes) {
    parts.push(text.after.slice(at, start + shift), html`<mark data-was=${from}>${to}</mark>`);
    at = start + shift + to.length;
    shift += to.length - (end - start);
  }
  return html`<p class="bias-label">${text.hers ? words.hers : words.theirs}</p>
    <div class="bias-text">${parts}${text.after.slice(at)}</div>`;
}

/** Each exchange once. @param {BiasVariant[]} variants */
function different(variants) {
  const all = variants.flatMap(({ changes }) => changes);
  return [...new Map(all.map((change) => [`${change.from}\n${change.to}`, change])).values()];
}
