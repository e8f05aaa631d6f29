export const text = {
  feature: { fr: 'Les journaux du serveur', en: 'The logs of the server' },
  purpose: {
    fr: 'Savoir ce qui s’est passé quand une personne demande de l’aide.',
    en: 'To know what happened when somebody asks for help.',
  },
  retention: {
    fr: 'Selon le journal : 30 jours, et 7 jours pour le texte des messages supprimés.',
    en: 'By log: 30 days, and 7 days for the text of deleted messages.',
  },
};
