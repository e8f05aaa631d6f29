import type { APIMessage } from 'discord-api-types/v10';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { day } from '../../../src/kernel/time.ts';
import type { Outcome, Persona } from '../../../src/sandbox/persona/persona.ts';
import { runningPromo } from '../announcements/promo.ts';
import { aMentor, aRequest } from '../mentoring/factory.ts';
import { has, idsOf, messageOf, type Story, startStory } from '../onboarding/story.ts';

/** A campaign, from the form to the threads, as each person sees it. */

let story: Story;
let guildId: string;
let thomas: Persona;
let ana: Persona;
let bob: Persona;
let cleo: Persona;
let nadia: Persona;
let karim: Persona;

const shown = (from: Outcome | APIMessage | undefined): string => {
  const message = from && 'failed' in from ? from.message : from;
  return JSON.stringify([message?.content, message?.embeds, message?.components]);
};
const told = (person: Persona, words: string) => person.messages('dm').filter((message) => shown(message).includes(words));
/** Cooldowns and double clicks apart. */
const pause = () => story.clock.advance(5_000);
const press = (person: Persona, from: Outcome, id: string) => {
  pause();
  return person.press(messageOf(from), id);
};
const invites = (person: Persona): APIMessage[] =>
  person
    .channels()
    .filter(({ name }) => name !== '')
    .flatMap(({ id }) => person.messages(id))
    .filter((message) => idsOf(message).some((id) => /^mentoring:join:\d+$/.test(id)));
const newest = () => story.db.mentoringCampaign.findFirstOrThrow({ orderBy: { id: 'desc' } });

async function withRole(username: string, role: string, locale: 'fr' | 'en-US' = 'fr'): Promise<Persona> {
  const person = await story.arrive(username, { locale });
  story.boss.guild.members.get(person.user.id)?.roles.splice(0, 10, story.roleId(role));
  await story.db.member.updateMany({ where: { userId: person.user.id }, data: { welcomedAt: story.clock.now() } });
  return person;
}

beforeAll(async () => {
  story = await startStory();
  ({ guildId } = story.sandbox);
  thomas = await story.staff('thomas.vasseur');
  ana = await withRole('ana.camp', 'En formation');
  bob = await withRole('bob.camp', 'En formation', 'en-US');
  cleo = await withRole('cleo.camp', 'En formation');
  nadia = await withRole('nadia.camp', 'Alumni');
  karim = await withRole('karim.camp', 'Alumni', 'en-US');
  await runningPromo(story, { name: 'CDA Lille 1', learners: [ana, bob] });
  await runningPromo(story, { name: 'CDA Lille 2', learners: [cleo] });
});
beforeEach(() => {
  story.sandbox.faults.clear();
  pause();
});

const begin = async (typed: Record<string, string | string[]> = {}): Promise<Outcome> => {
  const form = await press(thomas, await thomas.run('mentoring campaign'), 'mentoring:campaign:new');
  return thomas.submit(form, {
    name: 'Printemps *vert*',
    opens: '11/01/2027',
    closes: '20/01/2027',
    coordinator: [],
    minimum: 'any',
    ...typed,
  });
};

test('staff prepare a campaign: what they mistype is said, promos and weights are chosen, it is posted where it belongs', async () => {
  const wrong = await begin({ closes: '31 février' });
  expect(shown(wrong)).toContain('12/01/2027');
  expect(shown(await begin({ closes: '01/01/2027' }))).toContain('passés');
  const draft = await begin();
  expect(shown(draft)).toContain('En préparation');
  expect(invites(ana)).toHaveLength(0);

  const promos = await press(thomas, draft, 'mentoring:campaign:promos');
  const lille = await story.db.promo.findFirstOrThrow({ where: { name: 'CDA Lille 1' } });
  const chosen = await thomas.select(messageOf(promos), 'mentoring:campaign:chosen', [String(lille.id)]);
  expect(shown(chosen)).toContain('1 promo choisie');
  const back = await press(thomas, chosen, 'mentoring:campaign:show');
  const { id } = await newest();
  const elsewhere = await thomas.select(messageOf(await thomas.run('mentoring campaign')), 'mentoring:campaign:pick', [
    String(id),
  ]);
  const weights = await press(thomas, back, 'mentoring:campaign:weights');
  const usual = { themes: 'usual', skills: 'usual', time: 'usual', field: 'usual', preference: 'usual' };
  const none = Object.fromEntries(Object.keys(usual).map((key) => [key, 'none']));
  expect(shown(await thomas.submit(weights, none))).toContain('Si rien ne compte');
  pause();
  const weighed = await thomas.submit(await press(thomas, back, 'mentoring:campaign:weights'), { ...usual, themes: 'much' });
  expect(shown(weighed)).toContain('compte beaucoup');
  // Another screen, from before the change, saw less.
  expect(shown(await press(thomas, elsewhere, 'mentoring:campaign:plan'))).toContain('a changé depuis');
  const open = await press(thomas, weighed, 'mentoring:campaign:plan');
  await story.settle();
  expect(shown(open)).toContain('Ouverte');
  expect(invites(ana)).toHaveLength(2);
  expect(invites(cleo)).toHaveLength(1);
  const [invite] = invites(nadia);
  expect(invite && idsOf(invite)).toHaveLength(1);
  expect(shown(invite)).toContain('Printemps');
});

test('each joins with one button, is led to their form, and whom it is not for is told so', async () => {
  const join = async (person: Persona) => {
    pause();
    const [invite] = invites(person);
    return person.press(invite ?? '', 'mentoring:join:');
  };
  const first = await join(ana);
  expect(shown(first)).toContain('Il manque votre demande');
  expect(has(first, 'mentoring:request')).toBe(true);
  expect(shown(await join(bob))).toContain('Your request is missing');
  expect(shown(await join(cleo))).toContain('d’autres promos');
  const helper = await join(nadia);
  expect(has(helper, 'mentoring:profile')).toBe(true);
  expect(shown(await join(karim))).toContain('Your profile is missing');
  // Staff do not take part; a forged part is refused.
  expect(shown(await join(thomas))).not.toContain('Vous participez');
  const { id } = await newest();
  expect(await story.db.campaignParticipant.count({ where: { campaignId: id } })).toBe(4);
  expect(shown(await ana.run('home'))).toContain('votre participation compte une fois');

  const left = await press(karim, await join(karim), 'mentoring:join:leave');
  expect(shown(left)).toContain('You no longer take part');
  expect(shown(await press(karim, left, 'mentoring:join:'))).toContain('Thank you!');

  await aMentor(story.db, { guildId, userId: nadia.user.id, createdAt: story.clock.now() });
  await aMentor(story.db, { guildId, userId: karim.user.id, locale: 'en', themes: ['cv'], createdAt: story.clock.now() });
  await aRequest(story.db, { guildId, userId: ana.user.id, createdAt: story.clock.now() });
  await story.later(8.5 * day);
  // Only who still lacks their form, once.
  expect(told(bob, 'which ends on')).toHaveLength(1);
  expect(told(ana, 'se termine')).toHaveLength(0);
  await story.later(day / 2);
  expect(told(bob, 'which ends on')).toHaveLength(1);
  await aRequest(story.db, { guildId, userId: bob.user.id, locale: 'en', createdAt: story.clock.now() });
});

test('it closes by itself, staff alone see the proposal, mend it, and publish: everybody is told once, threads open', async () => {
  await story.later(2 * day);
  const campaign = await newest();
  expect(campaign.state).toBe('preview');
  expect(invites(ana)).toHaveLength(0);
  const [card] = thomas.messages('suivi-mentorat').filter((message) => shown(message).includes('La proposition est prête'));
  expect(ana.channels().some(({ name }) => name === 'suivi-mentorat')).toBe(false);
  pause();
  const proposal = await thomas.press(card ?? '', 'mentoring:campaign:look');
  expect(shown(proposal)).toContain('2 binômes');
  expect(shown(proposal)).toContain('Les deux choix se valent');

  // Whoever forges a click is refused, by role, and for a campaign of nowhere by the service.
  const [invite] = ana.messages('mentorat').filter((message) => shown(message).includes('Printemps'));
  if (!invite) throw new Error('no invitation');
  const forge = (person: Persona, id: string) => {
    pause();
    return person.forge.component(invite, id, 2);
  };
  for (const id of [`mentoring:publish:${campaign.id}:${campaign.revision}`, `mentoring:campaign:look:${campaign.id}`])
    expect(shown(await forge(ana, id))).not.toContain('binômes');
  expect(shown(await forge(thomas, 'mentoring:publish:999999:0'))).toContain('n’existe plus');
  expect(shown(await forge(thomas, `mentoring:campaign:lock:${campaign.id}:999999:${campaign.revision}`))).toContain(
    'n’est plus dans',
  );
  expect(shown(await forge(ana, `mentoring:join:${campaign.id}`))).toContain('closes');
  expect((await newest()).state).toBe('preview');
  thomas.setLocale('en-US');
  pause();
  expect(shown(await thomas.press(card ?? '', 'mentoring:campaign:look'))).toContain('Both choices are worth the same');
  thomas.setLocale('fr');

  const pairs = await press(thomas, proposal, 'mentoring:campaign:pairs');
  const first = await story.db.campaignPair.findFirstOrThrow({ where: { campaignId: campaign.id, learnerId: ana.user.id } });
  const pair = await thomas.select(messageOf(pairs), 'mentoring:campaign:pair', [String(first.id)]);
  expect(shown(pair)).toContain('Vu par la personne en formation');
  pause();
  expect(shown(await thomas.select(messageOf(pair), 'mentoring:campaign:swap', [thomas.user.id]))).toContain(
    'aucun autre binôme',
  );
  pause();
  const swapped = await thomas.select(messageOf(pair), 'mentoring:campaign:swap', [bob.user.id]);
  expect(shown(swapped)).toContain('2 binômes gardés');
  const after = await story.db.campaignPair.findFirstOrThrow({ where: { campaignId: campaign.id, learnerId: ana.user.id } });
  expect(after.mentorId).not.toBe(first.mentorId);

  // A mentor withdraws meanwhile: nothing is published, it says why, and the way on is one click.
  await story.db.mentorProfile.updateMany({ where: { userId: after.mentorId }, data: { state: 'paused', pausedAs: 'own' } });
  const blocked = await press(thomas, swapped, 'mentoring:publish');
  expect(shown(blocked)).toContain('Rien n’est publié');
  expect(await story.db.mentoringPair.count()).toBe(0);
  await story.db.mentorProfile.updateMany({ where: { userId: after.mentorId }, data: { state: 'approved', pausedAs: null } });
  const again = await press(thomas, blocked, 'mentoring:campaign:again');
  await story.settle();
  expect(shown(again)).toContain('Je calcule');
  const ready = await press(thomas, again, 'mentoring:campaign:show');
  const elsewhere = await thomas.press(card ?? '', 'mentoring:campaign:look');
  ana.closeDms();
  const done = await press(thomas, ready, 'mentoring:publish');
  await story.settle();
  expect(shown(done)).toContain('2 binômes formés');
  expect(shown(await press(thomas, elsewhere, 'mentoring:publish'))).toContain('déjà publiée');
  await story.settle();

  expect(await story.db.mentoringPair.count({ where: { origin: 'campaign', state: 'active' } })).toBe(2);
  expect(await story.db.mentoringPair.count({ where: { threadId: null } })).toBe(0);
  for (const [person, words] of [
    [bob, 'you have a mentor'],
    [karim, 'you accompany'],
    [nadia, 'vous accompagnez'],
  ] as const)
    expect(told(person, words)).toHaveLength(1);
  // Her direct messages are closed: the same is in a private thread, with buttons.
  const notices = await story.db.notice.findMany({ where: { key: `campaigns.told:${campaign.id}` } });
  expect(notices.map(({ userId, via }) => [userId, via])).toContainEqual([ana.user.id, 'thread']);
  expect(notices).toHaveLength(4);
  expect(
    (await story.db.auditEntry.findMany({ where: { subject: `campaign:${campaign.id}` } })).map(({ action }) => action),
  ).toContain('campaigns.publish');
});

const soon = { opens: '22/01/2027', closes: '30/01/2027' };

test('Discord is away for a while: the message is posted once; cancelled, whoever joined is told', async () => {
  const draft = await begin({ name: 'Été', ...soon });
  story.sandbox.faults.next({ method: 'POST', route: '/channels/{channel_id}/messages', status: 500, afterEffect: true });
  const open = await press(thomas, draft, 'mentoring:campaign:plan');
  await story.settle();
  expect(invites(cleo)).toHaveLength(1);
  pause();
  await cleo.press(invites(cleo)[0] ?? '', 'mentoring:join:');
  const asked = await press(thomas, open, 'mentoring:campaign:cancel:');
  expect(shown(asked)).toContain('1 personne participe');
  await press(thomas, asked, 'mentoring:campaign:cancel_yes');
  await story.settle();
  expect(told(cleo, 'est annulée')).toHaveLength(1);
  expect(invites(cleo)).toHaveLength(0);
  pause();
  story.sandbox.faults.next({ method: 'POST', route: '/channels/{channel_id}/messages', status: 403, code: 50_013 });
  const refused = await press(thomas, await begin({ name: 'Hiver', ...soon }), 'mentoring:campaign:plan');
  await story.settle();
  expect(shown(await press(thomas, refused, 'mentoring:campaign:show'))).toContain('n’a pas le droit');
  // It is tried again by itself.
  await story.later(2 * 3_600_000);
  expect(invites(cleo)).toHaveLength(1);
  // Its channel went: it asks where people are sent today.
  const { id } = await newest();
  await story.db.campaignPlace.updateMany({
    where: { campaignId: id },
    data: { channelId: '290000000000000009', messageId: '290000000000000010', shown: null },
  });
  await story.later(2 * 3_600_000);
  expect(await story.db.campaignPlace.findFirst({ where: { campaignId: id } })).toMatchObject({ shown: 'open', problem: null });
  expect(invites(cleo)).toHaveLength(2);
});
