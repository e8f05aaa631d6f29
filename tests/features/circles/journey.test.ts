import type { APIMessage } from 'discord-api-types/v10';
import { beforeAll, expect, test } from 'vitest';
import { day, hour, minute } from '../../../src/kernel/time.ts';
import { deleteThread, type ThreadChannel } from '../../../src/sandbox/operations/threads.ts';
import type { Outcome, Persona } from '../../../src/sandbox/persona/persona.ts';
import { aMentor } from '../mentoring/factory.ts';
import { idsOf, messageOf, type Story, startStory } from '../onboarding/story.ts';

/** Learners, mentors and staff, each at their own screen. */

let story: Story;
let guildId: string;
let lea: Persona;
let tom: Persona;
let nina: Persona;
let sam: Persona;
let ines: Persona;
let noe: Persona;
let helper: Persona;
let recruiter: Persona;

const shown = (from: Outcome | APIMessage | undefined): string => {
  const message = from && 'failed' in from ? from.message : from;
  return JSON.stringify([message?.content, message?.embeds, message?.components]);
};
const ids = (from: Outcome | APIMessage | undefined): string[] => {
  const message = from && 'failed' in from ? from.message : from;
  return message ? idsOf(message) : [];
};
const button = 2;
const dms = (person: Persona, words: string) => person.messages('dm').filter((message) => shown(message).includes(words));
const threads = (person: Persona, name: string) =>
  person.channels().filter(({ thread, name: own }) => thread && own.startsWith(name));
const one = <T>(list: readonly T[]): T => {
  const [first, ...more] = list;
  if (!first || more.length > 0) throw new Error(`${list.length} instead of one`);
  return first;
};

async function withRole(username: string, role: string, locale: 'fr' | 'en-US' = 'fr'): Promise<Persona> {
  const person = await story.arrive(username, { locale });
  story.boss.guild.members.get(person.user.id)?.roles.splice(0, 10, story.roleId(role));
  await story.db.member.updateMany({ where: { userId: person.user.id }, data: { welcomedAt: story.clock.now() } });
  return person;
}

const profile = (person: Persona, locale: 'fr' | 'en' = 'fr') =>
  aMentor(story.db, { guildId, userId: person.user.id, locale, languages: ['fr', 'en'], createdAt: story.clock.now() });

beforeAll(async () => {
  story = await startStory();
  ({ guildId } = story.sandbox);
  lea = await withRole('lea.dubois', 'En formation');
  tom = await withRole('tom.petit', 'En formation', 'en-US');
  nina = await withRole('nina.alumni', 'Alumni');
  sam = await withRole('sam.alumni', 'Alumni', 'en-US');
  ines = await withRole('ines.alumni', 'Alumni');
  noe = await withRole('noe.sansprofil', 'Alumni');
  helper = await story.staff('thomas.aide');
  recruiter = await withRole('nour.recrute', 'Recrutement');
  await profile(nina);
  await profile(sam, 'en');
  await profile(ines);
  ines.closeDms();
});

const asked = {
  themes: 'cv',
  about: 'Mon CV ne *plaît* pas : aucune réponse.',
  availability: 'today',
  skills: '',
  languages: ['fr'],
};

async function ask(person: Persona, change: Partial<typeof asked> = {}): Promise<Outcome> {
  story.clock.advance(6_000);
  const form = await person.press(messageOf(await person.run('mentoring flash')), 'mentoring:flash:ask');
  const sent = await person.submit(form, { ...asked, ...change });
  await story.settle();
  return sent;
}

test('a learner asks in one short form, and every fitting mentor can take it where they are told', async () => {
  expect(recruiter.commands().map(({ path }) => path)).toContain('mentoring flash');
  expect(shown(await recruiter.run('mentoring flash'))).toContain('réservée à d’autres rôles');
  expect(shown(await lea.run('mentoring flash'))).toContain('3 demandes');
  const wrong = await ask(lea, { skills: 'a'.repeat(60) });
  expect(shown(wrong)).toContain('40 caractères au plus');
  const sent = await lea.submit(await lea.press(messageOf(wrong), 'form:correct'), asked);
  expect(shown(sent)).toContain('3 mentors');
  await story.settle();

  const request = one(dms(nina, 'Aide flash'));
  expect(shown(request)).toContain('ne \\\\*plaît\\\\* pas');
  expect(shown(request)).not.toContain(lea.user.id);
  expect(one(dms(sam, 'Flash help'))).toBeDefined();
  const [thread] = threads(ines, 'Votre mentorat');
  expect(one(ines.messages(thread?.id ?? '').filter((message) => shown(message).includes('Je prends')))).toBeDefined();
  expect(shown(await nina.run('home'))).toContain('1 demande flash attend');

  // Nobody takes what they were not asked, nor their own, nor with a number of another server.
  const { id } = await story.db.mentoringFlash.findFirstOrThrow();
  for (const forged of [`mentoring:flash:take:${guildId}:${id}`, `mentoring:flash:take:${guildId}:99999`]) {
    expect(shown(await noe.forge.component(messageOf(await noe.run('home')), forged, button))).toContain('n’est pas la vôtre');
    expect(shown(await lea.forge.component(messageOf(sent), forged, button))).toContain('n’est pas la vôtre');
  }
  expect(shown(await lea.forge.component(messageOf(sent), `mentoring:flash:take:nulle:${id}`, button))).toContain(
    'n’est plus actif',
  );
});

test('the first has it, the others read that it is taken; both meet in one thread although Discord’s answer was lost', async () => {
  story.sandbox.faults.next({ method: 'POST', route: '/channels/{channel_id}/threads', status: 'closed', afterEffect: true });
  story.sandbox.faults.next({ method: 'PUT', route: '/channels/{channel_id}/thread-members/{user_id}', status: 500 });
  expect(shown(await nina.press(one(dms(nina, 'Aide flash')), 'mentoring:flash:take'))).toContain('Un fil privé s’ouvre');
  await story.settle();
  expect(shown(one(dms(sam, 'already taken')))).not.toContain('mentoring:flash:take');
  const [notice] = threads(ines, 'Votre mentorat');
  expect(one(ines.messages(notice?.id ?? '').filter((message) => shown(message).includes('déjà prise')))).toBeDefined();
  for (const person of [lea, nina]) {
    const { id } = one(threads(person, 'Flash n°'));
    expect(shown(one(person.messages(id).filter(({ embeds }) => embeds.length > 0)))).toContain('Trois changements');
  }
  expect(threads(sam, 'Flash n°')).toEqual([]);
  expect(shown(await lea.run('mentoring flash'))).toContain('Un mentor a répondu');
  expect(shown(await lea.run('home'))).toContain('séance flash est à faire');
});

test('it is done with one click; the minutes count, the answer is private, and the thread goes two days later', async () => {
  const { id } = one(threads(lea, 'Flash n°'));
  const opening = () => one(nina.messages(id).filter(({ embeds }) => embeds.length > 0));
  const done = await nina.press(opening(), 'mentoring:flash:done');
  expect(shown(done)).toContain('30 minutes');
  expect(shown(await nina.select(messageOf(done), 'mentoring:flash:minutes', ['60']))).toContain('60 minutes');
  await story.settle();
  expect(shown(opening())).toContain('Séance terminée : 60 minutes');
  expect(ids(opening())).not.toContain('mentoring:flash:cancel');
  const question = one(dms(lea, 'Vous a-t-elle aidé'));
  const [yes = ''] = ids(question);
  expect(shown(await nina.forge.component(messageOf(done), yes, button))).toContain('n’est pas la vôtre');
  await lea.press(question, 'mentoring:flash:helped');
  expect(await story.db.mentoringFlash.findFirstOrThrow()).toMatchObject({ helped: true, minutes: 60, state: 'done' });
  await story.later(2 * day - hour);
  expect(threads(lea, 'Flash n°')).toHaveLength(1);
  await story.later(2 * hour);
  expect([...threads(lea, 'Flash n°'), ...threads(nina, 'Flash n°')]).toEqual([]);
});

test('nobody takes it: the learner is told what else they can do; a mentor may pass, and stop being asked', async () => {
  await ask(tom, { themes: 'cv', languages: ['en'] });
  // Nina took one this week.
  expect(dms(nina, 'mentoring:flash:take')).toEqual([]);
  expect(shown(await sam.press(one(dms(sam, 'mentoring:flash:take')), 'mentoring:flash:pass'))).toContain(
    'thank you for answering',
  );
  const [notice] = threads(ines, 'Votre mentorat');
  const told = ines
    .messages(notice?.id ?? '')
    .filter((message) => ids(message).some((id) => id.startsWith('mentoring:flash:stop')));
  expect(shown(await ines.press(one(told), 'mentoring:flash:stop'))).toContain('plus de demandes flash');
  const choice = await ines.run('mentoring flash');
  expect(shown(choice)).toContain('non, aucune demande flash');
  expect(shown(await ines.select(messageOf(choice), 'mentoring:flash:wish', ['always']))).toContain('même si j’en ai déjà pris');
  expect(shown(await noe.run('mentoring flash'))).toContain('Recevoir des demandes flash');
  await story.later(2 * day + hour);
  expect(ids(one(dms(tom, 'No mentor could take')))).toEqual(['mentoring:flash', 'mentoring:request', 'mentoring:circle']);
  // Without its channel the thread waits for it; Discord refuses, staff see it, and another try makes it.
  await ask(tom, { languages: ['en'] });
  story.sandbox.faults.next({ method: 'POST', route: '/channels/{channel_id}/threads', status: 403 });
  await sam.press(one(dms(sam, 'mentoring:flash:take')), 'mentoring:flash:take');
  await story.settle();
  expect(threads(tom, 'Flash no.')).toEqual([]);
  expect(await story.db.fault.count({ where: { key: { startsWith: 'circles.flash_room' } } })).toBe(1);
  await story.later(hour);
  const { id } = one(threads(tom, 'Flash no.'));
  expect(await story.db.fault.count({ where: { key: { startsWith: 'circles.flash_room' } } })).toBe(0);

  // Something is wrong: it stops at once, staff read it, the thread stays for them.
  const opening = one(tom.messages(id).filter(({ embeds }) => embeds.length > 0));
  const form = await tom.press(opening, 'mentoring:flash:report');
  expect(shown(await tom.submit(form, { about: 'He asked for my <@&1> address.' }))).toContain('Staff are told');
  await story.settle();
  expect(threads(tom, 'Flash no.')).toEqual([]);
  expect(one(dms(sam, 'that you took is cancelled'))).toBeDefined();
  const line = one(helper.messages('suivi-mentorat').filter((message) => shown(message).includes('Signalement')));
  expect(shown(line)).toContain('address');
  const other = messageOf(await sam.run('home'));
  expect(shown(await sam.forge.component(other, ids(line)[0] ?? '', button))).toContain('other roles');
  await story.later(4 * day);
  expect(threads(sam, 'Flash no.')).toHaveLength(1);
  expect(shown(await helper.press(line, 'mentoring:circle:handled'))).toContain('est traité');
  await story.later(2 * hour);
  expect(threads(sam, 'Flash no.')).toEqual([]);
  expect(await story.db.auditEntry.count({ where: { action: 'circles.handle_report' } })).toBe(1);
});

const circle = {
  title: 'Préparer ses entretiens',
  themes: ['interview'],
  about: 'Chaque semaine, une personne passe un entretien et les autres observent.',
  capacity: ['2'],
  end: '30/04/2027',
};

test('a mentor opens a circle after a look at it; one message announces it and shows the seats as they fill', async () => {
  expect(shown(await lea.run('mentoring circle'))).toContain('Aucun cercle');
  expect(ids(await lea.run('mentoring circle'))).toEqual([]);
  const list = await nina.run('mentoring circle');
  const wrong = await nina.submit(await nina.press(messageOf(list), 'mentoring:circle:new'), { ...circle, end: '01/01/2020' });
  expect(shown(wrong)).toContain('après aujourd’hui');
  let draft = await nina.submit(await nina.press(messageOf(wrong), 'form:correct'), circle);
  expect(shown(draft)).toContain('Rien n’est publié');
  draft = await nina.submit(await nina.press(messageOf(draft), 'mentoring:circle:edit'), {
    ...circle,
    title: 'Oser l’entretien',
  });
  const unknown = await nina.submit(await nina.press(messageOf(draft), 'mentoring:circle:who'), { audience: 'Alchimie' });
  expect(shown(unknown)).toContain('Alchimie');
  const { id } = await story.db.mentoringCircle.findFirstOrThrow();
  expect(shown(await lea.forge.component(messageOf(await lea.run('home')), `mentoring:circle:publish:${id}`, button))).toContain(
    'n’est pas le vôtre',
  );
  expect(shown(await lea.forge.component(messageOf(await lea.run('home')), `mentoring:circle:show:${id}`, button))).toContain(
    'n’est pas le vôtre',
  );
  await nina.press(messageOf(draft), 'mentoring:circle:publish');
  await story.settle();
  // What is of mentoring is not shown to whoever it does not concern.
  const elsewhere = messageOf(await recruiter.run('home'));
  expect(shown(await recruiter.forge.component(elsewhere, `mentoring:circle:show:${id}`, button))).toContain(
    'n’est pas le vôtre',
  );

  const card = () => one(lea.messages('mentorat').filter((message) => shown(message).includes('Cercle · Oser')));
  expect(shown(card())).toContain('2 places libres');
  expect(shown(await nina.press(card(), 'mentoring:circle:join'))).toContain('réservée à d’autres rôles');
  expect(shown(await lea.press(card(), 'mentoring:circle:join'))).toContain('Vous êtes dans le cercle');
  expect(shown(await tom.press(card(), 'mentoring:circle:join'))).toContain('You are in the circle');
  await story.settle();
  expect(shown(card())).toContain('Complet (2)');
  const eva = await withRole('eva.attend', 'En formation');
  expect(shown(await eva.press(card(), 'mentoring:circle:join'))).toContain('place 1 de la liste d’attente');
  for (const person of [lea, tom, nina]) expect(threads(person, 'Cercle ·')).toHaveLength(1);
  expect(threads(eva, 'Cercle ·')).toEqual([]);

  // Somebody leaves from the thread, the next is let in and told.
  const thread = one(threads(tom, 'Cercle ·'));
  const welcome = one(tom.messages(thread.id).filter((message) => ids(message).includes(`mentoring:circle:leave:${id}`)));
  expect(shown(await tom.press(welcome, 'mentoring:circle:leave'))).toContain('Nobody has to give reasons');
  await story.settle();
  expect(threads(tom, 'Cercle ·')).toEqual([]);
  expect(threads(eva, 'Cercle ·')).toHaveLength(1);
  expect(one(dms(eva, 'Une place s’est libérée'))).toBeDefined();
  expect(shown(await eva.run('home'))).toContain('Vous êtes dans le cercle');
});

test('they meet: planned in the thread, reminded the day before, counted when it took place', async () => {
  const thread = one(threads(nina, 'Cercle ·'));
  const welcome = one(nina.messages(thread.id).filter((message) => shown(message).includes('Bienvenue dans ce cercle')));
  expect(shown(await lea.press(welcome, 'mentoring:circle:plan'))).toContain('n’est pas le vôtre');
  const at = new Date(story.clock.now().getTime() + 3 * day);
  const typed = { when: `${at.toISOString().slice(0, 10)} 18h30`, minutes: ['60'], place: 'Salle commune' };
  const wrong = await nina.submit(await nina.press(welcome, 'mentoring:circle:plan'), { ...typed, when: 'tantôt' });
  expect(shown(wrong)).toContain('je ne comprends pas cette date');
  await nina.submit(await nina.press(messageOf(wrong), 'form:correct'), typed);
  await story.settle();
  const planned = () =>
    one(lea.messages(thread.id).filter((message) => shown(message).includes('Salle commune') && message.embeds.length > 0));
  expect(shown(planned())).toContain('Prochaine rencontre');
  expect(shown(await nina.press(planned(), 'mentoring:circle:met'))).toContain('pas encore terminée');
  expect(shown(await lea.press(planned(), 'mentoring:circle:move'))).toContain('n’est pas le vôtre');
  await nina.submit(await nina.press(planned(), 'mentoring:circle:move'), { ...typed, minutes: ['30'] });
  await story.settle();
  expect(shown(planned())).toContain('30 minutes');
  await story.later(2 * day + 12 * hour);
  const reminder = one(lea.messages(thread.id).filter(({ content }) => content.includes('Rappel')));
  expect(reminder.mentions.map(({ id }) => id)).toContain(lea.user.id);
  await story.later(day);
  expect(lea.messages(thread.id).filter(({ content }) => content.includes('Rappel'))).toHaveLength(1);
  expect(shown(await nina.run('home'))).toContain('a-t-elle eu lieu');
  await nina.press(planned(), 'mentoring:circle:met');
  await story.settle();
  expect(shown(planned())).toContain('Rencontre faite');
  expect(ids(planned())).toEqual([]);
});

test('its mentor is gone: those inside are told, staff give it to another one, and it ends in silence for nobody', async () => {
  const { id } = await story.db.mentoringCircle.findFirstOrThrow();
  await story.db.mentorProfile.updateMany({ where: { userId: nina.user.id }, data: { state: 'withdrawn' } });
  await story.later(10 * minute);
  const thread = one(threads(lea, 'Cercle ·'));
  expect(threads(nina, 'Cercle ·')).toEqual([]);
  expect(one(lea.messages(thread.id).filter(({ content }) => content.includes('n’est pas disponible')))).toBeDefined();
  const line = () => one(helper.messages('suivi-mentorat').filter((message) => shown(message).includes('Cercle sans mentor')));
  expect(shown(await helper.run('home'))).toContain('n’a plus de mentor');
  expect(
    shown(await sam.forge.component(messageOf(await sam.run('home')), `mentoring:circle:give:${id}`, 5, [sam.user.id])),
  ).toContain('other roles');
  expect(shown(await helper.select(line(), 'mentoring:circle:give', [noe.user.id]))).toContain('profil de mentor est accepté');
  await helper.select(line(), 'mentoring:circle:give', [ines.user.id]);
  await story.settle();
  expect(shown(line())).toContain('de nouveau un mentor');
  expect(threads(ines, 'Cercle ·')).toHaveLength(1);
  expect(one(lea.messages(thread.id).filter(({ content }) => content.includes('mène ce cercle')))).toBeDefined();

  // The new mentor removes somebody, who is told neutrally and cannot come back.
  const [eva] = await story.db.mentoringCirclePlace.findMany({
    where: { circleId: id, state: 'inside', userId: { not: lea.user.id } },
  });
  const screen = await ines.press(
    one(ines.messages(thread.id).filter((message) => ids(message).includes(`mentoring:circle:show:${id}`))),
    'mentoring:circle:show',
  );
  await ines.select(messageOf(screen), 'mentoring:circle:remove', [eva?.userId ?? '']);
  await story.settle();
  expect(await story.db.mentoringCirclePlace.count({ where: { circleId: id, state: 'removed' } })).toBe(1);

  // Prolonged once, then its day comes: closed, readable for 30 days, gone.
  const longer = await ines.submit(await ines.press(messageOf(screen), 'mentoring:circle:prolong'), { end: '15/05/2027' });
  expect(shown(longer)).toContain('continue jusqu’au');
  const until = Date.parse('2027-05-09T10:00:00Z') - story.clock.now().getTime();
  await story.later(until);
  expect(one(lea.messages(thread.id).filter(({ content }) => content.includes('dans une semaine')))).toBeDefined();
  await story.later(7 * day);
  const closed = one(threads(lea, 'Cercle ·'));
  expect(closed.thread?.metadata).toMatchObject({ archived: true, locked: true });
  expect(one(lea.messages(thread.id).filter(({ content }) => content.includes('Ce cercle est terminé')))).toBeDefined();
  expect(shown(one(lea.messages('mentorat').filter((message) => shown(message).includes('Cercle · Oser'))))).toContain(
    'est terminé',
  );
  await story.later(31 * day);
  expect(threads(lea, 'Cercle ·')).toEqual([]);
  expect(lea.messages('mentorat').filter((message) => shown(message).includes('Cercle · Oser'))).toEqual([]);
});

test('staff open one for a mentor, in English too, whatever Discord does; others may not', async () => {
  expect(shown(await lea.run('mentoring circle', { mentor: sam.user.id }))).toContain('Seule l’équipe');
  expect(shown(await helper.run('mentoring circle', { mentor: noe.user.id }))).toContain('profil de mentor est accepté');
  helper.setLocale('en-US');
  const list = await helper.run('mentoring circle', { mentor: sam.user.id });
  const end = new Date(story.clock.now().getTime() + 60 * day).toISOString().slice(0, 10);
  const draft = await helper.submit(await helper.press(messageOf(list), 'mentoring:circle:new'), { ...circle, end });
  expect(shown(draft)).toContain('Nothing is published yet');
  // Discord’s answers are lost, then refused, then somebody deletes what was made.
  const { faults } = story.sandbox;
  faults.next({ method: 'POST', route: '/channels/{channel_id}/messages', status: 'closed', afterEffect: true });
  faults.next({ method: 'POST', route: '/channels/{channel_id}/threads', status: 'closed', afterEffect: true });
  faults.next({ method: 'PUT', route: '/channels/{channel_id}/thread-members/{user_id}', status: 500 });
  await helper.press(messageOf(draft), 'mentoring:circle:publish');
  await story.settle();
  const cards = () => lea.messages('mentorat').filter((message) => shown(message).includes('mentoring:circle:join'));
  expect([cards().length, threads(sam, 'Cercle ·').length]).toEqual([1, 1]);
  const made = one(threads(sam, 'Cercle ·'));
  expect(one(sam.messages(made.id).filter(({ embeds }) => embeds.length > 0))).toBeDefined();
  deleteThread(story.sandbox.world, { actorId: story.boss.user.id, reason: null }, made as ThreadChannel);
  faults.next({ method: 'PATCH', route: '/channels/{channel_id}/messages/{message_id}', status: 403, code: 50_013 });
  // Tom wrote to staff about a session with Sam.
  expect(shown(await tom.press(one(cards()), 'mentoring:circle:join'))).toContain('not open to you');
  expect(shown(await lea.press(one(cards()), 'mentoring:circle:join'))).toContain('Vous êtes dans le cercle');
  await story.settle();
  expect(await story.db.fault.count({ where: { key: { startsWith: 'circles.card' } } })).toBe(1);
  await story.later(hour);
  expect([threads(lea, 'Cercle ·').length, threads(sam, 'Cercle ·').length]).toEqual([1, 1]);
  expect(await story.db.fault.count({ where: { key: { startsWith: 'circles.card' } } })).toBe(0);
  const seen = await lea.press(messageOf(await lea.run('mentoring circle')), 'mentoring:circle:show');
  await lea.press(messageOf(seen), 'mentoring:circle:leave');
  await story.settle();
  expect(threads(lea, 'Cercle ·')).toEqual([]);
  expect(shown(await tom.run('mentoring circle'))).toContain('2 free seats of 2');
  expect(shown(await tom.run('home'))).toContain('open to learners');
  // A holiday of the mentor: they and staff read until when it waits, and it goes on when they are back.
  const pause = (data: { state: 'paused' | 'approved'; pausedAs: 'own' | null; pausedUntil: Date | null }) =>
    story.db.mentorProfile.updateMany({ where: { userId: sam.user.id }, data });
  await pause({ state: 'paused', pausedAs: 'own', pausedUntil: new Date(story.clock.now().getTime() + 30 * day) });
  await story.later(10 * minute);
  expect(one(dms(sam, 'waits for you until'))).toBeDefined();
  expect(
    one(sam.messages(one(threads(sam, 'Cercle ·')).id).filter(({ content }) => content.includes('fait une pause'))),
  ).toBeDefined();
  await pause({ state: 'approved', pausedAs: null, pausedUntil: null });
  await story.later(10 * minute);
  const own = await sam.press(messageOf(await sam.run('mentoring circle')), 'mentoring:circle:show');
  const sure = await sam.press(messageOf(own), 'mentoring:circle:end');
  expect(shown(await sam.press(messageOf(sure), 'mentoring:circle:end_yes'))).toContain('The circle is over');
  await story.settle();
  expect(shown(await tom.run('mentoring circle'))).toContain('No circle is open');
});
