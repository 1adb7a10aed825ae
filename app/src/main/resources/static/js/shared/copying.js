import { asElements } from './markdown.js';
import { texts } from './texts.js';
import { dateOf } from './time.js';

/** @import {Message} from './types.js' */

/**
 * Copies an answer: formatted for a word processor, and as plain text for the rest. Where a part of it is missing, the
 * copy begins by saying so.
 *
 * @param {Pick<Message, 'text' | 'model' | 'createdAt' | 'method' | 'state' | 'composed'>} answer
 * @param {boolean} withMention whether the copy says that it was generated
 * @returns {Promise<void>} rejected when the browser refuses
 */
export async function copyAnswer(answer, withMention) {
  const { text } = answer;
  const gap = gapOf(answer);
  const mention = withMention ? mentionOf(answer) : '';
  const box = document.createElement('div');
  box.lang = 'fr';
  if (gap) box.append(paragraph(gap));
  box.append(asElements(text));
  if (mention) box.append(paragraph(mention));
  dress(box);
  await navigator.clipboard.write([
    new ClipboardItem({
      'text/html': new Blob([box.outerHTML], { type: 'text/html' }),
      'text/plain': new Blob([[gap, text, mention].filter(Boolean).join('\n\n')], { type: 'text/plain' }),
    }),
  ]);
}

/** @param {Pick<Message, 'state' | 'composed'>} answer */
const gapOf = ({ state, composed }) => (composed ? texts.summaries : texts.thread).incomplete[state];

/** @param {Pick<Message, 'model' | 'createdAt' | 'method'>} answer */
function mentionOf({ model, createdAt, method }) {
  const date = dateOf(createdAt);
  return method === 'extractive' ? texts.thread.mentionOfExtracts(date) : texts.thread.mention(model ?? texts.brand, date);
}

/** @param {string} text */
function paragraph(text) {
  const element = document.createElement('p');
  element.textContent = text;
  return element;
}

/**
 * Word processors know nothing of the page's style sheets: a table would lose its lines, code its letters.
 *
 * @param {HTMLElement} box
 */
function dress(box) {
  box.querySelectorAll('table').forEach((table) => (table.style.borderCollapse = 'collapse'));
  for (const cell of /** @type {NodeListOf<HTMLElement>} */ (box.querySelectorAll('th, td'))) {
    cell.style.border = '1px solid #8a86a0';
    cell.style.padding = '4px 8px';
  }
  for (const code of /** @type {NodeListOf<HTMLElement>} */ (box.querySelectorAll('pre, code'))) {
    code.style.fontFamily = 'monospace';
  }
}
