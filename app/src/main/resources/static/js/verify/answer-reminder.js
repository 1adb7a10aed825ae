import { html, nothing } from 'lit';
import { announce } from '../shared/announcer.js';
import { LightElement } from '../shared/light-element.js';
import { texts } from '../shared/texts.js';
import { byKind, byVerdict, kindOf, progressOf, verdictOf, wereCompared } from './findings.js';

/** @import {Finding, Verdict} from '../shared/types.js' */

const words = texts.verify;

/** As the line says them: the good news first, as in a balance. */
const LINE = /** @type {Verdict[]} */ (['supported', 'not_found', 'contradicted', 'no_source', 'not_analysed']);

/** @typedef {{name: string, findings: Finding[]}} Count */

/**
 * The reminder under an answer: the standing sentence, what deserves checking in this answer, and how much of it was.
 *
 * @property {string} reminder
 * @property {Finding[]} findings
 * @property {boolean} settled the answer is whole
 * @fires show-finding with the finding to show in the answer
 * @fires open-verification with the button that asks for it
 */
export class AnswerReminder extends LightElement {
  /** @override */
  static properties = {
    reminder: {},
    findings: { attribute: false },
    settled: { type: Boolean },
    shown: { state: true },
  };

  constructor() {
    super();
    this.reminder = '';
    /** @type {Finding[]} */
    this.findings = [];
    this.settled = false;
    /** @type {number | null} start of the finding that was shown last */
    this.shown = null;
  }

  /** @override */
  render() {
    const [, first, rest] = /^(.*?[^\s][.!])(\s.*)?$/s.exec(this.reminder) ?? [];
    return html`
      <div class="reminder">
        <p><strong>${first ?? this.reminder}</strong>${rest ?? nothing}</p>
        ${this.settled ? this.#toVerify() : nothing}
      </div>
    `;
  }

  #toVerify() {
    if (!this.findings.length) return html`<p>${words.none}</p>`;
    const { done, of } = progressOf(this.findings);
    return html`
      <p class="to-verify">${this.#line()}</p>
      <div class="to-verify-open">
        <button type="button" class="secondary" @click=${this.#open}>
          ${of ? words.open : words.openSupported}
        </button>
        ${of ? html`<span class="state">${words.progress(done, of)}</span>` : nothing}
      </div>
    `;
  }

  /** « 3 chiffres et 1 date à vérifier », or « 41 appuyés, 2 introuvables et 1 contredit ». */
  #line() {
    const compared = wereCompared(this.findings);
    const counts = compared ? this.#verdicts() : this.#kinds();
    const stretches = compared ? [] : this.#verdicts().filter(({ findings }) => verdictOf(findings[0]) === 'not_analysed');
    return html`${this.#enumeration(counts)}
    ${compared || !counts.length ? nothing : html`<span>${words.toVerify}${stretches.length ? ',' : ''}</span>`}
    ${this.#enumeration(stretches)}`;
  }

  /** @returns {Count[]} */
  #verdicts() {
    const groups = byVerdict(this.findings).sort((one, other) => LINE.indexOf(one.verdict) - LINE.indexOf(other.verdict));
    return groups.map(({ verdict, findings }) => ({ name: words.verdict(verdict, findings.length), findings }));
  }

  /** @returns {Count[]} */
  #kinds() {
    const unsourced = this.findings.filter((finding) => verdictOf(finding) === 'no_source');
    return byKind(unsourced).map(({ kind, findings }) => ({ name: words.kind(kind, findings.length), findings }));
  }

  /** @param {Count[]} counts */
  #enumeration(counts) {
    return counts.map((count, index) => {
      const and = index && index === counts.length - 1 ? html`<span>${words.and}</span> ` : nothing;
      const comma = index < counts.length - 2 ? ',' : '';
      return html`${and}<span>${this.#button(count)}${comma}</span> `;
    });
  }

  /** @param {Count} count */
  #button({ name, findings }) {
    const index = this.#indexIn(findings);
    const progress = index < 0 || findings.length < 2 ? '' : ` (${index + 1}/${findings.length})`;
    return html`<button type="button" class="finding" @click=${() => this.#show(findings)}>${name}${progress}</button>`;
  }

  /** @param {Finding[]} findings */
  #indexIn(findings) {
    return findings.findIndex(({ start }) => start === this.shown);
  }

  /**
   * Shows the first, then the next at each press.
   *
   * @param {Finding[]} findings
   */
  #show(findings) {
    const index = (this.#indexIn(findings) + 1) % findings.length;
    const finding = findings[index];
    this.shown = finding.start;
    announce(words.shown(verdictOf(finding), kindOf(finding), index + 1, findings.length, finding.text.slice(0, 200)));
    this.tell('show-finding', finding);
  }

  /** @param {Event} event */
  #open(event) {
    this.tell('open-verification', event.currentTarget);
  }
}

customElements.define('answer-reminder', AnswerReminder);
