export const text = {
  feature: { fr: 'Chercher une offre', en: 'Finding an offer' },
  purpose: {
    fr: 'Retrouver les offres qui vous intéressent et vous prévenir si vous le demandez.',
    en: 'To find the offers that interest you, and tell you of new ones if you ask.',
  },
  retention: { fr: 'Rien encore.', en: 'Nothing yet.' },
};
