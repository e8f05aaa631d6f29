export const text = {
  feature: { fr: 'Les recours contre une sanction', en: 'Appeals against a sanction' },
  purpose: {
    fr: 'Permettre à chaque personne de faire revoir une sanction par quelqu’un d’autre.',
    en: 'To let everybody have a sanction reviewed by somebody else.',
  },
  retention: {
    fr: 'Votre recours : aussi longtemps que la sanction.',
    en: 'Your appeal: as long as the sanction.',
  },
};
