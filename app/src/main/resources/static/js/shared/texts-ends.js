/** Texts of a conversation's end that is brought forward, and of one that cannot be read. */
export const ends = {
  sooner: 'Effacer plus tôt',
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
