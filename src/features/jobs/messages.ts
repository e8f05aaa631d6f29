export const text = {
  feature: { fr: 'Les offres d’emploi', en: 'Job offers' },
  purpose: { fr: 'Publier des offres relues par l’équipe.', en: 'To publish offers that staff have read.' },
  retention: { fr: 'Rien encore.', en: 'Nothing yet.' },
};
