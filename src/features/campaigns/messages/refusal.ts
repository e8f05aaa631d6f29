import { UserError } from '../../../kernel/text.ts';

export const unknownCampaign = () =>
  new UserError('campaigns.unknown', {
    fr: 'Cette campagne n’existe plus. `/mentorat campagne` montre celles qui existent.',
    en: 'This campaign no longer exists. `/mentoring campaign` lists those that do.',
  });

export const changedMeanwhile = () =>
  new UserError('campaigns.changed', {
    fr: 'La campagne a changé depuis cet affichage. Rouvrez-la avec `/mentorat campagne`, puis recommencez.',
    en: 'The campaign has changed since this was shown. Open it again with `/mentoring campaign`, then retry.',
  });

export const notNow = () =>
  new UserError('campaigns.not_now', {
    fr: 'La campagne n’en est plus à cette étape. `/mentorat campagne` montre où elle en est.',
    en: 'The campaign is no longer at that step. `/mentoring campaign` shows where it stands.',
  });

export const alreadyPublished = () =>
  new UserError('campaigns.already_published', {
    fr: 'Cette campagne est déjà publiée : chaque personne est prévenue.',
    en: 'This campaign is already published: everybody is being told.',
  });

export const nothingToPublish = () =>
  new UserError('campaigns.no_pairs', {
    fr: 'La proposition ne compte aucun binôme. Formez-en à la main, recalculez avec un niveau minimal plus bas, ou annulez la campagne.',
    en: 'The proposal has no pair. Form some by hand, compute again with a lower minimum, or cancel the campaign.',
  });

export const coordinatorNotStaff = () =>
  new UserError('campaigns.coordinator_not_staff', {
    fr: 'Seule une personne de l’équipe peut suivre les binômes. Choisissez quelqu’un d’autre.',
    en: 'Only somebody of staff can look after the pairs. Choose somebody else.',
  });

export const wrongDay = (field: 'opens' | 'closes') =>
  new UserError('campaigns.wrong_day', {
    fr: `Je ne reconnais pas ${field === 'opens' ? 'le jour d’ouverture' : 'le dernier jour'}. Écrivez-le comme 12/01/2027.`,
    en: `I do not recognise ${field === 'opens' ? 'the opening day' : 'the last day'}. Write it like 12/01/2027 (day first).`,
  });

const dayFaults = {
  past: {
    fr: 'Ces jours sont déjà passés. Choisissez aujourd’hui ou plus tard.',
    en: 'These days are over. Choose today or later.',
  },
  order: {
    fr: 'Le dernier jour vient avant l’ouverture. Échangez-les ou changez-en un.',
    en: 'The last day comes before the opening. Swap them or change one.',
  },
  far: {
    fr: 'Une campagne se termine dans l’année qui vient. Choisissez un dernier jour plus proche.',
    en: 'A campaign ends within a year. Choose an earlier last day.',
  },
} as const;

export const impossibleDays = (fault: keyof typeof dayFaults) => new UserError('campaigns.impossible_days', dayFaults[fault]);

export const tooManyCampaigns = (most: number) =>
  new UserError('campaigns.too_many', {
    fr: `${most} campagnes sont déjà en cours. Publiez-en ou annulez-en une, puis recommencez.`,
    en: `${most} campaigns are already under way. Publish or cancel one, then retry.`,
  });

export const nothingCounts = () =>
  new UserError('campaigns.nothing_counts', {
    fr: 'Si rien ne compte, aucun binôme ne vaut mieux qu’un autre. Gardez au moins un critère.',
    en: 'If nothing counts, no pair is better than another. Keep at least one criterion.',
  });

export const noPromo = () =>
  new UserError('campaigns.no_promo', {
    fr: 'Aucune promo ouverte ne peut être choisie. Sans promo, la campagne s’adresse à toutes les personnes en formation.',
    en: 'No open promo can be chosen. Without promos, the campaign is for all learners.',
  });

export const notOpen = () =>
  new UserError('campaigns.not_open', {
    fr: 'Les inscriptions à cette campagne sont closes. Vous pouvez demander un mentor à tout moment avec `/mentorat demande`.',
    en: 'This campaign no longer takes people. You can ask for a mentor at any time with `/mentoring request`.',
  });

export const notForYou = () =>
  new UserError('campaigns.not_for_you', {
    fr: 'Cette campagne s’adresse à d’autres promos. Vous pouvez demander un mentor à tout moment avec `/mentorat demande`.',
    en: 'This campaign is for other promos. You can ask for a mentor at any time with `/mentoring request`.',
  });

export const alreadyAccompanied = () =>
  new UserError('campaigns.already_paired', {
    fr: 'Vous avez déjà un mentor. `/mentorat suivi` montre votre binôme.',
    en: 'You already have a mentor. `/mentoring status` shows your pair.',
  });

export const unknownPair = () =>
  new UserError('campaigns.unknown_pair', {
    fr: 'Ce binôme n’est plus dans la proposition. Rouvrez la liste des binômes.',
    en: 'This pair is no longer in the proposal. Open the list of pairs again.',
  });

export const notInProposal = () =>
  new UserError('campaigns.not_in_proposal', {
    fr: 'Cette personne n’est dans aucun autre binôme de la proposition. Choisissez quelqu’un de la liste.',
    en: 'This person is in no other pair of the proposal. Choose somebody on the list.',
  });

export const forbiddenPair = () =>
  new UserError('campaigns.forbidden_pair', {
    fr: 'Ces deux personnes ne peuvent pas former un binôme : pas de langue commune, une personne à éviter, ou un profil ou une demande qui manque. La proposition n’a pas changé.',
    en: 'These two cannot be a pair: no language in common, somebody to avoid, or a profile or request that is missing. The proposal is unchanged.',
  });

export const sameMentor = () =>
  new UserError('campaigns.same_mentor', {
    fr: 'Ces deux binômes ont le même mentor : les échanger ne changerait rien.',
    en: 'These two pairs have the same mentor: swapping them would change nothing.',
  });

export const severalPairs = () =>
  new UserError('campaigns.several_pairs', {
    fr: 'Ce mentor est dans plusieurs binômes de la proposition. Choisissez plutôt la personne en formation avec qui échanger.',
    en: 'This mentor is in several pairs of the proposal. Choose the learner to swap with instead.',
  });

export const mentorFull = () =>
  new UserError('campaigns.mentor_full', {
    fr: 'Ce mentor n’a plus de place. Excluez d’abord un de ses binômes, ou choisissez un autre mentor.',
    en: 'This mentor has no place left. Exclude one of their pairs first, or choose another mentor.',
  });

export const notTakingPart = () =>
  new UserError('campaigns.not_taking_part', {
    fr: 'Cette personne en formation ne participe pas à la campagne. Pour un binôme hors campagne : `/mentorat binome`.',
    en: 'This learner does not take part in the campaign. For a pair outside it: `/mentoring pair`.',
  });

export const nobodyChosen = () =>
  new UserError('campaigns.nobody_chosen', {
    fr: 'Choisissez une personne dans la liste.',
    en: 'Choose a person on the list.',
  });
