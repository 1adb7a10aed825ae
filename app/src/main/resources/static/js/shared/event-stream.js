/** @import {ServerEvent} from './types.js' */

/** The server writes something every 10 s: a line that stays silent this long, in milliseconds, is dead. */
const SILENCE = 35_000;

/**
 * Reads `text/event-stream` as it comes, in whatever pieces: a line, a line end or a character may be cut anywhere.
 */
export class EventStreamParser {
  #rest = '';
  #name = '';
  /** @type {string[]} */
  #data = [];
  /** @type {number | null} */
  #id = null;
  #atStart = true;

  /**
   * @param {string} piece
   * @returns {ServerEvent[]} the events that this piece completes
   */
  push(piece) {
    let text = this.#rest + piece;
    if (this.#atStart && text) {
      this.#atStart = false;
      if (text.startsWith('\uFEFF')) text = text.slice(1);
    }
    // A last CR may be the first half of a CRLF: it waits for what follows.
    const lines = text.split(/\r\n|\n|\r(?!$)/);
    this.#rest = lines.pop() ?? '';
    /** @type {ServerEvent[]} */
    const events = [];
    for (const line of lines) {
      const event = this.#line(line);
      if (event) events.push(event);
    }
    return events;
  }

  /**
   * @param {string} line
   * @returns {ServerEvent | null}
   */
  #line(line) {
    if (line === '') return this.#dispatch();
    const colon = line.indexOf(':');
    if (colon === 0) return null;
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'data') this.#data.push(value);
    else if (field === 'event') this.#name = value;
    else if (field === 'id' && /^\d+$/.test(value)) this.#id = Number(value);
    return null;
  }

  /** @returns {ServerEvent | null} */
  #dispatch() {
    const event = this.#data.length
      ? { id: this.#id, name: this.#name || 'message', data: JSON.parse(this.#data.join('\n')) }
      : null;
    this.#name = '';
    this.#data = [];
    return event;
  }
}

/**
 * The events of a response, as they come. Ends when the server ends; throws a `TypeError` when the line drops or stays silent.
 *
 * @param {Response} response
 * @param {AbortSignal} signal
 * @returns {AsyncGenerator<ServerEvent, void, void>}
 */
export async function* readEvents(response, signal) {
  if (!response.body) return;
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  const parser = new EventStreamParser();
  try {
    for (;;) {
      const { done, value } = await withinSilence(reader.read());
      signal.throwIfAborted();
      if (done) return;
      yield* parser.push(decoder.decode(value, { stream: true }));
    }
  } finally {
    // What is left unread no longer interests anyone; the line may be gone already.
    reader.cancel().catch(() => undefined);
  }
}

/**
 * @template T
 * @param {Promise<T>} read
 * @returns {Promise<T>}
 */
function withinSilence(read) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new TypeError('silent')), SILENCE);
    read.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
