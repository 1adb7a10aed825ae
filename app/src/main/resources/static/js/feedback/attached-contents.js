import { html, nothing } from 'lit';
import { announce } from '../shared/announcer.js';
import { LightElement } from '../shared/light-element.js';
import { asProblem } from '../shared/problem.js';
import { texts } from '../shared/texts.js';
import { daysOf } from './days.js';
import { feedbackApi } from './feedback-api.js';
import { feedbackProblem } from './feedback-problem.js';
import './attached-list.js';

/** @import {Attached} from './feedback-types.js' */
/** @import {Problem} from '../shared/types.js' */

const { oversight } = texts.feedback;

/**
 * What people attached for the référents: read when it is asked for, since the reading is audited. What should not have been attached
 * they erase.
 *
 * @property {string} attachedFor ISO-8601
 * @fires failure with the error
 * @fires ask for a confirmation
 */
export class AttachedContents extends LightElement {
  /** @type {() => void} what failed, once more */
  #again = () => void this.#read();

  /** @override */
  static properties = {
    attachedFor: {},
    attached: { state: true },
    next: { state: true },
    problem: { state: true },
    loading: { state: true },
  };

  constructor() {
    super();
    this.attachedFor = 'P30D';
    /** @type {Attached[] | null} null while nothing was read */
    this.attached = null;
    /** @type {string | null} */
    this.next = null;
    /** @type {Problem | null} */
    this.problem = null;
    this.loading = false;
  }

  /** @override */
  render() {
    const { attached, problem } = this;
    return html`
      <section class="attached" aria-busy=${this.loading}>
        <h2 tabindex="-1">${oversight.attached}</h2>
        <p class="lead">${oversight.attachedLead(daysOf(this.attachedFor))}</p>
        ${
          attached?.length
            ? html`<attached-list
                .attached=${attached}
                @erase=${(/** @type {CustomEvent<string>} */ { detail }) => this.#asksToErase(detail)}
              ></attached-list>`
            : attached
              ? html`<p class="feedback-empty" role="status">${oversight.noAttached}</p>`
              : nothing
        }
        ${problem ? feedbackProblem(problem, this.#again) : this.#on()}
      </section>
    `;
  }

  #on() {
    const { attached, next, loading } = this;
    if (attached && next === null) return attached.length ? html`<p class="state">${oversight.end}</p>` : nothing;
    const name = attached ? oversight.more : oversight.read;
    return html`<p>
      <button type="button" class="secondary" aria-disabled=${loading} @click=${this.#read}>
        ${loading ? oversight.reading : name}
      </button>
    </p>`;
  }

  async #read() {
    if (this.loading) return;
    this.loading = true;
    const seen = this.attached?.length ?? 0;
    try {
      const page = await feedbackApi.attached(this.next);
      this.problem = null;
      this.attached = [...(this.attached ?? []), ...page.attached];
      this.next = page.next;
      const { length } = this.attached;
      announce(length ? oversight.shown(length) : oversight.noAttached);
      // The button that was pressed may be gone: the focus goes to the first that is new.
      await this.updateComplete;
      const list = /** @type {LightElement | null} */ (this.querySelector('attached-list'));
      if (list && length > seen) await list.focusOn(`li:nth-child(${seen + 1})`);
      else await this.focusOn('h2');
    } catch (error) {
      this.#failed(error, () => void this.#read());
    } finally {
      this.loading = false;
    }
  }

  /** @param {string} id */
  #asksToErase(id) {
    this.tell('ask', { question: oversight.erase, then: () => void this.#erase(id) });
  }

  /** @param {string} id */
  async #erase(id) {
    try {
      await feedbackApi.eraseAnybodys(id);
      this.problem = null;
      const left = (this.attached ?? []).filter((one) => one.id !== id);
      // The next page begins after what was read last, which may be what is gone now; after nothing it is the first.
      this.attached = left.length || this.next === null ? left : null;
      if (this.next === id) this.next = left.at(-1)?.id ?? null;
      announce(texts.feedback.erased);
      await this.focusOn('h2');
    } catch (error) {
      this.#failed(error, () => void this.#erase(id));
    }
  }

  /**
   * @param {unknown} error
   * @param {() => void} again
   */
  #failed(error, again) {
    this.#again = again;
    this.problem = asProblem(error).problem;
    this.tell('failure', error);
  }
}

customElements.define('attached-contents', AttachedContents);
