import { html, nothing } from 'lit';
import { icon } from '../shared/icon.js';
import { LightElement } from '../shared/light-element.js';
import { momentOf } from '../shared/spans.js';
import { texts } from '../shared/texts.js';
import { percent } from './quantities.js';

/** @import {Release, Report, Suite} from './models-types.js' */

const { report: words } = texts.models;

/** What the evaluation of a release found, beside the active one. */
export class ReportDialog extends LightElement {
  /** @override */
  static properties = { release: { state: true }, report: { state: true } };

  constructor() {
    super();
    /** @type {Release | null} */
    this.release = null;
    /** @type {Report | null} */
    this.report = null;
  }

  /**
   * @param {Release} release
   * @param {Report} report
   */
  async open(release, report) {
    this.release = release;
    this.report = report;
    await this.updateComplete;
    this.querySelector('dialog')?.showModal();
  }

  /** @override */
  render() {
    const { release, report } = this;
    return html`
      <dialog class="dialog report" aria-labelledby="rapport-titre">
        <form method="dialog" class="dialog-head">
          <h2 id="rapport-titre">${words.title(release?.displayName ?? '')}</h2>
          <button class="quiet">${icon('close')}<span>${texts.close}</span></button>
        </form>
        ${report ? this.#content(report) : nothing}
      </dialog>
    `;
  }

  /** @param {Report} report */
  #content({ passed, at, comparedWith, suites, speed, energy }) {
    return html`
      <p class="verdict-line ${passed ? 'fine' : 'alarm'}">
        ${icon(passed ? 'check' : 'alert')}<strong>${passed ? words.passed : words.failed}</strong>
      </p>
      <p>${words.made(momentOf(at))} ${comparedWith ? words.compared(comparedWith) : words.alone}</p>
      ${suites.map((suite) => this.#suite(suite, comparedWith))}
      <section class="suite ${speed.passed ? 'fine' : 'alarm'}">
        <h3>${icon(speed.passed ? 'check' : 'alert')}<span>${words.speed}</span></h3>
        ${speed.passed ? nothing : html`<p>${words.slow}</p>`}
        <dl class="pairs">
          ${words.speeds.map(
            ([name, label, unit]) => html`<div>
              <dt>${label}</dt>
              <dd>${speed[name].toLocaleString('fr-FR', { maximumFractionDigits: speed[name] < 10 ? 2 : 0 })} ${unit}</dd>
            </div>`,
          )}
        </dl>
      </section>
      ${
        energy
          ? html`<section class="suite">
              <h3>${words.energy}</h3>
              <p>
                ${words.wattHours(wattHours(energy.own.least), wattHours(energy.own.most))}
                ${energy.active && comparedWith ? words.wattHoursOf(comparedWith, wattHours(energy.active.least), wattHours(energy.active.most)) : nothing}
              </p>
              <p class="hint">${words.estimated}</p>
            </section>`
          : nothing
      }
    `;
  }

  /**
   * @param {Suite} suite
   * @param {string | null} comparedWith
   */
  #suite({ title, score, active, threshold, passed, cases }, comparedWith) {
    const failed = cases.filter((one) => !one.passed);
    return html`
      <section class="suite ${passed ? 'fine' : 'alarm'}">
        <h3>${icon(passed ? 'check' : 'alert')}<span>${title}</span></h3>
        <p>
          ${words.score(percent(score), percent(threshold))}
          ${comparedWith && active !== null ? words.before(comparedWith, percent(active)) : nothing}
        </p>
        ${
          failed.length
            ? html`<details>
                <summary>${words.failures(failed.length, cases.length)}</summary>
                <ul>
                  ${failed.map((one) => html`<li><code>${one.id}</code>${one.why ? html` : ${one.why}` : nothing}</li>`)}
                </ul>
              </details>`
            : nothing
        }
      </section>
    `;
  }
}

/** @param {number} value */
const wattHours = (value) => value.toLocaleString('fr-FR', { maximumSignificantDigits: 2 });

customElements.define('report-dialog', ReportDialog);
