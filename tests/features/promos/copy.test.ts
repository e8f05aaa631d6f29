import { beforeAll, describe, expect, test } from 'vitest';
import { peakOf } from '../../../src/features/promos/rules/budget.ts';
import { nextName, shifted } from '../../../src/features/promos/rules/copy.ts';
import { copyPreview, pickScreen } from '../../../src/features/promos/views/copy.ts';
import type { Copying } from '../../../src/features/promos/wire.ts';
import { giveRole } from '../../../src/sandbox/operations/members.ts';
import type { Outcome, Persona } from '../../../src/sandbox/persona/persona.ts';
import { addChannel } from '../../../src/sandbox/population.ts';
import { componentRules } from '../../../src/sandbox/rules/component.ts';
import { messageRules } from '../../../src/sandbox/rules/message.ts';
import { enforce } from '../../../src/sandbox/rules/rule.ts';
import { has, messageOf, said } from '../onboarding/story.ts';
import { type Story, startStory } from './story.ts';

describe('the rules', () => {
  test.each([
    ['CDA Lille 2026', 52, 'CDA Lille 2027'],
    ['2026-2027 CDA', 52, '2027-2028 CDA'],
    ['CDA 2026/27', 52, 'CDA 2027/28'],
    ['CDA Lille', 52, 'CDA Lille 2027'],
    ['Promo 12026', 52, 'Promo 12026 2027'],
    ['CDA 2026', 104, 'CDA 2028'],
    ['CDA 2026', 8, 'CDA 2026'],
  ])('%s, %i weeks later, is %s', (name, weeks, wanted) => {
    expect(nextName(name, { start: '2026-03-02', weeks })).toBe(wanted);
  });

  test('52 weeks keep the day of the week', () => {
    const day = (text: string) => new Date(`${text}T00:00:00Z`).getUTCDay();
    expect(shifted('2026-09-07', 52)).toBe('2027-09-06');
    expect(day(shifted('2026-09-07', 52))).toBe(day('2026-09-07'));
  });

  test('the fullest day is found when this year’s spaces go before next year’s come', () => {
    const waves = [
      { on: '2027-06-01', roles: -40, channels: -300 },
      { on: '2027-09-01', roles: 40, channels: 300 },
      { on: '2027-10-01', roles: 5, channels: 40 },
    ];
    expect(peakOf({ roles: 100, channels: 400 }, waves, '2027-01-01')).toEqual({
      roles: 105,
      channels: 440,
      rolesOn: '2027-10-01',
      channelsOn: '2027-10-01',
    });
    expect(peakOf({ roles: 1, channels: 400 }, [], '2027-01-01')).toMatchObject({ channels: 400, channelsOn: '2027-01-01' });
  });
});

describe('the views', () => {
  const planned = (count: number): Copying => ({
    do: 'copy',
    filter: { state: null, courseId: null, campusId: null },
    sources: Array.from({ length: count }, (_, index) => index + 1),
    weeks: 156,
    team: 'manager',
    items: [],
  });
  const copies = Array.from({ length: 100 }, (_, index) => ({
    sourceId: index + 1,
    source: '*'.repeat(80),
    courseId: 1,
    campusId: 1,
    name: '_'.repeat(80),
    start: '2027-09-22',
    end: '2028-09-27',
    managerId: '1592090689536000003',
    trainerIds: [],
    remote: false,
    early: false,
    problem: index % 3 ? null : ('removed' as const),
  }));
  test.each(['fr', 'en'] as const)('keep within Discord’s limits with a hundred of the longest names: %s', (locale) => {
    const peak = { roles: 260, channels: 900, rolesOn: '2027-09-22', channelsOn: '2027-09-22' };
    for (const page of [0, 9, 40]) {
      const {
        content = '',
        embeds = [],
        components = [],
      } = copyPreview({ planId: 2_147_483_647, planned: planned(100), copies, peak, today: '2027-01-01' }, page, locale);
      enforce(messageRules, { content, embeds, components: components as never, filenames: [], flags: 0 });
      enforce(componentRules, { components: components as never });
      expect(JSON.stringify(components)).not.toContain('promos:confirm');
    }
    const promos = copies.slice(0, 25).map((one) => ({
      ...one,
      id: one.sourceId,
      state: 'active' as const,
      startsOn: new Date(0),
      endsOn: new Date(0),
      course: '',
      campus: '',
      learners: 0,
    }));
    const { content = '', components = [] } = pickScreen(
      1,
      planned(100),
      { promos, total: 100, page: 1, filter: { state: null, courseId: null, campusId: null } },
      locale,
    );
    enforce(messageRules, { content, embeds: [], components: components as never, filenames: [], flags: 0 });
    enforce(componentRules, { components: components as never });
  });
});

describe('a year later', () => {
  let story: Story;
  let tom: Persona;
  const promos = () => story.db.promo.findMany({ orderBy: { id: 'asc' } });
  const preview = (outcome: Outcome) => JSON.stringify(messageOf(outcome).embeds);

  beforeAll(async () => {
    story = await startStory();
    tom = await story.arrive('tom.roux');
    await story.create({ name: 'CDA Lille 2027', start: '01/01/2027', trainer1: tom.user.id });
    for (let index = 0; index < 28; index++)
      await story.create({ name: `Bloc ${index}`, start: '01/02/2027', end: `${1 + index}/09/2027` });
  });

  const ids = async (names: readonly string[]) =>
    (await promos()).filter(({ name }) => names.includes(name)).map(({ id }) => String(id));

  test('one promo is copied in two steps, on the same day of the week, with its team', async () => {
    const shown = await story.manager.run('promo copy', { promo: 'CDA Lille 2027' });
    expect(preview(shown)).toContain('CDA Lille 2028');
    expect(preview(shown)).toContain('vendredi 31 décembre 2027');
    expect(preview(shown)).toContain('sur 500');
    expect(has(shown, 'promos:confirm:')).toBe(true);
    const renamed = await story.manager.select(messageOf(shown), 'promos:copy_name:', await ids(['CDA Lille 2027']));
    const again = await story.manager.submit(renamed, { name: 'Bloc 0' });
    expect(preview(again)).toContain('ce nom est déjà pris');
    expect(has(again, 'promos:confirm:')).toBe(false);
    const form = await story.manager.select(messageOf(again), 'promos:copy_name:', await ids(['CDA Lille 2027']));
    const ready = await story.manager.submit(form, { name: 'CDA Lille 2028' });
    // A double click creates once.
    const done = await Promise.all([1, 2].map(() => story.manager.press(messageOf(ready), 'promos:confirm:')));
    expect(done.filter((one) => said(one).includes('est créée'))).toHaveLength(1);
    await story.settle();
    const copy = await story.promo('CDA Lille 2028');
    expect(copy).toMatchObject({ state: 'planned', managerId: story.manager.user.id, startsOn: new Date('2027-12-31') });
    expect(await story.db.promoMember.findMany({ where: { promoId: copy.id } })).toMatchObject([
      { userId: tom.user.id, part: 'trainer' },
    ]);
  });

  test('several are chosen beyond a page, moved in a form, and created all at once', async () => {
    const list = await story.manager.run('promo list', { state: 'planned', campus: 'Lille' });
    const picked = await story.manager.press(messageOf(list), 'promos:copy_new:');
    const second = await story.manager.press(messageOf(picked), 'promos:copy_pages:');
    const some = await story.manager.select(messageOf(second), 'promos:copy_pick:', await ids(['Bloc 26', 'Bloc 27']));
    const first = await story.manager.press(messageOf(some), 'promos:copy_pages:');
    const more = await story.manager.select(messageOf(first), 'promos:copy_pick:', await ids(['Bloc 1', 'Bloc 2']));
    expect(said(more)).toContain('4 choisies');
    const form = await story.manager.press(messageOf(more), 'promos:copy_next:');
    expect(said(await story.manager.submit(form, { weeks: '0', team: 'none' }))).toContain('entre 1 et 156');
    const shown = await story.manager.submit(form, { weeks: '53', team: 'none' });
    expect(preview(shown)).toContain('Bloc 27 2028');
    expect(preview(shown)).toContain('53 semaines');
    const before = (await promos()).length;
    await story.manager.press(messageOf(shown), 'promos:confirm:');
    await story.settle();
    expect((await promos()).length).toBe(before + 4);
  });

  test('all or nothing: a name taken meanwhile creates none, and two who confirm the same create once', async () => {
    const other = await story.staff('sophie.marin');
    const show = async (person: Persona) => {
      const picked = await person.run('promo copy', { state: 'planned' });
      const some = await person.select(messageOf(picked), 'promos:copy_pick:', await ids(['Bloc 3', 'Bloc 4', 'Bloc 5']));
      const form = await person.press(messageOf(some), 'promos:copy_next:');
      return person.submit(form, { weeks: '52', team: 'both' });
    };
    const [mine, theirs] = [await show(story.manager), await show(other)];
    const before = (await promos()).length;
    const done = await Promise.all([
      story.manager.press(messageOf(mine), 'promos:confirm:'),
      other.press(messageOf(theirs), 'promos:confirm:'),
    ]);
    expect(done.filter((one) => said(one).includes('sont créées'))).toHaveLength(1);
    await story.settle();
    expect((await promos()).length).toBe(before + 3);
  });

  test('two that would have one name, a full server and forged clicks are refused with a word', async () => {
    const picked = await story.manager.run('promo copy', { state: 'planned' });
    const some = await story.manager.select(messageOf(picked), 'promos:copy_pick:', await ids(['Bloc 6', 'Bloc 7']));
    const form = await story.manager.press(messageOf(some), 'promos:copy_next:');
    const shown = await story.manager.submit(form, { weeks: '52', team: 'both' });
    const name = await story.manager.select(messageOf(shown), 'promos:copy_name:', await ids(['Bloc 6']));
    const twice = await story.manager.submit(name, { name: 'bloc 7 2028' });
    expect(preview(twice)).toContain('deux copies auraient ce nom');

    const count = [...story.sandbox.world.channels.values()].filter(({ guild_id }) => guild_id === story.sandbox.guildId).length;
    for (let index = count; index < 495; index++) addChannel(story.sandbox.world, story.boss.guild, { name: `salon-${index}` });
    const full = await story.manager.run('promo copy', { promo: 'Bloc 8' });
    expect(preview(full)).toContain('plus que Discord ne permet');
    expect(has(full, 'promos:confirm:')).toBe(false);

    // Another's plan, and a role lost since.
    const other = await story.staff('ines.leroy');
    await expect(other.press(messageOf(full), 'promos:copy_pages:')).rejects.toThrow();
    giveRole(
      story.sandbox.world,
      { actorId: story.boss.user.id, reason: null },
      story.boss.guild,
      story.manager.user.id,
      story.roleId('Gestion de projet'),
      false,
    );
    expect(said(await story.manager.press(messageOf(full), 'promos:copy_pages:'))).toContain('réservée');
    await story.settle();
  });
});
