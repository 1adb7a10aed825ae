/** Texts of the operations' pages. */

import { plural } from './plural.js';

export const ops = {
  purge: {
    page: 'Preuve d’effacement',
    lead: 'IRIS parcourt tout ce que contient son stockage (Redis) et vérifie que chaque enregistrement a une échéance, après laquelle il disparaît seul. Le contrôle lit les noms et les échéances, jamais un contenu.',
    check: 'Contrôler maintenant',
    checking: 'Contrôle en cours…',
    checked: 'Contrôle terminé.',
    loading: 'Lecture du dernier contrôle…',
    failed: 'La preuve n’a pas pu être lue',
    older: 'Chiffres du dernier contrôle connu :',
    /** @param {string} ago @param {string} at @param {string} took @returns {string} */
    made: (ago, at, took) => `Contrôlé ${ago} (${at}), en ${took}.`,
    stale: 'Ce contrôle est ancien : il devrait être refait chaque heure. Lancez-le, et si le retard revient, prévenez l’exploitant.',
    ended: 'terme dépassé',

    verdict: {
      fine: 'Tout a une échéance',
      /** @param {number} count */
      fineDetail: (count) =>
        count === 0
          ? 'Rien n’est enregistré en ce moment.'
          : count === 1
            ? 'Le seul enregistrement disparaîtra à son terme, sans intervention.'
            : `Les ${plural(count, 'enregistrement')} disparaîtront à leur terme, sans intervention.`,
      /** @param {number} count */
      alarm: (count) => `${plural(count, 'enregistrement')} sans échéance`,
      alarmDetail:
        'Ce contenu ne disparaîtrait pas seul. Prévenez l’exploitant tout de suite : le guide d’exploitation dit comment le trouver et lui donner un terme.',
    },

    remarks: {
      /** @param {number} count @returns {string} */
      foreign: (count) =>
        count > 1
          ? `${plural(count, 'enregistrement')} de ce Redis ne viennent pas d’IRIS : leur échéance n’est pas vérifiée. Ce Redis doit servir à IRIS seul.`
          : '1 enregistrement de ce Redis ne vient pas d’IRIS : son échéance n’est pas vérifiée. Ce Redis doit servir à IRIS seul.',
      /** @param {number} count @returns {string} */
      shortened: (count) =>
        count > 1
          ? `${plural(count, 'conversation')} dépassaient la durée permise aujourd’hui : leur terme a été avancé.`
          : '1 conversation dépassait la durée permise aujourd’hui : son terme a été avancé.',
      overdue: 'La destruction de la prochaine clé a du retard : vérifiez les horloges et le trousseau.',
      unsure: 'Les horloges ne concordent pas : aucune clé n’est détruite tant que l’écart dure. Mettez les serveurs à l’heure.',
    },

    figures: {
      withoutEnd: 'sans échéance',
      oldest: 'plus ancienne conversation',
      nextEnd: 'prochaine échéance',
      keys: 'clés de chiffrement actives',
      none: 'aucune',
    },

    kinds: {
      title: 'Ce qui est enregistré',
      name: 'Nature',
      holds: 'Ce que c’est',
      count: 'Nombre',
      total: 'Total',
      empty: 'Rien n’est enregistré.',
      unknown: 'Nature que cette page ne connaît pas.',
      /** @type {Record<string, [string, string]>} */
      names: {
        conversation: ['Conversations', 'Titre, messages et réponses, chiffrés.'],
        conversations: ['Listes de conversations', 'Numéros tirés au hasard des conversations d’une personne, sous pseudonyme. Aucun contenu.'],
        answer: ['Réponses récentes', 'État d’une réponse en cours ou tout juste terminée, chiffré.'],
        events: ['Fils de réponse', 'Les mots d’une réponse à mesure qu’ils arrivent, chiffrés.'],
        vectors: ['Vecteurs de passages', 'Ce qui rapproche une question des passages de documents, chiffré.'],
        'summary-parts': ['Notes de résumés', 'Ce que le modèle a noté de passages, pour reprendre un résumé interrompu.'],
        slots: ['File d’attente des moteurs', 'Qui attend une réponse et qui la reçoit, sous pseudonyme, chiffré. Aucun contenu.'],
        drained: ['Moteurs mis de côté', 'Noms des moteurs que l’exploitation a mis de côté, pour toutes les instances. Aucun contenu.'],
        quota: ['Limites du jour', 'Combien une personne a demandé aujourd’hui, sous pseudonyme, chiffré. S’efface à minuit.'],
        generating: ['Réponses en cours', 'Marque qu’une instance écrit une réponse. Aucun contenu.'],
        reader: ['Lecteurs', 'Marque qu’une page suit une réponse. Aucun contenu.'],
        document: ['Documents', 'Texte lu d’un document et état de sa lecture, chiffrés. Le fichier d’origine n’est pas gardé.'],
        documents: ['Listes de documents', 'Noms des fichiers d’une conversation et leur empreinte, chiffrés.'],
        reading: ['Lectures en cours', 'Marque qu’une instance lit un document. Aucun contenu.'],
        'feedback-votes': ['Avis personnels', 'Ce qu’une personne a dit des réponses d’une conversation, chiffré. Disparaît avec elle.'],
        'feedback-month': ['Comptes d’avis', 'Avis comptés par mois, tâche et modèle, sans personne. Chiffrés.'],
        'feedback-hours': ['Notes des modèles', 'Avis comptés par heure et par modèle, sans personne. Chiffrés.'],
        'feedback-share': ['Participations aux comptes', 'Dans quels comptes une personne figure, sous pseudonyme, chiffré : une ligne sait ainsi combien de personnes elle réunit.'],
        'feedback-attached': ['Contenus joints aux avis', 'Question, réponse et commentaire que leur auteur a joints pour les référents, chiffrés.'],
        'feedback-own': ['Listes de contenus joints', 'Numéros tirés au hasard de ce qu’une personne a joint, sous pseudonyme. Aucun contenu.'],
        'feedback-list': ['Liste des contenus joints', 'Numéros tirés au hasard. Aucun contenu.'],
        releases: ['Mises en service', 'Versions de modèles, états et empreintes, chiffrés. Aucun contenu de conversation.'],
        'release-report': ['Rapports d’évaluation', 'Résultats d’une version aux demandes des évaluations, chiffrés. Aucun contenu de conversation.'],
        'release-work': ['Imports et évaluations en cours', 'Avancement d’un travail. Aucun contenu.'],
        'release-watch': ['Essais sur une part des conversations', 'Réponses comptées, échecs et délais. Aucun contenu.'],
        charter: ['Accords à la charte', 'Version acceptée et date, par pseudonyme, chiffrées.'],
        'charter-count': ['Décompte des accords', 'Combien de personnes ont accepté une version de la charte, chiffré. Aucun nom, aucun pseudonyme.'],
        session: ['Sessions', 'Qui est connecté, chiffré.'],
        sessions: ['Listes de sessions', 'Numéros des sessions d’une personne, sous pseudonyme. Aucun contenu.'],
        ends: ['Échéances', 'Quand chaque élément prend fin, pour qu’il quitte aussitôt la mémoire. Numéros tirés au hasard, aucun contenu.'],
        ring: ['Repère du trousseau', 'Reconnaît le trousseau de clés. Aucun contenu.'],
        'purge-proof': ['Dernière preuve', 'Les chiffres de cette page.'],
        'purge-turn': ['Tour de contrôle', 'Désigne l’instance qui fait le contrôle. Aucun contenu.'],
      },
      /** @param {string} kind @returns {[string, string]} */
      erased: (kind) => [
        kind === 'conversation' ? 'Conversations effacées' : `Effacements (${kind})`,
        'Date de l’effacement demandé, pour la dire à qui revient. Aucun contenu.',
      ],
    },

    ring: {
      title: 'Clés de chiffrement',
      lead: 'Les contenus sont illisibles sans ces clés, gardées hors de Redis. Une clé détruite rend illisible tout ce qu’elle protégeait, copies et sauvegardes comprises.',
      alive: 'Actives',
      destroyed: 'Détruites en 400 jours',
      last: 'Dernière destruction',
      next: 'Prochaine destruction',
      none: 'Aucune',
    },

    clock: {
      title: 'Horloges',
      lead: 'L’heure décide de ce qui s’efface. IRIS compare la sienne à celle de Redis et ne détruit rien dans le doute.',
      state: 'État',
      sure: 'Concordantes',
      unsure: 'En désaccord',
      apart: 'Écart',
      /** @param {string} gap @param {boolean} ahead @returns {string} */
      gap: (gap, ahead) => `${gap}, IRIS ${ahead ? 'en avance' : 'en retard'}`,
    },
  },
};
