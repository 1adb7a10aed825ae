/** How often a hidden page, which has no frames, is told, in milliseconds. */
const HIDDEN_PERIOD = 250;

/**
 * Makes many calls within a frame one.
 *
 * @param {() => void} act
 * @returns {() => void}
 */
export function oncePerFrame(act) {
  let waiting = false;
  const run = () => {
    waiting = false;
    act();
  };
  return () => {
    if (waiting) return;
    waiting = true;
    if (document.hidden) setTimeout(run, HIDDEN_PERIOD);
    else requestAnimationFrame(run);
  };
}
