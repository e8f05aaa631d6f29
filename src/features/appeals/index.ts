import type { Feature } from '../../kernel/feature.ts';
import { text } from './messages.ts';

/** Whoever was sanctioned asks for a second look, decided by somebody else. */
export const appeals: Feature = {
  name: 'appeals',
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
