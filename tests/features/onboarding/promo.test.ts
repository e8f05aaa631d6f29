import { ComponentType } from 'discord-api-types/v10';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { day, hour } from '../../../src/kernel/time.ts';
import type { Outcome, Persona } from '../../../src/sandbox/persona/persona.ts';
import { type Story, startStory } from '../promos/story.ts';
import { cardOf, cardsOf, has, idsOf, lastDm, messageOf, panelOf, said, wordsOf } from './story.ts';

/** Course and promo at identification, and a promo more for somebody identified, as each person sees it. */

let story: Story;
let manager: Persona;
let other: Persona;
const running = 'CDA Lille 2027';
const planned = 'CDA Lille automne';
beforeAll(async () => {
  story = await startStory();
  manager = story.manager;
  other = await story.staff('thomas.vasseur');
  manager.listen(({ event, data }) => {
    const called = (data as { mentions?: { id: string }[] }).mentions?.some(({ id }) => id === manager.user.id);
    if (event === 'MESSAGE_CREATE' && called) calls.push(JSON.stringify(data));
  });
  await story.create({ name: running, start: '11/01/2027', end: '12/07/2027' });
  await story.create({ name: planned, start: '01/02/2027', end: '12/12/2027' });
});
beforeEach(() => {
  story.sandbox.faults.clear();
  story.clock.advance(5_000);
});

const promoIdOf = async (name: string) => (await story.promo(name)).id;
const requestOf = (person: Persona) =>
  story.db.identificationRequest.findFirstOrThrow({ where: { userId: person.user.id }, orderBy: { id: 'desc' } });
const insideOf = async (person: Persona) =>
  (
    await story.db.promoMember.findMany({
      where: { userId: person.user.id, leftAt: null },
      include: { promo: true },
      orderBy: { id: 'asc' },
    })
  ).map(({ promo, part }) => [promo.name, part]);
const told = (person: Persona) => {
  const message = lastDm(person);
  return message ? wordsOf(message) : '';
};
const optionsOf = (outcome: Outcome) =>
  [...JSON.stringify(messageOf(outcome).components).matchAll(/"label":"([^"]*)"/g)].map(([, label]) => label ?? '');
const approve = async (staff = other) => {
  const answer = await staff.press(cardOf(staff), 'onboarding:approve:');
  await story.settle();
  return answer;
};
/** Messages that called the manager when they were posted, by what they say. */
const calls: string[] = [];
const callsAbout = (words: string) => calls.filter((call) => call.includes(words)).length;
/** To the choice of the course. */
async function kindChosen(person: Persona, kind = 'learner'): Promise<Outcome> {
  let outcome = await person.press(panelOf(person), 'onboarding:start');
  if (has(outcome, 'onboarding:accept')) outcome = await person.press(messageOf(outcome), 'onboarding:accept');
  return person.select(messageOf(outcome), 'onboarding:kind', [kind]);
}
async function joinAsked(person: Persona, promo: string): Promise<Outcome> {
  story.clock.advance(5_000);
  const courses = await person.press(messageOf(await person.run('home')), 'onboarding:promo_join');
  const sent = await story.choosePromo(person, courses, promo);
  await story.settle();
  return sent;
}

describe.each([
  ['fr', 'Camille Durand', running, /votre promo|Votre promo/, 'ses salons vous sont ouverts', 'Ma formation ou ma promo'],
  ['en-US', 'Robin Baker', running, /Your promo/, 'its channels are open to you', 'My course or promo'],
] as const)('a newcomer in %s', (locale, name, promo, title, opening, way) => {
  test('chooses course then promo, its manager is called once, and one click brings them in', async () => {
    const [first = '', last = ''] = name.split(' ');
    const person = await story.arrive(`${first}.${last}`.toLowerCase(), { locale });
    const courses = await kindChosen(person);
    expect(optionsOf(courses)).toContain('CDA');
    expect(optionsOf(courses).join()).toContain(way);
    const course = (await story.promo(promo)).courseId;
    const promos = await person.select(messageOf(courses), 'onboarding:course', [String(course)]);
    expect(said(promos)).toMatch(title);
    expect(optionsOf(promos)).toEqual(expect.arrayContaining([running, planned]));
    const form = await person.select(messageOf(promos), 'onboarding:promo', [String(await promoIdOf(promo))]);
    const sent = await person.submit(form, { first_name: first, last_name: last, email: `${first}@exemple.fr` });
    await story.settle();
    expect(said(sent)).toContain(promo);
    expect(said(sent)).toContain('Lille');

    const card = cardOf(other);
    expect(wordsOf(card)).toContain(`**${promo}**`);
    expect(wordsOf(card)).toContain('du lundi 11 janvier 2027');
    expect(card.mentions.map(({ id }) => id)).toEqual([manager.user.id]);
    // A correction is an edit, and calls nobody.
    story.clock.advance(5_000);
    const again = await person.press(messageOf(sent), 'onboarding:correct:');
    await person.submit(again, { first_name: first, last_name: last, email: `${last}@exemple.fr` });
    await story.settle();
    expect((await requestOf(person)).promoId).toBe(await promoIdOf(promo));
    expect(callsAbout(name)).toBe(1);

    expect(said(await approve())).toContain(promo);
    expect(await insideOf(person)).toEqual([[promo, 'learner']]);
    expect(story.rolesOf(person)).toEqual(['CDA', promo, 'En formation', 'Lille'].sort());
    expect(told(person)).toContain(`**${promo}**`);
    expect(told(person)).toContain(opening);
    expect(cardOf(other).components).toEqual([]);
    expect(wordsOf(cardOf(other))).not.toContain('pas pu être fait');
  });
});

test('of a promo to come the person is told when it opens, and learns from its first day', async () => {
  const person = await story.arrive('plus.tard');
  await story.introduce(person, { first: 'Paul', last: 'Tard', promo: planned });
  await approve();
  expect(await insideOf(person)).toEqual([[planned, 'learner']]);
  expect(told(person)).toContain('lundi 1er février 2027');
  expect(story.rolesOf(person)).toEqual(['En formation']);
});

test('the whole way is open from a direct message too', async () => {
  const person = await story.arrive('par.message');
  const pointer = lastDm(person);
  if (!pointer) throw new Error('not told');
  const notice = await person.press(pointer, 'onboarding:resume');
  const kinds = await person.press(messageOf(notice), 'onboarding:accept');
  const courses = await person.select(messageOf(kinds), 'onboarding:kind', ['learner']);
  const form = await story.choosePromo(person, courses, planned);
  const sent = await person.submit(form, { first_name: 'Par', last_name: 'Message', email: 'par@exemple.fr' });
  await story.settle();
  expect(said(sent)).toContain(planned);
  expect((await requestOf(person)).promoId).toBe(await promoIdOf(planned));
  // Back to the situation and on again, with the promo kept.
  story.clock.advance(5_000);
  const again = await person.select(messageOf(sent), 'onboarding:kind', ['trainer']);
  expect(said(again)).toContain(`Promo choisie jusqu’ici : **${planned}**`);
  const situation = await person.press(messageOf(again), 'Changer de situation');
  story.clock.advance(5_000);
  const kept = await person.select(messageOf(situation), 'onboarding:kind', ['learner']);
  expect((await person.press(messageOf(kept), 'Garder ma promo')).modal).toBeTruthy();
  expect(await requestOf(person)).toMatchObject({ kind: 'learner', promoId: await promoIdOf(planned) });
});

test('a trainer enters as a trainer, and kinds without a promo are asked for none', async () => {
  const trainer = await story.arrive('forme.promo');
  await story.introduce(trainer, { kind: 'trainer', first: 'Forme', last: 'Promo', promo: running });
  await approve();
  expect(await insideOf(trainer)).toEqual([[running, 'trainer']]);
  const recruiter = await story.arrive('recrute.ici');
  expect((await kindChosen(recruiter, 'recruiter')).modal).toBeTruthy();
});

test('whose promo is not in the list goes on without, and staff can still choose it before accepting', async () => {
  const person = await story.arrive('pas.liste');
  await story.introduce(person, { first: 'Ab', last: 'Sente' });
  expect(await requestOf(person)).toMatchObject({ status: 'pending', promoId: null });
  expect(wordsOf(cardOf(other))).toContain('Aucune n’a été choisie');
  const courses = await other.press(cardOf(other), 'onboarding:promo_change:');
  const { courseId, id } = await story.promo(planned);
  const promos = await other.select(messageOf(courses), 'onboarding:course_of:', [String(courseId)]);
  const card = await other.select(messageOf(promos), 'onboarding:promo_of:', [String(id)]);
  expect(said(card)).toContain(planned);
  await story.settle();
  // The card is posted anew: its manager is called to it.
  expect(callsAbout('Ab Sente')).toBe(1);
  expect(cardsOf(manager).filter((one) => wordsOf(one).includes('Ab Sente'))).toHaveLength(1);
  await other.press(messageOf(card), 'onboarding:approve:');
  await story.settle();
  expect(await insideOf(person)).toEqual([[planned, 'learner']]);
});

test('the promo is changed until it is accepted, goes with a kind that has none, and staff drop it', async () => {
  const person = await story.arrive('change.avis');
  await story.introduce(person, { first: 'Change', last: 'Avis', promo: running });
  await story.introduce(person, { first: 'Change', last: 'Avis', promo: planned });
  expect((await requestOf(person)).promoId).toBe(await promoIdOf(planned));
  expect(cardsOf(other).filter((one) => wordsOf(one).includes('Change Avis'))).toHaveLength(1);
  // The same manager has two promos, and is called for each, once.
  expect(callsAbout('Change Avis')).toBe(2);
  const stale = cardOf(other);
  const courses = await other.press(stale, 'onboarding:promo_change:');
  await other.press(messageOf(courses), 'onboarding:promo_drop:');
  await story.settle();
  expect((await requestOf(person)).promoId).toBeNull();
  const former = idsOf(stale).find((id) => id.startsWith('onboarding:approve:')) ?? '';
  expect(said(await other.forge.component(cardOf(other), former, ComponentType.Button))).toMatch(/a changé depuis/);
  await story.introduce(person, { first: 'Change', last: 'Avis', promo: running });
  await other.select(cardOf(other), 'onboarding:as:', ['recruiter']);
  await story.settle();
  expect(await requestOf(person)).toMatchObject({ kind: 'recruiter', promoId: null });
  await approve();
  expect(await insideOf(person)).toEqual([]);
});

test('a promo that is cancelled before it is chosen is refused, and the list comes again', async () => {
  await story.create({ name: 'CDA éphémère', start: '01/03/2027', end: '12/12/2027' });
  const { id, courseId } = await story.promo('CDA éphémère');
  const person = await story.arrive('trop.tard');
  const promos = await person.select(messageOf(await kindChosen(person)), 'onboarding:course', [String(courseId)]);
  const cancel = async () => {
    const preview = await manager.run('promo cancel', { promo: 'CDA éphémère' });
    await manager.press(messageOf(preview), 'promos:confirm:');
    await story.settle();
  };
  const undo = async () => {
    const shown = await manager.run('promo show', { promo: 'CDA éphémère' });
    await manager.press(messageOf(shown), 'promos:undo:');
    await story.settle();
  };
  await cancel();
  const refused = await person.select(messageOf(promos), 'onboarding:promo', [String(id)]);
  expect(refused.modal).toBeNull();
  expect(said(refused)).toMatch(/terminée, annulée/);
  expect(optionsOf(refused)).toContain(running);
  expect(optionsOf(refused)).not.toContain('CDA éphémère');

  // Chosen, and cancelled while the form was open: nothing that was typed is lost.
  await undo();
  story.clock.advance(5_000);
  const courses = await person.press(messageOf(refused), 'onboarding:courses:');
  const form = await story.choosePromo(person, courses, 'CDA éphémère');
  await cancel();
  const unsent = await person.submit(form, { first_name: 'Trop', last_name: 'Tard', email: 'trop@exemple.fr' });
  await story.settle();
  expect(said(unsent)).toMatch(/n’est pas encore partie/);
  expect(await requestOf(person)).toMatchObject({ status: 'draft', promoId: null, lastName: 'Tard' });
  story.clock.advance(5_000);
  const again = await story.choosePromo(person, unsent, running);
  expect(JSON.stringify(again.modal)).toContain('"value":"Tard"');
  await person.submit(again, { first_name: 'Trop', last_name: 'Tard', email: 'trop@exemple.fr' });
  await story.settle();
  expect(await requestOf(person)).toMatchObject({ status: 'pending', promoId: await promoIdOf(running) });

  // Cancelled while it waits: accepting stands, and everybody is told why the promo was not joined.
  await undo();
  await story.introduce(person, { first: 'Trop', last: 'Tard', promo: 'CDA éphémère' });
  await cancel();
  const answer = await approve();
  expect(said(answer)).toMatch(/n’est pas entrée dans \*\*CDA éphémère\*\*/);
  expect(wordsOf(cardOf(manager))).toMatch(/n’est pas entrée dans \*\*CDA éphémère\*\*/);
  expect(told(person)).toMatch(/vous n’y entrez pas/);
  expect(story.rolesOf(person)).toEqual(['En formation']);
  expect(await insideOf(person)).toEqual([]);
});

describe('somebody identified', () => {
  test('joins a second promo with one request and one click, in their space, and sees where it stands', async () => {
    const person = await story.arrive('deux.promos');
    await story.introduce(person, { first: 'Deux', last: 'Promos', promo: running });
    await approve();
    const sent = await joinAsked(person, planned);
    expect(sent.modal).toBeNull();
    expect(said(sent)).toContain(planned);
    expect(await requestOf(person)).toMatchObject({ status: 'pending', isJoin: true, lastName: 'Promos' });
    const card = cardOf(other);
    expect(wordsOf(card)).toContain('rejoindre une promo');
    expect(wordsOf(card)).toContain('Identité déjà confirmée (En formation)');
    expect(wordsOf(card)).toContain(running);
    expect(has({ message: card }, 'onboarding:as:')).toBe(false);
    expect(has(await person.run('home'), 'onboarding:promo_join')).toBe(false);
    expect(said(await person.run('identify'))).toContain(planned);
    await approve();
    expect(await insideOf(person)).toEqual([
      [running, 'learner'],
      [planned, 'learner'],
    ]);
    expect(told(person)).toMatch(new RegExp(`acceptée[^]*\\*\\*${planned}\\*\\*[^]*lundi 1er février`));
    expect(person.member?.nick).toBe('Deux Promos');
  });

  test('asks in English, is asked something, answers, is refused with the reason, and takes another back', async () => {
    const person = await story.arrive('asks.english', { locale: 'en-US' });
    await story.introduce(person, { first: 'Ask', last: 'English' });
    await approve();
    await joinAsked(person, running);
    await other.submit(await other.press(cardOf(other), 'onboarding:ask:'), { question: 'Why?' });
    await story.settle();
    const question = lastDm(person);
    if (!question) throw new Error('not told');
    const form = await person.press(question, 'onboarding:correct:');
    const answered = await person.submit(form, {
      answer: 'Because',
      first_name: 'Ask',
      last_name: 'English',
      email: 'a@exemple.fr',
    });
    await story.settle();
    expect(said(answered)).toContain('Your request to join a promo');
    expect(wordsOf(cardOf(other))).toContain('Because');
    await other.submit(await other.press(cardOf(other), 'onboarding:refuse:'), { reason: 'Full' });
    await story.settle();
    expect(told(person)).toContain('Full');
    const home = await person.run('home');
    expect(JSON.stringify(messageOf(home))).toContain('request to join a promo was not accepted');
    const standing = await person.run('identify');
    expect(said(standing)).toContain('Full');
    const courses = await person.press(messageOf(standing), 'onboarding:promo_join');
    story.clock.advance(5_000);
    const sent = await story.choosePromo(person, courses, planned);
    await story.settle();
    const withdrawn = await person.press(messageOf(sent), 'onboarding:withdraw:');
    await story.settle();
    expect(said(withdrawn)).toMatch(/Your identity stays confirmed/);
    expect(cardOf(other).components).toEqual([]);
    expect(await insideOf(person)).toEqual([]);
  });

  test('changes the promo of the open request, which stays one, and a pending change goes first', async () => {
    const person = await story.arrive('une.seule');
    await story.introduce(person, { first: 'Une', last: 'Seule' });
    await approve();
    const sent = await joinAsked(person, running);
    story.clock.advance(5_000);
    await story.choosePromo(person, await person.press(messageOf(sent), 'onboarding:promo_join'), planned);
    await story.settle();
    const open = await story.db.identificationRequest.findMany({ where: { userId: person.user.id, status: 'pending' } });
    expect(open.map(({ promoId }) => promoId)).toEqual([await promoIdOf(planned)]);
    await person.press(messageOf(await person.run('identify')), 'onboarding:withdraw:');
    // A change of identity that waits.
    story.clock.advance(5_000);
    const choices = await person.press(messageOf(await person.run('identify')), 'onboarding:change');
    const form = await person.select(messageOf(choices), 'onboarding:kind', ['recruiter']);
    await person.submit(form, { first_name: 'Une', last_name: 'Autre', email: 'une@exemple.fr' });
    await story.settle();
    expect(has(await person.run('home'), 'onboarding:promo_join')).toBe(false);
    story.clock.advance(5_000);
    const { guildId } = story.sandbox;
    const forged = `onboarding:promo:${guildId}:join:1:0`;
    const id = String(await promoIdOf(running));
    const refused = await person.forge.component(panelOf(person), forged, ComponentType.StringSelect, [id]);
    expect(said(refused)).toMatch(/déjà une demande de modification/);
  });

  test('an alumni who enters a running promo learns again; one that is to come waits for its first day', async () => {
    const [now, later] = [await story.arrive('alumni.now'), await story.arrive('alumni.later')];
    for (const [person, promo] of [
      [now, running],
      [later, planned],
    ] as const) {
      await story.introduce(person, { kind: 'alumni', first: 'Al', last: 'Umni' });
      await approve();
      await joinAsked(person, promo);
      expect(wordsOf(cardOf(other))).toContain('Identité déjà confirmée (Alumni)');
      await approve();
    }
    const kindOf = async ({ user }: Persona) => (await story.db.member.findFirstOrThrow({ where: { userId: user.id } })).kind;
    expect([await kindOf(now), await kindOf(later)]).toEqual(['learner', 'alumni']);
    expect(story.rolesOf(now)).toEqual(['CDA', running, 'En formation', 'Lille'].sort());
    expect(story.rolesOf(later)).toEqual(['Alumni']);
  });

  test('who leaves takes the request along, and finds their promos again', async () => {
    const person = await story.arrive('part.revient');
    await story.introduce(person, { first: 'Part', last: 'Revient', promo: running });
    await approve();
    await joinAsked(person, planned);
    person.leave();
    await story.settle();
    expect(cardOf(other).components).toEqual([]);
    expect(callsAbout('Part Revient')).toBe(2);
    story.clock.advance(1_000);
    person.join();
    await story.settle();
    expect(story.rolesOf(person)).toEqual(['CDA', running, 'En formation', 'Lille'].sort());
    expect(await insideOf(person)).toEqual([[running, 'learner']]);
  });
});

test('a manager finds the requests of their promos first', async () => {
  const { guildId } = story.sandbox;
  await story.db.identificationRequest.deleteMany({ where: { status: 'pending' } });
  const [stranger, own] = [await story.arrive('sans.promo'), await story.arrive('avec.promo')];
  await story.introduce(stranger, { kind: 'candidate', first: 'Sans', last: 'Promo' });
  await story.introduce(own, { first: 'Avec', last: 'Promo', promo: running });
  const first = async (staff: Persona) => {
    const home = await staff.run('home');
    return { home: JSON.stringify(messageOf(home)), queue: said(await staff.press(messageOf(home), 'onboarding:queue')) };
  };
  const managers = await first(manager);
  expect(managers.home).toContain('1 concerne l’une de vos promos');
  expect(managers.queue).toContain('Avec Promo');
  const others = await first(other);
  expect(others.home).not.toContain('vos promos.');
  expect(others.queue).toContain('Sans Promo');
  expect(guildId).toBeTruthy();
  // A day later staff are reminded, and the manager is named.
  await story.later(day + hour);
  const late = manager.messages('demandes').findLast(({ content }) => content.includes('depuis plus de 24 heures'));
  expect(late?.mentions.map(({ id }) => id)).toEqual([manager.user.id]);
});

test('promos of another server, numbers that are none, and steps that were not asked are refused', async () => {
  const person = await story.arrive('forge.promo');
  const { guildId } = story.sandbox;
  const foreign = '1592090689536000099';
  const [course, campus] = await Promise.all(
    (['course', 'campus'] as const).map((kind) =>
      story.db.catalogueEntry.create({ data: { guildId: foreign, kind, name: kind, createdAt: story.clock.now() } }),
    ),
  );
  const { id } = await story.db.promo.create({
    data: {
      ...{
        guildId: foreign,
        courseId: course?.id ?? 0,
        campusId: campus?.id ?? 0,
        name: 'Ailleurs',
        createdAt: story.clock.now(),
      },
      ...{ startsOn: new Date('2027-02-01'), endsOn: new Date('2027-05-01'), template: {} },
    },
  });
  const panel = panelOf(person);
  const forge = (address: string, values: string[]) => {
    story.clock.advance(5_000);
    return person.forge.component(panel, address, ComponentType.StringSelect, values);
  };
  const promo = (aim: string) => `onboarding:promo:${guildId}:${aim}:${course?.id}:0`;
  for (const value of [String(id), '0', '-1', 'abc', '99999999999'])
    expect(said(await forge(promo('identify'), [value]))).toMatch(/n’existe pas/);
  expect(said(await forge(`onboarding:course:${guildId}:identify:0`, [String(course?.id)]))).toMatch(/n’existe pas/);
  // Before the rules, the kind, or an identity.
  const real = String(await promoIdOf(running));
  expect(said(await forge(promo('identify'), [real]))).toMatch(/accepter les règles/);
  await kindChosen(person, 'recruiter');
  expect(said(await forge(promo('identify'), [real]))).toMatch(/ne va qu’avec/);
  expect(said(await forge(promo('join'), [real]))).toMatch(/identité soit confirmée/);
  expect(said(await forge('onboarding:promo_of:1:1:0', [real]))).toMatch(/réservée à d’autres rôles/);
  expect((await requestOf(person)).promoId).toBeNull();
});

test('a program that dies at the call posts one card, and calls the manager once', async () => {
  const person = await story.arrive('panne.carte');
  const route = '/channels/{channel_id}/messages';
  for (const afterEffect of [false, true]) story.sandbox.faults.next({ method: 'POST', route, status: 'closed', afterEffect });
  await story.introduce(person, { first: 'Panne', last: 'Carte', promo: running });
  await story.restart();
  const cards = cardsOf(other).filter((card) => wordsOf(card).includes('Panne Carte'));
  expect([cards.length, callsAbout('Panne Carte')]).toEqual([1, 1]);
  expect((await requestOf(person)).calledPromoIds).toEqual([await promoIdOf(running)]);
  // Deleted by hand, it comes back and calls nobody again.
  story.boss.remove(cardOf(other).id);
  await story.settle();
  expect(wordsOf(cardOf(other))).toContain('Panne Carte');
  expect(callsAbout('Panne Carte')).toBe(1);
  // It dies right after the decision, which another finishes.
  await other.press(cardOf(other), 'onboarding:approve:');
  await story.restart();
  expect(await insideOf(person)).toEqual([[running, 'learner']]);
  expect(person.messages('dm').filter(({ content }) => content.includes(running))).toHaveLength(1);
});

test('more than 25 courses and promos are read by pages', async () => {
  const { guildId } = story.sandbox;
  const { campusId } = await story.promo(running);
  const number = (index: number) => String(index).padStart(2, '0');
  const at = story.clock.now();
  const dates = { startsOn: new Date('2027-06-01'), endsOn: new Date('2027-12-01'), template: {}, createdAt: at };
  const made = await story.db.catalogueEntry.createManyAndReturn({
    data: Array.from({ length: 30 }, (_, index) => ({
      ...{ guildId, kind: 'course' as const, name: `Formation ${number(index)}`, createdAt: at },
    })),
  });
  const last = made.find(({ name }) => name === 'Formation 29');
  await story.db.promo.createMany({
    data: [
      ...made.map(({ id, name }) => ({ guildId, courseId: id, campusId, name: `${name} P`, ...dates })),
      ...Array.from({ length: 60 }, (_, index) => ({
        ...{ guildId, courseId: last?.id ?? 0, campusId, name: `Promo ${number(index)}`, ...dates },
      })),
    ],
  });
  const person = await story.arrive('mille.promos');
  const courses = await kindChosen(person);
  expect(optionsOf(courses)).not.toContain('Formation 29');
  const second = await person.press(messageOf(courses), `onboarding:courses:${guildId}:identify:1`);
  expect(second.message?.id).toBe(courses.message?.id);
  expect(optionsOf(second)).toContain('Formation 29');
  const promos = await person.select(messageOf(second), 'onboarding:course', [String(last?.id)]);
  const page = `onboarding:promos:${guildId}:identify:${last?.id}`;
  const middle = await person.press(messageOf(promos), `${page}:1`);
  const end = await person.press(messageOf(middle), `${page}:2`);
  expect(optionsOf(end)).toEqual(expect.arrayContaining(['Promo 59']));
  expect(has(end, `${page}:3`)).toBe(false);
  const back = await person.press(messageOf(end), 'onboarding:courses:');
  expect(optionsOf(back)).toContain('CDA');
  const promo = await story.promo('Promo 59');
  const form = await person.select(messageOf(end), 'onboarding:promo', [String(promo.id)]).catch(() => null);
  // The message shows the courses again: its own select is gone, and the way is walked once more.
  expect(form).toBeNull();
  const again = await person.press(messageOf(back), `onboarding:courses:${guildId}:identify:1`);
  const shown = await person.select(messageOf(again), 'onboarding:course', [String(last?.id)]);
  const there = await person.press(messageOf(await person.press(messageOf(shown), `${page}:1`)), `${page}:2`);
  const opened = await person.select(messageOf(there), 'onboarding:promo', [String(promo.id)]);
  await person.submit(opened, { first_name: 'Mille', last_name: 'Promos', email: 'mille@exemple.fr' });
  await story.settle();
  expect((await requestOf(person)).promoId).toBe(promo.id);
});
