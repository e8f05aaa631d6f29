import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { expectedPromo } from '../../../src/features/invites/service/arrival.ts';
import { day, hour, minute } from '../../../src/kernel/time.ts';
import { deleteInvite } from '../../../src/sandbox/operations/invites.ts';
import { giveRole } from '../../../src/sandbox/operations/members.ts';
import { deleteRole } from '../../../src/sandbox/operations/roles.ts';
import type { Persona } from '../../../src/sandbox/persona/persona.ts';
import { addRole } from '../../../src/sandbox/population.ts';
import { cardOf, idsOf, messageOf, panelOf, said } from '../onboarding/story.ts';
import { onStage, type Stage } from './stage.ts';

let stage: Stage;
let story: Stage['story'];
let manager: Persona;
beforeAll(async () => {
  stage = await onStage();
  ({ story, manager } = stage);
});
/** Each test leaves nothing behind. */
afterEach(async () => {
  story.sandbox.faults.clear();
  for (const { id } of await story.db.promoInvite.findMany({ where: { deadAt: null } })) {
    const list = await manager.run('promo invites', { promo: 'CDA Invitée' });
    await manager.press(messageOf(list), `invites:revoke:${id}`);
  }
  await story.db.promoArrival.updateMany({ data: { endedAt: story.clock.now() } });
  // One hour takes back what people hold, and the next finds that nothing is left: both ask at the same moment.
  await story.later(hour);
  if (stage.waitingRoles().length > 0) await story.later(hour);
  expect(stage.invites()).toEqual([]);
  expect(stage.waitingRoles()).toEqual([]);
  expect(await story.db.promoWaiting.count()).toBe(0);
});

const theInvite = () => {
  const [invite, ...others] = stage.invites();
  if (!invite || others.length > 0) throw new Error(`${stage.invites().length} invites`);
  return invite;
};
const expected = async (person: Persona) =>
  (await expectedPromo(story.db, { guildId: story.sandbox.guildId, userId: person.user.id }))?.name ?? null;

test('staff ask and are given the link; who comes by it is expected in the promo, and the role opens nothing', async () => {
  const asked = await stage.ask({ uses: 30, days: 20 });
  const invite = theInvite();
  expect(said(asked)).toContain(`https://discord.gg/${invite.code}`);
  expect(invite).toMatchObject({ max_age: 0, max_uses: 30, channel_id: story.boss.channel('bienvenue').id });
  const [roleId = ''] = invite.role_ids;
  expect(story.boss.guild.roles.get(roleId)).toMatchObject({ name: 'CDA Invitée (en attente)', permissions: '0' });

  const lea = await stage.come('lea.invitee', invite.code);
  expect(story.rolesOf(lea)).toEqual(['Bienvenue', 'CDA Invitée (en attente)']);
  expect(await expected(lea)).toBe('CDA Invitée');
  expect(lea.channels().some(({ name }) => name.includes('cda') || name === 'SOS')).toBe(false);
  expect(said(await manager.run('member show', { member: lea.user.id }))).toContain('invitation de la promo **CDA Invitée**');
  expect(JSON.stringify((await lea.run('home')).message)).toContain('On vous attend dans la promo');

  const list = await manager.run('promo invites', { promo: 'cda invitee' });
  expect(said(list)).toContain('1 arrivée sur 30');
  expect(said(list)).toContain('Une personne venue');
  manager.setLocale('en-US');
  expect(said(await manager.press(messageOf(list), 'invites:show:'))).toContain('1 of 30 arrivals');
  manager.setLocale('fr');

  await manager.run('promo add', { promo: 'CDA Invitée', member: lea.user.id });
  await story.settle();
  await story.later(minute);
  expect(story.rolesOf(lea)).toContain('CDA Invitée');
  expect(story.rolesOf(lea)).not.toContain('CDA Invitée (en attente)');
  expect(await expected(lea)).toBeNull();
  await manager.run('promo remove', { promo: 'CDA Invitée', member: lea.user.id });
  await story.settle();
});

describe('who came by an invite introduces themselves', () => {
  test('without looking for the promo; accepted, they are in it and wait no more', async () => {
    await stage.ask();
    const noe = await stage.come('noe.invite', theInvite().code);
    let outcome = await noe.press(panelOf(noe), 'onboarding:start');
    outcome = await noe.press(messageOf(outcome), 'onboarding:accept');
    const form = await noe.select(messageOf(outcome), 'onboarding:kind', ['learner']);
    const sent = await noe.submit(form, { first_name: 'Noé', last_name: 'Martin', email: 'noe@exemple.fr' });
    await story.settle();
    expect(said(sent)).toContain('CDA Invitée');
    await manager.press(cardOf(manager), 'onboarding:approve:');
    await story.settle();
    await story.later(minute);
    expect(story.rolesOf(noe)).toContain('CDA Invitée');
    expect(story.rolesOf(noe)).not.toContain('CDA Invitée (en attente)');
    expect(await expected(noe)).toBeNull();
  });

  test('refused, they are expected no more', async () => {
    await stage.ask();
    const max = await stage.come('max.invite', theInvite().code);
    let outcome = await max.press(panelOf(max), 'onboarding:start');
    outcome = await max.press(messageOf(outcome), 'onboarding:accept');
    const form = await max.select(messageOf(outcome), 'onboarding:kind', ['trainer']);
    await max.submit(form, { first_name: 'Max', last_name: 'Petit', email: 'max@exemple.fr' });
    await story.settle();
    const reason = await manager.press(cardOf(manager), 'onboarding:refuse:');
    await manager.submit(reason, { reason: 'Vous ne formez pas dans cette promo.' });
    await story.settle();
    await story.later(minute);
    expect(await expected(max)).toBeNull();
    expect(story.rolesOf(max)).toEqual(['Bienvenue']);
  });
});

describe('somebody identified opens an invite', () => {
  test.each(['fr', 'en-US'] as const)('and asks for that promo from Mon espace, without looking for it (%s)', async (locale) => {
    const lea = await story.arrive(`identifiee.${locale.slice(0, 2)}`, { locale });
    await story.introduce(lea, { first: 'Léa', last: 'Blanc' });
    await manager.press(cardOf(manager), 'onboarding:approve:');
    await story.settle();
    await stage.ask({ days: 90 });
    lea.join({ invite: theInvite().code });
    await story.settle();
    const home = await lea.run('home');
    expect(JSON.stringify(home.message)).toContain(
      locale === 'fr' ? 'On vous attend dans la promo' : 'You are expected in the promo',
    );
    const offer = await lea.press(messageOf(home), 'onboarding:promo_join');
    expect(said(offer)).toContain('CDA Invitée');
    expect(JSON.stringify(offer.message)).toContain(locale === 'fr' ? 'Rejoindre CDA Invitée' : 'Join CDA Invitée');
    const others = await lea.press(messageOf(offer), 'onboarding:courses');
    expect(idsOf(messageOf(others)).some((id) => id.startsWith('onboarding:course:'))).toBe(true);
    const gone = await lea.forge.component(messageOf(offer), `onboarding:promo_expected:${story.sandbox.guildId}:999999`, 2);
    expect(said(gone)).toContain(locale === 'fr' ? 'n’existe pas' : 'does not exist');
    const again = await lea.press(messageOf(await lea.run('home')), 'onboarding:promo_join');
    story.clock.advance(minute);
    await lea.press(messageOf(again), 'onboarding:promo_expected');
    await story.settle();
    expect(JSON.stringify((await lea.run('home')).message)).not.toContain(
      locale === 'fr' ? 'On vous attend' : 'You are expected',
    );
    await manager.press(cardOf(manager), 'onboarding:approve:');
    await story.settle();
    await story.later(minute);
    expect(story.rolesOf(lea)).toContain('CDA Invitée');
    expect(story.rolesOf(lea)).not.toContain('CDA Invitée (en attente)');
    await manager.run('promo remove', { promo: 'CDA Invitée', member: lea.user.id });
    await story.settle();
  });
});

test('the code is nowhere but in its own row and in the answer to staff', async () => {
  await stage.ask();
  const { code } = theInvite();
  const { rows } = await story.database.pool.query<{ found: string }>(
    `SELECT 'audit' AS found FROM audit_entry AS one WHERE one::text LIKE $1
     UNION ALL SELECT 'queue' FROM graphile_worker._private_jobs AS one WHERE one::text LIKE $1
     UNION ALL SELECT 'notice' FROM notice AS one WHERE one::text LIKE $1`,
    [`%${code}%`],
  );
  expect(rows).toEqual([]);
});

describe('an invite ends', () => {
  test('when staff revoke it: the link is dead at once, and again changes nothing', async () => {
    const asked = await stage.ask();
    const { code } = theInvite();
    const revoked = await manager.press(messageOf(asked), 'invites:revoke:');
    expect(said(revoked)).toContain('révoquée');
    await story.settle();
    expect(stage.invites()).toEqual([]);
    expect(() => story.sandbox.newPersona({ username: 'trop.tard', locale: 'fr' }).join({ invite: code })).toThrow(
      'Unknown Invite',
    );
    const { id } = await story.db.promoInvite.findFirstOrThrow({ orderBy: { id: 'desc' } });
    expect(said(await manager.forge.component(messageOf(revoked), `invites:revoke:${id}`, 2))).toContain('ne marche déjà plus');
    expect(said(await manager.forge.component(messageOf(revoked), 'invites:revoke:999999', 2))).toContain('n’existe pas');
    expect(said(await manager.forge.component(messageOf(revoked), 'invites:show:999999', 2))).toContain('promo');
  });

  test('some days after the start, on the clock', async () => {
    await stage.ask({ days: 10 });
    // The promo began on 4 January, a week ago.
    await story.later(3 * day);
    expect(stage.invites()).toHaveLength(1);
    await story.later(day);
    expect(stage.invites()).toEqual([]);
    expect(said(await manager.run('promo invites', { promo: 'CDA Invitée' }))).toContain('arrivée à sa fin');
    const late = await manager.run('promo invite', { promo: 'CDA Invitée', days: 2 });
    expect(said(late)).toContain('Demandez plus de jours');
  });

  test('by its last use, and when somebody deletes it on Discord', async () => {
    await stage.ask({ uses: 1, days: 90 });
    await stage.come('seul.invite', theInvite().code);
    await story.later(hour);
    await stage.ask({ days: 90 });
    deleteInvite(story.sandbox.world, { actorId: story.boss.user.id, reason: null }, theInvite().code);
    await story.later(hour);
    const list = said(await manager.run('promo invites', { promo: 'CDA Invitée' }));
    expect(list).toContain('toutes les utilisations sont prises');
    expect(list).toContain('effacée sur Discord');
  });

  test('by all its uses within the hour', async () => {
    await stage.ask({ uses: 3, days: 90 });
    const { code } = theInvite();
    for (const name of ['une.vite', 'deux.vite', 'trois.vite']) await stage.come(name, code);
    const list = said(await manager.run('promo invites', { promo: 'CDA Invitée' }));
    expect(list).toContain('toutes les utilisations sont prises · 3 arrivées sur 3');
  });

  test('with its role, when somebody deletes that; who came is still expected', async () => {
    await stage.ask({ days: 90 });
    const [roleId = ''] = theInvite().role_ids;
    const lea = await stage.come('role.efface', theInvite().code);
    story.clock.advance(minute);
    deleteRole(story.sandbox.world, { actorId: story.boss.user.id, reason: null }, story.boss.guild, roleId);
    await story.later(hour);
    expect(stage.invites()).toEqual([]);
    await stage.ask({ days: 90 });
    expect(stage.waitingRoles()).toHaveLength(1);
    expect(theInvite().role_ids).not.toContain(roleId);
    await story.later(hour);
    expect(await expected(lea)).toBe('CDA Invitée');
  });
});

describe('while the bot is down', () => {
  test('who comes is found when it is back; who left is forgotten', async () => {
    await stage.ask({ days: 90 });
    const { code } = theInvite();
    const gone = await stage.come('vite.partie', code);
    await story.app.stop();
    gone.leave();
    story.clock.advance(minute);
    const lea = story.sandbox.newPersona({ username: 'pendant.panne', locale: 'fr' });
    lea.join({ invite: code });
    await story.restart();
    await story.later(hour);
    expect(await expected(lea)).toBe('CDA Invitée');
    expect(await expected(gone)).toBeNull();
  });

  test('who is a member already opens an invite: expected too', async () => {
    const member = await story.arrive('deja.la');
    await stage.ask({ days: 90 });
    member.join({ invite: theInvite().code });
    await story.settle();
    expect(await expected(member)).toBe('CDA Invitée');
    const [roleId = ''] = theInvite().role_ids;
    story.clock.advance(minute);
    giveRole(story.sandbox.world, { actorId: story.boss.user.id, reason: null }, story.boss.guild, member.user.id, roleId, false);
    await story.later(hour);
    expect(await expected(member)).toBeNull();
  });
});

describe('Discord fails', () => {
  const calls = [
    ['the role', { method: 'POST', route: '/guilds/{guild_id}/roles' }],
    ['the invite', { method: 'POST', route: '/channels/{channel_id}/invites' }],
  ] as const;
  const faults = [{ status: 500 }, { status: 'closed', afterEffect: true }] as const;
  test.each(calls.flatMap(([name, call]) => faults.map((fault) => [name, fault.status, { ...call, ...fault }] as const)))(
    '%s (%s): one role, one invite',
    async (_name, _status, rule) => {
      story.sandbox.faults.next(rule);
      const hits = story.sandbox.faults.hits.length;
      // The answer comes once the second try, which the queue would make a second later, has gone through.
      const asking = manager.run('promo invite', { promo: 'CDA Invitée', days: 90 });
      await story.settle();
      const asked = await asking;
      expect(story.sandbox.faults.hits.length).toBe(hits + 1);
      expect(stage.waitingRoles()).toHaveLength(1);
      expect(said(asked)).toContain(theInvite().code);
    },
  );

  test('a refusal is told, to staff too, and mended by itself', async () => {
    story.sandbox.faults.next({ method: 'POST', route: '/channels/{channel_id}/invites', status: 403, code: 50013 });
    const asked = await stage.ask({ days: 90 });
    expect(said(asked)).toContain('il me manque une permission');
    expect(await story.db.fault.count({ where: { key: { startsWith: 'invites.promo:' } } })).toBe(1);
    await manager.press(messageOf(asked), 'invites:show:');
    await story.settle();
    expect(stage.invites()).toHaveLength(1);
    expect(await story.db.fault.count({ where: { key: { startsWith: 'invites.promo:' } } })).toBe(0);
  });

  test('the list shows what was known when Discord does not say more', async () => {
    const asked = await stage.ask({ uses: 30, days: 90 });
    await stage.come('connue.avant', theInvite().code);
    await manager.press(messageOf(asked), 'invites:show:');
    story.sandbox.faults.next({ method: 'GET', route: '/guilds/{guild_id}/invites', status: 403, code: 50013 });
    expect(said(await manager.run('promo invites', { promo: 'CDA Invitée' }))).toContain('1 arrivée sur 30');
    await story.settle();
    await manager.press(messageOf(asked), 'invites:show:');
    await story.settle();
    expect(await story.db.fault.count({ where: { key: { startsWith: 'invites.promo:' } } })).toBe(0);
  });

  test('a deletion that is lost is made again, and one that was made by hand is no failure', async () => {
    const asked = await stage.ask({ days: 90 });
    story.sandbox.faults.next({ method: 'DELETE', route: '/invites/{code}', status: 'closed', afterEffect: true });
    await manager.press(messageOf(asked), 'invites:revoke:');
    await story.settle();
    expect(stage.invites()).toEqual([]);
    expect(await story.db.promoInvite.count({ where: { code: { not: null } } })).toBe(0);
  });

  test('the role that cannot be taken back is tried again', async () => {
    await stage.ask({ days: 90 });
    const lea = await stage.come('reprise.role', theInvite().code);
    story.sandbox.faults.next({
      method: 'DELETE',
      route: '/guilds/{guild_id}/members/{user_id}/roles/{role_id}',
      status: 500,
    });
    await story.db.promoArrival.updateMany({ data: { endedAt: story.clock.now() } });
    await story.later(hour);
    expect(story.rolesOf(lea)).toEqual(['Bienvenue']);
    expect(await story.db.promoArrival.count()).toBe(0);
  });
});

test('a server with 250 roles has no room for the role, and says so with numbers', async () => {
  const { guild } = story.boss;
  const added = Array.from({ length: 250 - guild.roles.size }, (_, index) =>
    addRole(story.sandbox.world, guild, { name: `r${index}`, position: 1 }),
  );
  expect(said(await manager.run('promo invite', { promo: 'CDA Invitée', days: 90 }))).toContain('250 sur 250');
  for (const { id } of added) guild.roles.delete(id);
});

test('only staff invite, whatever others forge', async () => {
  const learner = await story.arrive('simple.apprenante');
  expect(learner.commands().some(({ path }) => path.startsWith('promo'))).toBe(false);
  const asked = await stage.ask({ days: 90 });
  const id = idsOf(messageOf(asked)).find((one) => one.startsWith('invites:revoke:')) ?? '';
  expect(said(await learner.forge.component(panelOf(learner), id, 2))).not.toContain('discord.gg');
  expect(stage.invites()).toHaveLength(1);
  expect(said(await manager.run('promo invite', { promo: 'Inconnue' }))).toContain('promo');
});

test('with the promo its invites and its role go', async () => {
  await stage.ask({ days: 90 });
  const lea = await stage.come('promo.annulee', theInvite().code);
  const preview = await manager.run('promo cancel', { promo: 'CDA Invitée' });
  await manager.press(messageOf(preview), 'promos:confirm:');
  await story.later(hour);
  expect(stage.invites()).toEqual([]);
  expect(stage.waitingRoles()).toEqual([]);
  expect(story.rolesOf(lea)).toEqual(['Bienvenue']);
  expect(said(await manager.run('promo invite', { promo: 'CDA Invitée' }))).toContain('terminée ou annulée');
});
