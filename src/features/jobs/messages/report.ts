import type { Text } from '../../../kernel/text.ts';

/** What may be wrong with an offer, in the words of the law and of everyday. */
export const categories = {
  fraud: { fr: 'Arnaque : on demande de l’argent, des données, un service', en: 'Fraud: asks for money, data or favours' },
  discrimination: { fr: 'Discrimination : âge, sexe, origine, santé…', en: 'Discrimination: age, sex, origin, health…' },
  misleading: { fr: 'Trompeuse : le poste n’est pas celui décrit', en: 'Misleading: the work is not what is described' },
  unlawful: { fr: 'Illégale : travail non payé ou non déclaré', en: 'Unlawful: unpaid or undeclared work' },
  outdated: { fr: 'Périmée : le poste est déjà pris', en: 'Outdated: the post is already taken' },
  other: { fr: 'Autre chose', en: 'Something else' },
} as const satisfies Record<string, Text>;
export type Category = keyof typeof categories;

export const text = {
  form: { fr: 'Signaler cette offre', en: 'Report this offer' },
  category: { fr: 'Ce qui ne va pas', en: 'What is wrong' },
  comment: { fr: 'Ce que vous avez vu', en: 'What you have seen' },
  commentHelp: {
    fr: 'Lu par l’équipe seule : l’entreprise ne saura jamais qui a signalé.',
    en: 'Read by staff alone: the company never learns who reported.',
  },
  done: {
    fr: 'Merci. L’équipe a votre signalement ; votre nom n’est montré à personne d’autre.',
    en: 'Thank you. Staff have your report; your name is shown to nobody else.',
  },
};
