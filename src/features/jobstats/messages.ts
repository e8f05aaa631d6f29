export const text = {
  feature: { fr: 'Les chiffres du recrutement', en: 'Numbers of recruiting' },
  purpose: { fr: 'Compter, sans nommer personne.', en: 'To count, without naming anybody.' },
  retention: { fr: 'Rien encore.', en: 'Nothing yet.' },
};
