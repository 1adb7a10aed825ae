/** @typedef {{page: 'conversation', id: string | null} | {page: 'charter'}} Route */

export const routes = {
  home: '#/',
  charter: '#/charte',

  /** @param {string} id */
  conversation: (id) => `#/c/${encodeURIComponent(id)}`,

  /**
   * @param {string} hash
   * @returns {Route}
   */
  parse(hash) {
    if (hash === routes.charter) return { page: 'charter' };
    const id = /^#\/c\/([^/]+)$/.exec(hash)?.[1];
    return { page: 'conversation', id: id ? decodeURIComponent(id) : null };
  },
};
