import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { LightElement } from '../shared/light-element.js';
import { texts } from '../shared/texts.js';
import './generated-answer.js';
import './user-message.js';

/** @import {Conversation} from './conversation.js' */
/** @import {BranchStep} from './branch-switch.js' */
/** @import {Item, Message} from '../shared/types.js' */

/** How many messages are rendered at a time, the last ones first: a long conversation opens as fast as a short one. */
const PORTION = 16;

/**
 * The messages of the branch on screen.
 *
 * @property {Conversation} conversation
 * @property {number} revision grows when the conversation changes
 * @property {string} reminder
 * @fires revise with a message and its new text
 */
export class MessageThread extends LightElement {
  /** @override */
  static properties = {
    conversation: { attribute: false },
    revision: { type: Number },
    reminder: {},
    shown: { state: true },
  };

  constructor() {
    super();
    /** @type {Conversation | null} */
    this.conversation = null;
    this.revision = 0;
    this.reminder = '';
    this.shown = PORTION;
  }

  /**
   * @param {import('lit').PropertyValues<this>} changed
   * @override
   */
  willUpdate(changed) {
    if (changed.has('conversation')) this.shown = PORTION;
  }

  /** @override */
  updated() {
    if (this.shown < (this.conversation?.items().length ?? 0)) whenIdle(() => (this.shown += PORTION));
  }

  /** @override */
  render() {
    const { conversation } = this;
    if (!conversation) return nothing;
    return html`
      <section class="thread" aria-label=${texts.thread.label}>
        ${repeat(
          conversation.items().slice(-this.shown),
          ({ message }) => message.key ?? message.id,
          (item) => (item.message.role === 'user' ? this.#user(conversation, item) : this.#answer(conversation, item)),
        )}
      </section>
    `;
  }

  /**
   * @param {Conversation} conversation
   * @param {Item} item
   */
  #user(conversation, item) {
    const { message } = item;
    return html`<user-message
      data-message=${message.id}
      .item=${item}
      .kept=${conversation.ephemeral ? texts.ephemeral.kept : texts.thread.kept}
      .ready=${conversation.documents.ready.length}
      .busy=${conversation.live !== null}
      @edit=${(/** @type {CustomEvent<string>} */ { detail }) => this.tell('revise', { message, text: detail })}
      @branch=${(/** @type {CustomEvent<BranchStep>} */ { detail }) => this.#walk(conversation, message, detail)}
    ></user-message>`;
  }

  /**
   * Shows another version; the focus goes to the button that was pressed, which is another element there.
   *
   * @param {Conversation} conversation
   * @param {Message} message
   * @param {BranchStep} step
   */
  async #walk(conversation, message, { id, step }) {
    conversation.choose(message.parentId, id);
    this.requestUpdate();
    await this.updateComplete;
    const shown = /** @type {LightElement | null} */ (this.querySelector(`[data-message="${CSS.escape(id)}"]`));
    await shown?.updateComplete;
    const branches = /** @type {LightElement | null} */ (shown?.querySelector('branch-switch') ?? null);
    await branches?.focusOn(`[data-step="${step}"]`);
  }

  /**
   * Goes on with the change of a message.
   *
   * @param {Message} message
   * @param {string} text
   */
  reopen(message, text) {
    const shown = this.querySelector(`user-message[data-message="${CSS.escape(message.id)}"]`);
    void /** @type {import('./user-message.js').UserMessage | null} */ (shown)?.reopen(text);
  }

  /**
   * @param {Conversation} conversation
   * @param {Item} item
   */
  #answer(conversation, item) {
    const { message } = item;
    return html`<generated-answer
      data-message=${message.id}
      .item=${item}
      .conversationId=${conversation.id ?? ''}
      .live=${message.state === 'generating' ? conversation.live : null}
      .busy=${conversation.live !== null}
      .documents=${conversation.documents.all}
      .reminder=${this.reminder}
      @regenerate=${() => conversation.regenerate(message)}
      @branch=${(/** @type {CustomEvent<BranchStep>} */ { detail }) => this.#walk(conversation, message, detail)}
    ></generated-answer>`;
  }
}

/** @param {() => void} act */
function whenIdle(act) {
  if ('requestIdleCallback' in window) requestIdleCallback(act);
  else setTimeout(act, 50);
}

customElements.define('message-thread', MessageThread);
