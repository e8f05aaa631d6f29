import type { Text } from '../../kernel/text.ts';

export const text = {
  feature: { fr: 'Le tableau de bord du mentorat et les attestations', en: 'The dashboard of mentoring and the attestations' },
  purpose: {
    fr: 'Cette partie ne conserve rien : elle compte ce que les autres conservent.',
    en: 'This part keeps nothing: it counts what the others keep.',
  },
  retention: {
    fr: 'Rien n’est conservé ici.',
    en: 'Nothing is kept here.',
  },
} as const satisfies Record<string, Text>;
