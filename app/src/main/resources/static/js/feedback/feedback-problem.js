import { html, nothing } from 'lit';
import { icon } from '../shared/icon.js';
import { texts } from '../shared/texts.js';

/** @import {Problem} from '../shared/types.js' */

/**
 * What could not be read, and a way to ask again unless the server refused.
 *
 * @param {Problem} problem
 * @param {() => void} again
 */
export function feedbackProblem({ title, detail, status, retryable }, again) {
  return html`
    <div class="problem" role="alert">
      ${icon('alert')}
      <div>
        <p>
          <strong>${title || texts.feedback.oversight.failed}</strong>${detail ? html`<br />${detail}` : nothing}
        </p>
        ${
          (retryable ?? (status >= 500 || status === 0))
            ? html`<div class="actions">
                <button type="button" class="secondary" @click=${again}>${texts.retry}</button>
              </div>`
            : nothing
        }
      </div>
    </div>
  `;
}
