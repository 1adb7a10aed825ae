import { filesOf } from './transfer.js';

/** @import {ReactiveController, ReactiveControllerHost} from 'lit' */

/**
 * The ways by which files enter without being picked: dropped anywhere on the page, or pasted. A file that is dropped
 * beside a target would otherwise take the page's place in the window.
 *
 * @implements {ReactiveController}
 */
export class FileEntrance {
  /** Whether files are being dragged over the page. */
  over = false;
  #host;
  #enter;
  #open;
  #left = new AbortController();

  /**
   * @param {ReactiveControllerHost} host
   * @param {(files: File[]) => void} enter
   * @param {() => boolean} open whether files are taken at all
   */
  constructor(host, enter, open) {
    this.#host = host;
    this.#open = open;
    this.#enter = enter;
    host.addController(this);
  }

  hostConnected() {
    this.#left = new AbortController();
    const { signal } = this.#left;
    addEventListener('dragover', (event) => this.#over(event), { signal });
    addEventListener('dragleave', ({ relatedTarget }) => relatedTarget ?? this.#set(false), { signal });
    addEventListener('drop', (event) => this.#dropped(event), { signal });
    addEventListener('paste', (event) => this.#pasted(event), { signal });
  }

  hostDisconnected() {
    this.#left.abort();
  }

  /** @param {DragEvent} event */
  #over(event) {
    if (!this.#open() || !event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    this.#set(true);
  }

  /** @param {DragEvent} event */
  #dropped(event) {
    if (!this.#open() || !event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.#set(false);
    const files = filesOf(event.dataTransfer);
    if (files.length) this.#enter(files);
  }

  /**
   * A word processor puts a picture of the text beside the text: then the text is meant.
   *
   * @param {ClipboardEvent} event
   */
  #pasted(event) {
    const files = event.clipboardData?.types.includes('text/plain') ? [] : filesOf(event.clipboardData);
    if (!files.length || !this.#open()) return;
    event.preventDefault();
    this.#enter(files);
  }

  /** @param {boolean} over */
  #set(over) {
    if (over === this.over) return;
    this.over = over;
    this.#host.requestUpdate();
  }
}
