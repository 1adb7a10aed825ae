/**
 * Every text of the page, in French. Non-breaking spaces stand before : ; ! ? » and after «, as typography wants.
 * The wording of errors that the server knows comes with them.
 */

import { audit } from './texts-audit.js';
import { ends } from './texts-ends.js';
import { ops } from './texts-ops.js';
import { tasks } from './texts-tasks.js';

/** @import {FindingKind} from './types.js' */

/**
 * @param {number} count
 * @param {string} one
 * @param {string} [many]
 */
const plural = (count, one, many = `${one}s`) => `${count} ${count > 1 ? many : one}`;

/** @type {Record<FindingKind, [string, string]>} */
const findingNames = {
  figure: ['chiffre', 'chiffres'],
  amount: ['montant', 'montants'],
  percentage: ['pourcentage', 'pourcentages'],
  date: ['date', 'dates'],
  reference: ['référence', 'références'],
};

export const texts = {
  plural,
  brand: 'IRIS',
  skipToContent: 'Aller au contenu',
  skipToComposer: 'Aller à la saisie',
  cancel: 'Annuler',
  close: 'Fermer',
  retry: 'Réessayer',
  loading: 'Chargement…',
  announcements: 'Annonces',

  /** @param {string} title */
  pageTitle: (title) => (title ? `${title} · IRIS` : 'IRIS'),

  panel: {
    label: 'Conversations',
    open: 'Menu',
    openLabel: 'Ouvrir le menu',
    openedLabel: 'Menu',
    fresh: 'Nouvelle conversation',
    freshShort: 'Nouvelle',
    find: 'Rechercher',
    empty: 'Vos conversations apparaîtront ici, avec le temps qui leur reste.',
    groups: { today: 'Aujourd’hui', yesterday: 'Hier', before: 'Plus tôt' },
    untitled: 'Sans titre',
    answering: 'réponse en cours',
    eraseAll: 'Tout effacer',
    charter: 'Charte et aide',
    appearance: 'Apparence',
    appearances: { system: 'Système', light: 'Claire', dark: 'Sombre', contrast: 'Contrastée' },
    signOut: 'Se déconnecter',
    profile: 'Profil',
    roles: /** @type {Record<string, string>} */ ({
      AGENT: 'agent',
      ELU: 'élu',
      EXPLOITANT: 'exploitant',
      REFERENT: 'référent IA',
    }),
  },

  home: {
    title: 'Quel est votre objectif ?',
    tasks,
    limits: 'IRIS ne décide pas, n’évalue personne et peut se tromper.',
    figures: 'Pour un chiffre du Département :',
    openData: 'portail Open data',
    facts: 'Pour un fait précis : un moteur de recherche.',
    filled: 'Trame ajoutée à votre demande : remplacez ce qui est entre crochets.',
  },

  model: {
    down: 'IRIS est momentanément indisponible. Vous pouvez préparer votre demande : elle reste dans cet onglet.',
    missing: 'Le modèle n’est pas installé sur le moteur.',
    loading: 'Le modèle se charge en mémoire. La première réponse peut tarder une minute.',
  },

  composer: {
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
  },

  thread: {
    label: 'Échanges',
    you: 'Vous',
    generated: 'Réponse générée',
    backDown: 'Revenir en bas',
    sending: 'Envoi…',
    waiting: 'Réponse en préparation…',
    loadingModel: 'Le modèle se charge en mémoire. Cela peut prendre une minute.',
    reconnecting: 'Liaison interrompue. La réponse reprend dès que possible, sans rien perdre.',
    /** @param {number} place */
    queued: (place) => (place > 1 ? `Vous êtes ${place}ᵉ dans la file.` : 'Vous êtes le prochain dans la file.'),
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
    regenerate: 'Régénérer',
    edit: 'Modifier',
    editLabel: 'Modifier votre message',
    editNote: 'L’ancienne version reste lisible : passez de l’une à l’autre avec les flèches.',
    sendEdit: 'Envoyer la nouvelle version',
    previous: 'Version précédente',
    next: 'Version suivante',
    versions: 'Versions',
    version: (/** @type {number} */ position, /** @type {number} */ count) => `Version ${position} sur ${count}`,
    mention: (/** @type {string} */ model, /** @type {string} */ date) =>
      `Rédigé avec l’aide d’IRIS (modèle ${model}, ${date}). À relire et à valider avant usage.`,
    showAll: 'Afficher tout le message',
    showLess: 'Réduire',
  },

  verify: {
    intro: 'À vérifier ici :',
    none: 'Aucun chiffre ni date repéré ; le reste se vérifie aussi.',
    kind: (/** @type {FindingKind} */ kind, /** @type {number} */ count) =>
      plural(count, ...(findingNames[kind] ?? findingNames.figure)),
    shown: (
      /** @type {FindingKind} */ kind,
      /** @type {number} */ index,
      /** @type {number} */ count,
      /** @type {string} */ text,
    ) => `À vérifier, ${(findingNames[kind] ?? findingNames.figure)[0]} ${index} sur ${count} : « ${text} »`,
  },

  markdown: {
    image: 'Image non chargée',
    newTab: 'nouvel onglet',
    table: 'Tableau',
    code: 'Code',
    copyCode: 'Copier le code',
    codeCopied: 'Code copié.',
  },

  header: {
    rename: 'Renommer',
    renameThis: 'Renommer cette conversation',
    eraseThis: 'Effacer cette conversation',
    titleLabel: 'Titre de la conversation',
    save: 'Enregistrer',
    /** @param {string} left */
    erasedIn: (left) => `Effacée dans ${left}`,
    erase: 'Effacer maintenant',
    renamed: 'Titre enregistré.',
  },

  erase: {
    title: 'Effacer cette conversation ?',
    /** @param {string} title */
    detail: (title) =>
      `« ${title} » et tous ses messages seront effacés tout de suite. Il n’y a pas de corbeille : copiez d’abord ce que vous voulez garder.`,
    confirm: 'Effacer la conversation',
    /** @param {number} count */
    allTitle: (count) => (count > 1 ? `Effacer vos ${count} conversations ?` : 'Effacer votre conversation ?'),
    allDetail:
      'Toutes vos conversations et leurs messages seront effacés tout de suite. Il n’y a pas de corbeille : copiez d’abord ce que vous voulez garder.',
    allConfirm: 'Tout effacer',
  },

  gone: {
    erased: 'Conversation effacée',
    erasedDetail: (/** @type {string} */ title, /** @type {number} */ count) =>
      `« ${title} » : ${plural(count, 'message effacé', 'messages effacés')}, avec ce qui s’y rapportait. Rien ne peut être retrouvé.`,
    /** @param {number} count */
    allErased: (count) => (count > 1 ? `${count} conversations effacées` : 'Conversation effacée'),
    allDetail: 'Leurs messages sont effacés aussi. Rien ne peut être retrouvé.',
    expired: 'Cette conversation n’existe plus',
    expiredDetail:
      'Elle a été effacée, automatiquement à la fin de son délai ou par vous. Son contenu ne peut pas être retrouvé.',
    draftKept: 'Le texte que vous prépariez est gardé dans la saisie d’une nouvelle conversation.',
    fresh: 'Commencer une conversation',
  },

  banner: {
    offline: 'Connexion perdue.',
    offlineDetail: 'Ce que vous écrivez est gardé dans cet onglet. IRIS se reconnecte tout seul.',
    storage: 'Les conversations sont momentanément inaccessibles.',
    storageDetail: 'Ce que vous écrivez est gardé dans cet onglet. IRIS réessaie tout seul.',
    signedOut: 'Votre session est terminée.',
    signedOutDetail: 'Ce que vous avez écrit est gardé dans cet onglet.',
    signIn: 'Se reconnecter',
    retryNow: 'Réessayer maintenant',
    healed: 'Connexion rétablie.',
  },

  charter: {
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
  },

  audit,
  ends,
  ops,

  palette: {
    title: 'Rechercher',
    label: 'Conversation ou commande',
    placeholder: 'Titre d’une conversation ou commande…',
    conversations: 'Conversations',
    commands: 'Commandes',
    none: 'Rien ne correspond.',
    /** @param {number} count */
    results: (count) => plural(count, 'résultat'),
  },

  shortcuts: {
    title: 'Raccourcis clavier',
    items: [
      [['Ctrl', 'K'], 'Trouver une conversation ou une commande'],
      [['Ctrl', 'Maj', 'O'], 'Nouvelle conversation'],
      [['Échap'], 'Arrêter la réponse en cours'],
      [['Entrée'], 'Envoyer'],
      [['Maj', 'Entrée'], 'Aller à la ligne'],
      [['?'], 'Afficher ces raccourcis'],
    ],
    single: 'Activer le raccourci à une touche « ? »',
  },

  problems: {
    unreachable: {
      title: 'IRIS ne répond pas',
      detail: 'La connexion est interrompue ou le service redémarre. Réessayez dans un instant.',
    },
    unexpected: { title: 'Une erreur est survenue', detail: 'Réessayez ; si cela persiste, prévenez l’assistance.' },
    'not-sent': {
      title: 'Ce message n’est pas parti',
      detail: 'L’envoi a été interrompu. Le texte est gardé dans cet onglet.',
    },
    'answer-lost': {
      title: 'La réponse n’est plus disponible',
      detail: 'Elle a expiré avant d’avoir été lue jusqu’au bout. Régénérez-la.',
    },
    'not-signed-in': {
      title: 'Votre session est terminée',
      detail: 'Reconnectez-vous : votre texte est gardé dans cet onglet.',
    },
  },
};
