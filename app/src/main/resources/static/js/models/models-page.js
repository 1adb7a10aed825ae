import { html, nothing } from 'lit';
import { announce } from '../shared/announcer.js';
import { icon } from '../shared/icon.js';
import { LightElement } from '../shared/light-element.js';
import { asProblem } from '../shared/problem.js';
import { texts } from '../shared/texts.js';
import { Ticker } from '../shared/ticker.js';
import { backendTable } from './backend-table.js';
import { modelsApi } from './models-api.js';
import { isGivenAgain } from './quantities.js';
import { releaseTable, stateOf } from './release-table.js';
import { Watch } from './watch.js';
import './release-dialog.js';
import './report-dialog.js';

/** @import {Me, Problem} from '../shared/types.js' */
/** @import {Backend, Backends, Release, ReleaseAct, Releases} from './models-types.js' */
/** @import {ReleaseDialog} from './release-dialog.js' */
/** @import {ReportDialog} from './report-dialog.js' */

const words = texts.models;

/**
 * The models in the hands of exploitants: their releases, what can be done with each, and the engines. Référents read.
 *
 * @property {Me | null} me
 * @fires failure with the error
 * @fires ask for a confirmation
 */
export class ModelsPage extends LightElement {
  /** @override */
  static properties = {
    me: { attribute: false },
    deck: { state: true },
    backends: { state: true },
    problem: { state: true },
    busy: { state: true },
  };

  constructor() {
    super();
    /** @type {Me | null} */
    this.me = null;
    /** @type {Releases | null} */
    this.deck = null;
    /** @type {Backends | null} */
    this.backends = null;
    /** @type {Problem | null} */
    this.problem = null;
    /** @type {string | null} */
    this.busy = null;
    new Ticker(this);
    new Watch(
      this,
      () => this.#read(),
      () => this.#look(),
    );
  }

  /** @override */
  connectedCallback() {
    super.connectedCallback();
    void this.#read();
    void this.#look();
  }

  /** @override */
  firstUpdated() {
    scrollTo({ top: 0, behavior: 'instant' });
    void this.focusOn('h1');
  }

  get #allowed() {
    return this.me?.roles.includes('EXPLOITANT') ?? false;
  }

  /** @override */
  render() {
    const { deck, backends, problem } = this;
    return html`
      <section class="ops models column">
        <div class="ops-head">
          <h1 id="modeles-titre" tabindex="-1">${words.page}</h1>
          ${
            deck && this.#allowed
              ? html`<button type="button" class="primary" @click=${this.#propose}>${icon('plus')}<span>${words.propose}</span></button>`
              : nothing
          }
        </div>
        <p class="lead">${words.lead}</p>
        ${problem ? this.#failure(problem) : nothing}
        ${
          deck
            ? releaseTable(deck, {
                allowed: this.#allowed,
                busy: this.busy,
                act: (release, act) => void this.#act(release, act),
                rollBack: () => this.#rollBack(),
                report: (release) => void this.#report(release),
              })
            : problem
              ? nothing
              : html`<p class="state" role="status">${words.loading}</p>`
        }
        ${
          backends
            ? html`<h2>${words.backends.title}</h2>
                ${backendTable(backends, this.#allowed, (backend, act) => void this.#backend(backend, act))}`
            : nothing
        }
      </section>
      <release-dialog></release-dialog>
      <report-dialog></report-dialog>
    `;
  }

  /** @param {Problem} problem */
  #failure({ title, detail, status }) {
    return html`
      <div class="problem" role="alert">
        ${icon('alert')}
        <div>
          <p><strong>${title}</strong>${detail ? html`<br />${detail}` : nothing}</p>
          ${
            status === 403
              ? nothing
              : html`<button type="button" class="secondary" @click=${this.#again}>${texts.retry}</button>`
          }
        </div>
      </div>
    `;
  }

  get #dialog() {
    return /** @type {ReleaseDialog} */ (this.querySelector('release-dialog'));
  }

  async #propose() {
    const { deck } = this;
    if (!deck) return;
    const model = await this.#dialog.ask({ kind: 'propose', catalogue: deck.catalogue });
    if (model) await this.#order(null, () => modelsApi.propose(deck.revision, model));
  }

  /**
   * @param {Release} release
   * @param {ReleaseAct} act
   */
  async #act(release, act) {
    const { deck } = this;
    if (!deck) return;
    if (act === 'import') return this.#import(deck, release);
    if (act === 'canary') return this.#canary(deck, release);
    if (act === 'activate' || act === 'retire') {
      const before = deck.releases.find(({ id }) => id === deck.active)?.displayName ?? '';
      const question = words.confirm[act](release.displayName, before);
      this.tell('ask', { question, then: () => void this.#order(release, () => this.#send(deck, release, act)) });
      return undefined;
    }
    return this.#order(release, () => this.#send(deck, release, act));
  }

  /**
   * @param {Releases} deck
   * @param {Release} release
   */
  async #import(deck, release) {
    const from = await this.#dialog.ask({ kind: 'import', release, again: isGivenAgain(deck, release), files: deck.files });
    if (from === null) return;
    const source = from === 'registry' ? { from } : { from: 'file', file: from.slice('file:'.length) };
    await this.#order(release, () => modelsApi.act(deck.revision, release.id, 'import', source));
  }

  /**
   * @param {Releases} deck
   * @param {Release} release
   */
  async #canary(deck, release) {
    const share = await this.#dialog.ask({ kind: 'canary', release });
    if (share === null) return;
    await this.#order(release, () => modelsApi.act(deck.revision, release.id, 'canary', { percent: Number(share) }));
  }

  /**
   * @param {Releases} deck
   * @param {Release} release
   * @param {ReleaseAct} act
   */
  #send = (deck, release, act) => modelsApi.act(deck.revision, release.id, act);

  #rollBack() {
    const { deck } = this;
    const name = (/** @type {string | null | undefined} */ id) =>
      deck?.releases.find((release) => release.id === id)?.displayName ?? '';
    if (!deck) return;
    this.tell('ask', {
      question: words.confirm.rollBack(name(deck.previous), name(deck.active)),
      then: () => void this.#order(null, () => modelsApi.rollBack(deck.revision)),
    });
  }

  /** @param {Release} release */
  async #report(release) {
    try {
      const report = await modelsApi.report(release.id);
      await /** @type {ReportDialog} */ (this.querySelector('report-dialog')).open(release, report);
    } catch (error) {
      this.#fails(error);
    }
  }

  /**
   * @param {Backend} backend
   * @param {'drain' | 'resume'} act
   */
  async #backend({ name }, act) {
    try {
      await modelsApi.backend(name, act);
      announce(words.backends.done[act](name));
    } catch (error) {
      this.#fails(error);
    }
    await this.#look();
  }

  /**
   * Gives an order, and shows what came of it.
   *
   * @param {Release | null} release
   * @param {() => Promise<Release>} send
   */
  async #order(release, send) {
    this.busy = release?.id ?? null;
    this.problem = null;
    try {
      const { displayName, state } = await send();
      await this.#read();
      announce(words.told(displayName, stateOf(this.deck, state)));
    } catch (error) {
      await this.#read();
      this.#fails(error);
    } finally {
      this.busy = null;
    }
  }

  #again() {
    this.problem = null;
    void this.focusOn('h1');
    void this.#read();
    void this.#look();
  }

  async #read() {
    try {
      const before = this.deck;
      this.deck = await modelsApi.releases();
      if (before) this.#tellEnds(before, this.deck);
    } catch (error) {
      this.#fails(error);
    }
  }

  /**
   * What takes long is told when it ends.
   *
   * @param {Releases} before
   * @param {Releases} after
   */
  #tellEnds(before, after) {
    for (const { id, displayName, state, progress } of after.releases) {
      const was = before.releases.find((release) => release.id === id);
      const ended = (was?.state === 'importing' || was?.state === 'evaluating') && state !== was.state;
      const endedInPlace = was?.state === state && was.progress && !progress;
      if (ended || endedInPlace) announce(words.told(displayName, stateOf(after, state)));
    }
  }

  async #look() {
    try {
      this.backends = await modelsApi.backends();
    } catch {
      // The releases say what is wrong: this looks again in a moment.
    }
  }

  /** @param {unknown} error */
  #fails(error) {
    this.problem = asProblem(error).problem;
    this.tell('failure', error);
  }
}

customElements.define('models-page', ModelsPage);
