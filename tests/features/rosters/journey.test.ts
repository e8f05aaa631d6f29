import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { hour, minute } from '../../../src/kernel/time.ts';
import type { FileInput, Outcome, Persona } from '../../../src/sandbox/persona/persona.ts';
import { workbook } from '../../support/workbook.ts';
import { cardOf, cardsOf, has, idsOf, lastDm, messageOf, panelOf, said, wordsOf } from '../onboarding/story.ts';
import { type Story, startStory } from '../promos/story.ts';

/** Staff import a list with the command; the people of it come in by themselves. */

let story: Story;
let manager: Persona;
let number = 0;
let name = '';
beforeAll(async () => {
  story = await startStory();
  manager = story.manager;
});
beforeEach(async () => {
  name = `CDA ${++number}`;
  await story.create({ name, start: '11/01/2027' });
});

const csv = (...lines: string[]): FileInput => ({
  name: 'liste.csv',
  content: ['nom;prenom;email', ...lines].join('\r\n'),
  type: 'text/csv',
});
const send = (file: FileInput, person = manager) => person.run('promo import', { promo: name, file });
const apply = (preview: Outcome) => manager.press(messageOf(preview), 'promos:confirm:');
const fileOf = (outcome: Outcome): string => {
  const attachment = messageOf(outcome).attachments.at(-1);
  const file = story.sandbox.world.files.get(attachment?.id ?? '');
  if (!file) throw new Error('no file');
  return Buffer.from(file.bytes).toString('utf8');
};
/** Codes by e-mail, from the file that staff were given. */
const codesOf = (outcome: Outcome) =>
  new Map(
    fileOf(outcome)
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(';'))
      .map(([, , email = '', code = '']) => [email, code]),
  );

/** Up to the form in which the code is typed. */
async function begin(person: Persona): Promise<Outcome> {
  let outcome = await person.press(panelOf(person), 'onboarding:start');
  if (has(outcome, 'onboarding:accept')) outcome = await person.press(messageOf(outcome), 'onboarding:accept');
  return person.press(messageOf(outcome), 'onboarding:code');
}
async function type(person: Persona, code: string): Promise<Outcome> {
  const outcome = await person.submit(await begin(person), { code });
  await story.settle();
  return outcome;
}

describe.each([
  ['fr', 'J’ai un code', 'Vous êtes dans la promo'],
  ['en-US', 'I have a code', 'You are in the promo'],
] as const)('somebody who is expected, in %s', (locale, label, words) => {
  test('types their code and is in, without staff', async () => {
    const email = `lea.${locale}@exemple.fr`.toLowerCase();
    const preview = await send(csv(`MARTIN;léa;${email}`, 'Roux;Tom;tom@exemple.fr'));
    expect(said(preview)).toContain('Léa Martin (ligne 2)');
    expect(await story.db.rosterLine.count({ where: { promo: { name } } })).toBe(0);
    const done = await apply(preview);
    expect(said(done)).toContain('2 ajoutées');
    expect(idsOf(messageOf(done)).some((id) => id.startsWith('promos:confirm'))).toBe(false);
    const code = codesOf(done).get(email) ?? '';
    await story.settle();

    const lea = await story.arrive(`lea.${number}`, { locale });
    const notice = await lea.press(panelOf(lea), 'onboarding:start');
    expect(JSON.stringify(notice.message?.components)).not.toContain(label);
    const choice = await lea.press(messageOf(notice), 'onboarding:accept');
    const form = await lea.press(messageOf(choice), label);
    const before = cardsOf(manager).length;
    const entered = await lea.submit(form, { code: code.toLowerCase().replaceAll('-', ' ') });
    expect(said(entered)).toContain(words);
    expect(said(entered)).toContain('Léa Martin');
    await story.settle();

    expect(story.rolesOf(lea)).toEqual(['CDA', name, 'En formation', 'Lille'].sort());
    expect(lea.member?.nick).toBe('Léa Martin');
    const told = lastDm(lea);
    expect(told && wordsOf(told)).toContain('Léa');
    expect(cardsOf(manager)).toHaveLength(before + 1);
    const card = wordsOf(cardOf(manager));
    expect(card).toContain('par un code de la liste');
    expect(card).toContain(`<@${manager.user.id}>`);
    expect(cardOf(manager).components).toEqual([]);
    expect(lea.channels().map((channel) => channel.name)).toContain(`forum-${name.toLowerCase().replaceAll(' ', '-')}`);
  });
});

test('a workbook does as well, and again is 0 changes', async () => {
  const file = {
    name: 'liste.xlsx',
    content: workbook([
      ['E-mail', 'Prénom', 'Nom', 'Âge'],
      ['zoe@exemple.fr', 'Zoë', 'D’Été', 22],
    ]),
  };
  const done = await apply(await send(file));
  expect(fileOf(done)).toMatch(/^\uFEFFNom;Prénom;E-mail;Code\r\nd?D?'Été;Zoë;zoe@exemple\.fr;[0-9A-Z-]{14}\r\n$/);
  const again = await send(file);
  expect(said(again)).toContain('0 changement');
  expect(has(again, 'promos:confirm:')).toBe(false);
  expect(has(again, 'rosters:expected:')).toBe(true);
  expect(said(await send(csv('D’Été;Zoë;zoe@exemple.fr')))).toContain('0 changement');
});

test('a long list is told in short, with all of it in a file', async () => {
  const lines = Array.from({ length: 40 }, (_, index) => `Dupont;Marie-${'ab'.repeat(index % 8)};m${index}@exemple.fr`);
  const preview = await send(csv(...lines, 'Dupont;;', 'Durand;Max;M1@exemple.fr'));
  expect(said(preview)).toContain('À ajouter : 40');
  expect(said(preview)).toContain('ligne 42 : Prénom : à remplir, E-mail : à remplir');
  expect(said(preview)).toContain('ligne 43 : même adresse que la ligne 3');
  const all = fileOf(preview).trim().split('\r\n');
  expect(all).toHaveLength(43);
  expect(all.at(-1)).toBe('43;non valide;;;M1@exemple.fr;même adresse que la ligne 3');
});

test('who is on the server enters at once', async () => {
  const email = `deja.${number}`;
  const person = await story.learner(email, 'Noé Petit');
  const preview = await send(csv(`Petit;Noé;${email.toUpperCase()}@EXEMPLE.FR`));
  expect(said(preview)).toContain(`<@${person.user.id}>`);
  const done = await apply(preview);
  await story.settle();
  expect(messageOf(done).attachments).toEqual([]);
  expect(story.rolesOf(person)).toContain(name);
});

test('nothing of a file becomes a formula, a mention or a style', async () => {
  const wild = ['=HYPERLINK(1);Marie;a@exemple.fr', '@everyone;**x**;b@exemple.fr'];
  const preview = await send(csv(...wild, "d'Été;Zoë;+1@exemple.fr", 'Roux;Tom;-2+3@exemple.fr'));
  expect(said(preview)).not.toMatch(/HYPERLINK|@everyone/);
  expect(said(preview)).toContain('Lignes non valides, laissées de côté : 2');
  const done = await apply(preview);
  expect(said(done)).toContain('L’apostrophe devant une adresse');
  const cells = fileOf(done)
    .replace('\uFEFF', '')
    .split(/[;\r\n]+/);
  expect(cells).toEqual(expect.arrayContaining(["'+1@exemple.fr", "'-2+3@exemple.fr"]));
  for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@]/);
});

test.each<[string, FileInput, string]>([
  ['an empty file', { name: 'a.csv', content: '' }, 'vide'],
  ['a file without titles', { name: 'a.csv', content: 'Dupont;Marie;m@exemple.fr' }, '`Nom;Prénom;E-mail`'],
  ['a file with titles only', { name: 'a.csv', content: 'nom;prénom;mail\n' }, 'aucune personne'],
  ['an old Excel file', { name: 'a.xls', content: Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]) }, '.xlsx'],
  ['a picture', { name: 'a.csv', content: Uint8Array.from([0x89, 0x50, 0, 1]) }, 'ni un CSV'],
  ['a broken workbook', { name: 'a.xlsx', content: Uint8Array.from([0x50, 0x4b, 3, 4, 9]) }, 'abîmé'],
  ['a quote without end', csv('"Dupont;Marie;m@exemple.fr'), 'guillemet'],
  ['too many lines', csv(...Array.from({ length: 2_001 }, (_, index) => `D;M;m${index}@exemple.fr`)), '2 000'],
  ['a file that is too large', { name: 'a.csv', content: 'x'.repeat(2_000_001) }, '2 Mo'],
])('%s is refused with what to do', async (_, file, words) => {
  const outcome = await send(file);
  expect(said(outcome)).toContain(words);
  expect(has(outcome, 'promos:confirm:')).toBe(false);
});

test('learners and newcomers cannot import, confirm or see who is expected', async () => {
  const preview = await send(csv('Dupont;Marie;marie@exemple.fr'));
  const [confirmId = ''] = idsOf(messageOf(preview));
  const outsider = await story.arrive(`dehors.${number}`);
  await expect(send(csv('Dupont;Marie;x@exemple.fr'), outsider)).rejects.toThrow();
  for (const id of [confirmId, 'promos:confirm:recode:1:0', 'rosters:expected:1', 'rosters:page:1:0']) {
    const forged = await outsider.forge.component(panelOf(outsider), id, 2);
    expect([id, said(forged)]).toEqual([id, expect.stringContaining('réservée à d’autres rôles')]);
  }
  expect(await story.db.rosterLine.count({ where: { promo: { name } } })).toBe(0);
});

test('ids that are forged, of another person or no longer good do nothing', async () => {
  const preview = await send(csv('Dupont;Marie;marie@exemple.fr'));
  const [confirmId = ''] = idsOf(messageOf(preview));
  const colleague = await story.staff(`collegue.${number}`);
  const place = colleague.messages('bienvenue').at(-1);
  if (!place) throw new Error('no place');
  expect(said(await colleague.forge.component(place, confirmId, 2))).toContain('n’est plus valable');
  for (const id of [
    'promos:confirm:import:0',
    'promos:confirm:import:x',
    'promos:confirm:import',
    'promos:confirm:other:1',
    'promos:confirm:import:1:2',
  ])
    expect([id, said(await manager.forge.component(place, id, 2))]).toEqual([id, expect.stringContaining('n’est plus actif')]);
  expect(said(await manager.forge.component(place, 'promos:confirm:import:999999', 2))).toContain('n’est plus valable');
  expect(said(await manager.forge.component(place, 'promos:confirm:recode:999999:0', 2))).toContain('n’existe pas');
  story.clock.advance(61 * 60_000);
  expect(said(await apply(preview))).toContain('n’est plus valable');
  expect(await story.db.rosterLine.count({ where: { promo: { name } } })).toBe(0);
});

test('a code may be tried five times; none of them is kept as it was typed', async () => {
  const done = await apply(await send(csv('Dupont;Marie;marie@exemple.fr')));
  const code = codesOf(done).get('marie@exemple.fr') ?? '';
  const person = await story.arrive(`essai.${number}`);
  for (let attempt = 0; attempt < 5; attempt++)
    expect(said(await type(person, 'ABCD-EFGH-JKMN'))).toContain('ne peut pas servir');
  const limited = await type(person, code);
  expect(said(limited)).toMatch(/Trop de codes erronés.*<t:\d+:R>/);
  const { rows } = await story.database.pool.query<{ row: string }>('SELECT form_draft::text AS row FROM form_draft');
  expect(JSON.stringify(rows)).not.toContain(code);
  expect(JSON.stringify(rows)).not.toContain('ABCD-EFGH-JKMN');
  const again = await person.press(messageOf(limited), 'form:correct');
  expect(JSON.stringify(again.modal)).not.toContain(code);
  story.clock.advance(hour);
  expect(said(await person.submit(again, { code }))).toContain('Bienvenue');
  await story.settle();
  expect(story.rolesOf(person)).toContain(name);
});

test('the same code serves nobody else', async () => {
  const done = await apply(await send(csv('Dupont;Marie;seule@exemple.fr')));
  const code = codesOf(done).get('seule@exemple.fr') ?? '';
  await type(await story.arrive(`un.${number}`), code);
  const second = await story.arrive(`deux.${number}`, { locale: 'en-US' });
  expect(said(await type(second, code))).toContain('This code cannot be used');
  expect(story.rolesOf(second)).toEqual(['Bienvenue']);
});

test('staff see who is expected, and make new codes when the file is lost', async () => {
  const lines = Array.from({ length: 22 }, (_, index) => `Dupont;Marie;m${index}@exemple.fr`);
  const first = codesOf(await apply(await send(csv(...lines))));
  await type(await story.arrive(`venue.${number}`), first.get('m0@exemple.fr') ?? '');
  const expected = await manager.run('promo codes', { promo: name });
  expect(wordsOf(messageOf(expected)).match(/Marie Dupont/g)).toHaveLength(20);
  const next = await manager.press(messageOf(expected), 'rosters:page:');
  expect(wordsOf(messageOf(next)).match(/Marie Dupont/g)).toHaveLength(1);
  const renewed = await manager.press(messageOf(next), 'promos:confirm:recode:');
  const second = codesOf(renewed);
  expect(second.size).toBe(21);
  const person = await story.arrive(`apres.${number}`);
  expect(said(await type(person, first.get('m1@exemple.fr') ?? ''))).toContain('ne peut pas servir');
  expect(said(await type(person, second.get('m1@exemple.fr') ?? ''))).toContain('Bienvenue');
});

test('who lost their code introduces themselves, and is in the promo once accepted', async () => {
  const email = `perdu.${number}@exemple.fr`;
  await apply(await send(csv(`Petit;Noé;${email}`)));
  const person = await story.learner(`perdu.${number}`, 'Noé Petit');
  expect(story.rolesOf(person)).not.toContain(name);
  await story.later(11 * minute);
  expect(story.rolesOf(person)).toContain(name);
});

test('who manages a promo is told at home who has not come', async () => {
  await apply(await send(csv(`Dupont;Marie;accueil.${number}@exemple.fr`)));
  const other = await story.staff(`gestion.${number}`);
  await story.db.promo.update({ where: { id: (await story.promo(name)).id }, data: { managerId: other.user.id } });
  const home = await other.run('home');
  expect(JSON.stringify(home.message?.components)).toContain(`**${name}** : 1 personne attendue`);
  const expected = await other.press(messageOf(home), 'rosters:expected:');
  expect(said(expected)).toContain('Marie Dupont');
});

test('a promo without a list says how to get one, in English too', async () => {
  manager.setLocale('en-US');
  expect(said(await manager.run('promo codes', { promo: name }))).toContain('/promo import');
  const preview = await send(csv('Dupont;Marie;english@exemple.fr', 'Durand;;x'));
  expect(said(preview)).toContain('line 3: First name: to be filled in, E-mail: not an address');
  expect(fileOf(await apply(preview))).toContain('Last name;First name;E-mail;Code');
  manager.setLocale('fr');
});

test('what follows from a code is done after the program died, once', async () => {
  const done = await apply(await send(csv('Petit;Noé;noe@exemple.fr')));
  const person = await story.arrive(`tombe.${number}`);
  story.sandbox.faults.next({ method: 'PUT', route: '/guilds/{guild_id}/members/{user_id}/roles/{role_id}', status: 500 });
  await person.submit(await begin(person), { code: codesOf(done).get('noe@exemple.fr') ?? '' });
  await story.restart();
  await story.settle();
  expect(story.rolesOf(person)).toEqual(['CDA', name, 'En formation', 'Lille'].sort());
  expect(person.member?.nick).toBe('Noé Petit');
  expect(person.messages('dm').filter((message) => wordsOf(message).includes('Bienvenue, Noé'))).toHaveLength(1);
});

/** Somebody whom staff accepted as what they said. */
async function accepted(username: string, typed: Parameters<Story['introduce']>[1]): Promise<Persona> {
  const person = await story.arrive(username);
  await story.introduce(person, typed);
  await manager.press(cardOf(manager), 'onboarding:approve:');
  await story.settle();
  return person;
}

test('a stranger who typed the address of somebody expected stays out, staff see it, and the code still serves', async () => {
  const email = `visee.${number}@exemple.fr`;
  const done = await apply(await send(csv(`Petit;Noé;${email}`)));
  const stranger = await accepted(`autre.${number}`, { kind: 'candidate', first: 'Zoé', last: 'Roux', email });
  await story.later(11 * minute);
  expect(story.rolesOf(stranger)).not.toContain(name);
  const expected = said(await manager.run('promo codes', { promo: name }));
  expect(expected).toContain(`à vérifier : <@${stranger.user.id}> a cette adresse (Zoé Roux, Souhaite entrer en formation)`);
  expect(expected).toContain('`/promo ajouter` la fait entrer');
  const again = said(await send(csv(`Petit;Noé;${email}`, 'Roux;Tom;tom@exemple.fr')));
  expect(again).toContain(`Noé Petit (<@${stranger.user.id}>, identité confirmée : Zoé Roux)`);
  const person = await story.arrive(`vraie.${number}`);
  expect(said(await type(person, codesOf(done).get(email) ?? ''))).toContain('Bienvenue, Noé');
  expect(story.rolesOf(person)).toContain(name);
});

test('somebody outside who is on the list learns as soon as it is confirmed: role and kind', async () => {
  const email = `candidate.${number}@exemple.fr`;
  const person = await accepted(`candidate.${number}`, { kind: 'candidate', first: 'Noé', last: 'Petit', email });
  expect(story.rolesOf(person)).toEqual(['Candidature']);
  await apply(await send(csv(`PETIT;noe;${email}`)));
  await story.settle();
  expect(story.rolesOf(person)).toEqual(['CDA', name, 'En formation', 'Lille'].sort());
  expect(await story.db.member.findFirst({ where: { userId: person.user.id } })).toMatchObject({ kind: 'learner' });
});

test.each([
  ['fr', 'Ce code fait entrer une personne en formation', 'Vous avez déjà votre place'],
  ['en-US', 'This code lets a learner in', 'You already have your place'],
] as const)('a code that is not theirs is refused with the way on, and not used, in %s', async (locale, forLearners, placed) => {
  const lines = ['A', 'B'].map((letter) => `${letter};${letter};${letter}${number}@exemple.fr`);
  const codes = [...codesOf(await apply(await send(csv(...lines)))).values()];
  const recruiter = await accepted(`recrute.${number}`, { kind: 'recruiter', email: `recrute.${number}@exemple.fr` });
  recruiter.setLocale(locale);
  // Those who recruit are not offered to type one: an address kept from before is all they have.
  const place = panelOf(recruiter);
  const form = await recruiter.forge.component(place, `onboarding:code:${story.sandbox.guildId}`, 2);
  expect(said(await recruiter.submit(form, { code: codes[0] ?? '' }))).toContain(forLearners);
  const person = await story.arrive(`place.${number}`, { locale });
  await type(person, codes[0] ?? '');
  const second = await person.forge.component(panelOf(person), `onboarding:code:${story.sandbox.guildId}`, 2);
  expect(said(await person.submit(second, { code: codes[1] ?? '' }))).toContain(placed);
  expect(await story.db.rosterLine.count({ where: { promo: { name }, claimedBy: null } })).toBe(1);
});

test('a promo to come is told as such, to who types the code and to staff', async () => {
  name = `CDA ${++number}`;
  await story.create({ name, start: '01/02/2027' });
  const code = codesOf(await apply(await send(csv('Petit;Noé;avenir@exemple.fr')))).get('avenir@exemple.fr') ?? '';
  const person = await story.arrive(`avenir.${number}`);
  const entered = said(await type(person, code));
  expect(entered).toContain('Ses salons s’ouvriront le premier jour, lundi 1er février 2027');
  const other = await story.learner(`ajout.${number}`);
  const added = said(await manager.run('promo add', { promo: name, member: other.user.id }));
  expect(added).toContain('viendront le premier jour, lundi 1er février 2027');
  expect(said(await manager.run('promo remove', { promo: name, member: other.user.id }))).not.toContain('rôles');
});

test('two of the staff who make new codes at once get one file that works', async () => {
  await apply(await send(csv('Petit;Noé;deux@exemple.fr')));
  const colleague = await story.staff(`deux.${number}`);
  const [mine, theirs] = [await manager.run('promo codes', { promo: name }), await colleague.run('promo codes', { promo: name })];
  const made = await colleague.press(messageOf(theirs), 'promos:confirm:recode:');
  const late = await manager.press(messageOf(mine), 'promos:confirm:recode:');
  expect(said(late)).toContain('Des codes ont été faits depuis');
  expect(messageOf(late).attachments).toEqual([]);
  expect(has(late, 'promos:confirm:recode:')).toBe(true);
  const person = await story.arrive(`deux.code.${number}`);
  expect(said(await type(person, codesOf(made).get('deux@exemple.fr') ?? ''))).toContain('Bienvenue');
});
