const DURATION = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?.*)?$/;

/**
 * @param {string} duration ISO-8601, as in `PT720H`
 * @returns {number} whole days, at least one
 */
export function daysOf(duration) {
  const [, days = '0', hours = '0'] = DURATION.exec(duration) ?? [];
  return Math.max(1, Number(days) + Math.floor(Number(hours) / 24));
}
