import { bold, type Text } from '../../../kernel/text.ts';

export const text = {
  title: { fr: 'Une offre qui vous correspond', en: 'An offer that fits you' },
  at: (company: string): Text => ({ fr: `chez ${company}`, en: `at ${company}` }),
  because: { fr: 'Pourquoi cette offre', en: 'Why this offer' },
  see: { fr: 'Voir l’offre', en: 'See the offer' },
  stop: { fr: 'Ne plus me signaler d’offres', en: 'Stop telling me of offers' },
  how: {
    fr: 'Un message par jour au plus, parce que votre profil est visible.',
    en: 'At most one message a day, because your profile is visible.',
  },
  home: (title: string): Text => ({
    fr: `Une offre vous correspond : ${bold(title)}.`,
    en: `An offer fits you: ${bold(title)}.`,
  }),
};
