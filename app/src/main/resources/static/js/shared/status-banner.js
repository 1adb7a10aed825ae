import { html, nothing } from 'lit';
import { HeightVariable } from './height-variable.js';
import { icon } from './icon.js';
import { LightElement } from './light-element.js';
import { memory } from './memory.js';
import { texts } from './texts.js';

/** @import {ConnectionState} from './connection.js' */

/**
 * Says that something around the page is away, what is kept and what happens next.
 *
 * @property {ConnectionState} state
 * @property {boolean} ephemeral whether an ephemeral conversation is open
 * @fires retry-connection
 */
export class StatusBanner extends LightElement {
  /** @override */
  static properties = { state: {}, ephemeral: { type: Boolean } };

  constructor() {
    super();
    /** @type {ConnectionState} */
    this.state = 'ok';
    this.ephemeral = false;
    new HeightVariable(this, '.banner', '--banner');
  }

  /** @override */
  render() {
    return html`<div role="status">${this.state === 'ok' ? nothing : this.#banner(this.state)}</div>`;
  }

  /** @param {Exclude<ConnectionState, 'ok'>} state */
  #banner(state) {
    const { stays, signedOut } = texts.ephemeral.banner;
    const [title, detail] = {
      offline: [texts.banner.offline, this.ephemeral ? stays : texts.banner.offlineDetail],
      storage: [texts.banner.storage, this.ephemeral ? stays : texts.banner.storageDetail],
      'signed-out': [texts.banner.signedOut, this.ephemeral ? signedOut : texts.banner.signedOutDetail],
    }[state];
    return html`
      <div class="banner ${state}">
        ${icon('alert')}
        <p><strong>${title}</strong> ${detail}</p>
        ${
          state === 'signed-out'
            ? html`<a class="button" href="/" @click=${() => memory.keepReturn(location.hash)}
                >${texts.banner.signIn}</a
              >`
            : html`<button type="button" class="secondary" @click=${() => this.tell('retry-connection')}>
                ${texts.banner.retryNow}
              </button>`
        }
      </div>
    `;
  }
}

customElements.define('status-banner', StatusBanner);
