import { features } from '../../../src/app.ts';
import { task } from '../../../src/infra/tasks.ts';
import type { Feature } from '../../../src/kernel/feature.ts';
import { offerAlerted, offerClosed, offerMatched } from '../../../src/kernel/hiring.ts';

/** What offers promise to features that are tried elsewhere: somebody has to take it, or the program is never at rest. */
const answered = new Set(features.flatMap(({ tasks }) => tasks.map(({ contract }) => contract.name)));

const silent: Feature = {
  name: 'silent',
  description: { fr: 'Écoute', en: 'Listens' },
  needs: { roles: [], channels: [] },
  commands: [],
  components: [],
  events: [],
  tasks: [offerAlerted, offerMatched, offerClosed]
    .filter(({ name }) => !answered.has(name))
    .map((contract) => task(contract, async () => undefined)),
  schedules: [],
  personalData: {
    purpose: { fr: 'Aucune.', en: 'None.' },
    retention: { fr: 'Aucune.', en: 'None.' },
    export: async () => ({}),
    erase: async () => undefined,
  },
};

export const listening: readonly Feature[] = [...features, silent];
