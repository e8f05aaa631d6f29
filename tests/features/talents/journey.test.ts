import type { APIMessage } from 'discord-api-types/v10';
import { beforeAll, expect, test } from 'vitest';
import { features } from '../../../src/app.ts';
import { erasePerson } from '../../../src/features/privacy/service.ts';
import { enqueue } from '../../../src/infra/db.ts';
import { offerMatched, personHired } from '../../../src/kernel/hiring.ts';
import { day, hour } from '../../../src/kernel/time.ts';
import type { Outcome, Persona } from '../../../src/sandbox/persona/persona.ts';
import { aCompany, anOffer, aRecruiter, withoutForum } from '../jobs/factory.ts';
import { idsOf, lastDm, messageOf, type Story, startStory } from '../onboarding/story.ts';
import { aTalent } from './stage.ts';

/** People who look for work and people who recruit, each at their own screen. */

let story: Story;
let guildId: string;
let lea: Persona;
let sam: Persona;
let nour: Persona;
let other: Persona;
let companyId: number;
let offerId: number;

const shown = (from: Outcome | APIMessage | undefined): string => {
  const message = from && 'failed' in from ? from.message : from;
  return JSON.stringify([message?.content, message?.embeds, message?.components]);
};
const dms = (person: Persona, words: string) => person.messages('dm').filter((message) => shown(message).includes(words));
const own = (userId: string) => story.db.talentProfile.findUniqueOrThrow({ where: { guildId_userId: { guildId, userId } } });
const threadsOf = (person: Persona) => person.channels().filter(({ thread, name }) => thread && name.startsWith('Profil n°'));

async function withRole(username: string, role: string, locale: 'fr' | 'en-US' = 'fr'): Promise<Persona> {
  const person = await story.arrive(username, { locale });
  story.boss.guild.members.get(person.user.id)?.roles.splice(0, 10, story.roleId(role));
  await story.db.member.updateMany({ where: { userId: person.user.id }, data: { welcomedAt: story.clock.now() } });
  return person;
}

beforeAll(async () => {
  story = await startStory();
  ({ guildId } = story.sandbox);
  await withoutForum(story.db, guildId);
  lea = await withRole('lea.dubois', 'En formation');
  sam = await withRole('sam.alumni', 'Alumni', 'en-US');
  nour = await withRole('nour.recrute', 'Recrutement');
  other = await withRole('otto.recrute', 'Recrutement');
  const now = story.clock.now();
  const company = await aCompany(story.db, { guildId, name: 'Atelier *Vélo*', createdAt: now });
  const rival = await aCompany(story.db, { guildId, name: 'Rivale', createdAt: now });
  companyId = company.id;
  await aRecruiter(story.db, company, { userId: nour.user.id });
  await aRecruiter(story.db, rival, { userId: other.user.id });
  offerId = (await anOffer(story.db, { guildId, companyId, skills: ['react', 'sql'], threadId: guildId, createdAt: now })).id;
});

const wants = { contract: ['cdi'], place: 'Lille (59)', mobility: 'department', remote: 'any', start: '' };
const can = { skills: 'ReactJS, SQL, apiculture', level: 'junior', pitch: 'J’aime les sites sobres.', links: 'github.com/lea-d' };

test('somebody makes a profile in two steps, is told what does not go, and shows it once they agreed', async () => {
  const intro = await lea.run('job profile');
  expect(shown(intro)).toContain('sans nom, sans photo');
  const wrong = await lea.submit(await lea.press(messageOf(intro), 'talents:wants'), { ...wants, place: 'Nullepart' });
  expect(shown(wrong)).toContain('Je ne trouve pas **Nullepart**');
  const form = await lea.press(messageOf(wrong), 'form:correct');
  let screen = await lea.submit(form, { ...wants, place: '59000 Lille' });
  expect(shown(screen)).toContain('Il manque encore');
  screen = await lea.press(messageOf(screen), 'talents:skills');
  const named = await lea.submit(screen, { ...can, pitch: 'Léa, 24 ans. Appelez-moi au 06 12 34 56 78, pseudo lea dubois' });
  for (const said of ['votre âge', 'un numéro de téléphone', 'votre nom']) expect(shown(named)).toContain(said);
  screen = await lea.submit(await lea.press(messageOf(named), 'form:correct'), can);
  expect(shown(screen)).toContain('exactement ce que les entreprises voient');
  expect(shown(screen)).toContain('github.com/lea-d');
  expect((await own(lea.user.id)).isOpen).toBe(false);
  const consent = await lea.press(messageOf(screen), 'talents:publish');
  expect((await own(lea.user.id)).isOpen).toBe(false);
  const visible = await lea.press(messageOf(consent), 'talents:agree:1');
  expect(shown(visible)).toContain('**Visible**');
  expect(await own(lea.user.id)).toMatchObject({ isOpen: true, consentVersion: 1, skills: ['react', 'sql', 'apiculture'] });
  // A text that is no longer the one to agree to opens nothing.
  await lea.press(messageOf(visible), 'talents:pause');
  expect(shown(await lea.forge.component(messageOf(visible), 'talents:agree:7', 2))).toContain('talents:agree:1');
  expect((await own(lea.user.id)).isOpen).toBe(false);
  await lea.press(messageOf(await lea.press(messageOf(await lea.run('job profile')), 'talents:publish')), 'talents:agree:1');

  let english = await sam.submit(await sam.press(messageOf(await sam.run('job profile')), 'talents:wants'), wants);
  expect(shown(english)).toContain('Still missing');
  english = await sam.submit(await sam.press(messageOf(english), 'talents:skills'), { ...can, skills: 'php', links: '' });
  english = await sam.press(messageOf(await sam.press(messageOf(english), 'talents:publish')), 'talents:agree:1');
  expect(shown(english)).toContain('**Visible** to verified companies');
});

let search: Outcome;
test('a recruiter reads cards that name nobody, filters them, and ranks them for an offer', async () => {
  await aTalent(story.db, { guildId, userId: (await withRole('extra.personne', 'Alumni')).user.id, contracts: ['internship'] });
  search = await nour.run('job talents');
  expect(shown(search)).toContain('3 profils');
  for (const secret of [lea.user.id, sam.user.id, 'lea', 'Léa', 'github']) expect(shown(search)).not.toContain(secret);
  const filtered = await nour.submit(await nour.press(messageOf(search), 'talents:filter'), {
    text: 'apiculture',
    place: 'Roubaix',
  });
  expect(shown(filtered)).toContain('1 profil');
  const none = await nour.run('job talents', { text: 'cobol', contract: 'freelance' });
  expect(shown(none)).toContain('Aucun profil');
  expect((await nour.autocomplete('job talents', { offer: 'DÉV' }, 'offer')).map(({ value }) => value)).toEqual([
    String(offerId),
  ]);
  expect(shown(await nour.run('job talents', { offer: '999999' }))).toContain('pas une offre publiée');
  search = await nour.select(messageOf(await nour.run('job talents')), 'talents:rank', [String(offerId)]);
  expect(shown(search)).toContain('Correspond à 100 %');
  expect(shown(search)).toContain('2 compétences sur 2');
  nour.setLocale('en-US');
  expect(shown(await nour.press(messageOf(await nour.run('home')), 'talents:find'))).toContain('3 profiles');
  nour.setLocale('fr');
});

/** From a card to the sent question; the number of the person. */
async function contact(userId: string, from = nour): Promise<number> {
  const { id: number } = await story.db.talentSight.findFirstOrThrow({ where: { companyId, userId } });
  story.clock.advance(5_000);
  const form = await from.press(messageOf(search), `talents:contact:${number}:`);
  const sent = await from.submit(form, { message: 'Votre goût de la sobriété nous *plaît*, parlons-en.' });
  expect(shown(sent)).toContain('7 jours');
  await story.settle();
  return number;
}

test('the person is asked, accepts with one click, and both meet in one thread although Discord’s answer was lost', async () => {
  const number = await contact(lea.user.id);
  const asked = lastDm(lea);
  expect(shown(asked)).toContain('Atelier');
  expect(shown(asked)).toContain('Développement web');
  expect(JSON.stringify((await lea.run('home')).message)).toContain('souhaite vous parler');
  story.sandbox.faults.next({ method: 'POST', route: '/channels/{channel_id}/threads', status: 'closed', afterEffect: true });
  expect(shown(await nour.forge.component(messageOf(search), `talents:accept:${guildId}:1`, 2))).toContain('n’est pas la vôtre');
  const accepted = await lea.press(asked ?? '', 'talents:accept:');
  expect(shown(accepted)).toContain('Vous avez accepté');
  await story.settle();
  for (const person of [lea, nour]) {
    expect(threadsOf(person)).toHaveLength(1);
    const [opening, ...more] = person.messages(threadsOf(person)[0]?.id ?? '').filter(({ embeds }) => embeds.length > 0);
    expect(more).toEqual([]);
    expect(shown(opening)).toContain('github.com/lea-d');
    expect(shown(opening)).toContain('lea.dubois');
  }
  expect(threadsOf(other)).toEqual([]);
  expect(shown(await lea.forge.component(asked ?? '', `talents:decline:${guildId}:1`, 2))).toContain('n’attend plus');
  expect(shown(await nour.press(messageOf(search), 'talents:contacts'))).toContain('a accepté');
  expect(shown(await nour.forge.component(messageOf(search), `talents:contact:${number}:${offerId}`, 2))).toContain(
    'déjà accepté',
  );
});

test('whose direct messages are closed is asked in a thread; a no says only “not available”', async () => {
  sam.closeDms();
  await contact(sam.user.id);
  const thread = sam.channels().find(({ name }) => name === 'A company would like to talk to you');
  const [question] = sam.messages(thread?.id ?? '').filter(({ embeds }) => embeds.length > 0);
  expect(shown(question)).toContain('The company does not know who you are');
  expect(nour.channels().some(({ id }) => id === thread?.id)).toBe(false);
  const declined = await sam.press(question ?? '', 'talents:decline:');
  expect(shown(declined)).toContain('not available');
  await story.settle();
  const answer = shown(lastDm(nour));
  expect(answer).toContain('n’est pas disponible');
  for (const secret of [sam.user.id, 'sam', 'décl']) expect(answer).not.toContain(secret);
  sam.openDms();
});

test('ids of others, and what is no longer so, open nothing', async () => {
  const { id: number } = await story.db.talentSight.findFirstOrThrow({ where: { companyId, userId: sam.user.id } });
  const theirs = messageOf(await other.run('job talents'));
  expect(shown(await other.forge.component(theirs, `talents:contact:${number}:${offerId}`, 2))).toContain(
    'pas dans ce que votre entreprise a vu',
  );
  const { id: searchId } = await story.db.talentSearch.findFirstOrThrow({ where: { userId: nour.user.id } });
  expect(shown(await other.forge.component(theirs, `talents:page:${searchId}:0`, 2))).toContain('n’est plus gardée');
  expect(shown(await other.forge.component(theirs, 'talents:withdraw:1', 2))).toContain('n’est pas la vôtre');
  expect(shown(await lea.forge.component(theirs, 'talents:find', 2).catch(() => undefined))).not.toContain('Profil n°');
  // They lost their company a moment ago.
  await story.db.company.update({ where: { id: companyId }, data: { state: 'suspended', reason: 'x' } });
  expect(shown(await nour.press(messageOf(search), 'talents:page').catch(() => nour.run('job talents')))).toContain(
    'réservés aux entreprises vérifiées',
  );
  await story.db.company.update({ where: { id: companyId }, data: { state: 'verified' } });
});

test('an offer that fits is told, once, with the reasons; one click ends that', async () => {
  const publish = (id: number) => story.db.$transaction((tx) => enqueue(tx, offerMatched, { guildId, offerId: id }));
  await publish(offerId);
  await story.settle();
  const told = lastDm(lea);
  expect(shown(told)).toContain('2 compétences sur 2 (React, SQL)');
  expect(shown(told)).toContain('discord.com/channels');
  await publish((await anOffer(story.db, { guildId, companyId, skills: ['sql'], createdAt: story.clock.now() })).id);
  await story.settle();
  expect(dms(lea, 'vous correspond')).toHaveLength(1);
  expect(shown(await lea.run('home'))).toContain(`jobs:show:${offerId}`);
  expect(shown(await lea.press(told ?? '', 'talents:quiet:'))).toContain('ne vous signalerons plus');
  await story.later(day);
  await publish((await anOffer(story.db, { guildId, companyId, skills: ['sql'], createdAt: story.clock.now() })).id);
  await story.settle();
  expect(dms(lea, 'vous correspond')).toHaveLength(1);
});

test('without a thread each is sent what was agreed, staff see why, and the thread comes once Discord allows it', async () => {
  const zoe = await withRole('zoe.sans.fil', 'Alumni');
  await aTalent(story.db, { guildId, userId: zoe.user.id, links: ['https://zoe.example'] });
  await nour.run('job talents');
  search = await nour.run('job talents', { offer: String(offerId) });
  await contact(zoe.user.id);
  story.sandbox.faults.next({ method: 'POST', route: '/channels/{channel_id}/threads', status: 403, code: 50013 });
  await zoe.press(lastDm(zoe) ?? '', 'talents:accept:');
  await story.settle();
  expect(shown(lastDm(nour))).toContain('https://zoe.example');
  expect(shown(lastDm(nour))).toContain(`<@${zoe.user.id}>`);
  expect(shown(lastDm(zoe))).toContain(`<@${nour.user.id}>`);
  expect(await story.db.fault.count({ where: { key: { startsWith: 'talents.open' } } })).toBe(1);
  await story.later(hour);
  expect(threadsOf(zoe)).toHaveLength(1);
  expect(await story.db.fault.count({ where: { key: { startsWith: 'talents.open' } } })).toBe(0);
});

test('after six months the person is asked, and one who was hired too; the answer is one click', async () => {
  await story.db.$transaction((tx) => enqueue(tx, personHired, { guildId, userId: lea.user.id }));
  await story.settle();
  expect(shown(lastDm(lea))).toContain('Bravo');
  await lea.press(lastDm(lea) ?? '', 'talents:keep:');
  await story.later(183 * day);
  const [reminder, ...more] = dms(lea, 'depuis six mois');
  expect(more).toEqual([]);
  expect(shown(await lea.press(reminder ?? '', 'talents:keep:'))).toContain('reste visible');
  await story.later(92 * day);
  expect((await own(lea.user.id)).isOpen).toBe(true);
  expect(await own(sam.user.id)).toMatchObject({ isOpen: false, pausedAs: 'silent' });
  expect(dms(sam, 'your profile is paused')).toHaveLength(1);
});

test('whoever leaves is shown to nobody; whoever is erased is in no thread, message or row', async () => {
  const thread = threadsOf(lea)[0]?.id ?? '';
  await erasePerson(story.db, features, { guildId, userId: lea.user.id, now: story.clock.now() });
  await story.settle();
  expect(story.sandbox.world.channels.has(thread)).toBe(false);
  expect(await story.db.talentProfile.count({ where: { userId: lea.user.id } })).toBe(0);
  const zoe = story.sandbox.persona('zoe.sans.fil');
  await story.db.talentProfile.updateMany({ where: { userId: zoe.user.id }, data: { isOpen: true } });
  zoe.leave();
  await story.settle();
  expect(await own(zoe.user.id)).toMatchObject({ isOpen: false, pausedAs: 'left' });
  expect(idsOf(messageOf(await sam.run('job profile'))).some((id) => id.startsWith('talents:publish'))).toBe(true);
});
