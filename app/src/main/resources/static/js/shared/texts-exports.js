/** Texts of what leaves IRIS as a file. */

import { plural } from './plural.js';

/** @import {FindingKind, Verdict} from './types.js' */

/** @type {Record<FindingKind, string>} */
const kinds = {
  amount: 'Montant',
  percentage: 'Pourcentage',
  date: 'Date',
  duration: 'Durée',
  reference: 'Référence',
  name: 'Nom',
  quotation: 'Citation',
  figure: 'Chiffre',
  text: 'Passage',
};

export const exports = {
  act: 'Exporter',
  title: 'Exporter cette réponse',
  points: (/** @type {number} */ count) => `${plural(count, 'point')} à vérifier dans cette réponse`,
  pointsHint: 'Cochez ce que vous avez vérifié vous-même. Le reste part « à vérifier », énuméré dans le document.',
  point: (/** @type {FindingKind} */ kind, /** @type {string} */ text) => `${kinds[kind] ?? kinds.figure} « ${text} »`,
  verdicts: /** @type {Record<Verdict, string>} */ ({
    supported: 'Appuyé par les documents',
    not_found: 'Introuvable dans les documents',
    contradicted: 'Contredit par les documents',
    no_source: 'Sans source',
    not_analysed: 'Non analysé',
  }),
  says: (/** @type {number} */ page, /** @type {string} */ text) => ` : la page ${page} dit « ${text} »`,
  more: (/** @type {number} */ count) => `Afficher les ${count.toLocaleString('fr-FR')} autres`,
  allSupported: 'Tout ce qu’IRIS a relevé se retrouve dans les documents. Le sens, lui, se vérifie.',
  nothing: 'IRIS n’a relevé ni chiffre, ni date, ni référence. Le reste se vérifie aussi.',
  leaves: (/** @type {number} */ count) =>
    count > 1
      ? `Je laisse ${count.toLocaleString('fr-FR')} points « à vérifier » : le document le dira et les énumérera.`
      : 'Je laisse 1 point « à vérifier » : le document le dira et l’indiquera.',
  leavesMissing: 'Cochez ce que vous avez vérifié, ou confirmez que le reste part « à vérifier ».',
  reviewer: 'Relu par',
  reviewerHint: 'Ce nom figure dans le document et à chaque page : « relu et validé par… ».',
  reviewerMissing: 'Écrivez le nom de la personne qui a relu : rien ne sort d’IRIS sans lui.',
  format: 'Format',
  formats: /** @type {Record<string, {name: string, hint: string}>} */ ({
    docx: { name: 'Word', hint: '(.docx)' },
    odt: { name: 'LibreOffice', hint: '(.odt)' },
    pdf: { name: 'PDF', hint: '(.pdf, accessible)' },
    markdown: { name: 'Markdown', hint: '(.md, texte brut)' },
  }),
  start: 'Télécharger',
  making: 'Préparation…',
  done: (/** @type {string} */ name) => `Document « ${name} » téléchargé.`,
};
