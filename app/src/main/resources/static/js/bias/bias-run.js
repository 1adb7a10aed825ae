import { AnswerReader } from '../chat/answer-reader.js';
import { api } from '../shared/api.js';
import { asProblem } from '../shared/problem.js';
import { biasApi } from './bias-api.js';

/** @import {Problem, ServerEvent} from '../shared/types.js' */
/** @import {BiasAnswer, BiasAxis} from './bias-types.js' */

/**
 * A probe under way: the same request again, then its variants, one after the other. Fires `change`. What it has read stays here,
 * and goes with it.
 */
export class BiasRun extends EventTarget {
  /** @type {BiasAnswer[]} */
  answers;
  running = false;
  /** Seconds that the answers took which are done. */
  took = 0;

  #conversation;
  #message;
  /** @type {string | null} */
  #answerId = null;
  #stopped = false;

  /**
   * @param {string} conversation
   * @param {string} message the answer that is compared
   * @param {BiasAxis[]} axes
   */
  constructor(conversation, message, axes) {
    super();
    this.#conversation = conversation;
    this.#message = message;
    this.answers = /** @type {const} */ (['control', ...axes]).map((axis) => fresh(axis));
  }

  /** How many are done. */
  get done() {
    return this.answers.filter(isDone).length;
  }

  /** Whether some are missing that can be asked for. */
  get unfinished() {
    return !this.running && this.answers.some((answer) => !isDone(answer));
  }

  /** Asks for all that is missing. */
  async go() {
    if (this.running) return;
    this.running = true;
    this.#stopped = false;
    this.answers = this.answers.map((answer) => (isDone(answer) ? answer : fresh(answer.axis)));
    this.#tell();
    for (const { axis, state } of this.answers) {
      if (state !== 'waiting') continue;
      await this.#ask(axis);
      if (this.#stopped || this.#of(axis).state === 'failed') break;
    }
    this.running = false;
    this.#tell();
  }

  /** Stops the engine; what was not asked yet never is. One that has no name yet is stopped as soon as it has. */
  async stop() {
    this.#stopped = true;
    if (this.#answerId) await api.stopAnswer(this.#answerId).catch(() => undefined);
  }

  /** @param {BiasAnswer['axis']} axis */
  async #ask(axis) {
    const begun = Date.now();
    const { signal } = new AbortController();
    this.#change(axis, { state: 'asking' });
    const reader = new AnswerReader({
      signal,
      onEvent: (event) => this.#hear(axis, event),
      onDrop: () => this.#change(axis, { state: 'reconnecting' }),
      onBack: () => this.#change(axis, { state: this.#of(axis).text ? 'writing' : 'asking' }),
    });
    try {
      await reader.read(() => biasApi.answer(this.#conversation, this.#message, axis, signal));
      this.took += (Date.now() - begun) / 1000;
    } catch (error) {
      this.#change(axis, { state: 'failed', problem: asProblem(error).problem });
    } finally {
      this.#answerId = null;
    }
  }

  /**
   * @param {BiasAnswer['axis']} axis
   * @param {ServerEvent} event
   */
  #hear(axis, { name, data }) {
    if (name === 'answer') this.#begun(data.id);
    else if (name === 'queued') this.#change(axis, { state: 'queued', place: data.position });
    else if (name === 'loading') this.#change(axis, { state: 'loading' });
    else if (name === 'token') this.#change(axis, { state: 'writing', text: this.#of(axis).text + data.text });
    else if (name === 'done') this.#change(axis, { state: data.finishReason });
    else if (name === 'problem') this.#change(axis, { state: 'failed', problem: /** @type {Problem} */ (data) });
  }

  /** @param {string} id */
  #begun(id) {
    this.#answerId = id;
    if (this.#stopped) void this.stop();
  }

  /** @param {BiasAnswer['axis']} axis */
  #of(axis) {
    return /** @type {BiasAnswer} */ (this.answers.find((answer) => answer.axis === axis));
  }

  /**
   * @param {BiasAnswer['axis']} axis
   * @param {Partial<BiasAnswer>} change
   */
  #change(axis, change) {
    this.answers = this.answers.map((answer) => (answer.axis === axis ? { ...answer, ...change } : answer));
    this.#tell();
  }

  #tell() {
    this.dispatchEvent(new Event('change'));
  }
}

/** @param {BiasAnswer} answer whether it came to its end */
export const isDone = ({ state }) => state === 'complete' || state === 'length';

/**
 * @param {BiasAnswer['axis']} axis
 * @returns {BiasAnswer}
 */
const fresh = (axis) => ({ axis, state: 'waiting', place: 0, text: '', problem: null });
