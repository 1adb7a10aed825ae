import { html } from 'lit';
import { texts } from './texts.js';

/**
 * The way to the Département's figures: a link that the person follows, never IRIS.
 *
 * @param {string} address
 */
export const openDataLink = (address) =>
  html`<a href=${address} target="_blank" rel="noopener noreferrer"
    >${texts.home.openData}<span class="link-host"> (${new URL(address).host})</span
    ><span class="visually-hidden">, ${texts.markdown.newTab}</span></a
  >`;
