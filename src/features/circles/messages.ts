import type { Text } from '../../kernel/text.ts';

export const text = {
  feature: { fr: 'Une aide rapide, ou un petit groupe autour d’un mentor', en: 'Quick help, or a small group around a mentor' },
  purpose: {
    fr: 'Répondre à un besoin court, ou réunir plusieurs personnes autour d’un mentor.',
    en: 'To meet a short need, or to bring several people together around a mentor.',
  },
  retention: {
    fr: 'Un an après la fin.',
    en: 'A year after the end.',
  },
} as const satisfies Record<string, Text>;
