import { html, nothing } from 'lit';
import { announce } from '../shared/announcer.js';
import { api } from '../shared/api.js';
import { icon } from '../shared/icon.js';
import { LightElement } from '../shared/light-element.js';
import { asProblem, kindOf } from '../shared/problem.js';
import { texts } from '../shared/texts.js';
import { Ticker } from '../shared/ticker.js';
import { purgeDetails } from './purge-details.js';
import { purgeFigures, totalOf } from './purge-figures.js';

/** @import {Problem, PurgeProof} from '../shared/types.js' */

const { purge } = texts.ops;

/** A page that stays open looks this often whether there is a newer proof, in milliseconds. */
const PERIOD = 60_000;

/** While the first proof is being made it is asked for this often, in milliseconds. */
const FIRST = 10_000;

/**
 * The purge proof, for exploitants and référents: that all of Redis ends, and when it was checked.
 *
 * @property {boolean} connected whether the server and its store are there; once they are back the page asks again
 * @fires failure with the error
 */
export class PurgePage extends LightElement {
  /** @override */
  static properties = {
    connected: { type: Boolean },
    proof: { state: true },
    problem: { state: true },
    work: { state: true },
  };

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  constructor() {
    super();
    this.connected = true;
    /** @type {PurgeProof | null} */
    this.proof = null;
    /** @type {Problem | null} */
    this.problem = null;
    /** @type {'reading' | 'checking' | null} */
    this.work = null;
    new Ticker(this);
  }

  /** @override */
  connectedCallback() {
    super.connectedCallback();
    void this.#read();
  }

  /** @override */
  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  /** @override */
  firstUpdated() {
    scrollTo({ top: 0, behavior: 'instant' });
    void this.focusOn('h1');
  }

  /**
   * @param {import('lit').PropertyValues<this>} changed
   * @override
   */
  updated(changed) {
    if (changed.get('connected') === false && this.connected) void this.#read();
  }

  /** @override */
  render() {
    const { proof, problem, work } = this;
    return html`
      <section class="ops purge column">
        <div class="ops-head">
          <h1 tabindex="-1">${purge.page}</h1>
          ${
            this.#forbidden
              ? nothing
              : html`<button type="button" class="primary" aria-disabled=${work === 'checking'} @click=${this.#check}>
                  ${work === 'checking' ? html`<span class="turning" aria-hidden="true"></span>` : icon('again')}
                  <span>${work === 'checking' ? purge.checking : purge.check}</span>
                </button>`
          }
        </div>
        <p class="lead">${purge.lead}</p>
        ${problem ? this.#failure(problem) : nothing}
        <div class="purge-proof" aria-busy=${work !== null}>
          ${
            proof
              ? html`${problem ? html`<p class="state">${purge.older}</p>` : nothing}
                  ${purgeFigures(proof)} ${purgeDetails(proof)}`
              : !problem
                ? html`<p class="state" role="status">${purge.loading}</p>`
                : nothing
          }
        </div>
      </section>
    `;
  }

  get #forbidden() {
    return this.problem?.status === 403;
  }

  /** @param {Problem} problem */
  #failure(problem) {
    const waits = kindOf(problem) === 'purge-not-checked';
    return html`
      <div class="problem ${waits ? 'waits' : ''}" role=${waits ? 'status' : 'alert'}>
        ${icon(waits ? 'clock' : 'alert')}
        <div>
          <p>
            <strong>${problem.title || purge.failed}</strong>${problem.detail ? html`<br />${problem.detail}` : nothing}
          </p>
          ${
            this.#forbidden
              ? nothing
              : html`<button type="button" class="secondary" @click=${this.#again}>${texts.retry}</button>`
          }
        </div>
      </div>
    `;
  }

  /** The button goes away with the problem: the focus must not go with it. */
  #again() {
    void this.focusOn('h1');
    void this.#read();
  }

  async #read() {
    await this.#ask('reading', () => api.purgeProof());
  }

  async #check() {
    const { proof } = this;
    if (await this.#ask('checking', () => api.checkPurge())) this.#tell(proof);
  }

  /** @param {PurgeProof | null} before */
  #tell(before) {
    if (!this.proof) return;
    const { withoutEnd, keys } = this.proof;
    const result = withoutEnd
      ? purge.verdict.alarm(withoutEnd)
      : `${purge.verdict.fine}. ${purge.verdict.fineDetail(totalOf(keys))}`;
    announce(before?.at === this.proof.at ? result : `${purge.checked} ${result}`);
  }

  /**
   * @param {'reading' | 'checking'} work
   * @param {() => Promise<PurgeProof>} call
   * @returns {Promise<boolean>} whether there is an answer
   */
  async #ask(work, call) {
    if (this.work === 'checking' || this.work === work) return false;
    clearTimeout(this.#timer);
    this.work = work;
    try {
      const proof = await call();
      // A check that was asked for meanwhile brings newer figures.
      if (this.work === work) this.proof = proof;
      this.problem = null;
      return true;
    } catch (error) {
      this.problem = asProblem(error).problem;
      this.tell('failure', error);
      return false;
    } finally {
      if (this.work === work) this.work = null;
      if (this.isConnected && !this.#forbidden) this.#later();
    }
  }

  #later() {
    clearTimeout(this.#timer);
    const first = this.problem !== null && kindOf(this.problem) === 'purge-not-checked';
    this.#timer = setTimeout(() => (document.hidden ? this.#later() : void this.#read()), first ? FIRST : PERIOD);
  }
}

customElements.define('purge-page', PurgePage);
