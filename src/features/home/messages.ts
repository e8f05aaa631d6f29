import { escapeMarkdown, type Text } from '../../kernel/text.ts';

export const text = {
  feature: {
    fr: 'Mon espace : ce qui vous attend et ce que vous pouvez faire, en un message.',
    en: 'My space: what waits for you and what you can do, in one message.',
  },
  command: {
    fr: 'Ouvrir votre espace : ce qui vous attend, ce que vous pouvez faire',
    en: 'Open your space: what waits for you, what you can do',
  },
  greeting: (name: string): Text => ({
    fr: `## Mon espace\nBonjour **${escapeMarkdown(name)}** !`,
    en: `## My space\nHello **${escapeMarkdown(name)}**!`,
  }),
  waiting: { fr: '### Ce qui vous attend', en: '### Waiting for you' },
  possible: { fr: '### Ce que vous pouvez faire', en: '### What you can do' },
  nothing: {
    fr: 'Rien ne vous attend pour le moment. Bonne journée !',
    en: 'Nothing waits for you at the moment. Have a good day!',
  },
  incomplete: {
    fr: 'Une partie de votre espace n’a pas pu s’afficher. Rouvrez-le dans quelques minutes.',
    en: 'A part of your space could not be shown. Open it again in a few minutes.',
  },
  page: (page: number, pages: number): Text => ({ fr: `Page ${page} sur ${pages}`, en: `Page ${page} of ${pages}` }),
  previous: { fr: 'Page précédente', en: 'Previous page' },
  next: { fr: 'Page suivante', en: 'Next page' },
  refresh: { fr: 'Actualiser', en: 'Refresh' },
  purpose: { fr: 'Aucune donnée personnelle n’est conservée.', en: 'No personal data is kept.' },
  retention: { fr: 'Sans objet.', en: 'Not applicable.' },
} satisfies Record<string, Text | ((...values: never[]) => Text)>;
