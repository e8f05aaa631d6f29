import type { Text } from '../../../kernel/text.ts';

export const text = {
  feature: { fr: 'Une aide rapide, ou un petit groupe autour d’un mentor', en: 'Quick help, or a small group around a mentor' },
  purpose: {
    fr: 'Répondre à un besoin court, ou réunir plusieurs personnes autour d’un mentor.',
    en: 'To meet a short need, or to bring several people together around a mentor.',
  },
  retention: {
    fr: 'Un an après la fin ; ensuite seules restent les minutes données par le mentor, sans les autres noms. Les fils privés disparaissent de Discord 48 heures après une aide flash, 30 jours après un cercle.',
    en: 'A year after the end; then only the minutes that the mentor gave remain, without the other names. Private threads disappear from Discord 48 hours after a flash session, 30 days after a circle.',
  },
} as const satisfies Record<string, Text>;
