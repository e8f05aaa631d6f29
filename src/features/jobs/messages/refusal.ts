import { type Text, UserError } from '../../../kernel/text.ts';
import type { Finding } from '../rules/finding.ts';
import { fieldNames } from './offer.ts';

const list = (findings: readonly Finding[]): Text => {
  const errors = findings.filter(({ severity }) => severity === 'error');
  return {
    fr: errors.map(({ field, text }) => `- **${fieldNames[field].fr}** : ${text.fr}`).join('\n'),
    en: errors.map(({ field, text }) => `- **${fieldNames[field].en}**: ${text.en}`).join('\n'),
  };
};

export const unknownOffer = () =>
  new UserError('jobs.unknown', {
    fr: 'Cette offre n’est plus visible : elle est terminée, en cours de vérification, ou n’est pas à vous. `/offre liste` montre les vôtres.',
    en: 'This offer can no longer be seen: it has ended, is being checked, or is not yours. `/job mine` lists yours.',
  });

export const noCompany = () =>
  new UserError('jobs.no_company', {
    fr: 'Cette offre est celle d’une entreprise pour laquelle vous ne répondez plus. Une autre personne de l’entreprise peut en publier une semblable ; pour y revenir, demandez-lui une invitation.',
    en: 'This offer belongs to a company for which you no longer answer. Somebody else of the company can post one like it; to come back, ask them for an invitation.',
  });

export const needsEmployer = () =>
  new UserError('jobs.needs_employer', {
    fr: 'Une offre se publie au nom d’une entreprise. Faites d’abord connaître la vôtre avec `/entreprise inscrire`, ou demandez une invitation à une personne qui y recrute déjà.',
    en: 'An offer is posted for a company. First make yours known with `/company register`, or ask somebody who already recruits there for an invitation.',
  });

const waysOn = {
  pending: {
    fr: 'Votre entreprise attend sa vérification par l’équipe, en général sous deux jours. Votre brouillon est gardé : envoyez-le ensuite.',
    en: 'Your company waits to be verified by staff, usually within two days. Your draft is kept: send it then.',
  },
  asked: {
    fr: 'L’équipe a posé une question sur votre entreprise : répondez depuis `/entreprise voir`. Votre brouillon est gardé.',
    en: 'Staff have asked something about your company: answer from `/company show`. Your draft is kept.',
  },
  lapsed: {
    fr: 'La vérification annuelle de votre entreprise est échue : renouvelez-la depuis `/entreprise voir`. Votre brouillon est gardé.',
    en: 'The yearly verification of your company has lapsed: renew it from `/company show`. Your draft is kept.',
  },
  suspended: {
    fr: 'Votre entreprise est suspendue : `/entreprise voir` en donne la raison. Votre brouillon est gardé ; écrivez à l’équipe si c’est une erreur.',
    en: 'Your company is suspended: `/company show` says why. Your draft is kept; write to the staff if that is a mistake.',
  },
  refused: {
    fr: 'Votre entreprise n’a pas été acceptée : `/entreprise voir` en donne la raison. Votre brouillon est gardé.',
    en: 'Your company was not accepted: `/company show` says why. Your draft is kept.',
  },
} satisfies Record<string, Text>;

export const notVerified = (state: keyof typeof waysOn | 'verified') =>
  new UserError('jobs.not_verified', waysOn[state === 'verified' ? 'pending' : state]);

export const tooManyDrafts = (max: number) =>
  new UserError('jobs.too_many_drafts', {
    fr: `Vous avez déjà ${max} brouillons. Terminez-en un ou supprimez-en un dans \`/offre liste\`, puis recommencez.`,
    en: `You already have ${max} drafts. Finish or delete one in \`/job mine\`, then try again.`,
  });

export const notEditable = () =>
  new UserError('jobs.not_editable', {
    fr: 'Cette offre est terminée ou déjà envoyée : elle ne se supprime ni ne se modifie plus. Vous pouvez en publier une nouvelle avec `/offre publier`.',
    en: 'This offer has ended or was already sent: it can no longer be deleted or changed. You can post a new one with `/job post`.',
  });

export const editHasErrors = (findings: readonly Finding[]) => {
  const { fr, en } = list(findings);
  return new UserError('jobs.edit_errors', {
    fr: `Rien n’a changé : avec cette modification, l’offre ne pourrait pas être publiée.\n${fr}`,
    en: `Nothing has changed: with this edit the offer could not be published.\n${en}`,
  });
};

export const hasErrorsLeft = (findings: readonly Finding[]) => {
  const { fr, en } = list(findings);
  return new UserError('jobs.errors', {
    fr: `Il reste à corriger avant la publication :\n${fr}`,
    en: `Please correct before it can be published:\n${en}`,
  });
};

export const quotaPassed = (limit: { open: number } | { daily: number }) =>
  'open' in limit
    ? new UserError('jobs.quota', {
        fr: `Vous avez déjà ${limit.open} offres ouvertes, le maximum. Clôturez-en une dans \`/offre liste\`, puis envoyez celle-ci : votre brouillon est gardé.`,
        en: `You already have ${limit.open} open offers, the most there can be. Close one in \`/job mine\`, then send this one: your draft is kept.`,
      })
    : new UserError('jobs.quota', {
        fr: `Une entreprise vérifiée depuis moins de trois mois, ou une personne qui relaie, envoie ${limit.daily} offre par jour. Votre brouillon est gardé : envoyez-le demain.`,
        en: `A company verified for less than three months, or somebody who relays, sends ${limit.daily} offer a day. Your draft is kept: send it tomorrow.`,
      });

export const alreadySent = () =>
  new UserError('jobs.already_sent', {
    fr: 'Cette offre est déjà envoyée. `/offre liste` dit où elle en est.',
    en: 'This offer was already sent. `/job mine` says where it stands.',
  });

export const alreadyEnded = () =>
  new UserError('jobs.already_ended', {
    fr: 'Cette offre est déjà terminée. Vous pouvez en publier une nouvelle avec `/offre publier`.',
    en: 'This offer has already ended. You can post a new one with `/job post`.',
  });

export const notRenewable = () =>
  new UserError('jobs.not_renewable', {
    fr: 'Seule une offre en ligne se prolonge. `/offre liste` dit où en sont les vôtres.',
    en: 'Only an offer that is online can be renewed. `/job mine` says where yours stand.',
  });

export const chooseOne = () =>
  new UserError('jobs.choose', {
    fr: 'Aucune offre, ou plusieurs, portent ce nom. Choisissez dans la liste qui s’affiche quand vous tapez.',
    en: 'No offer, or several, have this name. Choose from the list that appears as you type.',
  });

// --- staff

const decider = (id: string | null): Text => (id ? { fr: ` par <@${id}>`, en: ` by <@${id}>` } : { fr: '', en: '' });

const decisions: Record<string, Text> = {
  published: { fr: 'acceptée', en: 'approved' },
  hidden: { fr: 'masquée', en: 'hidden' },
  closed: { fr: 'terminée', en: 'closed' },
  refused: { fr: 'refusée', en: 'refused' },
};

export const alreadyDecided = (state: string, decidedBy: string | null) => {
  const decision = decisions[state] ?? { fr: 'traitée', en: 'settled' };
  return new UserError('jobs.already_decided', {
    fr: `Cette offre est déjà ${decision.fr}${decider(decidedBy).fr}. Rien n’a changé.`,
    en: `This offer was already ${decision.en}${decider(decidedBy).en}. Nothing has changed.`,
  });
};

export const notWaiting = () =>
  new UserError('jobs.not_waiting', {
    fr: 'Rien n’attend de décision : la personne a repris son offre, ou des modifications lui sont demandées.',
    en: 'Nothing waits for a decision: its author took the offer back, or changes were asked for.',
  });

export const ownOffer = () =>
  new UserError('jobs.own_offer', {
    fr: 'C’est votre offre : une autre personne de l’équipe la relit.',
    en: 'This is your own offer: somebody else of the staff reviews it.',
  });

export const changedSince = () =>
  new UserError('jobs.changed', {
    fr: 'L’offre a été corrigée depuis. Relisez-la : sa carte est à jour.',
    en: 'The offer was corrected since. Read it again: its card is up to date.',
  });

export const companyNotVerified = () =>
  new UserError('jobs.company_not_verified', {
    fr: 'L’entreprise n’est pas vérifiée en ce moment : décidez d’abord d’elle. L’offre attend.',
    en: 'The company is not verified at the moment: decide about it first. The offer waits.',
  });

export const noAsk = () =>
  new UserError('jobs.no_ask', {
    fr: 'Une même rubrique est choisie deux fois, ou la seconde demande est incomplète. Corrigez et envoyez de nouveau.',
    en: 'The same part is chosen twice, or the second request is incomplete. Correct it and send again.',
  });

// --- reports

export const alreadyReported = () =>
  new UserError('jobs.already_reported', {
    fr: 'Vous avez déjà signalé cette offre. L’équipe a votre signalement ; merci.',
    en: 'You have already reported this offer. Staff have your report; thank you.',
  });

export const unreadableAmount = () =>
  new UserError('jobs.amount', {
    fr: 'Montant illisible. Écrivez par exemple « 4,50 », entre 0,01 et 100 euros.',
    en: 'The amount cannot be read. Write for example “4.50”, between 0.01 and 100 euros.',
  });

export const unreadableDomain = () =>
  new UserError('jobs.domain', {
    fr: 'Domaine illisible. Écrivez par exemple « exemple.com », sans adresse de page.',
    en: 'The domain cannot be read. Write for example “example.com”, without the address of a page.',
  });
