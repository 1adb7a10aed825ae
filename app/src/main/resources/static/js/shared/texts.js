/**
 * Every text of the page, in French: those of one capability come from a file of their own. Non-breaking spaces stand
 * before : ; ! ? » and after «, as typography wants.
 */

import { plural } from './plural.js';
import { audit } from './texts-audit.js';
import { bias } from './texts-bias.js';
import { charter } from './texts-charter.js';
import { citation, documents } from './texts-documents.js';
import { ends, erase, gone } from './texts-ends.js';
import { ephemeral } from './texts-ephemeral.js';
import { exports } from './texts-exports.js';
import { feedback } from './texts-feedback.js';
import { models } from './texts-models.js';
import { ops } from './texts-ops.js';
import { banner, problems } from './texts-problems.js';
import { reminders } from './texts-reminders.js';
import { summaries } from './texts-summaries.js';
import { tasks } from './texts-tasks.js';
import { composer, markdown, thread } from './texts-thread.js';
import { verify } from './texts-verify.js';

export const texts = {
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

  audit,
  banner,
  bias,
  charter,
  citation,
  composer,
  documents,
  ends,
  ephemeral,
  erase,
  exports,
  feedback,
  gone,
  markdown,
  models,
  ops,
  problems,
  reminders,
  summaries,
  thread,
  verify,

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
};
