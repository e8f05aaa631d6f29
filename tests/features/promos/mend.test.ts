import { ChannelType } from 'discord-api-types/v10';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { day, hour } from '../../../src/kernel/time.ts';
import { addChannel } from '../../../src/sandbox/population.ts';
import { idsOf, messageOf, said } from '../onboarding/story.ts';
import { type Story, startStory } from './story.ts';

/** What people do by hand to the spaces of promos that run, and what becomes of it. */

let story: Story;
beforeAll(async () => {
  story = await startStory();
});
afterEach(() => story.sandbox.faults.clear());

const start = '01/01/2027';
const alerts = () => story.manager.messages('alertes');
const embedsOf = async (promo: string) => JSON.stringify(messageOf(await story.manager.run('promo check', { promo })).embeds);
const isFine = async (promo: string) => said(await story.manager.run('promo check', { promo })).includes('tout est comme prévu');

describe('a space that people work in is not undone by an alert', () => {
  test('a refused repair offers to resume, and nothing else; an alert of before has no power', async () => {
    story.sandbox.faults.next({ method: 'POST', route: '/channels/{channel_id}/threads', status: 403, code: 50013 });
    const promoId = await story.create({ name: 'Vivante', start });
    const former = structuredClone(alerts().at(-1));
    expect(idsOf(former ?? ({} as never)).map((id) => id.split(':')[1])).toEqual(['resume', 'undo_build']);
    await story.manager.press(former ?? '', 'promos:resume:');
    await story.settle();

    const lost = story.spaceOf('Vivante').channels.find(({ name }) => name === 'SOS');
    story.sandbox.world.channels.delete(lost?.id ?? '');
    const checked = await story.manager.run('promo check', { promo: 'Vivante' });
    story.sandbox.faults.next({ method: 'POST', route: '/guilds/{guild_id}/channels', status: 403, code: 50013 });
    await story.manager.press(messageOf(checked), 'promos:repair:');
    await story.settle();
    const [alert] = alerts().filter((message) => idsOf(message).includes(`promos:resume:${promoId}`));
    expect(idsOf(alert ?? ({} as never))).toEqual([`promos:resume:${promoId}`]);

    const forged = await story.manager.forge.component(alert ?? ({} as never), `promos:undo_build:${promoId}`, 2);
    expect(said(forged)).toContain('plus d’actualité');
    expect(await story.promo('Vivante')).toMatchObject({ state: 'active', clearingAt: null });

    await story.manager.press(alert ?? '', 'promos:resume:');
    await story.settle();
    expect(story.spaceOf('Vivante').channels).toHaveLength(5);
    const trail = await story.db.auditEntry.findMany({ where: { subject: `promo:${promoId}` }, orderBy: { id: 'asc' } });
    expect(trail.map(({ action }) => action)).toEqual(['promos.create', 'promos.resume', 'promos.repair', 'promos.resume']);
  });

  test('a preview that waited is refused once the space is complete', async () => {
    story.sandbox.faults.next({ method: 'POST', route: '/channels/{channel_id}/threads', status: 403, code: 50013 });
    await story.create({ name: 'Patiente', start });
    const alert = alerts().at(-1) ?? '';
    const preview = await story.manager.press(alert, 'promos:undo_build:');
    await story.manager.press(alert, 'promos:resume:');
    await story.settle();
    expect(said(await story.manager.press(messageOf(preview), 'promos:confirm:'))).toContain('plus d’actualité');
    expect(await story.promo('Patiente')).toMatchObject({ state: 'active', clearingAt: null });
  });
});

test('what staff set by hand for a learner outlives a silence; what a former trainer had does not', async () => {
  await story.create({ name: 'Réglée', start });
  const lea = await story.learner('lea.martin', 'Léa Martin');
  const gone = await story.arrive('gone.trainer');
  await story.manager.run('promo add', { promo: 'Réglée', member: lea.user.id });
  // Somebody who left and came back is a learner like any other.
  await story.manager.run('promo remove', { promo: 'Réglée', member: lea.user.id });
  await story.manager.run('promo add', { promo: 'Réglée', member: lea.user.id });
  await story.manager.run('promo add', { promo: 'Réglée', member: gone.user.id, part: 'trainer' });
  await story.settle();
  const [forum] = story.spaceOf('Réglée').channels;
  if (!forum) throw new Error('no forum');
  forum.permission_overwrites.push({ id: lea.user.id, type: 1, allow: '0', deny: String((1n << 11n) | (1n << 38n)) });
  await story.manager.run('promo remove', { promo: 'Réglée', member: gone.user.id });
  await story.settle();
  const before = structuredClone(forum.permission_overwrites);
  expect(before.some(({ id }) => id === lea.user.id)).toBe(true);
  expect(before.some(({ id }) => id === gone.user.id)).toBe(false);
  await story.manager.run('promo lock', { promo: 'Réglée' });
  await story.settle();
  expect(forum.permission_overwrites).not.toEqual(before);
  await story.manager.run('promo unlock', { promo: 'Réglée' });
  await story.settle();
  expect(forum.permission_overwrites).toEqual(before);
});

test('a category deleted by hand comes back with its channels in it; one dragged elsewhere is found', async () => {
  await story.create({ name: 'Rangée', start });
  const { categories, channels } = story.spaceOf('Rangée');
  const { world } = story.sandbox;
  world.channels.delete(categories[0]?.id ?? '');
  for (const channel of channels) channel.parent_id = null;
  const checked = await story.manager.run('promo check', { promo: 'Rangée' });
  expect(JSON.stringify(messageOf(checked).embeds)).toContain(`<#${channels[0]?.id}> n’est plus dans la catégorie`);
  await story.manager.press(messageOf(checked), 'promos:repair:');
  await story.settle();
  expect(
    story
      .spaceOf('Rangée')
      .channels.map(({ id }) => id)
      .sort(),
  ).toEqual(channels.map(({ id }) => id).sort());
  expect(await isFine('Rangée')).toBe(true);

  const [first] = story.spaceOf('Rangée').channels;
  if (first) first.parent_id = null;
  const again = await story.manager.run('promo check', { promo: 'Rangée' });
  await story.manager.press(messageOf(again), 'promos:repair:');
  await story.settle();
  expect(story.spaceOf('Rangée').channels).toHaveLength(5);
  expect(await isFine('Rangée')).toBe(true);
});

describe('the role of a campus deleted by hand', () => {
  const deleteRole = (name: string) => {
    const id = story.roleId(name);
    for (const member of story.boss.guild.members.values()) member.roles = member.roles.filter((one) => one !== id);
    story.boss.guild.roles.delete(id);
    return id;
  };

  test('comes back with its people in it', async () => {
    await story.create({ name: 'Peuplée', start });
    const ana = await story.learner('ana.un', 'Ana Un');
    await story.manager.run('promo add', { promo: 'Peuplée', member: ana.user.id });
    await story.settle();
    expect(story.rolesOf(ana)).toContain('Lille');
    deleteRole('Lille');
    await story.db.catalogueEntry.updateMany({ where: { kind: 'campus' }, data: { roleId: null } });
    // The role first; then, at the next look, its people.
    await story.later(2 * hour);
    await story.later(hour);
    expect(story.rolesOf(ana)).toContain('Lille');
    expect(await isFine('Peuplée')).toBe(true);
  });

  test('while nobody looked is a difference that the repair mends', async () => {
    const ana = await story.db.member.findFirstOrThrow({ where: { username: 'ana.un' } });
    deleteRole('Lille');
    const checked = await story.manager.run('promo check', { promo: 'Peuplée' });
    expect(JSON.stringify(messageOf(checked).embeds)).toContain('« Lille » manque');
    await story.manager.press(messageOf(checked), 'promos:repair:');
    await story.settle();
    await story.later(hour);
    expect(story.boss.guild.members.get(ana.userId)?.roles).toContain(story.roleId('Lille'));
    expect(await isFine('Peuplée')).toBe(true);
  });

  test('and the role taken from one person is found and given back', async () => {
    const ana = await story.db.member.findFirstOrThrow({ where: { username: 'ana.un' } });
    const held = story.boss.guild.members.get(ana.userId);
    if (held) held.roles = held.roles.filter((id) => id !== story.roleId('CDA'));
    expect(await embedsOf('Peuplée')).toContain(`<@${ana.userId}> n’a pas le rôle <@&${story.roleId('CDA')}>`);
    await story.manager.press(messageOf(await story.manager.run('promo check', { promo: 'Peuplée' })), 'promos:repair:');
    await story.settle();
    expect(await isFine('Peuplée')).toBe(true);
  });
});

test('what somebody made by hand in the category is counted before, kept, and named after', async () => {
  await story.create({ name: 'Habitée', start });
  const [category] = story.spaceOf('Habitée').categories;
  const made = addChannel(story.sandbox.world, story.boss.guild, {
    name: 'photos',
    type: ChannelType.GuildText,
    parent_id: category?.id ?? '',
  });
  const preview = await story.manager.run('promo cancel', { promo: 'Habitée' });
  expect(JSON.stringify(messageOf(preview).embeds)).toContain('1 salon créé à la main');
  await story.manager.press(messageOf(preview), 'promos:confirm:');
  await story.later(8 * day);
  expect(await story.promo('Habitée')).toMatchObject({ clearedAt: expect.any(Date) });
  expect(story.sandbox.world.channels.has(made.id)).toBe(true);
  const told = alerts().filter(({ content }) => content.includes(`<#${made.id}>`));
  expect(told.map(({ content }) => content.includes('**Habitée** est supprimé'))).toEqual([true]);
});

test('somebody erased leaves their promos for good, and staff hear that a promo has nobody', async () => {
  await story.create({ name: 'Quittée', start });
  const zoe = await story.learner('zoe.deux', 'Zoé Deux');
  await story.manager.run('promo add', { promo: 'Quittée', member: zoe.user.id });
  await story.settle();
  expect(story.rolesOf(zoe)).toEqual(expect.arrayContaining(['CDA', 'Lille', 'Quittée']));
  const others = (who: typeof zoe) => story.rolesOf(who).filter((name) => !['CDA', 'Lille', 'Quittée'].includes(name));
  const kept = others(zoe);
  const erase = async (who: typeof zoe) => {
    const asked = await who.press(messageOf(await who.run('my data')), 'privacy:erase');
    await who.press(messageOf(asked), 'privacy:confirm');
    await story.settle();
  };
  await erase(zoe);
  expect(story.rolesOf(zoe)).toEqual(kept);
  expect(await isFine('Quittée')).toBe(true);

  const lead = await story.staff('lea.lead');
  await story.manager.run('promo edit', { promo: 'Quittée', manager: lead.user.id });
  await story.settle();
  await erase(lead);
  expect(await story.promo('Quittée')).toMatchObject({ managerId: null });
  expect(alerts().at(-1)?.content).toContain('Quittée');
});

test('a night that finds many leads to each of them', async () => {
  const { courseId, campusId, guildId, template } = await story.promo('Rangée');
  const before = alerts().length;
  await story.db.promo.createMany({
    data: Array.from({ length: 30 }, (_, index) => ({
      guildId,
      courseId,
      campusId,
      name: `Nuit ${String(index).padStart(2, '0')}`,
      state: 'active' as const,
      startsOn: new Date('2027-01-01'),
      endsOn: new Date('2028-06-01'),
      createdAt: story.clock.now(),
      builtAt: story.clock.now(),
      template: template as never,
    })),
  });
  await story.later(day);
  const told = alerts().slice(before).at(-1);
  expect(told?.content).toContain('promos diffèrent');
  const first = messageOf(await story.manager.press(told ?? '', 'promos:drifts'));
  const second = messageOf(await story.manager.press(first, 'promos:drifts_turn:1'));
  const last = await story.db.promo.findFirstOrThrow({ where: { name: 'Nuit 29' } });
  const shown = await story.manager.select(second, 'promos:drifted', [String(last.id)]);
  expect(JSON.stringify(messageOf(shown).embeds)).toContain('Nuit 29');

  await story.db.promo.deleteMany({ where: { name: { startsWith: 'Nuit ' } } });
  await story.later(day);
  // What staff set by hand for one learner stays, and stays a difference.
  expect(said(await story.manager.press(second, 'promos:drifts_turn:0'))).toContain('1 promo diffère');
  expect(await story.db.promo.findMany({ where: { drifted: { gt: 0 } }, select: { name: true } })).toEqual([{ name: 'Réglée' }]);
});

test('who is in many promos reaches each, and a forged choice none', async () => {
  const busy = await story.arrive('busy.trainer');
  const { courseId, campusId, guildId, template } = await story.promo('Rangée');
  const ids: number[] = [];
  for (let index = 0; index < 27; index++) {
    const { id } = await story.db.promo.create({
      data: {
        guildId,
        courseId,
        campusId,
        name: `Beaucoup ${index}`,
        startsOn: new Date('2027-01-01'),
        endsOn: new Date(Date.UTC(2027, 5, 1 + index)),
        createdAt: story.clock.now(),
        template: template as never,
        members: { create: { guildId, userId: busy.user.id, part: 'trainer', addedAt: story.clock.now() } },
      },
    });
    ids.push(id);
  }
  const home = await busy.run('home');
  const mine = messageOf(await busy.press(messageOf(home), 'promos:mine'));
  const second = messageOf(await busy.press(mine, 'promos:mine_page:1'));
  const last = await busy.select(second, 'promos:mine_open', [String(ids.at(-1))]);
  expect(JSON.stringify(messageOf(last).embeds)).toContain('Beaucoup 26');
  const other = await story.promo('Rangée');
  const stranger = await story.arrive('a.stranger');
  const refused = await stranger.forge.component(messageOf(await stranger.run('home')), 'promos:mine_open', 3, [
    String(other.id),
  ]);
  expect(JSON.stringify(refused)).not.toContain('Rangée');
  await story.db.promo.deleteMany({ where: { id: { in: ids } } });
});
