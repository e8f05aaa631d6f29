import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { enqueue } from '../../../src/infra/db.ts';
import { memberSanctioned, slots } from '../../../src/kernel/mentoring.ts';
import { day, hour } from '../../../src/kernel/time.ts';
import type { Outcome, Persona } from '../../../src/sandbox/persona/persona.ts';
import { idsOf, lastDm, messageOf, type Story, startStory } from '../onboarding/story.ts';

let story: Story;
let staff: Persona;
let guildId: string;
beforeAll(async () => {
  story = await startStory();
  staff = await story.staff('thomas.vasseur');
  guildId = story.boss.guild.id;
});
beforeEach(() => story.sandbox.faults.clear());

const place = 'mentorat';
const desk = 'suivi-mentorat';

/** All that a person reads of a message, whatever it is made of. */
const shown = (message: object | null | undefined): string => JSON.stringify(message ?? '').replaceAll('\\n', '\n');
const said = ({ message, modal }: Outcome): string => shown(message ?? modal);

/** Somebody with a role of the bot. */
async function arrive(username: string, { role = 'Alumni', locale = 'fr' as 'fr' | 'en-US' } = {}): Promise<Persona> {
  const person = await story.arrive(username, { locale });
  story.boss.guild.members.get(person.user.id)?.roles.splice(0, 10, ...(role ? [story.roleId(role)] : []));
  return person;
}
async function act(doing: Promise<Outcome>): Promise<Outcome> {
  const outcome = await doing;
  await story.settle();
  story.clock.advance(5_000);
  return outcome;
}
const last = (person: Persona) => {
  const told = lastDm(person);
  if (!told) throw new Error('nothing was told');
  return told;
};
const panels = (person: Persona) => person.messages(place).filter((message) => idsOf(message).includes('mentoring:profile'));
const cardsOf = (person: Persona) =>
  staff.messages(desk).filter(({ embeds }) => embeds[0]?.fields?.some(({ value }) => value.includes(`<@${person.user.id}>`)));
const cardOf = (person: Persona) => {
  const [card, ...others] = cardsOf(person);
  if (!card || others.length > 0) throw new Error(`${others.length + (card ? 1 : 0)} cards`);
  return card;
};
const mentorOf = (person: Persona) =>
  story.db.mentorProfile.findUniqueOrThrow({ where: { guildId_userId: { guildId, userId: person.user.id } } });

const help = {
  themes: ['cv', 'code_review'],
  skills: 'React, Tr*c*',
  availability: ['tue_evening', 'sat_morning'],
  languages: ['fr', 'en'],
  about: 'Ancienne de la promo, je relis du code.',
};
const frame = { capacity: '2', ways: ['text', 'voice'], job: 'Dev', place: '', zone: ['Indian/Reunion'] };

/** From nothing to what staff read. */
async function send(person: Persona): Promise<Outcome> {
  const intro = await person.run('mentoring profile');
  const first = await act(person.submit(await person.press(messageOf(intro), 'mentoring:apply'), help));
  const second = await act(person.submit(await person.press(messageOf(first), 'mentoring:apply:more'), frame));
  const charter = await person.press(messageOf(second), 'mentoring:charter');
  return act(person.press(messageOf(charter), 'mentoring:charter:send'));
}
const approve = (person: Persona) => act(staff.press(cardOf(person), 'mentoring:approve:'));
async function mentor(username: string, options?: Parameters<typeof arrive>[1]): Promise<Persona> {
  const person = await arrive(username, options);
  await send(person);
  await approve(person);
  return person;
}

describe.each([
  ['fr', 'Alumni', 'Il reste à corriger', 'La Réunion', 'Bienvenue parmi les mentors'],
  ['en-US', 'Équipe pédagogique', 'Please correct', 'Réunion', 'Welcome among the mentors'],
] as const)('somebody becomes a mentor in %s', (locale, role, wrong, zone, welcome) => {
  test('from the panel, in three steps, with what was wrong kept, and is told', async () => {
    const person = await arrive(`mentor.${locale}`.toLowerCase(), { role, locale });
    expect(panels(person)).toHaveLength(1);
    const [panel] = panels(person);
    const intro = await person.press(panel ?? '', 'mentoring:profile');
    const form = await person.press(messageOf(intro), 'mentoring:apply');
    const refused = await act(
      person.submit(form, { ...help, availability: [...slots], skills: `${'a'.repeat(41)}, ${'b'.repeat(45)}` }),
    );
    expect(said(refused)).toContain(wrong);
    const again = await person.press(messageOf(refused), 'form:correct');
    expect(said(again)).toContain(help.about);
    const step = await act(person.submit(again, help));
    expect(idsOf(messageOf(step))[0]).toBe(`mentoring:apply:more:${guildId}`);
    const nowhere = await act(
      person.submit(await person.press(messageOf(step), 'mentoring:apply:more'), { ...frame, ways: ['in_person'] }),
    );
    expect(said(nowhere)).toContain('Lille (59)');
    const whole = await act(person.submit(await person.press(messageOf(nowhere), 'form:correct'), frame));
    expect(said(whole)).toContain(zone);
    expect(said(whole)).toContain('Tr\\\\*c\\\\*');
    expect(cardsOf(person)).toEqual([]);
    const charter = await person.press(messageOf(whole), 'mentoring:charter');
    const sent = await act(person.press(messageOf(charter), 'mentoring:charter:send'));
    expect(said(sent)).toContain(locale === 'fr' ? 'Votre profil est envoyé' : 'Your profile is sent');
    expect(await mentorOf(person)).toMatchObject({
      state: 'pending',
      charterVersion: 1,
      timeZone: 'Indian/Reunion',
      capacity: 2,
    });

    expect(shown(cardOf(person))).toContain(help.about);
    await approve(person);
    expect(shown(last(person))).toContain(welcome);
    expect(story.rolesOf(person)).toEqual([role, 'Mentorat'].sort());
    expect(idsOf(cardOf(person)).some((id) => /^mentoring:approve:\d/.test(id))).toBe(false);
    const stale = await staff.forge.component(cardOf(person), `mentoring:approve:${person.user.id}:0`, 2);
    expect(said(stale)).toContain('n’attend plus de décision');
  });
});

test('staff ask, the person changes it from their direct message and sends it again; staff end it, and the role goes', async () => {
  const person = await arrive('asked.mentor');
  await send(person);
  expect(said(await staff.run('home'))).toContain('mentoring:approve:queue');
  await act(staff.submit(await staff.press(cardOf(person), 'mentoring:approve:ask'), { comment: 'Votre *métier* ?' }));
  expect(shown(last(person))).toContain('Votre \\\\*métier\\\\* ?');
  expect(said(await person.run('home'))).toContain('mentoring:profile:open');
  const profile = await person.press(last(person), 'mentoring:profile:open');
  const form = await person.press(messageOf(profile), 'mentoring:apply:more');
  const changed = await act(person.submit(form, { ...frame, job: 'Administration de bases' }));
  await act(person.press(messageOf(changed), 'mentoring:charter:send'));
  expect(shown(staff.messages(desk).at(-1))).toContain('renvoyé');
  const queue = await staff.press(messageOf(await staff.run('home')), 'mentoring:approve:queue');
  expect(said(queue)).toContain('Administration de bases');
  await act(staff.press(messageOf(queue), 'mentoring:approve:'));
  expect(story.rolesOf(person)).toContain('Mentorat');
  // On the card of the person.
  expect(said(await staff.run('member show', { member: person.user.id }))).toContain('mentoring:approve:see');
  const refusal = await staff.press(cardOf(person), 'mentoring:approve:refuse');
  expect(said(await act(staff.submit(refusal, { reason: 'Plusieurs plaintes' })))).toContain('s’arrête');
  expect(shown(last(person))).toContain('Plusieurs plaintes');
  expect(story.rolesOf(person)).toEqual(['Alumni']);
  // Coming back: the profile is still there.
  expect(said(await person.run('mentoring profile'))).toContain('mentoring:charter:send');
});

test('who is no volunteer, nobody’s profile, another’s, and another server’s', async () => {
  const learner = await arrive('learner.one', { role: 'En formation' });
  expect(panels(learner)).toHaveLength(1);
  const [panel] = panels(learner);
  expect(said(await learner.press(panel ?? '', 'mentoring:profile'))).toContain('réservée à d’autres rôles');
  expect(said(await learner.run('mentoring profile'))).toContain('réservée à d’autres rôles');
  const forge = (id: string) => learner.forge.component(panel ?? '', id, 2);
  for (const id of ['profile:open', 'apply:change', 'profile:stop', 'renew', 'charter'])
    expect(said(await forge(`mentoring:${id}:${guildId}`))).toContain('pas de profil de mentor');
  expect(said(await forge(`mentoring:profile:open:${story.sandbox.applicationId}`))).toContain('pas de profil de mentor');
  expect(said(await forge(`mentoring:approve:${learner.user.id}:0`))).toContain('réservée à d’autres rôles');
  const field = { type: 18, id: 1, component: { type: 4, id: 2, custom_id: 'job', value: 'x' } };
  expect(said(await learner.forge.modal(`mentoring:apply:edit:${guildId}`, [field]))).not.toBe('');
  expect(await story.db.mentorProfile.count({ where: { userId: learner.user.id } })).toBe(0);

  // Staff who are alumni too do not decide about themselves.
  const both = await arrive('both.one');
  await send(both);
  story.boss.guild.members.get(both.user.id)?.roles.push(story.roleId('Gestion de projet'));
  const { revision } = await mentorOf(both);
  const own = await both.forge.component(both.messages(desk).at(-1) ?? '', `mentoring:approve:${both.user.id}:${revision}`, 2);
  expect(said(own)).toContain('votre propre profil');
});

test('a pause until a day, preferences on pages, people to avoid, and the end', async () => {
  const person = await mentor('busy.mentor');
  const profile = async () => messageOf(await person.run('mentoring profile'));
  const away = await person.press(await profile(), 'mentoring:profile:pause');
  const refused = await act(person.submit(away, { until: 'demain peut-être' }));
  expect(said(refused)).toContain('12/01/2027');
  const paused = await act(person.submit(await person.press(messageOf(refused), 'form:correct'), { until: '20/01/2027' }));
  expect(said(paused)).toContain('à votre demande');
  expect(said(await act(person.press(messageOf(paused), 'mentoring:profile:resume')))).toContain('Vous êtes mentor');
  await act(person.submit(await person.press(await profile(), 'mentoring:profile:pause'), { until: '13/01/2027' }));
  await story.later(3 * day);
  expect(shown(last(person))).toContain('La pause est terminée');
  expect(await mentorOf(person)).toMatchObject({ state: 'approved' });

  const course = (index: number) => ({ guildId, kind: 'course' as const, name: `Formation ${String(index).padStart(2, '0')}` });
  // Their roles are there already.
  const made = { createdAt: story.clock.now(), roleId: story.roleId('Alumni') };
  await story.db.catalogueEntry.createMany({ data: Array.from({ length: 27 }, (_, index) => ({ ...course(index), ...made })) });
  const names = await story.db.catalogueEntry.findMany({ where: { kind: 'course' }, orderBy: { name: 'asc' } });
  let prefer = await person.press(await profile(), 'mentoring:prefer');
  prefer = await act(person.select(messageOf(prefer), 'mentoring:prefer:course', [String(names[0]?.id)]));
  prefer = await person.press(messageOf(prefer), `mentoring:prefer:${guildId}:1:0`);
  expect(said(prefer)).toContain('page 2 sur 2');
  prefer = await act(person.select(messageOf(prefer), 'mentoring:prefer:course', [String(names[26]?.id)]));
  prefer = await act(person.select(messageOf(prefer), 'mentoring:prefer:stage', ['beginning']));
  expect(said(await act(person.press(messageOf(prefer), 'mentoring:profile:back')))).toContain(
    'Formation 00, Formation 26, Débute',
  );

  const other = await arrive('avoided.person');
  let avoids = await person.press(await profile(), 'mentoring:avoid');
  expect(said(await act(person.select(messageOf(avoids), 'mentoring:avoid:add', [person.user.id])))).toContain('vous-même');
  avoids = await act(person.select(messageOf(avoids), 'mentoring:avoid:add', [other.user.id]));
  expect(said(avoids)).toContain('avoided.person');
  avoids = await act(person.select(messageOf(avoids), 'mentoring:avoid:remove', [other.user.id]));
  expect(said(avoids)).toContain('Votre liste est vide');

  const stop = await person.press(await profile(), 'mentoring:profile:stop');
  expect(said(await act(person.press(messageOf(stop), 'mentoring:profile:stop_sure')))).toContain('C’est fait');
  expect(story.rolesOf(person)).toEqual(['Alumni']);
});

test('a timeout, a sanction and a ban pause a mentor until they end; leaving does too', async () => {
  const person = await mentor('judged.mentor');
  const stateOf = async () => {
    const { state, pausedAs } = await mentorOf(person);
    return [state, pausedAs];
  };
  story.boss.timeout(person.user.id, new Date(story.clock.now().getTime() + 2 * hour));
  await story.settle();
  expect(await stateOf()).toEqual(['paused', 'sanction']);
  await expect(person.run('mentoring profile')).rejects.toThrow();
  await story.later(2 * hour + 60_000);
  expect(await stateOf()).toEqual(['approved', null]);

  const member = { guildId, userId: person.user.id };
  await enqueue(story.db, memberSanctioned, { ...member, until: null });
  await story.settle();
  expect(shown(last(person))).toContain('mesure de modération');
  await enqueue(story.db, memberSanctioned, { ...member, until: new Date(story.clock.now()).toISOString() });
  await story.settle();
  expect(await stateOf()).toEqual(['approved', null]);

  // What no event told: a timeout is found by the hourly look.
  const home = story.boss.guild.members.get(person.user.id);
  if (home) home.communication_disabled_until = new Date(story.clock.now().getTime() + 5 * hour).toISOString();
  await story.later(hour);
  expect(await stateOf()).toEqual(['paused', 'sanction']);
  if (home) home.communication_disabled_until = null;
  await story.later(hour);
  expect(await stateOf()).toEqual(['approved', null]);

  story.boss.ban(person.user.id);
  await story.settle();
  expect(await stateOf()).toEqual(['paused', 'absent']);
  story.boss.unban(person.user.id);
  await story.settle();
  story.clock.advance(5_000);
  person.join();
  await story.settle();
  expect(await stateOf()).toEqual(['approved', null]);
  expect(story.rolesOf(person)).toContain('Mentorat');
  person.leave();
  await story.settle();
  await story.later(31 * day);
  expect(await stateOf()).toEqual(['withdrawn', null]);
});

test('a year later one click renews, from the message or from *Mon espace*', async () => {
  const person = await mentor('yearly.mentor', { locale: 'en-US' });
  expect(said(await person.forge.component(last(person), `mentoring:renew:${guildId}`, 2))).toContain('nothing to renew');
  await story.later(340 * day);
  expect(shown(last(person))).toContain('another year');
  await story.later(30 * day);
  expect(shown(last(person))).toContain('A year has passed');
  expect(story.rolesOf(person)).toContain('Mentorat');
  const home = await person.run('home');
  expect(said(home)).toContain('to be renewed');
  expect(said(await act(person.press(messageOf(home), 'mentoring:renew')))).toContain('You are a mentor');
  expect(await mentorOf(person)).toMatchObject({ state: 'approved', pausedAs: null });
});

test('what Discord refuses is said, tried again, and done once', async () => {
  const { faults } = story.sandbox;
  const person = await arrive('unlucky.mentor');
  person.closeDms();
  faults.next({ method: 'POST', route: '/channels/{channel_id}/messages', status: 500, afterEffect: true, times: 2 });
  await send(person);
  expect(cardsOf(person)).toHaveLength(1);
  staff.guild.members.get(staff.user.id)?.roles.push(story.roleId('Administration'));
  const deleted = cardOf(person);
  story.boss.remove(deleted);
  await story.settle();
  expect(cardOf(person).id).not.toBe(deleted.id);

  const roleRoute = '/guilds/{guild_id}/members/{user_id}/roles/{role_id}';
  faults.next({ method: 'PUT', route: roleRoute, status: 403, code: 50013 });
  await approve(person);
  expect(shown(cardOf(person))).toContain('/diagnostic');
  expect(story.rolesOf(person)).toEqual(['Alumni']);
  await story.later(hour);
  expect(story.rolesOf(person)).toEqual(['Alumni', 'Mentorat']);
  expect(shown(cardOf(person))).not.toContain('/diagnostic');
  // Direct messages are closed: a thread of the mentoring channel.
  const thread = person.channels().find(({ name }) => name === 'Votre mentorat');
  expect(shown(person.messages(thread?.id ?? '').at(-1))).toContain('Bienvenue parmi les mentors');
  // Whoever takes the role away, it follows the approval.
  const { data } = { data: story.boss.guild.members.get(person.user.id) };
  if (data) data.roles = data.roles.filter((id) => id !== story.roleId('Mentorat'));
  await story.later(hour);
  expect(story.rolesOf(person)).toEqual(['Alumni', 'Mentorat']);

  // Staff forgot one for two days; the panel was deleted meanwhile.
  const late = await arrive('late.mentor');
  await send(late);
  const [panel] = panels(story.boss);
  story.boss.remove(panel ?? '');
  const reminders = () => staff.messages(desk).filter(({ content }) => content.includes('48 h')).length;
  const before = reminders();
  await story.later(49 * hour);
  expect(reminders()).toBe(before + 1);
  await story.later(2 * hour);
  expect(reminders()).toBe(before + 1);
  expect(panels(late)).toHaveLength(1);
});

test('administrators set it up, in order; nobody else does', async () => {
  const { boss } = story;
  expect(said(await boss.run('setup mentoring'))).toContain('72 h');
  expect(said(await boss.run('setup mentoring', { nudge: 50 }))).toContain('se suivre');
  const set = await boss.run('setup mentoring', { coordinator: true, answer: 48, nudge: 14, warn: 28, end: 30 });
  expect(said(set)).toContain('présente dans le fil');
  boss.setLocale('en-US');
  expect(said(await boss.run('setup mentoring'))).toContain('48 h to answer');
  boss.setLocale('fr');
  await act(boss.run('setup language', { language: 'en' }));
  expect(shown(panels(boss)[0])).toContain('Become a mentor');
});
