/** Texts of documents: brought in, read, opened at a page. */

import { plural } from './plural.js';

/** @param {number} count */
const pages = (count) => plural(count, 'page');

/**
 * Page numbers, runs of three and more drawn together: `14, 15, 201`, `14 à 31`.
 *
 * @param {number[]} numbers in order
 */
function numbers(numbers) {
  /** @type {[number, number][]} */
  const runs = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last && number === last[1] + 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs
    .flatMap(([first, last]) => (last - first < 2 ? [...new Set([first, last])].map(String) : [`${first} à ${last}`]))
    .join(', ');
}

/** @param {number} bytes a limit, rounded down: what it allows passes */
const size = (bytes) => {
  const megabytes = bytes / 1_048_576;
  if (megabytes >= 1) return `${megabytes.toLocaleString('fr-FR', { maximumFractionDigits: megabytes < 10 ? 1 : 0 })} Mo`;
  return `${Math.max(1, Math.round(bytes / 1024)).toLocaleString('fr-FR')} ko`;
};

/** Names that people know, by extension; what has none is named by its extension. */
const names = /** @type {Record<string, string>} */ ({
  '.pdf': 'PDF',
  '.docx': 'Word',
  '.odt': 'LibreOffice',
  '.pptx': 'PowerPoint',
  '.odp': 'LibreOffice',
  '.xlsx': 'Excel',
  '.ods': 'LibreOffice',
  '.txt': 'texte',
  '.md': 'texte',
  '.markdown': 'texte',
  '.html': 'page web',
  '.htm': 'page web',
  '.rtf': 'RTF',
  '.eml': 'courriel',
  '.msg': 'courriel',
});

/** @param {string[]} extensions */
const formats = (extensions) => [...new Set(extensions.map((it) => names[it] ?? it))].join(', ');

export const documents = {
  label: 'Documents',
  add: 'Ajouter un document',
  addMore: 'Ajouter un autre document',
  choose: 'Choisir des fichiers',
  intake: 'Ajouter des documents',
  drop: 'Déposez vos fichiers ici',
  paste: 'Ou collez-les dans la page, ou choisissez-les.',
  dropOrPick: 'Choisissez-le, ou déposez-le n’importe où sur cette page.',
  task: 'Résumer un document',
  taskHint: 'Rapport, délibération, convention : chaque page est lue, chaque phrase mène à sa page.',
  fate: 'L’original est supprimé dès que son texte est lu. Le texte disparaît avec la conversation.',
  formats: (/** @type {{extensions: string[]}} */ { extensions }) => `Formats : ${formats(extensions)}.`,
  bounds: (/** @type {import('./types.js').DocumentLimits} */ { maxBytes, maxPages, maxPerConversation }) =>
    `Limites : ${size(Math.floor(maxBytes / 1_048_576) * 1_048_576 || maxBytes)} et ${pages(maxPages)} par document, ${plural(maxPerConversation, 'document')} par conversation.`,
  size,
  pages,

  begin: 'Demandez un résumé, ou posez votre question ci-dessous : IRIS y répond à partir de ces documents.',
  note: 'IRIS répond à partir des documents de cette conversation et cite leurs pages.',
  learnsNothing: 'Il n’apprend pas de vos échanges, et tout s’efface automatiquement.',

  sending: (/** @type {number} */ sent, /** @type {number} */ total) => `Envoi : ${size(sent)} sur ${size(total)}`,
  queued: 'En attente d’envoi',
  waiting: 'En attente de lecture',
  reading: (/** @type {number} */ read, /** @type {number} */ total) =>
    total ? `Lecture : ${read.toLocaleString('fr-FR')} sur ${pages(total)}` : `Lecture : ${pages(read)}`,
  read: (/** @type {number} */ read, /** @type {number} */ total) =>
    read === total
      ? `${pages(total)} ${total > 1 ? 'lues' : 'lue'}`
      : `${pages(read)} ${read > 1 ? 'lues' : 'lue'} sur ${total.toLocaleString('fr-FR')}`,
  shortRead: (/** @type {number} */ read) => `${read.toLocaleString('fr-FR')} p. ${read > 1 ? 'lues' : 'lue'}`,
  shortUnreadable: (/** @type {number} */ count) => `${count} p. ${count > 1 ? 'illisibles' : 'illisible'}`,
  going: 'lecture en cours',
  unreadable: (/** @type {number[]} */ list) => `${list.length > 1 ? 'illisibles' : 'illisible'} : ${numbers(list)}`,
  cutByIris: 'Numéros de page donnés par IRIS : ce format n’en garde pas, ceux du papier peuvent différer.',
  recognised: (/** @type {number[]} */ list) =>
    `${list.length > 1 ? 'Pages numérisées, reconnues' : 'Page numérisée, reconnue'} par lecture optique : ${numbers(list)}.`,
  searched: 'Recherche dans les documents',
  consulted: 'À partir de : ',
  asked: 'La demande porte sur ',
  askedPages: (/** @type {string} */ name, /** @type {number} */ of) => `« ${name} », ${pages(of)}`,
  consultedPages: (/** @type {string} */ name, /** @type {number[]} */ read, /** @type {number} */ of) =>
    read.length > of / 2
      ? `« ${name} », ${documents.read(read.length, of)}`
      : `« ${name} », ${read.length > 1 ? 'pages' : 'page'} ${numbers(read)} sur ${of.toLocaleString('fr-FR')}`,
  partOf: (/** @type {string} */ name) => `Joint à « ${name} »`,
  notRead: (/** @type {string} */ name, /** @type {string} */ why) => `Pièce jointe non lue : « ${name} ». ${why}`,
  failed: 'Ce document n’a pas pu être lu',
  notAdded: 'Ce document n’a pas été ajouté',
  progress: (/** @type {string} */ name) => `Avancement de « ${name} »`,
  count: (/** @type {number} */ count) => plural(count, 'document'),

  cancel: 'Annuler',
  cancelThis: (/** @type {string} */ name) => `Annuler « ${name} »`,
  dismiss: 'Retirer',
  dismissThis: (/** @type {string} */ name) => `Retirer « ${name} » de la liste`,
  erase: 'Effacer',
  eraseThis: (/** @type {string} */ name) => `Effacer « ${name} »`,
  open: 'Ouvrir',
  openThis: (/** @type {string} */ name) => `Ouvrir « ${name} »`,
  retryThis: (/** @type {string} */ name) => `Réessayer « ${name} »`,
  goToList: 'Voir les documents',
  erasing: {
    title: 'Effacer ce document ?',
    detail: (/** @type {string} */ name) =>
      `Le texte de « ${name} » sera effacé tout de suite. Ce qui a été écrit à son sujet dans la conversation reste, sans lien vers ses pages.`,
    confirm: 'Effacer le document',
  },

  said: {
    reading: (/** @type {string} */ name) => `Lecture de « ${name} » commencée.`,
    ready: (/** @type {string} */ name, /** @type {string} */ coverage) => `« ${name} » : ${coverage}.`,
    failed: (/** @type {string} */ name, /** @type {string} */ why) => `« ${name} » : ${why}`,
    sent: (/** @type {number} */ count) => `Envoi de ${plural(count, 'document')}.`,
    erased: (/** @type {string} */ name) => `« ${name} » effacé.`,
  },

  refused: {
    folder: {
      title: 'Un dossier ne peut pas être ajouté',
      detail: 'Ouvrez-le et choisissez les fichiers qu’il contient.',
    },
    tooLarge: (/** @type {number} */ bytes, /** @type {number} */ most) => ({
      title: 'Document trop volumineux',
      detail: `Il fait ${size(bytes)} ; ${size(most)} au plus. Rien n’a été envoyé.`,
    }),
    tooMany: (/** @type {number} */ most) => ({
      title: 'Trop de documents',
      detail: `${plural(most, 'document')} au plus par conversation. Effacez-en un, ou commencez une autre conversation.`,
    }),
  },
};

export const citation = {
  see: (/** @type {number} */ page, /** @type {string} */ name) => `Voir la page ${page} de « ${name} »`,
  unsupported: 'phrase non retrouvée dans la page',
  goneDocument: 'document effacé',
  title: (/** @type {number} */ page, /** @type {number} */ total, /** @type {string} */ name) =>
    `Page ${page}${total ? ` sur ${total}` : ''} · ${name}`,
  panel: 'Page du document',
  previous: 'Page précédente',
  next: 'Page suivante',
  back: (/** @type {number} */ page) => `Revenir à la page citée (${page})`,
  supports: 'Les mots surlignés et soulignés appuient la phrase citée.',
  missing: 'IRIS n’a pas retrouvé cette phrase dans la page. Vérifiez dans l’original avant de vous en servir.',
  recognised: 'Page numérisée : le texte vient d’une lecture optique, qui peut se tromper de lettre ou de chiffre.',
  unreadable: 'IRIS n’a pas pu lire cette page : c’est une image, ou son texte est illisible. Rien de cette page n’a servi.',
  empty: 'Cette page est vide.',
  markBegins: 'passage cité :',
  markEnds: 'fin du passage cité',
  footnotes: 'Notes de bas de page',
  table: 'Tableau',
  failed: 'La page n’a pas pu être ouverte',
};
