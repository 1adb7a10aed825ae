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
};
