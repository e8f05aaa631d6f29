import type { Feature } from '../../kernel/feature.ts';
import { text } from './messages.ts';

/** Many messages are removed at once, after a preview. */
export const cleaning: Feature = {
  name: 'cleaning',
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
