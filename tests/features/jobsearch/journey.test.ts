import { MessageFlags } from 'discord-api-types/v10';
import { beforeAll, describe, expect, test } from 'vitest';
import { enqueue } from '../../../src/infra/db.ts';
import { offerAlerted, saveId, showId } from '../../../src/kernel/hiring.ts';
import { roleNames } from '../../../src/kernel/role.ts';
import { day, hour, minute } from '../../../src/kernel/time.ts';
import type { Outcome, Persona } from '../../../src/sandbox/persona/persona.ts';
import { aCompany, anOffer, withoutForum } from '../jobs/factory.ts';
import { has, idsOf, lastDm, messageOf, type Story, startStory } from '../onboarding/story.ts';

/** People look for an offer: by commands, by the panel and by alerts, in both languages. */

let story: Story;
let lea: Persona;
let john: Persona;
let recruiter: Persona;
let guildId: string;
const offers: number[] = [];

/** Everything that a message says, components and embeds. */
const wordsIn = (message: unknown): string => JSON.stringify(message);
const said = (outcome: Outcome): string => wordsIn(outcome.message);

async function arriveAs(username: string, role: string, locale: 'fr' | 'en-US' = 'fr'): Promise<Persona> {
  const person = await story.arrive(username, { locale });
  story.boss.guild.members.get(person.user.id)?.roles.push(story.roleId(role));
  return person;
}

/** As the feature of the offers does at the first publication. */
async function publish(overrides: Parameters<typeof anOffer>[1] = {}): Promise<number> {
  const { id } = await anOffer(story.db, { guildId, createdAt: story.clock.now(), ...overrides });
  offers.push(id);
  await enqueue(story.db, offerAlerted, { guildId, offerId: id });
  await story.settle();
  return id;
}

beforeAll(async () => {
  story = await startStory();
  guildId = story.sandbox.guildId;
  await withoutForum(story.db, guildId);
  lea = await arriveAs('lea.cherche', roleNames.learner.fr);
  john = await arriveAs('john.seeks', roleNames.alumni.fr, 'en-US');
  recruiter = await arriveAs('rita.recrute', roleNames.recruiter.fr);
  const company = await aCompany(story.db, { guildId, name: 'Studio *Zéphyr*' });
  for (let index = 0; index < 12; index++)
    await publish({
      companyId: company.id,
      title: `Développement web ${index} (F/H)`,
      city: index % 2 === 0 ? 'Lille' : 'Roubaix',
    });
  await publish({ title: 'Administration réseau (F/H)', city: 'Nantes', department: '44', remote: 'none', skills: ['linux'] });
});

const panelOf = (person: Persona) => {
  const [panel, ...others] = person
    .messages('chercher-une-offre')
    .filter((message) => idsOf(message).includes('jobsearch:ask') && ((message.flags ?? 0) & MessageFlags.Ephemeral) === 0);
  if (!panel || others.length > 0) throw new Error(`${others.length + (panel ? 1 : 0)} panels`);
  return panel;
};

/** What their alerts told them in direct messages. */
const newsOf = (person: Persona) =>
  person.messages('dm').filter((message) => idsOf(message).some((id) => id.startsWith('jobsearch:off:')));

describe('a search', () => {
  test('by the command: facts, pages that stay, and the way to each offer', async () => {
    const first = await lea.run('job search', { text: 'devlopement', place: 'nord' });
    expect(said(first)).toContain('12 offres');
    expect(said(first)).toContain('Nous avons cherché : developpement');
    expect(said(first)).toContain('Studio \\\\*Zéphyr\\\\*');
    expect(said(first)).toMatch(/28\s000/u);
    expect(idsOf(messageOf(first)).filter((id) => id.startsWith('jobs:show:'))).toHaveLength(10);
    const second = await lea.press(messageOf(first), 'jobsearch:page:');
    expect(said(second)).toContain('Page 2 sur 2');
    expect(idsOf(messageOf(second)).filter((id) => id.startsWith('jobs:show:'))).toHaveLength(2);
    // The message of a search that another one followed.
    await lea.run('job search', { text: 'linux' });
    const stale = await lea.press(messageOf(second), 'jobsearch:page:');
    expect(said(stale)).toContain('n’est plus gardée');
  });

  test('in English, for whoever reads English', async () => {
    const found = await john.run('job search', { text: 'developers', contract: 'cdi' });
    expect(said(found)).toContain('13 offers');
    expect(said(found)).toContain('Permanent (CDI)');
    expect(said(found)).toContain('€28,000');
  });

  test('by the form of the panel, and again by its own form with what was typed', async () => {
    const form = await lea.press(panelOf(lea), 'jobsearch:ask');
    const found = await lea.submit(form, { text: 'linux', place: '', contract: ['cdi'], remote: [], level: [] });
    expect(said(found)).toContain('Administration réseau');
    const again = await lea.press(messageOf(found), 'jobsearch:refine:');
    expect(JSON.stringify(again.modal)).toContain('"value":"linux"');
    expect(said(await lea.submit(again, { text: 'linux', place: 'Nantes' }))).toContain('1 offre');
  });

  test('nothing found: one click widens it', async () => {
    const none = await lea.run('job search', { text: 'dev', place: 'Armentières' });
    expect(said(none)).toContain('Aucune offre ne correspond');
    expect(said(none)).toContain('Tout le département (12)');
    expect(said(await lea.press(messageOf(none), 'jobsearch:wider:'))).toContain('12 offres');
    expect(said(await lea.run('job search', { text: 'chocolatier' }))).toContain('Sans les mots');
  });

  test('is completed by places', async () => {
    const choices = await lea.autocomplete('job search', { place: 'hau' }, 'place');
    expect(JSON.stringify(choices)).toContain('Hauts-de-France');
  });

  test('what is new is new once', async () => {
    const news = await lea.press(panelOf(lea), 'jobsearch:news');
    expect(said(news)).toContain('13 offres');
    await story.later(2 * hour);
    expect(said(await lea.press(panelOf(lea), 'jobsearch:news'))).toContain('Rien de nouveau');
    await publish({
      title: 'Apiculture (F/H)',
      skills: [],
      missions: 'Des ruches.',
      profile: 'Du calme.',
      city: 'Arras',
      department: '62',
    });
    const home = await lea.run('home');
    expect(said(home)).toContain('1 nouvelle offre depuis votre dernière visite');
    expect(said(await lea.press(messageOf(home), 'jobsearch:news'))).toContain('Apiculture');
  });
});

describe('offers that one keeps', () => {
  test('kept and dropped by the same button; a closed one is marked and taken off', async () => {
    const [first = 0, second = 0] = offers;
    const found = await lea.run('job search', { text: 'dev' });
    const keep = (offerId: number) => lea.forge.component(messageOf(found), saveId.encode({ offerId }), 2);
    expect(said(await keep(first))).toContain('Offre gardée');
    expect(said(await keep(first))).toContain('ne gardez plus');
    for (const offerId of [first, second]) await keep(offerId);
    await story.db.offer.update({
      where: { id: second },
      data: { state: 'closed', closedAt: story.clock.now(), endedAs: 'filled' },
    });
    const list = await lea.run('job saved');
    expect(said(list)).toContain('2 offres, dont 1 fermée');
    expect(idsOf(messageOf(list))).toContain(showId.encode({ offerId: first }));
    expect(idsOf(messageOf(list))).not.toContain(showId.encode({ offerId: second }));
    expect(said(await lea.press(messageOf(list), 'jobsearch:drop:'))).toContain('1 offre');
    const gone = await lea.forge.component(messageOf(list), saveId.encode({ offerId: second }), 2);
    expect(said(gone)).toContain('n’est plus ouverte');
    expect(said(await john.run('job saved'))).toContain('You keep no offer');
    expect(newsOf(lea)).toEqual([]);
  });

  test('a recruiter keeps none', async () => {
    expect(recruiter.commands().map(({ path }) => path)).toContain('job saved');
    expect(said(await recruiter.run('job saved'))).toContain('réservée à d’autres rôles');
  });
});

describe('alerts', () => {
  test('at once: told with the way to stop it, which works in the direct message', async () => {
    const made = await lea.run('job alert', { text: 'menuiserie', place: 'Lille', when: 'immediate' });
    expect(said(made)).toContain('Alerte créée');
    expect(said(made)).toContain('vérifiez l’orthographe');
    await publish({ title: 'Menuiserie (F/H)' });
    const told = lastDm(lea);
    expect(wordsIn(told)).toContain('Menuiserie');
    expect(wordsIn(told)).toContain('menuiserie, Lille');
    if (!told) throw new Error('nothing was told');
    const off = await lea.press(told, 'jobsearch:off:');
    expect(said(off)).toContain('est arrêtée');
    const count = lea.messages('dm').length;
    await publish({ title: 'Menuiserie encore (F/H)' });
    expect(lea.messages('dm').filter((message) => wordsIn(message).includes('encore'))).toEqual([]);
    expect(said(await lea.press(messageOf(off), 'jobsearch:on:'))).toContain('reprend');
    await publish({ title: 'Menuiserie enfin (F/H)' });
    expect(lea.messages('dm').length).toBeGreaterThan(count);
    expect(wordsIn(lastDm(lea))).toContain('enfin');
  });

  test('another person’s alert cannot be stopped, even by its button', async () => {
    const { id } = await story.db.jobAlert.findFirstOrThrow({ where: { userId: lea.user.id } });
    const forged = await john.forge.component(panelOf(john), `jobsearch:off:${guildId}:${id}`, 2);
    expect(said(forged)).toContain('no longer exists');
    for (const action of ['alert_edit', 'alert_delete'])
      expect(said(await john.forge.component(panelOf(john), `jobsearch:${action}:${id}`, 2))).toContain('no longer exists');
    expect(await story.db.jobAlert.count({ where: { userId: lea.user.id, isOn: true } })).toBe(1);
  });

  test('a digest: made by a form, at an hour chosen, in one message, whose alerts stop one by one', async () => {
    const card = await john.press(panelOf(john), 'jobsearch:alerts');
    expect(said(card)).toContain('You have no alert');
    const made = await john.submit(await john.press(messageOf(card), 'jobsearch:alert_new'), { text: 'poterie' });
    expect(said(made)).toContain('One digest a day at 9:00');
    const { id } = await story.db.jobAlert.findFirstOrThrow({ where: { userId: john.user.id } });
    const chosen = await john.select(messageOf(made), `jobsearch:alert_when:${id}`, ['18']);
    expect(said(chosen)).toContain('One digest a day at 18:00');
    await john.run('job alert', { place: '2A' });
    for (let index = 0; index < 9; index++)
      await publish({ title: `Poterie ${index}`, threadId: String(900_000_000_000_000_000n + BigInt(index)) });
    await publish({ title: 'Plage (F/H)', city: 'Ajaccio', department: '2A' });
    expect(newsOf(john)).toEqual([]);
    // From about eleven in the morning to the evening.
    await story.later(8 * hour);
    const told = newsOf(john);
    expect(told).toHaveLength(1);
    expect(wordsIn(told)).toContain('10 new offers for you');
    expect(wordsIn(told)).toContain('and 2 more');
    expect(wordsIn(told)).toContain(`https://discord.com/channels/${guildId}/90000000000000000`);
    expect(told.flatMap(idsOf).filter((custom) => custom.startsWith('jobsearch:off:'))).toHaveLength(2);
    await story.later(day);
    expect(newsOf(john)).toHaveLength(1);
  });

  test('up to three, then a clear refusal; changed, paused and deleted from the card', async () => {
    const full = await john.run('job alert', { text: 'cuisine' });
    expect(said(full)).toContain('Alert 3');
    expect(said(await john.run('job alert', { text: 'couture' }))).toContain('already have three alerts');
    expect(said(await john.run('job alert', { hour: 7 }))).toContain('asks for nothing');
    const card = await john.run('job alert');
    const third = await story.db.jobAlert.findFirstOrThrow({ where: { userId: john.user.id, slot: 3 } });
    const form = await john.press(messageOf(card), `jobsearch:alert_edit:${third.id}`);
    expect(JSON.stringify(form.modal)).toContain('"value":"cuisine"');
    expect(said(await john.submit(form, { text: 'patisserie' }))).toContain('patisserie');
    const paused = await john.press(messageOf(card), `jobsearch:alert_switch:${third.id}:0`);
    expect(said(paused)).toContain('Switch 3 on');
    expect(said(await john.press(messageOf(paused), `jobsearch:alert_delete:${third.id}`))).toContain('Alert deleted');
    const forged = await john.forge.component(messageOf(card), `jobsearch:alert_when:${third.id}`, 3, ['25']);
    expect(said(forged)).toContain('no longer exists');
  });

  test('an alert of what was searched, by one click', async () => {
    const found = await lea.run('job search', { text: 'apiculture' });
    expect(has(found, 'jobsearch:follow:')).toBe(true);
    expect(said(await lea.press(messageOf(found), 'jobsearch:follow:'))).toContain('Alerte créée');
    expect(await story.db.jobAlert.count({ where: { userId: lea.user.id, text: 'apiculture', isImmediate: false } })).toBe(1);
  });

  test('closed direct messages: told in a private thread of theirs', async () => {
    lea.closeDms();
    await publish({ title: 'Menuiserie fermée (F/H)' });
    const thread = lea.channels().find(({ name }) => name.startsWith('Alertes de'));
    expect(wordsIn(lea.messages(thread?.id ?? ''))).toContain('Menuiserie fermée');
    expect(john.channels().some(({ name }) => name.startsWith('Alertes de'))).toBe(false);
    lea.openDms();
  });

  test('Discord is away: told once, later', async () => {
    const before = lea.messages('dm').length;
    story.sandbox.faults.next({ method: 'POST', route: '/channels/{channel_id}/messages', status: 503 });
    await publish({ title: 'Menuiserie tardive (F/H)' });
    await story.settle();
    expect(
      lea
        .messages('dm')
        .slice(before)
        .filter((message) => wordsIn(message).includes('tardive')),
    ).toHaveLength(1);
    story.sandbox.faults.clear();
  });
});

describe('the panel', () => {
  test('comes back when it is deleted, speaks the language of the server, and has a door to everything', async () => {
    const panel = panelOf(lea);
    expect(idsOf(panel)).toEqual([
      'jobsearch:ask',
      'jobsearch:news',
      'jobsearch:saved',
      'jobsearch:alerts',
      'talents:profile',
      'jobs:applications',
    ]);
    story.boss.remove(panel);
    await story.settle();
    expect(panelOf(lea).id).not.toBe(panel.id);
    await story.boss.run('setup language', { language: 'en' });
    await story.settle();
    expect(wordsIn(panelOf(lea))).toContain('Find an offer');
    const { id, edited_timestamp: edited } = panelOf(lea);
    await story.later(2 * hour);
    expect([panelOf(lea).id, panelOf(lea).edited_timestamp]).toEqual([id, edited]);
    expect(() => lea.write('chercher-une-offre', 'bonjour')).toThrow();
    expect(recruiter.channels().map(({ name }) => name)).not.toContain('chercher-une-offre');
    await story.later(5 * minute);
  });
});
