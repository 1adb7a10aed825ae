import { html, nothing } from 'lit';
import { LightElement } from './light-element.js';
import { texts } from './texts.js';

/** @typedef {{group: string, name: string, hint?: string, run: () => void}} Command */

/** @param {string} text */
const folded = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Finds a conversation or a command by some letters of its name. */
export class CommandPalette extends LightElement {
  /** @override */
  static properties = { commands: { state: true }, search: { state: true }, active: { state: true } };

  constructor() {
    super();
    /** @type {Command[]} */
    this.commands = [];
    this.search = '';
    this.active = 0;
  }

  /** @param {Command[]} commands */
  async open(commands) {
    this.commands = commands;
    this.search = '';
    this.active = 0;
    await this.updateComplete;
    this.querySelector('dialog')?.showModal();
  }

  get #found() {
    const words = folded(this.search).split(/\s+/);
    return this.commands.filter(({ name }) => words.every((word) => folded(name).includes(word)));
  }

  /** @override */
  render() {
    const found = this.#found;
    const active = found[this.active];
    return html`
      <dialog class="dialog palette" aria-label=${texts.palette.title} @click=${this.#outside}>
        <input
          type="text"
          role="combobox"
          aria-label=${texts.palette.label}
          aria-expanded="true"
          aria-controls="palette-liste"
          aria-autocomplete="list"
          aria-activedescendant=${active ? `palette-${this.active}` : nothing}
          placeholder=${texts.palette.placeholder}
          autocomplete="off"
          .value=${this.search}
          @input=${this.#typed}
          @keydown=${this.#key}
        />
        <div id="palette-liste" role="listbox" aria-label=${texts.palette.title}>
          ${found.map((command, index) => this.#option(command, index, found))}
        </div>
        <p class="palette-count" role="status">
          ${found.length ? texts.palette.results(found.length) : texts.palette.none}
        </p>
      </dialog>
    `;
  }

  /**
   * @param {Command} command
   * @param {number} index
   * @param {Command[]} found
   */
  #option(command, index, found) {
    const first = found[index - 1]?.group !== command.group;
    return html`
      ${first ? html`<p class="group" role="presentation">${command.group}</p>` : nothing}
      <div
        id="palette-${index}"
        class="option"
        role="option"
        aria-selected=${index === this.active}
        @click=${() => this.#run(command)}
      >
        <span>${command.name}</span>${command.hint ? html`<span class="hint">${command.hint}</span>` : nothing}
      </div>
    `;
  }

  /** @override */
  updated() {
    this.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }

  /** @param {Event} event */
  #typed(event) {
    this.search = /** @type {HTMLInputElement} */ (event.target).value;
    this.active = 0;
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const found = this.#found;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && found.length) {
      event.preventDefault();
      this.active = (this.active + step + found.length) % found.length;
    } else if (event.key === 'Enter' && found[this.active]) {
      event.preventDefault();
      this.#run(found[this.active]);
    }
  }

  /** @param {Command} command */
  #run(command) {
    this.querySelector('dialog')?.close();
    command.run();
  }

  /** @param {Event} event */
  #outside(event) {
    if (event.target === this.querySelector('dialog')) this.querySelector('dialog')?.close();
  }
}

customElements.define('command-palette', CommandPalette);
