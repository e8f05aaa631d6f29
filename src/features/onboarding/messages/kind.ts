import type { Kind } from '../../../../prisma/client/client.ts';
import type { Text } from '../../../kernel/text.ts';

/** Who a person says to be, as they read it when they choose and staff when they decide. */
export const kinds: Readonly<Record<Kind, Text>> = {
  learner: { fr: 'En formation', en: 'Learner' },
  trainer: { fr: 'Équipe pédagogique', en: 'Trainer' },
  alumni: { fr: 'Alumni', en: 'Alumni' },
  staff: { fr: 'Équipe du centre', en: 'Staff' },
  recruiter: { fr: 'Entreprise qui recrute', en: 'Recruiter' },
  candidate: { fr: 'Souhaite entrer en formation', en: 'Candidate' },
};

/** The same, said by the person. */
export const kindHints: Readonly<Record<Kind, Text>> = {
  learner: { fr: 'Je suis une formation en ce moment', en: 'I am on a course at the moment' },
  trainer: { fr: 'Je forme des promos', en: 'I teach promos' },
  alumni: { fr: 'J’ai terminé une formation', en: 'I have finished a course' },
  staff: { fr: 'Je travaille pour le centre', en: 'I work for the training centre' },
  recruiter: { fr: 'J’ai des offres à proposer', en: 'I have jobs to offer' },
  candidate: { fr: 'Je veux entrer en formation', en: 'I want to join a course' },
};

/** True for what a select of kinds may send. */
export const isKind = (value: string | undefined): value is Kind => value !== undefined && Object.hasOwn(kinds, value);
