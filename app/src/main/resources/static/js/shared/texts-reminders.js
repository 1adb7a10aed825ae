/** Texts of the reminders before sending; what each says comes from the server. */

export const reminders = {
  overline: 'Avant d’envoyer',
  rewrite: 'Reformuler',
  send: 'Envoyer quand même',
  use: 'Utiliser ce résultat',
  copied: 'Résultat copié. Rien n’a été envoyé.',
  copyFailed: 'Le navigateur a refusé la copie : sélectionnez le résultat. Rien n’a été envoyé.',
  result: 'Résultat',
  openData: 'Ouvrir le portail Open data',
};
