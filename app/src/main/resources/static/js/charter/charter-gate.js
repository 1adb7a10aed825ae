import { html, nothing } from 'lit';
import { api } from '../shared/api.js';
import { LightElement } from '../shared/light-element.js';
import { asProblem } from '../shared/problem.js';
import { texts } from '../shared/texts.js';
import './charter-rules.js';

/** @import {CharterText} from '../shared/types.js' */

/**
 * Stands before everything else until the charter in force is accepted.
 *
 * @property {CharterText | null} charter
 * @fires accepted
 * @fires charter-stale when the charter changed meanwhile
 * @fires failure with the error
 */
export class CharterGate extends LightElement {
  /** @override */
  static properties = { charter: { attribute: false }, sending: { state: true }, message: { state: true } };

  constructor() {
    super();
    /** @type {CharterText | null} */
    this.charter = null;
    this.sending = false;
    this.message = '';
  }

  /** @override */
  firstUpdated() {
    scrollTo({ top: 0, behavior: 'instant' });
    void this.focusOn('h1');
  }

  /** @override */
  render() {
    const { charter } = this;
    return html`
      <section class="charter column wide">
        <p class="overline">${charter?.accepted ? texts.charter.renewed : texts.charter.gate}</p>
        <h1 tabindex="-1">${charter?.title ?? texts.loading}</h1>
        <charter-rules .charter=${charter}></charter-rules>
        ${
          charter
            ? html`
                <div class="acceptance">
                  <p role="status">${this.message || texts.charter.acceptNote}</p>
                  <button type="button" class="primary" ?disabled=${this.sending} @click=${this.#accept}>
                    ${texts.charter.accept}
                  </button>
                </div>
              `
            : nothing
        }
      </section>
    `;
  }

  async #accept() {
    if (!this.charter) return;
    this.sending = true;
    try {
      await api.acceptCharter(this.charter.version);
      this.tell('accepted');
    } catch (error) {
      const { kind, problem } = asProblem(error);
      this.message =
        kind === 'charter-version-stale' ? texts.charter.stale : `${problem.title}. ${problem.detail ?? ''}`;
      this.tell(kind === 'charter-version-stale' ? 'charter-stale' : 'failure', error);
    } finally {
      this.sending = false;
    }
  }
}

customElements.define('charter-gate', CharterGate);
