import { html, nothing } from 'lit';
import { api } from '../shared/api.js';
import { icon } from '../shared/icon.js';
import { LightElement } from '../shared/light-element.js';
import { asProblem } from '../shared/problem.js';
import { routes } from '../shared/routes.js';
import { texts } from '../shared/texts.js';

/** @import {Problem, SelfCheck, SelfCheckQuestion} from '../shared/types.js' */

const words = texts.charter.selfCheck;

/**
 * Questions that explain the charter. Nobody is marked: what is answered stays in this element, and goes with it.
 *
 * @fires failure with the error
 */
export class SelfCheckPage extends LightElement {
  /** @override */
  static properties = {
    check: { state: true },
    problem: { state: true },
    chosen: { state: true },
    explained: { state: true },
  };

  constructor() {
    super();
    /** @type {SelfCheck | null} */
    this.check = null;
    /** @type {Problem | null} */
    this.problem = null;
    /** @type {ReadonlyMap<number, number>} answer by question */
    this.chosen = new Map();
    /** @type {ReadonlySet<number>} questions whose explanation is on screen */
    this.explained = new Set();
  }

  /** @override */
  connectedCallback() {
    super.connectedCallback();
    void this.#load();
  }

  /** @override */
  firstUpdated() {
    scrollTo({ top: 0, behavior: 'instant' });
    void this.focusOn('h1');
  }

  /** @override */
  render() {
    const { check, problem } = this;
    return html`
      <section class="charter column wide">
        <h1 tabindex="-1">${words.page}</h1>
        ${problem ? html`<p class="problem" role="alert">${icon('alert')} ${problem.detail ?? problem.title}</p>` : nothing}
        ${check ? html`<p class="lead">${check.introduction}</p>` : problem ? nothing : html`<p>${texts.loading}</p>`}
        ${check?.questions.map((question, index) => this.#question(question, index))}
        <p><a class="button" href=${routes.charter}>${words.back}</a></p>
      </section>
    `;
  }

  /**
   * @param {SelfCheckQuestion} question
   * @param {number} index
   */
  #question({ rule, text, answers, explanation }, index) {
    const chosen = this.chosen.get(index);
    return html`
      <fieldset class="self-check">
        <legend><span class="rule-number">${words.question(index + 1)}</span> ${text}</legend>
        ${answers.map(
          (answer, place) => html`<label class="choice">
            <input
              type="radio"
              name="question-${index}"
              .checked=${chosen === place}
              @change=${() => this.#choose(index, place)}
            />
            <span>${answer.text}</span>
          </label>`,
        )}
        <div class="actions">
          <button type="button" class="secondary" @click=${() => this.#explain(index)}>${words.explain}</button>
        </div>
        <div role="status">
          ${
            this.explained.has(index)
              ? html`<div class="explanation">
                  <p><strong>${verdict(answers, chosen)}</strong></p>
                  <p>${explanation}</p>
                  <p class="state">${words.rule(rule)}</p>
                </div>`
              : nothing
          }
        </div>
      </fieldset>
    `;
  }

  /**
   * @param {number} question
   * @param {number} answer
   */
  #choose(question, answer) {
    this.chosen = new Map([...this.chosen, [question, answer]]);
    this.explained = new Set([...this.explained].filter((other) => other !== question));
  }

  /** @param {number} question */
  #explain(question) {
    this.explained = new Set([...this.explained, question]);
  }

  async #load() {
    try {
      this.check = await api.selfCheck();
    } catch (error) {
      this.problem = asProblem(error).problem;
      this.tell('failure', error);
    }
  }
}

/**
 * @param {{text: string, agrees: boolean}[]} answers
 * @param {number | undefined} chosen
 */
function verdict(answers, chosen) {
  const right = answers.find(({ agrees }) => agrees)?.text ?? '';
  if (chosen === undefined) return words.reading(right);
  return answers[chosen].agrees ? words.agrees : words.differs(right);
}

customElements.define('self-check-page', SelfCheckPage);
