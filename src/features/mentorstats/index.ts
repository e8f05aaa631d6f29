import type { Feature } from '../../kernel/feature.ts';
import { text } from './messages.ts';

/** What staff see of mentoring, and what mentors are thanked with. */
export const mentorstats: Feature = {
  name: 'mentorstats',
  description: text.feature,
  needs: { roles: [], channels: [] },
  commands: [],
  components: [],
  events: [],
  tasks: [],
  schedules: [],
  personalData: { purpose: text.purpose, retention: text.retention, export: async () => ({}), erase: async () => undefined },
};
