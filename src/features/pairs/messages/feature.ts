import type { Text } from '../../../kernel/text.ts';

export const text = {
  feature: {
    fr: 'Les binômes : leur fil privé, leurs objectifs, leur fin',
    en: 'Pairs: their private thread, their goals, their end',
  },
  purpose: {
    fr: 'Accompagner chaque binôme, savoir qui accompagne qui, et aider quand cela se passe mal.',
    en: 'To look after each pair, to know who accompanies whom, and to help when it goes wrong.',
  },
  retention: {
    fr: 'Tant que dure le binôme. Le fil, les objectifs et vos notes : 30 jours après la fin. Les noms, la raison de la fin et les signalements : un an. Ensuite deux ans sans les noms.',
    en: 'While the pair lasts. The thread, the goals and your notes: 30 days after the end. The names, the reason of the end and reports: a year. Then two years without the names.',
  },
} as const satisfies Record<string, Text>;
