import { isEphemeral } from './ephemeral.js';

/** @typedef {{page: 'conversation', id: string | null, ephemeral: boolean}} ConversationPlace */
/** @typedef {ConversationPlace | {page: 'charter' | 'self-check' | 'audit' | 'models' | 'purge' | 'feedback' | 'mine'}} Route */

export const routes = {
  home: '#/',
  ephemeral: '#/ephemere',
  charter: '#/charte',
  selfCheck: '#/charte/questions',
  audit: '#/journal',
  models: '#/modeles',
  purge: '#/preuve-effacement',
  feedback: '#/avis',
  mine: '#/contenus-joints',

  /** @param {boolean} ephemeral */
  fresh: (ephemeral) => (ephemeral ? routes.ephemeral : routes.home),

  /** @param {string} id */
  conversation: (id) => `#/c/${encodeURIComponent(id)}`,

  /**
   * @param {string} hash
   * @returns {Route}
   */
  parse(hash) {
    if (hash === routes.charter) return { page: 'charter' };
    if (hash === routes.selfCheck) return { page: 'self-check' };
    if (hash === routes.audit) return { page: 'audit' };
    if (hash === routes.models) return { page: 'models' };
    if (hash === routes.purge) return { page: 'purge' };
    if (hash === routes.feedback) return { page: 'feedback' };
    if (hash === routes.mine) return { page: 'mine' };
    const id = /^#\/c\/([^/]+)$/.exec(hash)?.[1];
    return id ? opened(decodeURIComponent(id)) : begun(hash === routes.ephemeral);
  },
};

/**
 * @param {string} id
 * @returns {Route}
 */
export const opened = (id) => ({ page: 'conversation', id, ephemeral: isEphemeral(id) });

/**
 * @param {boolean} ephemeral
 * @returns {Route} a conversation that has no message yet
 */
export const begun = (ephemeral) => ({ page: 'conversation', id: null, ephemeral });
