import type { Feature } from '../../kernel/feature.ts';
import { moderationKey } from '../../kernel/moderation.ts';
import { roleNames } from '../../kernel/role.ts';
import { cancel, clean, confirm, read, state } from './commands/clean.ts';
import { text } from './messages.ts';
import { eraseCleanings, exportCleanings } from './service.ts';
import { card, drop, run, sweep } from './tasks.ts';

/** Many messages are removed at once, after a preview. */
export const cleaning: Feature = {
  name: 'cleaning',
  description: text.feature,
  needs: {
    roles: [
      { key: 'moderator', name: roleNames.moderator.fr, permissions: ['ModerateMembers', 'ManageMessages', 'ViewAuditLog'] },
    ],
    channels: [
      {
        key: moderationKey,
        name: 'moderation',
        topic: text.topic,
        kind: 'text',
        category: 'Équipe',
        visibleTo: ['admin', 'moderator'],
        readOnly: true,
        bot: ['ViewChannel', 'SendMessages', 'EmbedLinks', 'AttachFiles', 'ReadMessageHistory'],
      },
    ],
  },
  commands: [clean],
  components: [confirm, cancel, state, read],
  events: [],
  tasks: [run, card, drop],
  schedules: [sweep],
  personalData: { purpose: text.purpose, retention: text.retention, export: exportCleanings, erase: eraseCleanings },
};
