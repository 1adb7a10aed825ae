/** Texts of what deserves checking in an answer, and of what the documents say of it. */

import { plural } from './plural.js';

/** @import {FindingKind, Verdict} from './types.js' */

/** @type {Record<FindingKind, [string, string]>} */
const names = {
  figure: ['chiffre', 'chiffres'],
  amount: ['montant', 'montants'],
  percentage: ['pourcentage', 'pourcentages'],
  date: ['date', 'dates'],
  duration: ['durée', 'durées'],
  reference: ['référence', 'références'],
  name: ['nom', 'noms'],
  quotation: ['citation', 'citations'],
  text: ['passage', 'passages'],
};

/** @type {Record<Verdict, [string, string]>} */
const counted = {
  supported: ['appuyé', 'appuyés'],
  not_found: ['introuvable', 'introuvables'],
  contradicted: ['contredit', 'contredits'],
  no_source: ['sans source', 'sans source'],
  not_analysed: ['passage non analysé', 'passages non analysés'],
};

/** The verdict of one finding. */
const judged = /** @type {Record<Verdict, string>} */ ({
  supported: 'Appuyé',
  not_found: 'Introuvable',
  contradicted: 'Contredit',
  no_source: 'À vérifier',
  not_analysed: 'Non analysé',
});

export const verify = {
  title: 'À vérifier',
  none: 'Aucun chiffre ni date repéré ; le reste se vérifie aussi.',
  kind: (/** @type {FindingKind} */ kind, /** @type {number} */ count) => plural(count, ...names[kind]),
  kindTitle: (/** @type {FindingKind} */ kind) => `${names[kind][1][0].toUpperCase()}${names[kind][1].slice(1)}`,
  verdict: (/** @type {Verdict} */ verdict, /** @type {number} */ count) => plural(count, ...counted[verdict]),
  and: 'et',
  toVerify: 'à vérifier',
  open: 'Vérifier point par point',
  openSupported: 'Voir où c’est écrit',
  progress: (/** @type {number} */ done, /** @type {number} */ of) =>
    `${done.toLocaleString('fr-FR')} sur ${of.toLocaleString('fr-FR')} ${done > 1 ? 'vérifiés' : 'vérifié'}`,
  shown: (
    /** @type {Verdict} */ verdict,
    /** @type {FindingKind} */ kind,
    /** @type {number} */ index,
    /** @type {number} */ count,
    /** @type {string} */ text,
  ) => `${judged[verdict]}, ${names[kind][0]} ${index} sur ${count} : « ${text} »`,

  words: judged,

  groups: /** @type {Record<Verdict, {title: string, detail: string}>} */ ({
    contradicted: {
      title: 'Contredits par les documents',
      detail: 'Les documents disent autre chose. Dans la réponse : souligné d’une vague, suivi du signe ≠.',
    },
    not_found: {
      title: 'Introuvables dans les documents',
      detail: 'IRIS ne les a pas trouvés dans ce qu’il a lu. Dans la réponse : souligné de tirets, suivi d’un « ? ».',
    },
    no_source: {
      title: 'Sans source',
      detail: 'Rien n’a été comparé : ce qui est précis se vérifie ailleurs. Dans la réponse : souligné de points.',
    },
    not_analysed: {
      title: 'Non analysés',
      detail: 'Non analysé : trop long ou trop embrouillé pour être comparé. Relisez ces passages en entier.',
    },
    supported: {
      title: 'Appuyés par les documents',
      detail: 'La même valeur s’y trouve. Le sens est-il le même ? Dans la réponse : souligné d’un trait fin.',
    },
  }),
  says: 'Le document dit :',
  saysOtherwise: 'Les mots surlignés et soulignés disent autre chose que la réponse.',
  bearsOut: 'Les mots surlignés et soulignés sont ceux que la réponse reprend.',
  seeInAnswer: 'voir dans la réponse',
  page: (/** @type {number} */ page) => `p. ${page}`,

  tick: 'Vérifié par moi',
  notSaved: (/** @type {string} */ why) => `La coche n’a pas été enregistrée : ${why}. Cochez de nouveau.`,
  changed: 'La réponse affichée a changé : « À vérifier » est fermé.',
  more: (/** @type {number} */ count) => `Afficher les ${plural(count, 'suivant')}`,
  show: 'Afficher',
  hide: 'Masquer',

  search: {
    advice: 'IRIS ne cherche pas à votre place. Copiez la recherche, puis collez-la dans un moteur de recherche, sans donnée interne ni personnelle.',
    figures: 'Pour un chiffre du Département :',
    words: 'À chercher :',
    copy: 'Copier la recherche',
    copied: 'Recherche copiée. Retirez ce qui est interne ou personnel avant de la coller.',
  },

  sign: /** @type {Record<'contradicted' | 'not_found' | 'not_analysed' | 'checked', (text: string) => string>} */ ({
    contradicted: (text) => `« ${text} » contredit par les documents : vérifier`,
    not_found: (text) => `« ${text} » introuvable dans les documents : vérifier`,
    not_analysed: () => 'Passage non analysé : vérifier',
    checked: (text) => `« ${text} » vérifié par vous : revoir`,
  }),
  label: { no_source: 'à vérifier', checked: 'vérifié par vous' },
  notAnalysed: 'Non analysé',
};
