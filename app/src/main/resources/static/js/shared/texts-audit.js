/** Texts of the audit trail. Codes that are not here are shown as they are: a newer server may tell more. */

import { plural } from './plural.js';

/** @param {number} count */
const lines = (count) => plural(count, 'ligne');

/** @param {number} count */
const files = (count) => plural(count, 'fichier');

export const audit = {
  page: 'Journal d’audit',
  lead: 'Qui a fait quoi, et quand. Ni message, ni réponse, ni titre, ni nom n’y figurent ; votre consultation y est inscrite.',
  table: 'Faits inscrits, du plus récent au plus ancien',
  columns: { time: 'Date et heure', who: 'Personne', what: 'Action', details: 'Précisions' },
  loading: 'Lecture du journal…',
  failed: 'Le journal n’a pas pu être lu',
  empty: 'Rien ne correspond à ces filtres.',
  emptyAll: 'Le journal est vide pour l’instant.',
  more: 'Charger la suite',
  end: 'Fin du journal pour ces filtres.',
  /** @param {number} count */
  shown: (count) => (count > 1 ? `${lines(count)} affichées.` : `${lines(count)} affichée.`),
  /** @param {string} person */
  filterOn: (person) => `Voir seulement : ${person}`,

  filters: {
    label: 'Filtres',
    from: 'Du',
    to: 'Au',
    who: 'Personne (pseudonyme)',
    whoHint: 'En entier, ou cliquez sur une personne de la liste.',
    what: 'Action',
    all: 'Toutes les actions',
    apply: 'Filtrer',
    clear: 'Tout afficher',
  },

  people: /** @type {Record<string, string>} */ ({ nobody: 'Personne non connectée', iris: 'IRIS' }),

  actions: /** @type {Record<string, string>} */ ({
    'signed-in': 'Connexion',
    'signed-out': 'Déconnexion',
    'sign-in-failed': 'Connexion échouée',
    refused: 'Accès refusé',
    'charter-accepted': 'Charte acceptée',
    'charter-in-force': 'Version de la charte en vigueur',
    'policy-in-force': 'Durées de conservation en vigueur',
    'conversation-erased': 'Conversation effacée',
    'conversations-erased': 'Toutes les conversations effacées',
    'document-sent': 'Document envoyé',
    'document-erased': 'Document effacé',
    'answer-exported': 'Réponse exportée en fichier',
    'audit-read': 'Journal consulté',
    'feedback-read': 'Contenus joints aux avis consultés',
    'feedback-erased': 'Contenu joint à un avis effacé',
    'release-proposed': 'Version de modèle proposée',
    'release-import-begun': 'Import d’un modèle commencé',
    'release-imported': 'Modèle importé',
    'release-evaluation-begun': 'Évaluation commencée',
    'release-evaluated': 'Évaluation terminée',
    'release-failed': 'Import ou évaluation interrompu',
    'release-cancelled': 'Étape annulée',
    'release-ready': 'Version déclarée prête',
    'release-canary': 'Essai sur une part des conversations',
    'release-withdrawn': 'Essai arrêté par IRIS',
    'release-activated': 'Version activée',
    'release-rolled-back': 'Retour à la version précédente',
    'release-retired': 'Version retirée',
    'release-drifted': 'Modèle changé sur un moteur',
    'backend-drained': 'Moteur mis en retrait',
    'backend-resumed': 'Moteur remis en service',
    'trail-begun': 'Début du journal d’une instance',
    'trail-continued': 'Suite dans un nouveau fichier',
    'trail-seen': 'Fin d’un autre fichier constatée',
    'trail-removed': 'Ancien fichier supprimé',
    'trail-closed': 'Arrêt normal d’une instance',
    'entries-lost': 'Faits non inscrits',
  }),

  details: /** @type {Record<string, string>} */ ({
    roles: 'profil',
    reason: 'raison',
    problem: 'motif',
    place: 'adresse',
    version: 'version',
    conversation: 'conversation',
    message: 'message',
    format: 'format',
    count: 'nombre',
    backend: 'moteur',
    release: 'version de modèle',
    model: 'modèle',
    percent: 'part en %',
    passed: 'seuils atteints',
    from: 'provenance',
    repeated: 'répétitions',
    idle: 'sans activité',
    'ephemeral-idle': 'éphémère sans activité',
    max: 'au plus',
    'answer-log': 'reprise d’une réponse',
    longest: 'limite',
    file: 'fichier',
    seq: 'ligne',
    hash: 'empreinte',
    previous: 'empreinte précédente',
    after: 'fichier précédent',
    key: 'clé',
  }),

  values: /** @type {Record<string, string>} */ ({
    none: 'aucun',
    true: 'oui',
    false: 'non',
    registry: 'registre',
    dropped: 'retiré',
    forbidden: 'profil insuffisant',
    'no-role': 'aucun groupe autorisé',
    'csrf-invalid': 'page périmée',
    'provider-away': 'service de connexion muet',
    authorization_request_not_found: 'étape de connexion périmée',
    access_denied: 'refusée par le service de connexion',
  }),

  chain: {
    checking: 'Vérification de la chaîne…',
    failed: 'La chaîne n’a pas pu être vérifiée',
    again: 'Vérifier de nouveau',
    intact: 'Chaîne intacte',
    checked: (/** @type {number} */ lineCount, /** @type {number} */ fileCount, /** @type {string} */ time) =>
      `Vérification du ${time} : ${lines(lineCount)} dans ${files(fileCount)}.`,
    broken: (/** @type {number} */ line, /** @type {string} */ file) =>
      line > 0 ? `Rupture à la ligne ${line} du fichier ${file}` : `Rupture : le fichier ${file} manque`,
    kinds: {
      CHANGED: 'Cette ligne n’est pas celle qui a été écrite.',
      MISSING: 'Ce qui se trouvait à cet endroit a été retiré.',
      MOVED: 'Cette ligne a été déplacée ou répétée.',
      OTHER_KEY: 'Ce fichier a été écrit avec une autre clé : rien ne peut en être dit.',
    },
    whatToDo: 'Prévenez le responsable de la sécurité, sans toucher aux fichiers.',
    /** @param {number} count */
    unfinished: (count) =>
      `${count > 1 ? `${count} fichiers finissent` : 'Un fichier finit'} par une ligne inachevée, comme après un arrêt brutal : ce n’est pas une rupture.`,
    /** @param {number} count */
    unkeyed: (count) =>
      `${files(count)} sans clé : la chaîne y signale les accidents, pas ce que referait un faussaire.`,
    failing: 'Une instance ne peut pas écrire dans le journal en ce moment : prévenez les exploitants.',
    /** @param {number} count */
    lost: (count) =>
      count > 1
        ? `${count.toLocaleString('fr-FR')} faits n’ont pas pu être inscrits.`
        : 'Un fait n’a pas pu être inscrit.',
  },
};
