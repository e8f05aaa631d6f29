import type { Feature } from '../../kernel/feature.ts';
import { askSearch, card, changed, home, joined, left, openCard, search, searchForm, show, turnPage } from './commands.ts';
import { text } from './messages.ts';
import { eraseMember, exportMember, reconcileGuild } from './service.ts';
import { forget, reconcile, reconcileHourly } from './tasks.ts';

/** Who is on the server, who they are, and how staff find them. */
export const members: Feature = {
  name: 'members',
  description: text.feature,
  needs: { roles: [], channels: [] },
  home,
  commands: [show, search, card],
  components: [turnPage, openCard, searchForm, askSearch],
  events: [joined, changed, left],
  tasks: [reconcile],
  schedules: [reconcileHourly, forget],
  async bound(tx, guildId, key) {
    if (key === 'guild') await reconcileGuild(tx, guildId);
  },
  personalData: { purpose: text.purpose, retention: text.retention, export: exportMember, erase: eraseMember },
};
