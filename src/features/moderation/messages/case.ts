import type { AppealState } from '../../../../prisma/client/client.ts';
import { type CaseKind, caseKinds, type Origin } from '../../../kernel/moderation.ts';
import { counted, plural, s, type Text, UserError } from '../../../kernel/text.ts';

/** Which cases a list shows. */
export const standings = {
  live: { fr: 'En vigueur', en: 'In force' },
  over: { fr: 'Terminés', en: 'Over' },
  voided: { fr: 'Annulés', en: 'Voided' },
  hidden: { fr: 'Masqués', en: 'Hidden' },
} as const satisfies Record<string, Text>;
export type Standing = keyof typeof standings;

export const periods = {
  '7': { fr: 'Les 7 derniers jours', en: 'The last 7 days' },
  '30': { fr: 'Les 30 derniers jours', en: 'The last 30 days' },
  '90': { fr: 'Les 90 derniers jours', en: 'The last 90 days' },
  '365': { fr: 'Les 12 derniers mois', en: 'The last 12 months' },
} as const satisfies Record<string, Text>;

export const originNames: Readonly<Record<Origin, Text>> = {
  command: { fr: 'par une commande', en: 'by a command' },
  discord: { fr: 'par les menus de Discord', en: 'by Discord’s own menus' },
  rule: { fr: 'par une règle automatique', en: 'by an automatic rule' },
  report: { fr: 'après un signalement', en: 'after a report' },
  vote: { fr: 'après un vote de l’équipe', en: 'after a vote of the team' },
  appeal: { fr: 'après un recours', en: 'after an appeal' },
  compromised: { fr: 'parce que le compte semblait volé', en: 'because the account seemed stolen' },
  time: { fr: 'à l’échéance', en: 'at its time' },
};

/** What became of an appeal, for whoever handles the case. */
export const appealNames: Readonly<Record<AppealState, Text>> = {
  draft: { fr: 'en cours d’écriture', en: 'being written' },
  open: { fr: 'en attente de décision', en: 'waiting for a decision' },
  accepted: { fr: 'accepté', en: 'accepted' },
  reduced: { fr: 'accepté en partie', en: 'accepted in part' },
  upheld: { fr: 'refusé : décision maintenue', en: 'refused: the decision stands' },
  withdrawn: { fr: 'retiré par la personne', en: 'withdrawn by the person' },
  closed: { fr: 'clos sans objet', en: 'closed, nothing left to decide' },
};

const deeds: Readonly<Record<string, Text>> = {
  'moderation.edit': { fr: 'modifié', en: 'edited' },
  'moderation.void': { fr: 'annulé', en: 'voided' },
  'moderation.hide': { fr: 'masqué', en: 'hidden' },
  'moderation.unhide': { fr: 'montré de nouveau', en: 'shown again' },
  'moderation.reduce': { fr: 'réduit', en: 'reduced' },
  'moderation.release': { fr: 'fin de la sanction', en: 'sanction ended' },
  'moderation.reveal_files': { fr: 'fichiers consultés', en: 'files looked at' },
  'appeals.accept': { fr: 'recours accepté', en: 'appeal accepted' },
  'appeals.reduce': { fr: 'recours accepté en partie', en: 'appeal accepted in part' },
  'appeals.uphold': { fr: 'recours refusé', en: 'appeal refused' },
};
const parts: Readonly<Record<string, Text>> = {
  reason: { fr: 'motif', en: 'reason' },
  rule: { fr: 'règle', en: 'rule' },
  severity: { fr: 'gravité', en: 'severity' },
  end: { fr: 'fin', en: 'end' },
};

/** A line of the history; null for what says nothing to a moderator. */
export function deedName(action: string, changed: readonly string[]): Text | null {
  const name = deeds[action];
  if (!name) return null;
  const said = changed.flatMap((part) => parts[part] ?? []);
  if (said.length === 0) return name;
  return {
    fr: `${name.fr} (${said.map(({ fr }) => fr).join(', ')})`,
    en: `${name.en} (${said.map(({ en }) => en).join(', ')})`,
  };
}

export const caseText = {
  show: { fr: 'Ouvrir un cas', en: 'Open a case' },
  list: { fr: 'Chercher des cas', en: 'Search the cases' },
  edit: { fr: 'Modifier le motif, la règle ou la gravité d’un cas', en: 'Change the reason, rule or severity of a case' },
  void: { fr: 'Annuler un cas : la sanction est levée', en: 'Void a case: its sanction is lifted' },
  numberOption: { fr: 'Numéro du cas', en: 'Number of the case' },
  personOption: { fr: 'La personne concernée', en: 'Whom the cases are about' },
  authorOption: { fr: 'Qui a pris la décision', en: 'Who took the decision' },
  kindOption: { fr: 'Le genre de cas', en: 'Kind of case' },
  stateOption: { fr: 'Où en sont les cas', en: 'What became of the cases' },
  periodOption: { fr: 'Depuis quand', en: 'Since when' },

  title: (number: number, kind: CaseKind): Text => ({
    fr: `Cas n° ${number} : ${caseKinds[kind].fr}`,
    en: `Case no. ${number}: ${caseKinds[kind].en}`,
  }),
  person: { fr: 'Personne', en: 'Person' },
  erased: { fr: 'données effacées', en: 'data erased' },
  author: { fr: 'Décision', en: 'Decided' },
  by: (who: string): Text => ({ fr: `par ${who}`, en: `by ${who}` }),
  team: { fr: 'par l’équipe', en: 'by the team' },
  program: { fr: 'automatique', en: 'automatically' },
  formerStaff: { fr: 'par une personne dont les données sont effacées', en: 'by somebody whose data was erased' },
  behalf: (who: string): Text => ({ fr: `à la demande de ${who}`, en: `on behalf of ${who}` }),
  rule: { fr: 'Règle', en: 'Rule' },
  retired: { fr: 'règle retirée', en: 'retired rule' },
  severity: { fr: 'Gravité', en: 'Severity' },
  points: (points: number, until: string): Text => ({
    fr: `${counted(points, 'point', 'points')} jusqu’au ${until}`,
    en: `${counted(points, 'point', 'points')} until ${until}`,
  }),
  pointsOver: (points: number): Text => ({
    fr: `${counted(points, 'point expiré', 'points expirés')}`,
    en: `${counted(points, 'point', 'points')}, expired`,
  }),
  reason: { fr: 'Motif', en: 'Reason' },
  internal: {
    fr: 'Écrit dans le journal de Discord : la personne ne le lit pas. **Modifier** permet d’écrire un motif pour elle.',
    en: 'Written in Discord’s own log: the person does not read it. **Edit** lets you write a reason for them.',
  },
  noReason: { fr: 'aucun motif écrit', en: 'no reason was written' },
  state: { fr: 'État', en: 'State' },
  pending: { fr: 'en cours d’exécution', en: 'being carried out' },
  failed: { fr: 'n’a pas pu être exécuté', en: 'could not be carried out' },
  noted: { fr: 'enregistré', en: 'recorded' },
  until: (at: string): Text => ({ fr: `en vigueur jusqu’au ${at}`, en: `in force until ${at}` }),
  forGood: { fr: 'en vigueur, sans fin prévue', en: 'in force, with no end planned' },
  ended: (at: string): Text => ({ fr: `terminé le ${at}`, en: `over since ${at}` }),
  voided: (at: string, by: string | null): Text => ({
    fr: `annulé le ${at}${by ? ` par ${by}` : ''}`,
    en: `voided on ${at}${by ? ` by ${by}` : ''}`,
  }),
  hidden: (at: string, by: string | null): Text => ({
    fr: `masqué le ${at}${by ? ` par ${by}` : ''}`,
    en: `hidden on ${at}${by ? ` by ${by}` : ''}`,
  }),
  told: { fr: 'Prévenue', en: 'Told' },
  toldBy: {
    dm: { fr: 'par message privé', en: 'by direct message' },
    thread: { fr: 'dans un fil privé', en: 'in a private thread' },
    none: {
      fr: 'non : ses messages privés sont fermés. **Mes sanctions** le lui montre.',
      en: 'no: their direct messages are closed. **My cases** shows it to them.',
    },
    apart: {
      fr: 'par le message sur son compte, qui dit comment le récupérer',
      en: 'by the message about their account, which says how to recover it',
    },
    not: { fr: 'pas encore', en: 'not yet' },
  },
  toldRemoved: {
    fr: 'non : cette personne avait quitté le serveur, ou ses messages privés sont fermés.',
    en: 'no: this person was off the server, or their direct messages are closed.',
  },
  evidence: { fr: 'Preuve', en: 'Evidence' },
  evidenceUntil: (at: string): Text => ({ fr: `gardée jusqu’au ${at}`, en: `kept until ${at}` }),
  noWords: { fr: 'message sans texte', en: 'message without text' },
  files: (count: number): Text => ({
    fr: `${counted(count, 'fichier', 'fichiers')}`,
    en: `${counted(count, 'file', 'files')}`,
  }),
  filesLost: (count: number): Text => ({
    fr: `${counted(count, 'fichier n’a', 'fichiers n’ont')} pas pu être gardé${s(count)}.`,
    en: `${counted(count, 'file', 'files')} could not be kept.`,
  }),
  releases: { fr: 'Met fin au cas', en: 'Ends case' },
  release: { fr: 'Fin', en: 'End' },
  appeal: { fr: 'Recours', en: 'Appeal' },
  history: { fr: 'Historique', en: 'History' },
  numberOf: (number: number): Text => ({ fr: `n° ${number}`, en: `no. ${number}` }),

  editButton: { fr: 'Modifier', en: 'Edit' },
  hideButton: { fr: 'Masquer', en: 'Hide' },
  unhideButton: { fr: 'Montrer de nouveau', en: 'Show again' },
  voidButton: { fr: 'Annuler le cas', en: 'Void the case' },
  liftButton: { fr: 'Lever', en: 'Lift' },
  filesButton: { fr: 'Voir les fichiers', en: 'See the files' },
  ruleButton: { fr: 'Lire la règle', en: 'Read the rule' },
  messageLink: { fr: 'Voir le message', en: 'See the message' },
  allOf: { fr: 'Tous ses cas', en: 'All their cases' },

  editTitle: { fr: 'Modifier le cas', en: 'Edit the case' },
  reasonLabel: { fr: 'Motif', en: 'Reason' },
  reasonHelp: {
    fr: 'La personne le lit tel quel. Si elle a été prévenue, elle l’est de nouveau.',
    en: 'The person reads it as it is. If they were told, they are told again.',
  },
  noteLabel: { fr: 'Note', en: 'Note' },
  noteHelp: { fr: 'La modération seule la lit.', en: 'Only moderators read it.' },
  ruleLabel: { fr: 'Numéro de la règle', en: 'Number of the rule' },
  ruleHelp: { fr: 'Facultatif. `/reglement` les montre.', en: 'Optional. `/rules` shows them.' },
  severityLabel: { fr: 'Gravité', en: 'Severity' },
  severityHelp: {
    fr: 'Les points sont recalculés depuis la date du cas.',
    en: 'The points are counted again from the date of the case.',
  },
  noSeverity: { fr: 'Sans gravité ni points', en: 'No severity, no points' },
  hideTitle: { fr: 'Masquer le cas', en: 'Hide the case' },
  hideLabel: { fr: 'Pourquoi ?', en: 'Why?' },
  hideHelp: {
    fr: 'Il sort des listes des autres. L’administration le voit toujours.',
    en: 'It leaves the lists of the others. Admins still see it.',
  },
  voidTitle: { fr: 'Annuler le cas', en: 'Void the case' },
  voidLabel: { fr: 'Pourquoi ?', en: 'Why?' },
  voidHelp: {
    fr: 'La sanction est levée, les points partent, et la personne lit ce texte tel quel.',
    en: 'The sanction is lifted, the points go, and the person reads this text as it is.',
  },
  edited: { fr: 'Le cas est modifié.', en: 'The case is changed.' },
  hiddenSaid: { fr: 'Le cas est masqué. L’administration le voit toujours.', en: 'The case is hidden. Admins still see it.' },
  shownSaid: { fr: 'Le cas est de nouveau dans les listes.', en: 'The case is in the lists again.' },
  voidedSaid: {
    fr: 'Le cas est annulé : ses points sont partis, et la sanction est levée si elle courait encore.',
    en: 'The case is voided: its points are gone, and the sanction is lifted if it still ran.',
  },
  noFiles: {
    fr: 'Aucun fichier n’est gardé pour ce cas : il n’y en avait pas, ou leur durée est passée.',
    en: 'No file is kept for this case: there was none, or their time is over.',
  },
  filesShown: (first: number, last: number, total: number): Text => ({
    fr: `Fichiers ${first} à ${last} sur ${total}. Ils sont floutés : appuyez pour les voir.`,
    en: `Files ${first} to ${last} of ${total}. They are blurred: press to see them.`,
  }),
  moreFiles: { fr: 'Fichiers suivants', en: 'Next files' },

  listTitle: { fr: 'Cas', en: 'Cases' },
  found: (count: number): Text => ({
    fr: counted(count, 'cas trouvé', 'cas trouvés'),
    en: counted(count, 'case found', 'cases found'),
  }),
  noneFound: {
    fr: 'Aucun cas ne correspond. Élargissez la recherche avec `/cas lister`.',
    en: 'No case matches. Widen the search with `/case list`.',
  },
  noneOf: (who: string): Text => ({ fr: `${who} n’a aucun cas.`, en: `${who} has no case.` }),
  activePoints: (points: number): Text => ({
    fr: `${counted(points, 'point actif', 'points actifs')}`,
    en: `${counted(points, 'active point', 'active points')}`,
  }),
  page: (page: number, pages: number): Text => ({ fr: `Page ${page} sur ${pages}`, en: `Page ${page} of ${pages}` }),
  pick: { fr: 'Ouvrir un cas', en: 'Open a case' },
  previous: { fr: 'Page précédente', en: 'Previous page' },
  next: { fr: 'Page suivante', en: 'Next page' },
  withPoints: (points: number): Text => ({
    fr: `${points} ${plural(points, 'point', 'points')}`,
    en: `${points} ${plural(points, 'point', 'points')}`,
  }),
} as const;

export const caseHidden = () =>
  new UserError('moderation.case_hidden', {
    fr: 'Ce cas est masqué. Pour le voir, demandez à une personne de l’administration.',
    en: 'This case is hidden. To see it, ask an admin.',
  });

export const ownCase = () =>
  new UserError('moderation.own_case', {
    fr: 'Ce cas vous concerne : quelqu’un d’autre doit s’en charger. `/mes sanctions` vous montre ce qu’il dit et permet un recours.',
    en: 'This case is about you: somebody else has to handle it. `/my cases` shows you what it says and lets you appeal.',
  });

export const caseVoided = () =>
  new UserError('moderation.case_voided', {
    fr: 'Ce cas est déjà annulé : il ne change plus. Pour une nouvelle décision, ouvrez un nouveau cas avec `/moderation`.',
    en: 'This case is already voided: it changes no more. For another decision, open another case with `/mod`.',
  });

export const caseChanged = () =>
  new UserError('moderation.case_changed', {
    fr: 'Ce cas a changé pendant que vous écriviez. Rouvrez-le avec `/cas montrer`, puis reprenez votre texte.',
    en: 'This case changed while you were writing. Open it again with `/case show`, then take up your text.',
  });

export const nothingChanged = () =>
  new UserError('moderation.nothing_changed', {
    fr: 'Rien n’est différent de ce qui est enregistré. Changez le motif, la règle ou la gravité, puis envoyez.',
    en: 'Nothing differs from what is recorded. Change the reason, the rule or the severity, then send.',
  });

export const noteWeighsNothing = () =>
  new UserError('moderation.note_weighs_nothing', {
    fr: 'Une note interne n’a ni gravité ni points : la personne ne la voit pas. Pour que des points comptent, ouvrez un avertissement avec `/moderation avertir`.',
    en: 'An internal note has no severity and no points: the person does not see it. For points to count, open a warning with `/mod warn`.',
  });

export const releaseStays = () =>
  new UserError('moderation.release_stays', {
    fr: 'Ce cas dit seulement qu’une sanction a pris fin : il n’y a rien à y changer. Ouvrez le cas de la sanction elle-même.',
    en: 'This case only says that a sanction ended: there is nothing to change in it. Open the case of the sanction itself.',
  });

export const adminsVoid = () =>
  new UserError('moderation.admins_void', {
    fr: 'Seule l’administration annule un cas. Vous pouvez le modifier, ou lever une sanction en cours.',
    en: 'Only admins void a case. You may edit it, or lift a sanction that runs.',
  });

export const alreadyHidden = () =>
  new UserError('moderation.already_hidden', {
    fr: 'Ce cas est déjà masqué. Une personne de l’administration peut le montrer de nouveau.',
    en: 'This case is already hidden. An admin can show it again.',
  });

export const notHidden = () =>
  new UserError('moderation.not_hidden', {
    fr: 'Ce cas n’est pas masqué : `/cas lister` le montre déjà.',
    en: 'This case is not hidden: `/case list` shows it already.',
  });

export const notShorter = () =>
  new UserError('moderation.not_shorter', {
    fr: 'Cette durée n’est pas plus courte que la sanction d’aujourd’hui. Choisissez-en une plus courte.',
    en: 'That is no shorter than the sanction of today. Choose a shorter one.',
  });

export const notLower = () =>
  new UserError('moderation.not_lower', {
    fr: 'Cette gravité n’est pas plus légère que celle d’aujourd’hui. Choisissez-en une plus légère, ou acceptez le recours.',
    en: 'That severity is no lower than that of today. Choose a lower one, or accept the appeal.',
  });
