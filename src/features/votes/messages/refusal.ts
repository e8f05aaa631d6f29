import { UserError } from '../../../kernel/text.ts';

export const unknownVote = () =>
  new UserError('votes.unknown', {
    fr: 'Ce vote n’existe plus. Les votes en cours sont dans le salon de modération.',
    en: 'This vote no longer exists. Votes under way are in the moderation channel.',
  });
export const concerned = () =>
  new UserError('votes.concerned', {
    fr: 'Ce vote vous concerne : d’autres personnes de l’équipe s’en occupent. Vous en verrez le résultat, s’il y en a un, dans vos sanctions.',
    en: 'This vote concerns you: other people of the team see to it. Its result, if any, will be among your cases.',
  });
export const voteOver = () =>
  new UserError('votes.over', {
    fr: 'Ce vote est terminé : sa carte dit ce qui a été décidé.',
    en: 'This vote is over: its card says what was decided.',
  });
export const alreadyOpen = () =>
  new UserError('votes.already_open', {
    fr: 'Un vote est déjà en cours au sujet de cette personne. Donnez-y votre voix, ou attendez sa fin pour en proposer un autre.',
    en: 'A vote about this person is already under way. Cast your ballot there, or wait for its end to propose another one.',
  });
export const aboutSelf = () =>
  new UserError('votes.self', {
    fr: 'Vous ne pouvez pas soumettre votre propre cas au vote. Parlez-en à une autre personne de l’équipe.',
    en: 'You cannot put yourself to a vote. Talk to somebody else of the team.',
  });
export const unknownPerson = () =>
  new UserError('votes.unknown_person', {
    fr: 'Discord ne connaît pas cette personne. Choisissez-la dans la liste.',
    en: 'Discord does not know this person. Choose them from the list.',
  });
export const unreadableLength = () =>
  new UserError('votes.duration', {
    fr: 'Cette mesure demande une durée, comme `12 h` ou `7 jours` : de 1 minute à 28 jours pour une exclusion temporaire, de 1 heure à 365 jours pour un bannissement temporaire.',
    en: 'This measure needs a duration, such as `12 h` or `7 days`: 1 minute to 28 days for a timeout, 1 hour to 365 days for a temporary ban.',
  });
export const unknownRule = () =>
  new UserError('votes.rule', {
    fr: 'Le règlement n’a pas de règle de ce numéro. `/reglement` les montre ; laissez vide s’il n’y en a pas.',
    en: 'There is no rule of that number. `/rules` shows them; leave it empty if there is none.',
  });
export const tooFew = (cast: number, quorum: number) =>
  new UserError('votes.quorum', {
    fr: `Il faut au moins ${quorum} voix pour conclure (${cast} pour l’instant). Attendez d’autres voix, ou retirez la proposition.`,
    en: `It takes at least ${quorum} ballots to conclude (${cast} so far). Wait for more, or withdraw the proposal.`,
  });
export const notYours = () =>
  new UserError('votes.not_yours', {
    fr: 'Seules la personne qui a proposé ce vote et l’administration peuvent le retirer.',
    en: 'Only whoever proposed this vote and administrators can withdraw it.',
  });
export const unknownSource = () =>
  new UserError('votes.source', {
    fr: 'Ce qui devait être voté n’existe plus ou a déjà une réponse. Regardez sa carte dans le salon de modération.',
    en: 'What was to be voted on no longer exists or was answered already. See its card in the moderation channel.',
  });
