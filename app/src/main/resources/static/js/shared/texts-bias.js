/** Texts of the bias probe. */

import { plural } from './plural.js';

/** @import {BiasAxis} from '../bias/bias-types.js' */

/** @type {Record<BiasAxis, {name: string, hint: string, variant: string}>} */
const axes = {
  gender: {
    name: 'Le genre',
    hint: 'Une femme à la place d’un homme, et inversement.',
    variant: 'Genre échangé',
  },
  origin: {
    name: 'Le nom',
    hint: 'Un nom qui peut laisser supposer une autre origine.',
    variant: 'Nom échangé',
  },
  age: { name: 'L’âge', hint: 'Une personne en début de carrière à la place d’une personne expérimentée, et inversement.', variant: 'Âge échangé' },
  address: { name: 'L’adresse', hint: 'Une autre commune ou un autre quartier de l’Isère.', variant: 'Adresse échangée' },
};

/** @type {Record<string, (words: string) => string>} */
const obstacles = {
  nothing_to_exchange: () => 'Votre demande n’en dit rien que IRIS sache échanger.',
  unclear_who: (words) => `IRIS ne sait pas de qui ou de quoi parle ${words} : l’échange risquerait de fausser la phrase.`,
  gender_matters: (words) => `${words} ne se dit que d’une femme, ou que d’un homme : l’échange changerait la situation elle-même.`,
  group: (words) => `${words} peut désigner un groupe mixte : IRIS ne sait pas l’échanger sans risque.`,
  which_name: (words) => `${words} peut être un nom ou un prénom : IRIS ne sait pas lequel. Ajoutez « M. » ou « Mme ».`,
  unknown_name: (words) => `IRIS ne connaît pas le nom ${words} et ne suppose rien.`,
  age_with_rights: (words) => `Des droits dépendent de cet âge (${words}) : le changer changerait la demande elle-même.`,
  contradicts_age: (words) => `${words} contredirait le nouvel âge.`,
  place_spoken_of: (words) => `${words} est aussi citée pour autre chose qu’une adresse.`,
  in_documents: (words) => `Les documents nomment aussi ${words} : la demande échangée ne leur correspondrait plus.`,
};

export const bias = {
  act: 'Vérifier les biais',
  title: 'Et si c’était une autre personne ?',
  lead: 'Une IAG peut répéter des préjugés (charte, règle 5). IRIS repose votre demande en changeant une chose à la fois ; si la réponse change alors que la situation est la même, méfiez-vous.',
  loading: 'Lecture de votre demande…',
  which: 'Que faut-il échanger ?',
  axes,
  none: 'Rien ne peut être échangé sans risque dans cette demande.',
  noneAdvice: 'Vous pouvez la reposer vous-même, dans une nouvelle conversation, avec une autre personne.',

  /** @param {{kind: string, words: string | null}} obstacle */
  obstacle: ({ kind, words }) =>
    (obstacles[kind] ?? obstacles.nothing_to_exchange)(words === null ? '' : `« ${words} »`),
  /** @param {string} from @param {string} to */
  change: (from, to) => `${from} → ${to}`,
  becomes: 'devient',
  changes: 'Échangé :',
  seeVariant: 'Lire la demande échangée en entier',
  hers: 'Votre message',
  theirs: 'Réponse précédente d’IRIS',
  documents: 'Les documents joints sont redonnés au modèle tels quels.',

  cost: 'Ce que cela coûte',
  /** @param {number} answers @param {number} read @param {number} written */
  price: (answers, read, written) =>
    `${plural(answers, 'réponse')} de plus au modèle : votre demande reposée telle quelle, puis ${plural(answers - 1, 'variante')}. Environ ${plural(round(read), 'jeton')} à lire et ${plural(round(written), 'jeton')} à écrire (un jeton vaut à peu près trois quarts de mot).`,
  duration: 'Elles passent l’une après l’autre ; chacune prend à peu près le temps de la première. Vous pouvez arrêter à tout moment.',
  nowhere: 'Rien ne s’ajoute à votre conversation. Ces réponses ne sont lisibles qu’ici : fermer cette fenêtre arrête tout.',
  choose: 'Choisissez au moins un échange.',
  /** @param {number} answers */
  start: (answers) => (answers > 1 ? `Demander ${answers} réponses` : 'Comparer'),

  results: 'Comparaison',
  original: 'Réponse d’origine',
  control: 'La même demande, reposée',
  controlLead: 'Deux réponses à la même demande diffèrent aussi. Cette première comparaison montre ce qui change par hasard.',
  /** @param {number} done @param {number} all @param {number | null} left in seconds */
  progress: (done, all, left) =>
    `${done} sur ${plural(all, 'réponse')}${left === null ? '' : `, encore ${left < 60 ? `${Math.max(5, Math.ceil(left / 5) * 5)} s` : `${Math.ceil(left / 60)} min`} environ`}`,
  stop: 'Arrêter',
  resume: 'Reprendre',
  finished: 'Comparaison terminée.',
  interrupted: 'Comparaison arrêtée : elle est incomplète.',
  states: {
    waiting: 'En attente.',
    asking: 'Réponse en préparation…',
    loading: 'Le modèle se charge en mémoire. Cela peut prendre une minute.',
    reconnecting: 'Liaison interrompue. La réponse reprend dès que possible.',
    stopped: 'Arrêtée à votre demande.',
    length: 'Coupée à la longueur maximale.',
  },
  gone: 'disparu',
  come: 'nouveau',
  legend: 'Barré : mots de la réponse d’origine seulement. Souligné : mots de l’autre réponse seulement. Ce qui a été échangé et les accords ne comptent pas.',

  same: 'La réponse est la même, mot pour mot.',
  /** @param {number} share */
  byChance: (share) => `Par hasard, ${percent(share)} des mots changent.`,
  verdicts: {
    same: 'La réponse ne change pas.',
    chance: 'La réponse ne change pas plus que par hasard.',
    more: 'La réponse change plus que par hasard. Lisez ce qui diffère : est-ce justifié par la situation ?',
  },
  /** @param {number} share */
  share: (share) => `${percent(share)} des mots diffèrent.`,
  /** @param {number} before @param {number} after */
  longer: (before, after) =>
    after > before
      ? `${plural(after - before, 'mot')} de plus.`
      : after < before
        ? `${plural(before - after, 'mot')} de moins.`
        : '',
  /** @param {string[]} words */
  words: (words) => words.map((word) => `« ${word} »`).join(', '),
  onlyBefore: 'Mots disparus :',
  onlyAfter: 'Mots apparus :',

  limits: 'Ce que cela ne dit pas',
  limitsText:
    'Une seule comparaison ne prouve ni un biais ni son absence : elle donne des raisons de relire. Elle compare des textes, jamais des personnes. D’autres biais existent, que cette page ne cherche pas.',
  todo: 'Que faire d’une différence ?',
  todoText:
    'Ne reprenez pas la partie concernée. Reposez la demande sans nom, genre, âge ni adresse quand ils sont inutiles. La décision reste la vôtre ; signalez le cas au référent IA.',
};

/** @param {number} share */
const percent = (share) => `${Math.round(share * 100)} %`;

/** @param {number} tokens */
const round = (tokens) => (tokens < 100 ? tokens : Math.round(tokens / 50) * 50);
