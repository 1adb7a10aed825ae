import { html, nothing } from 'lit';
import { documentLimits } from '../documents/document-limits.js';
import { HeightVariable } from '../shared/height-variable.js';
import { icon } from '../shared/icon.js';
import { LightElement } from '../shared/light-element.js';
import { ScrollFollower } from '../shared/scroll-follower.js';
import { ephemeralSpan } from '../shared/spans.js';
import { texts } from '../shared/texts.js';
import '../documents/document-desk.js';
import '../documents/document-list.js';
import { SendingCheck } from '../reminders/sending-check.js';
import { conversationUnread } from './conversation-unread.js';
import { keepDraft } from './draft-kept.js';
import { ephemeralMeaning } from './ephemeral-meaning.js';
import './conversation-header.js';
import './gone-page.js';
import './home-page.js';
import './message-composer.js';
import './message-thread.js';

/** @import {DocumentList} from '../documents/document-list.js' */
/** @import {Draft} from '../reminders/sending-check.js' */
/** @import {Conversation} from './conversation.js' */
/** @import {DocumentLimits, Model, Settings} from '../shared/types.js' */

/**
 * One conversation, from the empty page to its end.
 *
 * @property {Conversation} conversation
 * @property {Settings | null} settings
 * @property {Model | null} model
 * @property {string} reminder the standing one
 */
export class ConversationPage extends LightElement {
  /** @override */
  static properties = {
    conversation: { attribute: false },
    settings: { attribute: false },
    model: { attribute: false },
    reminder: {},
    limits: { state: true },
    revision: { state: true },
    following: { state: true },
  };

  /** @type {ScrollFollower | null} */
  #follower = null;
  #draftKept = false;
  #wasEmpty = false;
  #unsent = '';
  #check = new SendingCheck(this, () => this.#follower?.follow());

  constructor() {
    super();
    /** @type {Conversation | null} */
    this.conversation = null;
    /** @type {Settings | null} */
    this.settings = null;
    /** @type {Model | null} */
    this.model = null;
    this.reminder = '';
    /** @type {DocumentLimits | null} */
    this.limits = null;
    this.revision = 0;
    this.following = true;
    new HeightVariable(this, '.dock', '--dock');
  }

  /** @override */
  connectedCallback() {
    super.connectedCallback();
    this.#follower = new ScrollFollower((following) => (this.following = following));
    this.#follower.watch(document.body);
    void documentLimits().then((limits) => (this.limits = limits));
  }

  /** @override */
  disconnectedCallback() {
    super.disconnectedCallback();
    this.#follower?.stop();
    this.conversation?.removeEventListener('change', this.#changed);
  }

  /**
   * @param {import('lit').PropertyValues<this>} changed
   * @override
   */
  willUpdate(changed) {
    if (!changed.has('conversation')) return;
    changed.get('conversation')?.removeEventListener('change', this.#changed);
    this.conversation?.addEventListener('change', this.#changed);
    this.#draftKept = false;
    this.#unsent = '';
  }

  /**
   * @param {import('lit').PropertyValues<this>} changed
   * @override
   */
  updated(changed) {
    if (this.#follower) this.#follower.enabled = this.#hasThread;
    if (changed.has('conversation')) {
      if (this.#isEmpty) scrollTo({ top: 0, behavior: 'instant' });
      else this.#follower?.follow();
    } else if (this.#wasEmpty && !this.#isEmpty && document.activeElement === document.body) {
      // The first document ends the empty page: the focus must not go with the button.
      void this.#list?.focusOn('h2');
    }
    this.#wasEmpty = this.#isEmpty;
  }

  /** The composer, once rendered. */
  get composer() {
    return /** @type {import('./message-composer.js').MessageComposer | null} */ (
      this.querySelector('message-composer')
    );
  }

  /** The header, once rendered. */
  get header() {
    return /** @type {import('./conversation-header.js').ConversationHeader | null} */ (
      this.querySelector('conversation-header')
    );
  }

  get #list() {
    return /** @type {DocumentList | null} */ (this.querySelector('document-list'));
  }

  /** Whether there is anything that grows at its end: documents alone are read from the top. */
  get #hasThread() {
    return Boolean(this.conversation?.outgoing || this.conversation?.messages.length);
  }

  get #isEmpty() {
    return this.conversation?.state === 'new' && !this.conversation.outgoing;
  }

  /** @override */
  render() {
    const { conversation } = this;
    if (!conversation) return nothing;
    if (conversation.state === 'gone') {
      return html`<gone-page
        .farewell=${conversation.problem}
        .draftKept=${this.#draftKept}
        .unsent=${this.#unsent}
        .another=${conversation.ephemeral && ephemeralSpan(this.settings) !== ''}
      ></gone-page>`;
    }
    return html`
      <div
        class="conversation ${this.#isEmpty ? 'empty' : ''}"
        @cite=${this.#leave}
        @verify=${this.#leave}
        @summarise=${() => this.#follower?.follow()}
      >
        ${this.#top(conversation)}
        <div class="dock">
          ${
            this.following || this.#isEmpty
              ? nothing
              : html`<button type="button" class="back-down" @click=${this.#backDown}>
                  ${icon('down')}<span>${texts.thread.backDown}</span>
                </button>`
          }
          ${this.#check.card()}
          <message-composer
            @input=${() => this.#check.drop()}
            .draftName=${conversation.draftName}
            .ephemeral=${conversation.ephemeral}
            .note=${this.#note(conversation)}
            .takesDocuments=${this.limits !== null}
            .opening=${conversation.state === 'loading'}
            .answering=${conversation.live !== null}
            .stopping=${conversation.live?.stopping ?? false}
            .maxLength=${this.settings?.maxMessageLength ?? 100_000}
            @send=${(/** @type {CustomEvent<string>} */ { detail }) => this.#check.send({ text: detail, message: null })}
            @stop=${() => conversation.stop()}
          ></message-composer>
        </div>
        <document-desk
          .conversation=${conversation}
          .revision=${this.revision}
          .limits=${this.limits}
          .model=${this.model}
          .openData=${this.settings?.openDataUrl ?? ''}
        ></document-desk>
      </div>
    `;
  }

  /** @param {Conversation} conversation */
  #top(conversation) {
    if (conversation.state === 'loading') {
      return conversationUnread(conversation.problem, () => this.#readAgain(conversation));
    }
    if (this.#isEmpty) {
      return html`${this.#documents(conversation)}<home-page
        class="column"
        .settings=${this.settings}
        .limits=${this.limits}
        .ephemeral=${conversation.ephemeral}
        .model=${this.model}
        @fill=${(/** @type {CustomEvent<string>} */ { detail }) => this.composer?.fill(detail)}
      ></home-page>`;
    }
    return html`
      <conversation-header
        .summary=${conversation.summary}
        .shorten=${this.#shorten}
        .documents=${conversation.documents}
        .revision=${this.revision}
        @show-documents=${() => void this.#list?.focusOn('h2')}
        @rename=${(/** @type {CustomEvent<string>} */ { detail }) => this.#rename(detail)}
      ></conversation-header>
      ${conversation.ephemeral ? ephemeralMeaning(ephemeralSpan(this.settings)) : nothing} ${this.#documents(conversation)}
      <message-thread
        class="column"
        .conversation=${conversation}
        .revision=${this.revision}
        .reminder=${conversation.reminder || this.reminder}
        @retry=${() => conversation.retry()}
        @ask-ready=${() => conversation.askReady()}
        @withdraw=${() => this.composer?.takeBack(conversation.withdraw())}
        @regenerate=${() => this.#follower?.follow()}
        @revise=${(/** @type {CustomEvent<Draft>} */ { detail }) => this.#check.send(detail)}
      ></message-thread>
    `;
  }

  /** @param {Conversation} conversation */
  #documents({ documents }) {
    return html`<document-list
      class="column"
      .documents=${documents}
      .revision=${this.revision}
      .limits=${this.limits}
      .alone=${!this.#hasThread}
    ></document-list>`;
  }

  /** @param {Conversation} conversation */
  #note({ ephemeral, documents }) {
    const { note, learnsNothing } = texts.documents;
    const kept = ephemeral ? texts.ephemeral.note(ephemeralSpan(this.settings)) : texts.composer.note;
    if (!documents.ready.length) return kept;
    return `${note} ${ephemeral ? kept : learnsNothing}`;
  }

  /** Who reads beside the answer follows it no more. */
  #leave = () => this.#follower?.leave();

  /**
   * The button goes away with the problem: the focus must not go with it.
   *
   * @param {Conversation} conversation
   */
  #readAgain(conversation) {
    this.closest('main')?.focus({ preventScroll: true });
    void conversation.retryReading();
  }

  #shorten = (/** @type {number} */ seconds) => this.conversation?.shorten(seconds) ?? Promise.resolve(null);

  /** The button goes away with the distance: the focus must not go with it. */
  #backDown() {
    this.#follower?.follow();
    this.closest('main')?.focus({ preventScroll: true });
  }

  /** @param {string} title */
  async #rename(title) {
    try {
      await this.conversation?.rename(title);
    } catch (error) {
      this.tell('failure', error);
    }
  }

  #changed = () => {
    const { conversation } = this;
    if (conversation?.state === 'gone' && conversation.id !== null) {
      const draft = keepDraft(conversation.id);
      if (draft && conversation.ephemeral) this.#unsent = draft;
      else if (draft) this.#draftKept = true;
    }
    this.revision++;
  };
}

customElements.define('conversation-page', ConversationPage);
