import { html, nothing } from 'lit';
import { announce } from '../shared/announcer.js';
import { icon } from '../shared/icon.js';
import { LightElement } from '../shared/light-element.js';
import { asProblem } from '../shared/problem.js';
import { texts } from '../shared/texts.js';
import { biasApi } from './bias-api.js';
import { biasChoice, biasCost } from './bias-choice.js';
import { biasResults, biasSpoken } from './bias-results.js';
import { BiasRun } from './bias-run.js';
import '../chat/problem-note.js';

/** @import {Problem} from '../shared/types.js' */
/** @import {BiasAxis, BiasPlan} from './bias-types.js' */

const words = texts.bias;

/** The bias probe of one answer: what would be exchanged and what it costs, then the answers side by side. */
export class BiasDialog extends LightElement {
  /** @override */
  static properties = {
    plan: { state: true },
    chosen: { state: true },
    problem: { state: true },
    run: { state: true },
    refused: { state: true },
  };

  #conversation = '';
  #message = '';

  constructor() {
    super();
    /** @type {BiasPlan | null} */
    this.plan = null;
    /** @type {BiasAxis[]} */
    this.chosen = [];
    /** @type {Problem | null} */
    this.problem = null;
    /** @type {BiasRun | null} */
    this.run = null;
    this.refused = '';
  }

  /**
   * @param {string} conversation
   * @param {string} message the answer to compare
   */
  async open(conversation, message) {
    this.#conversation = conversation;
    this.#message = message;
    this.querySelector('dialog')?.showModal();
    await this.#read();
  }

  /** A page that leaves stops what it asked for. @override */
  disconnectedCallback() {
    super.disconnectedCallback();
    void this.run?.stop();
  }

  async #read() {
    this.plan = null;
    this.run = null;
    this.problem = null;
    this.refused = '';
    try {
      this.plan = await biasApi.plan(this.#conversation, this.#message);
      this.chosen = this.plan.axes.filter(({ obstacle }) => !obstacle).map(({ axis }) => axis);
    } catch (error) {
      this.problem = asProblem(error).problem;
    }
  }

  /** @override */
  render() {
    const { run } = this;
    return html`
      <dialog class="dialog bias" aria-labelledby="biais-titre-${this.#message}" @close=${this.#closed} @retry=${this.#retry}>
        <form method="dialog" class="dialog-head">
          <h2 id="biais-titre-${this.#message}">${words.title}</h2>
          <button class="quiet">${icon('close')}<span>${texts.close}</span></button>
        </form>
        ${this.problem ? html`<problem-note .problem=${this.problem}></problem-note>` : nothing}
        ${!this.plan ? (this.problem ? nothing : html`<p class="aside" role="status">${words.loading}</p>`) : nothing}
        ${this.plan ? (run ? this.#results(this.plan, run) : this.#choice(this.plan)) : nothing}
      </dialog>
    `;
  }

  /** @param {BiasPlan} plan */
  #choice(plan) {
    const possible = plan.axes.some(({ obstacle }) => !obstacle);
    const answers = this.chosen.length + 1;
    return html`<form @submit=${this.#submit}>
      <p>${words.lead}</p>
      ${biasChoice(plan, this.chosen, this.#choose)} ${possible && answers > 1 ? biasCost(plan, answers) : nothing}
      ${
        possible
          ? html`<div class="bias-foot">
              <p class="state" role="status">${this.refused}</p>
              <div class="actions end">
                <button type="button" class="secondary" @click=${this.#close}>${texts.cancel}</button>
                <button type="submit" class="primary">${words.start(answers)}</button>
              </div>
            </div>`
          : nothing
      }
    </form>`;
  }

  /**
   * @param {BiasPlan} plan
   * @param {BiasRun} run
   */
  #results(plan, run) {
    const { answers, done, running } = run;
    return html`
      <div class="bias-progress">
        <p role="status">${running ? words.progress(done, answers.length, left(run)) : this.#end(run)}</p>
        ${
          running
            ? html`<button type="button" class="secondary" @click=${this.#stop}>${icon('stop')}${words.stop}</button>`
            : nothing
        }
        ${
          run.unfinished
            ? html`<button type="button" class="secondary" @click=${this.#resume}>${words.resume}</button>`
            : nothing
        }
      </div>
      ${biasResults(plan, answers)}
      <section class="bias-limits">
        <h3>${words.todo}</h3>
        <p>${words.todoText}</p>
        <h3>${words.limits}</h3>
        <p>${words.limitsText}</p>
      </section>
    `;
  }

  /** @param {BiasRun} run */
  #end(run) {
    return run.unfinished ? words.interrupted : words.finished;
  }

  /**
   * @param {BiasAxis} axis
   * @param {boolean} chosen
   */
  #choose = (axis, chosen) => {
    const order = this.plan?.axes.map((one) => one.axis) ?? [];
    this.chosen = order.filter((one) => (one === axis ? chosen : this.chosen.includes(one)));
    this.refused = '';
  };

  /** @param {Event} event */
  #submit(event) {
    event.preventDefault();
    if (!this.chosen.length) {
      this.refused = words.choose;
      return;
    }
    const run = new BiasRun(this.#conversation, this.#message, this.chosen);
    run.addEventListener('change', () => this.requestUpdate());
    this.run = run;
    void this.focusOn('.bias-progress button');
    void this.#go(run);
  }

  /** @param {BiasRun} run */
  async #go(run) {
    await run.go();
    if (run !== this.run || !this.plan || !this.isConnected) return;
    announce(`${this.#end(run)} ${biasSpoken(this.plan, run.answers)}`);
  }

  #stop = () => void this.run?.stop();

  #resume = () => {
    if (this.run) void this.#go(this.run);
  };

  /** What failed is asked for again here, not in the conversation behind. @param {Event} event */
  #retry = (event) => {
    event.stopPropagation();
    if (this.run) this.#resume();
    else void this.#read();
  };

  #close = () => this.querySelector('dialog')?.close();

  /** Closing stops the engine, and forgets. */
  #closed = () => {
    void this.run?.stop();
    this.run = null;
    this.plan = null;
  };
}

/**
 * How long the rest takes, by what was seen.
 *
 * @param {BiasRun} run
 * @returns {number | null} seconds; null while nothing is known
 */
const left = ({ answers, done, took }) => (done ? (took / done) * (answers.length - done) : null);

customElements.define('bias-dialog', BiasDialog);
