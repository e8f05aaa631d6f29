import type { Measure } from '../../../kernel/moderation.ts';
import { counted, plural, type Text } from '../../../kernel/text.ts';

/** What each measure is called when somebody chooses it, from the mildest. */
export const measureChoices = {
  warning: { fr: 'Avertir', en: 'Warn' },
  note: { fr: 'Écrire une note interne', en: 'Write an internal note' },
  timeout: { fr: 'Exclure pour un temps', en: 'Time out' },
  kick: { fr: 'Expulser', en: 'Kick' },
  tempban: { fr: 'Bannir pour un temps', en: 'Ban for a time' },
  ban: { fr: 'Bannir définitivement', en: 'Ban for good' },
} as const satisfies Record<Measure, Text>;

export const measureHelp = {
  warning: {
    fr: 'La personne lit votre motif ; rien d’autre ne change',
    en: 'The person reads your reason; nothing else changes',
  },
  note: { fr: 'Pour l’équipe seulement : la personne n’en sait rien', en: 'For the team only: the person is not told' },
  timeout: { fr: 'Ne peut plus écrire ni parler ; 28 jours au plus', en: 'Can no longer write or speak; at most 28 days' },
  kick: { fr: 'Quitte le serveur, peut revenir avec une invitation', en: 'Leaves the server, may come back with an invite' },
  tempban: { fr: 'Quitte le serveur et ne peut revenir qu’ensuite', en: 'Leaves the server and may come back only afterwards' },
  ban: { fr: 'Quitte le serveur pour toujours (administration)', en: 'Leaves the server for good (administrators)' },
} as const satisfies Record<Measure, Text>;

export const commandText = {
  warn: { name: { en: 'mod warn', fr: 'moderation avertir' }, description: { fr: 'Avertir une personne', en: 'Warn somebody' } },
  note: {
    name: { en: 'mod note', fr: 'moderation noter' },
    description: {
      fr: 'Écrire une note sur une personne, pour l’équipe seulement',
      en: 'Write a note about somebody, for the team only',
    },
  },
  timeout: {
    name: { en: 'mod timeout', fr: 'moderation exclure' },
    description: {
      fr: 'Empêcher une personne d’écrire et de parler pour un temps',
      en: 'Keep somebody from writing and speaking for a time',
    },
  },
  kick: {
    name: { en: 'mod kick', fr: 'moderation expulser' },
    description: {
      fr: 'Retirer une personne du serveur ; elle pourra revenir',
      en: 'Remove somebody from the server; they may come back',
    },
  },
  ban: {
    name: { en: 'mod ban', fr: 'moderation bannir' },
    description: {
      fr: 'Bannir une personne, pour un temps ou définitivement',
      en: 'Ban somebody, for a time or for good',
    },
  },
  unban: {
    name: { en: 'mod unban', fr: 'moderation debannir' },
    description: { fr: 'Lever le bannissement d’une personne', en: 'Lift somebody’s ban' },
  },
} as const;

export const optionText = {
  person: { fr: 'Personne concernée', en: 'Person concerned' },
  reason: { fr: 'Motif, que la personne lira', en: 'Reason, which the person will read' },
  note: { fr: 'Texte de la note', en: 'Text of the note' },
  liftReason: { fr: 'Pourquoi, que la personne lira', en: 'Why, which the person will read' },
  severity: { fr: 'Gravité, qui donne les points', en: 'Severity, which gives the points' },
  rule: { fr: 'Règle concernée', en: 'Rule concerned' },
  duration: { fr: 'Durée : 2 h, 3 jours, 1 semaine', en: 'Duration: 2 h, 3 days, 1 week' },
  banDuration: {
    fr: 'Durée : 3 jours, 1 mois. Sans durée : définitif (administration)',
    en: 'Duration: 3 days, 1 month. Without it: for good (administrators)',
  },
  evidence: { fr: 'Lien vers un message, gardé comme preuve', en: 'Link to a message, kept as evidence' },
  behalf: { fr: 'Personne au nom de qui vous agissez', en: 'Person on whose behalf you act' },
  messages: { fr: 'Effacer ses messages des derniers jours (0 à 7)', en: 'Delete their messages of the last days (0 to 7)' },
} as const;

export const text = {
  menu: { fr: 'Avertir', en: 'Warn' },
  formTitle: { fr: 'Prendre une mesure', en: 'Take a measure' },
  measure: { fr: 'Mesure', en: 'Measure' },
  severity: { fr: 'Gravité', en: 'Severity' },
  severityHelp: {
    fr: 'Elle donne les points. Sans objet pour une note.',
    en: 'It gives the points. Of no use for a note.',
  },
  duration: { fr: 'Durée', en: 'Duration' },
  durationHelp: {
    fr: 'Si vous excluez ou bannissez pour un temps : 2 h, 3 jours…',
    en: 'For a timeout or a temporary ban: 2 h, 3 days…',
  },
  reason: { fr: 'Motif', en: 'Reason' },
  reasonHelp: {
    fr: 'La personne le lira (sauf pour une note) : restez factuel.',
    en: 'The person will read it (not for a note): keep to facts.',
  },
  evidence: { fr: 'Lien vers un message', en: 'Link to a message' },
  evidenceHelp: { fr: 'Gardé comme preuve, avec ses fichiers.', en: 'Kept as evidence, with its files.' },
  liftTitle: { fr: 'Lever la sanction', en: 'Lift the sanction' },
  lift: { fr: 'Lever', en: 'Lift' },

  title: (kind: Text, who: string): Text => ({ fr: `### ${kind.fr} : ${who}`, en: `### ${kind.en}: ${who}` }),
  nothingYet: { fr: 'Rien n’est encore fait.', en: 'Nothing is done yet.' },
  severityLine: (name: Text, points: number): Text => ({
    fr: `**Gravité** : ${name.fr.toLowerCase()} (${counted(points, 'point', 'points')})`,
    en: `**Severity**: ${name.en.toLowerCase()} (${counted(points, 'point', 'points')})`,
  }),
  durationLine: (duration: Text, until: string): Text => ({
    fr: `**Durée** : ${duration.fr}, jusqu’au ${until} environ`,
    en: `**Duration**: ${duration.en}, until about ${until}`,
  }),
  deletionLine: (days: number): Text => ({
    fr: `**Messages effacés** : ceux ${days > 1 ? `des ${days} derniers jours` : 'du dernier jour'}`,
    en: `**Messages deleted**: those of the last ${days > 1 ? `${days} days` : 'day'}`,
  }),
  behalfLine: (who: string): Text => ({ fr: `**Au nom de** : ${who}`, en: `**On behalf of**: ${who}` }),
  evidenceLine: { fr: '**Preuve** : un message est gardé', en: '**Evidence**: a message is kept' },
  reasonLine: (reason: string): Text => ({ fr: `**Motif** :\n${reason}`, en: `**Reason**:\n${reason}` }),
  history: (total: number): Text =>
    total === 0
      ? { fr: '**Historique** : aucune affaire.', en: '**History**: no case.' }
      : {
          fr: `**Historique** : ${counted(total, 'affaire', 'affaires')}.`,
          en: `**History**: ${counted(total, 'case', 'cases')}.`,
        },
  historyLine: (number: number, kind: Text, at: string, points: number): Text => ({
    fr: `- n° ${number}, ${kind.fr.toLowerCase()}, ${at}${points > 0 ? ` (${counted(points, 'point', 'points')})` : ''}`,
    en: `- no. ${number}, ${kind.en.toLowerCase()}, ${at}${points > 0 ? ` (${counted(points, 'point', 'points')})` : ''}`,
  }),
  older: (count: number): Text => ({
    fr: `- et ${counted(count, 'plus ancienne', 'plus anciennes')}`,
    en: `- and ${counted(count, 'older one', 'older ones')}`,
  }),
  points: (before: number, after: number): Text =>
    before === after
      ? { fr: `**Points actifs** : ${before}.`, en: `**Active points**: ${before}.` }
      : { fr: `**Points actifs** : ${before}, ensuite ${after}.`, en: `**Active points**: ${before}, then ${after}.` },
  proposal: {
    none: (left: number): Text => ({
      fr: `**Étape suivante** : une exclusion temporaire serait proposée ${left} ${plural(left, 'point', 'points')} plus loin.`,
      en: `**Next step**: a timeout would be proposed ${left} ${plural(left, 'point', 'points')} further on.`,
    }),
    timeout: {
      fr: '**Étape suivante** : à ce nombre de points, une exclusion temporaire est proposée. À vous de juger.',
      en: '**Next step**: at this number of points a timeout is proposed. It is for you to judge.',
    },
    removal: {
      fr: '**Étape suivante** : à ce nombre de points, un départ du serveur est proposé. À vous de juger.',
      en: '**Next step**: at this number of points a removal from the server is proposed. It is for you to judge.',
    },
  },
  takeTimeout: { fr: 'Exclure 1 jour à la place', en: 'Time out for 1 day instead' },
  takeKick: { fr: 'Expulser à la place', en: 'Kick instead' },
  willRead: { fr: '**Ce que la personne lira**', en: '**What the person will read**' },
  willNotRead: {
    fr: 'Cette note reste dans l’équipe : la personne n’en saura rien.',
    en: 'This note stays within the team: the person will not be told.',
  },
  chooseRule: { fr: 'Règle concernée (facultatif)', en: 'Rule concerned (optional)' },
  confirm: { fr: 'Confirmer', en: 'Confirm' },
  change: { fr: 'Modifier', en: 'Change' },
  cancel: { fr: 'Annuler', en: 'Cancel' },
  cancelled: {
    fr: 'Annulé : rien n’a été fait et la personne n’a rien reçu.',
    en: 'Cancelled: nothing was done and the person was not told.',
  },
  done: (number: number, kind: Text, who: string): Text => ({
    fr: `Affaire n° ${number} ouverte : ${kind.fr.toLowerCase()}, ${who}.`,
    en: `Case no. ${number} opened: ${kind.en.toLowerCase()}, ${who}.`,
  }),
  noted: { fr: 'La note est enregistrée, pour l’équipe seulement.', en: 'The note is saved, for the team only.' },
  underway: {
    fr: 'La personne est prévenue d’abord, puis la mesure s’applique. Si Discord refuse, l’affaire est annulée et vous le lirez dans le salon de modération.',
    en: 'The person is told first, then the measure applies. If Discord refuses, the case is void and you will read so in the moderation channel.',
  },
  liftUnderway: { fr: 'La sanction est levée dans un instant.', en: 'The sanction is lifted in a moment.' },
  seeCase: { fr: 'Voir l’affaire', en: 'See the case' },
  lifting: (number: number | null, kind: Text | null, who: string): Text => ({
    fr: `### Lever : ${kind ? kind.fr.toLowerCase() : 'bannissement'} de ${who}${number === null ? '' : ` (affaire n° ${number})`}`,
    en: `### Lift: ${kind ? kind.en.toLowerCase() : 'ban'} of ${who}${number === null ? '' : ` (case no. ${number})`}`,
  }),
} as const;

export const homeText = {
  own: {
    fr: 'Des mesures vous concernent : lisez-les, voyez quand elles expirent, faites recours.',
    en: 'Some measures concern you: read them, see when they expire, appeal.',
  },
  count: (count: number, points: number): Text => ({
    fr: `Modération : ${counted(count, 'affaire', 'affaires')}, ${counted(points, 'point actif', 'points actifs')}.`,
    en: `Moderation: ${counted(count, 'case', 'cases')}, ${counted(points, 'active point', 'active points')}.`,
  }),
  none: { fr: 'Modération : aucune affaire.', en: 'Moderation: no case.' },
  act: { fr: 'Prendre une mesure', en: 'Take a measure' },
} as const;
