/** Texts of a conversation's end: brought forward, asked for, passed; and of one that cannot be read. */

import { plural } from './plural.js';

export const ends = {
  sooner: 'Effacer plus tôt',
  soonerThis: 'Effacer plus tôt cette conversation',
  note: 'À l’heure choisie, elle s’efface même si vous continuez à l’utiliser. Ce choix ne peut pas être repoussé.',
  in: 'Effacer dans',
  at: 'Effacer',
  /** @param {number} minutes */
  delay: (minutes) => (minutes < 60 ? `${minutes}\u00a0min` : `${minutes / 60}\u00a0h`),
  evening: 'ce soir à 20\u00a0h',
  none: 'Elle s’efface déjà dans moins d’un quart d’heure.',
  /** @param {string} moment */
  done: (moment) => `La conversation sera effacée le ${moment}.`,
  failed: 'Cette conversation n’a pas pu être lue',
};

export const erase = {
  title: 'Effacer cette conversation ?',
  /** @param {string} title */
  detail: (title) =>
    `« ${title} » et tous ses messages seront effacés tout de suite. Il n’y a pas de corbeille : copiez d’abord ce que vous voulez garder.`,
  confirm: 'Effacer la conversation',
  /** @param {number} count */
  allTitle: (count) => (count > 1 ? `Effacer vos ${count} conversations ?` : 'Effacer votre conversation ?'),
  allDetail:
    'Toutes vos conversations et leurs messages seront effacés tout de suite, avec ce que vous avez joint à vos avis. Il n’y a pas de corbeille : copiez d’abord ce que vous voulez garder.',
  allConfirm: 'Tout effacer',
};

export const gone = {
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
};
