import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { hour } from '../../../src/kernel/time.ts';
import { addChannel, addRole } from '../../../src/sandbox/population.ts';
import { idsOf, messageOf, said } from '../onboarding/story.ts';
import { type Story, startStory } from './story.ts';

let story: Story;
beforeAll(async () => {
  story = await startStory();
});
beforeEach(() => story.sandbox.faults.clear());

const twice = <T>(values: readonly T[]): T[] => values.filter((value, index) => values.indexOf(value) !== index);
const alerts = () =>
  story.manager.messages('alertes').filter(({ embeds, content }) => embeds.length > 0 || /complet|annulée/.test(content));
const now = '01/01/2027';

/** A whole space, and nothing of it twice. */
function expectWhole(name: string): void {
  const { roles, categories, channels, posts } = story.spaceOf(name);
  expect([roles, categories.length, channels.length, posts.length]).toEqual([1, 1, 5, 6]);
  expect(twice(channels.map((channel) => channel.name))).toEqual([]);
  expect(twice(posts.map((post) => post.name))).toEqual([]);
}

describe('Discord loses an answer', () => {
  const creations = [
    ...[0].map((passed) => ['/guilds/:guild_id/roles', passed] as const),
    ...[0, 1, 2, 3, 5].map((passed) => ['/guilds/:guild_id/channels', passed] as const),
    ...[0, 2, 5].map((passed) => ['/channels/:channel_id/threads', passed] as const),
  ];
  test.each(creations)('after the effect of a call to %s (number %i): no orphan, no double', async (route, passed) => {
    const name = `Perdue ${creations.findIndex(([r, p]) => r === route && p === passed)}`;
    const { faults } = story.sandbox;
    let calls = 0;
    const { strike } = faults;
    faults.strike = (method, template, path) => {
      if (method === 'POST' && template === route && calls++ === passed)
        faults.next({ method, route, status: 'closed', afterEffect: true });
      return strike(method, template, path);
    };
    const hits = faults.hits.length;
    await story.create({ name, start: now });
    faults.strike = strike;
    expect(faults.hits.length).toBe(hits + 1);
    expectWhole(name);
  });
});

test('with one call in five failing, half of them after their effect, the space is whole', async () => {
  await story.create({ name: 'Tempête', start: '12/01/2027' });
  story.sandbox.faults.rate(0.2, { seed: 7, lost: 0.5, route: /^\/(channels|guilds)/ });
  await story.later(24 * hour);
  story.sandbox.faults.clear();
  await story.settle();
  expect(story.sandbox.faults.hits.length).toBeGreaterThan(5);
  expectWhole('Tempête');
});

describe('Discord refuses midway', () => {
  const refuse = (times: number) =>
    story.sandbox.faults.next({ method: 'POST', route: '/channels/{channel_id}/threads', status: 403, code: 50013, times });

  test('staff are told what is missing, and one click resumes', async () => {
    refuse(1);
    await story.create({ name: 'Refusée', start: now });
    const [alert] = alerts();
    expect(alert?.embeds[0]?.fields?.[0]?.value).toContain('Général');
    expect(alert?.embeds[0]?.fields?.[0]?.value).toContain('SOS');
    expect(JSON.stringify(messageOf(await story.manager.run('promo show', { promo: 'Refusée' })).embeds)).toContain(
      'n’est pas complet',
    );
    await story.manager.press(alert ?? '', 'promos:resume:');
    await story.settle();
    expectWhole('Refusée');
    expect(alerts()[0]?.content).toBe('L’espace de **Refusée** est complet.');
    expect(idsOf(alerts()[0] ?? ({} as never))).toEqual([]);
  });

  test('or undoes: nothing of it remains', async () => {
    refuse(1);
    await story.create({ name: 'Défaite', start: now });
    const preview = await story.manager.press(alerts().at(-1) ?? '', 'promos:undo_build:');
    const shown = JSON.stringify(messageOf(preview).embeds);
    expect(shown).toContain('Personne n’est dans la promo.');
    expect(shown).toContain('2 salons et catégories : suppression tout de suite.');
    expect(story.spaceOf('Défaite').channels).not.toEqual([]);
    await story.manager.press(messageOf(preview), 'promos:confirm:');
    await story.settle();
    expect(story.spaceOf('Défaite')).toEqual({ roles: 0, categories: [], channels: [], posts: [] });
    expect(await story.promo('Défaite')).toMatchObject({ state: 'cancelled', clearedAt: expect.any(Date), problem: null });
    expect(alerts().at(-1)?.content).toContain('est annulée');
  });

  test('a refused deletion is tried again once it is mended', async () => {
    await story.create({ name: 'Tenace', start: now });
    story.sandbox.faults.next({ method: 'DELETE', route: '/channels/{channel_id}', status: 403, code: 50013 });
    const preview = await story.manager.run('promo cancel', { promo: 'Tenace' });
    await story.manager.press(messageOf(preview), 'promos:confirm:');
    const hits = story.sandbox.faults.hits.length;
    await story.later(8 * 24 * hour);
    await story.later(2 * hour);
    expect(story.sandbox.faults.hits.length).toBe(hits + 1);
    expect(story.spaceOf('Tenace')).toEqual({ roles: 0, categories: [], channels: [], posts: [] });
  });
});

describe('Discord has no room', () => {
  test('the creation is refused beforehand, with numbers', async () => {
    const { world } = story.sandbox;
    const there = [...world.channels.values()].filter((channel) => channel.guild_id && !channel.thread).length;
    const filling = Array.from({ length: 497 - there }, (_, index) =>
      addChannel(world, story.boss.guild, { name: `plein-${index}` }),
    );
    const refused = await story.manager.run('promo create', {
      course: 'CDA',
      campus: 'Lille',
      name: 'Trop',
      start: now,
      end: '01/06/2028',
    });
    expect(said(refused)).toContain('il y en a 497 sur 500, et il en faut 6 de plus');
    // A space that comes later is counted with those that go and come until then.
    const later = await story.manager.run('promo create', {
      course: 'CDA',
      campus: 'Lille',
      name: 'Trop tard',
      start: '01/07/2027',
      end: '01/06/2028',
    });
    expect(said(later)).toContain('le jeudi 1er juillet 2027, il y en aura');
    for (const { id } of filling) world.channels.delete(id);
    expect(said(await story.manager.run('promo list'))).not.toContain('Trop');
  });

  test('a server that filled up since then is told to staff, not half built for ever', async () => {
    await story.create({ name: 'Pleine', start: '01/03/2028', end: '01/06/2028' });
    const { guild } = story.boss;
    const added = Array.from({ length: 250 - guild.roles.size }, (_, index) =>
      addRole(story.sandbox.world, guild, { name: `r${index}`, position: 1 }),
    );
    await story.later(new Date('2028-03-01T08:00:00Z').getTime() - story.clock.now().getTime());
    expect(alerts().at(-1)?.embeds[0]?.description).toContain('250 rôles');
    for (const { id } of added) guild.roles.delete(id);
    await story.manager.press(alerts().at(-1) ?? '', 'promos:resume:');
    await story.settle();
    expect(story.spaceOf('Pleine').channels).toHaveLength(5);
  });
});

test('only staff create, only staff manage, and what was typed wrong is said', async () => {
  const outsider = await story.arrive('out.sider');
  expect(outsider.commands().some(({ path }) => path.startsWith('promo'))).toBe(false);
  const base = { course: 'CDA', campus: 'Lille', name: 'Essai', start: '01/02/2029', end: '01/06/2029' };
  const tell = async (more: object) => said(await story.manager.run('promo create', { ...base, ...more }));
  expect(await tell({ start: 'demain' })).toContain('Je ne comprends pas la date « demain »');
  expect(await tell({ end: '01/02/2029' })).toContain('doit venir après');
  expect(await tell({ end: '01/02/2033' })).toContain('3 ans');
  expect(await tell({ course: 'Inconnue' })).toContain('n’existe pas');
  expect(await tell({ manager: outsider.user.id })).toContain('n’a pas de rôle d’équipe');
  story.manager.setLocale('en-US');
  expect(await tell({ start: 'tomorrow' })).toContain('I do not understand the date');
  story.manager.setLocale('fr');
});

test('the preview is changed on the spot: at a distance, opened at once', async () => {
  const preview = await story.manager.run('promo create', {
    course: 'CDA',
    campus: 'Lille',
    name: 'Ailleurs',
    start: '01/02/2029',
    end: '01/06/2029',
  });
  const remote = await story.manager.press(messageOf(preview), 'promos:remote:');
  const early = await story.manager.press(messageOf(remote), 'promos:early:');
  expect(JSON.stringify(messageOf(early).embeds)).toContain('tout de suite');
  await story.manager.press(messageOf(early), 'promos:confirm:');
  await story.settle();
  expect(await story.promo('Ailleurs')).toMatchObject({ remote: true, early: true, state: 'planned' });
  expect(story.spaceOf('Ailleurs').channels.map(({ name }) => name)).toContain('Salle de classe');
});

test('a trainer sees the roster of their promo and silences it; a learner does not', async () => {
  const trainer = await story.arrive('its.trainer');
  const learner = await story.arrive('its.learner');
  const promoId = await story.create({ name: 'Équipe', start: '01/02/2028', end: '01/06/2029', trainer1: trainer.user.id });
  await story.manager.run('promo add', { promo: 'Équipe', member: learner.user.id });
  await story.settle();
  const open = async (who: typeof trainer) => {
    const home = await who.run('home');
    const mine = await who.press(messageOf(home), 'promos:mine');
    return who.press(messageOf(mine), `promos:show:${promoId}`);
  };
  const own = await open(trainer);
  expect(JSON.stringify(messageOf(await trainer.press(messageOf(own), 'promos:roster:')).embeds)).toContain(learner.user.id);
  const exported = messageOf(await trainer.press(messageOf(own), 'promos:export:'));
  expect(exported.attachments.map(({ filename }) => filename)).toEqual([`promo-${promoId}.csv`]);
  expect(said(await trainer.press(messageOf(own), 'promos:lock:'))).toContain('Silence');
  const seen = await open(learner);
  expect(idsOf(messageOf(seen))).toEqual([]);
  const forged = await learner.forge.component(messageOf(seen), `promos:roster:${promoId}:0`, 2);
  expect(JSON.stringify(forged.message)).not.toContain(trainer.user.id);
  const other = await story.create({ name: 'Autre', start: '01/02/2028', end: '01/06/2029' });
  expect(said(await trainer.forge.component(messageOf(own), `promos:export:${other}`, 2))).toContain('n’est pas la vôtre');
});
