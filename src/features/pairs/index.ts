import type { Feature } from '../../kernel/feature.ts';
import { text } from './messages/feature.ts';
import { erasePairs, exportPairs } from './service/retention.ts';

/** A mentor and a learner: their thread, what they aim at, silence, and the end. */
export const pairs: Feature = {
  name: 'pairs',
  description: text.feature,
  needs: { roles: [], channels: [] },
  commands: [],
  components: [],
  events: [],
  tasks: [],
  schedules: [],
  personalData: { purpose: text.purpose, retention: text.retention, export: exportPairs, erase: erasePairs },
};
