import { html, nothing } from 'lit';
import { LightElement } from '../shared/light-element.js';
import { texts } from '../shared/texts.js';

/** @typedef {{title: string, detail?: string}} Farewell */

/**
 * What stands where a conversation was: that it is erased, and what was.
 *
 * @property {Farewell | null} farewell null for a conversation found missing
 * @property {boolean} draftKept a text in preparation was moved to a new conversation
 * @fires fresh
 */
export class GonePage extends LightElement {
  /** @override */
  static properties = { farewell: { attribute: false }, draftKept: { type: Boolean } };

  constructor() {
    super();
    /** @type {Farewell | null} */
    this.farewell = null;
    this.draftKept = false;
  }

  /** @override */
  firstUpdated() {
    void this.focusOn('h1');
  }

  /** @override */
  render() {
    const { title, detail } = this.farewell ?? { title: texts.gone.expired, detail: texts.gone.expiredDetail };
    return html`
      <section class="state-page">
        <h1 tabindex="-1">${title}</h1>
        <p>${detail}</p>
        ${this.draftKept ? html`<p>${texts.gone.draftKept}</p>` : nothing}
        <button type="button" class="primary" @click=${() => this.tell('fresh')}>${texts.gone.fresh}</button>
      </section>
    `;
  }
}

customElements.define('gone-page', GonePage);
