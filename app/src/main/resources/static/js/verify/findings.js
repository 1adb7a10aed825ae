/** What an answer's findings come to: in which order they are shown, and how far somebody has got with them. */

/** @import {Finding, FindingKind, Verdict} from '../shared/types.js' */

/** @typedef {{verdict: Verdict, findings: Finding[]}} VerdictGroup */
/** @typedef {{kind: FindingKind, findings: Finding[]}} KindGroup */

/** As they are shown: what weighs most first. */
const VERDICTS = /** @type {Verdict[]} */ (['contradicted', 'not_found', 'no_source', 'not_analysed', 'supported']);

/** Verdicts that come from a comparison with documents. */
const COMPARED = /** @type {Verdict[]} */ (['contradicted', 'not_found', 'supported']);

/** @type {FindingKind[]} */
const KINDS = ['amount', 'percentage', 'figure', 'date', 'duration', 'reference', 'name', 'quotation', 'text'];

/**
 * What the documents say of it; where nothing was compared, nothing.
 *
 * @param {Finding} finding
 * @returns {Verdict}
 */
export const verdictOf = ({ verdict }) => (verdict && VERDICTS.includes(verdict) ? verdict : 'no_source');

/**
 * Under which name styles know it.
 *
 * @param {Finding} finding
 */
export const styleOf = (finding) => (finding.checked ? 'checked' : verdictOf(finding).replace('_', '-'));

/**
 * Whether somebody has to look: no document bears it out.
 *
 * @param {Finding} finding
 */
export const isToVerify = (finding) => verdictOf(finding) !== 'supported';

/** @param {Finding[]} findings */
export const toVerify = (findings) => findings.filter(isToVerify);

/**
 * Whether documents were there to compare with.
 *
 * @param {Finding[]} findings
 */
export const wereCompared = (findings) => findings.some((finding) => COMPARED.includes(verdictOf(finding)));

/**
 * How many of those to verify somebody has verified.
 *
 * @param {Finding[]} findings
 */
export function progressOf(findings) {
  const open = toVerify(findings);
  return { done: open.filter(({ checked }) => checked).length, of: open.length };
}

/**
 * @param {Finding[]} findings
 * @returns {VerdictGroup[]} none of them empty
 */
export const byVerdict = (findings) =>
  VERDICTS.map((verdict) => ({
    verdict,
    findings: findings.filter((finding) => verdictOf(finding) === verdict),
  })).filter((group) => group.findings.length);

/**
 * @param {Finding[]} findings
 * @returns {KindGroup[]} none of them empty; a kind that the page does not know goes with the figures
 */
export const byKind = (findings) =>
  KINDS.map((kind) => ({
    kind,
    findings: findings.filter((finding) => kindOf(finding) === kind),
  })).filter((group) => group.findings.length);

/** @param {Finding} finding */
export const kindOf = ({ kind }) => (KINDS.includes(kind) ? kind : 'figure');
