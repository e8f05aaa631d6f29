import { type APIMessage, ChannelType, ComponentType } from 'discord-api-types/v10';
import ICAL from 'ical.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { features } from '../../../src/app.ts';
import { erasePerson } from '../../../src/features/privacy/service.ts';
import { enqueue } from '../../../src/infra/db.ts';
import { pairEnded } from '../../../src/kernel/mentoring.ts';
import { day, hour, minute } from '../../../src/kernel/time.ts';
import type { Persona } from '../../../src/sandbox/persona/persona.ts';
import { someone } from '../mentoring/factory.ts';
import { idsOf, lastDm, messageOf, said, wordsOf } from '../onboarding/story.ts';
import { onStage, type Stage } from './stage.ts';

/** Two people plan, change, meet, say what came of it, and part. */

let stage: Stage;
let story: Stage['story'];
let guildId: string;
beforeAll(async () => {
  stage = await onStage();
  ({ story } = stage);
  ({ guildId } = story.sandbox);
});

/** Of sessions: the thread holds the welcome of the pair too. */
const cardsIn = (person: Persona, threadId: string) =>
  stage
    .read(person, threadId)
    .filter((message) => message.embeds.length > 0 && idsOf(message).some((id) => id.startsWith('mentoring:session:')));
const lastCard = (person: Persona, threadId: string): APIMessage => {
  const card = cardsIn(person, threadId).at(-1);
  if (!card) throw new Error('no card');
  return card;
};
const eventIn = async (message: APIMessage | undefined) => {
  const [file] = message?.attachments ?? [];
  const calendar = new ICAL.Component(ICAL.parse(await (await fetch(file?.url ?? '')).text()));
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined);
  return { name: file?.filename, method: calendar.getFirstPropertyValue('method'), event };
};
const sessionOf = (pairId: number) => story.db.mentoringSession.findFirstOrThrow({ where: { pairId }, orderBy: { id: 'desc' } });
const dmsOf = (person: Persona) => stage.read(person, 'dm').map(wordsOf);

test('a session from the first word to what both thought of it, in two languages and two zones', async () => {
  const chloe = await stage.person('chloe.petit', 'En formation');
  const sam = await stage.person('sam.hoarau', 'Alumni', 'en-US');
  const coordinator = await story.staff('nora.suivi');
  const pair = await stage.pairUp(sam, chloe, { timeZone: 'Indian/Reunion', coordinatorId: coordinator.user.id });
  const { threadId } = pair;
  await story.db.mentoringPair.update({ where: { id: pair.id }, data: { nudgedAt: story.clock.now() } });

  // In the thread the command knows the pair. What cannot be read is said, and what was typed is there again.
  const form = await chloe.run('mentoring plan', { minutes: 45 }, { channel: threadId });
  expect(form.modal).toMatchObject({ title: 'Planifier un rendez-vous' });
  const refused = await chloe.submit(form, { when: 'mardi 20 janvier 18h', minutes: '45', theme: ['interview'] });
  expect(said(refused)).toContain('mercredi 20 janvier 2027');
  const again = await chloe.press(messageOf(refused), 'form:correct:');
  const planned = await chloe.submit(again, { when: 'mardi prochain à 18h30', minutes: '1h30', theme: ['interview'] });
  expect(said(planned)).toContain('mardi 19 janvier à 18 h 30');
  await story.settle();
  const card = lastCard(chloe, threadId);
  expect(card.content).toContain(`<@${sam.user.id}> <@${chloe.user.id}>`);
  expect(wordsOf(card)).toMatch(
    /mardi 19 janvier à 21 h 30 \(heure : La Réunion\)[\s\S]*mardi 19 janvier à 18 h 30 \(heure : France\)/,
  );
  expect(wordsOf(card)).toContain('1. Choisir une offre réelle');
  const first = await eventIn(card);
  expect(first).toMatchObject({ name: expect.stringMatching(/^rendez-vous-\d+\.ics$/), method: 'PUBLISH' });
  expect(first.event.startDate.toJSDate()).toEqual(new Date('2027-01-19T17:30:00Z'));

  // The other moves it, in their own zone: told in the thread, with a new version of the file; the former card is empty.
  await story.later(11 * minute);
  const change = await sam.press(card, 'mentoring:session:move:');
  expect(JSON.stringify(change.modal)).toContain('19/01/2027 21:30');
  const moved = await sam.submit(change, {
    when: 'on 20 January at 9pm',
    minutes: '60',
    theme: ['cv'],
    link: 'https://meet.exemple.fr/a_b',
  });
  expect(said(moved)).toContain('Wednesday 20 January at 21:00');
  await story.settle();
  const [former, latest] = [stage.read(chloe, threadId).find(({ id }) => id === card.id), lastCard(sam, threadId)];
  expect(former).toMatchObject({ embeds: [], components: [], attachments: [] });
  expect(latest.content).toContain('Rendez-vous modifié');
  const second = await eventIn(latest);
  expect([second.event.uid, second.event.sequence]).toEqual([first.event.uid, 1]);
  expect(second.event.startDate.toJSDate()).toEqual(new Date('2027-01-20T17:00:00Z'));
  expect(JSON.stringify(latest.components)).toContain('"url":"https://meet.exemple.fr/a_b"');
  // A form that was opened before the change does not undo it.
  const { id } = await sessionOf(pair.id);
  const late = await chloe.press(latest, 'mentoring:session:move:');
  await story.db.mentoringSession.update({ where: { id }, data: { sequence: 2 } });
  expect(said(await chloe.submit(late, { when: 'demain 14h', minutes: '60' }))).toContain('vient de modifier');
  await story.db.mentoringSession.update({ where: { id }, data: { sequence: 1 } });

  // Reminders: each in their language and zone; who takes no direct messages is called in the thread.
  const until = (at: string) => story.later(Date.parse(at) - story.clock.now().getTime());
  sam.closeDms();
  await until('2027-01-19T16:59:00Z');
  expect(dmsOf(chloe).filter((words) => words.includes('Rappel'))).toHaveLength(0);
  await until('2027-01-19T17:00:00Z');
  await story.later(minute);
  expect(dmsOf(chloe).filter((words) => words.includes('Rappel'))).toEqual([
    expect.stringContaining('mercredi 20 janvier à 18 h'),
  ]);
  // It is changed from there too, and what is left as it was changes nothing.
  const reminder = stage.read(chloe, 'dm').find(({ content }) => content.startsWith('Rappel'));
  const same = { when: '20/01/2027 18h', minutes: '60', theme: ['cv'], link: 'https://meet.exemple.fr/a_b' };
  expect(said(await chloe.submit(await chloe.press(reminder as APIMessage, 'mentoring:session:move:'), same))).toContain(
    'Rien n’a changé',
  );
  const calls = () =>
    stage.read(sam, threadId).filter(({ content }) => content.startsWith(`<@${sam.user.id}> `) && /Reminder|Soon/.test(content));
  expect(calls().map(({ content }) => content)).toEqual([expect.stringContaining('Reminder: a session')]);
  await until('2027-01-20T16:05:00Z');
  expect(dmsOf(chloe).filter((words) => /Rappel|Bientôt/.test(words))).toHaveLength(2);
  expect(calls()).toHaveLength(2);
  expect(said(await chloe.run('home'))).toBe('');
  expect(JSON.stringify((await chloe.run('home')).message)).toContain('Prochain rendez-vous de mentorat');

  // Afterwards both are asked; the first answer counts; the other is asked what they think of it.
  await until('2027-01-20T18:01:00Z');
  const asked = lastDm(chloe);
  expect(asked?.content).toContain('a-t-il eu lieu');
  expect(stage.read(sam, threadId).at(-1)?.content).toMatch(/Answer on its card: https:\/\/discord\.com\/channels/);
  const done = await sam.press(lastCard(sam, threadId), 'mentoring:session:done:');
  expect(said(done)).toContain('the session is counted');
  await story.settle();
  const question = lastDm(chloe) as APIMessage;
  expect(question.content).toContain('Deux questions');
  expect(wordsOf(lastCard(chloe, threadId))).toContain('A eu lieu');
  expect(said(await chloe.press(asked as APIMessage, 'mentoring:session:done:'))).toContain('C’était déjà dit');
  expect(await story.db.mentoringPair.findUniqueOrThrow({ where: { id: pair.id } })).toMatchObject({
    activeAt: new Date('2027-01-20T18:00:00Z'),
    nudgedAt: null,
  });

  // Two questions by words. What is low reaches who coordinates, and nobody else.
  const opinion = await chloe.press(question, 'mentoring:session:opinion:');
  const before = { sam: stage.read(sam, threadId).length, staff: stage.read(coordinator, 'suivi-mentorat').length };
  const thanked = await chloe.submit(opinion, { useful: 'Utile', comfort: 'Plutôt mal à l’aise', comment: '**Trop** directif' });
  expect(said(thanked)).toContain('va vous écrire');
  await story.settle();
  const alert = lastDm(coordinator) as APIMessage;
  expect(wordsOf(alert)).toContain('un binôme que vous suivez');
  expect(wordsOf(alert)).not.toMatch(/mal à l’aise|directif/);
  const readThere = JSON.stringify((await coordinator.press(alert, 'mentoring:session:alert:')).message);
  expect(readThere).toContain('Plutôt mal à l’aise');
  expect(readThere).toContain('\\\\*\\\\*Trop\\\\*\\\\* directif');
  expect(stage.read(sam, threadId)).toHaveLength(before.sam);
  expect(stage.read(coordinator, 'suivi-mentorat')).toHaveLength(before.staff);
  expect(said(await chloe.press(question, 'mentoring:session:opinion:'))).toContain('déjà donné');
  const judged = await sam.submit(await sam.press(messageOf(done), 'mentoring:session:opinion:'), {
    useful: 'Very useful',
    comfort: 'Fully at ease',
  });
  expect(said(judged)).toContain('Thank you');
  expect(await story.db.mentoringOpinion.count({ where: { sessionId: id } })).toBe(2);

  // From a direct message the same list opens, where nothing is planned: no server is known there.
  const there = await chloe.press(
    messageOf(await chloe.forge.component(asked as APIMessage, `mentoring:session:open:${guildId}:${id}`, ComponentType.Button)),
    'mentoring:session:list:',
  );
  expect(JSON.stringify(there.message)).toContain('Vos rendez-vous avec');
  expect(idsOf(messageOf(there)).filter((one) => one.startsWith('mentoring:plan'))).toEqual([]);

  // The list has it, with a way to mend a slip.
  const list = await sam.press(lastCard(sam, threadId), 'mentoring:session:list:');
  expect(JSON.stringify(list.message)).toMatch(/CV review\*\* · Took place[\s\S]*1 session held, 1 hour in all/);
  const own = await sam.press(messageOf(list), 'mentoring:session:open:');
  expect(said(own)).toContain('You can correct it once');
  const absent = await sam.press(messageOf(own), 'mentoring:session:missed:');
  expect(said(absent)).toContain('Nobody is judged');
  expect(said(await sam.press(messageOf(absent), `mentoring:session:absent:${guildId}:${id}:learner`))).toContain('Corrected');
  expect(await story.db.mentoringSession.findUniqueOrThrow({ where: { id } })).toMatchObject({
    state: 'missed',
    missedBy: chloe.user.id,
  });
});

describe('where it is', () => {
  test('a voice room for both, of this server; a link that is one; not both', async () => {
    const [lea, tom] = [await stage.person('lea.voix', 'En formation'), await stage.person('tom.voix', 'Alumni')];
    const { threadId } = await stage.pairUp(tom, lea);
    const { world } = story.sandbox;
    const template = [...world.channels.values()].find(({ name, type }) => name === 'mentorat' && type === ChannelType.GuildText);
    const room = (name: string, denied: string[]) => {
      const id = world.id();
      const permission_overwrites = denied.map((role) => ({ id: role, type: 0, allow: '0', deny: '1024' }));
      world.channels.set(id, {
        ...(template as NonNullable<typeof template>),
        id,
        name,
        type: ChannelType.GuildVoice,
        permission_overwrites,
      } as never);
      return id;
    };
    const [open, closed] = [room('Salon ouvert', []), room('Salon des personnes en formation', [story.roleId('Alumni')])];
    const plan = (options: Record<string, string>) =>
      lea.run('mentoring plan', { when: 'demain 14h', ...options }, { channel: threadId });
    expect(said(await plan({ where: closed }))).toContain('où vous pouvez entrer');
    expect(said(await plan({ link: 'http://exemple.fr' }))).toContain('https://');
    expect(said(await plan({ link: 'https://exemple.fr', where: open }))).toContain('pas les deux');
    expect(said(await plan({ where: open }))).toContain('C’est noté');
    await story.settle();
    expect(wordsOf(lastCard(tom, threadId))).toContain(`<#${open}>`);
    expect(said(await plan({ when: 'demain 14h30' }))).toContain('déjà un rendez-vous');
    const again = await lea.run('mentoring plan', {}, { channel: threadId });
    expect(said(await lea.submit(again, { when: 'jeudi', minutes: '45' }))).toContain('Il manque l’heure');
    const length = await lea.run('mentoring plan', {}, { channel: threadId });
    expect(said(await lea.submit(length, { when: 'jeudi 18h', minutes: '500' }))).toContain('15 à 240');
  });
});

test('who is not of the pair learns and does nothing; who has none, or several, is told what to do', async () => {
  const [ana, eli, tiers] = [
    await stage.person('ana.binome', 'En formation'),
    await stage.person('eli.mentor', 'Alumni', 'en-US'),
    await stage.person('tiers.curieux', 'En formation', 'en-US'),
  ];
  const pair = await stage.pairUp(eli, ana);
  await eli.run('mentoring plan', { when: 'Thursday 6pm', theme: 'free' }, { channel: pair.threadId });
  await story.settle();
  const { id } = await sessionOf(pair.id);
  const none = await tiers.run('mentoring plan', { when: 'tomorrow 6pm' });
  expect(said(none)).toContain('no pair at the moment');
  const [panel] = stage.read(tiers, 'bienvenue');
  for (const prefix of ['open', 'move', 'cancel', 'drop', 'done', 'missed', 'off', 'opinion'])
    expect(
      said(await tiers.forge.component(panel ?? '', `mentoring:session:${prefix}:${guildId}:${id}`, ComponentType.Button)),
    ).toContain('is not yours');
  for (const forged of [
    `mentoring:plan:${pair.id}`,
    `mentoring:session:list:${guildId}:${pair.id}:0`,
    `mentoring:session:last:${guildId}:${pair.id}`,
    `mentoring:session:absent:${guildId}:${id}:both`,
    `mentoring:session:with:${pair.id}:1`,
  ])
    expect(said(await tiers.forge.component(panel ?? '', forged, ComponentType.Button))).toContain('is not yours');
  for (const broken of [
    `mentoring:session:absent:${guildId}:${id}:nobody`,
    'mentoring:session:open:x:y',
    'mentoring:plan:99999999999',
  ])
    expect(said(await ana.forge.component(stage.read(ana, 'bienvenue')[0] ?? '', broken, ComponentType.Button))).toMatch(
      /n’est plus actif|pas le vôtre/,
    );
  expect(
    said(
      await ana.forge.component(lastCard(ana, pair.threadId), `mentoring:session:done:${guildId}:${id}`, ComponentType.Button),
    ),
  ).toContain('pas encore commencé');
  expect((await sessionOf(pair.id)).state).toBe('planned');

  const second = await stage.person('bob.binome', 'En formation');
  const other = await stage.pairUp(eli, second, { seat: 2 });
  const choice = await eli.run('mentoring plan', { when: 'tomorrow 6pm', minutes: 30, link: 'https://meet.exemple.fr/x' });
  expect(said(choice)).toContain('With whom?');
  const ids = [pair, other].map((one) => expect.stringMatching(new RegExp(`^mentoring:session:with:${one.id}:\\d+$`)));
  expect(idsOf(messageOf(choice))).toEqual(ids);
  // What was typed is there, for its author alone.
  const form = await eli.press(messageOf(choice), `mentoring:session:with:${other.id}`);
  expect(JSON.stringify(form.modal)).toMatch(/tomorrow 6pm[\s\S]*"30"[\s\S]*meet\.exemple\.fr/);
  const [, ...draft] = (idsOf(messageOf(choice))[0] ?? '').split(`:${pair.id}:`);
  const [seen] = stage.read(second, 'bienvenue');
  const taken = await second.forge.component(
    seen as APIMessage,
    `mentoring:session:with:${other.id}:${draft}`,
    ComponentType.Button,
  );
  expect(JSON.stringify(taken.modal)).not.toContain('tomorrow');
  expect(said(await eli.submit(form, { when: 'tomorrow 6pm', minutes: '30' }))).toContain('Saved');
  const named = await eli.run('mentoring plan', { when: 'Friday 6pm', with: second.user.id });
  expect(said(named)).toContain('Friday 22 January at 18:00');
  expect((await sessionOf(other.id)).startsAt).toEqual(new Date('2027-01-22T17:00:00Z'));
  const stranger = await eli.run('mentoring plan', { when: 'Friday 6pm', with: tiers.user.id });
  expect(said(stranger)).toContain('no pair with that person');
  expect(idsOf(messageOf(stranger))).toEqual(ids);
  // A move is asked by name, and cancelling asks once more. So soon after the first word nobody is called again.
  const asks = await ana.press(lastCard(ana, pair.threadId), 'mentoring:session:cancel:');
  expect(said(asks)).toContain('jeudi');
  await ana.press(messageOf(asks), 'mentoring:session:drop:');
  await story.settle();
  const cancelled = lastCard(eli, pair.threadId);
  expect(cancelled.content).toContain('Rendez-vous annulé');
  expect([cardsIn(eli, pair.threadId).length, cancelled.attachments.length]).toEqual([1, 1]);
  expect(await eventIn(cancelled)).toMatchObject({ method: 'CANCEL', event: { sequence: 1 } });
  const twice = await ana.forge.component(cancelled, `mentoring:session:drop:${guildId}:${id}`, ComponentType.Button);
  expect(said(twice)).toContain('Annulé');
});

describe('when Discord does not answer', () => {
  const posts = { method: 'POST', route: '/channels/{channel_id}/messages' } as const;

  test('a card is posted once, whatever is lost on the way, and by direct message where the thread is closed to us or gone', async () => {
    // Both read English: so does their thread.
    const lou = await stage.person('lou.panne', 'En formation', 'en-US');
    const max = await stage.person('max.panne', 'Alumni', 'en-US');
    const pair = await stage.pairUp(max, lou);
    const plan = async (when: string) => {
      await lou.run('mentoring plan', { when }, { channel: pair.threadId });
      await story.settle();
    };
    story.sandbox.faults.next({ ...posts, status: 500, afterEffect: true });
    story.sandbox.faults.next({ ...posts, status: 429, times: 1 });
    await plan('demain 10h');
    expect(cardsIn(lou, pair.threadId)).toHaveLength(1);
    expect(lastCard(lou, pair.threadId).content).toContain('New session');
    expect(lastCard(lou, pair.threadId).attachments[0]?.filename).toMatch(/^session-/);
    story.sandbox.faults.next({ method: 'PATCH', route: '/channels/{channel_id}', status: 403, code: 50001 });
    await plan('demain 12h');
    expect(cardsIn(lou, pair.threadId)).toHaveLength(1);
    for (const person of [lou, max]) expect((await eventIn(lastDm(person))).method).toBe('PUBLISH');
    expect(await story.db.fault.count({ where: { key: { startsWith: 'sessions.card' } } })).toBe(1);
    await story.db.fault.deleteMany();
    await story.db.mentoringPair.update({ where: { id: pair.id }, data: { threadId: someone() } });
    const count = dmsOf(lou).length;
    // Nothing of it is lost on who takes no direct messages: it comes in a thread of their own.
    max.closeDms();
    await plan('demain 15h');
    expect(dmsOf(lou)).toHaveLength(count + 1);
    expect(await story.db.fault.count()).toBe(0);
    await story.later(3 * day);
    const told = await story.db.notice.findMany({ where: { userId: max.user.id, via: 'thread' }, select: { key: true } });
    for (const what of ['card', 'ask']) expect(told.filter(({ key }) => key.startsWith(`sessions.${what}:`))).not.toEqual([]);
    expect(max.channels().flatMap(({ id }) => stage.read(max, id).map(wordsOf))).toContainEqual(
      expect.stringContaining('did it take place'),
    );
    await story.later(day);
  });

  test('an alert waits for the channel of staff, and is told once', async () => {
    const [ida, jo] = [await stage.person('ida.alerte', 'En formation'), await stage.person('jo.alerte', 'Alumni')];
    // Who accompanies may be of staff, and reads their channel.
    story.boss.guild.members.get(jo.user.id)?.roles.push(story.roleId('Gestion de projet'));
    const helper = await story.staff('paul.equipe');
    helper.closeDms();
    const pair = await stage.pairUp(jo, ida, { coordinatorId: helper.user.id });
    const now = story.clock.now();
    const { id } = await story.db.mentoringSession.create({
      data: { pairId: pair.id, guildId, state: 'done', startsAt: now, minutes: 30, createdAt: now, settledAt: now },
    });
    story.sandbox.faults.next({ ...posts, status: 403, code: 50007 });
    story.sandbox.faults.next({ ...posts, status: 403, code: 50013 });
    const home = await ida.run('home');
    const form = await ida.press(messageOf(home), `mentoring:session:opinion:${guildId}:${id}`);
    const asked = await ida.submit(form, {
      useful: 'Utile',
      comfort: 'Tout à fait à l’aise',
      comment: 'Un mot déplacé',
      contact: true,
    });
    expect(said(asked)).toContain('va vous écrire');
    await story.settle();
    const told = () =>
      stage.read(helper, 'suivi-mentorat').filter((one) => idsOf(one).some((at) => at.startsWith('mentoring:session:alert:')));
    expect(told()).toHaveLength(0);
    await story.later(hour);
    expect(told()).toHaveLength(1);
    await story.later(2 * hour);
    expect(told()).toHaveLength(1);
    // It says nothing by itself; it is read by others of staff, in their queue too, and not by whom it is about.
    const [card] = told() as [APIMessage];
    expect(wordsOf(card)).not.toMatch(new RegExp(`${ida.user.id}|${jo.user.id}|déplacé`));
    const shown = async (reader: Persona) => {
      const [there] = stage.read(reader, 'bienvenue');
      const answer = await reader.forge.component(there as APIMessage, idsOf(card)[0] ?? '', ComponentType.Button);
      return JSON.stringify(answer.message ?? answer);
    };
    expect(await shown(helper)).toMatch(/contact[\s\S]*Un mot déplacé/);
    for (const reader of [jo, ida]) expect(await shown(reader)).toContain('rien à lire ici pour vous');
    const list = await helper.press(messageOf(await helper.run('home')), 'mentoring:session:words:');
    expect(JSON.stringify(list.message)).toContain('Un mot déplacé');
    expect(JSON.stringify((await jo.run('home')).message)).not.toContain('mentoring:session:words:');
    expect(dmsOf(jo).join()).not.toContain('déplacé');
    await erasePerson(story.db, features, { guildId, userId: ida.user.id, now: story.clock.now() });
    await story.settle();
    expect(told()).toEqual([]);
  });
});

test('the end of a pair: calendars are told, both are asked once more, and buttons say that it is over', async () => {
  const [zoe, ian] = [await stage.person('zoe.fin', 'En formation'), await stage.person('ian.fin', 'Alumni', 'en-US')];
  const pair = await stage.pairUp(ian, zoe);
  await zoe.run('mentoring plan', { when: 'dans 3 jours à 10h' }, { channel: pair.threadId });
  await story.settle();
  const card = lastCard(zoe, pair.threadId);
  await story.db.$transaction(async (tx) => {
    await tx.mentoringPair.update({
      where: { id: pair.id },
      data: { state: 'ended', endedAt: story.clock.now(), endedAs: 'reported' },
    });
    await enqueue(tx, pairEnded, { guildId, pairId: pair.id });
  });
  await story.settle();
  expect((await sessionOf(pair.id)).state).toBe('cancelled');
  for (const person of [zoe, ian]) {
    const [cancelled, ...more] = stage
      .read(person, 'dm')
      .filter(({ content }) => /binôme est terminé|pair has ended/.test(content));
    expect((await eventIn(cancelled)).method).toBe('CANCEL');
    expect([more, stage.read(person, 'dm').filter(({ attachments }) => attachments.length > 0).length]).toEqual([[], 1]);
  }
  expect(said(await zoe.press(card, 'mentoring:session:move:'))).toContain('ne change plus');
  expect(said(await zoe.run('mentoring plan', { when: 'demain 10h' }, { channel: pair.threadId }))).toContain(
    'pas de binôme en cours',
  );
  // Whatever the end: not to be asked would tell that one was reported.
  expect(dmsOf(zoe).at(-1)).toContain('Deux dernières questions');
  const asked = stage.read(ian, 'dm').find(({ content }) => content.includes('Two last questions'));
  const form = await ian.press(asked as APIMessage, 'mentoring:session:last:');
  expect(said(await ian.submit(form, { useful: 'Useful', comfort: 'Rather at ease', comment: 'Bonne chance' }))).toContain(
    'Thank you',
  );
  expect(said(await ian.press(asked as APIMessage, 'mentoring:session:last:'))).toContain('already');
  expect(await story.db.mentoringOpinion.findMany({ where: { pairId: pair.id } })).toMatchObject([
    { sessionId: null, byMentor: true, useful: 4 },
  ]);
});
