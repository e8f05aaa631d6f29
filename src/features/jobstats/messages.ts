import type { Text } from '../../kernel/text.ts';

export const commandTexts = {
  stats: {
    name: { en: 'job stats', fr: 'offre chiffres' },
    description: { fr: 'Les chiffres du recrutement sur douze mois', en: 'The numbers of recruiting over twelve months' },
  },
} as const;

/** States of offers, in the order of their life. */
export const states = {
  draft: { fr: 'en brouillon', en: 'drafts' },
  pending: { fr: 'à relire', en: 'to review' },
  asked: { fr: 'à corriger', en: 'to correct' },
  published: { fr: 'en ligne', en: 'online' },
  hidden: { fr: 'en pause', en: 'on hold' },
  closed: { fr: 'closes', en: 'closed' },
  refused: { fr: 'refusées', en: 'refused' },
} as const satisfies Record<string, Text>;
export type State = keyof typeof states;

export const dimensions = {
  month: { fr: 'Par mois', en: 'By month' },
  contract: { fr: 'Par contrat', en: 'By contract' },
  campus: { fr: 'Par campus', en: 'By campus' },
} as const satisfies Record<string, Text>;
export type Dimension = keyof typeof dimensions;

const hours = (value: number): Text =>
  value < 48
    ? { fr: `${Math.round(value)} h`, en: `${Math.round(value)} h` }
    : { fr: `${Math.round(value / 24)} jours`, en: `${Math.round(value / 24)} days` };

export const text = {
  feature: { fr: 'Les chiffres du recrutement', en: 'Numbers of recruiting' },
  title: { fr: 'Le recrutement sur douze mois', en: 'Recruiting over twelve months' },
  offers: { fr: 'Offres', en: 'Offers' },
  applications: { fr: 'Candidatures', en: 'Applications' },
  hires: { fr: 'Embauches', en: 'Hires' },
  now: { fr: 'Offres aujourd’hui', en: 'Offers today' },
  noOffer: { fr: 'aucune', en: 'none' },
  hidden: { fr: 'masqué', en: 'hidden' },
  total: { fr: 'Total', en: 'Total' },
  group: { fr: 'Groupe', en: 'Group' },
  dimension: { fr: 'Répartition', en: 'Breakdown' },
  noCampus: { fr: 'Sans campus', en: 'No campus' },
  review: (median: number, p90: number): Text => ({
    fr: `Relecture par l’équipe : ${hours(median).fr} en médiane, ${hours(p90).fr} pour neuf offres sur dix.`,
    en: `Review by the staff: ${hours(median).en} at the median, ${hours(p90).en} for nine offers out of ten.`,
  }),
  response: (median: number): Text => ({
    fr: `Première réponse des entreprises : ${hours(median).fr} en médiane.`,
    en: `First answer of the companies: ${hours(median).en} at the median.`,
  }),
  tooFewTimes: {
    fr: 'Délais de relecture ou de réponse : pas encore assez de cas pour les donner.',
    en: 'Times to review or to answer: not enough cases yet to tell.',
  },
  medianReview: { fr: 'Relecture (heures, médiane)', en: 'Review (hours, median)' },
  medianResponse: { fr: 'Première réponse (heures, médiane)', en: 'First answer (hours, median)' },
  notes: {
    fr: 'Une offre s’adresse à tous les campus : elle n’est comptée pour aucun. Une candidature sans réponse compte avec le temps passé. Le fichier donne aussi les délais de chaque groupe, dès cinq cas.',
    en: 'An offer is for all campuses: it is counted for none. An application without an answer counts with the time that has passed. The file also gives the times of each group, from five cases on.',
  },
  privacy: {
    fr: 'Les groupes de moins de cinq personnes sont masqués, et d’autres avec eux quand un calcul les révélerait. Une personne qui postule souvent est une seule personne.',
    en: 'Groups of fewer than five people are hidden, and others with them where some sum would reveal them. A person who applies often is one person.',
  },
  more: (count: number): Text => ({ fr: `… et ${count} autres dans le fichier.`, en: `… and ${count} more in the file.` }),
  chart: { fr: 'Offres, candidatures et embauches par mois', en: 'Offers, applications and hires by month' },
  noChart: {
    fr: 'Le graphique n’a pas pu être dessiné ; les mêmes chiffres sont ici et dans le fichier.',
    en: 'The chart could not be drawn; the same numbers are here and in the file.',
  },
  nothing: { fr: 'Rien à montrer pour le moment sur ces douze mois.', en: 'Nothing to show yet over these twelve months.' },
  file: { fr: 'recrutement.csv', en: 'recruiting.csv' },
  picture: { fr: 'recrutement.png', en: 'recruiting.png' },
  home: {
    fr: 'Offres, candidatures, embauches : les chiffres du recrutement.',
    en: 'Offers, applications, hires: the numbers of recruiting.',
  },
  homeButton: { fr: 'Chiffres', en: 'Numbers' },
  purpose: {
    fr: 'Compter les offres, les candidatures et les embauches, sans nommer personne ni montrer de groupe de moins de cinq.',
    en: 'To count offers, applications and hires, without naming anybody or showing a group of fewer than five.',
  },
  retention: {
    fr: 'Rien n’est gardé : les chiffres sont calculés au moment où ils sont demandés.',
    en: 'Nothing is kept: the numbers are computed when they are asked for.',
  },
};
