export const text = {
  feature: { fr: 'Les règles confiées à Discord', en: 'The rules that Discord runs' },
  purpose: {
    fr: 'Arrêter certains messages avant leur publication. Cette partie ne conserve rien sur les personnes.',
    en: 'To stop some messages before they are posted. This part keeps nothing about people.',
  },
  retention: {
    fr: 'Rien n’est conservé ici.',
    en: 'Nothing is kept here.',
  },
};
