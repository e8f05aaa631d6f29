export const text = {
  feature: { fr: 'Le nettoyage des salons', en: 'Cleaning channels' },
  purpose: {
    fr: 'Retirer beaucoup de messages à la fois, avec une trace.',
    en: 'To remove many messages at once, with a trace.',
  },
  retention: {
    fr: 'Les nettoyages : un an.',
    en: 'Cleanings: a year.',
  },
};
