import DOMPurify from 'dompurify';

/**
 * The one way by which text becomes elements. Under the page's Trusted Types policy nothing else can: neither HTML nor
 * a script's address is accepted by the browser unless it went through here.
 */

const HIGHLIGHTER = '/webjars/highlightjs/11.11.1/highlight.min.js';

/** @typedef {{createHTML(html: string): any, createScriptURL(url: string): any}} Policy */

/** @type {Policy} */
const rules = {
  createHTML: (html) => html,
  createScriptURL(url) {
    if (url !== HIGHLIGHTER) throw new TypeError('script refused');
    return url;
  },
};

/** @type {Policy} */
const policy = /** @type {any} */ (window).trustedTypes?.createPolicy('iris', rules) ?? rules;

const TAGS =
  'a blockquote br code del em h3 h4 h5 h6 hr li ol p pre span strong sub sup table tbody td th thead tr ul'.split(' ');

/**
 * @param {string} html
 * @returns {DocumentFragment} only text structure: no image, no form, no style, no script, http(s) and mail links
 */
export function sanitised(html) {
  return DOMPurify.sanitize(html, {
    ALLOWED_TAGS: TAGS,
    ALLOWED_ATTR: ['align', 'class', 'href', 'start'],
    ADD_URI_SAFE_ATTR: ['align', 'start'],
    ALLOWED_URI_REGEXP: /^(?:https?:\/\/|mailto:)/i,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    RETURN_DOM_FRAGMENT: true,
    TRUSTED_TYPES_POLICY: /** @type {any} */ (policy),
  });
}

/** @typedef {{getLanguage(name: string): object | undefined, highlight(code: string, options: {language: string}): {value: string}}} Highlighter */

/** @type {Promise<Highlighter> | undefined} */
let highlighter;

/** @returns {Promise<Highlighter>} loaded with the first code block, once */
export function loadHighlighter() {
  highlighter ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = policy.createScriptURL(HIGHLIGHTER);
    script.onload = () => resolve(/** @type {any} */ (window).hljs);
    script.onerror = () => reject(new TypeError('highlighter unavailable'));
    document.head.append(script);
  });
  return highlighter;
}
