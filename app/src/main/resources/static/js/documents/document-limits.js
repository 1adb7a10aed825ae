import { documentApi } from './document-api.js';

/** @import {DocumentLimits} from '../shared/types.js' */

/** @type {Promise<DocumentLimits | null> | null} */
let asked = null;

/**
 * What the server takes; asked once, and again after a failure.
 *
 * @returns {Promise<DocumentLimits | null>} null while it does not say: nothing is offered then
 */
export function documentLimits() {
  asked ??= documentApi.limits().catch(() => (asked = null));
  return asked;
}
