import { html } from 'lit';
import { icon } from './icon.js';
import { LightElement } from './light-element.js';
import { memory } from './memory.js';
import { texts } from './texts.js';

/** Lists the keyboard shortcuts, and lets the one-key shortcut be switched off. */
export class ShortcutsDialog extends LightElement {
  /** Whether `?` alone is a shortcut; speech input may type it by accident. */
  static get singleKey() {
    return memory.preference('single-key', 'yes') === 'yes';
  }

  open() {
    this.querySelector('dialog')?.showModal();
  }

  /** @override */
  render() {
    return html`
      <dialog class="dialog" aria-labelledby="raccourcis">
        <form method="dialog" class="dialog-head">
          <h2 id="raccourcis">${texts.shortcuts.title}</h2>
          <button class="quiet">${icon('close')}<span>${texts.close}</span></button>
        </form>
        <dl class="shortcuts">
          ${texts.shortcuts.items.map(
            ([keys, use]) => html`
              <div>
                <dt>${use}</dt>
                <dd>${[keys].flat().map((key) => html`<kbd>${key}</kbd> `)}</dd>
              </div>
            `,
          )}
        </dl>
        <label class="check"
          ><input type="checkbox" .checked=${ShortcutsDialog.singleKey} @change=${this.#toggle} /><span
            >${texts.shortcuts.single}</span
          ></label
        >
      </dialog>
    `;
  }

  /** @param {Event} event */
  #toggle(event) {
    memory.setPreference('single-key', /** @type {HTMLInputElement} */ (event.target).checked ? 'yes' : 'no');
  }
}

customElements.define('shortcuts-dialog', ShortcutsDialog);
