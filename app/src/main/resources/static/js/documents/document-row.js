import { html, nothing } from 'lit';
import { icon } from '../shared/icon.js';
import { neutralised } from '../shared/plain-text.js';
import { texts } from '../shared/texts.js';
import { isCutByIris, pagesReadOf, standing } from './coverage.js';

/** @import {DocumentView, Transfer} from '../shared/types.js' */

const words = texts.documents;

/**
 * @typedef {object} RowAct something that can be done with a document
 * @property {string} text
 * @property {string} label with the document's name
 * @property {() => void} run
 */

/**
 * A file on its way.
 *
 * @param {Transfer} transfer
 * @param {RowAct[]} acts
 */
export function transferRow({ file, state, sent, problem }, acts) {
  const name = neutralised(file.name);
  const told = { queued: words.queued, sending: words.sending(sent, file.size), failed: words.notAdded }[state];
  return html`<li class="document" data-state=${state}>
    ${icon('document')}
    <div class="document-words">
      <p class="document-name">${name}</p>
      ${problem ? failure(problem) : html`<p class="state">${told}</p>`}
    </div>
    ${actions(acts)} ${state === 'sending' ? bar(name, sent, file.size) : nothing}
  </li>`;
}

/**
 * A document that the server has.
 *
 * @param {DocumentView} document
 * @param {string | null} mail the name of the mail that it came with
 * @param {RowAct[]} acts
 */
export function documentRow(document, mail, acts) {
  const { state, problem, recognised, notRead, pages, unreadable } = document;
  const name = neutralised(document.name);
  return html`<li class="document ${mail ? 'attached' : ''}" data-state=${state}>
    ${icon('document')}
    <div class="document-words">
      <p class="document-name">${name}</p>
      ${mail ? html`<p class="state">${words.partOf(neutralised(mail))}</p>` : nothing}
      ${
        problem
          ? failure(problem)
          : html`<p class="state ${unreadable.length ? 'partial' : ''}">
              ${unreadable.length ? icon('alert') : nothing}<span>${standing(document)}</span>
            </p>`
      }
      ${state === 'ready' && isCutByIris(document) ? html`<p class="state">${words.cutByIris}</p>` : nothing}
      ${recognised.length ? html`<p class="state">${words.recognised(recognised)}</p>` : nothing}
      ${notRead.map((part) => html`<p class="state">${words.notRead(neutralised(part.name), part.title)}</p>`)}
    </div>
    ${actions(acts)} ${state === 'reading' ? bar(name, pagesReadOf(document), pages) : nothing}
  </li>`;
}

/** @param {import('../shared/types.js').Problem} problem */
const failure = ({ title, detail }) => html`<p class="document-problem">
  ${icon('alert')}<span><strong>${title}</strong>${detail && detail !== title ? html` ${detail}` : nothing}</span>
</p>`;

/** @param {RowAct[]} acts */
const actions = (acts) => html`<div class="actions">
  ${acts.map(
    ({ text, label, run }) =>
      html`<button type="button" class="quiet" aria-label=${label} @click=${run}>${text}</button>`,
  )}
</div>`;

/**
 * It lies over the row's edge: nothing moves when it comes or goes.
 *
 * @param {string} name
 * @param {number} done
 * @param {number} total 0 while unknown
 */
const bar = (name, done, total) =>
  total
    ? html`<progress aria-label=${words.progress(name)} max=${total} .value=${done}></progress>`
    : html`<progress aria-label=${words.progress(name)}></progress>`;
