import type { APIMessage } from 'discord-api-types/v10';
import { beforeAll, expect, test } from 'vitest';
import { features } from '../../../src/app.ts';
import { openPair } from '../../../src/features/pairs/service/open.ts';
import { pausePairByStaff, resumePairByStaff } from '../../../src/features/pairs/service/pause.ts';
import { remindPair } from '../../../src/features/pairs/service/staff.ts';
import { erasePerson } from '../../../src/features/privacy/service.ts';
import { enqueue } from '../../../src/infra/db.ts';
import { mentorGone, mentoringKey } from '../../../src/kernel/mentoring.ts';
import { day, hour } from '../../../src/kernel/time.ts';
import type { Outcome, Persona } from '../../../src/sandbox/persona/persona.ts';
import { aMentor, aRequest } from '../mentoring/factory.ts';
import { idsOf, messageOf, type Story, said, startStory } from '../onboarding/story.ts';

/** The life of pairs: each person at their own screen, with the clock moved. */

let story: Story;
let guildId: string;
let sam: Persona;
let lea: Persona;
let staff: Persona;
let pairId: number;

const shown = (from: Outcome | APIMessage | undefined): string => {
  const message = from && 'failed' in from ? from.message : from;
  return JSON.stringify([message?.content, message?.embeds, message?.components]);
};
const pairOf = (id = pairId) => story.db.mentoringPair.findUniqueOrThrow({ where: { id } });
const threadsOf = (person: Persona) =>
  person
    .channels()
    .filter(({ thread, parent_id }) => thread && story.sandbox.world.channels.get(parent_id ?? '')?.name === 'mentorat');
const room = (person: Persona) => {
  const [thread, ...more] = threadsOf(person);
  if (!thread || more.length > 0) throw new Error(`${more.length + (thread ? 1 : 0)} threads`);
  return thread;
};
const words = (person: Persona, part: string) =>
  person.messages(room(person).id).filter((message) => shown(message).includes(part));
const dms = (person: Persona, part: string) => person.messages('dm').filter((message) => shown(message).includes(part));
const last = (person: Persona, channel = room(person).id): APIMessage => {
  const message = person
    .messages(channel)
    .filter(({ author }) => author.bot)
    .at(-1);
  if (!message) throw new Error('nothing was said');
  return message;
};
const welcome = (person: Persona) => {
  const [card, ...more] = person
    .messages(room(person).id)
    .filter((one) => idsOf(one).some((id) => id.startsWith('mentoring:goals')));
  if (!card || more.length > 0) throw new Error(`${more.length + (card ? 1 : 0)} welcomes`);
  return card;
};
const queue = () => staff.messages('suivi-mentorat');
const address = (id = pairId) => `${guildId}:${id}`;

async function withRole(username: string, role: string, locale: 'fr' | 'en-US' = 'fr'): Promise<Persona> {
  const person = await story.arrive(username, { locale });
  story.boss.guild.members.get(person.user.id)?.roles.splice(0, 10, story.roleId(role));
  await story.db.member.updateMany({ where: { userId: person.user.id }, data: { welcomedAt: story.clock.now() } });
  return person;
}

/** Two people who have agreed. */
async function meet(mentor: Persona, learner: Persona, locale: 'fr' | 'en' = 'fr'): Promise<number> {
  const now = story.clock.now();
  const there = { guildId, userId: mentor.user.id };
  if ((await story.db.mentorProfile.count({ where: there })) === 0)
    await aMentor(story.db, { ...there, capacity: 5, createdAt: now });
  const request = await aRequest(story.db, {
    guildId,
    userId: learner.user.id,
    locale,
    createdAt: now,
    state: 'paired',
    closedAt: now,
  });
  const { id } = await story.db.$transaction((tx) =>
    openPair(tx, {
      guildId,
      mentorId: mentor.user.id,
      learnerId: learner.user.id,
      requestId: request.id,
      origin: 'asked',
      score: 0.8,
      reasons: [],
      coordinatorId: null,
      createdBy: null,
      now,
    }),
  );
  await story.settle();
  return id;
}

beforeAll(async () => {
  story = await startStory();
  ({ guildId } = story.sandbox);
  sam = await withRole('sam_*mentor*', 'Alumni');
  lea = await withRole('lea.dubois', 'En formation', 'en-US');
  staff = await story.staff('thomas.aide');
  pairId = await meet(sam, lea, 'en');
});

test('two people meet in one thread, in both their languages; nobody else is in it', async () => {
  const thread = room(lea);
  expect(thread.name).toContain('lea.dubois');
  expect(room(sam).id).toBe(thread.id);
  const card = welcome(lea);
  expect(shown(card)).toContain('Bienvenue dans votre binôme / Welcome to your pair');
  expect(shown(card)).toContain('sam\\\\_\\\\*mentor');
  for (const id of [`mentoring:plan:${pairId}`, `mentoring:end:${pairId}`]) expect(idsOf(card)).toContain(id);
  expect(thread.thread?.members).toHaveLength(3);
  expect(said(await sam.run('home')) || shown(await sam.run('home'))).toContain(`<#${thread.id}>`);
  const list = await lea.press(messageOf(await lea.run('home')), 'mentoring:pairs');
  expect(shown(list)).toContain('mentors you');
  const fiche = await staff.run('member show', { member: lea.user.id });
  expect(shown(fiche)).toContain('l’accompagne');
});

test('either of the two sets goals, the card shows them, and notes stay with who wrote them', async () => {
  const empty = await lea.press(welcome(lea), 'mentoring:goals');
  expect(shown(empty)).toContain('Five at most');
  // Opened while there was room for one more.
  const form = await lea.press(messageOf(empty), 'mentoring:goal_add');
  for (const goal of ['Send *five* applications', 'Apprendre SQL', 'Trois', 'Quatre', 'Cinq'])
    await lea.submit(await lea.press(messageOf(empty), 'mentoring:goal_add'), { text: goal });
  // One screen that changes, and no pile of them.
  expect(lea.messages(room(lea).id).filter((message) => shown(message).includes('Five at most'))).toHaveLength(1);
  await story.settle();
  expect(shown(welcome(sam))).toContain('Send \\\\*five\\\\* applications');
  expect(said(await lea.submit(form, { text: 'Un de trop' }))).toContain('already have 5 goals');
  const goals = await story.db.mentoringGoal.findMany({ orderBy: { place: 'asc' } });
  const listed = await sam.press(welcome(sam), 'mentoring:goals');
  const one = await sam.select(messageOf(listed), 'mentoring:goal_pick', [String(goals[0]?.id)]);
  const done = await sam.select(messageOf(one), 'mentoring:goal_progress', ['100']);
  expect(shown(done)).toContain('100 % · atteint');
  const two = await sam.select(messageOf(done), 'mentoring:goal_pick', [String(goals[1]?.id)]);
  const rewritten = await sam.submit(await sam.press(messageOf(two), 'mentoring:goal_edit'), { text: 'Apprendre PostgreSQL' });
  expect(shown(rewritten)).toContain('PostgreSQL');
  const five = await sam.select(messageOf(rewritten), 'mentoring:goal_pick', [String(goals[4]?.id)]);
  await sam.press(messageOf(five), 'mentoring:goal_drop');
  const again = `mentoring:goal_drop:${address()}:${goals[4]?.id}`;
  expect(said(await sam.forge.component(welcome(sam), again, 2))).toContain('n’existe plus');
  expect(await story.db.mentoringGoal.count()).toBe(4);

  const note = await lea.press(welcome(lea), 'mentoring:notes');
  const saved = await lea.submit(await lea.press(messageOf(note), 'mentoring:note_edit'), { text: 'Ask about _salary_' });
  expect(shown(saved)).toContain('Ask about \\\\_salary\\\\_');
  expect(shown(await sam.press(welcome(sam), 'mentoring:notes'))).toContain('Rien pour l’instant');
  await lea.submit(await lea.press(messageOf(saved), 'mentoring:note_edit'), { text: '' });
  expect(await story.db.mentoringNote.count()).toBe(0);
});

test('a stranger, staff and forged ids get nowhere', async () => {
  const stranger = await withRole('ines.curieuse', 'En formation');
  const [panel] = stranger.messages('bienvenue');
  const forged = [
    `mentoring:goals:${address()}`,
    `mentoring:notes:${address()}`,
    `mentoring:rest:${address()}`,
    `mentoring:return:${address()}`,
    `mentoring:well:${address()}`,
    `mentoring:reopen:${address()}`,
    `mentoring:report:${address()}`,
    `mentoring:end:${pairId}`,
    `mentoring:end_dm:${address()}`,
    `mentoring:goals:${guildId}:999999`,
    `mentoring:goals:100000000000000001:${pairId}`,
  ];
  for (const id of forged) {
    story.clock.advance(3_000);
    expect([id, said(await stranger.forge.component(panel ?? '', id, 2))]).toEqual([
      id,
      expect.stringContaining('n’est pas le vôtre'),
    ]);
  }
  for (const id of [`mentoring:handle:1`, `mentoring:coordinator:${pairId}`, 'mentoring:reports:0'])
    expect(said(await stranger.forge.component(panel ?? '', id, id.includes('coordinator') ? 5 : 2, [sam.user.id]))).toContain(
      'équipe',
    );
  expect(said(await stranger.run('mentoring end'))).toContain('pas de binôme');
  expect(said(await stranger.run('mentoring pause'))).toContain('pas de binôme');
  expect(said(await stranger.run('mentoring resume'))).toContain('Rien n’est en pause');
  expect(said(await staff.forge.component(queue()[0] ?? panel ?? '', `mentoring:well:${address()}`, 2))).toContain(
    'n’est pas le vôtre',
  );
});

test('silence: asked at 21 days, once; a word, a click or nothing', async () => {
  await story.later(20 * day);
  const before = words(lea, 'All is well').length;
  sam.write(room(sam).id, 'Comment vas-tu ?');
  // They wrote: nobody is asked at 21 days, though no event told us.
  await story.later(day + hour);
  expect(words(lea, 'All is well')).toHaveLength(before);
  await story.later(20 * day);
  await story.later(hour);
  expect(words(lea, 'All is well')).toHaveLength(before + 1);
  expect((await pairOf()).nudgedAt).not.toBe(null);
  const asked = last(lea);
  expect(shown(asked)).toContain('21 jours sans nouvelles');
  const noted = await lea.press(asked, 'mentoring:well');
  expect(shown(noted)).toContain('Noted');
  expect(await pairOf()).toMatchObject({ nudgedAt: null, activeAt: story.clock.now() });
  expect(idsOf(last(sam)).some((id) => id.startsWith('mentoring:well'))).toBe(false);
});

test('a pause until a day: wrong dates, the return on the day, and none of it counts as silence', async () => {
  const thread = { channel: room(lea).id };
  for (const until of ['demain', '01/01/2020', '01/01/2029']) {
    expect(said(await lea.run('mentoring pause', { until }, thread))).toMatch(/understand this date|from tomorrow/);
    expect(said(await lea.run('mentoring pause', { until }, thread))).toContain('Try again in 3');
    story.clock.advance(3_000);
  }
  const inDays = (days: number) => new Date(story.clock.now().getTime() + days * day).toISOString().slice(0, 10);
  expect(said(await lea.run('mentoring pause', { until: inDays(30) }, thread))).toContain('Pair paused');
  await story.settle();
  expect(shown(welcome(sam))).toContain('En pause');
  await story.later(25 * day);
  expect((await pairOf()).state).toBe('paused');
  await story.later(6 * day);
  expect(await pairOf()).toMatchObject({ state: 'active', pausedUntil: null, nudgedAt: null });
  expect(words(sam, 'La pause est finie')).toHaveLength(1);

  // Elsewhere a mentor says what they mean: their availability, or one of their pairs.
  const pick = await sam.run('mentoring pause', { until: inDays(10) });
  expect(shown(pick)).toContain('Ma disponibilité');
  expect(shown(await sam.select(messageOf(pick), 'mentoring:rest_pick', ['own']))).toContain('disponibilité est en pause');
  expect((await story.db.mentorProfile.findFirstOrThrow()).state).toBe('paused');
  story.clock.advance(3_000);
  const form = await sam.run('mentoring pause');
  expect(form.modal).not.toBe(null);
  const wrong = await sam.submit(form, { until: 'jamais' });
  expect(said(wrong)).toContain('Je ne comprends pas cette date');
  story.clock.advance(3_000);
  await sam.submit(await sam.press(messageOf(wrong), 'form:correct'), { until: inDays(10) });
  expect((await pairOf()).state).toBe('paused');
  const resume = await sam.run('mentoring resume');
  await sam.select(messageOf(resume), 'mentoring:return_pick', ['own']);
  // What is left to go on is one: nothing is asked.
  story.clock.advance(3_000);
  expect(said(await sam.run('mentoring resume'))).toContain('Votre binôme reprend');
  await story.settle();
  expect((await story.db.mentorProfile.findFirstOrThrow()).state).toBe('approved');
  expect((await pairOf()).state).toBe('active');
  const by = { guildId, actorId: staff.user.id, now: story.clock.now() };
  await pausePairByStaff(story.db, by, { pairId, until: inDays(5), today: inDays(0) });
  await story.settle();
  // What is refused is not offered.
  expect(idsOf(welcome(lea)).filter((id) => /:(return|rest):/.test(id))).toEqual([]);
  expect(said(await lea.forge.component(welcome(lea), `mentoring:return:${address()}`, 2))).toContain('Staff have paused');
  await resumePairByStaff(story.db, { ...by, now: story.clock.now() }, { pairId });
  await story.settle();
  expect(shown(welcome(lea))).not.toContain('En pause');
  expect(idsOf(welcome(lea)).filter((id) => /:(return|rest):/.test(id))).toHaveLength(1);
  await pausePairByStaff(story.db, by, { pairId, until: inDays(5), today: inDays(0) });
  await story.later(6 * day);
  expect((await pairOf()).state).toBe('active');
});

test('staff remind them, at most once a day', async () => {
  const by = () => ({ guildId, actorId: staff.user.id, now: story.clock.now() });
  await remindPair(story.db, by(), { pairId });
  await expect(remindPair(story.db, by(), { pairId })).rejects.toMatchObject({ code: 'pairs.reminded_lately' });
  await story.settle();
  expect(words(lea, 'Staff would like to hear from you')).toHaveLength(1);
});

test('a report: staff alone learn of it, handle it once; who reports may leave at once', async () => {
  const typed = { about: 'other', what: 'Il m’écrit la nuit, je me sens mal.', leave: false };
  const sent = await lea.submit(await lea.press(welcome(lea), 'mentoring:report'), typed);
  expect(said(sent)).toContain('Staff have your message');
  await story.settle();
  const card = queue().at(-1);
  expect(shown(card)).toContain(lea.user.id);
  expect(shown(card)).toContain('la nuit');
  for (const channel of [room(sam).id, 'dm']) expect(JSON.stringify(sam.messages(channel))).not.toContain('la nuit');
  const list = await staff.press(messageOf(await staff.run('home')), 'mentoring:reports');
  expect(shown(list)).toContain('la nuit');
  const form = await staff.press(messageOf(list), 'mentoring:handle');
  expect(said(await staff.submit(form, { note: 'Parlé aux deux.' }))).toContain('Demande traitée');
  expect(said(await staff.submit(form, { note: 'Encore.' }))).toContain('déjà traité');
  await story.settle();
  expect(shown(queue().at(-1))).toContain('Parlé aux deux');
  expect(idsOf(queue().at(-1) as APIMessage)).toEqual([]);
  expect(await story.db.auditEntry.count({ where: { action: 'pairs.handle_report' } })).toBe(1);
});

test('the thread is deleted by hand: both are told, and one click makes another', async () => {
  const lost = room(lea).id;
  await fetch(`${story.sandbox.apiUrl}/v10/channels/${lost}`, {
    method: 'DELETE',
    headers: { authorization: `Bot ${story.sandbox.botToken}` },
  });
  await story.settle();
  expect(threadsOf(lea)).toEqual([]);
  for (const person of [lea, sam]) expect(dms(person, 'mentoring:reopen')).toHaveLength(1);
  const [told] = dms(sam, 'mentoring:reopen');
  await sam.press(told ?? '', 'mentoring:reopen');
  expect(said(await sam.press(told ?? '', 'mentoring:reopen'))).toContain('existe déjà');
  await story.settle();
  expect(welcome(lea)).toBeDefined();
  expect(room(lea).id).not.toBe(lost);
  // Nobody told that it went: it is missed within the hour, and *Mon espace* says so.
  story.sandbox.world.channels.delete(room(lea).id);
  await story.later(hour);
  expect(await pairOf()).toMatchObject({ threadId: null, lostAt: story.clock.now() });
  const home = await sam.run('home');
  expect(said(home) || shown(home)).toContain('Le fil privé a été supprimé');
  await sam.press(dms(sam, 'mentoring:reopen').at(-1) ?? '', 'mentoring:reopen');
  await story.settle();
  // Archived after a quiet week, it opens again by itself when there is something to say.
  const { thread } = room(lea);
  if (thread) thread.metadata.archived = true;
  await story.later(22 * day);
  expect(shown(last(lea))).toContain('Tout va bien');
});

test('somebody leaves the server: the pair waits a week for them', async () => {
  lea.leave();
  await story.settle();
  expect(await pairOf()).toMatchObject({ state: 'paused', pausedAs: 'absent' });
  expect(words(sam, 'n’est plus sur le serveur')).toHaveLength(1);
  expect(said(await sam.forge.component(welcome(sam), `mentoring:return:${address()}`, 2))).toContain(
    'n’est plus sur le serveur',
  );
  const inMay = { until: '01/05/2027' };
  const away = await sam.run('mentoring pause', inMay, { channel: room(sam).id });
  expect(said(away)).toMatch(/n’est plus sur le serveur|dans \d+ jours/);
  await story.later(5 * day);
  lea.join();
  await story.settle();
  expect(threadsOf(lea)).toEqual([]);
  story.boss.guild.members.get(lea.user.id)?.roles.splice(0, 10, story.roleId('En formation'));
  await story.later(hour);
  expect(await pairOf()).toMatchObject({ state: 'active', pausedAs: null, absentSince: null });
  expect(room(lea).id).toBe(room(sam).id);
});

test('the end: neutral to the other, for staff the reason; locked, then deleted after 30 days', async () => {
  const threadId = room(sam).id;
  const form = await sam.run('mentoring end');
  expect(said(await sam.submit(form, { choice: 'stop', reason: 'Trop de travail' }))).toContain('mots neutres');
  await story.settle();
  const ended = await pairOf();
  expect(ended).toMatchObject({ state: 'ended', endedAs: 'mentor', endReason: 'Trop de travail', endedBy: sam.user.id });
  expect(lea.messages(threadId).some((message) => shown(message).includes('This pair has ended'))).toBe(true);
  expect(JSON.stringify(lea.messages(threadId))).not.toContain('Trop de travail');
  const inQueue = () => queue().filter((message) => shown(message).includes('Trop de travail'));
  expect(inQueue()).toHaveLength(1);
  const ends = await staff.select(messageOf(await staff.run('mentoring dashboard')), 'mentoring:stats:lists', ['ended']);
  expect(shown(ends)).toContain('un mot pour l’équipe');
  const why = await staff.select(messageOf(ends), 'mentoring:stats:pick', [String(pairId)]);
  expect(shown(why)).toContain('Trop de travail');
  // Outside the thread each is told once, with all that may come next.
  expect(dms(sam, 'Votre binôme est terminé').map(idsOf)).toEqual([[`mentoring:session:last:${guildId}:${pairId}`]]);
  expect(dms(lea, 'Your pair has ended').map(idsOf)).toEqual([
    [`mentoring:session:last:${guildId}:${pairId}`, `mentoring:request:again:${guildId}:${pairId}`],
  ]);
  expect(story.sandbox.world.channels.get(threadId)?.thread?.metadata).toMatchObject({ locked: true });
  expect(said(await sam.submit(form, { choice: 'stop', reason: '' }))).toContain('terminé');
  await story.later(29 * day);
  expect(story.sandbox.world.channels.has(threadId)).toBe(true);
  await story.later(2 * day);
  expect(story.sandbox.world.channels.has(threadId)).toBe(false);
  expect(await story.db.mentoringGoal.count()).toBe(0);
  await story.later(340 * day);
  expect(await pairOf()).toMatchObject({ mentorId: null, learnerId: null, endedBy: null, endReason: null });
  expect(inQueue()).toEqual([]);
});

test('without the channel both know of each other, and the thread follows when it is there', async () => {
  await story.db.mentorProfile.updateMany({ data: { state: 'approved', pausedAs: null, pausedUntil: null } });
  const nour = await withRole('nour.apprend', 'En formation');
  const { channelId } = await story.db.channelBinding.findFirstOrThrow({ where: { guildId, key: mentoringKey } });
  await story.db.channelBinding.deleteMany({ where: { key: mentoringKey } });
  const id = await meet(sam, nour);
  expect(dms(nour, 'Vous avez un binôme')).toHaveLength(1);
  expect(dms(sam, `<@${nour.user.id}>`)).toHaveLength(1);
  const [met] = dms(nour, 'Vous avez un binôme');
  expect(shown(await nour.press(met ?? '', 'mentoring:goals'))).toContain('Cinq au plus');
  await story.db.channelBinding.create({ data: { guildId, key: mentoringKey, channelId } });
  story.sandbox.faults.next({ method: 'POST', route: '/channels/{channel_id}/threads', status: 403, code: 50013 });
  await story.later(hour);
  expect(threadsOf(nour)).toEqual([]);
  expect(await story.db.fault.count({ where: { key: { startsWith: 'pairs.open' } } })).toBe(1);
  story.sandbox.faults.next({ method: 'POST', route: '/channels/{channel_id}/threads', status: 500, afterEffect: true });
  story.sandbox.faults.next({ method: 'POST', route: '/channels/{channel_id}/messages', status: 500, afterEffect: true });
  await story.later(hour);
  expect(welcome(nour)).toBeDefined();
  expect(dms(nour, 'Vous avez un binôme')).toHaveLength(1);

  // Somebody who is erased leaves nothing; the other is told.
  await erasePerson(story.db, features, { guildId, userId: nour.user.id, now: story.clock.now() });
  await story.settle();
  expect(await pairOf(id)).toMatchObject({ state: 'ended', endedAs: 'left', learnerId: null, threadId: null });
  expect(threadsOf(sam)).toEqual([]);
  expect(dms(sam, `<@${nour.user.id}>`)).toEqual([]);
  expect(dms(sam, 'n’utilise plus ce service')).toHaveLength(1);
  expect(dms(sam, 'Votre binôme est terminé')).toHaveLength(2);
});

test('where staff must be in the thread it waits for one of them; a mentor who is gone ends it; who reports leaves at once', async () => {
  await story.db.mentoringSetting.create({ data: { guildId, needsCoordinator: true } });
  const [ada, max] = [await withRole('ada.apprend', 'En formation'), await withRole('max.apprend', 'En formation')];
  const id = await meet(sam, ada);
  expect(threadsOf(ada)).toEqual([]);
  const question = queue().at(-1) as APIMessage;
  expect(shown(question)).toContain('Qui suit ce binôme');
  const [other] = [await meet(sam, max)];
  expect(dms(ada, 'L’équipe choisit d’abord')).toHaveLength(1);
  const waiting = await staff.press(messageOf(await staff.run('home')), 'mentoring:uncoordinated');
  expect(shown(waiting)).toContain('2 binômes attendent');
  expect(said(await staff.select(question, 'mentoring:coordinator', [ada.user.id]))).toContain('Seule une personne de l’équipe');
  expect(said(await staff.select(question, 'mentoring:coordinator', [staff.user.id]))).toContain('suit maintenant');
  await story.settle();
  expect(room(ada).thread?.members.map(({ user_id }) => user_id)).toContain(staff.user.id);
  expect(shown(queue().find(({ id: one }) => one === question.id))).toContain('suit ce binôme');
  // Of staff no more: out of the thread, which is closed until somebody else is chosen.
  const { threadId = '' } = await pairOf(id);
  const lockedNow = () => story.sandbox.world.channels.get(threadId ?? '')?.thread?.metadata.locked;
  const manager = story.roleId('Gestion de projet');
  expect(lockedNow()).toBe(false);
  staff.guild.members.get(staff.user.id)?.roles.splice(0, 10, story.roleId('Alumni'));
  await story.later(hour);
  expect(await pairOf(id)).toMatchObject({ coordinatorId: null, state: 'active' });
  expect(room(ada).thread?.members.map(({ user_id }) => user_id)).not.toContain(staff.user.id);
  expect(lockedNow()).toBe(true);
  expect(words(ada, 'Ce fil est fermé d’ici là')).toHaveLength(1);
  staff.guild.members.get(staff.user.id)?.roles.splice(0, 10, manager);
  const again = queue().filter((one) => idsOf(one).includes(`mentoring:coordinator:${id}`));
  expect(again.map(({ id: one }) => one === question.id)).toEqual([false]);
  await staff.select(again[0] ?? '', 'mentoring:coordinator', [staff.user.id]);
  await story.settle();
  expect(lockedNow()).toBe(false);

  // About whoever looks after it, who reads the channel of staff: nothing of it is there.
  const report = { about: 'coordinator', what: 'Je préfère en parler à quelqu’un d’autre.', leave: false };
  await ada.submit(await ada.press(welcome(ada), 'mentoring:report'), report);
  await story.settle();
  const sealed = queue().at(-1) as APIMessage;
  expect(shown(sealed)).toContain('Un binôme a besoin d’aide');
  for (const secret of ['quelqu’un d’autre', 'ada.apprend', ada.user.id]) expect(shown(sealed)).not.toContain(secret);
  expect(said(await staff.press(sealed, 'mentoring:report_open'))).toContain('vous concerne');
  const reportId = (await story.db.mentoringReport.findFirstOrThrow({ orderBy: { id: 'desc' } })).id;
  expect(said(await staff.forge.component(sealed, `mentoring:handle:${reportId}`, 2))).toContain('vous concerne');
  expect(said(await staff.forge.component(sealed, `mentoring:report_end:${reportId}`, 2))).toContain('vous concerne');
  // Moderators handle it too, from their own space, and can pause the pair at once.
  const mia = await withRole('mia.modere', 'Modération');
  const list = await mia.press(messageOf(await mia.run('home')), 'mentoring:reports');
  const open = await mia.press(messageOf(list), `mentoring:report_open:${reportId}`);
  expect(shown(open)).toContain('quelqu’un d’autre');
  expect(shown(open)).toContain(`/${guildId}/${threadId}`);
  const pause = await mia.press(messageOf(open), 'mentoring:report_pause');
  const until = new Date(story.clock.now().getTime() + 3 * day).toISOString().slice(0, 10);
  expect(said(await mia.submit(pause, { until }))).toContain('Binôme en pause');
  expect((await pairOf(id)).pausedAs).toBe('staff');
  await mia.submit(await mia.press(messageOf(open), 'mentoring:handle'), { note: 'Parlé.' });
  await story.settle();
  expect(shown(queue().find((one) => one.id === sealed.id))).toContain('a eu sa réponse');
  expect(idsOf(queue().find((one) => one.id === sealed.id) as APIMessage)).toEqual([]);

  const left = await ada.submit(await ada.press(welcome(ada), 'mentoring:report'), { ...report, leave: true });
  expect(said(left)).toContain('Le binôme est terminé');
  await story.settle();
  expect(await pairOf(id)).toMatchObject({ state: 'ended', endedAs: 'reported' });
  expect(dms(staff, 'demande de l’aide')).toEqual([]);
  // Like after any other end: not to be asked would tell the other that they were reported.
  expect(dms(ada, 'Votre binôme est terminé').flatMap(idsOf)).toEqual([
    `mentoring:session:last:${guildId}:${id}`,
    `mentoring:request:again:${guildId}:${id}`,
  ]);
  await story.db.$transaction((tx) => enqueue(tx, mentorGone, { guildId, userId: sam.user.id, at: story.clock.now() }));
  await story.settle();
  expect(await pairOf(other)).toMatchObject({ state: 'ended', endedAs: 'withdrawn' });
  expect(dms(max, 'Votre binôme est terminé')).toHaveLength(1);
});

test('silence to the end: warned at 35 days, with a week to answer whatever the program missed, then ended', async () => {
  await story.db.mentoringSetting.deleteMany();
  const zoe = await withRole('zoe.apprend', 'En formation');
  const id = await meet(sam, zoe);
  // Away for 40 days: the steps are still taken one by one.
  await story.later(40 * day);
  expect(await pairOf(id)).toMatchObject({ state: 'active', warnedAt: null });
  expect((await pairOf(id)).nudgedAt).not.toBe(null);
  await story.later(7 * day);
  expect((await pairOf(id)).warnedAt).not.toBe(null);
  expect(shown(queue().at(-1))).toContain('reste silencieux');
  await story.later(6 * day);
  expect((await pairOf(id)).state).toBe('active');
  await story.later(day);
  expect(await pairOf(id)).toMatchObject({ state: 'ended', endedAs: 'silence' });
  expect(shown(queue().at(-1))).toContain('s’est arrêté');
  const named = () => queue().filter((message) => shown(message).includes('zoe.apprend'));
  expect(named()).toHaveLength(2);
  await erasePerson(story.db, features, { guildId, userId: zoe.user.id, now: story.clock.now() });
  await story.settle();
  expect(named()).toEqual([]);

  // With the channel go its threads, of which Discord tells nothing.
  const noa = await withRole('noa.apprend', 'En formation');
  const last = await meet(sam, noa);
  const { channelId } = await story.db.channelBinding.findFirstOrThrow({ where: { guildId, key: mentoringKey } });
  await fetch(`${story.sandbox.apiUrl}/v10/channels/${channelId}`, {
    method: 'DELETE',
    headers: { authorization: `Bot ${story.sandbox.botToken}` },
  });
  await story.settle();
  expect(await pairOf(last)).toMatchObject({ threadId: null, lostAt: story.clock.now() });
});
