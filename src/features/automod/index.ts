import type { Feature } from '../../kernel/feature.ts';
import { text } from './messages.ts';

/** What Discord can run by itself becomes rules of its AutoMod. */
export const automod: Feature = {
  name: 'automod',
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
