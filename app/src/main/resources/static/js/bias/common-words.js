/** Above so many pairs of words they are not compared one by one. */
const MOST_PAIRS = 9_000_000;

/** @typedef {{text: string, word: string, key: string}} Word its text with what follows it, the word, and what it is compared by */
/** @typedef {{kind: 'both' | 'gone' | 'come', before: Word[], after: Word[]}} Stretch */

/**
 * What two lists of words have in common, in order, and what stands between.
 *
 * @param {Word[]} before
 * @param {Word[]} after
 * @returns {Stretch[]}
 */
export function stretches(before, after) {
  let start = 0;
  while (start < before.length && start < after.length && before[start].key === after[start].key) start++;
  let end = 0;
  while (
    end < before.length - start &&
    end < after.length - start &&
    before[before.length - 1 - end].key === after[after.length - 1 - end].key
  ) {
    end++;
  }
  const [first, second] = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
  const all = [
    both(before.slice(0, start), after.slice(0, start)),
    ...(first.length * second.length > MOST_PAIRS ? [gone(first), come(second)] : between(first, second)),
    both(before.slice(before.length - end), after.slice(after.length - end)),
  ];
  return joined(all);
}

/**
 * The longest common sequence, by a table of what is common from each pair of places on.
 *
 * @param {Word[]} first
 * @param {Word[]} second
 * @returns {Stretch[]}
 */
function between(first, second) {
  const width = second.length + 1;
  const common = new Uint16Array((first.length + 1) * width);
  for (let i = first.length - 1; i >= 0; i--) {
    for (let j = second.length - 1; j >= 0; j--) {
      common[i * width + j] = first[i].key === second[j].key
        ? common[(i + 1) * width + j + 1] + 1
        : Math.max(common[(i + 1) * width + j], common[i * width + j + 1]);
    }
  }
  /** @type {Stretch[]} */
  const found = [];
  let [i, j] = [0, 0];
  while (i < first.length && j < second.length) {
    if (first[i].key === second[j].key) found.push(both([first[i++]], [second[j++]]));
    else if (common[(i + 1) * width + j] >= common[i * width + j + 1]) found.push(gone([first[i++]]));
    else found.push(come([second[j++]]));
  }
  return [...found, gone(first.slice(i)), come(second.slice(j))];
}

/**
 * @param {Stretch[]} all
 * @returns {Stretch[]} neighbours of one kind as one, and none empty
 */
function joined(all) {
  /** @type {Stretch[]} */
  const made = [];
  for (const stretch of all) {
    const last = made.at(-1);
    if (!stretch.before.length && !stretch.after.length) continue;
    if (last?.kind === stretch.kind) {
      last.before.push(...stretch.before);
      last.after.push(...stretch.after);
    } else made.push(stretch);
  }
  return made;
}

/** @param {Word[]} before @param {Word[]} after @returns {Stretch} */
const both = (before, after) => ({ kind: 'both', before, after });

/** @param {Word[]} before @returns {Stretch} */
const gone = (before) => ({ kind: 'gone', before, after: [] });

/** @param {Word[]} after @returns {Stretch} */
const come = (after) => ({ kind: 'come', before: [], after });
