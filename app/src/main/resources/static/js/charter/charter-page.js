import { html, nothing } from 'lit';
import { LightElement } from '../shared/light-element.js';
import { routes } from '../shared/routes.js';
import { texts } from '../shared/texts.js';
import { dateOf } from '../shared/time.js';
import './charter-rules.js';

/** @import {CharterText} from '../shared/types.js' */

/**
 * The charter and a page of help, always reachable.
 *
 * @property {CharterText | null} charter
 * @fires show-shortcuts
 */
export class CharterPage extends LightElement {
  /** @override */
  static properties = { charter: { attribute: false } };

  constructor() {
    super();
    /** @type {CharterText | null} */
    this.charter = null;
  }

  /** @override */
  firstUpdated() {
    scrollTo({ top: 0, behavior: 'instant' });
    void this.focusOn('h1');
  }

  /** @override */
  render() {
    const { charter } = this;
    const accepted = charter?.accepted;
    return html`
      <section class="charter column wide">
        <h1 tabindex="-1">${texts.charter.page}</h1>
        <h2>${texts.charter.help}</h2>
        <dl class="help">
          ${texts.charter.helpItems.map(
            ([name, text]) =>
              html`<div>
                <dt>${name}</dt>
                <dd>${text}</dd>
              </div>`,
          )}
        </dl>
        <p>
          <button type="button" class="secondary" @click=${() => this.tell('show-shortcuts')}>
            ${texts.shortcuts.title}
          </button>
        </p>
        <h2>${charter?.title ?? texts.loading}</h2>
        ${
          accepted
            ? html`<p class="accepted">${texts.charter.accepted(accepted.version, dateOf(accepted.date))}</p>`
            : nothing
        }
        <charter-rules .charter=${charter}></charter-rules>
        <p><a class="button secondary" href=${routes.selfCheck}>${texts.charter.selfCheck.open}</a></p>
        <p><a class="button" href=${routes.home}>${texts.charter.back}</a></p>
      </section>
    `;
  }
}

customElements.define('charter-page', CharterPage);
