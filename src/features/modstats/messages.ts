export const text = {
  feature: { fr: 'Les chiffres de la modération', en: 'The numbers of moderation' },
  purpose: {
    fr: 'Cette partie ne conserve rien : elle compte ce que les autres conservent.',
    en: 'This part keeps nothing: it counts what the others keep.',
  },
  retention: {
    fr: 'Rien n’est conservé ici.',
    en: 'Nothing is kept here.',
  },
};
