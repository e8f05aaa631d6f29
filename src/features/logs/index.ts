import type { Feature } from '../../kernel/feature.ts';
import { text } from './messages.ts';

/** What was edited or deleted, who came and left, whose roles changed, each kept for a time. */
export const logs: Feature = {
  name: 'logs',
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
