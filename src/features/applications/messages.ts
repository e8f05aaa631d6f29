export const text = {
  feature: { fr: 'Les candidatures', en: 'Applications' },
  purpose: {
    fr: 'Transmettre votre candidature et suivre la réponse.',
    en: 'To pass on your application and follow its answer.',
  },
  retention: { fr: 'Rien encore.', en: 'Nothing yet.' },
};
