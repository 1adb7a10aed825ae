import { html } from 'lit';
import { icon } from '../shared/icon.js';
import { LightElement } from '../shared/light-element.js';
import { routes } from '../shared/routes.js';
import { texts } from '../shared/texts.js';

/**
 * The panel of a narrow window: a sheet behind a bar.
 *
 * @property {unknown} panel what the sheet shows
 * @fires begin a new conversation, from the bar
 */
export class PanelSheet extends LightElement {
  /** @override */
  static properties = { panel: { attribute: false } };

  constructor() {
    super();
    /** @type {unknown} */
    this.panel = null;
  }

  /** Puts the sheet away. */
  close() {
    this.#sheet?.close();
  }

  /** @override */
  render() {
    return html`
      <header class="bar">
        <button
          type="button"
          class="quiet"
          aria-haspopup="dialog"
          aria-label=${texts.panel.openLabel}
          @click=${() => this.#sheet?.showModal()}
        >
          ${icon('menu')}<span>${texts.panel.open}</span>
        </button>
        <a class="brand" href=${routes.home}
          ><img src="/img/favicon.svg" alt="" width="24" height="24" /><span>${texts.brand}</span></a
        >
        <button type="button" class="quiet" aria-label=${texts.panel.fresh} @click=${() => this.tell('begin')}>
          ${icon('plus')}<span>${texts.panel.freshShort}</span>
        </button>
      </header>
      <dialog class="sheet" aria-label=${texts.panel.openedLabel} @click=${this.#outside}>
        <form method="dialog">
          <button class="quiet">${icon('close')}<span>${texts.close}</span></button>
        </form>
        ${this.panel}
      </dialog>
    `;
  }

  get #sheet() {
    return this.querySelector('dialog');
  }

  /** @param {Event} event */
  #outside(event) {
    if (event.target === this.#sheet) this.close();
  }
}

customElements.define('panel-sheet', PanelSheet);
