import type { Feature } from '../../kernel/feature.ts';
import { text } from './messages.ts';

export const talents: Feature = {
  name: 'talents',
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
