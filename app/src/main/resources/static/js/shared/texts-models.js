/** Texts of the page of the models. */

import { plural } from './plural.js';

export const models = {
  page: 'Modèles',
  lead: 'Une version lie un modèle, ses réglages et ses consignes. Elle est importée, évaluée, essayée sur une part des conversations, puis activée. Le modèle actif ne change que sur votre ordre, et l’ancien reste prêt à revenir.',
  loading: 'Lecture des versions…',
  none: 'Aucune version : proposez un modèle du catalogue pour commencer.',
  unknown: '—',
  propose: 'Proposer un modèle',
  /** @param {string} name */
  rollBack: (name) => `Revenir à ${name}`,
  /** @param {string} name @param {string} state */
  told: (name, state) => `${name} : ${state}.`,
  drift: 'Le moteur a maintenant un autre modèle sous ce nom : l’empreinte n’est plus celle de l’import. Importez de nouveau : il retrouvera ce qui a été évalué.',
  promptsChanged: 'Les consignes ont changé depuis l’évaluation : son rapport ne vaut plus. Évaluez de nouveau.',

  columns: {
    model: 'Modèle',
    state: 'État',
    size: 'Taille',
    digest: 'Empreinte',
    evaluation: 'Évaluation',
    acts: 'Actions',
  },

  states: {
    proposed: 'Proposé',
    importing: 'Import en cours',
    imported: 'À évaluer',
    evaluating: 'Évaluation en cours',
    evaluated: 'Évalué',
    refused: 'Sous les seuils',
    ready: 'Prêt',
    /** @param {number} share */
    canary: (share) => `Essai sur ${share} %`,
    active: 'Actif',
    retired: 'Retiré',
  },

  acts: {
    import: 'Importer',
    cancel: 'Annuler',
    evaluate: 'Évaluer',
    ready: 'Déclarer prêt',
    canary: 'Essayer',
    activate: 'Activer',
    retire: 'Retirer',
  },

  /** What importing means where there was an import, and the engines are given the same again. */
  importsAgain: 'Importer de nouveau',

  /** What trying means while it is tried. */
  changesShare: 'Changer la part',

  /** What breaking off means, where it is not an import or an evaluation. */
  stepsBack: /** @type {Record<string, string>} */ ({ canary: 'Arrêter l’essai', ready: 'Ne plus déclarer prêt' }),

  phases: /** @type {Record<string, string>} */ ({
    pulling: 'Téléchargement :',
    checking: 'Contrôle de l’empreinte :',
    sending: 'Envoi au moteur :',
    creating: 'Création dans le moteur',
    evaluating: 'Épreuves :',
  }),

  progress: {
    /** @param {string} name */
    of: (name) => `Avancement de ${name}`,
    /** @param {string} done @param {string} total */
    bytes: (done, total) => (total ? `${done} sur ${total}` : done),
    /** @param {number} done @param {number} total */
    cases: (done, total) => (total ? `${done} sur ${total}` : ''),
  },

  evaluation: { none: 'À faire', passed: 'Réussie', failed: 'Sous les seuils' },

  confirm: {
    /** @param {string} name @param {string} before */
    activate: (name, before) => ({
      title: `Activer ${name} ?`,
      detail: `Les nouvelles réponses viendront de ${name}${before ? ` à la place de ${before}` : ''}. Les réponses en cours se terminent avec le modèle qui les a commencées. Vous pourrez revenir en arrière d’un geste.`,
      confirm: 'Activer',
    }),
    /** @param {string} name @param {string} before */
    rollBack: (name, before) => ({
      title: `Revenir à ${name} ?`,
      detail: `Les nouvelles réponses viendront de nouveau de ${name} à la place de ${before}. Les réponses en cours se terminent normalement.`,
      confirm: 'Revenir',
    }),
    /** @param {string} name */
    retire: (name) => ({
      title: `Retirer ${name} ?`,
      detail: 'Les moteurs oublient le modèle de cette version, et elle ne peut plus servir. Pour le reprendre, il faudra le proposer et l’importer de nouveau.',
      confirm: 'Retirer',
    }),
  },

  dialogs: {
    propose: {
      title: 'Quel modèle proposer ?',
      lead: 'Les modèles décrits dans le catalogue. Rien n’est téléchargé ni activé à cette étape.',
      legend: 'Modèle du catalogue',
      none: 'Le catalogue ne contient aucun modèle.',
      confirm: 'Proposer',
      /** @param {string} tokens */
      window: (tokens) => `fenêtre de ${tokens} jetons`,
      /** @param {string} size */
      memory: (size) => `${size} de mémoire`,
    },
    import: {
      /** @param {string} name */
      title: (name) => `D’où importer ${name} ?`,
      lead: 'Le moteur garde le modèle ; son empreinte est relevée et surveillée. L’import peut être annulé, et reprend où il s’est arrêté.',
      leadAgain:
        'Seuls reçoivent le modèle les moteurs qui ne l’ont plus, ou qui en ont un autre sous ce nom. Il doit avoir l’empreinte de ce qui a été évalué : sinon il est refusé. Les autres moteurs continuent de répondre.',
      legend: 'Origine',
      file: 'Fichier ou paquet du dossier d’import, sans accès au réseau',
      registry: 'Registre auquel le moteur a accès, ou son miroir interne',
      confirm: 'Importer',
    },
    canary: {
      /** @param {string} name */
      title: (name) => `Essayer ${name} sur quelle part ?`,
      lead: 'Seules de nouvelles conversations sont concernées, et chacune garde son modèle, même si la part change ensuite. L’essai s’arrête de lui-même si les échecs, l’attente ou les avis négatifs dépassent les seuils.',
      legend: 'Part des nouvelles conversations',
      confirm: 'Commencer l’essai',
      /** @param {string} share */
      share: (share) => `${share} % des nouvelles conversations`,
    },
  },

  report: {
    /** @param {string} name */
    title: (name) => `Évaluation de ${name}`,
    passed: 'Tous les seuils sont atteints.',
    failed: 'Un seuil au moins n’est pas atteint : cette version ne peut pas être déclarée prête.',
    /** @param {string} at */
    made: (at) => `Faite le ${at}.`,
    /** @param {string} name */
    compared: (name) => `Comparée à ${name}.`,
    alone: 'Aucune évaluation de la version active à comparer.',
    /** @param {string} score @param {string} threshold */
    score: (score, threshold) => `${score} d’épreuves réussies, seuil ${threshold}.`,
    /** @param {string} name @param {string} score */
    before: (name, score) => `${name} : ${score}.`,
    /** @param {number} failed @param {number} all */
    failures: (failed, all) => `${plural(failed, 'épreuve')} sur ${all} à revoir`,
    speed: 'Rapidité',
    slow: 'Trop lent pour les seuils.',
    /** @type {['firstTokenMs' | 'slowestFirstTokenMs' | 'tokensPerSecond' | 'answers', string, string][]} */
    speeds: [
      ['firstTokenMs', 'Premier mot, médiane', 'ms'],
      ['slowestFirstTokenMs', 'Premier mot, pour 95 % des réponses', 'ms'],
      ['tokensPerSecond', 'Jetons par seconde, médiane', ''],
      ['answers', 'Réponses mesurées', ''],
    ],
    energy: 'Énergie',
    /** @param {string} least @param {string} most */
    wattHours: (least, most) => `De ${least} à ${most} Wh pour mille jetons écrits.`,
    /** @param {string} name @param {string} least @param {string} most */
    wattHoursOf: (name, least, most) => `${name} : de ${least} à ${most} Wh.`,
    estimated:
      'Estimation d’après la taille du modèle (EcoLogits 0.9.1), sur un serveur de cartes de 80 Go : le moins quand 64 réponses s’y écrivent à la fois, le plus quand il n’y en a qu’une. Ce n’est pas une mesure ; la lecture de la demande n’y est pas.',
  },

  backends: {
    title: 'Serveurs et file',
    none: 'Aucun serveur n’est réglé.',
    /** @param {number} count */
    waiting: (count) => (count ? `${plural(count, 'demande')} en attente.` : 'File vide.'),
    version: 'Version',
    busy: 'Réponses en cours',
    loaded: 'En mémoire',
    nothingLoaded: 'rien',
    /** @param {number} taken @param {number} slots */
    slots: (taken, slots) => `${taken} sur ${slots}`,
    drain: 'Mettre en retrait',
    resume: 'Remettre en service',
    done: {
      /** @param {string} name */
      drain: (name) => `${name} est en retrait : ses réponses en cours se terminent, aucune autre ne lui est confiée.`,
      /** @param {string} name */
      resume: (name) => `${name} est de nouveau en service.`,
    },
    states: {
      up: 'En service',
      down: 'Ne répond pas',
      hung: 'Accepte, mais ne répond plus',
      old: 'Version trop ancienne',
      draining: 'En retrait',
      opened: 'Écarté après des échecs',
    },
  },
};
