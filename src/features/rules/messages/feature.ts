export const text = {
  feature: { fr: 'Les règles automatiques', en: 'Automatic rules' },
  purpose: {
    fr: 'Reconnaître le spam, les arnaques et les abus, et pouvoir rétablir un message retiré par erreur.',
    en: 'To recognise spam, scams and abuse, and to bring back a message that was removed by mistake.',
  },
  retention: {
    fr: 'Ce qu’une règle a relevé, avec le texte du message : 30 jours. Un message qui ne déclenche rien n’est pas gardé.',
    en: 'What a rule found, with the text of the message: 30 days. A message that sets nothing off is not kept.',
  },
};
