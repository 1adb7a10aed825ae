import { html, nothing } from 'lit';
import { LightElement } from '../shared/light-element.js';
import { neutralised } from '../shared/plain-text.js';
import { texts } from '../shared/texts.js';
import { dateOf } from '../shared/time.js';

/** @import {Attached} from './feedback-types.js' */

const { feedback } = texts;
const { oversight } = feedback;

/**
 * What people attached to their opinions, as they wrote it: nothing of it is rendered or loaded. Its author and the référents may have
 * each erased.
 *
 * @property {Attached[]} attached
 * @fires erase with the id
 */
export class AttachedList extends LightElement {
  /** @override */
  static properties = { attached: { attribute: false } };

  constructor() {
    super();
    /** @type {Attached[]} */
    this.attached = [];
  }

  /** @override */
  render() {
    return html`<ul class="attached-list">
      ${this.attached.map((one) => html`<li tabindex="-1" data-attached=${one.id}>${this.#item(one)}</li>`)}
    </ul>`;
  }

  /** @param {Attached} one */
  #item({ id, at, endsAt, task, model, useful, reason, text, question, answer }) {
    const verdict = useful ? feedback.useful : feedback.notUseful;
    return html`
      <h3>${feedback.task(task)}, ${dateOf(at)}</h3>
      <p class="state">
        <strong>${verdict}${reason ? ` : ${feedback.reasons[reason] ?? reason}` : ''}</strong> · ${model} ·
        ${oversight.ends(dateOf(endsAt))}
      </p>
      ${text ? this.#words(oversight.comment, text) : nothing}
      ${
        answer === null
          ? nothing
          : html`<details>
              <summary>${oversight.content}</summary>
              ${this.#words(oversight.question, question ?? '')} ${this.#words(oversight.answer, answer)}
            </details>`
      }
      <button type="button" class="secondary" @click=${() => this.tell('erase', id)}>
        ${feedback.erase}<span class="visually-hidden"> : ${feedback.task(task)}, ${dateOf(at)}</span>
      </button>
    `;
  }

  /**
   * @param {string} name
   * @param {string} words
   */
  #words(name, words) {
    return html`<p class="attached-name">${name}</p>
      <blockquote>${neutralised(words)}</blockquote>`;
  }
}

customElements.define('attached-list', AttachedList);
