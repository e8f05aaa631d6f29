import type { Text } from '../../kernel/text.ts';

export const text = {
  feature: { fr: 'Former beaucoup de binômes à la fois', en: 'Form many pairs at once' },
  purpose: {
    fr: 'Former les binômes d’une campagne.',
    en: 'To form the pairs of a campaign.',
  },
  retention: {
    fr: 'Un an après la fin de la campagne.',
    en: 'A year after the campaign ended.',
  },
} as const satisfies Record<string, Text>;
