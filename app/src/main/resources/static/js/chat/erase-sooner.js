import { html, nothing } from 'lit';
import { announce } from '../shared/announcer.js';
import { now } from '../shared/api.js';
import { LightElement } from '../shared/light-element.js';
import { asProblem } from '../shared/problem.js';
import { momentOf } from '../shared/spans.js';
import { texts } from '../shared/texts.js';

/** @import {ConversationSummary, Problem} from '../shared/types.js' */

const { ends } = texts;

const MINUTE = 60_000;

/** In how many minutes a conversation may be asked to be gone. */
const DELAYS = [15, 60, 240];

/** When people go home, by the hour of their day. */
const EVENING = 20;

/**
 * Brings the end of a conversation forward.
 *
 * @property {ConversationSummary} summary
 * @property {(seconds: number) => Promise<ConversationSummary | null>} shorten
 */
export class EraseSooner extends LightElement {
  /** @override */
  static properties = {
    summary: { attribute: false },
    shorten: { attribute: false },
    open: { state: true },
    busy: { state: true },
    problem: { state: true },
  };

  constructor() {
    super();
    /** @type {ConversationSummary | null} */
    this.summary = null;
    /** @type {((seconds: number) => Promise<ConversationSummary | null>) | null} */
    this.shorten = null;
    this.open = false;
    this.busy = false;
    /** @type {Problem | null} */
    this.problem = null;
  }

  /** @override */
  render() {
    return html`
      <span class="sooner" @keydown=${this.#key} @focusout=${this.#left}>
        <button
          type="button"
          class="link"
          aria-expanded=${this.open ? 'true' : 'false'}
          aria-controls="effacer-plus-tot"
          @click=${this.#toggle}
        >
          ${ends.sooner}
        </button>
        <span class="sooner-choices" id="effacer-plus-tot" role="group" aria-label=${ends.sooner} ?hidden=${!this.open}>
          ${this.open ? this.#choices() : nothing}
        </span>
      </span>
    `;
  }

  #choices() {
    const { problem } = this;
    const choices = this.#offered();
    return html`
      ${choices.map(
        ({ name, at }) =>
          html`<button type="button" class="quiet wide" aria-disabled=${this.busy} @click=${() => this.#choose(at)}>
            ${name}
          </button>`,
      )}
      <span class="state">${choices.length ? ends.note : ends.none}</span>
      ${
        problem
          ? html`<span class="bad" role="alert"><strong>${problem.title}</strong><br />${problem.detail ?? ''}</span>`
          : nothing
      }
    `;
  }

  /** The ends that are sooner than the one it has: it cannot be put off. */
  #offered() {
    const end = Date.parse(this.summary?.expiresAt ?? '');
    const evening = new Date(now()).setHours(EVENING, 0, 0, 0);
    return [
      ...DELAYS.map((minutes) => ({
        name: `${ends.in} ${ends.delay(minutes)}`,
        at: now() + minutes * MINUTE,
      })),
      { name: `${ends.at} ${ends.evening}`, at: evening },
    ].filter(({ at }) => at > now() + 2 * MINUTE && at < end - MINUTE);
  }

  /** @param {number} at */
  async #choose(at) {
    if (this.busy) return;
    this.busy = true;
    this.problem = null;
    try {
      const summary = await this.shorten?.(Math.round((at - now()) / 1000));
      if (summary) announce(ends.done(momentOf(summary.expiresAt)));
      this.#close();
    } catch (error) {
      this.problem = asProblem(error).problem;
    } finally {
      this.busy = false;
    }
  }

  /** Offers the choices, wherever the focus was; without one to make, says why. */
  start() {
    this.problem = null;
    this.open = true;
    const none = !this.#offered().length;
    if (none) announce(ends.none);
    void this.focusOn(none ? '.link' : '.sooner-choices button');
  }

  #toggle() {
    if (this.open) this.open = false;
    else this.start();
  }

  #close() {
    this.open = false;
    void this.focusOn('.link');
  }

  /**
   * Whoever goes elsewhere needs the choices no more.
   *
   * @param {FocusEvent} event
   */
  #left({ relatedTarget }) {
    if (relatedTarget instanceof Node && !this.contains(relatedTarget)) this.open = false;
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key !== 'Escape' || !this.open) return;
    event.stopPropagation();
    this.#close();
  }
}

customElements.define('erase-sooner', EraseSooner);
