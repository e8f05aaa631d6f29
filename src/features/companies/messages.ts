export const text = {
  feature: { fr: 'Les entreprises qui recrutent', en: 'Companies that recruit' },
  purpose: {
    fr: 'Savoir quelle entreprise recrute et qui répond pour elle.',
    en: 'To know which company recruits and who answers for it.',
  },
  retention: { fr: 'Rien encore.', en: 'Nothing yet.' },
};
