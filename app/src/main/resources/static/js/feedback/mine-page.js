import { html, nothing } from 'lit';
import { announce } from '../shared/announcer.js';
import { LightElement } from '../shared/light-element.js';
import { asProblem } from '../shared/problem.js';
import { routes } from '../shared/routes.js';
import { texts } from '../shared/texts.js';
import { feedbackApi } from './feedback-api.js';
import { feedbackProblem } from './feedback-problem.js';
import './attached-list.js';

/** @import {Attached} from './feedback-types.js' */
/** @import {Problem} from '../shared/types.js' */

const { mine } = texts.feedback;

/**
 * What this person attached to opinions, after the conversations are gone too: to see it, and to have it erased.
 *
 * @fires failure with the error
 */
export class MinePage extends LightElement {
  /** @override */
  static properties = { attached: { state: true }, problem: { state: true } };

  constructor() {
    super();
    /** @type {Attached[] | null} null while unknown */
    this.attached = null;
    /** @type {Problem | null} */
    this.problem = null;
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
      <section class="feedback column">
        <h1 tabindex="-1">${mine.page}</h1>
        <p class="lead">${mine.lead}</p>
        ${this.problem ? feedbackProblem(this.problem, () => void this.#read()) : nothing} ${this.#list()}
        <p><a class="button" href=${routes.home}>${texts.charter.back}</a></p>
      </section>
    `;
  }

  #list() {
    const { attached } = this;
    if (!attached) return this.problem ? nothing : html`<p class="state" role="status">${texts.loading}</p>`;
    if (!attached.length) return html`<p class="feedback-empty">${mine.none}</p>`;
    return html`<attached-list
      .attached=${attached}
      @erase=${(/** @type {CustomEvent<string>} */ { detail }) => void this.#erase(detail)}
    ></attached-list>`;
  }

  async #read() {
    this.problem = null;
    try {
      this.attached = (await feedbackApi.mine()).attached;
    } catch (error) {
      this.#failed(error);
    }
  }

  /** @param {string} id */
  async #erase(id) {
    try {
      await feedbackApi.erase(id);
      this.problem = null;
      this.attached = (this.attached ?? []).filter((one) => one.id !== id);
      announce(texts.feedback.erased);
      await this.focusOn('h1');
    } catch (error) {
      this.#failed(error);
    }
  }

  /** @param {unknown} error */
  #failed(error) {
    this.problem = asProblem(error).problem;
    this.tell('failure', error);
  }
}

customElements.define('mine-page', MinePage);
