export const text = {
  feature: { fr: 'Les sanctions et leur suivi', en: 'Sanctions and what becomes of them' },
  topic: {
    fr: 'Signalements, recours, votes et alertes : ce qui attend la modération.',
    en: 'Reports, appeals, votes and alerts: what waits for moderators.',
  },
  purpose: {
    fr: 'Garder le serveur sûr, et pouvoir expliquer et revoir chaque décision.',
    en: 'To keep the server safe, and to explain and review each decision.',
  },
  retention: {
    fr: 'Sanctions : deux ans après leur fin, puis sans nom. Messages et fichiers gardés comme preuves : 90 jours. Mesures préparées : une heure. Si vous demandez l’effacement, tout part, sauf une exclusion ou un bannissement en cours, gardé avec son motif jusqu’à sa fin et au délai de recours : sans lui la sécurité des autres ne tiendrait pas (RGPD, articles 17(3)(e) et 21(1)).',
    en: 'Sanctions: two years after their end, then without a name. Messages and files kept as evidence: 90 days. Measures being prepared: an hour. If you ask for erasure everything goes, except a timeout or ban that is running, kept with its reason until it ends and the time to appeal is over: without it the safety of others would not hold (GDPR, articles 17(3)(e) and 21(1)).',
  },
};
