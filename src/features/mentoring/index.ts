import type { Feature } from '../../kernel/feature.ts';
import { text } from './messages.ts';
import { eraseRequests, exportRequests } from './service.ts';

/** Learners ask, mentors answer: requests, the score and its reasons, the matching. */
export const mentoring: Feature = {
  name: 'mentoring',
  description: text.feature,
  needs: { roles: [], channels: [] },
  commands: [],
  components: [],
  events: [],
  tasks: [],
  schedules: [],
  personalData: { purpose: text.purpose, retention: text.retention, export: exportRequests, erase: eraseRequests },
};
