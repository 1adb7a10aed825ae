import { texts } from '../shared/texts.js';

const { audit } = texts;

/** Characters of a digest that tell it from others, for people. */
const SHORT = 8;

const DIGEST = /^[0-9a-f]{32,64}$/;
const DURATION = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.\d+)?S)?)?$/;

const dateTime = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'short', timeStyle: 'medium' });

/**
 * @param {string} instant ISO-8601
 * @returns {string} `25/11/2025 14:05:09`
 */
export const timeOf = (instant) => dateTime.format(new Date(instant));

/** @param {string} who */
export const personOf = (who) => audit.people[who] ?? shortened(who);

/** @param {string} what */
export const actionOf = (what) => audit.actions[what] ?? what;

/**
 * What a field shows of a person, and back.
 *
 * @param {string} who
 */
export const fieldOf = (who) => audit.people[who] ?? who;

/** @param {string} text */
export function whoOf(text) {
  const typed = text.trim().toLowerCase();
  const known = Object.entries(audit.people).find(([, name]) => name.toLowerCase() === typed);
  return known ? known[0] : typed;
}

/**
 * @param {string} name
 * @param {string} value
 * @returns {string} `profil agent`
 */
export const detailOf = (name, value) => `${nameOf(name)}\u00a0: ${valueOf(name, value)}`;

/** @param {string} name of a detail, or of one that each role has, as in `elu-idle` */
function nameOf(name) {
  if (audit.details[name]) return audit.details[name];
  const [, role, ofRole] = /^([a-z]+)-(idle|max)$/.exec(name) ?? [];
  if (role) return `${texts.panel.roles[role.toUpperCase()] ?? role} ${audit.details[ofRole]}`;
  return name;
}

/**
 * @param {string} name
 * @param {string} value
 */
function valueOf(name, value) {
  if (name === 'roles' && value !== 'none') {
    return value
      .split('.')
      .map((role) => texts.panel.roles[role] ?? role)
      .join(', ');
  }
  return audit.values[value] ?? durationOf(value) ?? shortened(value);
}

/** @param {string} value */
const shortened = (value) => (DIGEST.test(value) ? `${value.slice(0, SHORT)}…` : value);

/**
 * @param {string} value ISO-8601, as in `PT24H`
 * @returns {string | null}
 */
function durationOf(value) {
  const parts = value.length > 2 ? DURATION.exec(value) : null;
  if (!parts) return null;
  const units = ['j', 'h', 'min', 's'];
  return units.flatMap((unit, index) => (parts[index + 1] ? `${parts[index + 1]}\u00a0${unit}` : [])).join(' ');
}
