/** Quantities of models in words, and how far models have come. */

/** @import {Release, Releases} from './models-types.js' */

const UNITS = ['o', 'ko', 'Mo', 'Go', 'To'];

/**
 * A size as people who buy disks count it, in steps of a thousand: `14,3 Go`.
 *
 * @param {number} size in bytes
 * @returns {string}
 */
export function bytes(size) {
  let unit = 0;
  let value = size;
  while (value >= 1000 && unit < UNITS.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${value.toLocaleString('fr-FR', { maximumFractionDigits: value < 10 && unit > 0 ? 1 : 0 })}\u00a0${UNITS[unit]}`;
}

/**
 * A digest in so few letters that it can be compared at a glance.
 *
 * @param {string} digest with or without its algorithm before it
 * @returns {string}
 */
export function short(digest) {
  const bare = digest.replace(/^sha256:/, '');
  return bare.length > 12 ? `${bare.slice(0, 4)}…${bare.slice(-4)}` : bare;
}

/**
 * @param {number} share from 0 to 1
 * @returns {string}
 */
export const percent = (share) => `${Math.round(share * 100)}\u00a0%`;

/**
 * Whether an import gives the engines the same again, and moves it nowhere meanwhile: of what somebody found fit, and of the way back.
 *
 * @param {Pick<Releases, 'previous'> | null} deck
 * @param {Release} release
 */
export const isGivenAgain = (deck, { id, state }) => ['ready', 'canary', 'active'].includes(state) || id === deck?.previous;
