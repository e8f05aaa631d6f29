import type { Feature } from '../../kernel/feature.ts';
import { text } from './messages.ts';

/** The rules of the server: written by admins, read by everybody, named by cases. */
export const charter: Feature = {
  name: 'charter',
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
