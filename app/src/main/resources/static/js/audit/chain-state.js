import { html, nothing } from 'lit';
import { api } from '../shared/api.js';
import { icon } from '../shared/icon.js';
import { LightElement } from '../shared/light-element.js';
import { asProblem } from '../shared/problem.js';
import { texts } from '../shared/texts.js';
import { timeOf } from './audit-words.js';

/** @import {AuditIntegrity, Problem} from '../shared/types.js' */

const { chain } = texts.audit;

/**
 * Whether the chain of the trail holds, and where it first does not.
 *
 * @fires failure with the error
 */
export class ChainState extends LightElement {
  /** @override */
  static properties = { found: { state: true }, problem: { state: true }, checking: { state: true } };

  constructor() {
    super();
    /** @type {AuditIntegrity | null} */
    this.found = null;
    /** @type {Problem | null} */
    this.problem = null;
    this.checking = false;
  }

  /** @override */
  connectedCallback() {
    super.connectedCallback();
    void this.#check();
  }

  /** @override */
  render() {
    const { found } = this;
    const look = this.problem || this.checking || !found ? '' : found.intact ? 'ok' : 'broken';
    return html`
      <section class="chain ${look}">
        <div role="status">${this.checking ? html`<p>${chain.checking}</p>` : this.#result()}</div>
        <button type="button" class="secondary" aria-disabled=${this.checking} @click=${this.#check}>
          ${chain.again}
        </button>
      </section>
    `;
  }

  #result() {
    const { found, problem } = this;
    if (problem) return html`<p>${icon('alert')}<strong>${chain.failed}</strong></p><p>${problem.detail ?? problem.title}</p>`;
    if (!found) return nothing;
    const { firstBreak, lines, files, checkedAt } = found;
    return html`
      ${
        firstBreak
          ? html`<p>${icon('alert')}<strong>${chain.broken(firstBreak.line, firstBreak.file)}</strong></p>
              <p>${chain.kinds[firstBreak.kind]} ${chain.whatToDo}</p>`
          : html`<p>${icon('check')}<strong>${chain.intact}</strong></p>`
      }
      <p class="state">${chain.checked(lines, files, timeOf(checkedAt))}</p>
      ${this.#remarks(found).map((remark) => html`<p class="state">${remark}</p>`)}
    `;
  }

  /** @param {AuditIntegrity} found */
  #remarks({ unfinished, unkeyed, failing, lost }) {
    return [
      ...(failing ? [chain.failing] : []),
      ...(lost ? [chain.lost(lost)] : []),
      ...(unfinished.length ? [chain.unfinished(unfinished.length)] : []),
      ...(unkeyed ? [chain.unkeyed(unkeyed)] : []),
    ];
  }

  async #check() {
    if (this.checking) return;
    this.checking = true;
    try {
      this.found = await api.auditIntegrity();
      this.problem = null;
    } catch (error) {
      this.problem = asProblem(error).problem;
      this.tell('failure', error);
    } finally {
      this.checking = false;
    }
  }
}

customElements.define('chain-state', ChainState);
