import type { APIMessage } from 'discord-api-types/v10';
import { ComponentType } from 'discord-api-types/v10';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { features } from '../../../src/app.ts';
import { endPair } from '../../../src/features/pairs/service/end.ts';
import { erasePerson } from '../../../src/features/privacy/service.ts';
import { day, hour } from '../../../src/kernel/time.ts';
import type { Outcome, Persona } from '../../../src/sandbox/persona/persona.ts';
import { has, idsOf, lastDm, messageOf, type Story, startStory } from '../onboarding/story.ts';
import { aMentor, aPair, aRequest } from './factory.ts';

/** Learners and mentors, each at their own screen. */

let story: Story;
let guildId: string;
let lea: Persona;
let sam: Persona;
let nadia: Persona;
let karim: Persona;
let otto: Persona;

const shown = (from: Outcome | APIMessage | undefined): string => {
  const message = from && 'failed' in from ? from.message : from;
  return JSON.stringify([message?.content, message?.embeds, message?.components]);
};
const dms = (person: Persona, words: string) => person.messages('dm').filter((message) => shown(message).includes(words));
const idIn = (message: APIMessage | undefined, prefix: string): string =>
  (message ? idsOf(message) : []).find((id) => id.startsWith(prefix)) ?? `no ${prefix}`;
const waiting = (person: Persona) => story.db.mentoringRequest.findFirst({ where: { userId: person.user.id, state: 'waiting' } });
const askOf = (person: Persona) =>
  story.db.mentoringAsk.findFirstOrThrow({ where: { mentorId: person.user.id }, orderBy: { id: 'desc' } });
/** Cooldowns and double clicks apart. */
const pause = () => story.clock.advance(5_000);

async function withRole(username: string, role: string, locale: 'fr' | 'en-US' = 'fr'): Promise<Persona> {
  const person = await story.arrive(username, { locale });
  story.boss.guild.members.get(person.user.id)?.roles.splice(0, 10, story.roleId(role));
  await story.db.member.updateMany({ where: { userId: person.user.id }, data: { welcomedAt: story.clock.now() } });
  return person;
}
const mentor = (person: Persona, overrides: Parameters<typeof aMentor>[1] = {}) =>
  aMentor(story.db, { guildId, userId: person.user.id, createdAt: story.clock.now(), ...overrides });

beforeAll(async () => {
  story = await startStory();
  ({ guildId } = story.sandbox);
  lea = await withRole('lea.dubois', 'En formation');
  sam = await withRole('sam_*_english', 'En formation', 'en-US');
  nadia = await withRole('nadia.alumni', 'Alumni');
  karim = await withRole('karim.alumni', 'Alumni', 'en-US');
  otto = await withRole('otto.alumni', 'Alumni');
  await mentor(nadia, {
    skillKeys: ['react', 'sql'],
    themes: ['cv', 'interview'],
    about: 'Je relis *vite* @everyone',
    capacity: 2,
  });
  await mentor(karim, { locale: 'en' });
  await mentor(otto, { themes: ['code_review'], availability: ['mon_morning'] });
});
beforeEach(() => story.sandbox.faults.clear());

const wish = {
  goals: 'Trouver une alternance avant l’été, et oser en parler.',
  themes: ['cv', 'interview'],
  skills: 'React, SQL',
  availability: ['tue_evening', 'sat_morning'],
  languages: ['fr'],
};

let request: Outcome;
test('a learner asks in one form, corrects what does not go, says more, and reads it all in their language', async () => {
  const form = await lea.run('mentoring request');
  expect(form.modal?.custom_id).toMatch(/^mentoring:request/);
  const wrong = await lea.submit(form, { ...wish, goals: '     ', skills: 'x'.repeat(45) });
  expect(shown(wrong)).toContain('à remplir');
  const long = await lea.submit(await lea.press(messageOf(wrong), 'form:correct'), { ...wish, skills: 'x'.repeat(45) });
  expect(shown(long)).toContain('40 caractères au plus');
  request = await lea.submit(await lea.press(messageOf(long), 'form:correct'), wish);
  for (const said of ['le plus important', 'React, SQL', 'mardi soir', 'Voir les mentors'])
    expect(shown(request)).toContain(said);
  request = await lea.select(messageOf(request), 'mentoring:request:main', ['interview']);
  expect((await waiting(lea))?.themes).toEqual(['interview', 'cv']);
  let more = await lea.press(messageOf(request), 'mentoring:request:more');
  const detail = { ways: ['voice', 'in_person'], stage: 'beginning', zone: ['guild'] };
  const nowhere = await lea.submit(more, { ...detail, place: 'Nullepart' });
  expect(shown(nowhere)).toContain('Je ne trouve pas **Nullepart**');
  more = await lea.press(messageOf(nowhere), 'form:correct');
  request = await lea.submit(more, { ...detail, place: '59000 Lille' });
  expect(await waiting(lea)).toMatchObject({ city: 'Lille', department: '59', stage: 'beginning', timeZone: null });
  const people = await lea.press(messageOf(request), 'mentoring:request:people');
  const self = await lea.submit(people, { first: [nadia.user.id], avoided: [lea.user.id] });
  expect(shown(self)).toContain('choisi vous-même');
  request = await lea.submit(people, { first: [nadia.user.id], avoided: [otto.user.id] });
  expect(shown(request)).not.toContain(otto.user.id);
  // Somebody without the role may not ask, and nothing of hers is theirs.
  expect(shown(await nadia.run('mentoring request'))).toContain('réservée à d’autres rôles');
  const english = await sam.run('mentoring request');
  request = await sam.submit(english, { ...wish, languages: ['fr', 'en'], skills: '' });
  expect(shown(request)).toContain('What now?');
});

test('proposals say why, the first chosen is asked at once, and only who is asked may answer', async () => {
  const screen = await lea.press(messageOf(await lea.run('mentoring request')), 'mentoring:choose:list');
  for (const said of ['Correspond à', 'mardi soir en commun', '\\\\*vite\\\\*', 'Choisir jusqu’à 2 personnes'])
    expect(shown(screen)).toContain(said);
  expect(shown(screen)).not.toContain(otto.user.id);
  const forged = await lea.forge.component(
    messageOf(screen),
    idIn(messageOf(screen), 'mentoring:choose:'),
    ComponentType.StringSelect,
    [otto.user.id],
  );
  expect(shown(forged)).toContain('plus disponible');
  const foreign = await sam.forge.component(
    messageOf(request),
    idIn(messageOf(screen), 'mentoring:choose:'),
    ComponentType.StringSelect,
    [nadia.user.id],
  );
  expect(shown(foreign)).toContain('not yours');
  const queue = await lea.select(messageOf(screen), `mentoring:choose:${guildId}`, [nadia.user.id, karim.user.id]);
  expect(shown(queue)).toContain('**1.**');
  await story.settle();
  const [asked, ...others] = dms(nadia, 'aimerait que vous l’accompagniez');
  expect([others, dms(karim, 'would like you')]).toEqual([[], []]);
  for (const said of ['oser en parler', 'Entretien d’entraînement', 'mardi soir']) expect(shown(asked)).toContain(said);
  expect(shown(await nadia.run('mentoring status'))).toContain('Des personnes vous demandent');
  const accept = idIn(asked, 'mentoring:accept');
  const stolen = await karim.forge.component(messageOf(await karim.run('mentoring status')), accept, ComponentType.Button);
  expect(shown(stolen)).toContain('not addressed to you');
  expect((await askOf(nadia)).state).toBe('asked');
});

test('a question goes to the learner and back, reminders come, and a no passes it on in the next one’s language', async () => {
  const [asked] = dms(nadia, 'aimerait que vous l’accompagniez');
  const form = await nadia.press(asked ?? '', 'mentoring:ask');
  await nadia.submit(form, { question: 'Dans quelle *ville* ?' });
  await story.settle();
  const [question] = dms(lea, 'aimerait en savoir plus');
  expect(shown(question)).toContain('\\\\*ville\\\\*');
  expect(shown(await lea.run('home'))).toContain('vous a posé une question');
  pause();
  const reply = await lea.press(question ?? '', 'mentoring:ask:answer');
  expect(shown(await lea.submit(reply, { answer: 'À Lille ou Roubaix.' }))).toContain('transmise');
  await story.settle();
  expect(shown(lastDm(nadia))).toContain('À Lille ou Roubaix.');
  await story.later(25 * hour);
  await story.later(24 * hour);
  expect(dms(nadia, 'attend toujours votre réponse')).toHaveLength(2);
  pause();
  const no = await nadia.press(lastDm(nadia) ?? '', 'mentoring:decline');
  expect(shown(no)).toContain('Pas en ce moment');
  await story.settle();
  expect(shown(lastDm(lea))).toContain(
    'ne peut pas vous accompagner en ce moment. Nous venons de transmettre votre demande à **karim',
  );
  expect(dms(karim, 'would like you to be their mentor')).toHaveLength(1);
  const rested = await nadia.select(lastDm(nadia) ?? '', 'mentoring:decline:pause', ['1']);
  expect(shown(rested)).toContain('en pause jusqu’au');
  expect(await story.db.mentorProfile.findFirst({ where: { userId: nadia.user.id } })).toMatchObject({
    state: 'paused',
    pausedAs: 'own',
  });
});

test('a mentor who stays silent loses the question, then is paused; both are told', async () => {
  await story.later(3 * day);
  expect((await askOf(karim)).state).toBe('expired');
  expect(shown(lastDm(lea))).toContain('choisissez parmi de nouvelles propositions');
  await story.later(4 * day + hour);
  expect(shown(lastDm(karim))).toContain('Your profile is paused');
  expect(shown(lastDm(lea))).toContain('ne répond pas depuis une semaine');
  const nobody = await lea.press(dms(lea, 'nouvelles propositions')[0] ?? '', 'mentoring:choose:list');
  expect(shown(nobody)).toContain('personne ne correspond');
  expect(shown(nobody)).toContain('l’équipe la voit');
});

test('a yes opens the pair although Discord is down and the mentor’s messages are closed; leaving ends it and offers another', async () => {
  await story.db.mentorHold.deleteMany();
  await story.db.mentorProfile.updateMany({
    where: { state: 'paused' },
    data: { state: 'approved', pausedAs: null, pausedUntil: null },
  });
  nadia.closeDms();
  story.sandbox.faults.next({ method: 'POST', route: '/users/@me/channels', status: 500 });
  pause();
  const list = await sam.press(messageOf(await sam.run('mentoring request')), 'mentoring:choose:list');
  expect(shown(list)).toContain('Fits at');
  await sam.select(messageOf(list), `mentoring:choose:${guildId}`, [nadia.user.id]);
  await story.settle();
  const [thread, ...more] = nadia.channels().filter(({ name }) => name === 'Votre mentorat');
  expect(more).toEqual([]);
  const asked = nadia.messages(thread?.id ?? '').filter((message) => has({ message }, 'mentoring:accept'));
  expect(asked).toHaveLength(1);
  expect(shown(asked[0])).toContain('sam\\\\_\\\\*\\\\_english');
  const yes = await nadia.press(asked[0] ?? '', 'mentoring:accept');
  expect(shown(yes)).toContain('Vous accompagnez');
  await story.settle();
  const pair = await story.db.mentoringPair.findFirstOrThrow({ where: { learnerId: sam.user.id } });
  expect(pair).toMatchObject({ mentorId: nadia.user.id, state: 'active', origin: 'asked' });
  expect(shown(await nadia.press(asked[0] ?? '', 'mentoring:accept').catch(() => undefined))).not.toContain('Vous accompagnez');
  expect(shown(await sam.run('mentoring request'))).toContain('accompanies you already');
  expect(shown(await sam.run('mentoring status'))).toContain('has accompanied you since');

  pause();
  const leaving = await nadia.run('mentoring leave');
  for (const said of ['profil de mentor est retiré', 'Vous cessez d’accompagner']) expect(shown(leaving)).toContain(said);
  await nadia.press(messageOf(leaving), 'mentoring:leave:yes');
  await story.settle();
  const [offer, ...twice] = dms(sam, 'Your pair has ended');
  expect(twice).toEqual([]);
  const again = await sam.press(offer ?? '', 'mentoring:request:again');
  expect(shown(again)).not.toContain(nadia.user.id);
  expect(await waiting(sam)).toMatchObject({ goals: wish.goals });
  const withdrawn = await sam.press(
    messageOf(await sam.press(messageOf(again), 'mentoring:request:withdraw')),
    'mentoring:request:withdraw_yes',
  );
  expect(shown(withdrawn)).toContain('Your request is withdrawn');
  expect(await waiting(sam)).toBeNull();
});

test('staff pair by hand, with the score and its reasons before; nobody else may', async () => {
  pause();
  const options = { mentor: karim.user.id, learner: lea.user.id };
  expect(shown(await lea.run('mentoring pair', options))).toContain('autres rôles');
  const preview = await story.boss.run('mentoring pair', options);
  expect(shown(preview)).toContain('Correspond à');
  const hindered = await story.boss.run('mentoring pair', { mentor: otto.user.id, learner: lea.user.id });
  expect(shown(hindered)).toContain('La raison reste privée');
  const id = idIn(messageOf(preview), 'mentoring:pair:yes');
  const own = messageOf(await lea.run('mentoring request'));
  expect(shown(await lea.forge.component(own, id, ComponentType.Button))).toContain('autres rôles');
  const { id: requestId } = await story.db.mentoringRequest.findFirstOrThrow({
    where: { userId: lea.user.id, state: 'waiting' },
  });
  // Both mentors of that list were asked already: the card of the request proposes nobody.
  const choice = await story.boss.forge.component(messageOf(preview), `mentoring:pair:${requestId}`, ComponentType.Button);
  expect(shown(choice)).toContain('Aucun mentor libre');
  const done = await story.boss.press(messageOf(preview), 'mentoring:pair:yes');
  expect(shown(done)).toContain('C’est fait');
  await story.settle();
  const pair = await story.db.mentoringPair.findFirstOrThrow({ where: { learnerId: lea.user.id } });
  expect(pair).toMatchObject({ mentorId: karim.user.id, origin: 'staff', createdBy: story.boss.user.id, requestId });
  await story.db.$transaction((tx) => endPair(tx, { guildId, pairId: pair.id, as: 'staff', now: story.clock.now() }));
  await story.settle();
  expect(dms(lea, 'Votre binôme est terminé')).toHaveLength(1);
  expect(dms(karim, 'Your pair has ended')).toHaveLength(1);
  expect(shown(dms(karim, 'Your pair has ended')[0])).toContain('Your place is free again');
});

test('a request that nobody touches is asked about, kept or closed; whoever leaves waits for nobody', async () => {
  const now = story.clock.now();
  const kept = await aRequest(story.db, { guildId, userId: lea.user.id, createdAt: now });
  const lost = await aRequest(story.db, { guildId, userId: sam.user.id, createdAt: now, locale: 'en' });
  await story.later(80 * day + hour);
  pause();
  await lea.press(dms(lea, 'Voulez-vous la garder')[0] ?? '', 'mentoring:request:keep');
  await story.later(10 * day + hour);
  expect(shown(lastDm(sam))).toContain('Your request for a mentor is closed');
  expect([(await waiting(lea))?.id, await waiting(sam)]).toEqual([kept.id, null]);
  expect(lost.id).toBeGreaterThan(kept.id);
  // Who is forgotten is named no more in what the mentors were told.
  expect(dms(nadia, 'lea.dubois').length).toBeGreaterThan(0);
  await erasePerson(story.db, features, { guildId, userId: lea.user.id, now: story.clock.now() });
  await story.settle();
  expect([...dms(nadia, 'lea.dubois'), ...dms(karim, 'lea.dubois')].filter((one) => one.embeds.length > 0)).toEqual([]);
  expect(await waiting(lea)).toBeNull();
  await aRequest(story.db, { guildId, userId: lea.user.id, createdAt: story.clock.now() });
  lea.leave();
  await story.settle();
  expect(await waiting(lea)).toBeNull();
  await aPair(story.db, { guildId, mentorId: otto.user.id, learnerId: sam.user.id, createdAt: story.clock.now() });
  expect(shown(await otto.run('mentoring status'))).toContain('Vous accompagnez');
});
