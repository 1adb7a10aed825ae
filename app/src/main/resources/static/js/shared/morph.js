/**
 * Makes an element's children equal to new ones and leaves alone what already is: a reader's selection and place stay,
 * and assistive technologies do not hear again what has not changed.
 *
 * @param {Node} target
 * @param {Node} source consumed
 */
export function morph(target, source) {
  let current = target.firstChild;
  let wanted = source.firstChild;
  while (wanted) {
    const nextWanted = wanted.nextSibling;
    if (!current) {
      target.appendChild(wanted);
    } else {
      const nextCurrent = current.nextSibling;
      if (!current.isEqualNode(wanted)) become(current, wanted);
      current = nextCurrent;
    }
    wanted = nextWanted;
  }
  while (current) {
    const next = current.nextSibling;
    current.remove();
    current = next;
  }
}

/**
 * @param {ChildNode} current
 * @param {ChildNode} wanted
 */
function become(current, wanted) {
  if (current instanceof Text && wanted instanceof Text) {
    if (wanted.data.startsWith(current.data)) current.appendData(wanted.data.slice(current.length));
    else current.data = wanted.data;
  } else if (current instanceof Element && wanted instanceof Element && sameShell(current, wanted)) {
    morph(current, wanted);
  } else {
    current.replaceWith(wanted);
  }
}

/**
 * @param {Element} one
 * @param {Element} other
 */
const sameShell = (one, other) => one.cloneNode(false).isEqualNode(other.cloneNode(false));
