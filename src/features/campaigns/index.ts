import type { Feature } from '../../kernel/feature.ts';
import { text } from './messages.ts';

/** Many people join, one matching, a preview that staff mend, and all are told. */
export const campaigns: Feature = {
  name: 'campaigns',
  description: text.feature,
  needs: { roles: [], channels: [] },
  commands: [],
  components: [],
  events: [],
  tasks: [],
  schedules: [],
  personalData: { purpose: text.purpose, retention: text.retention, export: async () => ({}), erase: async () => undefined },
};
