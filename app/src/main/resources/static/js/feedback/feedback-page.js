import { html, nothing } from 'lit';
import { LightElement } from '../shared/light-element.js';
import { asProblem } from '../shared/problem.js';
import { routes } from '../shared/routes.js';
import { texts } from '../shared/texts.js';
import { feedbackApi } from './feedback-api.js';
import { feedbackProblem } from './feedback-problem.js';
import './attached-contents.js';
import './feedback-table.js';

/** @import {Month, Summary} from './feedback-types.js' */
/** @import {Problem} from '../shared/types.js' */

const { oversight } = texts.feedback;

/**
 * What people think of answers, for référents: counts by month, task and model, and what was attached for them.
 *
 * @fires failure with the error
 */
export class FeedbackPage extends LightElement {
  /** @override */
  static properties = { summary: { state: true }, problem: { state: true }, loading: { state: true } };

  constructor() {
    super();
    /** @type {Summary | null} */
    this.summary = null;
    /** @type {Problem | null} */
    this.problem = null;
    this.loading = false;
  }

  /** @override */
  connectedCallback() {
    super.connectedCallback();
    void this.#read();
  }

  /** @override */
  firstUpdated() {
    scrollTo({ top: 0, behavior: 'instant' });
    void this.focusOn('h1');
  }

  /** @override */
  render() {
    return html`
      <section class="feedback column" aria-busy=${this.loading}>
        <h1 tabindex="-1">${oversight.page}</h1>
        <p class="lead">${oversight.lead}</p>
        ${this.problem ? feedbackProblem(this.problem, () => this.#again()) : this.#content()}
        <p><a class="button" href=${routes.home}>${texts.charter.back}</a></p>
      </section>
    `;
  }

  #content() {
    const { summary } = this;
    if (!summary) return html`<p class="state" role="status">${oversight.loading}</p>`;
    return html`
      ${
        summary.months.length
          ? summary.months.map((month, index) => this.#month(summary, month, index === 0))
          : html`<p class="feedback-empty">${oversight.none}</p>`
      }
      <attached-contents .attachedFor=${summary.attachedFor}></attached-contents>
    `;
  }

  /**
   * @param {Summary} summary
   * @param {Month} month
   * @param {boolean} newest
   */
  #month({ smallest }, { month, lines, withheld }, newest) {
    return html`
      <details class="feedback-month" ?open=${newest}>
        <summary><h2>${oversight.month(month)}</h2></summary>
        ${
          lines.length
            ? html`<feedback-table
                .lines=${lines}
                .smallest=${smallest}
                .month=${oversight.month(month)}
              ></feedback-table>`
            : nothing
        }
        ${withheld ? html`<p class="state">${oversight.withheld(smallest)}</p>` : nothing}
      </details>
    `;
  }

  /** The button goes away with the problem: the focus must not go with it. */
  #again() {
    void this.focusOn('h1');
    void this.#read();
  }

  async #read() {
    this.loading = true;
    this.problem = null;
    try {
      this.summary = await feedbackApi.summary();
    } catch (error) {
      this.problem = asProblem(error).problem;
      this.tell('failure', error);
    } finally {
      this.loading = false;
    }
  }
}

customElements.define('feedback-page', FeedbackPage);
