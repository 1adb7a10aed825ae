import { now } from './api.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const longDate = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long' });

/**
 * How long until an instant, in the largest unit that says enough: `6 j`, `22 h`, `48 min`, `1 min`.
 *
 * @param {string} instant ISO-8601
 * @returns {string}
 */
export function timeLeft(instant) {
  const left = Math.max(0, Date.parse(instant) - now());
  if (left >= 2 * DAY) return `${Math.floor(left / DAY)}\u00a0j`;
  if (left >= HOUR) return `${Math.floor(left / HOUR)}\u00a0h`;
  return `${Math.max(1, Math.floor(left / MINUTE))}\u00a0min`;
}

/**
 * Milliseconds until an instant; negative once it is past.
 *
 * @param {string} instant
 */
export const millisecondsTo = (instant) => Date.parse(instant) - now();

/**
 * @param {string} instant
 * @returns {'today' | 'yesterday' | 'before'}
 */
export function dayGroup(instant) {
  const midnight = new Date(now()).setHours(0, 0, 0, 0);
  const time = Date.parse(instant);
  if (time >= midnight) return 'today';
  return time >= new Date(midnight - 1).setHours(0, 0, 0, 0) ? 'yesterday' : 'before';
}

/**
 * @param {string | number} instant
 * @returns {string} `25 novembre 2025`
 */
export function dateOf(instant) {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? String(instant) : longDate.format(date).replace(/^1 /, '1er ');
}
