import type { Feature } from '../../kernel/feature.ts';
import { cancel, clean, confirm, read, state } from './commands/clean.ts';
import { text } from './messages.ts';
import { eraseCleanings, exportCleanings } from './service.ts';
import { card, drop, run, sweep } from './tasks.ts';

/** Many messages are removed at once, after a preview. */
export const cleaning: Feature = {
  name: 'cleaning',
  description: text.feature,
  needs: { roles: [], channels: [] },
  commands: [clean],
  components: [confirm, cancel, state, read],
  events: [],
  tasks: [run, card, drop],
  schedules: [sweep],
  personalData: { purpose: text.purpose, retention: text.retention, export: exportCleanings, erase: eraseCleanings },
};
