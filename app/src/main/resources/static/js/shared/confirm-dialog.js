import { html } from 'lit';
import { LightElement } from './light-element.js';
import { texts } from './texts.js';

/** @typedef {{title: string, detail: string, confirm: string}} Question */

/** Asks before what cannot be undone. */
export class ConfirmDialog extends LightElement {
  /** @override */
  static properties = { question: { state: true } };

  /** @type {(answer: boolean) => void} */
  #answer = () => undefined;

  constructor() {
    super();
    /** @type {Question} */
    this.question = { title: '', detail: '', confirm: '' };
  }

  /**
   * @param {Question} question
   * @returns {Promise<boolean>} whether it was confirmed
   */
  async ask(question) {
    this.question = question;
    await this.updateComplete;
    const dialog = this.querySelector('dialog');
    if (!dialog) return false;
    dialog.returnValue = '';
    dialog.showModal();
    return new Promise((resolve) => (this.#answer = resolve));
  }

  /** @override */
  render() {
    const { title, detail, confirm } = this.question;
    return html`
      <dialog class="dialog" aria-labelledby="question" aria-describedby="question-detail" @close=${this.#closed}>
        <form method="dialog">
          <h2 id="question">${title}</h2>
          <p id="question-detail">${detail}</p>
          <div class="actions end">
            <button value="" class="secondary" autofocus>${texts.cancel}</button>
            <button value="yes" class="danger">${confirm}</button>
          </div>
        </form>
      </dialog>
    `;
  }

  /** @param {Event} event */
  #closed(event) {
    this.#answer(/** @type {HTMLDialogElement} */ (event.target).returnValue === 'yes');
  }
}

customElements.define('confirm-dialog', ConfirmDialog);
