import type { Feature } from '../../kernel/feature.ts';
import { dashboard, home, openDashboard, openList, turnList } from './commands/dashboard.ts';
import { attestation, badge, ownAttestation } from './commands/letter.ts';
import { pick, turnPromo } from './commands/list.ts';
import { coordinate, pairCard, pause, pauseForm, remind, resume, stop, stopForm } from './commands/pair.ts';
import { text } from './messages.ts';
import { thank, thankDue } from './tasks.ts';

/** What staff see of mentoring, and what mentors are thanked with. */
export const mentorstats: Feature = {
  name: 'mentorstats',
  description: text.feature,
  needs: { roles: [], channels: [] },
  home,
  commands: [dashboard],
  components: [
    openDashboard,
    openList,
    turnList,
    pick,
    turnPromo,
    pairCard,
    remind,
    pause,
    pauseForm,
    resume,
    coordinate,
    stop,
    stopForm,
    ownAttestation,
    attestation,
    badge,
  ],
  events: [],
  tasks: [thank],
  schedules: [thankDue],
  personalData: {
    purpose: text.purpose,
    retention: text.retention,
    export: async () => ({}),
    erase: async () => undefined,
  },
};
