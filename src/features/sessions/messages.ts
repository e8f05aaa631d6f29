import type { Text } from '../../kernel/text.ts';

export const text = {
  feature: { fr: 'Les rendez-vous des binômes : agenda, rappels, avis', en: 'Sessions of pairs: calendar, reminders, opinions' },
  purpose: {
    fr: 'Rappeler les rendez-vous, et savoir si l’accompagnement aide.',
    en: 'To remind of sessions, and to know whether the mentoring helps.',
  },
  retention: {
    fr: 'Un an après la fin du binôme.',
    en: 'A year after the pair ended.',
  },
} as const satisfies Record<string, Text>;
