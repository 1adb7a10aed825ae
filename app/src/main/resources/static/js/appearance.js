/**
 * Applies the chosen appearance before the first paint, which a module would do too late.
 * Public pages of the server may load it alone.
 */
(() => {
  const root = document.documentElement;
  const wantsContrast = matchMedia('(prefers-contrast: more)');

  function apply() {
    let choice = 'system';
    try {
      choice = localStorage.getItem('iris.appearance') ?? 'system';
    } catch {
      // Storage may be forbidden: the system's appearance serves.
    }
    root.dataset.theme = choice;
    root.dataset.contrast = choice === 'contrast' || wantsContrast.matches ? 'more' : 'normal';
  }

  apply();
  wantsContrast.addEventListener('change', apply);
  addEventListener('iris-appearance', apply);
})();
