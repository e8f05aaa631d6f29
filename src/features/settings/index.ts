import type { Feature } from '../../kernel/feature.ts';
import { roleNames } from '../../kernel/role.ts';
import { diagnostic, mendAll, openDiagnostic, recheck } from './commands/diagnostic.ts';
import { adminItems } from './commands/home.ts';
import { joinedGuild, leftGuild } from './commands/presence.ts';
import { auto, freeChannel, freeRole, language, openSettings, setChannel, setRole, show, timezone } from './commands/setup.ts';
import { feature, text } from './messages/setup.ts';
import { eraseFaults, faultsAbout } from './service/health.ts';
import { eraseRuns, exportRuns } from './service/run.ts';
import { tellFaults, watchFaults } from './tasks/faults.ts';
import { readGuilds, watchGuilds } from './tasks/presence.ts';
import { resume, setUp } from './tasks/setup.ts';

export const settings: Feature = {
  name: 'settings',
  description: feature,
  needs: {
    // ManageGuild, ManageThreads and ModerateMembers are what makes Discord show these roles their commands; Administrator is nobody's by default.
    roles: [
      {
        key: 'admin',
        name: roleNames.admin.fr,
        permissions: ['ManageGuild', 'ManageThreads', 'ModerateMembers', 'ViewAuditLog'],
        hoisted: true,
      },
      { key: 'campus_manager', name: roleNames.campus_manager.fr, permissions: ['ManageThreads'], hoisted: true },
      {
        key: 'moderator',
        name: roleNames.moderator.fr,
        permissions: ['ManageMessages', 'ModerateMembers', 'ViewAuditLog'],
        hoisted: true,
      },
      { key: 'mentor', name: roleNames.mentor.fr, permissions: [] },
    ],
    channels: [
      {
        key: 'alerts',
        name: 'alertes',
        topic: {
          fr: 'Ce que le bot n’a pas pu faire, et ce qu’il faut régler.',
          en: 'What the bot could not do, and what to settle.',
        },
        kind: 'text',
        category: 'Équipe',
        visibleTo: ['admin', 'project_manager', 'campus_manager'],
        bot: ['ViewChannel', 'SendMessages', 'ReadMessageHistory'],
      },
    ],
  },
  home: adminItems,
  commands: [auto, setRole, setChannel, show, language, timezone, diagnostic],
  components: [openSettings, freeRole, freeChannel, openDiagnostic, recheck, mendAll],
  events: [joinedGuild, leftGuild],
  tasks: [setUp, tellFaults, readGuilds],
  schedules: [watchGuilds, resume, watchFaults],
  personalData: {
    purpose: text.purpose,
    retention: text.retention,
    export: async (db, guildId, userId) => ({
      ...(await exportRuns(db, guildId, userId)),
      refusals: await faultsAbout(db, { guildId, userId }),
    }),
    async erase(tx, guildId, userId) {
      await eraseRuns(tx, guildId, userId);
      await eraseFaults(tx, { guildId, userId });
    },
  },
};
