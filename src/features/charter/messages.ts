export const text = {
  feature: { fr: 'Le règlement du serveur', en: 'The rules of the server' },
  purpose: {
    fr: 'Faire connaître le règlement. Cette partie ne conserve rien sur les personnes.',
    en: 'To make the rules known. This part keeps nothing about people.',
  },
  retention: {
    fr: 'Rien n’est conservé ici.',
    en: 'Nothing is kept here.',
  },
};
