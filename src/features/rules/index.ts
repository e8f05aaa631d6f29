import type { Feature } from '../../kernel/feature.ts';
import { text } from './messages.ts';

/** Automatic rules: what sets them off, when, and what they do. */
export const rules: Feature = {
  name: 'rules',
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
