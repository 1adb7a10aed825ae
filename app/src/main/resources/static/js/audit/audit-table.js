import { html } from 'lit';
import { LightElement } from '../shared/light-element.js';
import { texts } from '../shared/texts.js';
import { actionOf, detailOf, personOf, timeOf } from './audit-words.js';

/** @import {AuditEntry} from '../shared/types.js' */

const { columns, filterOn, table } = texts.audit;

/**
 * Entries of the trail, one a line; on a narrow screen each becomes a block, and stays a row to screen readers.
 *
 * @property {AuditEntry[]} entries
 * @fires person with the code of the person to look for
 */
export class AuditTable extends LightElement {
  /** @override */
  static properties = { entries: { attribute: false } };

  constructor() {
    super();
    /** @type {AuditEntry[]} */
    this.entries = [];
  }

  /** @override */
  render() {
    return html`
      <table class="audit-table" role="table">
        <caption class="visually-hidden">
          ${table}
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            ${Object.values(columns).map((name) => html`<th role="columnheader" scope="col">${name}</th>`)}
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${this.entries.map((entry) => this.#row(entry))}
        </tbody>
      </table>
    `;
  }

  /** @param {AuditEntry} entry */
  #row({ time, who, what, details }) {
    const person = personOf(who);
    return html`
      <tr role="row">
        <td role="cell"><time datetime=${time}>${timeOf(time)}</time></td>
        <td role="cell">
          <button
            type="button"
            class="link"
            aria-label=${filterOn(person)}
            title=${who}
            @click=${() => this.tell('person', who)}
          >
            ${person}
          </button>
        </td>
        <td role="cell" class="audit-what">${actionOf(what)}</td>
        <td role="cell" class="audit-details">
          ${Object.entries(details).map(([name, value]) => html`<span title=${value}>${detailOf(name, value)}</span> `)}
        </td>
      </tr>
    `;
  }
}

customElements.define('audit-table', AuditTable);
