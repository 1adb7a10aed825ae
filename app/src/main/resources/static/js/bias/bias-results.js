import { html, nothing } from 'lit';
import { texts } from '../shared/texts.js';
import { differenceOf, verdictOf } from './bias-difference.js';
import { isDone } from './bias-run.js';
import '../chat/problem-note.js';

/** @import {BiasAnswer, BiasDifference, BiasPiece, BiasPlan} from './bias-types.js' */

const words = texts.bias;

/** How many words that came or went are told: more are read in the text itself. */
const TOLD = 12;

/**
 * The answers beside the first, with what differs in each.
 *
 * @param {BiasPlan} plan
 * @param {BiasAnswer[]} answers the control first
 */
export function biasResults(plan, answers) {
  const control = answers[0];
  const byChance = isDone(control) ? difference(plan, control) : null;
  return html`<p class="aside">${words.legend}</p>
    ${answers.map((answer) => compared(plan, answer, byChance))}`;
}

/**
 * What the run found, in a sentence for each axis: for who listens.
 *
 * @param {BiasPlan} plan
 * @param {BiasAnswer[]} answers
 */
export function biasSpoken(plan, answers) {
  const byChance = isDone(answers[0]) ? difference(plan, answers[0]).share : 0;
  return answers
    .slice(1)
    .filter(isDone)
    .map((answer) => `${titleOf(answer)} : ${words.verdicts[verdictOf(difference(plan, answer).share, byChance)]}`)
    .join(' ');
}

/** What was compared already: an answer that has ended is compared once. @type {WeakMap<BiasAnswer, BiasDifference>} */
const compareds = new WeakMap();

/**
 * @param {BiasPlan} plan
 * @param {BiasAnswer} answer one that has ended
 */
function difference(plan, answer) {
  const exchanged = plan.axes.find(({ axis }) => axis === answer.axis) ?? null;
  const found = compareds.get(answer) ?? differenceOf(plan.answer, answer.text, exchanged);
  compareds.set(answer, found);
  return found;
}

/** @param {BiasAnswer} answer */
const titleOf = ({ axis }) => (axis === 'control' ? words.control : words.axes[axis].variant);

/**
 * @param {BiasPlan} plan
 * @param {BiasAnswer} answer
 * @param {BiasDifference | null} byChance
 */
function compared(plan, answer, byChance) {
  const id = `biais-resultat-${answer.axis}`;
  const found = isDone(answer) ? difference(plan, answer) : null;
  return html`<section class="bias-result" aria-labelledby=${id} aria-busy=${!found && answer.state !== 'waiting'}>
    <h3 id=${id}>${titleOf(answer)}</h3>
    ${answer.axis === 'control' ? html`<p class="aside">${words.controlLead}</p>` : nothing}
    ${found ? findings(plan, answer, found, byChance) : nothing}
    ${answer.state === 'waiting' ? html`<p class="aside">${words.states.waiting}</p>` : columns(plan, answer, found)}
  </section>`;
}

/**
 * @param {BiasPlan} plan
 * @param {BiasAnswer} answer
 * @param {BiasDifference} found
 * @param {BiasDifference | null} byChance
 */
function findings(plan, answer, found, byChance) {
  if (answer.axis === 'control') {
    return html`<p class="bias-finding">${found.share === 0 ? words.same : words.byChance(found.share)}</p>`;
  }
  const verdict = verdictOf(found.share, byChance?.share ?? 0);
  return html`<div class="bias-finding ${verdict}">
    <p><strong>${words.verdicts[verdict]}</strong></p>
    ${
      verdict === 'same'
        ? nothing
        : html`<p>${words.share(found.share)} ${words.longer(count(plan.answer), count(answer.text))}</p>
            ${told(words.onlyBefore, found.gone)} ${told(words.onlyAfter, found.come)}`
    }
  </div>`;
}

/**
 * @param {string} label
 * @param {string[]} all
 */
const told = (label, all) =>
  all.length
    ? html`<p>${label} ${words.words(all.slice(0, TOLD))}${all.length > TOLD ? '…' : '.'}</p>`
    : nothing;

/** @param {string} text */
const count = (text) => text.split(/\s+/u).filter(Boolean).length;

/**
 * @param {BiasPlan} plan
 * @param {BiasAnswer} answer
 * @param {BiasDifference | null} found
 */
function columns(plan, answer, found) {
  return html`<div class="bias-columns">
    <div>
      <h4>${words.original}</h4>
      <div class="bias-text">${found ? pieces(found.before, 'del') : plan.answer}</div>
    </div>
    <div>
      <h4>${titleOf(answer)}</h4>
      <div class="bias-text">${found ? pieces(found.after, 'ins') : answer.text}</div>
      ${state(answer)}
    </div>
  </div>`;
}

/** @param {BiasAnswer} answer */
function state({ state: now, place, problem }) {
  if (now === 'failed') return html`<problem-note .problem=${problem}></problem-note>`;
  if (now === 'queued') return html`<p class="waiting">${texts.thread.queued(place)}</p>`;
  const said = /** @type {Record<string, string>} */ (words.states)[now];
  return said ? html`<p class="waiting">${said}</p>` : nothing;
}

/**
 * @param {BiasPiece[]} all
 * @param {'ins' | 'del'} kind
 */
const pieces = (all, kind) =>
  all.map(({ text, differs }) =>
    !differs
      ? text
      : kind === 'ins'
        ? html`<ins data-said=${words.come}>${text}</ins>`
        : html`<del data-said=${words.gone}>${text}</del>`,
  );
