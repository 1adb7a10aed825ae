/**
 * Finds in rendered text what stands at an offset of its source.
 *
 * @param {HTMLElement} block the rendered block
 * @param {string} raw its source
 * @param {string} text what to find
 * @param {number} offset where it stands in the source
 * @returns {Range} over the text, or over the whole block when the rendering changed it
 */
export function locate(block, raw, text, offset) {
  const [found] = locateAll(block, raw, [{ text, offset }]);
  if (found) return found;
  const range = document.createRange();
  range.selectNodeContents(block);
  return range;
}

/**
 * The same for several texts, the block being read once.
 *
 * @param {HTMLElement} block
 * @param {string} raw
 * @param {{text: string, offset: number}[]} pieces
 * @returns {(Range | null)[]} null where the rendering changed the text
 */
export function locateAll(block, raw, pieces) {
  if (!pieces.length) return [];
  const nodes = textNodes(block);
  const whole = nodes.map((node) => node.data).join('');
  return pieces.map(({ text, offset }) => {
    const plain = text.replace(/[*_`\\]/g, '');
    const start = plain ? nth(whole, plain, countBefore(raw, text, offset)) : -1;
    return start < 0 ? null : rangeOver(nodes, start, start + plain.length);
  });
}

/**
 * @param {Text[]} nodes
 * @param {number} start
 * @param {number} end
 */
function rangeOver(nodes, start, end) {
  const range = document.createRange();
  const [first, firstOffset] = at(nodes, start);
  const [last, lastOffset] = at(nodes, end - 1);
  range.setStart(first, firstOffset);
  range.setEnd(last, lastOffset + 1);
  return range;
}

/** @param {Node} root */
function textNodes(root) {
  /** @type {Text[]} */
  const nodes = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) nodes.push(/** @type {Text} */ (walker.currentNode));
  return nodes;
}

/**
 * @param {string} source
 * @param {string} text
 * @param {number} end
 */
const countBefore = (source, text, end) => source.slice(0, Math.max(0, end)).split(text).length - 1;

/**
 * The offset of an occurrence, or of the last one when there are fewer.
 *
 * @param {string} whole
 * @param {string} text
 * @param {number} index
 */
function nth(whole, text, index) {
  let found = -1;
  for (let seen = 0; seen <= index; seen++) {
    const next = whole.indexOf(text, found + 1);
    if (next < 0) break;
    found = next;
  }
  return found;
}

/**
 * @param {Text[]} nodes
 * @param {number} offset
 * @returns {[Text, number]}
 */
function at(nodes, offset) {
  for (const node of nodes) {
    if (offset < node.length) return [node, offset];
    offset -= node.length;
  }
  const last = nodes[nodes.length - 1];
  return [last, last.length - 1];
}
