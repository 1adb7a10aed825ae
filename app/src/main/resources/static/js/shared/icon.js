import { html } from 'lit';

/**
 * A drawing that goes with words, never instead of them: hidden from assistive technologies.
 *
 * @param {string} name symbol of `img/icons.svg`
 */
export const icon = (name) =>
  html`<svg class="icon" aria-hidden="true" focusable="false"><use href="/img/icons.svg#${name}"></use></svg>`;
