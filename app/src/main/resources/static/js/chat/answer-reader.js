import { api } from '../shared/api.js';
import { readEvents } from '../shared/event-stream.js';
import { ApiProblem, localProblem } from '../shared/problem.js';

/** @import {ServerEvent} from '../shared/types.js' */

/** Waits between attempts to come back, in milliseconds; the last one repeats. */
const PAUSES = [300, 1000, 2000, 4000, 8000, 15_000];

/**
 * Reads one answer to its end, whatever the line does: after a drop it resumes behind the last event it has seen, so
 * that no token is lost or told twice.
 */
export class AnswerReader {
  #lastId = 0;
  #attempt = 0;
  /** @type {string | null} */
  #answerId;
  #signal;
  #onEvent;
  #onDrop;
  #onBack;

  /**
   * @param {object} options
   * @param {AbortSignal} options.signal stops reading; the answer itself goes on
   * @param {(event: ServerEvent) => void} options.onEvent each event once, in order
   * @param {() => void} options.onDrop the line dropped, and will be taken up again
   * @param {() => void} options.onBack the answer is being read again, though nothing new may have been written
   * @param {string} [options.answerId] when it is already known
   */
  constructor({ signal, onEvent, onDrop, onBack, answerId }) {
    this.#signal = signal;
    this.#onEvent = onEvent;
    this.#onDrop = onDrop;
    this.#onBack = onBack;
    this.#answerId = answerId ?? null;
  }

  /**
   * @param {() => Promise<Response>} [open] the call that starts the answer; without it the answer is taken up
   * @returns {Promise<void>} when the answer is over
   * @throws {ApiProblem} the answer did not start, or can no longer be read
   */
  async read(open) {
    for (let next = open ?? this.#takeUp; ; next = this.#takeUp) {
      try {
        if (await this.#drain(await next())) return;
      } catch (error) {
        if (this.#signal.aborted || !this.#mayResume(error)) throw error;
      }
      if (this.#answerId === null) throw localProblem('unreachable');
      this.#onDrop();
      await this.#pause();
    }
  }

  #takeUp = async () => {
    const response = await api.answerEvents(this.#answerId ?? '', this.#lastId, this.#signal);
    this.#onBack();
    return response;
  };

  /**
   * @param {Response} response
   * @returns {Promise<boolean>} whether the answer is over
   */
  async #drain(response) {
    for await (const event of readEvents(response, this.#signal)) {
      if (event.id !== null && event.id <= this.#lastId) continue;
      if (event.id !== null) this.#lastId = event.id;
      if (event.name === 'answer') this.#answerId = event.data.id;
      this.#attempt = 0;
      this.#onEvent(event);
      if (event.name === 'done' || event.name === 'problem') return true;
    }
    return false;
  }

  /** @param {unknown} error */
  #mayResume(error) {
    if (!(error instanceof ApiProblem)) return error instanceof TypeError;
    return this.#answerId !== null && (error.problem.status === 0 || error.problem.status >= 500);
  }

  /** Waits a little longer each time; coming back online ends the wait. */
  #pause() {
    const wait = PAUSES[Math.min(this.#attempt++, PAUSES.length - 1)];
    return new Promise((/** @type {(value?: unknown) => void} */ resolve, reject) => {
      const timer = setTimeout(resolve, wait);
      addEventListener('online', resolve, { once: true, signal: this.#signal });
      this.#signal.addEventListener('abort', () => {
        clearTimeout(timer);
        reject(this.#signal.reason);
      });
    });
  }
}
