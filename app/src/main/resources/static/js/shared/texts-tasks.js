/** What IRIS does well, with a text to begin from; what stands in brackets is to be filled. */
export const tasks = [
  {
    name: 'Comprendre un texte',
    hint: 'Synthèse, points clés, questions à poser',
    starter:
      'Résume le texte ci-dessous pour [un lecteur pressé] : l’essentiel en cinq points, puis trois questions à poser.\n\nTexte :\n[collez le texte ici]',
  },
  {
    name: 'Rédiger un courrier ou une note',
    hint: 'À partir de vos éléments, pour un destinataire précis',
    starter:
      'Prépare un courrier.\nDestinataire : [qui le lira]\nObjet : [sujet]\nCe que je veux obtenir : [but]\nÉléments à utiliser, sans rien ajouter : [faits, dates, montants]\nTon : [cordial, ferme, neutre]',
  },
  {
    name: 'Reformuler',
    hint: 'Plus court, plus clair, en français facile',
    starter:
      'Reformule le texte ci-dessous : [plus court, plus clair, en français facile]. Garde tous les faits, les dates et les montants.\n\nTexte :\n[collez le texte ici]',
  },
  {
    name: 'Préparer une réunion',
    hint: 'Ordre du jour, trame, compte rendu',
    starter:
      'Propose un ordre du jour pour une réunion de [durée] avec [participants].\nSujet : [sujet]\nCe qui doit être décidé : [décisions attendues]',
  },
];
