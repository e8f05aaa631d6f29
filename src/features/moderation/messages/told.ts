import type { Text } from '../../../kernel/text.ts';

/** What somebody is told of a measure about them: what happened, why, for how long, what they can do. Never who decided it. */
export const told = {
  warning: (server: string): Text => ({
    fr: `L’équipe de modération de **${server}** vous adresse un avertissement.`,
    en: `The moderation team of **${server}** gives you a warning.`,
  }),
  timeout: (server: string, duration: Text): Text => ({
    fr: `Sur **${server}**, vous ne pouvez ni écrire ni parler pendant ${duration.fr}. Vous restez membre du serveur et pouvez tout lire.`,
    en: `On **${server}** you cannot write or speak for ${duration.en}. You stay a member of the server and can read everything.`,
  }),
  kick: (server: string): Text => ({
    fr: `L’équipe de modération met fin à votre présence sur **${server}**. Vous pourrez revenir avec une nouvelle invitation.`,
    en: `The moderation team ends your presence on **${server}**. You may come back with a new invite.`,
  }),
  tempban: (server: string, duration: Text): Text => ({
    fr: `Votre accès à **${server}** est fermé pendant ${duration.fr}. Ensuite, vous pourrez revenir avec une invitation.`,
    en: `Your access to **${server}** is closed for ${duration.en}. Afterwards you may come back with an invite.`,
  }),
  ban: (server: string): Text => ({
    fr: `Votre accès à **${server}** est fermé définitivement.`,
    en: `Your access to **${server}** is closed for good.`,
  }),
  until: (when: string, left: string): Text => ({
    fr: `**Fin** : ${when} (${left}). Vous n’avez rien à faire.`,
    en: `**End**: ${when} (${left}). You need not do anything.`,
  }),
  why: (reason: string): Text => ({ fr: `**Motif** :\n${reason}`, en: `**Reason**:\n${reason}` }),
  rule: (number: number, title: Text): Text => ({
    fr: `**Règle concernée** : ${number}. ${title.fr}`,
    en: `**Rule concerned**: ${number}. ${title.en}`,
  }),
  readRules: { fr: 'Lire le règlement', en: 'Read the rules' },
  appeal: { fr: 'Faire recours', en: 'Appeal' },
  mine: { fr: 'Mes sanctions', en: 'My cases' },
  mayAppeal: (days: number): Text => ({
    fr: `Vous pensez que c’est une erreur ? **Faire recours** fait revoir la décision par une autre personne, en ${days} ${days > 1 ? 'jours' : 'jour'} environ.`,
    en: `Do you think this is a mistake? **Appeal** has the decision reviewed by somebody else, in about ${days} ${days > 1 ? 'days' : 'day'}.`,
  }),
  code: (code: string): Text => ({
    fr: `Si le bouton ne répond pas, écrivez-moi ici ce code, qui ne sert qu’une fois, puis votre recours dans le même message : \`${code}\``,
    en: `If the button does not answer, write me this code here, which works once, then your appeal in the same message: \`${code}\``,
  }),
  undone: (server: string): Text => ({
    fr: `La mesure annoncée ci-dessus n’a finalement pas été appliquée sur **${server}** : elle est annulée et ne compte pas. Vous n’avez rien à faire.`,
    en: `The measure announced above was not carried out on **${server}** after all: it is void and does not count. You need not do anything.`,
  }),
  lifted: (server: string): Text => ({
    fr: `Votre exclusion temporaire sur **${server}** est levée : vous pouvez de nouveau écrire et parler.`,
    en: `Your timeout on **${server}** is lifted: you can write and speak again.`,
  }),
  unbanned: (server: string): Text => ({
    fr: `Votre bannissement de **${server}** est levé : vous pouvez revenir avec une invitation.`,
    en: `Your ban from **${server}** is lifted: you may come back with an invite.`,
  }),
} as const;

/** Why Discord did not do what was decided. */
export const failureText = {
  forbidden: {
    fr: 'Discord a refusé : il me manque une permission, ou mon rôle est trop bas.',
    en: 'Discord refused: I lack a permission, or my role is too low.',
  },
  gone: {
    fr: 'Cette personne avait quitté le serveur, ou son compte n’existe plus.',
    en: 'This person had left the server, or their account no longer exists.',
  },
  late: {
    fr: 'Trop tard : je n’étais pas là quand la mesure devait commencer.',
    en: 'Too late: I was not there when the measure should have begun.',
  },
} as const satisfies Record<string, Text>;

export const alert = {
  see: { fr: 'Voir le cas', en: 'See the case' },
  failed: (number: number, kind: Text, who: string): Text => ({
    fr: `**Mesure non appliquée.** Cas n° ${number} (${kind.fr.toLowerCase()}), ${who} :`,
    en: `**Measure not carried out.** Case no. ${number} (${kind.en.toLowerCase()}), ${who}:`,
  }),
  isVoid: {
    fr: 'Le cas est annulé et ne compte pas ; la personne le sait si elle avait été prévenue. Si la mesure est encore utile, corrigez la cause (`/diagnostic`) et recommencez.',
    en: 'The case is void and does not count; the person knows if they had been told. If the measure is still needed, mend the cause (`/diagnostic`) and begin again.',
  },
  stuck: (number: number, who: string): Text => ({
    fr: `**Fin de sanction bloquée.** Cas n° ${number}, ${who} : Discord me refuse de lever la sanction. Donnez-moi la permission (\`/diagnostic\` dit laquelle) : je réessaie chaque heure. Ou levez-la vous-même dans Discord.`,
    en: `**The end of a sanction is stuck.** Case no. ${number}, ${who}: Discord does not let me lift it. Give me the permission (\`/diagnostic\` says which one): I try again each hour. Or lift it yourself in Discord.`,
  }),
} as const;
