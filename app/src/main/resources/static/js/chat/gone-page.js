import { html, nothing } from 'lit';
import { LightElement } from '../shared/light-element.js';
import { texts } from '../shared/texts.js';
import './unsent-text.js';

/** @typedef {{title: string, detail?: string}} Farewell */

/**
 * What stands where a conversation was: that it is erased, and what was.
 *
 * @property {Farewell | null} farewell null for a conversation found missing
 * @property {boolean} draftKept a text in preparation was moved to a new conversation
 * @property {string} unsent a text in preparation that is written nowhere
 * @property {boolean} another whether another ephemeral conversation can take this one's place
 * @fires fresh with whether it is to be ephemeral
 */
export class GonePage extends LightElement {
  /** @override */
  static properties = {
    farewell: { attribute: false },
    draftKept: { type: Boolean },
    unsent: {},
    another: { type: Boolean },
  };

  constructor() {
    super();
    /** @type {Farewell | null} */
    this.farewell = null;
    this.draftKept = false;
    this.unsent = '';
    this.another = false;
  }

  /** @override */
  firstUpdated() {
    void this.focusOn('h1');
  }

  /** @override */
  render() {
    const { title, detail } = this.farewell ?? { title: texts.gone.expired, detail: texts.gone.expiredDetail };
    const { note, copyOnly } = texts.ephemeral.ended;
    return html`
      <section class="state-page">
        <h1 tabindex="-1">${title}</h1>
        <p>${detail}</p>
        ${this.draftKept ? html`<p>${texts.gone.draftKept}</p>` : nothing}
        ${
          this.unsent
            ? html`<unsent-text .text=${this.unsent} .note=${this.another ? note : copyOnly}></unsent-text>`
            : nothing
        }
        <div class="actions">${this.#ways()}</div>
      </section>
    `;
  }

  #ways() {
    if (!this.another) {
      return html`<button type="button" class="primary" @click=${() => this.tell('fresh', false)}>
        ${texts.gone.fresh}
      </button>`;
    }
    return html`
      <button type="button" class="primary" @click=${() => this.tell('fresh', true)}>
        ${texts.ephemeral.ended.again}
      </button>
      <button type="button" class="secondary" @click=${() => this.tell('fresh', false)}>${texts.panel.fresh}</button>
    `;
  }
}

customElements.define('gone-page', GonePage);
