import { html, nothing } from 'lit';
import { announce } from '../shared/announcer.js';
import { LightElement } from '../shared/light-element.js';
import { texts } from '../shared/texts.js';

/** @import {Finding, FindingKind} from '../shared/types.js' */

/**
 * The reminder under an answer: the standing sentence, and what deserves checking in this answer.
 *
 * @property {string} reminder
 * @property {Finding[]} findings
 * @property {boolean} settled the answer is whole
 * @fires show-finding with the finding to show
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
    /** @type {Finding | null} */
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
    if (!this.findings.length) return html`<p>${texts.verify.none}</p>`;
    const kinds = [...new Set(this.findings.map((finding) => finding.kind))];
    return html`
      <p class="to-verify">
        <span>${texts.verify.intro}</span>
        ${kinds.map((kind) => this.#button(kind))}
      </p>
    `;
  }

  /** @param {FindingKind} kind */
  #button(kind) {
    const findings = this.findings.filter((finding) => finding.kind === kind);
    return html`<button type="button" class="finding" @click=${() => this.#show(kind, findings)}>
      ${texts.verify.kind(kind, findings.length)}${this.#progress(findings)}
    </button>`;
  }

  /** @param {Finding[]} findings */
  #progress(findings) {
    const index = this.shown ? findings.indexOf(this.shown) : -1;
    return index < 0 || findings.length < 2
      ? nothing
      : html`<span class="progress"> (${index + 1}/${findings.length})</span>`;
  }

  /**
   * Shows the first of its kind, then the next at each press.
   *
   * @param {FindingKind} kind
   * @param {Finding[]} findings
   */
  #show(kind, findings) {
    const index = (this.shown ? findings.indexOf(this.shown) + 1 : 0) % findings.length;
    this.shown = findings[index];
    announce(texts.verify.shown(kind, index + 1, findings.length, this.shown.text));
    this.tell('show-finding', this.shown);
  }
}

customElements.define('answer-reminder', AnswerReminder);
