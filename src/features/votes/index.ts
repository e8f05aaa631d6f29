import type { Feature } from '../../kernel/feature.ts';
import { text } from './messages.ts';

/** Hard cases are decided by several moderators. */
export const votes: Feature = {
  name: 'votes',
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
