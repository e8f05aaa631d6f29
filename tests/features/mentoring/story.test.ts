import { type APIMessage, ComponentType, MessageFlags } from 'discord-api-types/v10';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { enqueue } from '../../../src/infra/db.ts';
import { memberSanctioned } from '../../../src/kernel/mentoring.ts';
import { day, hour, minute } from '../../../src/kernel/time.ts';
import type { Outcome, Persona } from '../../../src/sandbox/persona/persona.ts';
import { wordsOfPdf } from '../../support/pdf.ts';
import { idsOf, messageOf, type Story, startStory } from '../onboarding/story.ts';
import { namesOf, tracesOf } from '../privacy/traces.ts';

/** All of mentoring, by people who click: each test begins where the one before ended. */

let story: Story;
let guildId: string;
let staff: Persona;
/** Mentors: the first two in French, the third in English. */
let nadia: Persona;
let ines: Persona;
let karim: Persona;
/** Learners: the second in English. */
let lea: Persona;
let tom: Persona;
let mia: Persona;
let noe: Persona;

type Seen = Outcome | APIMessage | undefined;
const shown = (from: Seen): string => {
  const message = from && 'failed' in from ? from.message : from;
  return JSON.stringify([message?.content, message?.embeds, message?.components]);
};
const one = <T>(list: readonly T[]): T => {
  const [first, ...more] = list;
  if (first === undefined || more.length > 0) throw new Error(`${list.length} instead of one`);
  return first;
};
const telling = (person: Persona, words: string, channel = 'dm') =>
  person.messages(channel).filter((message) => shown(message).includes(words));
/** Without the answers to clicks, which go by themselves. */
const lasting = (person: Persona, words: string) =>
  telling(person, words).filter(({ flags = 0 }) => (flags & MessageFlags.Ephemeral) === 0);
/** What was told once, and once only. */
const told = (person: Persona, words: string, channel = 'dm'): APIMessage => one(telling(person, words, channel));
const latest = (person: Persona, words: string): APIMessage => {
  const found = telling(person, words).at(-1);
  if (!found) throw new Error(`never told: ${words}`);
  return found;
};
const threads = (person: Persona, name: string) =>
  person.channels().filter((channel) => channel.thread && channel.name.includes(name));
const room = (mentor: Persona, learner: Persona) =>
  one(threads(learner, `${mentor.user.username} · ${learner.user.username}`)).id;
const desk = 'suivi-mentorat';
/** Cooldowns and double clicks apart, and all that follows done. */
async function act(doing: Promise<Outcome>): Promise<Outcome> {
  const outcome = await doing;
  await story.settle();
  story.clock.advance(5_000);
  return outcome;
}
const press = (person: Persona, from: Seen, id: string) =>
  act(person.press(from && 'failed' in from ? messageOf(from) : (from ?? ''), id));
const choose = (person: Persona, from: Seen, id: string, values: string[]) =>
  act(person.select(from && 'failed' in from ? messageOf(from) : (from ?? ''), id, values));
const fill = async (person: Persona, from: Seen, id: string, values: Parameters<Persona['submit']>[1]) =>
  act(person.submit(await press(person, from, id), values));
/** A click on what this person was never shown. */
const forge = async (person: Persona, id: string) =>
  act(person.forge.component(messageOf(await person.run('home')), id, ComponentType.Button));
const date = (days: number) =>
  new Date(story.clock.now().getTime() + days * day).toISOString().slice(0, 10).split('-').reverse().join('/');
const profileOf = ({ user }: Persona) =>
  story.db.mentorProfile.findUniqueOrThrow({ where: { guildId_userId: { guildId, userId: user.id } } });
const pairOf = ({ user }: Persona) =>
  story.db.mentoringPair.findFirstOrThrow({ where: { learnerId: user.id }, orderBy: { id: 'desc' } });
const waiting = ({ user }: Persona) => story.db.mentoringRequest.count({ where: { userId: user.id, state: 'waiting' } });

async function arrive(username: string, role: string, locale: 'fr' | 'en-US' = 'fr'): Promise<Persona> {
  const person = await story.arrive(username, { locale });
  story.boss.guild.members.get(person.user.id)?.roles.splice(0, 10, story.roleId(role));
  await story.db.member.updateMany({ where: { userId: person.user.id }, data: { welcomedAt: story.clock.now() } });
  return person;
}

const help = {
  themes: ['cv', 'interview'],
  skills: 'React, SQL',
  availability: ['tue_evening', 'sat_morning'],
  languages: ['fr', 'en'],
  about: 'Je relis *vite* et je dis ce qui va.',
};
const wish = {
  goals: 'Trouver une alternance avant l’été, et oser en parler.',
  themes: ['cv', 'interview'],
  skills: 'React',
  availability: ['tue_evening'],
  languages: ['fr'],
};
async function ask(person: Persona, change: Partial<typeof wish> = {}): Promise<Outcome> {
  return act(person.submit(await person.run('mentoring request'), { ...wish, ...change }));
}
/** Chooses mentors in that order, from what is proposed. */
async function prefer(person: Persona, mentors: readonly Persona[]): Promise<Outcome> {
  const list = await press(person, await person.run('mentoring request'), 'mentoring:choose:list');
  return choose(
    person,
    list,
    `mentoring:choose:${guildId}`,
    mentors.map(({ user }) => user.id),
  );
}

beforeAll(async () => {
  story = await startStory();
  ({ guildId } = story.sandbox);
  staff = await story.staff('thomas.vasseur');
  nadia = await arrive('nadia.alumni', 'Alumni');
  ines = await arrive('ines.prof', 'Équipe pédagogique');
  karim = await arrive('karim.alumni', 'Alumni', 'en-US');
  lea = await arrive('lea.dubois', 'En formation');
  tom = await arrive('tom.petit', 'En formation', 'en-US');
  mia = await arrive('mia.roux', 'En formation');
  noe = await arrive('noe.blanc', 'En formation');
});
beforeEach(() => story.clock.advance(10_000));

test('mentors offer help in three steps, staff approve, and the role follows', async () => {
  for (const [person, name, welcome] of [
    [nadia, 'nadia.alumni', 'Bienvenue parmi les mentors'],
    [ines, 'ines.prof', 'Bienvenue parmi les mentors'],
    [karim, 'karim.alumni', 'Welcome among the mentors'],
  ] as const) {
    const first = await fill(person, await person.run('mentoring profile'), 'mentoring:apply', help);
    const frame = { capacity: '1', ways: ['text', 'voice'], job: 'Développement', place: '', zone: ['guild'] };
    const second = await fill(person, first, 'mentoring:apply:more', frame);
    const charter = await press(person, second, 'mentoring:charter');
    await press(person, charter, 'mentoring:charter:send');
    expect((await profileOf(person)).state).toBe('pending');
    expect(story.rolesOf(person)).not.toContain('Mentorat');
    const card = one(telling(staff, `<@${person.user.id}>`, desk));
    expect(shown(await forge(person, idsOf(card)[0] ?? ''))).toMatch(/autres rôles|other roles/);
    await press(staff, card, 'mentoring:approve:');
    told(person, welcome);
    expect([name, ...story.rolesOf(person)]).toContain('Mentorat');
  }
});

test('a learner reads why, chooses three in order; the first is silent, the second asks a question and accepts', async () => {
  const request = await ask(lea);
  const list = await press(lea, request, 'mentoring:choose:list');
  for (const said of ['Correspond à', 'mardi soir en commun', '\\\\*vite\\\\*', 'React']) expect(shown(list)).toContain(said);
  await choose(
    lea,
    list,
    `mentoring:choose:${guildId}`,
    [nadia, karim, ines].map(({ user }) => user.id),
  );
  const asked = told(nadia, 'aimerait que vous l’accompagniez');
  await story.later(24 * hour);
  await story.later(24 * hour);
  expect(telling(nadia, 'attend toujours votre réponse')).toHaveLength(2);
  await story.later(24 * hour);
  expect(shown(told(lea, 'n’a pas répondu à temps'))).toContain('karim.alumni');
  expect(shown(await press(nadia, asked, 'mentoring:accept'))).toContain('Le délai est passé');
  await ask(tom, { languages: ['en'] });
  expect(shown(await prefer(tom, [karim, ines]))).toContain('karim.alumni');

  const second = told(karim, 'lea.dubois');
  await fill(karim, second, 'mentoring:ask', { question: 'Which *company* would you like?' });
  const question = told(lea, 'aimerait en savoir plus');
  expect(shown(question)).toContain('\\\\*company\\\\*');
  await fill(lea, question, 'mentoring:ask:answer', { answer: 'Une petite équipe à Lille.' });
  const answered = latest(karim, 'Une petite équipe');
  const accept = idsOf(answered).find((id) => id.startsWith('mentoring:accept')) ?? '';
  expect(shown(await forge(nadia, accept))).toContain('ne vous est pas adressée');
  expect(shown(await press(karim, answered, 'mentoring:accept'))).toContain('You are now the mentor');
  expect(await pairOf(lea)).toMatchObject({ mentorId: karim.user.id, state: 'active', origin: 'asked' });
  expect(await waiting(lea)).toBe(0);
  // Karim has no place left, so Tom's question goes on to Ines; nobody else heard of Lea, who has found somebody.
  expect(shown(told(tom, 'has no place left'))).toContain('ines.prof');
  expect(telling(ines, 'lea.dubois')).toEqual([]);
  const last = told(ines, 'tom.petit');
  const own = await press(tom, await tom.run('mentoring request'), 'mentoring:request:withdraw');
  await press(tom, own, 'mentoring:request:withdraw_yes');
  told(ines, 'n’attend plus de réponse');
  expect(shown(await press(ines, last, 'mentoring:accept'))).toContain('n’attend plus de réponse');
  // A late answer is an answer: nobody is paused for it.
  await story.later(4 * day);
  expect(telling(nadia, 'Votre profil est en pause')).toEqual([]);
  expect((await profileOf(nadia)).state).toBe('approved');
});

test('in the thread they plan in words, are reminded, meet and say what it was; unease reaches who coordinates alone', async () => {
  const thread = room(karim, lea);
  const pair = await pairOf(lea);
  expect(threads(nadia, 'karim')).toEqual([]);
  // Staff look after it, from the dashboard.
  const list = await choose(staff, await staff.run('mentoring dashboard'), 'mentoring:stats:lists', ['pairs']);
  const card = await choose(staff, list, 'mentoring:stats:pick', [String(pair.id)]);
  expect(shown(await choose(staff, card, 'mentoring:stats:coordinator', [nadia.user.id]))).toContain('personne de l’équipe');
  await choose(staff, card, 'mentoring:stats:coordinator', [staff.user.id]);

  const planned = await act(lea.run('mentoring plan', { when: 'mardi prochain à 18h30' }, { channel: thread }));
  expect(shown(planned)).toContain('à 18 h 30');
  const session = await story.db.mentoringSession.findFirstOrThrow({ where: { pairId: pair.id } });
  expect([session.startsAt.getUTCDay(), session.startsAt.getUTCHours(), session.startsAt.getUTCMinutes()]).toEqual([2, 17, 30]);
  const posted = one(karim.messages(thread).filter(({ attachments }) => attachments.length > 0));
  expect(posted.attachments[0]?.filename).toMatch(/\.ics$/);
  const until = (at: Date) => story.later(at.getTime() - story.clock.now().getTime());
  const reminders = () => telling(lea, 'Rappel').length + telling(lea, 'Bientôt').length;
  await until(new Date(session.startsAt.getTime() - 24 * hour));
  await until(new Date(session.startsAt.getTime() - hour));
  expect([reminders(), telling(karim, 'Reminder').length]).toEqual([2, 1]);
  await until(new Date(session.startsAt.getTime() + session.minutes * minute + minute));
  const question = told(lea, 'a-t-il eu lieu');
  expect(shown(await forge(nadia, `mentoring:session:done:${guildId}:${session.id}`))).toContain('n’est pas le vôtre');
  const done = await press(lea, question, 'mentoring:session:done');
  const uneasy = { useful: 'Utile', comfort: 'Plutôt mal à l’aise', comment: 'Trop *directif*' };
  await fill(lea, done, 'mentoring:session:opinion', uneasy);
  const alert = await press(staff, latest(staff, 'mentoring:session:alert'), 'mentoring:session:alert');
  for (const said of ['Plutôt mal à l’aise', 'Trop \\\\*directif']) expect(shown(alert)).toContain(said);
  for (const [person, place] of [
    [karim, thread],
    [karim, 'dm'],
    [story.boss, desk],
  ] as const)
    expect(telling(person, 'directif', place)).toEqual([]);
  await fill(karim, latest(karim, 'Two questions'), 'mentoring:session:opinion', { useful: 'Useful', comfort: 'Rather at ease' });
  expect(await story.db.mentoringOpinion.count()).toBe(2);
});

test('silence: one click keeps it, nothing ends it, and another mentor is offered, never the same', async () => {
  const thread = room(karim, lea);
  const pair = await pairOf(lea);
  // Hours before, the clock of silence began with the session.
  await story.later(21 * day);
  const [nudge] = telling(lea, '21 jours', thread);
  await press(lea, nudge, 'mentoring:well');
  expect(await pairOf(lea)).toMatchObject({ nudgedAt: null, state: 'active' });
  await story.later(21 * day);
  await story.later(14 * day);
  expect(telling(staff, 'reste silencieux')).toHaveLength(1);
  expect((await pairOf(lea)).state).toBe('active');
  await story.later(7 * day);
  expect(await pairOf(lea)).toMatchObject({ id: pair.id, state: 'ended', endedAs: 'silence' });
  told(karim, 'Your place is free again');
  const again = await press(lea, told(lea, 'mentoring:request:again'), 'mentoring:request:again');
  expect(await waiting(lea)).toBe(1);
  for (const [name, is] of [
    // She let a question of Lea pass less than three months ago.
    ['nadia.alumni', false],
    ['ines.prof', true],
    ['karim.alumni', false],
  ] as const)
    expect([name, shown(again).includes(name)]).toEqual([name, is]);
});

test('a campaign: joined, closed, previewed, swapped, locked, worked out again, published; each is told once', async () => {
  const form = await press(staff, await staff.run('mentoring campaign'), 'mentoring:campaign:new');
  const draft = await act(
    staff.submit(form, { name: 'Printemps', opens: date(0), closes: date(9), coordinator: [staff.user.id], minimum: 'any' }),
  );
  await press(staff, draft, 'mentoring:campaign:plan');
  const invite = (person: Persona) =>
    one(person.messages('mentorat').filter((message) => idsOf(message).some((id) => /^mentoring:join:\d+$/.test(id))));
  await ask(tom);
  await ask(mia);
  await ask(noe, { themes: ['confidence'], skills: '', languages: ['fr'] });
  for (const person of [lea, tom, mia, noe, nadia, ines, karim]) await press(person, invite(person), 'mentoring:join');
  const campaign = await story.db.mentoringCampaign.findFirstOrThrow();
  await story.later(10 * day);
  const fresh = () => story.db.mentoringCampaign.findUniqueOrThrow({ where: { id: campaign.id } });
  expect((await fresh()).state).toBe('preview');
  const proposal = () => press(staff, told(staff, 'La proposition est prête', desk), 'mentoring:campaign:look');
  expect(shown(await proposal())).toContain('3 binômes');
  expect(shown(await forge(lea, `mentoring:publish:${campaign.id}:${(await fresh()).revision}`))).toContain('autres rôles');
  const pairs = () => story.db.campaignPair.findMany({ where: { campaignId: campaign.id }, orderBy: { learnerId: 'asc' } });
  const [first, second] = (await pairs()).filter(
    ({ learnerId, mentorId }) => learnerId !== lea.user.id || mentorId !== karim.user.id,
  );
  // Lea and Karim were a pair: the matching knows.
  expect((await pairs()).filter(({ learnerId, mentorId }) => learnerId === lea.user.id && mentorId === karim.user.id)).toEqual(
    [],
  );
  const other = [first, second].find((pair) => pair?.learnerId !== lea.user.id);
  if (!other) throw new Error('no pair');
  const card = async () =>
    choose(staff, await press(staff, await proposal(), 'mentoring:campaign:pairs'), 'mentoring:campaign:pair', [
      String((await pairs()).find(({ learnerId }) => learnerId === other.learnerId)?.id),
    ]);
  // Whoever can swap without Lea and Karim meeting again.
  const partner = (await pairs()).find(
    ({ learnerId, mentorId }) =>
      learnerId !== other.learnerId &&
      !(learnerId === lea.user.id && other.mentorId === karim.user.id) &&
      !(other.learnerId === lea.user.id && mentorId === karim.user.id),
  );
  const swapped = await choose(staff, await card(), 'mentoring:campaign:swap', [partner?.learnerId ?? '']);
  expect(shown(swapped)).toContain('gardés');
  const kept = (await pairs()).filter(({ locked }) => locked).map(({ learnerId, mentorId }) => [learnerId, mentorId]);
  expect(kept).toContainEqual([other.learnerId, partner?.mentorId]);
  const again = await press(staff, await proposal(), 'mentoring:campaign:again');
  expect(shown(again)).toContain('Je calcule');
  const final = await pairs();
  for (const pair of kept) expect(final.map(({ learnerId, mentorId }) => [learnerId, mentorId])).toContainEqual(pair);
  expect(shown(await press(staff, await proposal(), 'mentoring:publish'))).toContain('3 binômes formés');
  await story.settle();
  const live = await story.db.mentoringPair.findMany({ where: { state: 'active' }, orderBy: { learnerId: 'asc' } });
  expect(live.map(({ learnerId, mentorId, origin }) => [learnerId, mentorId, origin])).toEqual(
    final.map(({ learnerId, mentorId }) => [learnerId, mentorId, 'campaign']),
  );
  expect(live.every(({ threadId }) => threadId !== null)).toBe(true);
  const notices = await story.db.notice.findMany({ where: { key: { startsWith: 'campaigns.told:' } } });
  expect(notices.map(({ userId }) => userId).sort()).toEqual(
    [lea, tom, mia, noe, nadia, ines, karim].map(({ user }) => user.id).sort(),
  );
  for (const person of [lea, tom, mia, noe, nadia, ines, karim]) told(person, 'Printemps');
});

test('staff pair by hand whoever was left, once a mentor has room; reasons first', async () => {
  const alone = [lea, tom, mia, noe];
  const live = await story.db.mentoringPair.findMany({ where: { state: 'active' } });
  const left = one(alone.filter(({ user }) => !live.some(({ learnerId }) => learnerId === user.id)));
  const two = { mentor: ines.user.id, learner: left.user.id };
  expect(shown(await act(ines.run('mentoring pair', two)))).toContain('autres rôles');
  expect(shown(await act(staff.run('mentoring pair', two)))).toContain('de place');
  const frame = { capacity: '2', ways: ['text', 'voice'], job: 'Formation', place: '', zone: ['guild'] };
  await fill(ines, await ines.run('mentoring profile'), 'mentoring:apply:more', frame);
  const preview = await act(staff.run('mentoring pair', two));
  expect(shown(preview)).toContain('Correspond à');
  expect(shown(await press(staff, preview, 'mentoring:pair:yes'))).toContain('C’est fait');
  expect(await pairOf(left)).toMatchObject({ mentorId: ines.user.id, origin: 'staff', createdBy: staff.user.id });
  expect(await story.db.mentoringRequest.count({ where: { state: 'waiting' } })).toBe(0);
  room(ines, left);
});

test('a flash that two take at once is of one; a circle fills and has a list; both count', async () => {
  const zoe = await arrive('zoe.flash', 'En formation');
  const form = await press(zoe, await zoe.run('mentoring flash'), 'mentoring:flash:ask');
  const words = 'Mon CV ne *plaît* pas : aucune réponse.';
  await act(zoe.submit(form, { themes: 'cv', about: words, availability: 'today', skills: '', languages: ['fr'] }));
  const offers = [nadia, ines, karim].map((person) => [person, told(person, 'ne \\\\*plaît')] as const);
  const answers = await Promise.all(offers.slice(0, 2).map(([person, offer]) => person.press(offer, 'mentoring:flash:take')));
  await story.settle();
  expect(answers.map((answer) => shown(answer).includes('Un fil privé s’ouvre')).sort()).toEqual([false, true]);
  const flash = await story.db.mentoringFlash.findFirstOrThrow();
  const taker = flash.mentorId === nadia.user.id ? nadia : ines;
  told(karim, 'already taken');
  const { id: there } = one(threads(zoe, 'Flash n°'));
  expect(threads(taker, 'Flash n°')).toHaveLength(1);
  const opening = one(taker.messages(there).filter(({ embeds }) => embeds.length > 0));
  await choose(taker, await press(taker, opening, 'mentoring:flash:done'), 'mentoring:flash:minutes', ['60']);
  await press(zoe, told(zoe, 'Vous a-t-elle aidé'), 'mentoring:flash:helped');
  await story.later(2 * day + hour);
  expect([...threads(zoe, 'Flash n°'), ...threads(taker, 'Flash n°')]).toEqual([]);

  const circle = { title: 'Oser l’entretien', themes: ['interview'], capacity: ['2'], end: date(40) };
  const about = 'Chaque semaine, une personne passe un entretien et les autres observent.';
  const draft = await fill(ines, await ines.run('mentoring circle'), 'mentoring:circle:new', { ...circle, about });
  await press(ines, draft, 'mentoring:circle:publish');
  const card = () => told(lea, 'Cercle · Oser', 'mentorat');
  const said = [];
  for (const person of [lea, tom, mia]) said.push(shown(await press(person, card(), 'mentoring:circle:join')));
  expect(said.map((words) => /dans le cercle|in the circle/.test(words))).toEqual([true, true, false]);
  expect(said[2]).toContain('place 1 de la liste d’attente');
  await press(tom, await press(tom, await tom.run('mentoring circle'), 'mentoring:circle:show'), 'mentoring:circle:leave');
  told(mia, 'Une place s’est libérée');
  for (const [person, count] of [
    [lea, 1],
    [tom, 0],
    [mia, 1],
    [ines, 1],
  ] as const)
    expect(threads(person, 'Cercle ·')).toHaveLength(count);
});

test('a sanction pauses a mentor, and ends; a mentor who leaves the server is waited for, then another is offered', async () => {
  const sanction = (until: Date | null) =>
    enqueue(story.db, memberSanctioned, { guildId, userId: karim.user.id, until: until?.toISOString() ?? null });
  const theirs = await story.db.mentoringPair.findFirstOrThrow({ where: { mentorId: karim.user.id, state: 'active' } });
  const learner = [lea, tom, mia, noe].find(({ user }) => user.id === theirs.learnerId) ?? lea;
  await sanction(null);
  await story.settle();
  expect(await profileOf(karim)).toMatchObject({ state: 'paused', pausedAs: 'sanction' });
  told(karim, 'measure of moderation');
  expect(shown(await act(karim.run('mentoring resume')))).toContain('moderation');
  expect((await pairOf(learner)).state).toBe('active');
  await sanction(story.clock.now());
  await story.settle();
  expect((await profileOf(karim)).state).toBe('approved');

  karim.leave();
  await story.settle();
  expect((await profileOf(karim)).pausedAs).toBe('absent');
  expect(await pairOf(learner)).toMatchObject({ state: 'paused', pausedAs: 'absent' });
  await story.later(8 * day);
  expect(await pairOf(learner)).toMatchObject({ state: 'ended', endedAs: 'left' });
  const again = await press(learner, latest(learner, 'mentoring:request:again'), 'mentoring:request:again');
  expect(await waiting(learner)).toBe(1);
  expect(shown(again)).not.toContain('karim');
});

test('staff read numbers that are what happened; each mentor has their hours on paper', async () => {
  const board = await act(staff.run('mentoring dashboard'));
  const { state } = await profileOf(nadia);
  expect(state).toBe('approved');
  for (const line of [
    '1 personne attend un mentor',
    '3 en cours, dont 0 à relancer, 0 silencieux et 0 en pause',
    '3, avec 0 place libre ; 0 profil attend',
    '0 à venir',
    'moins de trois personnes',
  ])
    expect(shown(board)).toContain(line);
  expect(messageOf(board).attachments.map(({ filename }) => filename)).toEqual(['mentorat.png']);
  expect(shown(await act(lea.run('mentoring dashboard')))).toContain('autres rôles');
  staff.setLocale('en-US');
  expect(shown(await act(staff.run('mentoring dashboard')))).toContain('3 going on, of which 0 to nudge');
  staff.setLocale('fr');
  const promos = await choose(staff, board, 'mentoring:stats:lists', ['promos']);
  expect(shown(promos)).toContain('1 en attente · 3 binômes · 0 à relancer');

  // Karim met Lea once for an hour; he left since, and staff may still write it down for him.
  const paper = async (person: Persona, from: Outcome, id: string) => {
    const [file, ...more] = messageOf(await press(person, from, id)).attachments;
    if (!file || more.length > 0) throw new Error('no attestation');
    return wordsOfPdf(Buffer.from(await (await fetch(file.url)).arrayBuffer()));
  };
  const flash = await story.db.mentoringFlash.findFirstOrThrow();
  const [taker, other] = flash.mentorId === nadia.user.id ? [nadia, ines] : [ines, nadia];
  const written = await paper(taker, await taker.run('mentoring profile'), 'mentoring:attestation');
  expect(written).toContain('Attestation de mentorat bénévole');
  expect(written).toContain(taker.user.username);
  expect(written).toMatch(/Temps donné\n1 h\nRendez-vous tenus\n1\nPersonnes accompagnées\n1/);
  expect(shown(await press(other, await other.run('mentoring profile'), 'mentoring:attestation'))).toContain('Aucun rendez-vous');
  const list = await choose(staff, board, 'mentoring:stats:lists', ['mentors']);
  const absent = await choose(staff, list, 'mentoring:stats:pick', [karim.user.id]);
  expect(await paper(staff, absent, 'mentoring:stats:attest')).toMatch(/karim\.alumni[\s\S]*Temps donné\n1 h\n/);
});

test('both read all that is kept of them; a mentor who is erased leaves nothing, and the learner is offered another', async () => {
  const pair = await story.db.mentoringPair.findFirstOrThrow({ where: { mentorId: ines.user.id, state: 'active' } });
  const learner = [lea, tom, mia, noe].find(({ user }) => user.id === pair.learnerId) ?? lea;
  type Kept = Record<string, Record<string, unknown>>;
  const data = async (person: Persona): Promise<Kept> => {
    const [file] = messageOf(await press(person, await person.run('my data'), 'privacy:export')).attachments;
    return (await (await fetch(file?.url ?? '')).json()) as Kept;
  };
  const [hers, theirs] = [await data(ines), await data(learner)];
  expect(hers.mentors).toMatchObject({ profile: { state: 'approved', capacity: 2 } });
  expect(theirs.mentoring).toMatchObject({ requests: expect.arrayContaining([expect.objectContaining({ state: 'paired' })]) });
  for (const [kept, other] of [
    [hers, learner],
    [theirs, ines],
  ] as const) {
    expect(kept.pairs).toMatchObject({ pairs: expect.arrayContaining([expect.objectContaining({ id: pair.id })]) });
    expect(JSON.stringify(kept.pairs)).not.toContain(other.user.id);
  }
  const asked = await press(ines, await ines.run('my data'), 'privacy:erase');
  await press(ines, asked, 'privacy:confirm');
  // Who is still on the server is a member of it, of whom nothing but that is known.
  expect(namesOf(await tracesOf(story.database, [ines.user.id]))).toEqual(['member']);
  expect(await story.db.mentoringPair.findUniqueOrThrow({ where: { id: pair.id } })).toMatchObject({
    state: 'ended',
    mentorId: null,
    learnerId: learner.user.id,
    threadId: null,
  });
  told(learner, /en/.test(learner.user.locale) ? 'no longer uses this service' : 'n’utilise plus ce service');
  for (const name of [ines.user.id, ines.user.username]) expect(lasting(learner, name).map(shown)).toEqual([]);
  const again = await press(learner, latest(learner, 'mentoring:request:again'), 'mentoring:request:again');
  expect(shown(again)).not.toContain('ines.prof');
  expect(await waiting(learner)).toBe(1);
});
