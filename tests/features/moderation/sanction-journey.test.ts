import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { features } from '../../../src/app.ts';
import { task } from '../../../src/infra/tasks.ts';
import { actId, caseClosed, reportActed, rulesKey } from '../../../src/kernel/moderation.ts';
import { day, hour, minute, second } from '../../../src/kernel/time.ts';
import type { TaskContract } from '../../../src/kernel/wire.ts';
import { kickMember } from '../../../src/sandbox/operations/members.ts';
import type { Outcome, Persona } from '../../../src/sandbox/persona/persona.ts';
import { has, idsOf, lastDm, messageOf, type Story, startStory } from '../onboarding/story.ts';

let story: Story;
let boss: Persona;
let mia: Persona;
let guildId: string;
const team = 'moderation';

beforeAll(async () => {
  // What is promised to features that this server may lack is answered all the same.
  const known = new Set(features.flatMap(({ tasks }) => tasks.map(({ contract }) => contract.name)));
  const promised = [caseClosed, reportActed].filter(({ name }) => !known.has(name));
  const answers = promised.map((contract) => task(contract as TaskContract<unknown>, async () => undefined));
  story = await startStory({
    features: features.map((one) => (one.name === 'appeals' ? { ...one, tasks: [...one.tasks, ...answers] } : one)),
  });
  boss = story.boss;
  guildId = boss.guild.id;
  mia = await withRole('mia.modere', 'Modération');
});
beforeEach(() => {
  story.sandbox.faults.clear();
  story.clock.advance(5 * second);
});

async function withRole(username: string, role: string, locale: 'fr' | 'en-US' = 'fr'): Promise<Persona> {
  const person = await story.arrive(username, { locale });
  boss.guild.members.get(person.user.id)?.roles.splice(0, 10, story.roleId(role));
  return person;
}
const shown = (message: object | null | undefined): string => JSON.stringify(message ?? '').replaceAll('\\n', '\n');
const said = ({ message, modal }: Outcome): string => shown(message ?? modal);
const act = async (doing: Promise<Outcome>): Promise<Outcome> => {
  const outcome = await doing;
  await story.settle();
  return outcome;
};
const confirm = (by: Persona, preview: Outcome) => act(by.press(messageOf(preview), 'moderation:confirm:'));
const casesOf = ({ user }: Persona) =>
  story.db.moderationCase.findMany({ where: { userId: user.id }, orderBy: { number: 'asc' } });
const lastCase = async (person: Persona) => {
  const found = (await casesOf(person)).at(-1);
  if (!found) throw new Error('no case');
  return found;
};
const timeoutOf = ({ member }: Persona) => member?.communication_disabled_until ?? null;
const isBanned = ({ user }: Persona) => boss.guild.bans.has(user.id);
/** Without the welcome. */
const dms = (person: Persona) =>
  person.messages('dm').filter((message) => !idsOf(message).some((id) => id.startsWith('onboarding:')));

describe.each([
  ['fr', 'Historique', 'Rien n’est encore fait', 'ouvert', 'déjà confirmée', 'pas compris la durée'],
  ['en-US', 'History', 'Nothing is done yet', 'opened', 'already confirmed', 'did not understand the duration'],
] as const)('a moderator in %s', (locale, history, nothing, opened, gone, unclear) => {
  let by: Persona;
  beforeAll(async () => {
    by = await withRole(`modo.${locale.toLowerCase()}`, 'Modération', locale);
  });

  test('warns by a command: sees the past and what will be read, confirms once; the person is told why and what they can do', async () => {
    const lea = await story.arrive(`lea.${locale.toLowerCase()}`);
    const preview = await by.run('mod warn', {
      person: lea.user.id,
      reason: 'Insultes *répétées*\ndans #général',
      severity: 'medium',
    });
    expect(said(preview)).toContain(history);
    expect(said(preview)).toContain(nothing);
    expect(said(preview)).toContain('vous adresse un avertissement');
    expect(await casesOf(lea)).toEqual([]);
    const done = await confirm(by, preview);
    expect(said(done)).toContain(opened);
    expect(has(done, 'moderation:case:')).toBe(true);
    const [one, ...others] = await casesOf(lea);
    expect(others).toEqual([]);
    expect(one).toMatchObject({ kind: 'warning', state: 'done', points: 40, authorId: by.user.id, toldVia: 'dm' });
    expect(dms(lea)).toHaveLength(1);
    expect(lastDm(lea)?.content).toContain('Insultes \\*répétées\\*');
    expect(shown(lastDm(lea))).not.toContain(by.user.id);
    expect(idsOf(lastDm(lea) ?? messageOf(done))).toEqual([
      `moderation:appeal:${guildId}:${one?.id}`,
      `moderation:mine:of:${guildId}`,
    ]);
    const [, confirmed = ''] = /(moderation:confirm:\d+:\d+)/.exec(said(preview)) ?? [];
    expect(said(await by.forge.component(messageOf(done), confirmed, 2))).toContain(gone);
    expect(await casesOf(lea)).toHaveLength(1);
  });

  test('without a command: from the menu of a person, with a mistake to correct, and takes what the points propose', async () => {
    const tom = await story.arrive(`tom.${locale.toLowerCase()}`);
    const form = await by.menu('Warn', { user: tom.user.id });
    const wrong = await by.submit(form, { measure: ['timeout'], reason: 'Publicité répétée' });
    expect(said(wrong)).toContain(unclear);
    const again = await by.press(messageOf(wrong), 'form:correct');
    const preview = await by.submit(again, { measure: ['warning'], severity: 'high', reason: 'Publicité répétée' });
    expect(has(preview, 'moderation:act:step:')).toBe(true);
    expect(has(preview, 'moderation:act:step:2:kick')).toBe(false);
    const changing = await by.press(messageOf(preview), 'moderation:act:change:');
    expect(said(changing)).toContain('Publicité répétée');
    const changed = await by.submit(changing, { measure: ['warning'], severity: 'high', reason: 'Publicité, trois fois' });
    const stepped = await by.press(messageOf(changed), 'moderation:act:step:');
    expect(said(stepped)).toContain('ne pouvez ni écrire ni parler pendant 1 jour');
    expect(timeoutOf(tom)).toBeNull();
    await confirm(by, stepped);
    expect(timeoutOf(tom)).toBe(new Date(story.clock.now().getTime() + day).toISOString());
    expect(await lastCase(tom)).toMatchObject({ kind: 'timeout', points: 80, reason: 'Publicité, trois fois' });
    const twice = await by.run('mod timeout', { person: tom.user.id, duration: '2 h', reason: 'Encore' });
    expect(said(twice)).toContain(locale === 'fr' ? 'déjà exclue' : 'already timed out');
    // A change that is refused leaves what is shown as it was.
    const mild = await by.run('mod warn', { person: tom.user.id, reason: 'Motif doux' });
    const hard = await by.press(messageOf(mild), 'moderation:act:change:');
    const refused = await by.submit(hard, { measure: ['timeout'], duration: '2 h', reason: 'Motif dur' });
    expect(said(refused)).toContain(locale === 'fr' ? 'déjà exclue' : 'already timed out');
    const [, shownPlan = ''] = /moderation:confirm:(\d+):0/.exec(said(mild)) ?? [];
    const kept = await story.db.moderationPlan.findUniqueOrThrow({ where: { id: Number(shownPlan) } });
    expect(kept.deed).toMatchObject({ kind: 'warning', reason: 'Motif doux' });
    await act(by.press(messageOf(mild), 'moderation:cancel:'));
    const cancelled = await act(
      by.press(messageOf(await by.run('mod note', { person: tom.user.id, reason: 'À suivre' })), 'moderation:cancel:'),
    );
    expect(has(cancelled, 'moderation:confirm:')).toBe(false);
    expect(await casesOf(tom)).toHaveLength(1);
  });
});

test('who may not is told why: oneself, the team, the owner, a bot, absent people, permanent bans, others’ plans, rows of nobody', async () => {
  const nora = await story.arrive('nora.simple');
  const other = await withRole('max.modere', 'Modération');
  const ask = async (path: string, person: string, more: Record<string, string | number> = {}) =>
    said(await mia.run(path, { person, reason: 'Motif', ...more }));
  expect(await ask('mod warn', mia.user.id)).toContain('contre vous-même');
  expect(await ask('mod warn', other.user.id)).toContain('seule l’administration');
  expect(await ask('mod kick', boss.user.id)).toContain('propriétaire');
  expect(await ask('mod note', story.app.applicationId)).toContain('C’est un bot');
  expect(await ask('mod ban', nora.user.id)).toContain('reviennent à l’administration');
  expect(await ask('mod timeout', nora.user.id, { duration: '30 jours' })).toContain('La durée va de 1 minute à 28 jours');
  expect(await ask('mod ban', nora.user.id, { duration: '10 min' })).toContain('La durée va de 1 heure');
  expect(await ask('mod warn', nora.user.id, { rule: '7' })).toContain('Cette règle n’existe pas');
  expect(await ask('mod warn', nora.user.id, { evidence: 'https://exemple.fr' })).toContain('Copiez le lien');
  expect(await ask('mod warn', nora.user.id, { behalf: nora.user.id })).toContain('au nom de la personne');
  expect(await ask('mod unban', nora.user.id)).toContain('n’est pas bannie');
  const gone = await story.arrive('gaby.partie');
  gone.leave();
  await story.settle();
  expect(await ask('mod kick', gone.user.id)).toContain('n’est pas sur le serveur');

  const preview = await mia.run('mod warn', { person: nora.user.id, reason: 'Motif' });
  const [, confirmed = ''] = /(moderation:confirm:\d+:\d+)/.exec(said(preview)) ?? [];
  const place = mia.messages('bienvenue')[0] ?? '';
  const [staff, member] = [await story.staff('thomas.vasseur'), nora];
  const anywhere = (person: Persona) => person.messages('bienvenue')[0] ?? '';
  for (const person of [staff, member])
    expect(said(await person.forge.component(anywhere(person), confirmed, 2))).toContain('réservée à d’autres rôles');
  expect(said(await other.forge.component(anywhere(other), confirmed, 2))).toContain('déjà confirmée');
  expect(said(await mia.forge.component(place, 'moderation:lift:999999', 2))).toContain('n’existe pas');
  const forged = actId.encode({ userId: nora.user.id, evidenceId: 999_999, source: 'report', sourceId: 1 });
  const form = await mia.forge.component(place, forged, 2);
  expect(said(await mia.submit(form, { measure: ['warning'], reason: 'Motif' }))).toContain('n’est plus gardé comme preuve');
  // Promoted between the preview and the click.
  boss.guild.members.get(nora.user.id)?.roles.push(story.roleId('Administration'));
  expect(said(await confirm(mia, preview))).toContain('seule l’administration');
  expect(await casesOf(nora)).toEqual([]);
});

test('a timeout comes back with whoever left, and is over on time; a ban too, after days without the program', async () => {
  const eva = await story.arrive('eva.revient');
  await confirm(mia, await mia.run('mod timeout', { person: eva.user.id, duration: '2 h', reason: 'Propos déplacés' }));
  const until = timeoutOf(eva);
  expect(until).not.toBeNull();
  await story.later(minute);
  eva.leave();
  await story.later(minute);
  eva.join();
  await story.settle();
  expect(timeoutOf(eva)).toBe(until);
  await story.later(2 * hour);
  const [timeout, end] = await casesOf(eva);
  expect([timeout?.endedAt !== null, end?.kind, end?.origin, end?.state]).toEqual([true, 'release', 'time', 'done']);
  eva.leave();
  eva.join();
  await story.settle();
  expect(timeoutOf(eva)).toBeNull();

  await confirm(mia, await mia.run('mod ban', { person: eva.user.id, duration: '3 jours', reason: 'Menaces', messages: 1 }));
  expect(isBanned(eva)).toBe(true);
  expect(lastDm(eva)?.content).toMatch(/`[0-9A-Z]{5}-[0-9A-Z]{5}`/);
  expect(await lastCase(eva)).toMatchObject({ kind: 'tempban', state: 'done', toldVia: 'dm', deleteSeconds: 86_400 });
  await story.app.stop();
  story.clock.advance(4 * day);
  await story.restart();
  expect(isBanned(eva)).toBe(false);
  expect(await lastCase(eva)).toMatchObject({ kind: 'release', origin: 'time', state: 'done' });
  eva.join();
  await story.settle();
});

test('whoever takes no direct messages reads a warning in a private thread of the channel of rules', async () => {
  const [ali, channelId] = [await story.arrive('ali.ferme'), boss.channel('bienvenue').id];
  const where = { guildId, key: rulesKey };
  const bound = await story.db.channelBinding.findFirst({ where });
  if (!bound) await story.db.channelBinding.create({ data: { ...where, channelId } });
  ali.closeDms();
  await confirm(mia, await mia.run('mod warn', { person: ali.user.id, reason: 'Hors sujet' }));
  expect(await lastCase(ali)).toMatchObject({ state: 'done', toldVia: 'thread' });
  const thread = ali.channels().find(({ name }) => name === 'Message de la modération');
  const [read] = ali.messages(thread?.id ?? '').filter(({ content }) => content.includes('Hors sujet'));
  expect(shown(read)).toContain('moderation:appeal:');
  // Whoever is off the server is let into no thread: none stays behind.
  const threads = () => boss.channels().filter(({ name }) => name === 'Message de la modération').length;
  const before = threads();
  expect(before).toBeGreaterThan(0);
  const [gone, banned] = [await story.arrive('gil.parti'), await story.arrive('bob.banni')];
  const edit = async (person: Persona) => {
    const form = await mia.run('case edit', { number: (await lastCase(person)).number });
    await act(mia.submit(form, { reason: 'Un autre motif.', rule: '', severity: 'low' }));
  };
  await confirm(mia, await mia.run('mod warn', { person: gone.user.id, reason: 'Hors sujet' }));
  await confirm(mia, await mia.run('mod ban', { person: banned.user.id, reason: 'Menaces', duration: '3 jours' }));
  gone.leave();
  for (const person of [gone, banned]) {
    person.closeDms();
    await edit(person);
    expect(
      await story.db.notice.findFirst({ where: { userId: person.user.id, key: { startsWith: 'moderation.changed' } } }),
    ).toMatchObject({ via: 'none' });
  }
  expect(threads()).toBe(before);
  if (!bound) await story.db.channelBinding.deleteMany({ where });
});

test('a closed door holds nothing up; an admin bans for good and lifts it; a moderator may not', async () => {
  const ugo = await story.arrive('ugo.ferme');
  const admin = await withRole('ada.admin', 'Administration');
  ugo.closeDms();
  const ban = await confirm(admin, await admin.run('mod ban', { person: ugo.user.id, reason: 'Arnaque' }));
  expect(said(ban)).toContain('ouvert');
  expect(isBanned(ugo)).toBe(true);
  const one = await lastCase(ugo);
  expect(one).toMatchObject({ kind: 'ban', state: 'done', toldVia: 'none' });
  expect((await story.db.moderationCode.findUniqueOrThrow({ where: { caseId: one.id } })).code).toBeNull();
  const anywhere = mia.messages('bienvenue')[0] ?? '';
  expect(said(await mia.run('mod unban', { person: ugo.user.id, reason: 'Erreur' }))).toContain('reviennent à l’administration');
  expect(said(await mia.forge.component(anywhere, `moderation:lift:${one.id}`, 2))).toContain('reviennent à l’administration');
  await confirm(admin, await admin.run('mod unban', { person: ugo.user.id, reason: 'Compte récupéré' }));
  expect(isBanned(ugo)).toBe(false);
  expect((await casesOf(ugo)).map(({ kind, state }) => [kind, state])).toEqual([
    ['ban', 'done'],
    ['release', 'done'],
  ]);
});

test('what Discord refuses is void, and moderators and the person read so; what it cannot do now is done once it can', async () => {
  const [ivo, zoe, kim] = [await story.arrive('ivo.refus'), await story.arrive('zoe.panne'), await story.arrive('kim.expulse')];
  const patch = { method: 'PATCH', route: '/guilds/{guild_id}/members/{user_id}' } as const;
  story.sandbox.faults.next({ ...patch, status: 403, code: 50013 });
  await confirm(mia, await mia.run('mod timeout', { person: ivo.user.id, duration: '1 h', reason: 'Spam' }));
  expect(await lastCase(ivo)).toMatchObject({
    state: 'failed',
    failure: 'forbidden',
    voidReason: expect.stringContaining('Discord'),
  });
  expect(dms(ivo).map(({ content }) => content.includes('finalement pas été appliquée'))).toEqual([false, true]);
  expect(shown(mia.messages(team).at(-1))).toContain('Mesure non appliquée');
  expect(timeoutOf(ivo)).toBeNull();
  // Void: the same may be decided again.
  await confirm(mia, await mia.run('mod timeout', { person: ivo.user.id, duration: '1 h', reason: 'Spam' }));
  expect(timeoutOf(ivo)).not.toBeNull();

  for (const status of [500, 429] as const) story.sandbox.faults.next({ ...patch, status, afterEffect: status === 500 });
  story.sandbox.faults.next({ method: 'POST', route: '/channels/{channel_id}/messages', status: 500, afterEffect: true });
  await confirm(mia, await mia.run('mod timeout', { person: zoe.user.id, duration: '1 h', reason: 'Spam' }));
  expect(await lastCase(zoe)).toMatchObject({ state: 'done', toldVia: 'dm' });
  expect([dms(zoe).length, timeoutOf(zoe) !== null]).toEqual([1, true]);

  story.sandbox.faults.next({ method: 'DELETE', route: '/guilds/{guild_id}/members/{user_id}', status: 500, afterEffect: true });
  await confirm(mia, await mia.run('mod kick', { person: kim.user.id, reason: 'Faux profil' }));
  expect(await lastCase(kim)).toMatchObject({ kind: 'kick', state: 'done', toldVia: 'dm' });
  expect(kim.member).toBeNull();
  expect(dms(kim)).toHaveLength(1);

  // Lifting: refused first, then allowed.
  story.sandbox.faults.next({ ...patch, status: 403, code: 50013 });
  const anywhere = mia.messages('bienvenue')[0] ?? '';
  const form = await mia.forge.component(anywhere, `moderation:lift:${(await lastCase(zoe)).id}`, 2);
  await act(mia.submit(form, { reason: 'Malentendu' }));
  expect(await lastCase(zoe)).toMatchObject({ kind: 'release', state: 'pending', failure: 'forbidden' });
  expect(shown(mia.messages(team).at(-1))).toContain('bloquée');
  await story.later(hour);
  expect(await lastCase(zoe)).toMatchObject({ kind: 'release', state: 'done' });
  expect(timeoutOf(zoe)).toBeNull();
  expect(lastDm(zoe)?.content).toContain('est levée');
});

test('a late end takes nothing back that was decided since; what could not begin in its time is nobody’s sanction', async () => {
  const [dan, fay, guy] = [await story.arrive('dan.encore'), await story.arrive('fay.encore'), await story.arrive('guy.tard')];
  const anywhere = mia.messages('bienvenue')[0] ?? '';
  const lift = async (person: Persona) => {
    const form = await mia.forge.component(anywhere, `moderation:lift:${(await lastCase(person)).id}`, 2);
    await act(mia.submit(form, { reason: 'Malentendu' }));
  };
  const release = (person: Persona) =>
    story.db.moderationCase.findFirstOrThrow({ where: { userId: person.user.id, kind: 'release' } });
  await confirm(mia, await mia.run('mod timeout', { person: dan.user.id, duration: '5 h', reason: 'Spam' }));
  await confirm(mia, await mia.run('mod ban', { person: fay.user.id, duration: '5 jours', reason: 'Spam' }));
  const patch = { method: 'PATCH', route: '/guilds/{guild_id}/members/{user_id}' } as const;
  story.sandbox.faults.next({ ...patch, status: 403, code: 50013 });
  await lift(dan);
  story.sandbox.faults.next({ method: 'DELETE', route: '/guilds/{guild_id}/bans/{user_id}', status: 403, code: 50013 });
  await lift(fay);
  for (const person of [dan, fay]) expect((await release(person)).state).toBe('pending');
  await confirm(mia, await mia.run('mod timeout', { person: dan.user.id, duration: '8 h', reason: 'Encore' }));
  await confirm(mia, await mia.run('mod ban', { person: fay.user.id, duration: '8 jours', reason: 'Encore' }));
  const heard = dms(dan).length;
  await story.later(hour);
  for (const person of [dan, fay]) expect((await release(person)).state).toBe('done');
  expect([timeoutOf(dan) !== null, isBanned(fay), dms(dan).length]).toEqual([true, true, heard]);

  const { openCase } = await import('../../../src/features/moderation/service/case.ts');
  const made = { guildId, userId: guy.user.id, origin: 'rule', authorId: null, severity: 'high', reason: 'Spam' } as const;
  const now = new Date(story.clock.now().getTime() - 2 * hour);
  await story.db.$transaction((tx) => openCase(tx, { ...made, kind: 'tempban', seconds: 3_600, now }));
  await story.settle();
  expect(await lastCase(guy)).toMatchObject({ state: 'failed', failure: 'late' });
  expect([isBanned(guy), dms(guy)]).toEqual([false, []]);
  expect(shown(mia.messages(team).at(-1))).toContain('Trop tard');
});

test('what moderators do in Discord’s own menus is a case once, also while the program was down', async () => {
  const [sam, luc, pia] = [await story.arrive('sam.menu'), await story.arrive('luc.menu'), await story.arrive('pia.menu')];
  const later = new Date(story.clock.now().getTime() + 3 * hour);
  boss.timeout(sam.user.id, later);
  await story.settle();
  const [one, ...others] = await casesOf(sam);
  expect(others).toEqual([]);
  expect(one).toMatchObject({ kind: 'timeout', origin: 'discord', authorId: boss.user.id, endsAt: later, toldVia: 'dm' });
  expect(lastDm(sam)?.content).toContain('ne pouvez ni écrire ni parler');
  story.clock.advance(minute);
  boss.timeout(sam.user.id, null);
  await story.settle();
  expect(await lastCase(sam)).toMatchObject({ kind: 'release', releasesId: one?.id, origin: 'discord', state: 'done' });
  expect(lastDm(sam)?.content).toContain('est levée');

  await confirm(mia, await mia.run('mod ban', { person: luc.user.id, duration: '2 jours', reason: 'Menaces' }));
  await story.app.stop();
  story.clock.advance(minute);
  boss.unban(luc.user.id);
  boss.ban(pia.user.id);
  await story.restart();
  await story.later(hour);
  expect((await casesOf(luc)).map(({ kind, origin }) => [kind, origin])).toEqual([
    ['tempban', 'command'],
    ['release', 'discord'],
  ]);
  // Discord lets nobody write to whom they share no server with: the code of an appeal is there all the same.
  const ban = await lastCase(pia);
  expect(ban).toMatchObject({ kind: 'ban', origin: 'discord', authorId: boss.user.id });
  expect(await story.db.moderationCode.count({ where: { caseId: ban.id } })).toBe(1);
  const why = 'Signalé par @lea, dossier interne';
  kickMember(story.sandbox.world, { actorId: boss.user.id, reason: why }, boss.guild, sam.user.id);
  await story.settle();
  const kick = await lastCase(sam);
  expect(kick).toMatchObject({ kind: 'kick', origin: 'discord', reason: why });
  sam.join();
  await story.settle();
  await act(
    mia.submit(await mia.forge.component(mia.messages('bienvenue')[0] ?? '', `moderation:case:hide:${kick.id}`, 2), {
      reason: 'Dossier sensible',
    }),
  );
  expect(said(await sam.run('home'))).toContain('moderation:mine');
  expect(said(await sam.run('my cases'))).not.toContain('lea');
  expect(said(await sam.run('my cases'))).toContain('Aucun motif n’a été écrit');
  const screen = said(await mia.run('case show', { number: kick.number }));
  for (const words of ['dossier interne', 'la personne ne le lit pas', 'avait quitté le serveur'])
    expect(screen).toContain(words);
  // Those of the program itself are nobody else's.
  expect(await story.db.moderationCase.count({ where: { origin: 'discord', authorId: story.app.applicationId } })).toBe(0);
});

test('a message is kept as evidence, with its files; a link shows nobody what Discord hides from them', async () => {
  const [rob, ann] = [await story.arrive('rob.ecrit'), await withRole('ann.ancienne', 'Gestion de projet')];
  const admin = await withRole('abel.admin', 'Administration');
  const open = 'général';
  const written = rob.write(open, 'Achetez mes cryptos', { files: [{ name: 'pub.txt', content: 'x'.repeat(40) }] });
  const linkOf = (channel: string, id: string) => `https://discord.com/channels/${guildId}/${boss.channel(channel).id}/${id}`;
  const secret = { person: ann.user.id, reason: 'Motif', evidence: linkOf('demandes', ann.write('demandes', 'Entre nous').id) };
  ann.member?.roles.splice(0, 10);
  expect(said(await mia.run('mod warn', secret))).toContain('Copiez le lien');
  expect(said(await admin.run('mod warn', secret))).toContain('un message est gardé');
  const wrong = await mia.run('mod warn', {
    person: (await story.arrive('lou.autre')).user.id,
    reason: 'Motif',
    evidence: linkOf(open, written.id),
  });
  expect(said(wrong)).toContain('écrit par quelqu’un d’autre');
  await confirm(mia, await mia.run('mod note', { person: rob.user.id, reason: 'Publicité', evidence: linkOf(open, written.id) }));
  const form = await mia.menu('Warn', { message: written });
  const preview = await mia.submit(form, { measure: ['warning'], reason: 'Publicité', severity: 'low' });
  expect(said(preview)).toContain('un message est gardé');
  await confirm(mia, preview);
  const [note, warning] = await casesOf(rob);
  expect(dms(rob)).toHaveLength(1);
  for (const { evidenceId } of [note, warning].flatMap((one) => one ?? [])) {
    const kept = await story.db.moderationEvidence.findUniqueOrThrow({
      where: { id: evidenceId ?? 0 },
      include: { files: true },
    });
    expect(kept.userId).toBe(rob.user.id);
    expect(kept.files[0]?.data?.length).toBe(40);
  }
  expect(await story.db.moderationEvidence.findUniqueOrThrow({ where: { id: warning?.evidenceId ?? 0 } })).toMatchObject({
    content: 'Achetez mes cryptos',
  });
  expect(said(await rob.run('home'))).toContain('moderation:mine');
  expect(said(await mia.run('home'))).not.toContain('moderation:mine');
});

test('an admin sets the points, and the next measure weighs them', async () => {
  expect(said(await boss.run('setup moderation', { high: 10 }))).toContain('croître avec la gravité');
  expect(said(await boss.run('setup moderation', { timeout: 60, high: 90 }))).toContain('90 pour un fait grave');
  const lou = await story.arrive('lou.points');
  const preview = await mia.run('mod warn', { person: lou.user.id, reason: 'Harcèlement', severity: 'high' });
  expect(said(preview)).toContain('0, ensuite 90');
  expect(
    said(
      await mia
        .autocomplete('mod timeout', { person: lou.user.id, reason: 'x', duration: '5 h' }, 'duration')
        .then((choices) => ({ message: { choices } }) as never),
    ),
  ).toContain('5 heures');
});
