import type { Feature } from '../../kernel/feature.ts';
import { stats } from './commands.ts';
import { text } from './messages.ts';

/** What moderation does, counted without ranking anybody. */
export const modstats: Feature = {
  name: 'modstats',
  description: text.feature,
  needs: { roles: [], channels: [] },
  commands: [stats],
  components: [],
  events: [],
  tasks: [],
  schedules: [],
  personalData: {
    purpose: text.purpose,
    retention: text.retention,
    export: async () => ({}),
    erase: async () => undefined,
  },
};
