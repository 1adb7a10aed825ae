import { html, nothing } from 'lit';
import { maskedCsrfToken } from '../shared/api.js';
import { icon } from '../shared/icon.js';
import { LightElement } from '../shared/light-element.js';
import { memory } from '../shared/memory.js';
import { mayProve, person } from '../shared/person.js';
import { neutralised } from '../shared/plain-text.js';
import { routes } from '../shared/routes.js';
import { texts } from '../shared/texts.js';
import { Ticker } from '../shared/ticker.js';
import { timeLeft } from '../shared/time.js';

/** @import {ConversationList} from './conversation-list.js' */
/** @import {ConversationSummary, Me} from '../shared/types.js' */

/**
 * The conversations and what belongs to the person.
 *
 * @property {ConversationList} list
 * @property {number} revision grows when the list changes
 * @property {string | null} current id of the conversation on screen
 * @property {Me | null} me
 * @property {boolean} ephemeral whether ephemeral conversations are offered
 * @fires fresh with whether it is to be ephemeral
 * @fires find
 * @fires erase-all
 * @fires navigate a link of the panel was followed
 */
export class SidePanel extends LightElement {
  /** @override */
  static properties = {
    list: { attribute: false },
    revision: { type: Number },
    current: {},
    me: { attribute: false },
    ephemeral: { type: Boolean },
  };

  constructor() {
    super();
    /** @type {ConversationList | null} */
    this.list = null;
    this.revision = 0;
    /** @type {string | null} */
    this.current = null;
    /** @type {Me | null} */
    this.me = null;
    this.ephemeral = false;
    new Ticker(this);
  }

  /** @override */
  render() {
    const { list } = this;
    return html`
      <div class="panel">
        <a class="brand" href=${routes.home} @click=${() => this.tell('navigate')}>
          <img src="/img/favicon.svg" alt="" width="28" height="28" /><span>${texts.brand}</span>
        </a>
        <button type="button" class="primary" @click=${() => this.tell('fresh', false)}>
          ${icon('plus')}<span>${texts.panel.fresh}</span>
        </button>
        ${
          this.ephemeral
            ? html`<button type="button" class="quiet wide" @click=${() => this.tell('fresh', true)}>
                ${icon('ephemeral')}<span>${texts.ephemeral.name}</span>
              </button>`
            : nothing
        }
        <button type="button" class="quiet wide" @click=${() => this.tell('find')}>
          ${icon('search')}<span>${texts.panel.find}</span><kbd class="keys-only" aria-hidden="true">Ctrl K</kbd>
        </button>
        <nav aria-label=${texts.panel.label}>
          ${list?.loaded && !list.all.length ? html`<p class="state">${texts.panel.empty}</p>` : nothing}
          ${list?.groups().map(
            ([name, conversations]) => html`
              <h2>${texts.panel.groups[name]}</h2>
              <ul>
                ${conversations.map((conversation) => this.#entry(conversation))}
              </ul>
            `,
          )}
        </nav>
        ${this.#foot()}
      </div>
    `;
  }

  /** @param {ConversationSummary} conversation */
  #entry({ id, title, expiresAt, answering, ephemeral }) {
    const left = timeLeft(expiresAt);
    return html`<li>
      <a
        class="entry"
        href=${routes.conversation(id)}
        aria-current=${id === this.current ? 'page' : nothing}
        @click=${() => this.tell('navigate')}
      >
        <span class="entry-title">${neutralised(title ?? texts.panel.untitled)}</span>
        ${
          ephemeral
            ? html`<span class="ephemeral-mark" aria-hidden="true"
                >${icon('ephemeral')}<span>${texts.ephemeral.word}</span></span
              >`
            : nothing
        }
        ${answering ? html`<span class="pulse" aria-hidden="true"></span>` : nothing}
        <span class="left" aria-hidden="true">${left}</span>
        <span class="visually-hidden"
          >, ${ephemeral ? `${texts.ephemeral.inList}, ` : ''}${texts.header.erasedIn(left)}${answering ? `, ${texts.panel.answering}` : ''}</span
        >
      </a>
    </li>`;
  }

  #foot() {
    return html`
      <div class="panel-foot">
        ${
          this.list?.all.length
            ? html`<button type="button" class="quiet wide" @click=${() => this.tell('erase-all')}>
                ${icon('trash')}<span>${texts.panel.eraseAll}</span>
              </button>`
            : nothing
        }
        <a class="quiet wide button" href=${routes.charter} @click=${() => this.tell('navigate')}>
          ${icon('book')}<span>${texts.panel.charter}</span>
        </a>
        ${
          this.me?.roles.includes('REFERENT')
            ? html`<a class="quiet wide button" href=${routes.audit} @click=${() => this.tell('navigate')}>
                  ${icon('list')}<span>${texts.audit.page}</span>
                </a>
                <a class="quiet wide button" href=${routes.feedback} @click=${() => this.tell('navigate')}>
                  ${icon('check')}<span>${texts.feedback.oversight.page}</span>
                </a>`
            : nothing
        }
        ${
          this.me && mayProve(this.me)
            ? html`<a class="quiet wide button" href=${routes.models} @click=${() => this.tell('navigate')}>
                  ${icon('model')}<span>${texts.models.page}</span>
                </a>
                <a class="quiet wide button" href=${routes.purge} @click=${() => this.tell('navigate')}>
                  ${icon('shield')}<span>${texts.ops.purge.page}</span>
                </a>`
            : nothing
        }
        <label class="appearance">
          ${icon('contrast')}<span>${texts.panel.appearance}</span>
          <select @change=${this.#appearance}>
            ${Object.entries(texts.panel.appearances).map(
              ([value, name]) =>
                html`<option value=${value} ?selected=${memory.preference('appearance', 'system') === value}>
                  ${name}
                </option>`,
            )}
          </select>
        </label>
        ${this.me ? this.#person(this.me) : nothing}
      </div>
    `;
  }

  /** @param {Me} me */
  #person({ name, roles }) {
    return html`
      <div class="person">
        <p>
          <strong>${name}</strong>
          <span>${texts.panel.profile} ${roles.map((role) => texts.panel.roles[role] ?? role).join(', ')}</span>
        </p>
        <form method="post" action="/logout" @submit=${this.#signOut}>
          <input type="hidden" name="_csrf" />
          <button type="submit" class="quiet">${icon('leave')}<span>${texts.panel.signOut}</span></button>
        </form>
      </div>
    `;
  }

  /** @param {Event} event */
  #signOut(event) {
    const form = /** @type {HTMLFormElement} */ (event.target);
    /** @type {HTMLInputElement} */ (form.elements.namedItem('_csrf')).value = maskedCsrfToken();
    person.signsOut();
  }

  /** @param {Event} event */
  #appearance(event) {
    memory.setPreference('appearance', /** @type {HTMLSelectElement} */ (event.target).value);
    dispatchEvent(new Event('iris-appearance'));
  }
}

customElements.define('side-panel', SidePanel);
