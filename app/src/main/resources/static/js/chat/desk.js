import { api } from '../shared/api.js';
import { Connection } from '../shared/connection.js';
import { memory } from '../shared/memory.js';
import { person } from '../shared/person.js';
import { asProblem } from '../shared/problem.js';
import { begun, opened, routes } from '../shared/routes.js';
import { texts } from '../shared/texts.js';
import { Conversation } from './conversation.js';
import { ConversationList } from './conversation-list.js';
import { ConversationsBehind } from './conversations-behind.js';

/** @import {CharterText, ConversationSummary, Me, Model, Problem, Settings} from '../shared/types.js' */
/** @import {Farewell} from './gone-page.js' */
/** @import {ConversationPlace, Route} from '../shared/routes.js' */

/** While the model is not ready its state is asked again this often, in milliseconds. */
const MODEL_PERIOD = 15_000;

/**
 * What lies on the desk: who works at it, which conversation is open, and which go on behind it. Fires `change`, and
 * `open` when another conversation or page comes to the front.
 */
export class Desk extends EventTarget {
  list = new ConversationList();
  connection = new Connection();
  /** @type {Me | null} */
  me = null;
  /** @type {Settings | null} */
  settings = null;
  /** @type {Model | null} */
  model = null;
  /** @type {CharterText | null} */
  charter = null;
  /** @type {Route} */
  route = begun(false);
  /** @type {Conversation | null} */
  conversation = null;
  /** @type {Farewell | null} what to say of conversations just erased */
  farewell = null;
  /** @type {Problem | null} an error that belongs to no message */
  refusal = null;

  #behind = new ConversationsBehind();
  /** @type {ConversationSummary | null} */
  #told = null;
  #started = false;

  constructor() {
    super();
    this.list.addEventListener('change', () => this.#change());
    this.connection.addEventListener('change', () => this.#change());
    this.connection.addEventListener('healed', () => void this.#healed());
  }

  get mustAccept() {
    return this.me?.charter.mustAccept ?? false;
  }

  /** Whether conversations that live in the server's memory only are to be had here. */
  get offersEphemeral() {
    return Boolean(this.settings?.retention.ephemeral);
  }

  /** Asks the server for all that the first screen needs. */
  async start() {
    try {
      this.me = await api.me();
      person.signedIn(this.me);
      const back = memory.takeReturn();
      if (back && !location.hash) history.replaceState(null, '', back);
      await Promise.all([this.loadCharter(), this.#loadSettings(), this.#watchModel(), this.list.refresh()]);
      this.#started = true;
      this.go();
    } catch (error) {
      this.report(error);
    }
  }

  /** Opens what the address names. */
  go() {
    if (!this.#started) return;
    this.route = routes.parse(location.hash);
    this.farewell = null;
    this.refusal = null;
    if (location.hash === routes.ephemeral && !this.offersEphemeral) this.#refuseEphemeral();
    if (this.route.page === 'conversation' && !this.#isOpen(this.route)) this.#open(this.route);
    this.#change();
    this.dispatchEvent(new Event('open'));
  }

  /**
   * An empty conversation, whatever was open.
   *
   * @param {boolean} [ephemeral] whether it is to live in the server's memory only
   */
  fresh(ephemeral = false) {
    const address = routes.fresh(ephemeral);
    if ((location.hash || routes.home) !== address) location.hash = address;
    else if (this.farewell || this.conversation?.state !== 'new') this.go();
    else this.dispatchEvent(new Event('open'));
  }

  /**
   * Makes the empty conversation on screen ephemeral, or ordinary.
   *
   * @param {boolean} ephemeral
   */
  turn(ephemeral) {
    history.replaceState(null, '', routes.fresh(ephemeral));
    this.route = begun(ephemeral);
    this.conversation?.turn(ephemeral);
    this.#change();
  }

  /** Asks for the charter, and where this person stands with it. */
  async loadCharter() {
    this.charter = await api.charter();
    this.#change();
  }

  /** The charter in force has been accepted. */
  async accepted() {
    try {
      [this.me] = await Promise.all([api.me(), this.loadCharter()]);
      this.#change();
      this.dispatchEvent(new Event('open'));
    } catch (error) {
      this.report(error);
    }
  }

  /** Erases the open conversation for good. */
  async erase() {
    const { conversation } = this;
    if (conversation?.id == null) return;
    const title = conversation.summary?.title ?? texts.panel.untitled;
    const count = conversation.messages.length;
    try {
      await conversation.erase();
      this.list.remove(conversation.id);
      this.#sayGoodbye({ title: texts.gone.erased, detail: texts.gone.erasedDetail(title, count) });
    } catch (error) {
      this.report(error);
    }
  }

  /** Erases every conversation for good. */
  async eraseAll() {
    try {
      const erased = this.list.all.map(({ id }) => id);
      const deleted = await this.list.eraseAll();
      this.conversation?.close();
      this.#behind.closeAll();
      erased.forEach((id) => memory.forget(id));
      this.#sayGoodbye({ title: texts.gone.allErased(deleted), detail: texts.gone.allDetail });
    } catch (error) {
      this.report(error);
    }
  }

  /** @param {unknown} error told by the banner, the charter's gate, or by itself */
  report(error) {
    const { kind, problem } = asProblem(error);
    if (kind === 'charter-not-accepted') void this.accepted();
    else if (!this.connection.report(error)) this.refusal = problem;
    this.#change();
  }

  /** Puts the error away. */
  dismiss() {
    this.refusal = null;
    this.#change();
  }

  /** Nobody may take an ordinary conversation for an ephemeral one. */
  #refuseEphemeral() {
    history.replaceState(null, '', routes.home);
    this.route = begun(false);
    this.refusal = { ...texts.ephemeral.notOffered, type: '', status: 403 };
  }

  /** @param {ConversationPlace} place */
  #isOpen({ id, ephemeral }) {
    const { conversation } = this;
    return (
      conversation !== null &&
      conversation.id === id &&
      conversation.ephemeral === ephemeral &&
      conversation.state !== 'gone'
    );
  }

  /** @param {ConversationPlace} place */
  #open({ id, ephemeral }) {
    this.#behind.keep(this.conversation);
    const behind = this.#behind.take(id);
    this.conversation = behind ?? this.#follow(new Conversation(id, ephemeral));
    this.#told = this.conversation.summary;
    if (!behind) void this.conversation.load();
  }

  /** @param {Conversation} conversation */
  #follow(conversation) {
    conversation.addEventListener('change', () => this.#changed(conversation));
    conversation.addEventListener('problem', (event) => {
      const { detail } = /** @type {CustomEvent} */ (event);
      // A message that failed says so itself; only what lies around it is told here.
      if (detail.kind === 'charter-not-accepted') void this.accepted();
      else this.connection.report(detail);
      if (detail.kind === 'ephemeral-not-offered') void this.#loadSettings();
      void this.#loadModel();
    });
    conversation.addEventListener('created', () => this.#created(conversation));
    conversation.addEventListener('finished', () => {
      this.#behind.settle(conversation);
      if (conversation.summary) this.list.merge(conversation.summary);
    });
    return conversation;
  }

  /** @param {Conversation} conversation */
  #created(conversation) {
    if (conversation !== this.conversation || conversation.id === null) return;
    history.replaceState(null, '', routes.conversation(conversation.id));
    this.route = opened(conversation.id);
    this.#change();
  }

  /** @param {Conversation} conversation */
  #changed(conversation) {
    const { summary } = conversation;
    if (conversation.state === 'gone' && conversation.id !== null) this.list.remove(conversation.id);
    else if (conversation === this.conversation && summary && summary !== this.#told) {
      this.#told = summary;
      this.list.merge(summary);
    }
  }

  /** @param {Farewell} farewell */
  #sayGoodbye(farewell) {
    history.replaceState(null, '', routes.home);
    this.route = begun(false);
    this.conversation = this.#follow(new Conversation(null));
    this.#told = null;
    this.farewell = farewell;
    this.#change();
  }

  async #healed() {
    if (!this.#started) return void this.start();
    try {
      await Promise.all([this.list.refresh(), this.#loadModel()]);
      if (!this.conversation?.live) await this.conversation?.load();
      this.dispatchEvent(new Event('healed'));
    } catch (error) {
      this.report(error);
    }
  }

  async #loadSettings() {
    this.settings = await api.settings();
    this.#change();
  }

  async #watchModel() {
    await this.#loadModel();
    setInterval(() => {
      if (this.model?.state !== 'READY' && !document.hidden) void this.#loadModel();
    }, MODEL_PERIOD);
  }

  async #loadModel() {
    try {
      const { active, models } = await api.models();
      this.model = models.find(({ id }) => id === active) ?? null;
      this.#change();
    } catch (error) {
      this.connection.report(error);
    }
  }

  #change() {
    this.dispatchEvent(new Event('change'));
  }
}
