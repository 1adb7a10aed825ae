import { html, nothing } from 'lit';
import { announce } from '../shared/announcer.js';
import { icon } from '../shared/icon.js';
import { LightElement } from '../shared/light-element.js';
import { texts } from '../shared/texts.js';

/** @import {Reminder} from '../shared/types.js' */

/**
 * What to think of before a request leaves. Not a dialogue: the page stays usable, and so does the text.
 *
 * @property {Reminder} reminder
 * @fires rewrite
 * @fires send-anyway
 * @fires use-result once it is copied
 */
export class ReminderCard extends LightElement {
  /** @override */
  static properties = { reminder: { attribute: false }, told: { state: true } };

  constructor() {
    super();
    /** @type {Reminder | null} */
    this.reminder = null;
    this.told = '';
  }

  /**
   * Who pressed the button to send is led to what stands in between.
   *
   * @param {import('lit').PropertyValues<this>} changed
   * @override
   */
  updated(changed) {
    if (changed.has('reminder')) void this.focusOn('.reminder-card');
  }

  /** @override */
  render() {
    const { reminder } = this;
    if (!reminder) return nothing;
    return html`
      <section
        class="reminder-card"
        role="group"
        tabindex="-1"
        aria-labelledby="rappel-titre"
        aria-describedby="rappel-texte"
        @keydown=${this.#key}
      >
        <p class="overline">${icon('alert')}<span>${texts.reminders.overline}</span></p>
        <h2 id="rappel-titre">${reminder.title}</h2>
        <div id="rappel-texte">
          <p>${reminder.text}</p>
          ${this.#result(reminder)}
        </div>
        <div class="actions">
          <button type="button" class="primary" @click=${() => this.tell('rewrite')}>${texts.reminders.rewrite}</button>
          ${
            reminder.result
              ? html`<button type="button" class="secondary" @click=${this.#use}>${texts.reminders.use}</button>`
              : nothing
          }
          ${
            reminder.link
              ? html`<a class="button secondary" href=${reminder.link} target="_blank" rel="noopener noreferrer"
                  >${texts.reminders.openData}<span class="visually-hidden">, ${texts.markdown.newTab}</span></a
                >`
              : nothing
          }
          <button type="button" class="quiet" @click=${() => this.tell('send-anyway')}>${texts.reminders.send}</button>
        </div>
        <p class="state" role="status">${this.told}</p>
      </section>
    `;
  }

  /** @param {Reminder} reminder */
  #result({ result }) {
    if (!result) return nothing;
    return html`<p class="reminder-result">
      <span class="visually-hidden">${texts.reminders.result} : </span>${result.calculation} =
      <strong>${result.value}</strong>
    </p>`;
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.tell('rewrite');
  }

  async #use() {
    try {
      await navigator.clipboard.writeText(this.reminder?.result?.value ?? '');
      announce(texts.reminders.copied);
      this.tell('use-result');
    } catch {
      this.told = texts.reminders.copyFailed;
    }
  }
}

customElements.define('reminder-card', ReminderCard);
