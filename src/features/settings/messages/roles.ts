import type { RoleKey } from '../../../kernel/feature.ts';
import type { Text } from '../../../kernel/text.ts';

/** What people call the roles of the bot. */
export const roleNames: Record<RoleKey, Text> = {
  admin: { fr: 'Administration', en: 'Administration' },
  project_manager: { fr: 'Gestion de projet', en: 'Project management' },
  campus_manager: { fr: 'Direction de campus', en: 'Campus management' },
  trainer: { fr: 'Formation', en: 'Training' },
  moderator: { fr: 'Modération', en: 'Moderation' },
  mentor: { fr: 'Mentorat', en: 'Mentoring' },
  alumni: { fr: 'Alumni', en: 'Alumni' },
  learner: { fr: 'En formation', en: 'In training' },
  recruiter: { fr: 'Recrutement', en: 'Recruiting' },
  candidate: { fr: 'Candidature', en: 'Applying' },
  newcomer: { fr: 'Bienvenue', en: 'Newcomer' },
};
