import type { Feature } from '../../kernel/feature.ts';
import { text } from './messages.ts';

/** What people report, gathered by target and handled by moderators. */
export const reports: Feature = {
  name: 'reports',
  description: text.feature,
  needs: { roles: [], channels: [] },
  commands: [],
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
