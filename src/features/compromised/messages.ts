export const text = {
  feature: { fr: 'Les comptes piratés', en: 'Hacked accounts' },
  purpose: {
    fr: 'Protéger les personnes dont le compte est utilisé par quelqu’un d’autre.',
    en: 'To protect people whose account somebody else uses.',
  },
  retention: {
    fr: 'Un an.',
    en: 'A year.',
  },
};
