export const text = {
  feature: { fr: 'Les recours contre une sanction', en: 'Appeals against a sanction' },
  purpose: {
    fr: 'Permettre à chaque personne de faire revoir une sanction par quelqu’un d’autre.',
    en: 'To let everybody have a sanction reviewed by somebody else.',
  },
  retention: {
    fr: 'Votre recours : aussi longtemps que la sanction. Si vous demandez l’effacement, il part, sauf s’il attend une réponse contre une exclusion ou un bannissement en cours : vous l’aurez.',
    en: 'Your appeal: as long as the sanction. If you ask for erasure it goes, unless it waits for an answer against a timeout or ban that is running: you will get it.',
  },
};
