/** Quantities of models in words, and how far models have come. */

/** @import {ReleaseState} from './models-types.js' */

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
 * Whether somebody found it fit to answer: an import then gives the engines the same again, and nothing moves it meanwhile.
 *
 * @param {ReleaseState} state
 */
export const isFit = (state) => state === 'ready' || state === 'canary' || state === 'active';
