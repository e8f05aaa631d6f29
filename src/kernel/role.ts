import type { Text } from './text.ts';

/**
 * The roles of the bot, each bound in the settings to any number of Discord roles, and what people call them: also the names of the Discord
 * roles that `/setup auto` creates, in French. The order is that of their powers.
 */
export const roleNames = {
  admin: { fr: 'Administration', en: 'Administration' },
  project_manager: { fr: 'Gestion de projet', en: 'Project management' },
  campus_manager: { fr: 'Direction de campus', en: 'Campus management' },
  trainer: { fr: 'Équipe pédagogique', en: 'Trainer' },
  moderator: { fr: 'Modération', en: 'Moderation' },
  mentor: { fr: 'Mentorat', en: 'Mentoring' },
  alumni: { fr: 'Alumni', en: 'Alumni' },
  learner: { fr: 'En formation', en: 'Learner' },
  recruiter: { fr: 'Recrutement', en: 'Recruiting' },
  candidate: { fr: 'Candidature', en: 'Applying' },
  newcomer: { fr: 'Bienvenue', en: 'Newcomer' },
} as const satisfies Record<string, Text>;

export type RoleKey = keyof typeof roleNames;

/** Those who run promos and decide who people are. */
export const staffRoles = ['admin', 'project_manager', 'campus_manager'] as const satisfies readonly RoleKey[];

export const roleKeys = Object.keys(roleNames) as RoleKey[];
