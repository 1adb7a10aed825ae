import { memory } from './memory.js';

/** @import {Me} from './types.js' */

/**
 * Who uses this browser, as its tabs tell each other: computers are shared, and no tab may keep or show what another
 * person wrote, wherever that person signed out or the next one signed in.
 */

const tabs = new BroadcastChannel('iris.person');

/** Id of the person that this tab works for; empty before the sign-in and after the sign-out. */
let current = '';

tabs.addEventListener('message', ({ data: id }) => {
  if (current === '' || id === current) return;
  leave();
  location.replace(id === '' ? '/au-revoir' : '/');
});

function leave() {
  current = '';
  memory.close();
}

export const person = {
  /**
   * This person works here now.
   *
   * @param {Me} me
   */
  signedIn({ id }) {
    memory.belongsTo(id);
    if (!id) return;
    current = id;
    tabs.postMessage(id);
  },

  /** The person is about to leave. */
  signsOut() {
    leave();
    tabs.postMessage('');
  },
};

/**
 * Whether somebody may read the purge proof and the state of the models; the server decides, the menu only follows.
 *
 * @param {Me} me
 */
export const mayProve = ({ roles }) => roles.includes('EXPLOITANT') || roles.includes('REFERENT');
