import type { Feature } from '../../kernel/feature.ts';
import { text } from './messages.ts';

/** One session on one theme for whoever asks, and circles of several learners. */
export const circles: Feature = {
  name: 'circles',
  description: text.feature,
  needs: { roles: [], channels: [] },
  commands: [],
  components: [],
  events: [],
  tasks: [],
  schedules: [],
  personalData: { purpose: text.purpose, retention: text.retention, export: async () => ({}), erase: async () => undefined },
};
