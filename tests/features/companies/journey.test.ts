import { PermissionFlagsBits } from 'discord-api-types/v10';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { day, hour } from '../../../src/kernel/time.ts';
import type { Outcome, Persona } from '../../../src/sandbox/persona/persona.ts';
import { has, idsOf, lastDm, messageOf, type Story, said, startStory, wordsOf } from '../onboarding/story.ts';
import { facts, siretOf } from './stage.ts';

let story: Story;
let staff: Persona;
beforeAll(async () => {
  story = await startStory();
  staff = await story.staff('thomas.vasseur');
});
beforeEach(() => story.sandbox.faults.clear());

const space = 'espace-entreprises';
const desk = 'suivi-recrutement';
let sirets = 500;

/** Somebody with a role of the bot, as staff would have accepted them. */
async function arrive(username: string, { role = 'Recrutement', locale = 'fr' as 'fr' | 'en-US' } = {}): Promise<Persona> {
  const person = await story.arrive(username, { locale });
  story.boss.guild.members.get(person.user.id)?.roles.splice(0, 10, ...(role ? [story.roleId(role)] : []));
  return person;
}
const panelOf = (person: Persona) => {
  const [panel, ...others] = person.messages(space).filter((message) => idsOf(message).includes('companies:start'));
  if (!panel || others.length > 0) throw new Error(`${others.length} other panels`);
  return panel;
};
/** Who companies are, by their title. */
const cardsOf = (name: string) => staff.messages(desk).filter(({ embeds }) => embeds[0]?.title?.includes(name));
const cardOf = (name: string) => {
  const [card, ...others] = cardsOf(name);
  if (!card || others.length > 0) throw new Error(`${others.length + (card ? 1 : 0)} cards of ${name}`);
  return card;
};
const last = (person: Persona) => {
  const told = lastDm(person);
  if (!told) throw new Error('nothing was told');
  return told;
};
async function act(doing: Promise<Outcome>): Promise<Outcome> {
  const outcome = await doing;
  await story.settle();
  story.clock.advance(5_000);
  return outcome;
}
const register = async (person: Persona, typed: Partial<typeof facts> = {}) => {
  const form = await person.run('company register');
  return act(person.submit(form, { ...facts, siret: siretOf(++sirets), ...typed }));
};
const verify = (name: string) => act(staff.press(cardOf(name), 'companies:approve:'));
const verified = async (username: string, name: string, options?: Parameters<typeof arrive>[1]) => {
  const person = await arrive(username, options);
  await register(person, { name });
  await verify(name);
  return person;
};
const companyOf = (name: string) => story.db.company.findFirstOrThrow({ where: { name } });

describe.each([
  ['fr', 'Ateliers du Nord', ['Il reste à corriger', 'SIRET'], 'vérifiée', 'Recrutement'],
  ['en-US', 'Northern Works', ['Please correct', 'SIRET'], 'verified', 'Candidature'],
] as const)('a company in %s', (locale, name, wrong, word, role) => {
  test('registers from the panel, corrects what was wrong, is verified, told, and given its role', async () => {
    const person = await arrive(`boss.${locale}`.toLowerCase(), { role, locale });
    const form = await person.press(panelOf(person), 'companies:start');
    const refused = await act(person.submit(form, { ...facts, name, siret: '123', website: 'nul part', email: 'x' }));
    for (const one of wrong) expect(said(refused)).toContain(one);
    expect(await story.db.company.count({ where: { name } })).toBe(0);
    const again = await person.press(messageOf(refused), 'form:correct');
    expect(JSON.stringify(again.modal)).toContain(facts.about);
    const sent = await act(person.submit(again, { ...facts, name, siret: siretOf(++sirets) }));
    expect(said(sent)).toContain(name);

    const card = cardOf(name);
    expect(wordsOf(card)).toContain(facts.about);
    // Nobody else learns of it yet, nor ever of its address.
    const learner = await arrive(`learner.${locale}`.toLowerCase(), { role: 'En formation' });
    expect(said(await learner.run('company show', { company: name }))).toContain('pas connue');
    await verify(name);
    expect(wordsOf(last(person))).toContain(word);
    expect(story.rolesOf(person)).toContain('Recrutement');
    expect(wordsOf(cardOf(name))).toContain(`<@${staff.user.id}>`);
    expect(has({ message: cardOf(name) }, 'companies:approve')).toBe(false);

    const [choice] = await learner.autocomplete('company show', { company: name.slice(0, 5).toLowerCase() }, 'company');
    const shown = said(await learner.run('company show', { company: String(choice?.value) }));
    expect(shown).toContain('ateliers-du-nord.fr');
    expect(shown).not.toContain('recrutement@');
    expect(shown).not.toContain('732');
    expect(said(await person.run('company show'))).toContain('732');
  });
});

test('staff refuse with a reason, the person sends it again from the message, staff ask, the answer keeps everything', async () => {
  const person = await arrive('reason.seeker');
  await register(person, { name: 'Moulins', email: 'patron@gmail.com' });
  expect(wordsOf(cardOf('Moulins'))).toContain('fournisseur grand public');
  expect(said(await verify('Moulins'))).toContain('ne prouve rien');
  await act(staff.submit(await staff.press(cardOf('Moulins'), 'companies:refuse'), { reason: 'Adresse *personnelle*' }));
  expect(wordsOf(last(person))).toContain('Adresse \\*personnelle\\*');
  const form = await person.press(last(person), 'companies:edit');
  expect(JSON.stringify(form.modal)).toContain('patron@gmail.com');
  await act(person.submit(form, { ...facts, siret: siretOf(++sirets), name: 'Moulins' }));
  expect(staff.messages(desk).at(-1)?.content).toContain('a corrigé son inscription');

  await act(staff.submit(await staff.press(cardOf('Moulins'), 'companies:ask'), { question: 'Quel service recrute ?' }));
  expect(wordsOf(last(person))).toContain('Quel service recrute ?');
  const answer = await person.press(last(person), 'companies:answer');
  expect(JSON.stringify(answer.modal)).toContain('Quel service recrute ?');
  await act(person.submit(answer, { answer: 'La direction' }));
  expect(wordsOf(cardOf('Moulins'))).toContain('La direction');
  expect(staff.messages(desk).at(-1)?.content).toContain('a répondu');
  await verify('Moulins');
  // A second click, on what was on the screen before.
  const forged = await staff.forge.component(cardOf('Moulins'), `companies:approve:${(await companyOf('Moulins')).id}:0`, 2);
  expect(said(forged)).toContain('Rien n’attend de décision');
});

test('one company a SIRET and a person: the second is shown the way, and staff are told', async () => {
  const siret = siretOf(++sirets);
  const person = await arrive('first.one');
  await register(person, { name: 'Unique', siret });
  expect(said(await person.run('company register'))).toContain('Unique');
  const other = await arrive('second.one');
  expect(said(await register(other, { name: 'Pareille', siret }))).toContain('déjà celui de **Unique**');
  const note = staff.messages(desk).at(-1);
  expect(note?.content).toContain(`<@${other.user.id}>`);
  // Staff bring them there from the note.
  const card = await staff.press(note ?? '', 'companies:see');
  const people = await staff.press(messageOf(card), 'companies:people');
  expect(said(await act(staff.select(messageOf(people), 'companies:bring', [other.user.id])))).toContain('recrute désormais');
  expect(said(await other.run('company show'))).toContain('Unique');
});

test('colleagues are invited, accept from their message or *Mon espace*, decline, are made lead, and leave', async () => {
  const lead = await verified('lead.person', 'Collègues');
  const guest = await arrive('guest.person', { role: 'Alumni', locale: 'en-US' });
  const shy = await arrive('shy.person', { role: 'Alumni' });
  const closed = await arrive('closed.person', { role: 'Candidature' });
  closed.closeDms();
  for (const one of [guest, shy, closed]) await act(lead.run('company invite', { member: one.user.id }));
  expect(said(await lead.run('company invite', { member: guest.user.id }))).toContain('déjà une invitation');
  expect(said(await act(guest.press(last(guest), 'companies:accept')))).toContain('You now recruit');
  expect(story.rolesOf(guest)).toEqual(['Alumni', 'Recrutement']);
  expect(wordsOf(last(lead))).toContain(`<@${guest.user.id}>`);
  await act(shy.press(last(shy), 'companies:decline'));
  expect(wordsOf(last(lead))).toContain('décliné');
  // Direct messages closed: a private thread, and the home page.
  const home = await closed.run('home');
  const screen = await closed.press(messageOf(home), 'companies:invitation');
  await act(closed.press(messageOf(screen), 'companies:accept'));
  expect(closed.channels().some(({ name }) => name === 'Collègues')).toBe(true);

  const people = await lead.press(messageOf(await lead.run('company show')), 'companies:people');
  const chosen = await lead.select(messageOf(people), 'companies:person', [guest.user.id]);
  await act(lead.press(messageOf(chosen), 'companies:hand'));
  expect(wordsOf(last(guest))).toContain('You now lead');
  expect(said(await lead.run('company invite', { member: shy.user.id }))).toContain('Seule la personne responsable');
  const { id } = await companyOf('Collègues');
  const { guildId } = story.sandbox;
  // A forged press of who has nothing to do with it.
  for (const button of [
    `companies:remove:${guildId}:${id}:${guest.user.id}`,
    `companies:people:${guildId}:${id}`,
    `companies:edit:${guildId}:${id}`,
  ])
    expect(said(await shy.forge.component(panelOfAnybody(shy), button, 2))).toMatch(/pas connue/);
  await act(
    guest.press(
      messageOf(await guest.press(messageOf(await guest.run('company show')), 'companies:leave')),
      'companies:leave_sure',
    ),
  );
  expect(story.rolesOf(guest)).toEqual(['Alumni']);
  expect(wordsOf(last(lead))).toContain('responsable');
});
const panelOfAnybody = (person: Persona) => {
  const [panel] = person.messages('bienvenue');
  if (!panel) throw new Error('no panel');
  return panel;
};

test('leaving the server ends it, and the card says so', async () => {
  const person = await verified('leaver.one', 'Partants');
  // Somebody else had given them their role: it is not the company's to take back.
  await act(
    person.press(
      messageOf(await person.press(messageOf(await person.run('company show')), 'companies:leave')),
      'companies:leave_sure',
    ),
  );
  expect(story.rolesOf(person)).toEqual(['Recrutement']);
  await register(person, { name: 'Partants', siret: (await companyOf('Partants')).siret });
  await verify('Partants');
  person.leave();
  await story.settle();
  expect(wordsOf(cardOf('Partants'))).toContain('Personne pour l’instant');
  const { id } = await companyOf('Partants');
  expect(await story.db.companyRecruiter.count({ where: { companyId: id, leftAt: null } })).toBe(0);
});

test('new facts wait for staff while the company stays as it was; the home page says what waits for whom', async () => {
  const person = await verified('editor.one', 'Éditions');
  const form = await person.run('company edit');
  const values = { ...facts, siret: (await companyOf('Éditions')).siret, name: 'Éditions Neuves' };
  expect(said(await act(person.submit(form, values)))).toContain('reste vérifiée');
  expect(wordsOf(cardOf('Éditions'))).toContain('→ **Éditions Neuves**');
  expect(JSON.stringify(messageOf(await staff.run('home')))).toContain('companies:queue');
  expect(said(await staff.run('company show'))).toContain('en attente');
  await verify('Éditions');
  expect(wordsOf(last(person))).toContain('acceptées');
  expect(await companyOf('Éditions Neuves')).toMatchObject({ state: 'verified', proposal: null, review: null });
});

test('a suspension is told with its reason and takes the role; its answer lifts it', async () => {
  const person = await verified('suspended.one', 'Suspendue SA', { role: 'Candidature' });
  await act(staff.submit(await staff.press(cardOf('Suspendue SA'), 'companies:suspend'), { reason: 'Signalements' }));
  expect(wordsOf(last(person))).toContain('Signalements');
  expect(story.rolesOf(person)).toEqual(['Candidature']);
  expect(said(await person.press(last(person), 'companies:own'))).toContain('Suspendue');
  await act(person.submit(await person.press(last(person), 'companies:answer'), { answer: 'C’est réglé' }));
  await act(staff.press(cardOf('Suspendue SA'), 'companies:lift'));
  expect(story.rolesOf(person)).toContain('Recrutement');
  expect(wordsOf(last(person))).toContain('levée');
});

test('without a role above, a channel, or direct messages: staff read it on the card, and it is mended', async () => {
  const person = await arrive('faulty.one', { role: 'Candidature' });
  const role = story.boss.guild.roles.get(story.roleId('Recrutement'));
  if (!role) throw new Error('no role');
  const { position } = role;
  role.position = 100;
  person.closeDms();
  const channel = story.boss.channel(space);
  const overwrites = channel.permission_overwrites;
  channel.permission_overwrites = overwrites.map((one) =>
    one.id === story.sandbox.applicationId
      ? { ...one, allow: String(PermissionFlagsBits.ViewChannel), deny: String(PermissionFlagsBits.CreatePrivateThreads) }
      : one,
  );
  await register(person, { name: 'Pannes' });
  story.sandbox.faults.next({
    method: 'POST',
    route: '/channels/{channel_id}/messages',
    status: 500,
    afterEffect: true,
    times: 2,
  });
  await verify('Pannes');
  expect(wordsOf(cardOf('Pannes'))).toContain('« Recrutement » non donné');
  expect(wordsOf(cardOf('Pannes'))).toContain('n’a pas pu être prévenue');
  role.position = position;
  channel.permission_overwrites = overwrites;
  await story.later(hour + 1);
  expect(story.rolesOf(person)).toContain('Recrutement');
  expect(wordsOf(cardOf('Pannes'))).not.toContain('non donné');

  // The card and the panel come back when somebody deletes them.
  await register(await arrive('card.gone'), { name: 'Effacée' });
  const card = cardOf('Effacée');
  story.boss.remove(card);
  story.boss.remove(panelOf(person));
  await story.settle();
  expect(cardOf('Effacée').id).not.toBe(card.id);
  expect(panelOf(person)).toBeDefined();
});

test('after 48 hours staff are reminded once; a month before its end the company is, and it renews by two clicks', async () => {
  const person = await verified('yearly.one', 'Annuelle');
  await register(await arrive('waiting.one'), { name: 'Patiente' });
  const late = () => staff.messages(desk).filter(({ content }) => content.includes('plus de 48 h')).length;
  const before = late();
  await story.later(49 * hour);
  await story.later(2 * hour);
  expect(late()).toBe(before + 1);

  await story.later(334 * day);
  expect(wordsOf(last(person))).toContain('se termine');
  const { verifiedUntil } = await companyOf('Annuelle');
  await act(person.press(last(person), 'companies:renew'));
  await verify('Annuelle');
  expect(wordsOf(last(person))).toContain('renouvelée');
  expect((await companyOf('Annuelle')).verifiedUntil?.getTime()).toBeGreaterThan(verifiedUntil?.getTime() ?? 0);
  await story.later(370 * day);
  expect((await companyOf('Annuelle')).state).toBe('lapsed');
  expect(wordsOf(last(person))).toContain('masquées');
  // Who applied is owed an answer: the role stays.
  expect(story.rolesOf(person)).toContain('Recrutement');
});

test('who may: a learner registers nothing, and reads only what is verified', async () => {
  const learner = await arrive('plain.learner', { role: 'En formation' });
  expect(said(await learner.forge.command(await typedOf(learner)))).toContain('réservée');
  expect(said(await learner.run('company show'))).toContain('De quelle entreprise');
  const newcomer = await story.arrive('plain.newcomer');
  expect(said(await newcomer.run('company show', { company: 'Moulins' }))).toContain('présentez-vous');
  expect(await newcomer.autocomplete('company show', { company: 'mou' }, 'company')).toEqual([]);
});
const typedOf = async (person: Persona): Promise<object> => {
  const found = [...story.sandbox.world.commands.values()].find(({ name }) => name === 'company');
  if (!found) throw new Error(`no command for ${person.user.username}`);
  return { id: found.id, name: 'company', type: 1, options: [{ name: 'register', type: 1, options: [] }] };
};
