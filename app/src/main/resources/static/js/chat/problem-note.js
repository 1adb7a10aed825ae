import { html, nothing } from 'lit';
import { icon } from '../shared/icon.js';
import { LightElement } from '../shared/light-element.js';
import { kindOf } from '../shared/problem.js';
import { texts } from '../shared/texts.js';

/** @import {Problem} from '../shared/types.js' */

/**
 * Says what went wrong, what was kept and what can be done.
 *
 * @property {Problem | null} problem
 * @property {string} label what failed, if not the answer
 * @property {string} kept
 * @property {boolean} editable whether the text can be taken back
 * @property {number} ready documents that could be asked without waiting for the others
 * @fires retry
 * @fires ask-ready to ask only the documents that were read
 * @fires withdraw
 */
export class ProblemNote extends LightElement {
  /** @override */
  static properties = { problem: { attribute: false }, label: {}, kept: {}, editable: { type: Boolean }, ready: { type: Number } };

  constructor() {
    super();
    /** @type {Problem | null} */
    this.problem = null;
    this.label = texts.thread.failed;
    this.kept = '';
    this.editable = false;
    this.ready = 0;
  }

  /** @override */
  render() {
    const { problem } = this;
    return html`
      <div class="problem" role="group" aria-label=${this.label}>
        ${icon('alert')}
        <div>
          <p>
            <strong>${problem?.title ?? this.label}</strong
            >${problem?.detail ? html`<br />${problem.detail}` : nothing}
          </p>
          ${this.kept && !problem?.detail?.includes('gardé') ? html`<p>${this.kept}</p>` : nothing}
          <div class="actions">
            ${
              this.#mayRetry()
                ? html`<button type="button" class="secondary" @click=${() => this.tell('retry')}>
                    ${texts.retry}
                  </button>`
                : nothing
            }
            ${
              this.ready && problem && kindOf(problem) === 'document-not-ready'
                ? html`<button type="button" class="secondary" @click=${() => this.tell('ask-ready')}>
                    ${texts.thread.askReady(this.ready)}
                  </button>`
                : nothing
            }
            ${
              this.editable
                ? html`<button type="button" class="quiet" @click=${() => this.tell('withdraw')}>
                    ${texts.thread.edit}
                  </button>`
                : nothing
            }
          </div>
        </div>
      </div>
    `;
  }

  #mayRetry() {
    const { problem } = this;
    if (!problem) return true;
    return (
      problem.retryable ?? (problem.status >= 500 || problem.status === 0 || kindOf(problem) === 'charter-not-accepted')
    );
  }
}

customElements.define('problem-note', ProblemNote);
