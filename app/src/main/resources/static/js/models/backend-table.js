import { html, nothing } from 'lit';
import { relative } from '../shared/spans.js';
import { texts } from '../shared/texts.js';

/** @import {Backend, Backends} from './models-types.js' */

const words = texts.models.backends;

/**
 * The engines: whether they answer, what they have loaded, and how busy they are.
 *
 * @param {Backends} all
 * @param {boolean} allowed whether this person may take one out of service
 * @param {(backend: Backend, act: 'drain' | 'resume') => void} act
 */
export const backendTable = ({ backends, waiting }, allowed, act) => html`
  <p>${words.waiting(waiting)}</p>
  ${backends.length ? html`<ul class="backends">
    ${backends.map((backend) => row(backend, allowed, act))}
  </ul>` : html`<p class="state">${words.none}</p>`}
`;

/**
 * @param {Backend} backend
 * @param {boolean} allowed
 * @param {(backend: Backend, act: 'drain' | 'resume') => void} act
 */
function row(backend, allowed, act) {
  const { name, state, version, models, slots, taken, failure, since } = backend;
  const loaded = models.filter((model) => model.loaded).map((model) => model.name);
  return html`
    <li class="backend ${state}">
      <div>
        <h3>${name}</h3>
        <p>
          <span class="badge ${state}">${words.states[state]}</span>
          ${since ? html`<time datetime=${since} class="hint">${relative(since)}</time>` : nothing}
        </p>
        ${failure ? html`<p class="failure">${failure}</p>` : nothing}
      </div>
      <dl class="pairs">
        ${pair(words.version, version ?? texts.models.unknown)} ${pair(words.busy, words.slots(taken, slots))}
        ${pair(words.loaded, loaded.length ? loaded.join(', ') : words.nothingLoaded)}
      </dl>
      ${
        allowed
          ? html`<button
              type="button"
              class="secondary"
              aria-label="${state === 'draining' ? words.resume : words.drain} ${name}"
              @click=${() => act(backend, state === 'draining' ? 'resume' : 'drain')}
            >
              ${state === 'draining' ? words.resume : words.drain}
            </button>`
          : nothing
      }
    </li>
  `;
}

/**
 * @param {string} name
 * @param {string} value
 */
const pair = (name, value) => html`
  <div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>
`;
