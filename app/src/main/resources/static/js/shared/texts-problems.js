/** Texts of what goes wrong around the page; the wording of errors that the server knows comes with them. */

export const banner = {
  offline: 'Connexion perdue.',
  offlineDetail: 'Ce que vous écrivez est gardé dans cet onglet. IRIS se reconnecte tout seul.',
  storage: 'Les conversations sont momentanément inaccessibles.',
  storageDetail: 'Ce que vous écrivez est gardé dans cet onglet. IRIS réessaie tout seul.',
  signedOut: 'Votre session est terminée.',
  signedOutDetail: 'Ce que vous avez écrit est gardé dans cet onglet.',
  signIn: 'Se reconnecter',
  retryNow: 'Réessayer maintenant',
  healed: 'Connexion rétablie.',
};

export const problems = {
  unreachable: {
    title: 'IRIS ne répond pas',
    detail: 'La connexion est interrompue ou le service redémarre. Réessayez dans un instant.',
  },
  unexpected: { title: 'Une erreur est survenue', detail: 'Réessayez ; si cela persiste, prévenez l’assistance.' },
  'not-sent': {
    title: 'Ce message n’est pas parti',
    detail: 'L’envoi a été interrompu.',
  },
  'answer-lost': {
    title: 'La réponse n’est plus disponible',
    detail: 'Elle a expiré avant d’avoir été lue jusqu’au bout. Régénérez-la.',
  },
  'not-signed-in': {
    title: 'Votre session est terminée',
    detail: 'Reconnectez-vous pour continuer.',
  },
};
