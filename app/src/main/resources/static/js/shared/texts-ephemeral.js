/** Texts of conversations that live in the server's memory only. */

/** @param {string} span how long one lives after its last message; empty if that is not known any more */
const end = (span) => `${span || 'peu'} après le dernier message`;

export const ephemeral = {
  name: 'Conversation éphémère',
  fresh: 'Nouvelle conversation éphémère',
  word: 'Éphémère',
  inList: 'éphémère',
  hint: (/** @type {string} */ span) => `Jamais écrite, effacée ${end(span)}.`,
  meaning: (/** @type {string} */ span) =>
    `Rien de cette conversation n’est écrit sur un disque, ni sur le serveur, ni dans ce navigateur. Seule exception : un fichier que vous déposez est sur le serveur le temps d’être lu. Elle disparaît ${end(span)}, à votre déconnexion, ou si le serveur redémarre. Copiez ce que vous voulez garder.`,
  unsent: 'Un texte non envoyé se perd si vous rechargez la page.',
  note: (/** @type {string} */ span) =>
    `IRIS n’apprend pas de vos échanges. Rien n’est écrit, votre brouillon non plus ; tout disparaît ${end(span)}.`,
  turnedOff: 'Conversation ordinaire. Votre texte est gardé dans cet onglet.',
  kept: 'Votre message reste dans cette page : copiez-le si vous devez la quitter ou la recharger.',
  /** @param {string} left */
  soon: (left) => `Cette conversation éphémère disparaît dans ${left}. Copiez ce que vous voulez garder.`,

  notOffered: {
    title: 'Les conversations éphémères ne sont pas proposées ici.',
    detail: 'Vous êtes dans une conversation ordinaire.',
  },

  ended: {
    unsent: 'Votre texte non envoyé',
    note: 'Il n’est gardé nulle part ailleurs. Copiez-le, ou reprenez-le dans une autre conversation éphémère.',
    copyOnly: 'Il n’est gardé nulle part ailleurs : copiez-le.',
    copy: 'Copier le texte',
    copied: 'Texte copié.',
    again: 'Commencer une autre conversation éphémère',
  },

  banner: {
    stays: 'Ce que vous écrivez reste dans cette page, tant que vous ne la rechargez pas. IRIS se reconnecte tout seul.',
    signedOut: 'Copiez votre texte avant de vous reconnecter : il n’est gardé nulle part.',
  },
};
