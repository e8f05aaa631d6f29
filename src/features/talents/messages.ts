export const text = {
  feature: { fr: 'Les profils des personnes qui cherchent', en: 'Profiles of people who look for work' },
  purpose: {
    fr: 'Montrer votre profil sans votre nom aux entreprises vérifiées, si vous le voulez.',
    en: 'To show your profile without your name to verified companies, if you want it.',
  },
  retention: { fr: 'Rien encore.', en: 'Nothing yet.' },
};
