import { html } from 'lit';
import { LightElement } from '../shared/light-element.js';
import { texts } from '../shared/texts.js';

/** @import {Line} from './feedback-types.js' */

const { feedback } = texts;
const { columns, noReason, tooFew } = feedback.oversight;

const percent = new Intl.NumberFormat('fr-FR', { style: 'percent', maximumFractionDigits: 0 });

/**
 * The counts of one month, one task and model a line; on a narrow screen each becomes a block, and stays a row to screen readers.
 *
 * @property {Line[]} lines
 * @property {number} smallest
 * @property {string} month its name
 */
export class FeedbackTable extends LightElement {
  /** @override */
  static properties = { lines: { attribute: false }, smallest: { type: Number }, month: {} };

  constructor() {
    super();
    /** @type {Line[]} */
    this.lines = [];
    this.smallest = 0;
    this.month = '';
  }

  /** @override */
  render() {
    return html`
      <table class="feedback-table" role="table">
        <caption class="visually-hidden">
          ${feedback.oversight.page}, ${this.month}
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            ${Object.values(columns).map((name) => html`<th role="columnheader" scope="col">${name}</th>`)}
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${this.lines.map((line) => this.#row(line))}
        </tbody>
      </table>
    `;
  }

  /** @param {Line} line */
  #row({ task, model, useful, notUseful, reasons }) {
    const all = useful + notUseful;
    return html`
      <tr role="row">
        <th role="rowheader" scope="row">${feedback.task(task)}</th>
        <td role="cell" data-name=${columns.model}>${model}</td>
        <td role="cell" class="number" data-name=${columns.useful}>${useful.toLocaleString('fr-FR')}</td>
        <td role="cell" class="number" data-name=${columns.notUseful}>${notUseful.toLocaleString('fr-FR')}</td>
        <td role="cell" class="number" data-name=${columns.share}>${all ? percent.format(notUseful / all) : ''}</td>
        <td role="cell" data-name=${columns.reasons}>${this.#reasons(reasons)}</td>
      </tr>
    `;
  }

  /** @param {Record<string, number> | null} reasons */
  #reasons(reasons) {
    if (!reasons) return tooFew(this.smallest);
    const named = Object.entries(reasons).map(([id, count]) => `${feedback.reasons[id] ?? id} (${count})`);
    return named.length ? named.join(', ') : noReason;
  }
}

customElements.define('feedback-table', FeedbackTable);
