import type { AppealState } from '../../../../prisma/client/client.ts';
import { type CaseKind, caseKinds } from '../../../kernel/moderation.ts';
import { counted, type Text } from '../../../kernel/text.ts';

/** What somebody reads of their own sanctions: what, why, until when, and what they can do. */
export const mineText = {
  command: { fr: 'Voir vos sanctions et faire un recours', en: 'See your own cases, and appeal' },
  title: { fr: 'Mes sanctions', en: 'My cases' },
  none: {
    fr: 'Aucune sanction ne vous concerne sur ce serveur. Rien à faire.',
    en: 'No sanction concerns you on this server. Nothing to do.',
  },
  count: (count: number): Text => ({
    fr: counted(count, 'décision vous concerne', 'décisions vous concernent'),
    en: counted(count, 'decision concerns you', 'decisions concern you'),
  }),
  points: (points: number): Text =>
    points === 0
      ? { fr: 'Vous n’avez aucun point actif.', en: 'You have no active point.' }
      : {
          fr: `Vous avez ${counted(points, 'point actif', 'points actifs')} : ${points > 1 ? 'ils s’effacent' : 'il s’efface'} avec le temps.`,
          en: `You have ${counted(points, 'active point', 'active points')}: ${points > 1 ? 'they go' : 'it goes'} with time.`,
        },
  heading: (number: number, kind: CaseKind, at: string): Text => ({
    fr: `### N° ${number} : ${caseKinds[kind].fr}, le ${at}`,
    en: `### No. ${number}: ${caseKinds[kind].en}, ${at}`,
  }),
  rule: (title: string): Text => ({ fr: `Règle : ${title}`, en: `Rule: ${title}` }),
  noReason: { fr: 'Aucun motif n’a été écrit.', en: 'No reason was written.' },
  until: (at: string, ago: string): Text => ({ fr: `En vigueur jusqu’au ${at} (${ago}).`, en: `In force until ${at} (${ago}).` }),
  forGood: { fr: 'En vigueur, sans fin prévue.', en: 'In force, with no end planned.' },
  ended: (at: string): Text => ({ fr: `Terminée le ${at}.`, en: `Over since ${at}.` }),
  voided: (at: string): Text => ({
    fr: `**Annulée** le ${at} : elle ne compte plus.`,
    en: `**Voided** on ${at}: it no longer counts.`,
  }),
  held: (points: number, until: string): Text => ({
    fr: `${counted(points, 'point compte', 'points comptent')} jusqu’au ${until}.`,
    en: `${counted(points, 'point counts', 'points count')} until ${until}.`,
  }),
  expired: { fr: 'Ses points ne comptent plus.', en: 'Its points no longer count.' },
  appeal: (state: AppealState): Text => appeals[state],
  tooLate: (days: number): Text => ({
    fr: `Le délai pour un recours (${days} jours) est passé.`,
    en: `The time for an appeal (${days} days) is over.`,
  }),
  appealButton: (number: number): Text => ({ fr: `Faire recours (n° ${number})`, en: `Appeal (no. ${number})` }),
  followButton: (number: number): Text => ({ fr: `Mon recours (n° ${number})`, en: `My appeal (no. ${number})` }),
  ruleButton: { fr: 'Lire la règle', en: 'Read the rule' },
  more: {
    fr: 'Un recours est lu par une autre personne que celle qui a décidé.',
    en: 'An appeal is read by somebody else than who decided.',
  },

  editedTold: (number: number): Text => ({
    fr: `La décision n° ${number} qui vous concerne a été **modifiée**. Voici ce qui vaut maintenant.`,
    en: `Decision no. ${number} about you was **changed**. This is what holds now.`,
  }),
  voidedTold: (number: number): Text => ({
    fr: `La décision n° ${number} qui vous concerne est **annulée** : elle ne compte plus, et la sanction est levée si elle courait encore. Rien d’autre à faire.`,
    en: `Decision no. ${number} about you is **voided**: it no longer counts, and the sanction is lifted if it still ran. Nothing else to do.`,
  }),
  of: (server: string): Text => ({ fr: `Serveur : ${server}`, en: `Server: ${server}` }),
} as const;

const appeals: Readonly<Record<AppealState, Text>> = {
  draft: {
    fr: 'Recours commencé : il reste à l’écrire.',
    en: 'Appeal begun: it is still to be written.',
  },
  open: {
    fr: 'Recours envoyé : quelqu’un d’autre le lit.',
    en: 'Appeal sent: somebody else reads it.',
  },
  accepted: { fr: 'Recours accepté.', en: 'Appeal accepted.' },
  reduced: { fr: 'Recours accepté en partie.', en: 'Appeal accepted in part.' },
  upheld: { fr: 'Recours lu, décision maintenue.', en: 'Appeal read, the decision stands.' },
  withdrawn: { fr: 'Recours retiré.', en: 'Appeal withdrawn.' },
  closed: { fr: 'Recours clos : la décision est annulée.', en: 'Appeal closed: the decision is void.' },
};
