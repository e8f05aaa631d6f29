import type { Text } from '../../kernel/text.ts';

export const text = {
  feature: {
    fr: 'Les binômes : leur fil privé, leurs objectifs, leur fin',
    en: 'Pairs: their private thread, their goals, their end',
  },
  purpose: {
    fr: 'Accompagner chaque binôme, et savoir qui accompagne qui.',
    en: 'To look after each pair, and to know who accompanies whom.',
  },
  retention: {
    fr: 'Tant que dure le binôme, puis deux ans sans les noms.',
    en: 'While the pair lasts, then two years without the names.',
  },
} as const satisfies Record<string, Text>;
