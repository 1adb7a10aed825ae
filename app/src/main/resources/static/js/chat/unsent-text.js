import { html } from 'lit';
import { icon } from '../shared/icon.js';
import { LightElement } from '../shared/light-element.js';
import { texts } from '../shared/texts.js';

const { ended } = texts.ephemeral;

/**
 * The text that somebody was writing in an ephemeral conversation when it ended: it stands here only.
 *
 * @property {string} text
 * @property {string} note what can be done with it
 */
export class UnsentText extends LightElement {
  /** @override */
  static properties = { text: {}, note: {}, told: { state: true } };

  constructor() {
    super();
    this.text = '';
    this.note = '';
    this.told = '';
  }

  /** @override */
  render() {
    return html`
      <div class="unsent">
        <label for="non-envoye">${ended.unsent}</label>
        <textarea
          id="non-envoye"
          readonly
          rows="2"
          dir="auto"
          autocomplete="off"
          aria-describedby="non-envoye-note"
          .value=${this.text}
        ></textarea>
        <p id="non-envoye-note">${this.note}</p>
        <div class="actions">
          <button type="button" class="secondary" @click=${this.#copy}>${icon('copy')}<span>${ended.copy}</span></button>
          <span class="state" role="status">${this.told}</span>
        </div>
      </div>
    `;
  }

  async #copy() {
    try {
      await navigator.clipboard.writeText(this.text);
      this.told = ended.copied;
    } catch {
      this.told = texts.thread.copyFailed;
      this.querySelector('textarea')?.select();
    }
  }
}

customElements.define('unsent-text', UnsentText);
