import { command } from '../../src/discord/command.ts';
import { anyone } from '../../src/discord/policy.ts';
import { findMember } from '../../src/features/members/service.ts';
import type { Feature } from '../../src/kernel/feature.ts';
import type { Text } from '../../src/kernel/text.ts';
import { pong, slowness } from './reply.ts';

const same = (word: string): Text => ({ fr: word, en: word });

const ping = command({
  name: same('ping'),
  description: same('Answers'),
  policy: anyone,
  answer: 'ephemeral',
  options: {},
  run: async () => ({ content: pong }),
});

const row = command({
  name: same('row'),
  description: same('Reads one row, then answers'),
  policy: anyone,
  answer: 'ephemeral',
  options: {},
  async run({ db, actor }) {
    await findMember(db, actor);
    return { content: pong };
  },
});

const slow = command({
  name: same('slow'),
  description: same('Works for a while, then answers'),
  policy: anyone,
  answer: 'ephemeral',
  options: {},
  async run({ clock }) {
    await new Promise<void>((resolve) => void clock.after(slowness, resolve));
    return { content: pong };
  },
});

/** Commands that do next to nothing, so that what is measured is the way there and back. */
export const bench: Feature = {
  name: 'bench',
  description: same('Measures'),
  needs: { roles: [], channels: [] },
  commands: [ping, row, slow],
  components: [],
  events: [],
  tasks: [],
  schedules: [],
  personalData: { purpose: same('None'), retention: same('None'), export: async () => ({}), erase: async () => undefined },
};
