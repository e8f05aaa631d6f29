export const text = {
  feature: { fr: 'Les votes de l’équipe de modération', en: 'Votes of the moderation team' },
  purpose: {
    fr: 'Décider à plusieurs des cas difficiles.',
    en: 'To decide hard cases together.',
  },
  retention: {
    fr: 'Les votes : un an.',
    en: 'Votes: a year.',
  },
};
