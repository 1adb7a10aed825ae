import { Marked } from 'marked';
import { neutralised } from './plain-text.js';
import { sanitised } from './sanitiser.js';
import { texts } from './texts.js';

/** @import {Token, Tokens} from 'marked' */

/** @typedef {{raw: string, token: Token}} Block a piece of Markdown that stands by itself */

/** @param {string} text */
const escaped = (text) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/**
 * @param {string} href
 * @returns {URL | null}
 */
function parsed(href) {
  try {
    return new URL(href);
  } catch {
    return null;
  }
}

const marked = new Marked({
  gfm: true,
  renderer: {
    /** HTML shows as the text it is. */
    html: ({ text, block }) => (block ? `<p>${escaped(text.trim())}</p>` : escaped(text)),

    /** An image would be a request to another server: it becomes a link that names it. */
    image: ({ href, text }) =>
      `<a href="${escaped(href)}">${escaped(texts.markdown.image)}${text ? ` : ${escaped(text)}` : ''}</a>`,

    link({ href, tokens }) {
      return `<a href="${escaped(href)}">${this.parser.parseInline(tokens)}</a>`;
    },

    /** The page's own titles are h1 and h2; answers begin at any depth. A title still without words waits for them. */
    heading({ tokens, depth }) {
      const level = Math.min(6, Math.max(3, depth + 1));
      return tokens.length ? `<h${level}>${this.parser.parseInline(tokens)}</h${level}>` : '';
    },

    checkbox: ({ checked }) => (checked ? '☑ ' : '☐ '),
  },
});

/**
 * Cuts Markdown into blocks, in order; together their `raw` is the text.
 *
 * @param {string} text
 * @returns {Block[]}
 */
export function blocksOf(text) {
  /** @type {Block[]} */
  const blocks = [];
  for (const token of marked.lexer(text)) {
    const last = blocks.at(-1);
    if (last && (token.type === 'space' || token.type === 'def')) last.raw += token.raw;
    else blocks.push({ raw: token.raw, token });
  }
  return blocks;
}

/**
 * @param {Block} block
 * @returns {DocumentFragment}
 */
export function rendered({ token }) {
  const fragment = sanitised(marked.parser([token]));
  fragment.querySelectorAll('a').forEach(showDestination);
  fragment.querySelectorAll('table').forEach((table) => makeScrollable(table, texts.markdown.table));
  fragment.querySelectorAll('pre').forEach((pre) => makeCodeBlock(pre, languageOf(token)));
  neutraliseTexts(fragment);
  return fragment;
}

/**
 * The whole text as elements, for the clipboard.
 *
 * @param {string} text
 */
export const asElements = (text) => sanitised(/** @type {string} */ (marked.parse(text, { async: false })));

/** @param {Token} token */
function languageOf(token) {
  const { type, lang } = /** @type {Tokens.Code} */ (token);
  return type === 'code' ? (lang ?? '').split(/\s/)[0] : '';
}

/** @param {HTMLAnchorElement} link */
function showDestination(link) {
  const url = parsed(link.getAttribute('href') ?? '');
  if (!url) {
    link.replaceWith(...link.childNodes);
    return;
  }
  link.rel = 'noopener noreferrer nofollow';
  link.target = '_blank';
  const text = link.textContent?.trim() ?? '';
  const place = url.protocol === 'mailto:' ? url.pathname : url.host;
  if (text !== place && parsed(text)?.href !== url.href) {
    const host = document.createElement('span');
    host.className = 'link-host';
    host.textContent = ` (${place})`;
    link.append(host);
  }
  const notice = document.createElement('span');
  notice.className = 'visually-hidden';
  notice.textContent = `, ${texts.markdown.newTab}`;
  link.append(notice);
}

/**
 * Wraps what may be wider than the column, so that it scrolls inside, by keyboard too.
 *
 * @param {Element} element
 * @param {string} label
 */
function makeScrollable(element, label) {
  const frame = document.createElement('div');
  frame.className = 'scrollable';
  frame.tabIndex = 0;
  frame.setAttribute('role', 'group');
  frame.setAttribute('aria-label', label);
  element.replaceWith(frame);
  frame.append(element);
}

/**
 * @param {Element} pre
 * @param {string} language
 */
function makeCodeBlock(pre, language) {
  const block = document.createElement('div');
  block.className = 'code-block';
  const head = document.createElement('div');
  head.className = 'code-head';
  const name = document.createElement('span');
  name.textContent = language || texts.markdown.code;
  const copy = document.createElement('button');
  copy.type = 'button';
  copy.className = 'quiet';
  copy.dataset.copyCode = '';
  copy.textContent = texts.markdown.copyCode;
  head.append(name, copy);
  pre.replaceWith(block);
  block.append(head, pre);
  makeScrollable(pre, `${texts.markdown.code} ${language}`.trim());
}

/** @param {DocumentFragment} fragment */
function neutraliseTexts(fragment) {
  const walker = document.createTreeWalker(fragment, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = /** @type {Text} */ (walker.currentNode);
    const text = neutralised(node.data);
    if (text !== node.data) node.data = text;
  }
}
