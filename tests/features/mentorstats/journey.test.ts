import type { APIMessage } from 'discord-api-types/v10';
import { beforeAll, describe, expect, test } from 'vitest';
import { defaultTemplate } from '../../../src/features/catalogue/rules/template.ts';
import { badgeOf } from '../../../src/features/mentorstats/rules.ts';
import { readDashboard } from '../../../src/features/mentorstats/service/dashboard.ts';
import { hoursOf, promiseThanks } from '../../../src/features/mentorstats/service/hours.ts';
import { getPair } from '../../../src/features/mentorstats/service/list.ts';
import { dashboardScreen } from '../../../src/features/mentorstats/views/dashboard.ts';
import { letterOf } from '../../../src/features/mentorstats/views/letter.ts';
import { listScreen, pairLine, pairScreen } from '../../../src/features/mentorstats/views/list.ts';
import { satisfactionOf } from '../../../src/features/sessions/service/opinion.ts';
import { Prisma, type Tx } from '../../../src/infra/db.ts';
import { printLetter } from '../../../src/infra/letter.ts';
import { day, hour } from '../../../src/kernel/time.ts';
import type { Persona } from '../../../src/sandbox/persona/persona.ts';
import { aMentor, aPair, aRequest, someone } from '../mentoring/factory.ts';
import { idsOf, lastDm, messageOf, panelOf, type Story, startStory } from '../onboarding/story.ts';

let story: Story;
let staff: Persona;
let mentor: Persona;
let guildId: string;

const said = (message: APIMessage | null): string => JSON.stringify(message);
const ago = (time: number) => new Date(story.clock.now().getTime() - time);

/** A pair of that age that was last heard of so long ago, and its sessions that took place. */
async function pairOf(mentorId: string, { quietFor, sessions = 0 }: { quietFor: number; sessions?: number }) {
  const pair = await aPair(story.db, {
    guildId,
    mentorId,
    seat: (await story.db.mentoringPair.count({ where: { guildId, mentorId } })) + 1,
    createdAt: ago(60 * day),
    activeAt: ago(quietFor),
    // Nothing of these is shown on Discord: they have no thread to open.
    lostAt: ago(60 * day),
  });
  for (let index = 0; index < sessions; index++)
    await story.db.mentoringSession.create({
      data: {
        pairId: pair.id,
        guildId,
        state: 'done',
        startsAt: ago((10 + index) * day),
        minutes: 90,
        createdAt: ago(30 * day),
        settledAt: ago((10 + index) * day),
      },
    });
  return pair;
}

/** Nobody opens it twice in the same second. */
async function dashboardOf(person: Persona): Promise<APIMessage> {
  story.clock.advance(6_000);
  return messageOf(await person.run('mentoring dashboard'));
}

beforeAll(async () => {
  story = await startStory();
  guildId = story.sandbox.guildId;
  staff = await story.staff('staff');
  mentor = await story.arrive('mentor');
  await story.introduce(mentor, { kind: 'alumni', first: 'Léa', last: 'Dubois', email: 'lea@exemple.fr' });
  await staff.press(staff.messages('demandes').at(-1) as APIMessage, 'onboarding:approve:');
  await story.settle();
  await aMentor(story.db, { guildId, userId: mentor.user.id, capacity: 5, createdAt: ago(90 * day) });
  await pairOf(mentor.user.id, { quietFor: day, sessions: 4 });
  await pairOf(mentor.user.id, { quietFor: 25 * day });
  await pairOf(mentor.user.id, { quietFor: 36 * day });
  await aRequest(story.db, { guildId, createdAt: ago(9 * day) });
  await aRequest(story.db, { guildId: someone(), createdAt: ago(9 * day) });
  await aPair(story.db, { guildId: someone() });
});

describe('the numbers', () => {
  test('count what is of this server, and nothing else', async () => {
    const asked = { guildId, timeZone: 'Europe/Paris', now: story.clock.now(), nudgeDays: 21, warnDays: 35 };
    const { months, ...counts } = await readDashboard(story.db, asked);
    expect(counts).toMatchObject({ waiting: 1, waitingSince: ago(9 * day), pairs: 3, quiet: 1, silent: 1, paused: 0 });
    // A session that nobody settled is not to come.
    const [pair] = await story.db.mentoringPair.findMany({ where: { guildId }, orderBy: { activeAt: 'desc' } });
    const session = { guildId, pairId: pair?.id ?? 0, minutes: 60, createdAt: ago(20 * day) };
    await story.db.mentoringSession.createMany({
      data: [-2 * day, day].map((time) => ({ ...session, startsAt: ago(-time) })),
    });
    expect((await getPair(story.db, { ...asked, pairId: session.pairId })).next).toEqual(ago(-day));
    expect(counts).toMatchObject({ mentors: 1, seats: 2, pending: 0, planned: 0, done: 4, missed: 0 });
    expect((await readDashboard(story.db, asked)).planned).toBe(1);
    await story.db.mentoringSession.deleteMany({ where: { state: 'planned' } });
    expect(months).toHaveLength(12);
    expect(months.reduce((sum, { begun }) => sum + begun, 0)).toBe(3);
    expect(months.reduce((sum, { sessions }) => sum + sessions, 0)).toBe(4);
    const none = await readDashboard(story.db, { ...asked, guildId: '1' });
    expect(none).toMatchObject({ waiting: 0, waitingSince: null, pairs: 0, seats: 0 });
  });

  test('an average is told from three people on', async () => {
    const pairs = await story.db.mentoringPair.findMany({ where: { guildId } });
    const say = (index: number, useful: number) =>
      story.db.mentoringOpinion.create({
        data: {
          guildId,
          pairId: pairs[index]?.id ?? 0,
          userId: someone(),
          byMentor: false,
          useful,
          comfort: 5,
          saidAt: ago(hour),
        },
      });
    const read = () => satisfactionOf(story.db, { guildId, since: ago(day) });
    await say(0, 5);
    await say(1, 3);
    expect(await read()).toBeNull();
    await say(2, 4);
    expect(await read()).toEqual({ useful: 4, comfort: 5, answers: 3 });
  });

  test.each([
    [0, 0],
    [299, 0],
    [300, 1],
    [1_200, 2],
    [3_000, 3],
    [100_000, 3],
  ])('%i minutes are the badge %i', (minutes, badge) => expect(badgeOf(minutes)).toBe(badge));
});

describe('staff', () => {
  test('see the numbers, a picture that is spoken too, and open each list', async () => {
    const message = await dashboardOf(staff);
    expect(said(message)).toContain('3 en cours, dont 1 à relancer, 1 silencieux');
    expect(said(message)).toContain('Binômes et rendez-vous par mois');
    expect(message.attachments).toMatchObject([{ filename: 'mentorat.png' }]);
    for (const [list, words] of [
      ['waiting', 'n’a sollicité personne'],
      ['pairs', 'Léa Dubois'],
      ['quiet', '0 rendez-vous'],
      ['silent', 'Léa Dubois'],
      ['paused', 'Aucun binôme en pause'],
      ['mentors', 'accompagne 3 sur 5'],
      ['promos', '1 en attente · 3 binômes · 1 à relancer · 1 sans nouvelles'],
    ] as const)
      expect(said(messageOf(await staff.select(message, 'mentoring:stats:lists', [list])))).toContain(words);
  });

  test('open a promo with who waits and its pairs, and a mentor with theirs', async () => {
    const kept = { guildId, createdAt: ago(90 * day) };
    const entry = (kind: 'course' | 'campus', name: string) => story.db.catalogueEntry.create({ data: { ...kept, kind, name } });
    const [course, campus] = [await entry('course', 'Un cours'), await entry('campus', 'Un lieu')];
    // It is over: nothing of it is on Discord.
    const promo = await story.db.promo.create({
      data: {
        ...kept,
        name: 'CDA de printemps',
        courseId: course.id,
        campusId: campus.id,
        startsOn: ago(90 * day),
        endsOn: ago(20 * day),
        state: 'ended',
        endedAt: ago(20 * day),
        deleteOn: ago(10 * day),
        clearingAt: ago(10 * day),
        clearedAt: ago(10 * day),
        template: defaultTemplate,
      },
    });
    const [first] = await story.db.mentoringPair.findMany({ where: { guildId }, orderBy: { activeAt: 'asc' } });
    await story.db.promoMember.create({
      data: { promoId: promo.id, guildId, userId: first?.learnerId ?? '', part: 'learner', addedAt: ago(day) },
    });
    const dashboard = await dashboardOf(staff);
    const choose = async (list: string, value: string) => {
      const shown = messageOf(await staff.select(dashboard, 'mentoring:stats:lists', [list]));
      return messageOf(await staff.select(shown, `mentoring:stats:pick:${list}`, [value]));
    };
    const none = await choose('promos', 'none');
    expect(said(none)).toContain('n’a sollicité personne');
    expect(said(none)).toContain('mentoring:stats:pick:waiting');
    const opened = await choose('promos', String(promo.id));
    expect(said(opened)).toContain('CDA de printemps');
    expect(said(opened)).not.toContain('mentoring:stats:pick:waiting');
    expect(said(messageOf(await staff.select(opened, 'mentoring:stats:pick:pairs', [String(first?.id)])))).toContain(
      'Prendre des nouvelles',
    );
    const forged = await staff.forge.component(dashboard, 'mentoring:stats:promo:999999:0', 2);
    expect(said(forged.message)).toContain('Cette promo n’existe plus');
    const one = await choose('mentors', mentor.user.id);
    expect(said(messageOf(await staff.select(one, 'mentoring:stats:pick:pairs', [String(first?.id)])))).toContain(
      'Prendre des nouvelles',
    );
    await story.db.promo.delete({ where: { id: promo.id } });
  });

  test('remind, pause, resume, coordinate and end a pair from its card', async () => {
    const dashboard = await dashboardOf(staff);
    const list = messageOf(await staff.select(dashboard, 'mentoring:stats:lists', ['silent']));
    const { id } = await story.db.mentoringPair.findFirstOrThrow({ where: { guildId }, orderBy: { activeAt: 'asc' } });
    const opened = messageOf(await staff.select(list, 'mentoring:stats:pick', [String(id)]));
    expect(said(opened)).toContain('Personne de l’équipe ne suit ce binôme');
    expect(said(messageOf(await staff.press(opened, 'mentoring:stats:remind')))).toContain('Message envoyé');
    expect(said(messageOf(await staff.press(opened, 'mentoring:stats:remind')))).not.toContain('Message envoyé');

    const typed = await staff.press(opened, 'mentoring:stats:pause:');
    expect(said(messageOf(await staff.submit(typed, { until: 'bientôt' })))).toContain('n’est pas une date');
    const soon = new Date(story.clock.now().getTime() + 20 * day).toISOString().slice(0, 10);
    const paused = messageOf(await staff.submit(await staff.press(opened, 'mentoring:stats:pause:'), { until: soon }));
    expect(said(paused)).toContain('en pause jusqu’au');
    expect(said(messageOf(await staff.press(paused, 'mentoring:stats:resume')))).not.toContain('en pause jusqu’au');

    const refused = await staff.select(opened, 'mentoring:stats:coordinator', [mentor.user.id]);
    expect(said(refused.message)).toContain('Choisissez une personne de l’équipe');
    const followed = messageOf(await staff.select(opened, 'mentoring:stats:coordinator', [staff.user.id]));
    expect(said(followed)).toContain(`Suivi par <@${staff.user.id}>`);

    const ended = await staff.submit(await staff.press(followed, 'mentoring:stats:end:'), { reason: 'Plus de nouvelles.' });
    expect(said(ended.message)).toContain('Le binôme est terminé');
    const again = await staff.submit(await staff.press(followed, 'mentoring:stats:end:'), { reason: 'Encore.' });
    expect(said(again.message)).not.toContain('Les deux sont prévenus');
    const pair = await story.db.mentoringPair.findUniqueOrThrow({ where: { id } });
    expect(pair).toMatchObject({ state: 'ended', endedAs: 'staff', endReason: 'Plus de nouvelles.' });
    await story.settle();
  });

  test('whoever is not of staff, or is of another server, opens nothing', async () => {
    const { id } = await story.db.mentoringPair.findFirstOrThrow({ where: { guildId: { not: guildId } } });
    const dashboard = await dashboardOf(staff);
    const list = messageOf(await staff.select(dashboard, 'mentoring:stats:lists', ['pairs']));
    const foreign = await staff.forge.component(list, 'mentoring:stats:pick:pairs', 3, [String(id)]);
    expect(said(foreign.message)).toContain('terminé ou n’existe pas');
    const denied = await mentor.forge.component(panelOf(mentor), `mentoring:stats:pair:${id}`, 2);
    expect(said(denied.message)).toContain('réservée à d’autres rôles');
  });
});

/** How PostgreSQL goes about what a schedule asks of everybody. */
async function planOf(ask: (tx: Tx) => Promise<unknown>): Promise<string> {
  const plans: unknown[] = [];
  await story.db.$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL enable_seqscan = off`;
    const $queryRaw = async (strings: TemplateStringsArray, ...values: unknown[]) => {
      plans.push(await tx.$queryRaw(Prisma.sql([`EXPLAIN ${strings[0]}`, ...strings.slice(1)], ...values)));
      return [];
    };
    await ask(new Proxy(tx, { get: (target, key) => (key === '$queryRaw' ? $queryRaw : Reflect.get(target, key)) }));
  });
  return JSON.stringify(plans[0]);
}

describe('a mentor', () => {
  test('is looked for by what was settled lately, and only then by what they gave', async () => {
    const plan = await planOf((tx) => promiseThanks(tx, ago(day)));
    expect(plan).not.toContain('Seq Scan');
    for (const index of ['mentoring_session_done', 'mentoring_flash_done', 'mentoring_circle_meeting_done'])
      expect(plan).toContain(index);
  });

  test('is thanked once a step, may hide it, and has a letter of their hours', async () => {
    expect(await hoursOf(story.db, { guildId, userId: mentor.user.id })).toMatchObject({
      minutes: 360,
      meetings: 4,
      inPairs: 1,
      inFlashes: 0,
      inCircles: 0,
    });
    await story.later(day);
    const thanks = lastDm(mentor);
    expect(thanks?.content).toContain('plus de 5 heures');
    const mine = () => story.db.mentorProfile.findFirstOrThrow({ where: { guildId, userId: mentor.user.id } });
    expect(await mine()).toMatchObject({ badge: 1, showsBadge: true });
    await story.later(day);
    expect(lastDm(mentor)?.id).toBe(thanks?.id);

    await mentor.press(thanks as APIMessage, 'mentoring:badge:');
    expect(await mine()).toMatchObject({ showsBadge: false });
    const letter = await mentor.press(thanks as APIMessage, 'mentoring:attestation:');
    expect(messageOf(letter).attachments).toMatchObject([
      { filename: 'attestation-mentorat.pdf', content_type: 'application/pdf' },
    ]);
    const profile = await mentor.run('mentoring profile');
    expect(idsOf(messageOf(profile)).some((id) => id.startsWith('mentoring:attestation:'))).toBe(true);
  });

  test('who gave nothing yet is told so', async () => {
    const fresh = await story.arrive('fresh');
    const refused = await fresh.forge.component(panelOf(fresh), `mentoring:attestation:${guildId}`, 2);
    expect(said(refused.message)).toContain('après le premier');
  });
});

test('a letter says what its mentor offers, whom they met in which way, and nothing that may be wrong', () => {
  const at = story.clock.now();
  const hours = { minutes: 90, meetings: 2, inPairs: 0, inFlashes: 1, inCircles: 4, from: at, to: at };
  const issued = {
    sender: 'Le centre',
    name: 'Zoé',
    themes: ['cv' as const],
    locale: 'fr' as const,
    timeZone: 'Europe/Paris',
    now: at,
  };
  const written = JSON.stringify(letterOf(hours, issued));
  expect(written).toContain('1 en aide flash, 4 en cercle');
  expect(written).toContain('CV et profil en ligne');
  expect(JSON.stringify(letterOf(hours, { ...issued, themes: [] }))).not.toContain('Sujets');
  expect(written).not.toContain('emploi');
});

test('a letter is a PDF that says its language and its parts', async () => {
  const pdf = await printLetter({
    locale: 'fr',
    sender: 'Le centre',
    title: 'Attestation',
    paragraphs: ['Merci à Zoé.'],
    facts: [{ name: 'Temps donné', value: '6 h' }],
    footer: 'Établie aujourd’hui.',
    writtenAt: story.clock.now(),
  });
  const text = pdf?.toString('latin1') ?? '';
  expect(text.startsWith('%PDF-1.7')).toBe(true);
  for (const part of ['/Lang (fr-FR)', '/StructTreeRoot', '/H1', '/TH', 'pdfuaid']) expect(text).toContain(part);
});

test.each(['fr', 'en'] as const)('the longest of everything fits in a message, in %s', (locale) => {
  const long = '*'.repeat(100);
  const at = story.clock.now();
  const pair = {
    id: 2_000_000_000,
    guildId,
    mentorId: someone(),
    learnerId: someone(),
    mentor: long,
    learner: long,
    promo: long,
    state: 'paused' as const,
    createdAt: at,
    activeAt: at,
    pausedUntil: at,
    coordinatorId: someone(),
    threadId: someone(),
    done: 999,
    next: at,
  };
  const lines = Array.from({ length: 8 }, () => pairLine(pair, locale));
  const messages = [pairScreen(pair, locale, 'x'.repeat(200)), listScreen('pairs', { lines, total: 99, page: 1 }, locale)];
  for (const message of messages) {
    const texts = [...JSON.stringify(message).matchAll(/"content":"((?:[^"\\]|\\.)*)"/g)].map(([, words = '']) => words.length);
    expect(texts.reduce((sum, length) => sum + length, 0)).toBeLessThan(4_000);
  }
  const empty = {
    waiting: 0,
    waitingSince: null,
    pairs: 0,
    quiet: 0,
    silent: 0,
    paused: 0,
    mentors: 0,
    seats: 0,
    pending: 0,
    planned: 0,
  };
  const none = dashboardScreen(
    { ...empty, done: 0, missed: 0, months: [] },
    { opinion: null, picture: null, isDrawn: false },
    locale,
  );
  expect(none.files).toBeUndefined();
});
