import type { AppealState, AppealWish } from '../../../../prisma/client/client.ts';
import { type CaseKind, caseKinds } from '../../../kernel/moderation.ts';
import { plural, s, type Text } from '../../../kernel/text.ts';

/** What somebody asks for. */
export const wishes = {
  lift: { fr: 'Annuler la décision', en: 'Void the decision' },
  reduce: { fr: 'La rendre plus légère', en: 'Make it lighter' },
  explain: { fr: 'Donner ma version des faits', en: 'Tell my side of it' },
} as const satisfies Record<AppealWish, Text>;

/** To the person. */
export const text = {
  formTitle: { fr: 'Faire recours', en: 'Appeal' },
  textLabel: { fr: 'Que voulez-vous dire ?', en: 'What do you want to say?' },
  textHelp: {
    fr: 'Ce qui s’est passé, et pourquoi revoir la décision.',
    en: 'What happened, and why the decision should be reviewed.',
  },
  wishLabel: { fr: 'Que demandez-vous ?', en: 'What do you ask for?' },
  title: (number: number, kind: CaseKind): Text => ({
    fr: `Recours contre la décision n° ${number} (${caseKinds[kind].fr})`,
    en: `Appeal against decision no. ${number} (${caseKinds[kind].en})`,
  }),
  sent: (days: number): Text => ({
    fr: `Votre recours est envoyé. Une personne qui n’a pas pris la décision le lira, d’habitude en ${days} jour${s(days)} au plus, et vous aurez sa réponse par message privé. Rien d’autre à faire d’ici là.`,
    en: `Your appeal is sent. Somebody who did not take the decision will read it, usually within ${days} ${plural(days, 'day', 'days')}, and you will get their answer by direct message. Nothing else to do until then.`,
  }),
  states: {
    draft: {
      fr: 'Ce recours est à écrire. Utilisez le bouton **Faire recours**.',
      en: 'This appeal is still to be written. Use the button **Appeal**.',
    },
    open: {
      fr: 'Votre recours attend une réponse. Une personne qui n’a pas pris la décision le lit.',
      en: 'Your appeal waits for an answer. Somebody who did not take the decision reads it.',
    },
    accepted: {
      fr: 'Votre recours est **accepté** : la décision est annulée et ne compte plus.',
      en: 'Your appeal is **accepted**: the decision is void and no longer counts.',
    },
    reduced: {
      fr: 'Votre recours est **accepté en partie** : la décision est rendue plus légère.',
      en: 'Your appeal is **accepted in part**: the decision is made lighter.',
    },
    upheld: {
      fr: 'Votre recours a été lu. La décision est **maintenue**.',
      en: 'Your appeal was read. The decision **stands**.',
    },
    withdrawn: { fr: 'Vous avez retiré ce recours.', en: 'You withdrew this appeal.' },
    closed: {
      fr: 'Ce recours est clos : la décision est annulée et ne compte plus. Rien d’autre à faire.',
      en: 'This appeal is closed: the decision is void and no longer counts. Nothing else to do.',
    },
  } as const satisfies Record<AppealState, Text>,
  usual: (at: string): Text => ({ fr: `Réponse attendue avant le ${at}.`, en: `An answer is expected by ${at}.` }),
  late: {
    fr: 'La réponse tarde : l’équipe est relancée chaque jour.',
    en: 'The answer is late: the team is reminded each day.',
  },
  yours: { fr: 'Ce que vous avez écrit', en: 'What you wrote' },
  answer: { fr: 'La réponse', en: 'The answer' },
  newEnd: (at: string, ago: string): Text => ({ fr: `Elle prend fin le ${at} (${ago}).`, en: `It ends on ${at} (${ago}).` }),
  overNow: { fr: 'Elle prend fin maintenant.', en: 'It ends now.' },
  lighter: (severity: Text, points: number): Text => ({
    fr: `Sa gravité devient : ${severity.fr.toLowerCase()} (${points} point${s(points)}).`,
    en: `Its severity becomes: ${severity.en.toLowerCase()} (${points} ${plural(points, 'point', 'points')}).`,
  }),
  comeBack: {
    fr: 'Vous pouvez revenir sur le serveur avec une invitation.',
    en: 'You may come back to the server with an invite.',
  },
  final: {
    fr: 'Un recours est possible une fois par décision : cette réponse est la dernière.',
    en: 'Each decision can be appealed once: this answer is the last one.',
  },
  of: (server: string): Text => ({ fr: `Serveur : ${server}`, en: `Server: ${server}` }),
  mine: { fr: 'Mes sanctions', en: 'My cases' },
  appeal: { fr: 'Faire recours', en: 'Appeal' },
  withdraw: { fr: 'Retirer mon recours', en: 'Withdraw my appeal' },
  withdrawAsk: {
    fr: 'Retirer votre recours ? La décision restera comme elle est, et vous ne pourrez pas en faire un autre contre elle.',
    en: 'Withdraw your appeal? The decision stays as it is, and you cannot appeal against it again.',
  },
  withdrawSure: { fr: 'Oui, le retirer', en: 'Yes, withdraw it' },
  keep: { fr: 'Non, le garder', en: 'No, keep it' },
  withdrawn: { fr: 'Votre recours est retiré. Rien d’autre à faire.', en: 'Your appeal is withdrawn. Nothing else to do.' },
  homeOpen: (number: number): Text => ({
    fr: `Votre recours contre la décision n° ${number} attend une réponse.`,
    en: `Your appeal against decision no. ${number} waits for an answer.`,
  }),
} as const;

/** To whoever wrote to the bot in a direct message. */
export const answerText = {
  unknown: {
    fr: 'Ce code n’est pas reconnu : il est mal recopié, a déjà servi, a expiré, ou appartient à un autre compte. Recopiez-le depuis le message de la décision, ou utilisez le bouton **Faire recours** de ce message.',
    en: 'This code is not known: it is miscopied, was used already, has expired, or belongs to another account. Copy it from the message of the decision, or use the button **Appeal** of that message.',
  },
  tries: {
    fr: 'Trop de codes inconnus en une heure. Attendez une heure, puis recopiez celui du message de la décision. Son bouton **Faire recours** marche dès maintenant.',
    en: 'Too many unknown codes in an hour. Wait an hour, then copy the one in the message of the decision. Its button **Appeal** works right now.',
  },
  write: {
    fr: 'Votre code est bon. Écrivez maintenant votre recours dans un message ici (de 50 à 1500 caractères) : ce qui s’est passé, et pourquoi revoir la décision. Ou utilisez le bouton.',
    en: 'Your code is right. Now write your appeal in a message here (50 to 1500 characters): what happened, and why the decision should be reviewed. Or use the button.',
  },
  short: {
    fr: 'C’est trop court pour être étudié : il faut 50 caractères au moins. Écrivez votre recours entier dans un seul message, ou utilisez le bouton.',
    en: 'That is too short to be studied: at least 50 characters are needed. Write your whole appeal in one message, or use the button.',
  },
  long: {
    fr: 'C’est trop long : 1500 caractères au plus. Gardez l’essentiel et renvoyez-le dans un seul message.',
    en: 'That is too long: at most 1500 characters. Keep what matters most and send it again in one message.',
  },
  sent: {
    fr: 'Votre recours est envoyé. Une personne qui n’a pas pris la décision le lira, et vous aurez sa réponse ici si vos messages privés restent ouverts. Rien d’autre à faire d’ici là.',
    en: 'Your appeal is sent. Somebody who did not take the decision will read it, and you will get their answer here if your direct messages stay open. Nothing else to do until then.',
  },
  already: {
    fr: 'Vous avez déjà fait un recours contre cette décision : il est possible une fois. Le bouton montre où il en est.',
    en: 'You have already appealed against this decision: it can be done once. The button shows where it stands.',
  },
  late: {
    fr: 'Cette décision ne peut plus faire l’objet d’un recours : elle est annulée, ou le délai est passé.',
    en: 'This decision can no longer be appealed: it was voided, or the time is over.',
  },
} as const satisfies Record<string, Text>;
