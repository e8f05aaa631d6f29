import type { Text } from '../../kernel/text.ts';

export const text = {
  feature: {
    fr: 'Trouver un mentor : la demande, les propositions, l’accord',
    en: 'Find a mentor: the request, the proposals, the answer',
  },
  purpose: {
    fr: 'Trouver à chaque personne qui en demande un mentor qui lui convient.',
    en: 'To find for everybody who asks a mentor who fits.',
  },
  retention: {
    fr: 'Votre demande : tant qu’elle attend, puis un an.',
    en: 'Your request: while it waits, then a year.',
  },
} as const satisfies Record<string, Text>;
