import { html } from 'lit';
import { icon } from '../shared/icon.js';
import { texts } from '../shared/texts.js';

/**
 * What it means that a conversation is ephemeral, above its messages.
 *
 * @param {string} span how long one lives after its last message
 */
export const ephemeralMeaning = (span) => html`<div class="column">
  <p class="ephemeral-note" role="note">${icon('ephemeral')}<span>${texts.ephemeral.meaning(span)}</span></p>
</div>`;
