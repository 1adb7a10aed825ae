import { html, nothing } from 'lit';
import { icon } from '../shared/icon.js';
import { LightElement } from '../shared/light-element.js';
import { texts } from '../shared/texts.js';
import { biasOffers } from './bias-offers.js';
import './bias-dialog.js';

/** @import {BiasAxis} from './bias-types.js' */
/** @import {BiasDialog} from './bias-dialog.js' */
/** @import {Message} from '../shared/types.js' */

/**
 * Offers to ask again with another person, under an answer about people.
 *
 * @property {string | null} conversation id
 * @property {Message | null} message the answer
 */
export class BiasButton extends LightElement {
  /** @override */
  static properties = {
    conversation: {},
    message: { attribute: false },
    axes: { state: true },
  };

  constructor() {
    super();
    /** @type {string | null} */
    this.conversation = null;
    /** @type {Message | null} */
    this.message = null;
    /** @type {BiasAxis[] | null} */
    this.axes = null;
  }

  get #repeatable() {
    const { message } = this;
    const ended = message?.state === 'complete' || message?.state === 'length';
    return ended && !message.composed && message.method !== 'search' && message.method !== 'extractive';
  }

  /**
   * @param {import('lit').PropertyValues<this>} changed
   * @override
   */
  updated(changed) {
    if (changed.has('conversation') || changed.has('message')) void this.#look(changed.get('message')?.id);
  }

  /** @param {string | undefined} before the message that was looked at */
  async #look(before) {
    const { conversation, message } = this;
    if (!conversation || !message || !this.#repeatable) {
      this.axes = null;
      return;
    }
    if (before === message.id && this.axes) return;
    const axes = await biasOffers.axes(conversation, message.id);
    if (this.message?.id === message.id) this.axes = axes;
  }

  /** @override */
  render() {
    if (!this.axes) return nothing;
    return html`<button type="button" class="quiet" aria-haspopup="dialog" @click=${this.#open}>
        ${icon('compare')}<span>${texts.bias.act}</span></button
      ><bias-dialog></bias-dialog>`;
  }

  #open = () => {
    const { conversation, message } = this;
    const dialog = /** @type {BiasDialog | null} */ (this.querySelector('bias-dialog'));
    if (conversation && message) void dialog?.open(conversation, message.id);
  };
}

customElements.define('bias-button', BiasButton);
