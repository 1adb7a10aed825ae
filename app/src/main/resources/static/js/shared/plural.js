/**
 * A count with its noun.
 *
 * @param {number} count
 * @param {string} one
 * @param {string} [many]
 */
export const plural = (count, one, many = `${one}s`) => `${count.toLocaleString('fr-FR')} ${count > 1 ? many : one}`;
