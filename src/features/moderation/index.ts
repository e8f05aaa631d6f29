import type { Feature } from '../../kernel/feature.ts';
import { text } from './messages/feature.ts';
import { eraseCases, exportCases } from './service/privacy.ts';

/** Cases: notes, warnings, timeouts, kicks and bans, told to the person, carried out, ended on time. */
export const moderation: Feature = {
  name: 'moderation',
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
    export: exportCases,
    erase: eraseCases,
  },
};
