import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { icon } from '../shared/icon.js';
import { LightElement } from '../shared/light-element.js';
import { texts } from '../shared/texts.js';
import { bytes } from './quantities.js';

/** @import {CatalogueModel, Release} from './models-types.js' */

const words = texts.models.dialogs;

/**
 * @typedef {{kind: 'propose', catalogue: CatalogueModel[]}
 *   | {kind: 'import', release: Release, again: boolean, files: string[]}
 *   | {kind: 'canary', release: Release}} Choice what is to be chosen
 */

/** The share of conversations that a canary can take, in percent. */
const SHARES = ['5', '10', '25', '50'];

/**
 * One choice before an order: which model of the catalogue, from where it is brought, or on how many conversations it is tried.
 */
export class ReleaseDialog extends LightElement {
  /** @override */
  static properties = { choice: { state: true }, chosen: { state: true } };

  /** @type {(chosen: string | null) => void} */
  #answer = () => undefined;

  constructor() {
    super();
    /** @type {Choice | null} */
    this.choice = null;
    this.chosen = '';
  }

  /**
   * @param {Choice} choice
   * @returns {Promise<string | null>} what was chosen: a model's id, `registry` or a file's name, a percentage; null if nothing was
   */
  async ask(choice) {
    this.choice = choice;
    this.chosen = this.#options()[0]?.value ?? '';
    await this.updateComplete;
    const dialog = this.querySelector('dialog');
    if (!dialog) return null;
    dialog.returnValue = '';
    dialog.showModal();
    return new Promise((resolve) => (this.#answer = resolve));
  }

  /** @override */
  render() {
    const { choice } = this;
    const text = choice ? words[choice.kind] : null;
    const options = this.#options();
    return html`
      <dialog class="dialog release" aria-labelledby="deploiement-titre" @close=${this.#closed}>
        <form method="dialog">
          <div class="dialog-head">
            <h2 id="deploiement-titre">
              ${choice && text ? (choice.kind === 'propose' ? words.propose.title : words[choice.kind].title(choice.release.displayName)) : nothing}
            </h2>
            <button value="" class="quiet">${icon('close')}<span>${texts.close}</span></button>
          </div>
          <p>${choice?.kind === 'import' && choice.again ? words.import.leadAgain : text?.lead}</p>
          <fieldset>
            <legend class="visually-hidden">${text?.legend}</legend>
            ${options.length ? options.map((option) => this.#radio(option)) : html`<p>${words.propose.none}</p>`}
          </fieldset>
          <div class="actions end">
            <button value="" class="secondary">${texts.cancel}</button>
            ${options.length ? html`<button value="yes" class="primary">${this.#confirms()}</button>` : nothing}
          </div>
        </form>
      </dialog>
    `;
  }

  #confirms() {
    const { choice } = this;
    const isTried = choice?.kind === 'canary' && choice.release.state === 'canary';
    return isTried ? texts.models.changesShare : choice && words[choice.kind].confirm;
  }

  /** @returns {{value: string, name: string, hint: string}[]} */
  #options() {
    const { choice } = this;
    if (!choice) return [];
    if (choice.kind === 'propose') {
      return choice.catalogue.map((model) => ({ value: model.id, name: model.displayName, hint: described(model) }));
    }
    if (choice.kind === 'canary') {
      return SHARES.map((value) => ({ value, name: words.canary.share(value), hint: '' }));
    }
    return [
      ...choice.files.map((name) => ({ value: `file:${name}`, name, hint: words.import.file })),
      { value: 'registry', name: choice.release.engineModel, hint: words.import.registry },
    ];
  }

  /** @param {{value: string, name: string, hint: string}} option */
  #radio({ value, name, hint }) {
    return html`<label class="check">
      <input
        type="radio"
        name="choix"
        value=${value}
        .checked=${live(this.chosen === value)}
        @change=${() => (this.chosen = value)}
      />
      <span>${name} ${hint ? html`<span class="hint">${hint}</span>` : nothing}</span>
    </label>`;
  }

  /** @param {Event} event */
  #closed(event) {
    const { returnValue } = /** @type {HTMLDialogElement} */ (event.target);
    this.#answer(returnValue === 'yes' ? this.chosen : null);
  }
}

/** @param {CatalogueModel} model */
const described = ({ licence, quantisation, contextWindow, sizeBytes, memoryBytes }) =>
  [
    quantisation,
    words.propose.window(contextWindow.toLocaleString('fr-FR')),
    licence,
    sizeBytes === null ? '' : bytes(sizeBytes),
    memoryBytes === null ? '' : words.propose.memory(bytes(memoryBytes)),
  ]
    .filter(Boolean)
    .join(' · ');

customElements.define('release-dialog', ReleaseDialog);
