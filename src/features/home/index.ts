import type { Feature } from '../../kernel/feature.ts';
import { home as homeCommand, openHome, turnPage } from './commands.ts';
import { text } from './messages.ts';

export const home: Feature = {
  name: 'home',
  description: text.feature,
  needs: { roles: [], channels: [] },
  commands: [homeCommand],
  components: [openHome, turnPage],
  events: [],
  tasks: [],
  schedules: [],
  personalData: {
    purpose: text.purpose,
    retention: text.retention,
    export: async () => ({}),
    erase: async () => {},
  },
};
