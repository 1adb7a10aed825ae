import { html, nothing } from 'lit';
import { icon } from '../shared/icon.js';
import { LightElement } from '../shared/light-element.js';
import { texts } from '../shared/texts.js';
import { daysOf } from './days.js';

/** @import {OwnVote, OwnVotes, Reason} from './feedback-types.js' */

const { feedback } = texts;

/** Longest comment, in UTF-16 units: the server's. */
const LONGEST = 1000;

/** From here on it is said how much room is left. */
const NEAR = 200;

/**
 * What somebody may add to their opinion: why, a comment, the question and the answer.
 *
 * @property {OwnVote} vote
 * @property {OwnVotes | null} own what may be attached here, once it is known
 * @fires reason with the {@link Reason}, or null for none
 * @fires give with the {@link import('./feedback-types.js').NewVote}
 * @fires leave
 */
export class FeedbackForm extends LightElement {
  /** @override */
  static properties = {
    vote: { attribute: false },
    own: { attribute: false },
    text: { state: true },
    attach: { state: true },
  };

  constructor() {
    super();
    /** @type {OwnVote | null} */
    this.vote = null;
    /** @type {OwnVotes | null} */
    this.own = null;
    /** @type {string | null} null while it is as kept */
    this.text = null;
    /** @type {boolean | null} null while it is as kept */
    this.attach = null;
  }

  /** @override */
  render() {
    const { vote, own } = this;
    if (!vote) return nothing;
    return html`
      <form class="feedback-form" aria-label=${feedback.moreTitle} @submit=${this.#submit} @keydown=${this.#escape}>
        ${vote.useful ? nothing : this.#reasons(vote)}
        ${own?.mayAttach === false ? html`<p class="state">${feedback.ephemeral}</p>` : nothing}
        ${own?.mayAttach ? this.#content(vote, own) : nothing}
        <div class="actions">
          ${own?.mayAttach ? html`<button type="submit" class="secondary">${feedback.send}</button>` : nothing}
          <button type="button" class="quiet" @click=${() => this.tell('leave')}>${feedback.close}</button>
          <span class="state">${feedback.counted}</span>
        </div>
      </form>
    `;
  }

  /** @param {OwnVote} vote */
  #reasons({ reason }) {
    return html`
      <fieldset>
        <legend>${feedback.why}</legend>
        <div class="chips">
          ${Object.entries(feedback.reasons).map(
            ([id, name]) => html`<button
              type="button"
              class="chip"
              aria-pressed=${id === reason}
              @click=${() => this.tell('reason', id === reason ? null : /** @type {Reason} */ (id))}
            >
              ${id === reason ? icon('check') : nothing}<span>${name}</span>
            </button>`,
          )}
        </div>
      </fieldset>
    `;
  }

  /**
   * @param {OwnVote} vote
   * @param {OwnVotes} own
   */
  #content(vote, own) {
    const text = this.text ?? vote.text ?? '';
    const left = LONGEST - text.length;
    return html`
      <label class="feedback-comment">
        ${feedback.comment}
        <textarea rows="2" maxlength=${LONGEST} .value=${text} @input=${this.#write}></textarea>
      </label>
      ${left <= NEAR ? html`<p class="state" role="status">${feedback.left(left)}</p>` : nothing}
      <label class="check">
        <input
          type="checkbox"
          .checked=${this.attach ?? vote.attached}
          aria-describedby="feedback-means-${vote.messageId}"
          @change=${this.#tick}
        /><span>${feedback.attach}</span>
      </label>
      <p class="state" id="feedback-means-${vote.messageId}">${feedback.means(daysOf(own.attachedFor))}</p>
    `;
  }

  /** @param {Event} event */
  #write(event) {
    this.text = /** @type {HTMLTextAreaElement} */ (event.target).value;
  }

  /** @param {Event} event */
  #tick(event) {
    this.attach = /** @type {HTMLInputElement} */ (event.target).checked;
  }

  /** @param {SubmitEvent} event */
  #submit(event) {
    event.preventDefault();
    const { vote } = this;
    if (!vote) return;
    const text = (this.text ?? vote.text ?? '').trim() || null;
    this.tell('give', { useful: vote.useful, reason: vote.reason, text, attach: this.attach ?? vote.attached });
  }

  /** @param {KeyboardEvent} event */
  #escape(event) {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.tell('leave');
  }
}

customElements.define('feedback-form', FeedbackForm);
