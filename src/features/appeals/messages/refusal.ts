import { type Text, UserError } from '../../../kernel/text.ts';

export const caseNotYours = () =>
  new UserError('appeals.not_yours', {
    fr: 'Cette décision n’existe pas ou ne vous concerne pas. `/mes sanctions`, sur le serveur, montre celles qui vous concernent.',
    en: 'There is no such decision, or it is not about you. `/my cases`, on the server, shows those that are.',
  });

export const notAppealable = () =>
  new UserError('appeals.not_appealable', {
    fr: 'Aucun recours n’est possible contre cette décision : elle est annulée, n’a pas été appliquée, ou le délai est passé. Pour en parler, écrivez à l’équipe du centre.',
    en: 'This decision cannot be appealed: it is void, was not carried out, or the time is over. To talk about it, write to staff.',
  });

export const alreadyAppealed = () =>
  new UserError('appeals.already', {
    fr: 'Vous avez déjà fait un recours contre cette décision : c’est possible une fois. `/mes sanctions` montre où il en est.',
    en: 'You have already appealed against this decision: it can be done once. `/my cases` shows where it stands.',
  });

export const nothingToWithdraw = () =>
  new UserError('appeals.nothing_to_withdraw', {
    fr: 'Ce recours n’attend plus de réponse : il n’y a rien à retirer. `/mes sanctions` montre ce qu’il est devenu.',
    en: 'This appeal waits for no answer any more: there is nothing to withdraw. `/my cases` shows what became of it.',
  });

export const appealUnknown = () =>
  new UserError('appeals.unknown', {
    fr: 'Ce recours n’existe pas sur ce serveur. `/accueil` montre ceux qui attendent.',
    en: 'There is no such appeal on this server. `/home` shows those that wait.',
  });

export const alreadyDecided = (state: Text) =>
  new UserError('appeals.already_decided', {
    fr: `Ce recours n’attend plus de décision : ${state.fr}. Rien de plus n’a été fait.`,
    en: `This appeal waits for no decision any more: ${state.en}. Nothing more was done.`,
  });

export const notByYou = () =>
  new UserError('appeals.not_by_you', {
    fr: 'Vous avez pris cette décision, l’avez demandée, ou elle vous concerne : quelqu’un d’autre doit répondre à ce recours. Les autres personnes de la modération le voient aussi.',
    en: 'You took this decision, asked for it, or are concerned by it: somebody else has to answer this appeal. The other moderators see it too.',
  });

export const notByVoter = (until: string) =>
  new UserError('appeals.not_by_voter', {
    fr: `Vous avez voté pour cette décision : une autre personne doit répondre à ce recours. Si personne ne l’a fait le ${until}, vous pourrez y répondre.`,
    en: `You voted for this decision: somebody else has to answer this appeal. If nobody has by ${until}, you will be able to.`,
  });

export const nothingToReduce = () =>
  new UserError('appeals.nothing_to_reduce', {
    fr: 'Cette décision ne peut pas être plus légère : elle n’a plus de durée à raccourcir, ni de gravité à baisser. Acceptez le recours, ou maintenez la décision.',
    en: 'This decision cannot be lighter: it has no time left to shorten and no severity to lower. Accept the appeal, or uphold the decision.',
  });
