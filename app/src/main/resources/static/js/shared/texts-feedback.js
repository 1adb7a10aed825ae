/** Texts of what people think of answers, and of what référents see of it. */

import { plural } from './plural.js';

/** @type {Record<string, string>} */
const reasons = {
  wrong: 'Faux ou inventé',
  incomplete: 'Incomplet',
  'off-topic': 'Pas ce que je demandais',
  tone: 'Ton ou forme',
  'too-long': 'Trop long',
};

/** @type {Record<string, string>} */
const tasks = {
  chat: 'Demande sans document',
  question: 'Question sur des documents',
  extractive: 'Phrases recopiées',
  comparison: 'Comparaison de deux versions',
  'summary-briefing': 'Note de synthèse',
  'summary-key-points': 'Points clés',
  'summary-questions': 'Questions à poser en commission',
  'summary-one-page': 'Fiche de lecture d’une page',
  'summary-easy-read': 'Résumé en français facile (FALC)',
};

const month = new Intl.DateTimeFormat('fr-FR', { month: 'long', year: 'numeric', timeZone: 'UTC' });

export const feedback = {
  reasons,
  /** @param {string} id */
  task: (id) => tasks[id] ?? id,
  useful: 'Utile',
  notUseful: 'Pas utile',
  group: 'Votre avis sur cette réponse',
  noted: { true: 'Merci, noté : réponse utile.', false: 'Merci, noté : réponse pas utile.' },
  takenBack: 'Avis retiré.',
  more: 'Préciser',
  moreTitle: 'Préciser votre avis',
  counted: 'Votre avis est compté sans votre nom.',
  why: 'Qu’est-ce qui n’allait pas ?',
  comment: 'Commentaire pour les référents IA (facultatif)',
  /** @param {number} left */
  left: (left) => `${plural(left, 'caractère restant', 'caractères restants')}`,
  attach: 'Joindre cette question et cette réponse',
  /** @param {number} days */
  means: (days) =>
    `Ce que vous joignez et votre commentaire sont lus par les référents IA seulement, sans votre nom, et effacés au bout de ${plural(days, 'jour')}, même si la conversation disparaît avant d’elle-même. Ils partent tout de suite si vous retirez votre avis, effacez la conversation ou choisissez « Tout effacer ». Relisez-les : leur texte peut désigner quelqu’un.`,
  ephemeral: 'Conversation éphémère : rien de ce qui s’y écrit ne peut être joint ni commenté.',
  send: 'Envoyer l’avis',
  close: 'Fermer',
  sent: 'Merci, votre avis est transmis.',
  reasonNoted: (/** @type {string} */ reason) => `Noté : ${reason}.`,
  reasonGone: 'Raison retirée.',
  /** @param {string} date */
  attachedUntil: (date) => `Question et réponse jointes jusqu’au ${date}.`,
  /** @param {string} date */
  commentUntil: (date) => `Commentaire transmis, effacé le ${date}.`,
  detach: 'Retirer ce contenu',
  detached: 'Contenu retiré. Votre avis reste compté.',
  failed: 'Votre avis n’a pas été enregistré.',
  seeMine: 'Tout ce que j’ai joint',
  erase: 'Effacer',
  erased: 'Contenu effacé.',

  mine: {
    page: 'Ce que j’ai joint à mes avis',
    lead: 'Les questions, réponses et commentaires que vous avez transmis aux référents IA. Ils ne portent pas votre nom et s’effacent à la date indiquée. Vous pouvez les effacer avant.',
    none: 'Vous n’avez rien joint, ou tout est déjà effacé.',
  },

  oversight: {
    page: 'Avis sur les réponses',
    lead: 'Ce que les utilisateurs pensent des réponses, par mois, tâche et modèle. Les comptes ne disent pas de qui ils viennent ; ils servent à améliorer les consignes et à choisir un modèle, jamais à suivre une personne.',
    loading: 'Lecture des avis…',
    failed: 'Les avis n’ont pas pu être lus',
    none: 'Aucun avis pour l’instant. Ils apparaîtront ici dès que plusieurs personnes en auront donné.',
    /** @param {string} id as `2026-11` */
    month: (id) => month.format(new Date(`${id}-01T00:00:00Z`)),
    columns: {
      task: 'Tâche',
      model: 'Modèle',
      useful: 'Utile',
      notUseful: 'Pas utile',
      share: 'Part de « pas utile »',
      reasons: 'Raisons données',
    },
    /** @param {number} smallest */
    tooFew: (smallest) => `moins de ${smallest} avis « pas utile »`,
    noReason: 'aucune',
    /** @param {number} smallest */
    withheld: (smallest) =>
      `Des avis ne sont pas montrés : moins de ${smallest} personnes en ont donné pour la même tâche et le même modèle.`,
    attached: 'Contenus joints',
    /** @param {number} days */
    attachedLead: (days) =>
      `Des questions, réponses et commentaires que leurs auteurs ont choisi de joindre, sans leur nom. Ils s’effacent au bout de ${plural(days, 'jour')}. Votre lecture est inscrite au journal d’audit.`,
    read: 'Lire les contenus joints',
    reading: 'Lecture…',
    more: 'Charger la suite',
    end: 'Fin des contenus joints.',
    noAttached: 'Personne n’a joint de contenu ces derniers jours.',
    /** @param {number} count */
    shown: (count) => (count > 1 ? `${count} contenus joints affichés.` : 'Un contenu joint affiché.'),
    content: 'Question et réponse',
    question: 'Question',
    answer: 'Réponse générée',
    comment: 'Commentaire',
    erase: {
      title: 'Effacer ce contenu joint ?',
      detail:
        'Il disparaît tout de suite, pour tous les référents et pour son auteur. L’avis reste compté. L’effacement est inscrit au journal d’audit.',
      confirm: 'Effacer le contenu',
    },
    /** @param {string} date */
    ends: (date) => `effacé le ${date}`,
  },
};
