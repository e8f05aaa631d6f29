import type { Feature } from '../../kernel/feature.ts';
import { moderationKey } from '../../kernel/moderation.ts';
import { staffRoles } from '../../kernel/role.ts';
import { created, deleted, home, leave, restore, setup, show, turn, turnPage, updated } from './commands.ts';
import { text } from './messages.ts';
import { promiseSyncIfAny } from './service/sync.ts';
import { compiled, keepInvites, keepSynced, sync } from './tasks/sync.ts';

/** Whose change changes what Discord runs: where it alerts, whom it spares, and in which language it explains. */
const heeded: ReadonlySet<string> = new Set([moderationKey, ...staffRoles, 'moderator', 'language', 'guild']);

/** What Discord can run by itself becomes rules of its AutoMod. */
export const automod: Feature = {
  name: 'automod',
  description: text.feature,
  needs: { roles: [], channels: [] },
  home,
  commands: [setup],
  components: [show, turnPage, turn, restore, leave],
  events: [created, updated, deleted],
  tasks: [compiled, sync],
  schedules: [keepSynced, keepInvites],
  async bound(tx, guildId, key) {
    if (heeded.has(key)) await promiseSyncIfAny(tx, guildId);
  },
  personalData: {
    purpose: text.purpose,
    retention: text.retention,
    export: async () => ({}),
    erase: async () => undefined,
  },
};
