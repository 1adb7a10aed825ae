/** Texts of the charter and of the help beside it. */

export const charter = {
  page: 'Charte et aide',
  gate: 'Avant de commencer',
  renewed: 'La charte a changé',
  /** @param {string} version */
  version: (version) => `Version ${version}`,
  /** @param {string} date */
  datedOf: (date) => `du ${date}`,
  changes: 'Ce qui a changé',
  changesSince: /** @param {string} version */ (version) => `Ce qui a changé depuis la version ${version}`,
  newRule: 'Nouvelle règle',
  before: 'Avant :',
  now: 'Maintenant :',
  rules: 'Les six règles',
  /** @param {number} number */
  rule: (number) => `Règle ${number}`,
  example: 'Exemple :',
  official: 'Lire le texte officiel',
  accept: 'J’ai lu et j’accepte',
  acceptNote: 'Votre accord est enregistré avec la version et la date.',
  accepted: (/** @type {string} */ version, /** @type {string} */ date) =>
    `Vous avez accepté la version ${version} le ${date}.`,
  stale: 'La charte vient d’être mise à jour : relisez-la avant d’accepter.',
  help: 'Aide',
  helpItems: [
    [
      'Demander',
      'Dites l’objectif, le destinataire et le format. Collez les éléments : IRIS ne va rien chercher ailleurs.',
    ],
    ['Vérifier', 'Sous chaque réponse, IRIS signale les chiffres et les dates : chaque bouton mène à l’endroit.'],
    ['Recommencer', 'Modifiez votre message ou régénérez la réponse : les versions précédentes restent lisibles.'],
    ['Garder', 'Copiez ce qui vous sert : les conversations s’effacent seules, sans corbeille.'],
  ],
  back: 'Retour',

  selfCheck: {
    page: 'La charte en cinq questions',
    open: 'Faire le point en cinq questions',
    back: 'Retour à la charte',
    /** @param {number} number */
    question: (number) => `Question ${number}`,
    explain: 'Voir l’explication',
    agrees: 'C’est bien ce que dit la charte.',
    /** @param {string} right */
    differs: (right) => `La charte dit autre chose : ${right}.`,
    /** @param {string} right */
    reading: (right) => `Ce que dit la charte : ${right}.`,
    /** @param {number} number */
    rule: (number) => `Voir la règle ${number} de la charte.`,
  },

  proof: {
    title: 'Accords à la charte',
    /** @param {number} few */
    lead: (few) =>
      `Combien de personnes ont accepté chaque version, et quand la dernière l’a fait. Jamais qui : au-dessous de ${few}, ni le nombre ni la date ne sont donnés.`,
    version: 'Version',
    inForce: 'en vigueur',
    accepted: 'Accords',
    last: 'Dernier accord',
    untold: 'non communiqué',
    /** @param {number} few */
    few: (few) => `moins de ${few}`,
  },
};
