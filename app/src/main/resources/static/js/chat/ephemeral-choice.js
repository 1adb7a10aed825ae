import { html } from 'lit';
import { live } from 'lit/directives/live.js';
import { announce } from '../shared/announcer.js';
import { icon } from '../shared/icon.js';
import { LightElement } from '../shared/light-element.js';
import { texts } from '../shared/texts.js';

/**
 * Whether the conversation that is about to begin is to be ephemeral, and what that means.
 *
 * @property {boolean} chosen
 * @property {string} span how long one lives after its last message
 * @fires turn with what was chosen
 */
export class EphemeralChoice extends LightElement {
  /** @override */
  static properties = { chosen: { type: Boolean }, span: {} };

  constructor() {
    super();
    this.chosen = false;
    this.span = '';
  }

  /** @override */
  render() {
    const { chosen, span } = this;
    return html`
      <div class="ephemeral-choice ${chosen ? 'chosen' : ''}">
        <label class="check">
          <input
            type="checkbox"
            .checked=${live(chosen)}
            aria-describedby="ephemere-sens"
            autocomplete="off"
            @change=${this.#turn}
          />
          ${icon('ephemeral')}<span>${texts.ephemeral.name}</span>
        </label>
        <p id="ephemere-sens">
          ${chosen ? `${texts.ephemeral.meaning(span)} ${texts.ephemeral.unsent}` : texts.ephemeral.hint(span)}
        </p>
      </div>
    `;
  }

  /** @param {Event} event */
  #turn(event) {
    const { checked } = /** @type {HTMLInputElement} */ (event.target);
    this.tell('turn', checked);
    announce(checked ? texts.ephemeral.meaning(this.span) : texts.ephemeral.turnedOff);
  }
}

customElements.define('ephemeral-choice', EphemeralChoice);
