export const text = {
  feature: { fr: 'Les règles automatiques', en: 'Automatic rules' },
  purpose: {
    fr: 'Reconnaître le spam, les arnaques et les abus.',
    en: 'To recognise spam, scams and abuse.',
  },
  retention: {
    fr: 'Ce qu’une règle a relevé : 30 jours.',
    en: 'What a rule found: 30 days.',
  },
};
