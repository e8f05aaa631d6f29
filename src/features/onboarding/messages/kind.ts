import type { Kind } from '../../../kernel/kind.ts';
import type { Text } from '../../../kernel/text.ts';

/** Each kind, as the person says it. */
export const kindHints: Readonly<Record<Kind, Text>> = {
  learner: { fr: 'Je suis en formation en ce moment', en: 'I am on a course at the moment' },
  trainer: { fr: 'Je forme des promos', en: 'I train learners' },
  alumni: { fr: 'J’ai terminé une formation', en: 'I have finished a course' },
  staff: { fr: 'Je travaille pour le centre', en: 'I work for the training centre' },
  recruiter: { fr: 'J’ai des offres à proposer', en: 'I have jobs to offer' },
  candidate: { fr: 'Je prépare mon entrée', en: 'I am getting ready to apply for a course' },
};
