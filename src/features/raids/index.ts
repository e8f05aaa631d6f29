import type { Feature } from '../../kernel/feature.ts';
import { moderationKey } from '../../kernel/moderation.ts';
import { begin, confirm as confirmLock, lockdown, lockForm, reopen, running } from './commands/lockdown.ts';
import {
  change,
  changeTo,
  confirm,
  gather,
  home,
  joined,
  keep,
  messageDeleted,
  messagesDeleted,
  open,
  people,
  settings,
  show,
  turn,
} from './commands/raid.ts';
import { text } from './messages/raid.ts';
import { eraseRaids, exportRaids } from './service/privacy.ts';
import { promiseOpenRaids } from './service/raid.ts';
import { lock } from './tasks/lockdown.ts';
import { calm, find, forget, keepPosted, raid, renew, reopen as reopenDue } from './tasks/raid.ts';
import { sweep } from './tasks/sweep.ts';

/** Many joins at once raise a level, which pauses invites and lowers by itself. */
export const raids: Feature = {
  name: 'raids',
  description: text.feature,
  needs: { roles: [], channels: [] },
  home,
  commands: [show, change, settings, lockdown],
  components: [open, changeTo, people, gather, turn, keep, confirm, begin, running, lockForm, confirmLock, reopen],
  events: [joined, messageDeleted, messagesDeleted],
  tasks: [raid, sweep, lock],
  schedules: [find, calm, renew, reopenDue, keepPosted, forget],
  async bound(tx, guildId, key) {
    if (key === moderationKey) await promiseOpenRaids(tx, guildId);
  },
  personalData: { purpose: text.purpose, retention: text.retention, export: exportRaids, erase: eraseRaids },
};
