import { announce } from '../shared/announcer.js';
import { oncePerFrame } from '../shared/frames.js';
import { neutralised } from '../shared/plain-text.js';
import { ApiProblem, asProblem, isAbort } from '../shared/problem.js';
import { texts } from '../shared/texts.js';
import { news } from './coverage.js';
import { documentApi } from './document-api.js';
import { documentLimits } from './document-limits.js';
import { isOver, refused, transferOf } from './transfer.js';
import { upload } from './upload.js';

/** @import {DocumentLimits, DocumentView, Transfer} from '../shared/types.js' */

/** How often the list is asked for while a document is being read, and in a page that nobody looks at, in milliseconds. */
const PERIOD = 400;
const HIDDEN_PERIOD = 3000;

/** How long after a file was given up the server may still come to list it. */
const LATE_PERIOD = 2000;

/** How long it waits after an error. */
const ERROR_PERIOD = 4000;

/**
 * @typedef {object} Home the conversation that documents belong to
 * @property {string | null} id
 * @property {AbortSignal} closed
 * @property {() => Promise<string>} begin its id; the server gets a new one now
 */

/**
 * The documents of a conversation: those that the server has, and the files on their way to it, one after another, so
 * that they are numbered in the order they came. Fires `change`, and `sent` when nothing is on its way any more.
 */
export class ConversationDocuments extends EventTarget {
  /** @type {DocumentView[]} */
  all = [];
  /** @type {Transfer[]} */
  transfers = [];

  /** @type {Home} */
  #home;
  /** @type {Map<string, File>} by document, to read one again that could not be read */
  #files = new Map();
  /** @type {{transfer: Transfer, cancel: AbortController} | null} */
  #sending = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #changes = 0;

  /** @param {Home} home */
  constructor(home) {
    super();
    this.#home = home;
    home.closed.addEventListener('abort', () => this.#leave());
  }

  /** Those that were read. */
  get ready() {
    return this.all.filter(({ state }) => state === 'ready');
  }

  /** Whether files are on their way. */
  get sending() {
    return this.transfers.some((transfer) => !isOver(transfer));
  }

  get isEmpty() {
    return !this.all.length && !this.transfers.length;
  }

  /** @param {string} id */
  find(id) {
    return this.all.find((document) => document.id === id) ?? null;
  }

  /** @param {DocumentView} document whether it can be read again without being chosen again */
  mayReadAgain({ id, problem }) {
    return problem?.retryable === true && this.#files.has(id);
  }

  /**
   * Brings files in; those beyond the limits stand in the list with the reason, and are not sent.
   *
   * @param {File[]} files
   * @param {DocumentLimits} limits
   */
  add(files, limits) {
    let room = limits.maxPerConversation - this.all.length - this.transfers.filter((it) => !isOver(it)).length;
    const added = files.map((file) => {
      const problem = refused(file, limits, room);
      if (!problem) room--;
      return transferOf(file, problem);
    });
    this.transfers = [...this.transfers, ...added];
    const sent = added.filter(({ state }) => state === 'queued').length;
    if (sent) announce(texts.documents.said.sent(sent));
    added.forEach((transfer) => tellFailure(transfer));
    this.#change();
    void this.#send();
  }

  /** @param {Transfer} transfer gives it up, at any moment */
  cancel(transfer) {
    this.transfers = this.transfers.filter(({ key }) => key !== transfer.key);
    if (this.#sending?.transfer.key === transfer.key) this.#sending.cancel.abort();
    this.#change();
  }

  /** @param {Transfer} transfer sends again what failed */
  retry(transfer) {
    this.#replace(transfer, { state: 'queued', sent: 0, problem: null });
    void this.#send();
  }

  /**
   * Sends again what could not be read.
   *
   * @param {DocumentView} document
   * @param {DocumentLimits} limits
   */
  async readAgain(document, limits) {
    const file = this.#files.get(document.id);
    if (!file) return;
    await this.remove(document);
    this.add([file], limits);
  }

  /** @param {DocumentView} document erases it for good; while it is being read, its reading stops */
  async remove({ id }) {
    try {
      await documentApi.remove(id);
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.problem.status !== 404) throw error;
    }
    this.#files.delete(id);
    this.#changes++;
    this.all = this.all.filter((document) => document.id !== id && document.partOf !== id);
    this.#change();
    // What came with a mail may stand by itself: the server knows.
    void this.refresh();
  }

  /** Asks the server for the list, and again while something is being read; what goes wrong is tried again. */
  async refresh() {
    const { id, closed } = this.#home;
    if (id === null || closed.aborted || !(await documentLimits())) return;
    const changes = this.#changes;
    try {
      const all = await documentApi.list(id, closed);
      if (changes === this.#changes) this.#accept(all);
      this.#later();
    } catch (error) {
      if (!isAbort(error) && asProblem(error).problem.status !== 404) this.#later(ERROR_PERIOD);
    }
  }

  /** @param {DocumentView[]} all */
  #accept(all) {
    news(this.all, all).forEach((sentence) => announce(neutralised(sentence)));
    this.all = all;
    this.#change();
  }

  /** @param {number} [wait] */
  #later(wait = document.hidden ? HIDDEN_PERIOD : PERIOD) {
    clearTimeout(this.#timer);
    const reading = this.all.some(({ state }) => state === 'waiting' || state === 'reading');
    if (!reading || this.#home.closed.aborted) return;
    this.#timer = setTimeout(() => void this.refresh(), wait);
  }

  /** Sends what waits, the oldest first. */
  async #send() {
    if (this.#sending) return;
    for (let next = this.#next(); next; next = this.#next()) {
      this.#sending = { transfer: next, cancel: new AbortController() };
      await this.#sendOne(next, this.#sending.cancel.signal);
      this.#sending = null;
    }
    this.dispatchEvent(new Event('sent'));
  }

  #next() {
    return this.#home.closed.aborted ? undefined : this.transfers.find(({ state }) => state === 'queued');
  }

  /**
   * @param {Transfer} transfer
   * @param {AbortSignal} signal
   */
  async #sendOne(transfer, signal) {
    this.#replace(transfer, { state: 'sending' });
    try {
      const id = await this.#home.begin();
      const onProgress = (/** @type {number} */ sent) => this.#replace(transfer, { sent });
      const view = await upload(id, transfer.file, { signal, onProgress });
      this.#files.set(view.id, transfer.file);
      this.#changes++;
      this.transfers = this.transfers.filter(({ key }) => key !== transfer.key);
      this.all = [...this.all.filter((document) => document.id !== view.id), view];
      this.#change();
      this.#later();
    } catch (error) {
      if (signal.aborted) return this.#lookForLate();
      if (this.#home.closed.aborted) return;
      const { problem } = asProblem(error);
      this.#replace(transfer, { state: 'failed', problem });
      tellFailure({ ...transfer, problem });
    }
  }

  /** The last byte of what was given up may have arrived: the server lists it then, at once or when it has kept it. */
  #lookForLate() {
    void this.refresh();
    setTimeout(() => void this.refresh(), LATE_PERIOD);
  }

  /**
   * @param {Transfer} transfer
   * @param {Partial<Transfer>} changes
   */
  #replace({ key }, changes) {
    this.transfers = this.transfers.map((transfer) => (transfer.key === key ? { ...transfer, ...changes } : transfer));
    this.#changeSoon();
  }

  /** The conversation is followed no more, or is no more: nothing of it stays here. */
  #leave() {
    clearTimeout(this.#timer);
    this.#sending?.cancel.abort();
    this.#files.clear();
    this.transfers = [];
    this.all = [];
  }

  #change() {
    this.dispatchEvent(new Event('change'));
  }

  #changeSoon = oncePerFrame(() => this.#change());
}

/** @param {Transfer} transfer */
function tellFailure({ file, problem }) {
  if (problem) announce(neutralised(texts.documents.said.failed(file.name, problem.title)));
}
