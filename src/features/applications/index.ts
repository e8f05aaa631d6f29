import type { Feature } from '../../kernel/feature.ts';
import { text } from './messages.ts';

export const applications: Feature = {
  name: 'applications',
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
