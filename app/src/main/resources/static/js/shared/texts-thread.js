/** Texts of what is asked and answered. */

import { plural } from './plural.js';

export const composer = {
  label: 'Votre demande',
  placeholder: 'Votre demande… (objectif, destinataire, format)',
  send: 'Envoyer',
  stop: 'Arrêter',
  keys: 'Entrée pour envoyer, Maj + Entrée pour aller à la ligne',
  note: 'IRIS n’apprend pas de vos échanges. Ils restent au Département et s’effacent automatiquement.',
  opening: 'La conversation s’ouvre. Votre texte est gardé ; envoyez-le dans un instant.',
  busy: 'Une réponse est en cours. Attendez sa fin ou arrêtez-la ; votre texte est gardé.',
  length: (/** @type {number} */ length, /** @type {number} */ max) =>
    `${length.toLocaleString('fr-FR')} caractères sur ${max.toLocaleString('fr-FR')}`,
  /** @param {number} over */
  tooLong: (over) => `Demande trop longue de ${plural(over, 'caractère')}. Rien n’est coupé : raccourcissez-la.`,
};

/** @param {number} seconds 0 while nothing can be said */
function about(seconds) {
  if (seconds <= 0) return '.';
  return seconds < 90 ? `, environ ${Math.ceil(seconds / 5) * 5} s.` : `, environ ${Math.round(seconds / 60)} min.`;
}

export const thread = {
  label: 'Échanges',
  you: 'Vous',
  generated: 'Réponse générée',
  backDown: 'Revenir en bas',
  sending: 'Envoi…',
  waiting: 'Réponse en préparation…',
  loadingModel: 'Le modèle se charge en mémoire. Cela peut prendre une minute.',
  reconnecting: 'Liaison interrompue. La réponse reprend dès que possible, sans rien perdre.',
  /**
   * @param {number} place
   * @param {number} [seconds] how long it is likely to last; 0 while nothing can be said
   */
  queued: (place, seconds = 0) =>
    (place > 1 ? `Vous êtes ${place}ᵉ dans la file` : 'Vous êtes le prochain dans la file') + about(seconds),
  writing: 'Réponse en cours',
  ready: 'Réponse terminée.',
  stopped: 'Réponse arrêtée à votre demande : elle est incomplète.',
  length: 'Réponse coupée : elle a atteint la longueur maximale. Demandez la suite, ou une réponse plus courte.',
  failed: 'La réponse n’a pas abouti',
  kept: 'Votre message est gardé, rien n’est perdu.',
  keptPartial: 'Votre message et le début de la réponse sont gardés.',
  /** @param {number} count */
  leftOut: (count) =>
    count > 1
      ? `Conversation trop longue : les ${count} premiers messages n’ont pas été lus par le modèle.`
      : 'Conversation trop longue : le premier message n’a pas été lu par le modèle.',
  copy: 'Copier',
  withMention: 'avec la mention',
  copied: 'Copié. Ne collez pas de données internes ou personnelles dans une IAG grand public.',
  copyFailed: 'La copie a été refusée par le navigateur. Sélectionnez le texte, puis copiez-le.',
  incomplete: /** @type {Partial<Record<import('./types.js').MessageState, string>>} */ ({
    stopped: 'Réponse incomplète : arrêtée avant la fin.',
    length: 'Réponse incomplète : coupée à la longueur maximale.',
    failed: 'Réponse incomplète : interrompue par une erreur.',
  }),
  regenerate: 'Régénérer',
  edit: 'Modifier',
  /** @param {number} count */
  askReady: (count) => (count === 1 ? 'Demander au document déjà lu' : `Demander aux ${count} documents déjà lus`),
  editLabel: 'Modifier votre message',
  editNote: 'L’ancienne version reste lisible : passez de l’une à l’autre avec les flèches.',
  sendEdit: 'Envoyer la nouvelle version',
  previous: 'Version précédente',
  next: 'Version suivante',
  versions: 'Versions',
  version: (/** @type {number} */ position, /** @type {number} */ count) => `Version ${position} sur ${count}`,
  mention: (/** @type {string} */ model, /** @type {string} */ date) =>
    `Rédigé avec l’aide d’IRIS (modèle ${model}, ${date}). À relire et à valider avant usage.`,
  mentionOfExtracts: (/** @type {string} */ date) =>
    `Phrases recopiées avec l’aide d’IRIS, sans modèle (${date}). À relire et à valider avant usage.`,
  showAll: 'Afficher tout le message',
  showLess: 'Réduire',
};

export const markdown = {
  image: 'Image non chargée',
  newTab: 'nouvel onglet',
  table: 'Tableau',
  code: 'Code',
  copyCode: 'Copier le code',
  codeCopied: 'Code copié.',
};
