import { html, nothing } from 'lit';
import { announce } from '../shared/announcer.js';
import { icon } from '../shared/icon.js';
import { LightElement } from '../shared/light-element.js';
import { asProblem } from '../shared/problem.js';
import { routes } from '../shared/routes.js';
import { texts } from '../shared/texts.js';
import { dateOf } from '../shared/time.js';
import { feedbackApi } from './feedback-api.js';
import { ownVotes, voteOn } from './own-votes.js';
import './feedback-form.js';

/** @import {NewVote, OwnVote, OwnVotes} from './feedback-types.js' */
/** @import {Problem} from '../shared/types.js' */

const { feedback } = texts;

/**
 * Whether an answer was useful, as this person says it, and what they want to add.
 *
 * @property {string} conversationId
 * @property {string} messageId
 */
export class AnswerFeedback extends LightElement {
  /** @override */
  static properties = {
    conversationId: {},
    messageId: {},
    vote: { state: true },
    own: { state: true },
    open: { state: true },
    problem: { state: true },
  };

  /** What is sent, one after the other: the last click is what stands. @type {Promise<void>} */
  #sending = Promise.resolve();
  #asked = 0;
  /** What the server last said. @type {OwnVote | null} */
  #kept = null;

  constructor() {
    super();
    this.conversationId = '';
    this.messageId = '';
    /** @type {OwnVote | null} */
    this.vote = null;
    /** @type {OwnVotes | null} null while unknown */
    this.own = null;
    this.open = false;
    /** @type {Problem | null} */
    this.problem = null;
  }

  /**
   * @param {import('lit').PropertyValues<this>} changed
   * @override
   */
  willUpdate(changed) {
    if (!changed.has('conversationId') && !changed.has('messageId')) return;
    this.vote = this.#kept = this.problem = null;
    this.open = false;
    void this.#read(++this.#asked);
  }

  /** @override */
  render() {
    const { vote } = this;
    return html`
      <div class="feedback-choice" role="group" aria-label=${feedback.group}>
        ${this.#choice(true)} ${this.#choice(false)}
        ${
          vote
            ? html`<button type="button" class="quiet feedback-more" aria-expanded=${this.open} @click=${this.#turn}>
                ${feedback.more}
              </button>`
            : nothing
        }
      </div>
      ${this.problem ? this.#failure(this.problem) : nothing}
      ${
        vote && this.open
          ? html`<feedback-form
              .vote=${vote}
              .own=${this.own}
              @reason=${(/** @type {CustomEvent} */ { detail }) => this.#reason(detail)}
              @give=${(/** @type {CustomEvent<NewVote>} */ { detail }) => this.#complete(detail)}
              @leave=${() => this.#leave()}
            ></feedback-form>`
          : nothing
      }
      ${vote?.attachedUntil && !this.open ? this.#attached(vote, vote.attachedUntil) : nothing}
    `;
  }

  /** @param {boolean} useful */
  #choice(useful) {
    const pressed = this.vote?.useful === useful;
    return html`<button
      type="button"
      class="quiet toggle"
      data-useful=${useful}
      aria-pressed=${pressed}
      @click=${() => this.#choose(useful)}
    >
      ${pressed ? icon('check') : nothing}<span>${useful ? feedback.useful : feedback.notUseful}</span>
    </button>`;
  }

  /** @param {Problem} problem */
  #failure({ detail, title }) {
    return html`<p class="feedback-note bad" role="alert">${feedback.failed} ${detail ?? title}</p>`;
  }

  /**
   * @param {OwnVote} vote
   * @param {string} until
   */
  #attached({ attached }, until) {
    const said = attached ? feedback.attachedUntil : feedback.commentUntil;
    return html`<p class="feedback-note state">
      ${said(dateOf(until))}
      <button type="button" class="link" @click=${this.#detach}>${feedback.detach}</button>
      <a href=${routes.mine}>${feedback.seeMine}</a>
    </p>`;
  }

  /** @param {number} asked */
  async #read(asked) {
    if (!this.conversationId || !this.messageId) return;
    try {
      const own = await ownVotes.of(this.conversationId);
      if (asked !== this.#asked) return;
      this.own = own;
      this.vote = this.#kept = voteOn(own, this.messageId);
    } catch {
      // Nothing is lost: an opinion can be given all the same, and is read again with the page.
    }
  }

  /** @param {boolean} useful */
  #choose(useful) {
    if (this.vote?.useful === useful) {
      this.open = false;
      this.#say(null, feedback.takenBack);
      return;
    }
    const kept = this.vote;
    this.open = !useful;
    this.#say(
      { useful, reason: null, text: kept?.text ?? null, attach: kept?.attached ?? false },
      feedback.noted[useful ? 'true' : 'false'],
    );
  }

  /** @param {import('./feedback-types.js').Reason | null} reason */
  #reason(reason) {
    const { vote } = this;
    if (!vote) return;
    const said = reason ? feedback.reasonNoted(feedback.reasons[reason]) : feedback.reasonGone;
    this.#say({ useful: vote.useful, reason, text: vote.text, attach: vote.attached }, said);
  }

  /** @param {NewVote} vote */
  async #complete(vote) {
    if (await this.#say(vote, feedback.sent)) this.#leave();
  }

  #detach() {
    const { vote } = this;
    if (!vote) return;
    this.#focusChoice();
    void this.#say({ useful: vote.useful, reason: vote.reason, text: null, attach: false }, feedback.detached);
  }

  #turn() {
    this.open = !this.open;
  }

  /** The form goes away: the focus must not go with it. */
  #leave() {
    this.open = false;
    void this.focusOn('.feedback-more');
  }

  #focusChoice() {
    void this.focusOn('[aria-pressed="true"]');
  }

  /**
   * Shows it at once, and has it kept; what could not be kept is shown no more.
   *
   * @param {NewVote | null} vote null to take it back
   * @param {string} said once it is kept
   * @returns {Promise<boolean>} whether it is kept
   */
  #say(vote, said) {
    const { conversationId, messageId } = this;
    const asked = ++this.#asked;
    this.problem = null;
    this.vote = vote && this.#shown(vote);
    const kept = this.#sending.then(() => this.#send(conversationId, messageId, vote, asked, said));
    this.#sending = kept.then(() => undefined);
    return kept;
  }

  /**
   * @param {string} conversationId
   * @param {string} messageId
   * @param {NewVote | null} vote
   * @param {number} asked
   * @param {string} said
   */
  async #send(conversationId, messageId, vote, asked, said) {
    try {
      await (vote ? feedbackApi.give(conversationId, messageId, vote) : feedbackApi.takeBack(conversationId, messageId));
      ownVotes.forget(conversationId);
      announce(said);
      if (asked === this.#asked) await this.#read(asked);
      return true;
    } catch (error) {
      if (asked !== this.#asked) return false;
      this.problem = asProblem(error).problem;
      this.vote = this.#kept;
      return false;
    }
  }

  /**
   * @param {NewVote} vote
   * @returns {OwnVote}
   */
  #shown({ useful, reason, text, attach }) {
    const holds = text !== null || attach;
    return {
      messageId: this.messageId,
      useful,
      reason,
      text,
      attached: attach,
      attachedUntil: holds ? (this.vote?.attachedUntil ?? null) : null,
    };
  }
}

customElements.define('answer-feedback', AnswerFeedback);
