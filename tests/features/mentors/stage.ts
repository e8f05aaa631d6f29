import { features } from '../../../src/app.ts';
import { task } from '../../../src/infra/tasks.ts';
import type { Feature } from '../../../src/kernel/feature.ts';
import { mentorChanged, mentorGone } from '../../../src/kernel/mentoring.ts';
import { type Story, startStory } from '../onboarding/story.ts';

/** What was promised to the features that follow, when none of the program answers it. */
const answered = new Set(features.flatMap(({ tasks }) => tasks.map(({ contract }) => contract.name)));
const followers: Feature = {
  name: 'followers',
  description: { fr: 'Suites', en: 'Followers' },
  needs: { roles: [], channels: [] },
  commands: [],
  components: [],
  events: [],
  tasks: [mentorChanged, mentorGone].filter(({ name }) => !answered.has(name)).map((contract) => task(contract, async () => {})),
  schedules: [],
  personalData: { purpose: { fr: '', en: '' }, retention: { fr: '', en: '' }, export: async () => ({}), erase: async () => {} },
};

export const startMentoring = (): Promise<Story> => startStory({ features: [...features, followers] });
