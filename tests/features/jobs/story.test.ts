import type { APIMessage } from 'discord-api-types/v10';
import { beforeAll, expect, test } from 'vitest';
import { day, hour } from '../../../src/kernel/time.ts';
import type { Outcome, Persona } from '../../../src/sandbox/persona/persona.ts';
import { cvBytes, letter } from '../applications/stage.ts';
import { facts, siretOf } from '../companies/stage.ts';
import { has, lastDm, messageOf, panelOf, type Story, startStory } from '../onboarding/story.ts';
import { tracesOf } from '../privacy/traces.ts';
import { goodTerms, goodText } from './stage.ts';

/** From a company that nobody knows to somebody hired, and what comes after: by commands and clicks only, each on the screen of who acts. */

let story: Story;
let rita: Persona;
let otto: Persona;
let lea: Persona;
let sam: Persona;
let helper: Persona;
let offerId: number;

/** All that a message says and offers. */
const seen = (from: Outcome | APIMessage | null | undefined): string => {
  const message = from && 'failed' in from ? from.message : from;
  return JSON.stringify([message?.content, message?.embeds, message?.components]).replaceAll(/\\\\([^\w\s"])/g, '$1');
};
const told = (person: Persona): string[] => {
  try {
    return person.messages('dm').map(seen);
  } catch {
    return [];
  }
};
const toldOf = (person: Persona, words: string | RegExp) => told(person).filter((said) => said.match(words));
/** The last of what somebody was told that has this button. */
const letterWith = (person: Persona, prefix: string): APIMessage => {
  const found = person.messages('dm').findLast((message) => has({ message }, prefix));
  if (!found) throw new Error(`nothing with ${prefix} was told to ${person.user.username}`);
  return found;
};
async function act(doing: Promise<Outcome>): Promise<Outcome> {
  const outcome = await doing;
  await story.settle();
  // Nobody clicks twice in the same second.
  story.clock.advance(5_000);
  return outcome;
}
const one = (id = offerId) => story.db.offer.findUniqueOrThrow({ where: { id } });
const desk = () => helper.messages('suivi-recrutement');
/** The last card that says this and offers that. */
const cardWith = (words: string, prefix: string): APIMessage => {
  const found = desk().findLast((message) => seen(message).includes(words) && has({ message }, prefix));
  if (!found) throw new Error(`no card with ${words} and ${prefix}`);
  return found;
};
const decide = (words: string, prefix: string) => helper.press(cardWith(words, prefix), prefix);
const posts = () => {
  const forum = story.boss.channel('offres');
  return [...story.sandbox.world.channels.values()].filter(({ parent_id }) => parent_id === forum.id);
};
async function postOf(id: number): Promise<{ name: string; isLocked: boolean; message: APIMessage }> {
  const thread = story.sandbox.world.channels.get((await one(id)).threadId ?? '');
  const message = thread && lea.messages(thread.id)[0];
  if (!thread || !message) throw new Error(`no post of offer ${id}`);
  return { name: thread.name, isLocked: thread.thread?.metadata.locked === true, message };
}
async function come(username: string, role: string, locale: 'fr' | 'en-US' = 'fr'): Promise<Persona> {
  const person = await story.arrive(username, { locale });
  story.boss.guild.members.get(person.user.id)?.roles.splice(0, 10, story.roleId(role));
  return person;
}
/** From the command to the answer of *Envoyer*. */
async function send(person: Persona, text: Partial<typeof goodText>, terms: Partial<typeof goodTerms> = {}): Promise<Outcome> {
  const draft = await act(person.submit(await person.run('job post'), { ...goodText, ...text }));
  const whole = await act(person.submit(await person.press(messageOf(draft), 'jobs:terms'), { ...goodTerms, ...terms }));
  return act(person.press(messageOf(whole), 'jobs:submit'));
}
async function register(person: Persona, typed: Partial<typeof facts>): Promise<void> {
  await act(person.submit(await person.run('company register'), { ...facts, ...typed }));
  await act(decide(typed.name ?? facts.name, 'companies:approve'));
}
const applyBy = async (person: Persona, fields: Parameters<Persona['submit']>[1] = {}) =>
  act(
    person.submit(await person.press((await postOf(offerId)).message, 'jobs:apply'), {
      message: letter,
      consent: true,
      ...fields,
    }),
  );
const applicationOf = ({ user }: Persona) =>
  story.db.application.findFirstOrThrow({ where: { userId: user.id, offerId }, orderBy: { id: 'desc' } });
/** From *Mes offres* to the board, the card of a person and a stage. */
async function answer(person: Persona, stage: string, reason?: string): Promise<void> {
  const { id } = await applicationOf(person);
  const managed = await rita.select(messageOf(await rita.run('job mine')), 'jobs:pick', [String(offerId)]);
  const card = await act(rita.press(messageOf(await rita.press(messageOf(managed), 'jobs:board')), `applications:card:${id}`));
  const asked = await act(rita.select(messageOf(card), 'jobs:stage:', [stage]));
  if (reason) await act(rita.select(messageOf(asked), 'jobs:stage:reason:', [reason]));
}

beforeAll(async () => {
  story = await startStory();
  helper = await story.staff('nadia.benali');
  rita = await come('rita.recrute', 'Candidature');
  otto = await come('otto.recrute', 'Recrutement');
  lea = await come('lea.cherche', 'En formation');
  sam = await come('sam.seeks', 'Alumni', 'en-US');
});

test('a company comes: it registers from the panel, staff verify it, and it may recruit', async () => {
  expect(seen(await rita.run('company show'))).toContain('Vous ne répondez pour aucune entreprise');
  const panel = rita.messages('espace-entreprises').find((message) => has({ message }, 'companies:start'));
  const form = await rita.press(panel ?? '', 'companies:start');
  const wrong = await act(rita.submit(form, { ...facts, siret: '732 829 320 00075' }));
  expect(seen(wrong)).toContain('SIRET');
  await act(rita.submit(await rita.press(messageOf(wrong), 'form:correct'), facts));
  expect(seen(await helper.run('home'))).toContain('companies:queue');
  await act(decide(facts.name, 'companies:approve'));
  expect(story.rolesOf(rita)).toContain('Recrutement');
  expect(seen(lastDm(rita))).toContain('vérifiée');
});

test('people who look for work say so: an alert, and a profile that names nobody', async () => {
  const alert = await act(lea.run('job alert', { text: 'developpeuse', place: 'Lille', when: 'immediate' }));
  expect(seen(alert)).toContain('Alerte créée');
  await act(
    sam.submit(await sam.press(messageOf(await sam.run('job profile')), 'talents:wants'), {
      contract: ['cdi'],
      place: 'Lille',
      mobility: 'department',
      remote: 'any',
      start: '',
    }),
  );
  const able = await act(
    sam.submit(await sam.press(messageOf(await sam.run('job profile')), 'talents:skills'), {
      skills: 'JavaScript, SQL',
      level: 'junior',
      pitch: 'I like sites that load at once.',
      links: 'github.com/sam-s',
    }),
  );
  const open = await act(sam.press(messageOf(await sam.press(messageOf(able), 'talents:publish')), 'talents:agree:1'));
  expect(seen(open)).toContain('Visible');
});

test('the first offer: all that is wrong at once, corrected, changed as staff ask, and posted with its tags', async () => {
  const draft = await act(rita.submit(await rita.run('job post'), { ...goodText, title: 'Développeur web' }));
  const wrong = await act(
    rita.submit(await rita.press(messageOf(draft), 'jobs:terms'), { ...goodTerms, place: 'Nullepart', pay: '2 000 € net' }),
  );
  expect(seen(wrong)).toContain('À corriger avant l’envoi');
  for (const typed of ['Nullepart', '2 000 € net']) expect(seen(wrong)).toContain(typed);
  expect(seen(await act(rita.press(messageOf(wrong), 'jobs:submit')))).toContain('Il reste à corriger');
  const right = await act(rita.submit(await rita.press(messageOf(wrong), 'jobs:terms'), goodTerms));
  const more = await act(
    rita.submit(await rita.press(messageOf(right), 'jobs:more'), { skills: 'JavaScript, SQL', level: ['junior'], posts: '1' }),
  );
  expect(seen(await act(rita.press(messageOf(more), 'jobs:submit')))).toContain('48 h');
  offerId = (await story.db.offer.findFirstOrThrow()).id;
  expect(posts()).toEqual([]);
  // A young company sends one offer a day, and its draft stays.
  const second = await send(rita, {
    title: 'Support informatique (F/H)',
    missions: 'Vous aidez cent personnes par téléphone et sur place.',
  });
  expect(seen(second)).toMatch(/par jour|demain|24 h/);

  await act(
    helper.submit(await decide('Développeu', 'jobs:changes'), {
      field: ['missions'],
      comment: 'Dites avec quels outils.',
      field2: [],
      comment2: '',
    }),
  );
  expect(seen(lastDm(rita))).toContain('Dites avec quels outils.');
  const opened = await rita.run('job edit', { offer: String(offerId) });
  const { title } = await one();
  const better = await act(
    rita.submit(await rita.press(messageOf(opened), 'jobs:text'), {
      ...goodText,
      title,
      missions: `${goodText.missions} Nous travaillons avec React et PostgreSQL.`,
      link: '',
    }),
  );
  await act(rita.press(messageOf(better), 'jobs:submit'));
  await act(decide('Développeu', 'jobs:approve'));
  const { name, message } = await postOf(offerId);
  const forum = story.boss.channel('offres');
  const tags = posts()[0]?.thread?.applied_tags.map((id) => forum.available_tags.find((tag) => tag.id === id)?.name);
  expect(tags).toEqual(['CDI', 'Hauts-de-France', 'Télétravail partiel', 'Junior']);
  expect(name).toContain(facts.name);
  expect(seen(message)).toContain('28');
  expect(seen(lastDm(rita))).toContain('acceptée');
});

test('who waited for it is told once, with the reasons, and the alert stops by one click', async () => {
  expect(toldOf(lea, 'jobsearch:off:')).toHaveLength(1);
  expect(toldOf(sam, 'talents:quiet:')).toEqual([expect.stringMatching(/2 (of|out of) 2|JavaScript/)]);
  expect(toldOf(lea, 'talents:quiet:')).toEqual([]);
  await story.later(2 * hour);
  await story.restart();
  expect([toldOf(lea, 'jobsearch:off:').length, toldOf(sam, 'talents:quiet:').length]).toEqual([1, 1]);
  expect(seen(await act(lea.press(letterWith(lea, 'jobsearch:off:'), 'jobsearch:off:')))).toContain('est arrêtée');
});

test('found despite a typo, kept, applied to with a CV, once; a thread brings both together', async () => {
  const found = await act(lea.run('job search', { text: 'devlopeur', place: 'nord' }));
  expect(seen(found)).toContain('1 offre');
  const shown = await act(lea.press(messageOf(found), 'jobs:show'));
  await act(lea.press(messageOf(shown), 'jobs:save'));
  expect(seen(await lea.run('job saved'))).toContain('1 offre');
  const refused = await applyBy(lea, { cv: [{ name: 'cv.docx', content: cvBytes }] });
  expect(seen(refused)).toContain('finir par');
  const sent = await act(
    lea.submit(await lea.press(messageOf(refused), 'form:correct'), {
      message: letter,
      consent: true,
      cv: [{ name: 'CV Léa.pdf', content: cvBytes }],
    }),
  );
  expect(seen(sent)).toContain('part chez');
  expect(seen(await act(lea.press((await postOf(offerId)).message, 'jobs:apply')))).toContain('déjà postulé');
  const { roomChannelId } = await applicationOf(lea);
  for (const person of [lea, rita]) {
    const inThread = person.messages(roomChannelId ?? '');
    expect(inThread.flatMap(({ attachments }) => attachments)).toHaveLength(1);
    expect(seen(inThread[0])).toContain('atelier de vélos');
  }
  for (const person of [otto, sam]) expect(() => person.messages(roomChannelId ?? '')).toThrow();
  expect(seen(await otto.forge.component(panelOf(otto), `jobs:board:${offerId}`, 2))).toMatch(
    /n’existe pas|réservées|n’est plus/,
  );
  expect(seen(await applyBy(sam))).toContain('on its way');
});

test('silence: the company is reminded after a week, staff after two; then it answers, and each step is told', async () => {
  await story.later(7 * day + hour);
  expect(toldOf(rita, 'attendent une réponse')).toHaveLength(1);
  expect(seen(await rita.run('home'))).toContain('jobs:applications');
  await story.later(7 * day);
  expect(
    desk()
      .map(seen)
      .filter((said) => said.includes('sans réponse depuis deux semaines')),
  ).toHaveLength(1);
  expect(toldOf(rita, 'attendent une réponse')).toHaveLength(1);

  await answer(lea, 'interview');
  await answer(lea, 'offer');
  await answer(sam, 'declined', 'experience');
  const steps = ['a ouvert votre candidature', 'souhaite vous rencontrer', 'vous propose le poste'];
  for (const step of steps) expect(toldOf(lea, step)).toHaveLength(1);
  expect(toldOf(sam, /was not selected/)).toHaveLength(1);
  await answer(lea, 'hired');
  expect(toldOf(lea, 'Félicitations')).toHaveLength(1);
  expect(seen(await lea.run('job applications'))).toContain('Embauch');
});

test('filled: the post says so, and who still waits gets an answer', async () => {
  const tom = await come('tom.troisieme', 'En formation');
  await applyBy(tom);
  await act(rita.run('job close', { offer: String(offerId), as: 'filled' }));
  const { name, isLocked, message } = await postOf(offerId);
  expect([name.startsWith('[Pourvue]'), isLocked, has({ message }, 'jobs:apply')]).toEqual([true, true, false]);
  await story.later(day);
  expect(toldOf(rita, /encore ouvertes \(1\)/)).toHaveLength(1);
  expect(seen(await lea.run('job saved'))).toContain('1 fermée');
  await story.later(14 * day);
  expect(toldOf(tom, 'plutôt que de vous laisser attendre')).toHaveLength(1);
  expect(seen(await lea.run('job search', { text: 'developpeur' }))).toContain('Aucune offre');
});

test('another company meets somebody whom it could not name; the numbers are there', async () => {
  await register(otto, { name: 'Studio Zéphyr', siret: siretOf(20), website: 'studio-zephyr.fr', email: 'rh@studio-zephyr.fr' });
  await send(otto, { title: 'Intégration web (F/H)' });
  const { id } = await story.db.offer.findFirstOrThrow({ where: { state: 'pending' } });
  await act(decide('Intégration web', 'jobs:approve'));
  expect((await one(id)).state).toBe('published');
  const cards = await act(otto.run('job talents', { offer: String(id) }));
  expect(seen(cards)).toContain('1 profil');
  for (const secret of [sam.user.id, 'sam.seeks', 'github']) expect(seen(cards)).not.toContain(secret);
  const form = await otto.press(messageOf(cards), 'talents:contact:');
  await act(otto.submit(form, { message: 'Vos sites rapides nous intéressent.' }));
  const accepted = await act(sam.press(letterWith(sam, 'talents:accept:'), 'talents:accept:'));
  expect(seen(accepted)).toContain('You agreed');
  for (const person of [sam, otto]) expect(person.channels().filter(({ name }) => name.startsWith('Profil n°'))).toHaveLength(1);

  const numbers = await act(helper.run('job stats'));
  expect(messageOf(numbers).attachments.map(({ filename }) => filename.replace(/.*\./, ''))).toEqual(
    expect.arrayContaining(['png', 'csv']),
  );
  expect(seen(await lea.run('job stats'))).toContain('réservée');
});

test('a suspension hides at once and says why; lifted, the offer is there again', async () => {
  const { id } = await story.db.offer.findFirstOrThrow({ where: { state: 'published' } });
  await act(helper.submit(await decide('Studio Zéphyr', 'companies:suspend'), { reason: 'Deux plaintes à éclaircir.' }));
  expect((await one(id)).state).toBe('hidden');
  expect((await postOf(id)).isLocked).toBe(true);
  expect(toldOf(otto, 'Deux plaintes')).toHaveLength(1);
  expect(seen(await lea.run('job search', { text: 'integration' }))).toContain('Aucune offre');
  expect(seen(await otto.run('job talents'))).toMatch(/réservée?s/);
  await act(decide('Studio Zéphyr', 'companies:lift'));
  expect((await one(id)).state).toBe('published');
  expect(seen(await lea.run('job search', { text: 'integration' }))).toContain('1 offre');
});

test('a year: a month before its end the company is told; lapsed, its offer is hidden; renewed, it is there again', async () => {
  const company = await story.db.company.findFirstOrThrow({ where: { name: 'Studio Zéphyr' } });
  const end = company.verifiedUntil?.getTime() ?? 0;
  await story.later(end - story.clock.now().getTime() - 29 * day);
  expect(toldOf(otto, 'se termine').length).toBeGreaterThan(0);
  await send(otto, {
    title: 'Accessibilité web (F/H)',
    missions: 'Vous vérifiez nos sites avec des lecteurs d’écran et formez toute l’équipe au RGAA.',
  });
  await act(decide('Accessibilité web', 'jobs:approve'));
  const { id } = await story.db.offer.findFirstOrThrow({ where: { state: 'published' } });
  await story.later(30 * day);
  expect(await story.db.company.findUniqueOrThrow({ where: { id: company.id } })).toMatchObject({ state: 'lapsed' });
  expect((await one(id)).state).toBe('hidden');
  await act(otto.press(letterWith(otto, 'companies:renew'), 'companies:renew'));
  await act(decide('Studio Zéphyr', 'companies:approve'));
  expect((await one(id)).state).toBe('published');
  expect((await postOf(id)).isLocked).toBe(false);

  // The last who recruits leaves: nobody would answer.
  offerId = id;
  await applyBy(lea);
  await act(
    otto.press(messageOf(await otto.press(messageOf(await otto.run('company show')), 'companies:leave')), 'companies:leave_sure'),
  );
  expect(await one(id)).toMatchObject({ state: 'closed', endedAs: 'company_left' });
  expect((await postOf(id)).isLocked).toBe(true);
  expect(seen(desk().at(-1))).toContain('Plus personne ne recrute');
  await story.later(14 * day + hour);
  expect(toldOf(lea, 'plutôt que de vous laisser attendre')).toHaveLength(1);
});

test('my data: all that the learner did is in the file, and nothing is left after', async () => {
  await act(lea.run('job alert', { text: 'intégratrice' }));
  const overview = await act(lea.run('my data'));
  const download = await act(lea.press(messageOf(overview), 'privacy:export'));
  const [file] = messageOf(download).attachments;
  const content = await (await fetch(file?.url ?? '')).text();
  for (const kept of ['atelier de vélos', 'intégratrice', 'hired']) expect(content).toContain(kept);
  const rooms = await story.db.application.findMany({ where: { userId: lea.user.id }, select: { roomChannelId: true } });
  await act(lea.press(messageOf(await lea.press(messageOf(overview), 'privacy:erase')), 'privacy:confirm'));
  expect(await tracesOf(story.database, [lea.user.id, 'lea.cherche', 'intégratrice', 'atelier de vélos'])).toEqual([]);
  for (const { roomChannelId } of rooms) expect(story.sandbox.world.channels.has(roomChannelId ?? '')).toBe(false);
});
