import { ChannelType } from 'discord-api-types/v10';
import type { Promo } from '../../../src/features/promos/service/promo.ts';
import type { Persona } from '../../../src/sandbox/persona/persona.ts';
import type { Channel } from '../../../src/sandbox/world.ts';
import { runningPromo } from '../announcements/promo.ts';
import { type Story, startStory } from '../onboarding/story.ts';

export const lobbyName = 'Sur demande';

export type Stage = {
  story: Story;
  promo: Promo;
  learners: readonly [Persona, Persona, Persona];
  trainer: Persona;
  /** The promo's channel that opens rooms. */
  lobby(): Channel;
  /** Rooms that Discord has. */
  rooms(): Channel[];
  enter(person: Persona): Promise<void>;
};

/** A promo that runs, with three learners and a trainer. */
export async function onStage(name = 'CDA Vocale'): Promise<Stage> {
  const story = await startStory();
  const learners = [
    await story.arrive('lea.martin'),
    await story.arrive('ali.benamar', { locale: 'en-US' }),
    await story.arrive('zoe.petit'),
  ] as const;
  const trainer = await story.arrive('paul.trainer');
  const promo = await runningPromo(story, { name, learners, trainers: [trainer] });
  const inCategory = () => {
    const { world } = story.sandbox;
    const category = [...world.channels.values()].find(
      (channel) => channel.type === ChannelType.GuildCategory && channel.name === name,
    );
    return [...world.channels.values()].filter(({ parent_id }) => parent_id === category?.id);
  };
  const place = () => story.db.promoPlace.findFirstOrThrow({ where: { promoId: promo.id, key: 'channel:demand' } });
  const lobbyId = (await place()).discordId ?? '';
  return {
    story,
    promo,
    learners: [...learners],
    trainer,
    lobby: () => {
      const found = story.sandbox.world.channels.get(lobbyId);
      if (!found) throw new Error('no lobby');
      return found;
    },
    rooms: () => {
      const named = ['SOS', 'général'];
      return inCategory().filter(
        ({ id, type, name: called }) => type === ChannelType.GuildVoice && id !== lobbyId && !named.includes(called),
      );
    },
    async enter(person) {
      person.joinVoice(lobbyId);
      await story.settle();
    },
  };
}
