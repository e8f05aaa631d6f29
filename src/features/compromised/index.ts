import type { Feature } from '../../kernel/feature.ts';
import { text } from './messages.ts';

/** An account that floods channels is stopped for a day, and its owner is told how to get it back. */
export const compromised: Feature = {
  name: 'compromised',
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
