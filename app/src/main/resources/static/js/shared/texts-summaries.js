/** Texts of summaries: the choice of one, and how it goes. */

import { plural } from './plural.js';

/** @import {Method, SummaryFormat, SummaryRequest} from './types.js' */

/** @type {Record<SummaryFormat, {name: string, hint: string}>} */
const formats = {
  briefing: { name: 'Note de synthèse', hint: 'L’objet, l’essentiel, les chiffres, ce qui reste à décider.' },
  'key-points': { name: 'Points clés', hint: 'Une liste courte, une idée par point.' },
  questions: { name: 'Questions à poser en commission', hint: 'Ce que le document laisse ouvert, et où.' },
  'one-page': { name: 'Fiche de lecture d’une page', hint: 'Tout tient sur une page, à emporter en séance.' },
  'easy-read': { name: 'Résumé en français facile (FALC)', hint: 'Phrases courtes, mots de tous les jours.' },
  comparison: { name: 'Comparer deux versions', hint: 'Ce qui a été ajouté, retiré ou changé, article par article.' },
};

/** What is asked for, where the choice has another name. @type {Partial<Record<SummaryFormat, string>>} */
const titles = { comparison: 'Comparaison de deux versions' };

/** @param {SummaryFormat} format whether it has a length to choose */
export const hasLength = (format) => format !== 'one-page';

const lengths = /** @type {const} */ ({ short: 'Courte', medium: 'Moyenne', long: 'Longue' });

/**
 * A file's name without the signs that steer a model: the server's Quoted.harmless.
 *
 * @param {string} name
 */
const harmless = (name) =>
  name
    .replace(/[\p{Cc}\p{Cf}\u{E0000}-\u{E0FFF}\u{FE00}-\u{FE0F}]/gu, '')
    .replaceAll('<', '‹')
    .replaceAll('>', '›')
    .replace(/\[(\/?[A-Z][A-Z_]{2,})]/g, '($1)')
    .replace(/\[(?= *(?:doc(?:ument)?(?![\p{L}\p{Nd}_])|pp? *\.|pages?(?![\p{L}\p{Nd}_])))/giu, '(');

export const summaries = {
  act: 'Résumer',
  actThis: (/** @type {string} */ name) => `Résumer « ${name} »`,
  several: 'Résumer ou comparer plusieurs documents',
  title: 'Résumer',
  which: 'Documents',
  older: 'Ancienne version',
  newer: 'Nouvelle version',
  format: 'Ce que vous voulez obtenir',
  formats,
  length: 'Longueur',
  lengths,
  method: 'Façon de faire',
  methods: /** @type {Record<Method, {name: string, hint: string}>} */ ({
    generative: { name: 'IRIS rédige', hint: 'Chaque page est lue, puis un texte est écrit, avec les pages. Cela peut prendre plusieurs minutes.' },
    extractive: {
      name: 'Extraits, sans génération',
      hint: 'Phrases recopiées du document, sans génération : rien d’inventé, mais rien de reformulé. Immédiat.',
    },
  }),
  label: 'Phrases recopiées du document, sans génération : rien d’inventé, mais rien de reformulé.',
  modelAway: 'Le modèle est indisponible : les extraits, eux, ne demandent aucun modèle.',
  modelNeeded: 'Ce choix demande une rédaction : il attend le retour du modèle.',
  shortDocument: 'Ce document est court : quelques phrases recopiées suffisent peut-être.',
  start: 'Lancer le résumé',
  startComparison: 'Lancer la comparaison',
  noDocument: 'Choisissez au moins un document.',
  sameTwice: 'Choisissez deux documents différents.',
  busy: 'Une réponse est en cours : attendez sa fin, ou arrêtez-la.',

  progress: (/** @type {number} */ done, /** @type {number} */ total) =>
    `Lecture pour le résumé : ${done.toLocaleString('fr-FR')} sur ${plural(total, 'page')}`,
  progressLabel: 'Avancement du résumé',
  left: (/** @type {string} */ span) => `encore ${span} environ`,
  extracts: 'Extraits du document',
  stopped: 'Résumé arrêté à votre demande : il est incomplet. Les pages déjà lues sont gardées.',
  cut: 'Résumé coupé : il a atteint la longueur maximale d’une réponse, sa fin manque. Demandez-le plus court.',
  incomplete: /** @type {Partial<Record<import('./types.js').MessageState, string>>} */ ({
    stopped: 'Résumé incomplet : arrêté avant la fin.',
    length: 'Résumé incomplet : coupé à la longueur maximale.',
    failed: 'Résumé incomplet : interrompu par une erreur.',
  }),
  resume: 'Reprendre le résumé',
  again: 'Autre résumé',
  keptParts: 'Les pages déjà lues sont gardées : réessayer reprend où le résumé s’est arrêté.',

  /**
   * The request in words, as the server writes it.
   *
   * @param {SummaryRequest} request
   * @param {string[]} names of the documents
   */
  words: ({ format, length, method }, names) => {
    const documents = names.map((name) => `« ${harmless(name)} »`);
    const size = hasLength(format) ? `, longueur ${lengths[length].toLowerCase()}` : '';
    const extracts = method === 'extractive' ? ', extraits sans génération' : '';
    const between = format === 'comparison' ? ', puis ' : ', ';
    return `${titles[format] ?? formats[format].name}${size}${extracts} : ${documents.join(between)}`;
  },
};
