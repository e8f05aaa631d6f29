import type { Text } from './text.ts';

/** Who a person says to be. Staff confirm it, and the role of that kind is granted. */
export const kinds = {
  learner: { fr: 'En formation', en: 'Learner' },
  trainer: { fr: 'Équipe pédagogique', en: 'Trainer' },
  alumni: { fr: 'Alumni', en: 'Alumni' },
  staff: { fr: 'Équipe du centre', en: 'Staff' },
  recruiter: { fr: 'Entreprise qui recrute', en: 'Recruiter' },
  candidate: { fr: 'Souhaite entrer en formation', en: 'Candidate' },
} as const satisfies Record<string, Text>;

export type Kind = keyof typeof kinds;

/** True for what a select of kinds may send. */
export const isKind = (value: string | undefined): value is Kind => value !== undefined && Object.hasOwn(kinds, value);
