import { PermissionFlagsBits } from 'discord-api-types/v10';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { closeByRule } from '../../../src/features/raids/service/lockdown.ts';
import { raiseLevel } from '../../../src/features/raids/service/raid.ts';
import { confirmSweep, recordFate } from '../../../src/features/raids/service/sweep.ts';
import { lockTask } from '../../../src/features/raids/wire.ts';
import { enqueue } from '../../../src/infra/db.ts';
import { day, hour, minute } from '../../../src/kernel/time.ts';
import type { Outcome, Persona } from '../../../src/sandbox/persona/persona.ts';
import { idsOf, messageOf, type Story, startStory, wordsOf } from '../onboarding/story.ts';

let story: Story;
let guildId: string;
let mod: Persona;
let admin: Persona;
let stranger: Persona;

async function withRole(username: string, role: string, locale: 'fr' | 'en-US' = 'fr'): Promise<Persona> {
  const person = await story.arrive(username, { locale });
  story.boss.guild.members.get(person.user.id)?.roles.splice(0, 10, story.roleId(role));
  return person;
}
beforeAll(async () => {
  story = await startStory();
  guildId = story.boss.guild.id;
  mod = await withRole('sophie.modere', 'Modération');
  admin = await withRole('nadia.admin', 'Administration', 'en-US');
  stranger = await story.arrive('passe.par.la');
  story.clock.advance(10 * minute);
});
beforeEach(() => story.sandbox.faults.clear());

const shown = ({ message, modal }: Outcome): string => JSON.stringify(message ?? modal ?? '');
const cards = () =>
  mod.messages('moderation').filter((message) => idsOf(message).some((id) => id.startsWith('moderation:raid:people')));
const card = () => {
  const [only, ...others] = cards();
  if (!only || others.length > 0) throw new Error(`${cards().length} cards`);
  return only;
};
const incidents = () => story.boss.guild.incidents;
const openRaid = () => story.db.raid.findFirst({ where: { guildId, endedAt: null } });

/** Accounts that arrive within a few seconds. */
async function flood(count: number, name = 'crypto'): Promise<Persona[]> {
  const people = Array.from({ length: count }, (_, index) => story.sandbox.newPersona({ username: `${name}_${index}` }));
  for (const person of people) person.join();
  await story.settle();
  return people;
}

describe('a raid', () => {
  let crowd: Persona[];
  test('raises the level once, calls the moderators once a level, holds invites and messages back, and lets welcomes wait', async () => {
    crowd = await flood(25);
    const later = await flood(15, 'moon');
    crowd.push(...later);
    expect(await openRaid()).toMatchObject({ level: 'high', peak: 'high', cause: 'joins', alerted: 'high', refused: false });
    expect(wordsOf(card())).toMatch(/Niveau d’alerte : Raid/);
    const calls = mod.messages('moderation').filter(({ content }) => content.includes(`<@&${story.roleId('Modération')}>`));
    expect(calls.length).toBeGreaterThanOrEqual(1);
    expect(calls.length).toBeLessThanOrEqual(2);
    const until = new Date(story.clock.now().getTime() + hour).toISOString();
    expect(incidents()).toMatchObject({ invites_disabled_until: until, dms_disabled_until: until });
    const late = story.sandbox.newPersona({ username: 'arrive.trop.tard' });
    expect(() => late.join()).toThrow(/paused/);
    expect(later.every((person) => story.rolesOf(person).length === 0)).toBe(true);
  });

  test('who is told of it, and who may act', async () => {
    expect(shown(await mod.run('home'))).toContain('niveau Raid');
    expect(shown(await admin.run('raid show'))).toContain('Level: High');
    const own = messageOf(await stranger.run('home'));
    const forged = await stranger.forge.component(own, idsOf(card())[0] ?? '', 2);
    expect(shown(forged)).toMatch(/réserv|droit|permet/i);
    expect(shown(forged)).not.toContain('crypto');
  });

  test('survives a restart and a clock that stands: nothing is said twice', async () => {
    const before = mod.messages('moderation').length;
    await story.restart();
    await story.later(minute);
    expect(mod.messages('moderation')).toHaveLength(before);
    expect(await story.db.raid.count({ where: { guildId } })).toBe(1);
  });

  test('a list is read, mended and carried out once; each person has a case; admins alone ban', async () => {
    const people = await mod.press(card(), 'moderation:raid:people:');
    expect(shown(people)).toContain('Expulser : Tout le monde (40)');
    expect(shown(people)).not.toContain('Bannir');
    const raid = await openRaid();
    const ban = await mod.forge.component(messageOf(people), `moderation:raid:gather:${raid?.id}:all:ban`, 2);
    expect(shown(ban)).toMatch(/réservé à l’administration|plus active|n’est plus/);

    const plan = await mod.press(messageOf(people), `moderation:raid:gather:${raid?.id}:similar:kick`);
    expect(shown(plan)).toContain('40 personnes seront écartées');
    const ids = [...shown(plan).matchAll(/<@(\d+)>/g)].map(([, id]) => id ?? '');
    // A moderator who is taken for one of them stays.
    const [, , insider] = crowd;
    story.boss.guild.members.get(insider?.user.id ?? '')?.roles.push(story.roleId('Modération'));
    const kept = await mod.select(messageOf(plan), 'moderation:raid:keep:', ids.slice(0, 2));
    expect(shown(kept)).toContain('38 personnes seront écartées, 2 sont gardées');
    const [sweep] = await story.db.raidSweep.findMany({ where: { raidId: raid?.id ?? 0 } });
    const by = { guildId, actorId: mod.user.id, now: story.clock.now() };
    // Somebody else's plan, and that of another server.
    await expect(
      confirmSweep(story.db, { ...by, actorId: admin.user.id }, { sweepId: sweep?.id ?? 0, isAdmin: true }),
    ).rejects.toMatchObject({
      code: 'raids.unknown_sweep',
    });
    const clicks = await Promise.allSettled(
      Array.from({ length: 20 }, () => confirmSweep(story.db, by, { sweepId: sweep?.id ?? 0, isAdmin: false })),
    );
    expect(clicks.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await story.settle();
    expect(ids.slice(0, 2).every((id) => story.boss.guild.members.has(id))).toBe(true);
    expect(crowd.filter(({ user }) => story.boss.guild.members.has(user.id))).toHaveLength(3);
    expect(await story.db.moderationCase.count({ where: { guildId, kind: 'kick', state: 'done', authorId: mod.user.id } })).toBe(
      37,
    );
    expect(wordsOf(card())).toContain('37 personnes écartées');
  });

  test('what became of somebody is written down once, whoever says it again', async () => {
    const sweep = await story.db.raidSweep.findFirstOrThrow({ where: { guildId, measure: 'kick' } });
    const { userId } = await story.db.raidSweepPerson.findFirstOrThrow({ where: { sweepId: sweep.id, fate: 'done' } });
    const cases = () => story.db.moderationCase.count({ where: { guildId, userId } });
    const now = story.clock.now();
    for (let time = 0; time < 2; time++) await recordFate(story.db, sweep, { userId, fate: 'done' }, { reason: 'x', now });
    expect(await cases()).toBe(1);
  });

  test('goes down step by step, gives back what it held, and then welcomes who waited', async () => {
    for (const level of ['medium', 'low']) {
      await story.later(10 * minute);
      expect((await openRaid())?.level).toBe(level);
    }
    expect(incidents()).toMatchObject({ invites_disabled_until: null, dms_disabled_until: null });
    await story.later(10 * minute);
    expect(await openRaid()).toBeNull();
    expect(wordsOf(card())).toContain('L’alerte est terminée');
    await story.later(minute);
    await story.later(minute);
    expect(crowd.filter((person) => story.rolesOf(person).includes('Bienvenue'))).toHaveLength(3);
  });

  test('fifty who say the same at the same moment raise it once; a pause set by hand stays theirs', async () => {
    const now = story.clock.now();
    const longer = new Date(now.getTime() + 20 * hour).toISOString();
    story.boss.pauseIncidents({ invites_disabled_until: longer });
    await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        story.db.$transaction((tx) => raiseLevel(tx, { guildId, level: index % 2 ? 'high' : 'medium', cause: 'rule', now })),
      ),
    );
    await story.settle();
    expect(await story.db.raid.count({ where: { guildId, endedAt: null } })).toBe(1);
    expect(incidents()?.invites_disabled_until).toBe(longer);
    const ended = await mod.run('raid level', { level: 'none' });
    expect(shown(ended)).toContain('L’alerte est terminée');
    await story.settle();
    expect(incidents()).toMatchObject({ invites_disabled_until: longer, dms_disabled_until: null });
    story.boss.pauseIncidents({ invites_disabled_until: null });
  });

  test('the same arrivals do not undo what a moderator ended; new ones after a minute do', async () => {
    await story.later(2 * minute);
    await flood(45, 'again');
    expect((await openRaid())?.level).not.toBeUndefined();
    await mod.run('raid level', { level: 'none' });
    await story.later(30_000);
    expect(await openRaid()).toBeNull();
    await story.later(2 * minute);
    expect(await openRaid()).toBeNull();
    await flood(45, 'encore');
    expect(await openRaid()).not.toBeNull();
    await mod.run('raid level', { level: 'none' });
    await story.later(20 * minute);
  });

  test('a raid that nobody saw is found when the program is back', async () => {
    await story.app.stop();
    for (let index = 0; index < 40; index++) story.sandbox.newPersona({ username: `silent_${index}` }).join();
    story.clock.advance(3 * minute);
    await story.restart();
    await story.later(minute);
    await story.later(minute);
    await mod.run('raid level', { level: 'none' });
    await story.later(20 * minute);
  });

  test('Discord refuses to pause: the card says so, and what to do', async () => {
    story.sandbox.faults.next({ method: 'PUT', route: '/guilds/{guild_id}/incident-actions', status: 403, code: 50013 });
    expect(shown(await admin.run('raid level', { level: 'high' }))).toContain('High');
    await story.settle();
    expect(wordsOf(cards().at(-1) ?? card())).toContain('me refuse de suspendre');
    story.sandbox.faults.clear();
    await admin.run('raid level', { level: 'none' });
    await story.settle();
  });

  test('thresholds: clear refusals, both languages', async () => {
    expect(shown(await admin.run('setup raids', { low: 90 }))).toContain('thresholds must go up');
    expect(shown(await admin.run('setup raids', { low: 12, calm: 5 }))).toContain('from 12');
    await expect(mod.run('setup raids', { low: 12 })).rejects.toThrow(/sees no command/);
  });
});

describe('/lockdown', () => {
  const general = () =>
    [...story.sandbox.world.channels.values()].find(({ name, guild_id }) => name === 'général' && guild_id === guildId);
  const overwrites = () => JSON.stringify(general()?.permission_overwrites);
  const everyone = () => general()?.permission_overwrites.find(({ id }) => id === guildId);
  const notices = (person: Persona) => person.messages('général').flatMap(({ content }) => content || []);
  const isClosed = () => (BigInt(everyone()?.deny ?? 0) & PermissionFlagsBits.SendMessages) !== 0n;

  test('closes what was read, says so calmly, and opens it exactly as it was when the time is over', async () => {
    const before = overwrites();
    const plan = await mod.run('lockdown', { minutes: 30, reason: 'Des *insultes*' });
    expect(shown(plan)).toContain('Fermer 1 salon ?');
    const confirm = idsOf(messageOf(plan)).find((id) => id.startsWith('moderation:lockdown:confirm:')) ?? '';
    expect(overwrites()).toBe(before);
    await mod.press(messageOf(plan), 'moderation:lockdown:confirm:');
    await story.settle();
    expect(isClosed()).toBe(true);
    const member = await story.arrive('veut.parler');
    expect(() => member.write('général', 'Bonjour')).toThrow();
    expect(notices(member)).toEqual([expect.stringContaining('fermé un moment')]);
    expect(shown(await mod.forge.component(messageOf(plan), confirm, 2))).toContain('plus rien à faire');
    // Mid-way restart and a second lockdown change nothing.
    await story.restart();
    expect(shown(await admin.run('lockdown', { channel: general()?.id ?? '', minutes: 10 }))).toContain('nothing to close');
    await story.later(31 * minute);
    expect(isClosed()).toBe(false);
    expect(overwrites()).toBe(before);
    expect(notices(member)).toEqual([expect.stringContaining('de nouveau ouvert')]);
    expect(await story.db.lockdownChannel.count({ where: { guildId, state: { not: 'open' } } })).toBe(0);
  });

  test('one channel, opened again by one click; forged ids and other people are refused', async () => {
    const plan = await admin.run('lockdown', { channel: general()?.id ?? '', minutes: 60 });
    expect(shown(plan)).toContain('Close 1 channel?');
    await admin.press(messageOf(plan), 'moderation:lockdown:confirm:');
    await story.settle();
    expect(isClosed()).toBe(true);
    const running = await mod.run('lockdown');
    expect(shown(running)).toContain('1 salon fermé');
    expect(shown(await mod.forge.component(messageOf(running), 'moderation:lockdown:end:999999', 2))).toContain(
      'plus rien à faire',
    );
    await mod.press(messageOf(running), 'moderation:lockdown:end:');
    await story.settle();
    expect(isClosed()).toBe(false);
  });

  test('a channel deleted or refused meanwhile: the others open all the same', async () => {
    const plan = messageOf(await mod.run('lockdown', { minutes: 5 }));
    story.sandbox.faults.next({
      method: 'PUT',
      route: new RegExp(`^/channels/${general()?.id}/permissions/`),
      status: 403,
      code: 50013,
    });
    await mod.press(plan, 'moderation:lockdown:confirm:');
    await story.settle();
    expect(await story.db.lockdownChannel.count({ where: { guildId, state: 'refused' } })).toBe(1);
    expect(shown(await mod.run('lockdown'))).toContain('il me manque une permission');
    story.sandbox.faults.clear();
    await story.later(6 * minute);
    expect(await story.db.lockdownChannel.count({ where: { guildId, state: { notIn: ['open', 'refused'] } } })).toBe(0);
    expect(isClosed()).toBe(false);
  });

  test('a channel that was refused once is closed by another lockdown, which ends on its time', async () => {
    const first = messageOf(await mod.run('lockdown', { minutes: 10 }));
    story.sandbox.faults.next({
      method: 'PUT',
      route: new RegExp(`^/channels/${general()?.id}/permissions/`),
      status: 403,
      code: 50013,
    });
    await mod.press(first, 'moderation:lockdown:confirm:');
    await story.settle();
    const before = overwrites();
    const second = messageOf(await mod.run('lockdown', { minutes: 20 }));
    await mod.press(second, 'moderation:lockdown:confirm:');
    await story.settle();
    expect(isClosed()).toBe(true);
    await story.later(11 * minute);
    expect(isClosed()).toBe(true);
    await story.later(11 * minute);
    expect(isClosed()).toBe(false);
    expect(overwrites()).toBe(before);
  });

  test('closing and opening in the same breath leave the channel open', async () => {
    const before = overwrites();
    const plan = messageOf(await mod.run('lockdown', { minutes: 10 }));
    await mod.press(plan, 'moderation:lockdown:confirm:');
    const { id: lockdownId } = await story.db.lockdown.findFirstOrThrow({
      where: { guildId, endedAt: null, startedAt: { not: null } },
    });
    const running = messageOf(await mod.run('lockdown'));
    await mod.press(running, 'moderation:lockdown:end:');
    const address = { guildId, lockdownId, channelId: general()?.id ?? '' };
    for (let index = 0; index < 5; index++) await enqueue(story.db, lockTask, address, { key: `again ${index}` });
    await story.settle();
    expect(overwrites()).toBe(before);
  });

  test('what a rule closes opens when nobody wants it closed any more, whoever came first', async () => {
    const before = overwrites();
    const channelId = general()?.id ?? '';
    const rule = async (minutes: number) => {
      const now = story.clock.now();
      const until = new Date(now.getTime() + minutes * minute);
      await story.db.$transaction((tx) => closeByRule(tx, { guildId, channelId, until, now }));
      await story.settle();
    };
    const close = async (minutes: number) => {
      const plan = messageOf(await mod.run('lockdown', { minutes }));
      await mod.press(plan, 'moderation:lockdown:confirm:');
      await story.settle();
    };
    // The rule first, the moderators for longer.
    await rule(10);
    await close(60);
    await story.later(11 * minute);
    expect(isClosed()).toBe(true);
    await story.later(50 * minute);
    expect(overwrites()).toBe(before);
    // The moderators first, the rule for longer, and once more for less.
    await close(10);
    await rule(60);
    await rule(5);
    await story.later(11 * minute);
    expect(isClosed()).toBe(true);
    expect(notices(mod).at(-1)).toContain('fermé un moment');
    await story.later(50 * minute);
    expect(overwrites()).toBe(before);
    expect(shown(await mod.run('home'))).not.toContain('fermé');
  });

  test('a form for whoever prefers buttons; a wrong time is said and kept', async () => {
    const home = await mod.run('raid show');
    const form = await mod.press(messageOf(home), 'moderation:lockdown:open');
    const wrong = await mod.submit(form, { minutes: '2', reason: '' });
    expect(shown(wrong)).toContain('de 5 à 1440');
  });

  test('what is old is forgotten', async () => {
    await story.later(2 * day);
    await story.later(366 * day);
    await story.later(day);
    expect(await story.db.lockdown.count({ where: { guildId } })).toBe(0);
    expect(await story.db.raid.count({ where: { guildId } })).toBe(0);
  });
});
