import { ChannelType } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { messageOf } from '../onboarding/story.ts';
import { lobbyName, onStage } from '../voice/stage.ts';

test('the category of a promo that runs becomes a template without the rooms that come and go', async () => {
  const stage = await onStage('CDA Vivante');
  const { story } = stage;
  const staff = await story.staff('nadia.benali');
  await stage.enter(stage.learners[0]);
  const [room] = stage.rooms();
  await staff.run('group make', { promo: 'CDA Vivante', number: 2 });
  await staff.run('group publish', { promo: 'CDA Vivante', until: '2027-01-20' });
  await story.settle();
  const categoryId = stage.lobby().parent_id ?? '';
  const inside = [...story.sandbox.world.channels.values()].filter(({ parent_id }) => parent_id === categoryId);
  expect(inside.filter(({ name }) => name.startsWith('Groupe ') && name !== room?.name)).not.toEqual([]);
  expect(room?.type).toBe(ChannelType.GuildVoice);

  const read = await staff.run('template read', { course: 'CDA', category: categoryId });
  await staff.press(messageOf(read), 'catalogue:read_as:');
  const { template } = await story.db.catalogueEntry.findFirstOrThrow({ where: { name: 'CDA' } });
  const names = (template as { categories: { channels: { name: string }[] }[] }).categories.flatMap(({ channels }) =>
    channels.map(({ name }) => name),
  );
  const lasting = await story.db.promoPlace.findMany({ where: { promoId: stage.promo.id, key: { startsWith: 'channel:' } } });
  expect(names).toContain(lobbyName);
  expect(names).toHaveLength(lasting.length);
});
