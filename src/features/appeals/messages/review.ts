import type { AppealState } from '../../../../prisma/client/client.ts';
import { counted, plural, type Text } from '../../../kernel/text.ts';

/** To moderators. */
export const text = {
  title: (number: number): Text => ({ fr: `Recours contre le cas n° ${number}`, en: `Appeal against case no. ${number}` }),
  person: { fr: 'Personne', en: 'Person' },
  erased: { fr: 'données effacées', en: 'data erased' },
  decision: { fr: 'Décision contestée', en: 'Decision appealed against' },
  reason: { fr: 'Motif de la décision', en: 'Reason of the decision' },
  wish: { fr: 'Ce qui est demandé', en: 'What is asked for' },
  past: { fr: 'Autres cas', en: 'Other cases' },
  noPast: { fr: 'aucun', en: 'none' },
  points: (points: number): Text => ({
    fr: counted(points, 'point actif', 'points actifs'),
    en: counted(points, 'active point', 'active points'),
  }),
  who: { fr: 'Qui peut décider', en: 'Who may decide' },
  notBy: (who: string): Text => ({ fr: `toute personne de la modération, sauf ${who}`, en: `any moderator but ${who}` }),
  anybody: { fr: 'toute personne de la modération', en: 'any moderator' },
  notErased: {
    fr: 'toute personne de la modération qui n’a pas pris la décision',
    en: 'any moderator who did not take the decision',
  },
  hidden: {
    fr: 'Ce recours concerne un cas masqué : l’administration le lit dans `/accueil` et en décide.',
    en: 'This appeal is about a hidden case: admins read it in `/home` and decide it.',
  },
  hiddenCase: { fr: 'masqué', en: 'hidden' },
  due: { fr: 'Réponse attendue', en: 'Answer expected' },
  state: { fr: 'État', en: 'State' },
  states: {
    draft: { fr: 'en cours d’écriture', en: 'being written' },
    open: { fr: 'en attente de décision', en: 'waiting for a decision' },
    accepted: { fr: 'accepté : le cas est annulé', en: 'accepted: the case is void' },
    reduced: { fr: 'accepté en partie', en: 'accepted in part' },
    upheld: { fr: 'décision maintenue', en: 'the decision stands' },
    withdrawn: { fr: 'retiré par la personne', en: 'withdrawn by the person' },
    closed: { fr: 'clos, plus rien à décider', en: 'closed, nothing left to decide' },
  } as const satisfies Record<AppealState, Text>,
  by: (who: string, at: string): Text => ({ fr: `par ${who}, ${at}`, en: `by ${who}, ${at}` }),
  answer: { fr: 'Réponse', en: 'Answer' },
  untold: {
    fr: 'La personne n’a pas pu être prévenue : ses messages privés sont fermés. **Mes sanctions** le lui dira si elle revient.',
    en: 'The person could not be told: their direct messages are closed. **My cases** will tell them if they come back.',
  },
  attention: { fr: 'À savoir', en: 'To know' },

  accept: { fr: 'Accepter : annuler', en: 'Accept: void it' },
  reduce: { fr: 'Réduire', en: 'Reduce' },
  uphold: { fr: 'Maintenir', en: 'Uphold' },
  seeCase: { fr: 'Voir le cas', en: 'See the case' },
  acceptTitle: { fr: 'Accepter le recours', en: 'Accept the appeal' },
  upholdTitle: { fr: 'Maintenir la décision', en: 'Uphold the decision' },
  reduceTitle: { fr: 'Réduire la sanction', en: 'Reduce the sanction' },
  answerLabel: { fr: 'Réponse à la personne', en: 'Answer to the person' },
  answerHelp: { fr: 'Elle la lit telle quelle, sans votre nom.', en: 'They read it as it is, without your name.' },
  lengthLabel: { fr: 'Durée totale, depuis le début', en: 'Whole length, from its beginning' },
  severityLabel: { fr: 'Nouvelle gravité', en: 'New severity' },
  lengths: {
    '1': { fr: '1 heure', en: '1 hour' },
    '6': { fr: '6 heures', en: '6 hours' },
    '24': { fr: '1 jour', en: '1 day' },
    '72': { fr: '3 jours', en: '3 days' },
    '168': { fr: '1 semaine', en: '1 week' },
    '336': { fr: '2 semaines', en: '2 weeks' },
    '720': { fr: '30 jours', en: '30 days' },
    '2160': { fr: '90 jours', en: '90 days' },
    '4320': { fr: '180 jours', en: '180 days' },
  } as const satisfies Record<string, Text>,
  decided: {
    accepted: {
      fr: 'Le recours est accepté : le cas est annulé, la sanction levée, et la personne prévenue.',
      en: 'The appeal is accepted: the case is void, the sanction lifted, and the person told.',
    },
    reduced: { fr: 'La sanction est réduite, et la personne prévenue.', en: 'The sanction is reduced, and the person told.' },
    upheld: { fr: 'La décision est maintenue, et la personne prévenue.', en: 'The decision stands, and the person is told.' },
  },
  waiting: (count: number): Text => ({
    fr: counted(count, 'recours attend votre décision.', 'recours attendent votre décision.'),
    en: counted(count, 'appeal waits for your decision.', 'appeals wait for your decision.'),
  }),
  seeWaiting: (count: number): Text => ({
    fr: plural(count, 'Voir le recours', 'Voir les recours'),
    en: plural(count, 'See the appeal', 'See the appeals'),
  }),
  noneWaiting: { fr: 'Aucun recours n’attend votre décision.', en: 'No appeal waits for your decision.' },
  position: (at: number, total: number): Text => ({ fr: `Recours ${at} sur ${total}`, en: `Appeal ${at} of ${total}` }),
  previous: { fr: 'Précédent', en: 'Previous' },
  next: { fr: 'Suivant', en: 'Next' },

  late: (count: number): Text => ({
    fr: `${counted(count, 'recours attend', 'recours attendent')} une décision depuis plus longtemps que prévu :`,
    en: `${counted(count, 'appeal has', 'appeals have')} waited for a decision longer than planned:`,
  }),
  lateLine: (number: number, who: string, since: string): Text => ({
    fr: `cas n° ${number}, ${who}, envoyé ${since}`,
    en: `case no. ${number}, ${who}, sent ${since}`,
  }),
  others: (count: number): Text => ({ fr: `et ${count} de plus.`, en: `and ${count} more.` }),
  owner: (who: string): Text => ({
    fr: `Si personne d’autre ne peut décider, ${who}, à qui appartient le serveur, le peut, sauf contre ses propres décisions : donnez alors le rôle de modération à une autre personne, qui pourra répondre.`,
    en: `If nobody else can decide, ${who}, who owns the server, can, except against their own decisions: then give the role of moderation to another person, who can answer.`,
  }),
} as const;
