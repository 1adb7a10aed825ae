import { LitElement } from 'lit';

/**
 * Base of IRIS's elements. They render into the page itself, without a shadow root, so that labels and landmarks
 * reach across elements and the style sheet that a reader brings (spacing, colours) applies everywhere.
 */
export class LightElement extends LitElement {
  /**
   * @returns {HTMLElement}
   * @override
   */
  createRenderRoot() {
    return this;
  }

  /**
   * Tells the elements above.
   *
   * @param {string} name
   * @param {unknown} [detail]
   */
  tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  /**
   * Moves the focus to a part of this element once it is rendered.
   *
   * @param {string} selector
   */
  async focusOn(selector) {
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.querySelector(selector))?.focus();
  }
}
