import { html, nothing } from 'lit';
import { consultedPages } from '../documents/consulted-pages.js';
import { linkCitations } from '../documents/citation-links.js';
import { summaryProgress, summarySaid } from '../documents/summary-progress.js';
import { announce, SentenceAnnouncer } from '../shared/announcer.js';
import { copyAnswer } from '../shared/copying.js';
import { icon } from '../shared/icon.js';
import { LightElement } from '../shared/light-element.js';
import { memory } from '../shared/memory.js';
import { texts } from '../shared/texts.js';
import { AnswerMarks } from '../verify/answer-marks.js';
import { itemChanged } from './thread-items.js';
import '../feedback/answer-feedback.js';
import '../bias/bias-button.js';
import '../shared/markdown-text.js';
import '../verify/answer-reminder.js';
import '../exports/export-button.js';
import './branch-switch.js';
import './problem-note.js';

/** @import {MarkdownText} from '../shared/markdown-text.js' */
/** @import {DocumentView, Finding, Item, Live, Message} from '../shared/types.js' */

/**
 * A generated answer, from the wait for it to its last word and what must be verified in it.
 *
 * @property {Item} item
 * @property {Live | null} live while it is being written
 * @property {string} reminder
 * @property {DocumentView[]} documents of the conversation
 * @property {string} conversationId
 * @property {boolean} busy an answer is being written: nothing can be sent
 * @fires regenerate
 * @fires cite with a citation, and the button that opened it
 * @fires verify with what is to verify of which message, and the button that opened it
 */
export class GeneratedAnswer extends LightElement {
  /** @override */
  static properties = {
    item: { attribute: false, hasChanged: itemChanged },
    live: { attribute: false },
    reminder: {},
    conversationId: {},
    busy: { type: Boolean },
    documents: { attribute: false },
    copied: { state: true },
    withMention: { state: true },
  };

  #announcer = new SentenceAnnouncer();
  #marks = new AnswerMarks((start, opener) => this.#verify(start, opener));

  constructor() {
    super();
    /** @type {Item | null} */
    this.item = null;
    /** @type {Live | null} */
    this.live = null;
    this.reminder = '';
    this.conversationId = '';
    this.busy = false;
    /** @type {DocumentView[]} */
    this.documents = [];
    this.copied = '';
    this.withMention = memory.preference('mention', 'yes') === 'yes';
  }

  /** @override */
  disconnectedCallback() {
    super.disconnectedCallback();
    this.#marks.clear();
  }

  /**
   * @param {import('lit').PropertyValues<this>} changed
   * @override
   */
  updated(changed) {
    if (changed.has('item') || changed.has('documents')) void this.#markTexts();
    if (changed.has('item') || changed.has('live')) this.#say(changed.has('live') ? changed.get('live') : this.live);
  }

  /** @override */
  render() {
    const { item } = this;
    if (!item) return nothing;
    const { message } = item;
    const writing = message.state === 'generating';
    return html`
      <article class="answer" aria-busy=${writing}>
        <h2 class="answer-label">
          ${labelOf(message)}${message.model && isWritten(message) ? html` · <span class="model">${message.model}</span>` : nothing}
        </h2>
        ${message.method === 'extractive' ? html`<p class="aside">${texts.summaries.label}</p>` : nothing}
        ${message.leftOut > 0 ? html`<p class="aside">${texts.thread.leftOut(message.leftOut)}</p>` : nothing}
        <markdown-text class="prose" .text=${message.text} .complete=${!writing}></markdown-text>
        ${writing ? this.#progress() : this.#ending(item)} ${consultedPages(message, this.documents)}
        ${message.text ? this.#reminder(!writing && !item.failed) : nothing} ${writing ? nothing : this.#actions(item)}
      </article>
    `;
  }

  #progress() {
    const { live, item } = this;
    const phase = live?.phase ?? 'reconnecting';
    if (phase === 'writing') return nothing;
    if (phase === 'progress' && live?.progress) return summaryProgress(live.progress);
    return html`<p class="waiting ${item?.message.text ? '' : 'first'}">
      <span class="pulse" aria-hidden="true"></span>${waitingText(phase, live?.place ?? 0, live?.seconds)}
    </p>`;
  }

  /** @param {Item} item */
  #ending({ message, failed, problem, outgoing }) {
    if (failed) {
      const kept = message.composed ? texts.summaries.keptParts : message.text ? texts.thread.keptPartial : texts.thread.kept;
      return html`<problem-note
        .problem=${problem}
        .kept=${kept}
        @retry=${outgoing ? nothing : this.#retry}
      ></problem-note>`;
    }
    const [stopped, length] = message.composed
      ? [texts.summaries.stopped, texts.summaries.cut]
      : [texts.thread.stopped, texts.thread.length];
    const said = { stopped, length }[/** @type {string} */ (message.state)];
    return said ? html`<p class="aside">${said}</p>` : nothing;
  }

  /** @param {boolean} settled */
  #reminder(settled) {
    return html`<answer-reminder
      .reminder=${this.reminder}
      .findings=${this.item?.message.findings ?? []}
      .settled=${settled}
      @show-finding=${(/** @type {CustomEvent<Finding>} */ { detail }) => this.show(detail)}
      @open-verification=${(/** @type {CustomEvent<HTMLElement>} */ { detail }) => this.#verify(null, detail)}
    ></answer-reminder>`;
  }

  /** @param {Item} item */
  #actions({ message, branches, failed }) {
    return html`
      <div class="actions">
        ${
          message.text
            ? html`
                <button type="button" class="quiet" @click=${this.#copy}>
                  ${icon('copy')}<span>${texts.thread.copy}</span>
                </button>
                <label class="check"
                  ><input type="checkbox" .checked=${this.withMention} @change=${this.#toggleMention} /><span
                    >${texts.thread.withMention}</span
                  ></label
                >
              `
            : nothing
        }
        <export-button .message=${message}></export-button>
        ${failed ? nothing : this.#again(message)}
        <bias-button .conversation=${this.conversationId} .message=${message}></bias-button>
        <branch-switch .branches=${branches}></branch-switch>
        ${message.text && !failed ? this.#feedback(message) : nothing}
        <span class="state" role="status">${this.copied}</span>
      </div>
    `;
  }

  /** @param {Message} message */
  #feedback({ id }) {
    return html`<answer-feedback .conversationId=${this.conversationId} .messageId=${id}></answer-feedback>`;
  }

  /** @param {Message} message */
  #again({ composed, state }) {
    const { again, resume } = texts.summaries;
    const stopped = state === 'stopped';
    const name = !composed ? texts.thread.regenerate : stopped ? resume : again;
    const act = composed && !stopped ? this.#choose : this.#regenerate;
    return html`<button type="button" class="quiet" ?disabled=${this.busy} @click=${act}>
      ${icon('again')}<span>${name}</span>
    </button>`;
  }

  #regenerate = () => this.tell('regenerate');

  #choose = () => this.tell('summary-wanted', null);

  /** An answer that failed is asked again; only a message still on its way is sent again. @param {Event} event */
  #retry = (event) => {
    event.stopPropagation();
    this.tell('regenerate');
  };

  async #copy() {
    const message = this.item?.message;
    if (!message) return;
    try {
      await copyAnswer(message, this.withMention);
      this.copied = texts.thread.copied;
    } catch {
      this.copied = texts.thread.copyFailed;
    }
  }

  /** @param {Event} event */
  #toggleMention(event) {
    this.withMention = /** @type {HTMLInputElement} */ (event.target).checked;
    memory.setPreference('mention', this.withMention ? 'yes' : 'no');
  }

  get #prose() {
    return /** @type {MarkdownText | null} */ (this.querySelector('markdown-text'));
  }

  /** The citations first: they take the place of a part of the text, whose marks would go with it. */
  async #markTexts() {
    const message = this.item?.message;
    const prose = this.#prose;
    if (!message || !prose || message.state === 'generating') return;
    await prose.updateComplete;
    linkCitations(prose, message, (id) => this.documents.find((document) => document.id === id)?.name);
    this.#marks.update(prose, message.findings);
  }

  /** Brings something to verify into view. @param {Finding} finding */
  show(finding) {
    if (this.#prose) this.#marks.show(this.#prose, finding);
  }

  /**
   * @param {number | null} start of the finding to begin with
   * @param {HTMLElement} opener
   */
  #verify(start, opener) {
    this.tell('verify', { messageId: this.item?.message.id, start, opener });
  }

  /** @param {Live | null | undefined} before */
  #say(before) {
    const { item, live } = this;
    if (!item) return;
    const { text, state } = item.message;
    if (live?.phase === 'progress') announce(summarySaid(live.progress, before?.progress));
    else if (live) {
      const waits = live.phase !== 'writing' && (before?.phase !== live.phase || before.place !== live.place);
      if (waits) announce(waitingText(live.phase, live.place, live.seconds));
      this.#announcer.update(text, false);
    } else if (before) {
      this.#announcer.update(text, true);
      announce(closingText(state));
    }
  }
}

/** @param {Message} message whether a model wrote it */
const isWritten = ({ method }) => method !== 'extractive' && method !== 'search';

/** @param {Message} message */
function labelOf({ method }) {
  if (method === 'search') return texts.documents.searched;
  return method === 'extractive' ? texts.summaries.extracts : texts.thread.generated;
}

/** @param {string} state */
const closingText = (state) =>
  ({ stopped: texts.thread.stopped, length: texts.thread.length, failed: texts.thread.failed })[state] ??
  texts.thread.ready;

/**
 * @param {import('../shared/types.js').Phase} phase
 * @param {number} place
 * @param {number} [seconds]
 */
function waitingText(phase, place, seconds) {
  if (phase === 'queued') return texts.thread.queued(place, seconds);
  if (phase === 'loading') return texts.thread.loadingModel;
  return phase === 'reconnecting' ? texts.thread.reconnecting : texts.thread.waiting;
}

customElements.define('generated-answer', GeneratedAnswer);
