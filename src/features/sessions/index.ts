import type { Feature } from '../../kernel/feature.ts';
import { text } from './messages.ts';
import { eraseSessions, exportSessions } from './service.ts';

/** When a pair meets, what came of it, and what both thought of it. */
export const sessions: Feature = {
  name: 'sessions',
  description: text.feature,
  needs: { roles: [], channels: [] },
  commands: [],
  components: [],
  events: [],
  tasks: [],
  schedules: [],
  personalData: { purpose: text.purpose, retention: text.retention, export: exportSessions, erase: eraseSessions },
};
