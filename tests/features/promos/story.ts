import { ChannelType } from 'discord-api-types/v10';
import type { Persona } from '../../../src/sandbox/persona/persona.ts';
import type { Channel } from '../../../src/sandbox/world.ts';
import type { TestAppOptions } from '../../support/app.ts';
import { messageOf, type Story as Onboarding, startStory as startOnboarding } from '../onboarding/story.ts';

export type Story = Onboarding & {
  /** A project manager. */
  manager: Persona;
  /** Somebody identified as a learner. */
  learner(username: string, name?: string): Promise<Persona>;
  /** Creates a promo and confirms it. `start` and `end` as people write them. */
  create(options?: {
    name?: string;
    start?: string;
    end?: string;
    now?: boolean;
    remote?: boolean;
    trainer1?: string;
  }): Promise<number>;
  /** What a promo has on Discord. */
  spaceOf(name: string): { roles: number; categories: Channel[]; channels: Channel[]; posts: Channel[] };
  promo(name: string): ReturnType<Onboarding['db']['promo']['findFirstOrThrow']>;
};

/** A server with a campus, a course and a project manager. */
export async function startStory(options: TestAppOptions = {}): Promise<Story> {
  const story = await startOnboarding(options);
  const manager = await story.staff('nadia.benali');
  await manager.run('campus add', { name: 'Lille' });
  await manager.run('course add', { name: 'CDA' });
  await story.settle();
  const { world } = story.sandbox;
  const all = () => [...world.channels.values()].filter(({ guild_id }) => guild_id === story.sandbox.guildId);
  return {
    ...story,
    get app() {
      return story.app;
    },
    manager,
    async learner(username, name = 'Marie Dupont') {
      const person = await story.arrive(username);
      const [first = '', last = ''] = name.split(' ');
      await story.introduce(person, { first, last, email: `${username}@exemple.fr` });
      const card = manager.messages('demandes').at(-1);
      if (card) await manager.press(card, 'onboarding:approve:');
      await story.settle();
      return person;
    },
    async create({ name = 'CDA Lille 2027', start = '12/01/2027', end = '12/07/2027', ...rest } = {}) {
      const preview = await manager.run('promo create', {
        course: 'CDA',
        campus: 'Lille',
        name,
        start,
        end,
        manager: manager.user.id,
        ...rest,
      });
      await manager.press(messageOf(preview), 'promos:confirm:');
      await story.settle();
      return (await story.db.promo.findFirstOrThrow({ where: { name } })).id;
    },
    spaceOf(name) {
      const categories = all().filter((channel) => channel.type === ChannelType.GuildCategory && channel.name === name);
      const channels = all().filter((channel) => !channel.thread && categories.some(({ id }) => id === channel.parent_id));
      const posts = all().filter((channel) => channel.thread && channels.some(({ id }) => id === channel.parent_id));
      const roles = [...story.boss.guild.roles.values()].filter((role) => role.name === name).length;
      return { roles, categories, channels, posts };
    },
    promo: (name) => story.db.promo.findFirstOrThrow({ where: { name } }),
  };
}
