import { beforeAll, expect, test } from 'vitest';
import { roleNames } from '../../../src/kernel/role.ts';
import { day, hour } from '../../../src/kernel/time.ts';
import { act } from '../../../src/sandbox/operations/audit.ts';
import { giveRole } from '../../../src/sandbox/operations/members.ts';
import type { Persona } from '../../../src/sandbox/persona/persona.ts';
import { messageOf } from '../onboarding/story.ts';
import { type Story, startStory } from './story.ts';

/** The life of a promo, from three answers to its archive, told in order; each test is the next chapter. */

let story: Story;
let lea: Persona;
let tom: Persona;
const name = 'CDA Lille 2027';
beforeAll(async () => {
  story = await startStory();
  lea = await story.learner('lea.martin', 'Léa Martin');
  tom = await story.arrive('tom.roux');
});

const seen = (person: Persona) =>
  person.channels().filter(({ parent_id }) => story.spaceOf(name).categories.some(({ id }) => id === parent_id));
const postOf = (title: string) => story.spaceOf(name).posts.find((post) => post.name === title)?.id ?? '';
const fieldsOf = (outcome: Awaited<ReturnType<Persona['run']>>) => JSON.stringify(messageOf(outcome).embeds);

test('is created by the guided form, in three answers', async () => {
  const { manager } = story;
  const home = await manager.run('home');
  const courses = await manager.press(messageOf(home), 'promos:new');
  const course = await story.db.catalogueEntry.findFirstOrThrow({ where: { kind: 'course' } });
  const campus = await story.db.catalogueEntry.findFirstOrThrow({ where: { kind: 'campus' } });
  const campuses = await manager.select(messageOf(courses), 'promos:course:', [String(course.id)]);
  const form = await manager.select(messageOf(campuses), 'promos:campus:', [String(campus.id)]);
  const preview = await manager.submit(form, {
    name,
    start: 'lundi 18 janvier 2027',
    end: '2027-06-30',
    manager: [manager.user.id],
    trainers: [tom.user.id],
  });
  expect(fieldsOf(preview)).toContain('du lundi 18 janvier 2027 au mercredi 30 juin 2027');
  expect(await story.db.promo.count()).toBe(0);
  await manager.press(messageOf(preview), 'promos:confirm:');
  await story.settle();
  expect(await story.promo(name)).toMatchObject({ state: 'planned', managerId: manager.user.id });
  expect(story.spaceOf(name)).toMatchObject({ roles: 0, categories: [] });
  expect(story.rolesOf(tom)).toContain(roleNames.trainer.fr);
});

test('its people are added before it begins', async () => {
  await story.manager.run('promo add', { promo: name, member: lea.user.id });
  await story.settle();
  expect(story.rolesOf(lea)).toEqual(['En formation']);
  const roster = await story.manager.run('promo show', { promo: name });
  expect(fieldsOf(roster)).toContain('1 en formation, 1 dans l’équipe pédagogique');
});

test('its space appears on its first day, in the time zone of the server', async () => {
  // Monday the 18th begins in Paris at 23:00 UTC on Sunday.
  await story.later(6 * day + 14 * hour);
  expect((await story.promo(name)).state).toBe('planned');
  await story.later(2 * hour);
  expect((await story.promo(name)).state).toBe('active');
  const { roles, categories, channels, posts } = story.spaceOf(name);
  expect([roles, categories.length]).toEqual([1, 1]);
  expect(channels.map((channel) => channel.name)).toEqual([
    'forum-cda-lille-2027',
    'équipe-cda-lille-2027',
    'SOS',
    'général',
    'Sur demande',
  ]);
  expect(posts.map((post) => post.name).sort()).toEqual([
    'Absences et retards',
    'Détente',
    'Général',
    'Projets',
    'Signature',
    'Suivi',
  ]);
  expect(story.rolesOf(lea)).toEqual(['CDA', name, 'En formation', 'Lille'].sort());
  expect(seen(lea).map((channel) => channel.name)).toEqual(['forum-cda-lille-2027', 'SOS', 'général', 'Sur demande']);
  expect(seen(tom)).toHaveLength(5);
});

test('a silence restores the exact permissions, also those set by hand and after a restart', async () => {
  const [forum] = story.spaceOf(name).channels;
  if (!forum) throw new Error('no forum');
  const byHand = { id: tom.user.id, type: 1, allow: String(1n << 13n), deny: '0' };
  const overwrites = forum.permission_overwrites.filter(({ id }) => id !== tom.user.id);
  forum.permission_overwrites = [...overwrites, byHand];
  const before = structuredClone(story.spaceOf(name).channels.map(({ permission_overwrites }) => permission_overwrites));
  lea.write(postOf('Projets'), 'Mon projet');
  await story.manager.run('promo lock', { promo: name });
  await story.settle();
  expect(() => lea.write(postOf('Projets'), 'chut')).toThrow();
  await story.restart();
  expect(story.spaceOf(name).channels.map(({ permission_overwrites }) => permission_overwrites)).not.toEqual(before);
  await story.manager.run('promo unlock', { promo: name });
  await story.settle();
  expect(story.spaceOf(name).channels.map(({ permission_overwrites }) => permission_overwrites)).toEqual(before);
});

test('what was changed by hand is found, listed, and put right on one click', async () => {
  const { channels } = story.spaceOf(name);
  const [forum, , sos] = channels;
  const role = [...story.boss.guild.roles.values()].find((one) => one.name === name);
  if (!forum || !sos || !role) throw new Error('no space');
  story.sandbox.world.channels.delete(sos.id);
  role.name = 'renommé';
  story.boss.guild.members.get(lea.user.id)?.roles.splice(0, 10);
  story.boss.guild.members.get(story.boss.user.id)?.roles.push(role.id);
  const checked = await story.manager.run('promo check', { promo: name });
  const plan = fieldsOf(checked);
  for (const words of [
    '« SOS » manque',
    '« renommé »',
    `<#${forum.id}>`,
    `<@${lea.user.id}> est de la promo`,
    `<@${story.boss.user.id}> a le rôle`,
  ])
    expect(plan).toContain(words);
  await story.manager.press(messageOf(checked), 'promos:repair:');
  await story.settle();
  const again = await story.manager.run('promo check', { promo: name });
  expect(messageOf(again).content).toContain('tout est comme prévu');
  expect(story.spaceOf(name).channels).toHaveLength(5);
  expect(story.rolesOf(lea)).toContain(name);
});

test('the night compares by itself, and says nothing when all is well', async () => {
  const alerts = () => story.manager.messages('alertes').filter(({ content }) => content.includes('Cette nuit'));
  await story.later(4 * hour);
  expect(await story.promo(name)).toMatchObject({ checkedOn: new Date('2027-01-18') });
  expect(alerts()).toHaveLength(0);
  const role = [...story.boss.guild.roles.values()].find((one) => one.name === name);
  if (role) role.name = 'autre';
  await story.later(day);
  await story.later(hour);
  expect(alerts()).toHaveLength(1);
  const [alert] = alerts();
  const opened = await story.manager.select(alert ?? '', 'promos:drifted', [String((await story.promo(name)).id)]);
  await story.manager.press(messageOf(opened), 'promos:repair:');
  await story.settle();
  expect(role?.name).toBe(name);
});

test('staff who do not follow it do not see it, and choose to', async () => {
  const other = await story.staff('paul.autre');
  expect(seen(other)).toEqual([]);
  const views = await other.run('promo view');
  await other.select(messageOf(views), 'promos:views_in:', [String((await story.promo(name)).id)]);
  await story.settle();
  expect(seen(other)).toHaveLength(5);
  // No longer of the staff: the door closes at once.
  giveRole(
    story.sandbox.world,
    act(story.boss.user.id),
    story.boss.guild,
    other.user.id,
    story.roleId('Gestion de projet'),
    false,
  );
  await story.settle();
  expect(seen(other)).toEqual([]);
});

test('a week before its end the general post says so, once', async () => {
  const general = () => story.spaceOf(name).posts.find((post) => post.name === 'Général');
  const notices = () => lea.messages(general()?.id ?? '').filter(({ content }) => content.includes('se termine le'));
  // From 20 January on; the end is on 30 June.
  while (story.clock.now() < new Date('2027-06-22T21:00:00Z'))
    await story.later(Math.min(30 * day, new Date('2027-06-22T21:00:00Z').getTime() - story.clock.now().getTime()));
  expect(notices()).toHaveLength(0);
  await story.later(2 * hour);
  expect(notices()).toHaveLength(1);
  expect(notices()[0]?.content).toContain('mercredi 30 juin 2027');
  await story.later(2 * day);
  expect(notices()).toHaveLength(1);
});

test('is postponed, which its people are told anew', async () => {
  const preview = await story.manager.run('promo postpone', { promo: name, end: '15/07/2027' });
  expect(fieldsOf(preview)).toContain('jeudi 15 juillet 2027');
  await story.manager.press(messageOf(preview), 'promos:confirm:');
  await story.settle();
  expect((await story.promo(name)).endsOn.toISOString()).toContain('2027-07-15');
});

test('on its last day it becomes read-only and its people alumni', async () => {
  await story.later(new Date('2027-07-15T08:00:00Z').getTime() - story.clock.now().getTime());
  expect(await story.promo(name)).toMatchObject({ state: 'ended' });
  expect(story.rolesOf(lea)).toEqual(['Alumni', 'CDA', name, 'Lille'].sort());
  expect(await story.db.member.findFirstOrThrow({ where: { userId: lea.user.id } })).toMatchObject({ kind: 'alumni' });
  expect(seen(lea)).toHaveLength(4);
  expect(() => lea.write(postOf('Projets'), 'encore là')).toThrow();
});

test('undone by a new date, and ended again by hand', async () => {
  const preview = await story.manager.run('promo postpone', { promo: name, end: '30/07/2027' });
  await story.manager.press(messageOf(preview), 'promos:confirm:');
  await story.settle();
  expect(story.rolesOf(lea)).toContain('En formation');
  expect(story.rolesOf(lea)).not.toContain('Alumni');
  const ending = await story.manager.run('promo end', { promo: name });
  expect(fieldsOf(ending)).toContain('1 personne en formation');
  await story.manager.press(messageOf(ending), 'promos:confirm:');
  await story.settle();
  const card = await story.manager.run('promo show', { promo: name });
  await story.manager.press(messageOf(card), 'promos:undo:');
  await story.settle();
  expect(await story.promo(name)).toMatchObject({ state: 'active', deleteOn: null });
  const again = await story.manager.run('promo end', { promo: name });
  await story.manager.press(messageOf(again), 'promos:confirm:');
  await story.settle();
  expect(story.rolesOf(lea)).toContain('Alumni');
});

test('a week before the deletion it is told, then deleted; name, dates and people remain', async () => {
  const promo = await story.promo(name);
  expect(promo.deleteOn?.toISOString()).toContain('2027-08-14');
  const general = story.spaceOf(name).posts.find((post) => post.name === 'Général');
  await story.later(new Date('2027-08-07T08:00:00Z').getTime() - story.clock.now().getTime());
  const told = lea.messages(general?.id ?? '').filter(({ content }) => content.includes('sera supprimé le samedi 14 août 2027'));
  expect(told).toHaveLength(1);
  await story.later(new Date('2027-08-14T08:00:00Z').getTime() - story.clock.now().getTime());
  expect(story.spaceOf(name)).toEqual({ roles: 0, categories: [], channels: [], posts: [] });
  expect(story.rolesOf(lea)).toEqual(['Alumni']);
  expect(await story.promo(name)).toMatchObject({ state: 'archived', clearedAt: expect.any(Date) });
  expect(await story.db.promoMember.count({ where: { promoId: promo.id, leftAt: null } })).toBe(2);
  expect(await story.db.promoPlace.count({ where: { promoId: promo.id } })).toBe(0);
  const card = await story.manager.run('promo show', { promo: name });
  expect(fieldsOf(card)).toContain('Archivée');
});
