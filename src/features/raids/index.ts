import type { Feature } from '../../kernel/feature.ts';
import { text } from './messages.ts';

/** Many joins at once raise a level, which pauses invites and lowers by itself. */
export const raids: Feature = {
  name: 'raids',
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
