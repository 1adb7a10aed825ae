import { texts } from './texts.js';

/** @import {Problem} from './types.js' */

const PREFIX = 'urn:iris:problem:';

/** An error of the server, or of the way to it, in words that can be shown. */
export class ApiProblem extends Error {
  /** @param {Problem} problem */
  constructor(problem) {
    super(problem.title);
    this.name = 'ApiProblem';
    this.problem = problem;
  }

  /** The problem's name, without its prefix. */
  get kind() {
    return kindOf(this.problem);
  }
}

/**
 * @param {Problem} problem
 * @returns {string}
 */
export const kindOf = (problem) => problem.type.replace(PREFIX, '');

/**
 * A problem that the page itself states.
 *
 * @param {'unreachable' | 'unexpected' | 'not-sent' | 'answer-lost' | 'not-signed-in'} kind
 * @param {number} [status]
 * @returns {ApiProblem}
 */
export function localProblem(kind, status = 0) {
  const { title, detail } = texts.problems[kind];
  return new ApiProblem({ type: PREFIX + kind, title, detail, status, retryable: kind !== 'not-signed-in' });
}

/**
 * @param {unknown} error
 * @returns {ApiProblem}
 */
export function asProblem(error) {
  if (error instanceof ApiProblem) return error;
  return localProblem(error instanceof TypeError ? 'unreachable' : 'unexpected');
}

/**
 * Whether the error is only the caller's own change of mind.
 *
 * @param {unknown} error
 */
export const isAbort = (error) => error instanceof DOMException && error.name === 'AbortError';
