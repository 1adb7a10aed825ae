import { ShortcutsDialog } from './shortcuts-dialog.js';

/** @typedef {{find: () => void, fresh: () => void, stop: () => boolean, help: () => void}} Actions */

/**
 * Listens to the page's shortcuts. None fires behind an open dialog, and `?` not while typing.
 *
 * @param {Actions} actions `stop` says whether there was something to stop
 * @param {AbortSignal} signal
 */
export function listenToShortcuts(actions, signal) {
  const listener = (/** @type {KeyboardEvent} */ event) => {
    if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]')) return;
    const done = act(event, actions);
    if (done) event.preventDefault();
  };
  addEventListener('keydown', listener, { signal });
}

/**
 * @param {KeyboardEvent} event
 * @param {Actions} actions
 * @returns {boolean} whether the key was a shortcut
 */
function act(event, { find, fresh, stop, help }) {
  const control = (event.ctrlKey || event.metaKey) && !event.altKey;
  const key = event.key.toLowerCase();
  if (control && key === 'k' && !event.shiftKey) find();
  else if (control && key === 'o' && event.shiftKey) fresh();
  else if (key === 'escape') return stop();
  else if (key === '?' && !control && ShortcutsDialog.singleKey && !isTyping(event.target)) help();
  else return false;
  return true;
}

/** @param {EventTarget | null} target */
const isTyping = (target) => target instanceof Element && target.matches('input, textarea, select, [contenteditable]');
