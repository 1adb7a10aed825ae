import { asElements } from './markdown.js';
import { texts } from './texts.js';
import { dateOf } from './time.js';

/**
 * Copies an answer: formatted for a word processor, and as plain text for the rest.
 *
 * @param {{text: string, model: string | null, createdAt: string}} answer
 * @param {boolean} withMention whether the copy says that it was generated
 * @returns {Promise<void>} rejected when the browser refuses
 */
export async function copyAnswer({ text, model, createdAt }, withMention) {
  const mention = withMention ? texts.thread.mention(model ?? texts.brand, dateOf(createdAt)) : '';
  const box = document.createElement('div');
  box.append(asElements(text));
  if (mention) box.append(paragraph(mention));
  await navigator.clipboard.write([
    new ClipboardItem({
      'text/html': new Blob([box.outerHTML], { type: 'text/html' }),
      'text/plain': new Blob([[text, mention].filter(Boolean).join('\n\n')], { type: 'text/plain' }),
    }),
  ]);
}

/** @param {string} text */
function paragraph(text) {
  const element = document.createElement('p');
  element.textContent = text;
  return element;
}
