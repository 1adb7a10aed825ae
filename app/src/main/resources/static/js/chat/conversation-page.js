import { html, nothing } from 'lit';
import { isEphemeral, nameOfNew } from '../shared/ephemeral.js';
import { HeightVariable } from '../shared/height-variable.js';
import { icon } from '../shared/icon.js';
import { LightElement } from '../shared/light-element.js';
import { memory } from '../shared/memory.js';
import { ScrollFollower } from '../shared/scroll-follower.js';
import { ephemeralSpan } from '../shared/spans.js';
import { texts } from '../shared/texts.js';
import './conversation-header.js';
import './gone-page.js';
import './home-page.js';
import './message-composer.js';
import './message-thread.js';
import './problem-note.js';

/** @import {Conversation} from './conversation.js' */
/** @import {Model, Settings} from '../shared/types.js' */

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
    revision: { state: true },
    following: { state: true },
  };

  /** @type {ScrollFollower | null} */
  #follower = null;
  #draftKept = false;
  #unsent = '';

  constructor() {
    super();
    /** @type {Conversation | null} */
    this.conversation = null;
    /** @type {Settings | null} */
    this.settings = null;
    /** @type {Model | null} */
    this.model = null;
    this.reminder = '';
    this.revision = 0;
    this.following = true;
    new HeightVariable(this, '.dock', '--dock');
  }

  /** @override */
  connectedCallback() {
    super.connectedCallback();
    this.#follower = new ScrollFollower((following) => (this.following = following));
    this.#follower.watch(document.body);
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
    if (this.#follower) this.#follower.enabled = !this.#isEmpty;
    if (changed.has('conversation')) {
      if (this.#isEmpty) scrollTo({ top: 0, behavior: 'instant' });
      else this.#follower?.follow();
    }
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
      <div class="conversation ${this.#isEmpty ? 'empty' : ''}">
        ${this.#top(conversation)}
        <div class="dock">
          ${
            this.following || this.#isEmpty
              ? nothing
              : html`<button type="button" class="back-down" @click=${this.#backDown}>
                  ${icon('down')}<span>${texts.thread.backDown}</span>
                </button>`
          }
          <message-composer
            .draftName=${conversation.draftName}
            .ephemeral=${conversation.ephemeral}
            .note=${conversation.ephemeral ? texts.ephemeral.note(ephemeralSpan(this.settings)) : texts.composer.note}
            .opening=${conversation.state === 'loading'}
            .answering=${conversation.live !== null}
            .stopping=${conversation.live?.stopping ?? false}
            .maxLength=${this.settings?.maxMessageLength ?? 100_000}
            @send=${this.#send}
            @stop=${() => conversation.stop()}
          ></message-composer>
        </div>
      </div>
    `;
  }

  /** @param {Conversation} conversation */
  #top(conversation) {
    if (conversation.state === 'loading' && conversation.problem) {
      return html`<div class="column unread" role="alert">
        <problem-note
          .label=${texts.ends.failed}
          .problem=${conversation.problem}
          @retry=${() => this.#readAgain(conversation)}
        ></problem-note>
      </div>`;
    }
    if (conversation.state === 'loading') {
      return html`<div class="column"><p class="waiting" role="status">${texts.loading}</p></div>`;
    }
    if (this.#isEmpty) {
      return html`<home-page
        class="column"
        .settings=${this.settings}
        .ephemeral=${conversation.ephemeral}
        .model=${this.model}
        @fill=${(/** @type {CustomEvent<string>} */ { detail }) => this.composer?.fill(detail)}
      ></home-page>`;
    }
    return html`
      <conversation-header
        .summary=${conversation.summary}
        .shorten=${this.#shorten}
        @rename=${(/** @type {CustomEvent<string>} */ { detail }) => this.#rename(detail)}
      ></conversation-header>
      ${conversation.ephemeral ? this.#meaning() : nothing}
      <message-thread
        class="column"
        .conversation=${conversation}
        .revision=${this.revision}
        .reminder=${conversation.reminder || this.reminder}
        @retry=${() => conversation.retry()}
        @withdraw=${() => this.composer?.takeBack(conversation.withdraw())}
        @regenerate=${() => this.#follower?.follow()}
        @edit=${() => this.#follower?.follow()}
      ></message-thread>
    `;
  }

  #meaning() {
    return html`<div class="column">
      <p class="ephemeral-note" role="note">
        ${icon('ephemeral')}<span>${texts.ephemeral.meaning(ephemeralSpan(this.settings))}</span>
      </p>
    </div>`;
  }

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

  /** @param {CustomEvent<string>} event */
  #send({ detail }) {
    void this.conversation?.send(detail);
    this.#follower?.follow();
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
    if (conversation?.state === 'gone' && conversation.id !== null) this.#saveDraft(conversation.id);
    this.revision++;
  };

  /**
   * A text in preparation outlives its conversation.
   *
   * @param {string} id
   */
  #saveDraft(id) {
    const draft = memory.draft(id);
    const ephemeral = isEphemeral(id);
    if (draft) {
      memory.moveDraft(id, nameOfNew(ephemeral));
      if (ephemeral) this.#unsent = draft;
      else this.#draftKept = true;
    }
    memory.forget(id);
  }
}

customElements.define('conversation-page', ConversationPage);
