export const text = {
  feature: { fr: 'Les sanctions et leur suivi', en: 'Sanctions and what becomes of them' },
  purpose: {
    fr: 'Garder le serveur sûr, et pouvoir expliquer et revoir chaque décision.',
    en: 'To keep the server safe, and to explain and review each decision.',
  },
  retention: {
    fr: 'Sanctions : deux ans après leur fin. Messages et fichiers gardés comme preuves : 90 jours.',
    en: 'Sanctions: two years after their end. Messages and files kept as evidence: 90 days.',
  },
};
