import type { APIMessage } from 'discord-api-types/v10';
import type { MentoringPair, Prisma } from '../../../prisma/client/client.ts';
import { act } from '../../../src/sandbox/operations/audit.ts';
import { joinThread, startThread } from '../../../src/sandbox/operations/threads.ts';
import type { Persona } from '../../../src/sandbox/persona/persona.ts';
import { aMentor, aPair, aRequest } from '../mentoring/factory.ts';
import { type Story, startStory } from '../onboarding/story.ts';

export type Stage = {
  story: Story;
  /** Somebody with that role of the bot, by its name in French. */
  person(username: string, role: string, locale?: 'fr' | 'en-US'): Promise<Persona>;
  /** Two people who are paired, with their private thread. The learner is in Paris, the mentor where `timeZone` says. */
  pairUp(
    mentor: Persona,
    learner: Persona,
    more?: Partial<Prisma.MentoringPairUncheckedCreateInput> & { timeZone?: string },
  ): Promise<MentoringPair & { threadId: string }>;
  read(person: Persona, channel: string): APIMessage[];
};

export async function onStage(): Promise<Stage> {
  const story = await startStory();
  const { db, boss, sandbox } = story;
  const { guildId, world } = sandbox;
  return {
    story,
    async person(username, role, locale = 'fr') {
      const someone = await story.arrive(username, { locale });
      boss.guild.members.get(someone.user.id)?.roles.splice(0, 10, story.roleId(role));
      return someone;
    },
    async pairUp(mentor, learner, { timeZone, ...more } = {}) {
      const now = story.clock.now();
      const said = (person: Persona) => ({
        guildId,
        userId: person.user.id,
        locale: person.user.locale.slice(0, 2),
        createdAt: now,
      });
      const known = await db.mentorProfile.count({ where: { guildId, userId: mentor.user.id } });
      if (known === 0) await aMentor(db, { ...said(mentor), ...(timeZone && { timeZone }) });
      await aRequest(db, { ...said(learner), state: 'paired', closedAt: now });
      const parent = [...world.channels.values()].find(({ name }) => name === 'mentorat');
      if (!parent) throw new Error('no channel');
      const thread = startThread(world, act(world.application.id), parent, { name: 'Binôme', invitable: false });
      joinThread(world, thread, [mentor.user.id, learner.user.id]);
      const pair = await aPair(db, {
        guildId,
        mentorId: mentor.user.id,
        learnerId: learner.user.id,
        threadId: thread.id,
        createdAt: now,
        ...more,
      });
      return { ...pair, threadId: thread.id };
    },
    read(person, channel) {
      try {
        return person.messages(channel);
      } catch {
        return [];
      }
    },
  };
}
