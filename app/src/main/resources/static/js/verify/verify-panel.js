import { html, nothing } from 'lit';
import { announce } from '../shared/announcer.js';
import { BesidePanel } from '../shared/beside-panel.js';
import { texts } from '../shared/texts.js';
import { Checks } from './checks.js';
import { findingGroups, PORTION } from './finding-groups.js';
import { byVerdict, progressOf, toVerify, verdictOf } from './findings.js';

/** @import {Conversation} from '../chat/conversation.js' */
/** @import {GeneratedAnswer} from '../chat/generated-answer.js' */
/** @import {Around} from './finding-item.js' */
/** @import {Layout} from './finding-groups.js' */
/** @import {Finding, Message, Verdict} from '../shared/types.js' */

const words = texts.verify;

/**
 * What is to verify in an answer, beside it: each thing with its words, what the documents say of it and where, and a
 * tick of who verified it.
 *
 * @property {Conversation | null} conversation
 * @property {number} revision grows when it changes
 * @property {string} openData address of the Département's figures; empty if there is none
 * @fires cite with the place that bears a finding out, or contradicts it
 */
export class VerifyPanel extends BesidePanel {
  /** @override */
  static properties = {
    conversation: { attribute: false },
    revision: { type: Number },
    openData: {},
    messageId: { state: true },
    supported: { state: true },
    copied: { state: true },
    unsaved: { state: true },
    portions: { state: true },
  };

  /** @type {Checks | null} */
  #checks = null;
  /** @type {Message | null} */
  #message = null;

  constructor() {
    super();
    /** @type {Conversation | null} */
    this.conversation = null;
    this.revision = 0;
    this.openData = '';
    /** @type {string | null} */
    this.messageId = null;
    /** Whether what the documents bear out is shown. */
    this.supported = false;
    /** @type {{start: number, said: string} | null} what became of the last search that was copied */
    this.copied = null;
    /** @type {Map<number, string>} */
    this.unsaved = new Map();
    /** @type {Map<Verdict, number>} */
    this.portions = new Map();
  }

  /** @override */
  connectedCallback() {
    super.connectedCallback();
    // What was ticked in another window shows when somebody comes back to this one.
    addEventListener('focus', () => this.messageId && void this.#checks?.refresh(), { signal: this.left });
  }

  /**
   * @param {string} messageId
   * @param {number | null} start of the finding to begin with
   * @param {HTMLElement} opener what the focus returns to
   */
  async open(messageId, start, opener) {
    this.openedBy(opener);
    if (messageId !== this.messageId) this.#begin(messageId);
    this.requestUpdate();
    await this.updateComplete;
    const item = start === null ? null : await this.#reveal(start);
    if (item) item.focus();
    else await this.focusOn('h2');
    announce(this.#summary());
    void this.#checks?.refresh();
  }

  /**
   * Puts it away; the focus returns to what opened it.
   *
   * @override
   */
  close() {
    if (!this.messageId) return;
    this.messageId = null;
    void this.giveFocusBack();
  }

  /**
   * @param {import('lit').PropertyValues<this>} changed
   * @override
   */
  willUpdate(changed) {
    if (changed.has('conversation')) this.#checks = this.conversation && new Checks(this.conversation);
    this.#message = this.messageId ? this.#onScreen(this.messageId) : null;
    if (this.messageId && !this.#message) this.#leave();
  }

  /** @override */
  render() {
    const message = this.#message;
    if (!message) return nothing;
    const { done, of } = progressOf(message.findings);
    return this.frame(
      'verify-panel',
      'verifier-titre',
      html`
        ${this.head('verifier-titre', words.title)}
        <div class="verify-body">
          ${of ? html`<p class="verify-progress">${words.progress(done, of)}</p>` : nothing}
          ${findingGroups(message.findings, this.#layout(), this.#context(message))}
        </div>
      `,
    );
  }

  /** @returns {Layout} */
  #layout() {
    return {
      supported: this.supported,
      portions: this.portions,
      openData: this.openData,
      fold: () => (this.supported = !this.supported),
      more: (verdict, shown) => void this.#more(verdict, shown),
    };
  }

  /**
   * @param {Message} message
   * @returns {Around}
   */
  #context({ text }) {
    return {
      answer: text,
      documents: this.conversation?.documents.all ?? [],
      copied: this.copied,
      unsaved: this.unsaved,
      show: (finding) => void this.#show(finding),
      cite: (finding, opener) => this.#cite(finding, opener),
      tick: (finding, checked) => void this.#tick(finding, checked),
      copy: (finding, search) => void this.#copy(finding, search),
    };
  }

  /** @param {string} messageId */
  #begin(messageId) {
    this.messageId = messageId;
    this.copied = null;
    this.unsaved = new Map();
    this.portions = new Map();
    this.supported = !toVerify(this.#onScreen(messageId)?.findings ?? []).length;
  }

  /** @param {string} messageId */
  #onScreen(messageId) {
    const item = this.conversation?.items().find(({ message }) => message.id === messageId);
    const message = item?.message;
    return message && message.state !== 'generating' && message.findings.length ? message : null;
  }

  /** Another answer took the place of the one that is verified. */
  #leave() {
    const focused = this.contains(document.activeElement);
    this.messageId = null;
    announce(words.changed);
    if (focused) void this.giveFocusBack();
  }

  #summary() {
    const findings = this.#message?.findings ?? [];
    const { done, of } = progressOf(findings);
    const counts = byVerdict(findings).map((group) => words.verdict(group.verdict, group.findings.length));
    return `${counts.join(', ')}. ${of ? `${words.progress(done, of)}.` : ''}`;
  }

  /**
   * The item of a finding, shown first if it was not.
   *
   * @param {number} start
   * @returns {Promise<HTMLElement | null>}
   */
  async #reveal(start) {
    const groups = byVerdict(this.#message?.findings ?? []);
    for (const { verdict, findings } of groups) {
      const index = findings.findIndex((finding) => finding.start === start);
      if (index < (this.portions.get(verdict) ?? PORTION)) continue;
      this.portions = new Map(this.portions).set(verdict, index + PORTION);
    }
    await this.updateComplete;
    return /** @type {HTMLElement | null} */ (this.querySelector(`[data-start="${start}"] .verify-words`));
  }

  /**
   * The button goes away with the last portion: the focus goes to the first of the new ones.
   *
   * @param {Verdict} verdict
   * @param {number} shown
   */
  async #more(verdict, shown) {
    const known = new Set([...this.querySelectorAll('[data-start]')]);
    this.portions = new Map(this.portions).set(verdict, shown + PORTION);
    await this.updateComplete;
    const fresh = [...this.querySelectorAll('[data-start]')].find((item) => !known.has(item));
    /** @type {HTMLElement | null | undefined} */ (fresh?.querySelector('.verify-words'))?.focus();
  }

  /** Where there is no room beside the answer, the sheet goes first. @param {Finding} finding */
  async #show(finding) {
    const answer = this.closest('.conversation')?.querySelector(`[data-message="${CSS.escape(this.messageId ?? '')}"]`);
    if (!this.beside) {
      this.messageId = null;
      await this.updateComplete;
    }
    /** @type {GeneratedAnswer | null | undefined} */ (answer)?.show(finding);
  }

  /**
   * @param {Finding} finding
   * @param {HTMLElement} opener
   */
  #cite(finding, opener) {
    const { start, end, evidence } = finding;
    if (!evidence) return;
    const { documentId, page, block, from, to } = evidence;
    const note = verdictOf(finding) === 'contradicted' ? words.saysOtherwise : words.bearsOut;
    this.tell('cite', { citation: { start, end, documentId, page, spans: [{ block, from, to }], note }, opener });
  }

  /**
   * @param {Finding} finding
   * @param {boolean} checked
   */
  async #tick({ start }, checked) {
    const { messageId } = this;
    if (!messageId || !this.#checks) return;
    this.#tell(start, null);
    const saved = this.#checks.set(messageId, start, checked);
    const findings = this.#onScreen(messageId)?.findings ?? [];
    const { done, of } = progressOf(findings);
    announce(`${words.progress(done, of)}.`);
    const problem = await saved;
    if (!problem || messageId !== this.messageId) return;
    this.#tell(start, problem.title);
    announce(words.notSaved(problem.title));
  }

  /**
   * @param {number} start
   * @param {string | null} why its tick could not be saved
   */
  #tell(start, why) {
    const unsaved = new Map(this.unsaved);
    if (why === null) unsaved.delete(start);
    else unsaved.set(start, why);
    this.unsaved = unsaved;
  }

  /**
   * @param {Finding} finding
   * @param {string} search
   */
  async #copy({ start }, search) {
    let said = words.search.copied;
    try {
      await navigator.clipboard.writeText(search);
    } catch {
      said = texts.thread.copyFailed;
    }
    this.copied = { start, said };
    announce(said);
  }
}

customElements.define('verify-panel', VerifyPanel);
