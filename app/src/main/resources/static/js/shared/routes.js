/** @typedef {{page: 'conversation', id: string | null} | {page: 'charter' | 'audit' | 'purge'}} Route */

export const routes = {
  home: '#/',
  charter: '#/charte',
  audit: '#/journal',
  purge: '#/preuve-effacement',

  /** @param {string} id */
  conversation: (id) => `#/c/${encodeURIComponent(id)}`,

  /**
   * @param {string} hash
   * @returns {Route}
   */
  parse(hash) {
    if (hash === routes.charter) return { page: 'charter' };
    if (hash === routes.audit) return { page: 'audit' };
    if (hash === routes.purge) return { page: 'purge' };
    const id = /^#\/c\/([^/]+)$/.exec(hash)?.[1];
    return { page: 'conversation', id: id ? decodeURIComponent(id) : null };
  },
};
