import { html, nothing } from 'lit';
import { memory } from '../shared/memory.js';
import { reminderFor } from './reminder-for.js';
import './reminder-card.js';

/** @import {Conversation} from '../chat/conversation.js' */
/** @import {ConversationPage} from '../chat/conversation-page.js' */
/** @import {MessageThread} from '../chat/message-thread.js' */
/** @import {Message, Reminder} from '../shared/types.js' */

/** @typedef {{text: string, message: Message | null}} Draft a text about to leave, and the message that it edits */

/** The reminder that comes once, whatever the conversation. */
const ONCE = 'courtesy';

/**
 * Stands between the button and the server: asks what a text deserves, and holds it back while a reminder is on screen.
 * A reminder that was sent away does not come again in its conversation.
 */
export class SendingCheck {
  #checking = false;
  /** @type {{draft: Draft, reminder: Reminder, conversation: Conversation} | null} */
  #held = null;
  /** @type {Conversation | null} */
  #heard = null;
  #host;
  #left;

  /**
   * @param {ConversationPage} host
   * @param {() => void} left does what follows a message that has left
   */
  constructor(host, left) {
    this.#host = host;
    this.#left = left;
    host.addController(this);
  }

  hostUpdate() {
    this.#hear(this.#host.conversation);
  }

  hostDisconnected() {
    this.#hear(null);
  }

  /**
   * Lets a text leave, at once or after its reminder.
   *
   * @param {Draft} draft
   */
  async send(draft) {
    const { conversation } = this.#host;
    if (!conversation || this.#checking) return;
    this.drop();
    this.#checking = true;
    const reminder = await reminderFor(draft.text);
    this.#checking = false;
    // Who opened another conversation meanwhile finds the text where it was.
    if (conversation !== this.#host.conversation) return;
    if (reminder && comes(conversation, reminder)) this.#hold(conversation, draft, reminder);
    else this.#leave(conversation, draft);
  }

  /** The text that the reminder was about is not there any more. */
  drop() {
    if (!this.#held) return;
    this.#held = null;
    this.#host.requestUpdate();
  }

  /** The card, while there is one. */
  card() {
    const held = this.#held;
    if (!held || held.conversation !== this.#host.conversation) return nothing;
    return html`<reminder-card
      .reminder=${held.reminder}
      @rewrite=${() => this.#rewrite(held.draft)}
      @use-result=${() => this.#rewrite(held.draft)}
      @send-anyway=${() => {
        memory.dismiss(held.conversation.draftName, held.reminder.kind);
        this.drop();
        this.#leave(held.conversation, held.draft);
        // The card goes away with its button: the focus must not go with it.
        void this.#host.composer?.focusOn('textarea');
      }}
    ></reminder-card>`;
  }

  /**
   * @param {Conversation} conversation
   * @param {Draft} draft
   * @param {Reminder} reminder
   */
  #hold(conversation, draft, reminder) {
    this.#held = { draft, reminder, conversation };
    this.#host.requestUpdate();
  }

  /**
   * @param {Conversation} conversation
   * @param {Draft} draft
   */
  #leave(conversation, { text, message }) {
    // An answer that began meanwhile comes first: the text stays where it is.
    if (conversation.live) return this.#rewrite({ text, message });
    const acknowledged = memory.dismissed(conversation.draftName);
    if (message) void conversation.edit(message, text, acknowledged);
    else {
      this.#host.composer?.sent(text);
      void conversation.send(text, acknowledged);
    }
    this.#left();
  }

  /** @param {Draft} draft */
  #rewrite({ text, message }) {
    this.drop();
    if (message) /** @type {MessageThread | null} */ (this.#host.querySelector('message-thread'))?.reopen(message, text);
    else void this.#host.composer?.focusOn('textarea');
  }

  /** @param {Conversation | null} conversation */
  #hear(conversation) {
    if (conversation === this.#heard) return;
    this.#heard?.removeEventListener('reminded', this.#reminded);
    conversation?.addEventListener('reminded', this.#reminded);
    this.#heard = conversation;
  }

  /** The server holds back what the page let through. */
  #reminded = (/** @type {Event} */ event) => {
    const { conversation } = this.#host;
    if (!conversation) return;
    event.preventDefault();
    const { outgoing, reminder } = /** @type {CustomEvent} */ (event).detail;
    const message = conversation.messages.find(({ id }) => id === outgoing.replaces) ?? null;
    if (!message) void this.#host.composer?.takeBack(outgoing.text);
    this.#hold(conversation, { text: outgoing.text, message }, reminder);
  };
}

/**
 * @param {Conversation} conversation
 * @param {Reminder} reminder
 */
function comes(conversation, { kind }) {
  return kind === ONCE ? memory.isFirstTime(kind) : !memory.dismissed(conversation.draftName).includes(kind);
}
