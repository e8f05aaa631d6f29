export const commandTexts = {
  applications: {
    name: { en: 'job applications', fr: 'offre candidatures' },
    description: {
      fr: 'Suivre mes candidatures, ou celles que mes offres reçoivent',
      en: 'Follow my applications, or those that my offers receive',
    },
  },
  recommend: {
    name: { en: 'job recommend', fr: 'offre recommander' },
    description: { fr: 'Recommander une personne en formation, avec son accord', en: 'Recommend a learner, with their consent' },
  },
} as const;

export const optionTexts = {
  offer: { fr: 'offre', description: { fr: 'L’offre', en: 'The offer' } },
  member: { fr: 'personne', description: { fr: 'La personne en formation', en: 'The learner' } },
  words: {
    fr: 'mot',
    description: {
      fr: 'Ce que l’entreprise lira de vous : projet mené, qualité vue',
      en: 'What the company will read from you: a project done, a quality seen',
    },
  },
} as const;
