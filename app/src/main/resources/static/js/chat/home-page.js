import { html, nothing } from 'lit';
import { icon } from '../shared/icon.js';
import { LightElement } from '../shared/light-element.js';
import { openDataLink } from '../shared/open-data.js';
import { ephemeralSpan } from '../shared/spans.js';
import { texts } from '../shared/texts.js';
import './ephemeral-choice.js';

/** @import {DocumentLimits, Model, Settings} from '../shared/types.js' */

/**
 * What stands before the first message: the need first.
 *
 * @property {Settings | null} settings
 * @property {boolean} ephemeral whether the conversation is to be ephemeral
 * @property {Model | null} model the active one
 * @property {DocumentLimits | null} limits of documents; null where none are taken
 * @fires pick-documents
 * @fires fill with a starting text
 * @fires turn with whether it is to be ephemeral
 */
export class HomePage extends LightElement {
  /** @override */
  static properties = {
    settings: { attribute: false },
    ephemeral: { type: Boolean },
    model: { attribute: false },
    limits: { attribute: false },
  };

  constructor() {
    super();
    /** @type {Settings | null} */
    this.settings = null;
    this.ephemeral = false;
    /** @type {Model | null} */
    this.model = null;
    /** @type {DocumentLimits | null} */
    this.limits = null;
  }

  /**
   * Where none are offered any more the choice goes away once it is undone: the focus must not go with it.
   *
   * @param {import('lit').PropertyValues<this>} changed
   * @override
   */
  updated(changed) {
    const undone = changed.get('ephemeral') === true && !this.querySelector('ephemeral-choice');
    if (undone && document.activeElement === document.body) void this.focusOn('h1');
  }

  /** @override */
  render() {
    return html`
      <h1 tabindex="-1">${texts.home.title}</h1>
      ${this.#notice()} ${this.#choice()}
      <ul class="tasks">
        ${this.#documentTask()}
        ${texts.home.tasks.map(
          ({ name, hint, starter }) => html`
            <li>
              <button type="button" class="task" @click=${() => this.tell('fill', starter)}>
                <strong>${name}</strong><span>${hint}</span>
              </button>
            </li>
          `,
        )}
      </ul>
      <p class="limits">${texts.home.limits} ${this.#openData()} ${texts.home.facts}</p>
    `;
  }

  /** What is taken is said before it is picked. */
  #documentTask() {
    const { limits } = this;
    const words = texts.documents;
    if (!limits) return nothing;
    return html`<li class="document-task">
      <button type="button" class="task" aria-describedby="documents-limites" @click=${() => this.tell('pick-documents')}>
        <strong>${icon('add-document')}${words.task}</strong><span>${words.taskHint}</span>
      </button>
      <p id="documents-limites" class="state">${words.dropOrPick} ${words.formats(limits)} ${words.bounds(limits)}</p>
    </li>`;
  }

  #choice() {
    const span = ephemeralSpan(this.settings);
    if (!span && !this.ephemeral) return nothing;
    return html`<ephemeral-choice .chosen=${this.ephemeral} .span=${span}></ephemeral-choice>`;
  }

  #openData() {
    const address = this.settings?.openDataUrl;
    if (!address) return nothing;
    return html`${texts.home.figures} ${openDataLink(address)}.`;
  }

  #notice() {
    const { model } = this;
    if (!model) return nothing;
    const state = {
      READY: '',
      LOADING: texts.model.loading,
      MISSING: texts.model.missing,
      DOWN: texts.model.down,
    }[model.state];
    if (!state && !model.notice) return nothing;
    return html`
      <div class="notice" role="note">
        ${icon('alert')}
        <div>
          ${state ? html`<p><strong>${state}</strong></p>` : nothing}
          ${model.hint ? html`<p>${model.hint}</p>` : nothing}
          ${model.notice ? html`<p>${model.displayName}. ${model.notice.replace(/\.$/, '')}.</p>` : nothing}
        </div>
      </div>
    `;
  }
}

customElements.define('home-page', HomePage);
