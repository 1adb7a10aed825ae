import { html, nothing } from 'lit';
import { icon } from '../shared/icon.js';
import { LightElement } from '../shared/light-element.js';
import { texts } from '../shared/texts.js';

/** @import {Item} from '../shared/types.js' */

/** @typedef {{id: string, step: 'previous' | 'next'}} BranchStep */

/**
 * Walks between the versions of a message.
 *
 * @property {Item['branches']} branches
 * @fires branch with the version to show, and the step that led there
 */
export class BranchSwitch extends LightElement {
  /** @override */
  static properties = { branches: { attribute: false } };

  constructor() {
    super();
    /** @type {Item['branches']} */
    this.branches = { position: 1, count: 1, previous: null, next: null };
  }

  /** @override */
  render() {
    const { position, count, previous, next } = this.branches;
    if (count < 2) return nothing;
    return html`
      <div class="branches" role="group" aria-label=${texts.thread.versions}>
        ${this.#button('previous', texts.thread.previous, previous)}
        <span aria-hidden="true">${position}/${count}</span>
        <span class="visually-hidden">${texts.thread.version(position, count)}</span>
        ${this.#button('next', texts.thread.next, next)}
      </div>
    `;
  }

  /**
   * @param {BranchStep['step']} name
   * @param {string} label
   * @param {string | null} target an end of the row stays focusable, so that the focus is not lost there
   */
  #button(name, label, target) {
    return html`<button
      type="button"
      class="quiet square"
      aria-label=${label}
      title=${label}
      aria-disabled=${target ? 'false' : 'true'}
      data-step=${name}
      @click=${() => target && this.tell('branch', { id: target, step: name })}
    >
      ${icon(name)}
    </button>`;
  }
}

customElements.define('branch-switch', BranchSwitch);
