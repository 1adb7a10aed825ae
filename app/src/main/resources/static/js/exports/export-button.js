import { html, nothing } from 'lit';
import { icon } from '../shared/icon.js';
import { LightElement } from '../shared/light-element.js';
import { texts } from '../shared/texts.js';

/** @import {Message} from '../shared/types.js' */

/**
 * The way from an answer to a file. One that is not whole cannot be taken for read again: it has no button.
 *
 * @property {Message | null} message
 * @fires export-wanted with the message's id, and the button that the focus returns to
 */
export class ExportButton extends LightElement {
  /** @override */
  static properties = { message: { attribute: false } };

  constructor() {
    super();
    /** @type {Message | null} */
    this.message = null;
  }

  /** @override */
  render() {
    if (this.message?.state !== 'complete' || !this.message.text) return nothing;
    return html`<button type="button" class="quiet" aria-haspopup="dialog" @click=${this.#want}>
      ${icon('down')}<span>${texts.exports.act}</span>
    </button>`;
  }

  /** @param {Event} event */
  #want(event) {
    this.tell('export-wanted', { messageId: this.message?.id, opener: event.currentTarget });
  }
}

customElements.define('export-button', ExportButton);
