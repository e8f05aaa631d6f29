import type { Feature } from '../../kernel/feature.ts';
import { findings } from './commands/diagnostic.ts';
import {
  audited,
  channelChanged,
  channelCreated,
  channelDeleted,
  deleted,
  deletedTogether,
  edited,
  joined,
  left,
  moved,
  roleChanged,
  roleDeleted,
  written,
} from './commands/event.ts';
import { choose, settingForm, settings } from './commands/setting.ts';
import { text } from './messages/feature.ts';
import { eraseLogs, exportLogs } from './service/privacy.ts';
import { postLog, purge, purgeLog, renderLog } from './tasks.ts';

/** What was edited or deleted, who came and left, whose roles changed, each kept for a time. */
export const logs: Feature = {
  name: 'logs',
  description: text.feature,
  needs: { roles: [], channels: [] },
  findings,
  commands: [settings],
  components: [choose, settingForm],
  events: [
    written,
    edited,
    deleted,
    deletedTogether,
    joined,
    left,
    audited,
    moved,
    channelCreated,
    channelChanged,
    channelDeleted,
    roleChanged,
    roleDeleted,
  ],
  tasks: [postLog, renderLog, purgeLog],
  schedules: [purge],
  personalData: { purpose: text.purpose, retention: text.retention, export: exportLogs, erase: eraseLogs },
};
