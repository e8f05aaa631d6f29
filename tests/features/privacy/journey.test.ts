import { ChannelType } from 'discord-api-types/v10';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { features } from '../../../src/app.ts';
import { sweepTraces } from '../../../src/features/privacy/service.ts';
import { day, hour } from '../../../src/kernel/time.ts';
import type { Outcome, Persona } from '../../../src/sandbox/persona/persona.ts';
import { cardOf, cardsOf, has, messageOf, panelOf, type Story, said, startStory, wordsOf } from '../onboarding/story.ts';
import { tracesOf } from './traces.ts';

let story: Story;
let staff: Persona;
beforeAll(async () => {
  story = await startStory();
  staff = await story.staff('thomas.vasseur');
});
beforeEach(() => story.sandbox.faults.clear());

const textOf = ({ message }: Outcome): string => JSON.stringify(message?.components ?? null);
const tracesNaming = (...words: string[]) => tracesOf(story.database, words);

/** From `/my data` to the end. */
async function eraseAll(person: Persona): Promise<Outcome> {
  const asked = await person.press(messageOf(await person.run('my data')), 'privacy:erase');
  const done = await person.press(messageOf(asked), 'privacy:confirm');
  await story.settle();
  return done;
}

describe.each([
  ['fr', 'mes données', 'Vos données', 'Effacer vos données', 'C’est fait', 'Amandine'],
  ['en-US', 'my data', 'Your data', 'Erase your data', 'Done', 'Beatrix'],
] as const)('in %s', (locale, path, title, question, done, first) => {
  test('a person sees what is kept and why, downloads it, and erases it after a question', async () => {
    const person = await story.arrive(`privacy.${first}`.toLowerCase(), { locale });
    await story.introduce(person, { first, last: 'Vérifiée' });

    const overview = await person.run(path);
    expect(textOf(overview)).toContain(title);
    let shown = textOf(overview);
    for (let page = overview, to = 1; has(page, `privacy:page:${to}`); to++) {
      page = await person.press(messageOf(page), `privacy:page:${to}`);
      shown += textOf(page);
    }
    for (const { description, personalData } of features) {
      const language = locale === 'fr' ? 'fr' : 'en';
      expect(shown).toContain(JSON.stringify(description[language]).slice(1, -1));
      expect(shown).toContain(JSON.stringify(personalData.retention[language]).slice(1, -1));
    }

    const download = await person.press(messageOf(overview), 'privacy:export');
    const [file, ...more] = messageOf(download).attachments;
    expect([file?.filename, more.length]).toEqual(['passerelle.json', 0]);
    const content = (await (await fetch(file?.url ?? '')).json()) as {
      onboarding: { requests: unknown[] };
      members: { member: unknown };
    };
    expect(Object.keys(content)).toEqual(features.map(({ name }) => name));
    expect(content.onboarding.requests).toMatchObject([{ firstName: first, lastName: 'Vérifiée', email: 'marie@exemple.fr' }]);
    expect(content.members.member).toMatchObject({ userId: person.user.id });

    const asked = await person.press(messageOf(overview), 'privacy:erase');
    expect(said(asked)).toContain(question);
    expect(await tracesNaming(first)).not.toEqual([]);
    const erased = await person.press(messageOf(asked), 'privacy:confirm');
    await story.settle();
    expect(erased.message?.id).toBe(asked.message?.id);
    expect(said(erased)).toContain(done);
    expect(messageOf(erased).components).toEqual([]);
    expect(await tracesNaming(first, person.user.id)).toEqual([]);
  });
});

test('what is kept can be reached from Mon espace, without a command', async () => {
  const person = await story.arrive('privacy.home');
  const home = await person.press(panelOf(person), 'home:open');
  expect(textOf(await person.press(messageOf(home), 'privacy:data'))).toContain('Vos données');
});

test('the card of an erased request leaves the staff channel, and what staff still had open finds nothing', async () => {
  const person = await story.arrive('privacy.pending');
  await story.introduce(person, { first: 'Célestine', last: 'Attente' });
  const card = cardOf(staff);
  expect(wordsOf(card)).toContain('Célestine Attente');
  const form = await staff.press(card, 'onboarding:refuse:');

  await eraseAll(person);
  expect(cardsOf(staff).map(({ id }) => id)).not.toContain(card.id);
  const late = await staff.submit(form, { reason: 'Trop tard' });
  expect(said(late)).toContain('n’existe plus');
  expect(await tracesNaming('Célestine', person.user.id)).toEqual([]);
  expect(await story.db.identificationRequest.count({ where: { userId: person.user.id } })).toBe(0);
});

test('a card whose posting was not confirmed when the request was erased goes too', async () => {
  const person = await story.arrive('privacy.lost');
  const accepted = await person.press(messageOf(await person.press(panelOf(person), 'onboarding:start')), 'onboarding:accept');
  const form = await person.select(messageOf(accepted), 'onboarding:kind', ['learner']);
  const lost = story.sandbox.faults.hits.length + 1;
  // Posted, but we are not told; then the erasure comes before the next try.
  story.sandbox.faults.next({ method: 'POST', route: '/channels/{channel_id}/messages', status: 500, afterEffect: true });
  await person.submit(form, { first_name: 'Dorothée', last_name: 'Perdue', email: 'd@exemple.fr' });
  await expect.poll(() => story.sandbox.faults.hits.length, { timeout: 5_000, interval: 5 }).toBe(lost);
  expect(wordsOf(cardOf(staff))).toContain('Dorothée Perdue');

  await eraseAll(person);
  expect(JSON.stringify(cardsOf(staff))).not.toContain('Dorothée');
  expect(await tracesNaming('Dorothée', person.user.id)).toEqual([]);
});

test('the cards of what a member of staff decided no longer name them', async () => {
  const decider = await story.staff('privacy.decider');
  const person = await story.arrive('privacy.decided');
  await story.introduce(person, { first: 'Eulalie', last: 'Reçue' });
  await decider.press(cardOf(decider), 'onboarding:approve:');
  await story.settle();
  expect(wordsOf(cardOf(staff))).toContain(decider.user.id);

  await eraseAll(decider);
  expect(wordsOf(cardOf(staff))).toContain('Eulalie Reçue');
  expect(wordsOf(cardOf(staff))).not.toContain(decider.user.id);
  const member = await story.db.member.findFirstOrThrow({ where: { userId: person.user.id } });
  expect(member).toMatchObject({ firstName: 'Eulalie', identifiedBy: null });
});

test('what was told goes too: the direct message, or the private thread where direct messages are closed', async () => {
  const told = await story.arrive('privacy.told');
  const closed = await story.arrive('privacy.closed');
  closed.closeDms();
  for (const person of [told, closed]) {
    await story.introduce(person, { first: 'Gontran', last: 'Averti' });
    await staff.press(cardOf(staff), 'onboarding:approve:');
    await story.settle();
  }
  const threadsOf = () => closed.channels().filter(({ type }) => type === ChannelType.PrivateThread);
  const dmsOf = () => told.messages('dm').map(wordsOf).join();
  expect(dmsOf()).toContain('Gontran');
  expect(threadsOf()).toHaveLength(1);

  await eraseAll(told);
  await eraseAll(closed);
  expect(told.messages('dm')).toEqual([]);
  expect(threadsOf()).toEqual([]);
  expect(await tracesNaming(told.user.id, closed.user.id)).toEqual([]);
});

test('a thread lasts as long as the youngest of what was told in it', async () => {
  const { guildId } = story.sandbox;
  const now = story.clock.now();
  const [channelId, first, second] = ['1592090689536000901', '1592090689536000902', '1592090689536000903'];
  const told = (messageId: string, createdAt: Date) => ({
    guildId,
    userId: '1592090689536000900',
    key: `x.y:${messageId}`,
    via: 'thread',
    channelId,
    messageId,
    createdAt,
  });
  await story.db.notice.createMany({ data: [told(first, new Date(now.getTime() - 10 * day)), told(second, now)] });
  const promised = async (age: number) =>
    story.db.$transaction(async (tx) => {
      await sweepTraces(tx, new Date(now.getTime() + age));
      const left = await tx.notice.count({ where: { channelId } });
      const tasks = await tx.$queryRaw<[{ count: number }]>`
        SELECT count(*)::int AS count FROM graphile_worker._private_jobs WHERE payload ->> 'channelId' = ${channelId}`;
      return [left, tasks[0].count];
    });
  expect(await promised(175 * day)).toEqual([1, 0]);
  expect(await promised(181 * day)).toEqual([0, 1]);
  await story.settle();
});

test('a thread that Discord does not let us delete is told to staff, and what is gone already is no fault', async () => {
  const person = await story.arrive('privacy.stuck');
  person.closeDms();
  await story.introduce(person, { first: 'Jacinthe', last: 'Retenue' });
  await staff.press(cardOf(staff), 'onboarding:approve:');
  await story.settle();
  const { channelId } = await story.db.notice.findFirstOrThrow({ where: { userId: person.user.id, via: 'thread' } });
  story.sandbox.faults.next({ method: 'DELETE', route: '/channels/{channel_id}', status: 403 });
  await eraseAll(person);
  const faults = await story.db.fault.findMany({ where: { key: { startsWith: 'privacy.take_back:' } } });
  expect(faults.map(({ code, key }) => [code, key.includes(channelId ?? '?')])).toEqual([[50013, true]]);
  expect(await tracesNaming(person.user.id, 'Jacinthe')).toEqual([]);

  await story.db.fault.deleteMany();
  const again = await story.arrive('privacy.vanished');
  again.closeDms();
  await story.introduce(again, { first: 'Kerian', last: 'Disparu' });
  await staff.press(cardOf(staff), 'onboarding:approve:');
  await story.settle();
  story.sandbox.faults.next({ method: 'DELETE', route: '/channels/{channel_id}', status: 404 });
  await eraseAll(again);
  expect(await story.db.fault.count()).toBe(0);
});

test('staff cannot cut the trail of what they decided: it leads to them for a year after', async () => {
  const decider = await story.staff('privacy.trail');
  const person = await story.arrive('privacy.trailed');
  await story.introduce(person, { first: 'Honorine', last: 'Suivie' });
  await decider.press(cardOf(decider), 'onboarding:approve:');
  await story.settle();
  const decided = await story.db.auditEntry.findFirstOrThrow({ orderBy: { id: 'desc' } });
  const refOf = async () => (await story.db.pseudonym.findFirst({ where: { userId: decider.user.id } }))?.ref;
  expect(await refOf()).toBe(decided.actorRef);

  const year = 365 * day;
  await story.later(hour);
  await eraseAll(decider);
  await story.db.$transaction((tx) => sweepTraces(tx, new Date(story.clock.now().getTime() + year - 1)));
  expect(await refOf()).toBe(decided.actorRef);
  await story.db.$transaction((tx) => sweepTraces(tx, new Date(story.clock.now().getTime() + year + 1)));
  expect(await refOf()).toBeUndefined();
});

test('staff who never acted keep their pseudonym as long, and whoever is no staff and left loses theirs with the rest', async () => {
  const newStaff = await story.arrive('privacy.appointed');
  const gone = await story.arrive('privacy.gone');
  for (const person of [newStaff, gone]) {
    await story.introduce(person, { kind: person === newStaff ? 'staff' : 'learner', first: 'Irma', last: 'Nommée' });
    await staff.press(cardOf(staff), 'onboarding:approve:');
    await story.settle();
  }
  const isNamed = async (person: Persona) => (await story.db.pseudonym.count({ where: { userId: person.user.id } })) > 0;
  expect([await isNamed(newStaff), await isNamed(gone)]).toEqual([true, true]);
  await eraseAll(newStaff);
  await story.db.member.deleteMany({ where: { userId: gone.user.id } });
  await story.db.$transaction((tx) => sweepTraces(tx, story.clock.now()));
  expect([await isNamed(newStaff), await isNamed(gone)]).toEqual([true, false]);
  await story.db.$transaction((tx) => sweepTraces(tx, new Date(story.clock.now().getTime() + 366 * day)));
  expect(await isNamed(newStaff)).toBe(false);
});

test('somebody who erased their data and stays on the server is nobody known, and may introduce themselves again', async () => {
  const person = await story.arrive('privacy.again');
  await story.introduce(person, { first: 'Fantine', last: 'Retour', email: 'fantine@exemple.fr' });
  await eraseAll(person);
  await story.later(hour);
  const known = await story.db.member.findFirst({ where: { userId: person.user.id } });
  expect([known?.firstName, known?.email, known?.identifiedAt].filter(Boolean)).toEqual([]);
  expect(await tracesNaming('fantine@exemple.fr')).toEqual([]);

  const notice = await person.press(panelOf(person), 'onboarding:start');
  expect(has(notice, 'onboarding:accept')).toBe(true);
  await story.introduce(person, { first: 'Fantine', last: 'Retour', email: 'fantine@exemple.fr' });
  expect(wordsOf(cardOf(staff))).toContain('Fantine Retour');
});
