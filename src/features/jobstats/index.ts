import type { Feature } from '../../kernel/feature.ts';
import { home, open, stats } from './commands.ts';
import { text } from './messages.ts';

/** What came of the offers, in numbers in which nobody can be recognised. */
export const jobstats: Feature = {
  name: 'jobstats',
  description: text.feature,
  needs: { roles: [], channels: [] },
  home,
  commands: [stats],
  components: [open],
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
