import { now } from './api.js';

/** Lengths of time and instants in words, for those who check them. */

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const ISO = /^P(?:([-\d.]+)D)?(?:T(?:([-\d.]+)H)?(?:([-\d.]+)M)?(?:([-\d.]+)S)?)?$/;
const UNITS = [DAY, HOUR, MINUTE, SECOND];

const moment = new Intl.DateTimeFormat('fr-FR', {
  day: 'numeric',
  month: 'long',
  hour: '2-digit',
  minute: '2-digit',
});

/**
 * @param {string} duration ISO-8601, as in `PT1M2.5S` or `PT-0.5S`
 * @returns {number} milliseconds; not a number if it is none
 */
export function millisecondsOf(duration) {
  const parts = ISO.exec(duration);
  if (!parts) return NaN;
  return UNITS.reduce((sum, unit, index) => sum + Number(parts[index + 1] ?? 0) * unit, 0);
}

/**
 * A length of time in its two largest units, whatever its sign: `6 j 4 h`, `23 h 58 min`, `12 min`, `1,4 s`, `52 ms`.
 *
 * @param {number} milliseconds
 * @returns {string}
 */
export function spanOf(milliseconds) {
  const length = Math.abs(milliseconds);
  if (length < SECOND) return `${Math.round(length)}\u00a0ms`;
  if (length < MINUTE) {
    const seconds = length / SECOND;
    return `${seconds.toLocaleString('fr-FR', { maximumFractionDigits: seconds < 10 ? 1 : 0 })}\u00a0s`;
  }
  if (length < HOUR) return `${Math.floor(length / MINUTE)}\u00a0min`;
  if (length < 2 * DAY) return pair(length, HOUR, 'h', MINUTE, 'min');
  return pair(length, DAY, 'j', HOUR, 'h');
}

/**
 * How long an ephemeral conversation lives after its last message.
 *
 * @param {import('./types.js').Settings | null} settings
 * @returns {string} empty if none are offered
 */
export function ephemeralSpan(settings) {
  const duration = settings?.retention.ephemeral;
  return duration ? spanOf(millisecondsOf(duration)) : '';
}

/**
 * @param {number} length
 * @param {number} large
 * @param {string} largeName
 * @param {number} small
 * @param {string} smallName
 */
function pair(length, large, largeName, small, smallName) {
  const rest = Math.floor((length % large) / small);
  const first = `${Math.floor(length / large)}\u00a0${largeName}`;
  return rest ? `${first}\u00a0${rest}\u00a0${smallName}` : first;
}

/**
 * How long ago an instant was, in milliseconds; negative while it is to come.
 *
 * @param {string} instant ISO-8601
 */
export const since = (instant) => now() - Date.parse(instant);

/**
 * @param {string} instant ISO-8601
 * @returns {string} `à l’instant`, `il y a 12 min`, `dans 3 h 20 min`
 */
export function relative(instant) {
  const past = since(instant);
  if (past < -MINUTE) return `dans ${spanOf(past)}`;
  if (past < 0) return 'dans moins d’une minute';
  return past < MINUTE ? 'à l’instant' : `il y a ${spanOf(past)}`;
}

/**
 * @param {string} instant ISO-8601
 * @returns {string} `25 novembre à 14:05`
 */
export const momentOf = (instant) => moment.format(new Date(instant));
