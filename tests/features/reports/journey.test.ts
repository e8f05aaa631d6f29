import type { APIMessage } from 'discord-api-types/v10';
import { beforeAll, expect, test } from 'vitest';
import { enqueue } from '../../../src/infra/db.ts';
import { reportActed } from '../../../src/kernel/moderation.ts';
import { day, hour } from '../../../src/kernel/time.ts';
import type { Outcome, Persona } from '../../../src/sandbox/persona/persona.ts';
import { idsOf, messageOf, type Story, said, startStory, wordsOf } from '../onboarding/story.ts';

/** The life of reports and votes: everybody at their own screen, with Discord failing now and then. */

let story: Story;
let guildId: string;
let lea: Persona;
let sam: Persona;
let troll: Persona;
let mod: Persona;
let second: Persona;
let third: Persona;
let boss: Persona;

const shown = (from: Outcome | APIMessage | undefined): string => {
  const message = from && 'failed' in from ? from.message : from;
  return JSON.stringify([message?.content, message?.embeds, message?.components]);
};
const isForAll = ({ flags }: APIMessage) => ((flags ?? 0) & 64) === 0;
const queue = (person = mod) => person.messages('moderation').filter(isForAll);
const cardsOf = (id: number) =>
  queue().filter((one) => new RegExp(`^(Signalement n° |Report no. )${id}\\b`).test(one.embeds[0]?.title ?? ''));
const cardOf = (id: number) => {
  const [card, ...more] = cardsOf(id);
  if (!card || more.length > 0) throw new Error(`${more.length + (card ? 1 : 0)} cards of ${id}`);
  return card;
};
const voteCard = () => {
  const card = queue()
    .filter(({ embeds }) => embeds[0]?.title?.startsWith('Vote n°'))
    .at(-1);
  if (!card) throw new Error('no vote');
  return card;
};
const calls = () => queue().filter((one) => idsOf(one).some((id) => id.startsWith('moderation:report:called')));
const dms = (person: Persona) => person.messages('dm').map(wordsOf).join('\n');
const lastSubject = () => story.db.reportSubject.findFirstOrThrow({ orderBy: { id: 'desc' } });

async function withRole(username: string, role: string, locale: 'fr' | 'en-US' = 'fr'): Promise<Persona> {
  const person = await story.arrive(username, { locale });
  story.boss.guild.members.get(person.user.id)?.roles.splice(0, 10, story.roleId(role));
  return person;
}

const send = async (person: Persona, message: APIMessage, category = 'spam', comment = '') => {
  const sent = await person.submit(await person.menu('Report message', { message }), { category: [category], comment });
  await story.settle();
  return said(sent);
};

beforeAll(async () => {
  story = await startStory();
  ({ guildId } = story.sandbox);
  ({ boss } = story);
  lea = await withRole('lea.dubois', 'En formation', 'en-US');
  sam = await withRole('sam_*alumni*', 'Alumni');
  troll = await withRole('_troll_', 'En formation');
  mod = await withRole('thomas.modo', 'Modération');
  second = await withRole('nadia.modo', 'Modération', 'en-US');
  third = await withRole('ines.modo', 'Modération');
});

test('a message is reported from its menu: one card in the queue, with its words safe, and nothing of who reported', async () => {
  const message = troll.write('général', 'Cliquez **ici** @everyone <@&1>\nVite !', { files: [{ name: 'a.txt', content: 'x' }] });
  expect(lea.menus().map(({ name }) => name)).toEqual(expect.arrayContaining(['Report message', 'Report member']));
  const form = await lea.menu('Report message', { message });
  // The words are those of the moment when the form opened.
  troll.edit(message, 'Rien du tout');
  const sent = await lea.submit(form, { category: ['fraud'], comment: 'They *insist*' });
  expect(said(sent)).toContain('Thank you');
  await story.settle();
  const subject = await lastSubject();
  const card = cardOf(subject.id);
  expect(wordsOf(card)).toContain('Cliquez \\*\\*ici\\*\\* \\@everyone');
  expect(wordsOf(card)).toContain('They \\*insist\\*');
  expect(wordsOf(card)).toContain('1 fichier joint');
  expect(shown(card)).not.toContain(lea.user.id);
  expect(card.mention_everyone).toBe(false);
  expect(calls()).toHaveLength(0);
  for (const id of ['moderation:act:', 'moderation:report:remove:', 'moderation:vote:propose:', 'moderation:report:dismiss:'])
    expect(idsOf(card).some((one) => one.startsWith(id))).toBe(true);
  // Twice, about oneself, and about the program itself: each is told what else to do.
  expect(said(await lea.submit(await lea.menu('Report message', { message }), { category: ['spam'], comment: '' }))).toContain(
    'reported it already',
  );
  expect(said(await troll.menu('Report message', { message }))).toContain('Vous ne pouvez pas vous signaler');
  expect(said(await lea.menu('Report message', { message: lea.messages('bienvenue')[0] ?? '' }))).toContain('the server itself');
  // A category is needed.
  const empty = await sam.menu('Report message', { message });
  await expect(sam.submit(empty, { category: [], comment: '' })).rejects.toThrow();
  expect((await sam.menu('Report message', { message })).modal?.custom_id).toBe(
    `moderation:report:${message.channel_id}:${message.id}:${troll.user.id}`,
  );
});

test('three who say fraud call the moderators, once, with a mention of their role and nothing of whom', async () => {
  const { id, messageId } = await lastSubject();
  const message = sam.messages('général').find((one) => one.id === messageId);
  if (!message) throw new Error('no message');
  // Discord loses the answer of the call: it is there once all the same.
  story.sandbox.faults.next({ method: 'POST', route: '/channels/{channel_id}/messages', status: 500, afterEffect: true });
  await send(sam, message, 'fraud');
  await send(await withRole('noe.trois', 'En formation'), message, 'fraud');
  await send(await withRole('noe.quatre', 'En formation'), message, 'fraud');
  const [call, ...more] = calls();
  expect(more).toEqual([]);
  expect(call?.mention_roles).toEqual([story.roleId('Modération')]);
  expect(shown(call)).not.toContain(troll.user.id);
  expect(wordsOf(cardOf(id))).toContain('Signalé par 4 personnes');
  const opened = await second.press(call ?? '', 'moderation:report:called');
  expect(shown(opened)).toContain('Reported by 4 people');
});

test('a deleted card comes back, an unbound guess is no card, and others than moderators have no use of it', async () => {
  const { id } = await lastSubject();
  boss.remove(cardOf(id));
  await story.settle();
  expect(cardOf(id)).toBeDefined();
  expect(said(await lea.forge.component(lea.messages('bienvenue')[0] ?? '', `moderation:report:show:${id}`, 2))).toContain(
    'other roles',
  );
  expect(said(await troll.forge.component(troll.messages('bienvenue')[0] ?? '', `moderation:report:remove:${id}`, 2))).toContain(
    'autres rôles',
  );
  expect(said(await mod.forge.component(cardOf(id), 'moderation:report:show:99999', 2))).toContain('n’existe plus');
});

test('the message is removed in one click although Discord fails; those who reported it hear of it in neutral words', async () => {
  const { id, messageId } = await lastSubject();
  sam.closeDms();
  const removal = { method: 'DELETE', route: '/channels/{channel_id}/messages/{message_id}' } as const;
  story.sandbox.faults.next({ ...removal, status: 403 });
  await mod.press(cardOf(id), 'moderation:report:remove');
  await story.settle();
  expect(wordsOf(cardOf(id))).toContain('Gérer les messages');
  expect(dms(lea)).not.toContain('acted');
  story.sandbox.faults.next({ ...removal, status: 502 });
  expect(said(await mod.press(cardOf(id), 'moderation:report:remove'))).toContain('en cours de retrait');
  await story.settle();
  expect(sam.messages('général').some((one) => one.id === messageId)).toBe(false);
  expect(wordsOf(cardOf(id))).toContain('Supprimé de Discord');
  expect(said(await mod.forge.component(cardOf(id), `moderation:report:remove:${id}`, 2))).toContain('plus de message');
  expect(dms(lea)).toContain('acted');
  expect(dms(lea)).not.toContain('troll');
  // Managers read private threads too: what stands in this one says nothing of a report, and its button nothing to others.
  const [thread] = sam.channels().filter(({ thread: one, name }) => one && name.includes('modération'));
  const [notice] = sam.messages(thread?.id ?? '').filter((one) => idsOf(one).length > 0);
  expect(shown(notice)).not.toMatch(/signal|report/i);
  expect(said(await sam.press(notice ?? '', 'moderation:answer'))).toContain('l’équipe de modération a agi');
  expect(
    said(await lea.forge.component(lea.messages('bienvenue')[0] ?? '', idsOf(notice ?? ({} as APIMessage))[0] ?? '', 2)),
  ).toContain('not for you');
  sam.openDms();
});

test('by a link: what one cannot see does not exist, and a forged form reads nothing either', async () => {
  const secret = mod.channel('moderation').id;
  const hidden = queue()[0]?.id ?? '';
  const link = `https://discord.com/channels/${guildId}/${secret}/${hidden}`;
  const refusal = 'vous n’y avez pas accès';
  expect(said(await troll.submit(await troll.run('report', { message: link }), { category: ['other'], comment: '' }))).toContain(
    refusal,
  );
  const nowhere = `https://discord.com/channels/${guildId}/${secret}/${guildId}`;
  expect(
    said(await troll.submit(await troll.run('report', { message: nowhere }), { category: ['other'], comment: '' })),
  ).toContain(refusal);
  expect(said(await troll.run('report', { message: link.replace(guildId, secret) }))).toContain('pas le lien');
  expect(said(await troll.run('report', { message: link, person: lea.user.id }))).toContain('pas les deux');
  expect(await story.db.reportSubject.count()).toBe(1);
  const visible = troll.write('général', 'Deuxième essai');
  const there = `https://discord.com/channels/${guildId}/${visible.channel_id}/${visible.id}`;
  const sent = await sam.submit(await sam.run('report', { message: there }), { category: ['offensive'], comment: '' });
  expect(said(sent)).toContain('Merci');
  await story.settle();
  const subject = await lastSubject();
  expect(subject).toMatchObject({ userId: troll.user.id, messageId: visible.id });
  expect(await story.db.moderationEvidence.count({ where: { messageId: visible.id } })).toBe(1);
  expect(wordsOf(cardOf(subject.id))).toContain('Deuxième essai');
});

test('a person is reported from the menu, the command and the panel; not a bot, nor oneself, nor who left', async () => {
  const by = async (open: Promise<Outcome>, person = lea) => {
    const sent = said(await person.submit(await open, { category: ['harassment'], comment: 'Again' }));
    await story.settle();
    return sent;
  };
  expect(await by(lea.menu('Report member', { user: troll.user.id }))).toContain('Thank you');
  expect(await by(lea.run('report', { person: troll.user.id }))).toContain('already');
  const panel = await sam.press(messageOf(await sam.run('home')), 'moderation:report:open');
  expect(said(await sam.submit(panel, { person: [troll.user.id], category: ['harassment'], comment: '' }))).toContain('Merci');
  const gone = await withRole('gone.away', 'En formation');
  gone.leave();
  await story.settle();
  expect(said(await lea.run('report', { person: lea.user.id }))).toContain('cannot report yourself');
  const bot = [...boss.guild.members.values()].map(({ user_id }) => user_id).find((id) => id === story.app.applicationId) ?? '';
  expect(said(await lea.run('report', { person: bot || story.app.applicationId }))).toContain('server itself');
  const filled = [
    { id: 1, type: 18, component: { id: 2, type: 3, custom_id: 'category', values: ['spam'] } },
    { id: 3, type: 18, component: { id: 4, type: 4, custom_id: 'comment', value: '' } },
  ];
  expect(said(await lea.forge.modal(`moderation:report:0:0:${gone.user.id}`, filled))).toContain('no longer on the server');
  const unseen = `moderation:report:${mod.channel('moderation').id}:${queue()[0]?.id}:${troll.user.id}`;
  expect(said(await lea.forge.modal(unseen, filled))).toContain('cannot read it');
  expect(await story.db.reportSubject.count({ where: { messageId: null } })).toBe(1);
  const home = await mod.run('home');
  expect(shown(home)).toContain('signalements attendent');
  const list = await mod.press(messageOf(home), 'moderation:report:queue');
  expect(shown(list)).toContain('moderation:report:show');
  const fiche = await boss.run('member show', { member: troll.user.id });
  expect(shown(fiche)).toContain('en attente à son sujet');
});

test('two moderators together learn who reported; one alone does not, and the channel never says it', async () => {
  const { id } = await lastSubject();
  const list = await mod.press(cardOf(id), 'moderation:report:list');
  const { id: reportId } = await story.db.report.findFirstOrThrow({
    where: { subjectId: id, reporter: { is: { userId: lea.user.id } } },
  });
  const form = await mod.select(messageOf(list), 'moderation:report:who', [String(reportId)]);
  expect(said(await mod.submit(form, { reason: 'Des signalements *en série* à vérifier.' }))).toContain('24 heures');
  await story.settle();
  const request = () => queue().find((one) => one.embeds[0]?.title?.startsWith('Identité')) ?? '';
  expect(said(await mod.press(request(), 'moderation:report:agree'))).toContain('une autre personne');
  expect(said(await second.press(request(), 'moderation:report:agree'))).toContain('Confirmed');
  await story.settle();
  const read = async (person: Persona) => said(await person.press(request(), 'moderation:report:identity'));
  expect(await read(mod)).toContain(lea.user.id);
  expect(await read(second)).toContain(lea.user.id);
  expect(await read(third)).toContain('n’est montrée qu’aux deux');
  expect(queue().map(shown).join()).not.toContain(lea.user.id);
  await story.later(day);
  expect(shown(request() || undefined)).toContain('terminée');
  // What waits for a day is recalled, once.
  const recalled = () => queue().filter(({ content }) => content.includes('depuis plus de 24 heures'));
  expect(recalled()).toHaveLength(1);
  await story.later(hour);
  expect(recalled()).toHaveLength(1);
});

test('a reported moderator reads nothing of it in their own channel, and cannot handle it', async () => {
  const message = third.write('général', 'Je fais ce que je veux.');
  await send(lea, message, 'sexual', 'Please help');
  const { id } = await lastSubject();
  const card = cardOf(id);
  expect(wordsOf(card)).toContain('s’ouvre pour les autres');
  expect(shown(card)).not.toContain('ce que je veux');
  expect(said(await third.press(card, 'moderation:report:show'))).toContain('vous concerne');
  for (const forged of [`moderation:report:remove:${id}`, `moderation:report:list:${id}:0`, `moderation:report:dismiss:${id}`])
    expect(said(await third.forge.component(card, forged, 2))).toContain('vous concerne');
  const opened = await mod.press(card, 'moderation:report:show');
  expect(shown(opened)).toContain('ce que je veux');
  const form = await mod.press(messageOf(opened), 'moderation:report:dismiss');
  expect(said(await mod.submit(form, { reason: 'Sans gravité.', weigh: 'sincere' }))).toContain('Classé');
  await story.settle();
  expect(dms(lea)).toContain('saw no reason to act');
  const all = await mod.press(messageOf(await mod.press(cardOf(id), 'moderation:report:show')), 'moderation:report:list');
  const { id: reportId } = await story.db.report.findFirstOrThrow({ where: { subjectId: id } });
  expect(said(await mod.select(messageOf(all), 'moderation:report:weigh', [String(reportId)]))).toContain('abusif');
  expect(await story.db.report.findUniqueOrThrow({ where: { id: reportId } })).toMatchObject({ founded: false });
});

test('a vote: proposed from the card, voted, changed, kept over a restart, and carried out by itself', async () => {
  const subject = await story.db.reportSubject.findFirstOrThrow({ where: { messageId: null }, orderBy: { id: 'desc' } });
  const form = await mod.press(cardOf(subject.id), 'moderation:vote:propose');
  const typed = { measure: 'tempban', duration: 'bientôt', severity: ['high'], rule: '', reason: 'Harcèlement _répété_.' };
  expect(said(await mod.submit(form, typed))).toContain('demande une durée');
  expect(said(await mod.submit(form, { ...typed, duration: '7 jours', rule: '3' }))).toContain('de ce numéro');
  expect(said(await mod.submit(form, { ...typed, duration: '7 jours' }))).toContain('Le vote est ouvert');
  await story.settle();
  const card = voteCard();
  expect(card.mention_roles).toEqual([story.roleId('Modération')]);
  expect(wordsOf(card)).toContain('Bannissement temporaire, 7 jours');
  expect(wordsOf(card)).toContain('Harcèlement \\_répété\\_');
  expect(wordsOf(cardOf(subject.id))).toContain('Vote n°');
  expect(said(await mod.forge.component(cardOf(subject.id), `moderation:report:dismiss:${subject.id}`, 2))).toContain('Un vote');
  expect(said(await second.press(card, 'moderation:vote:no'))).toContain('Against');
  expect(said(await second.press(card, 'moderation:vote:yes'))).toContain('For');
  await mod.press(card, 'moderation:vote:yes');
  expect(said(await troll.forge.component(troll.messages('bienvenue')[0] ?? '', idsOf(card)[0] ?? '', 2))).toContain(
    'autres rôles',
  );
  await story.settle();
  expect(wordsOf(voteCard())).toContain('2 voix sur 3');
  expect(wordsOf(voteCard())).not.toContain('2 pour');
  expect(said(await mod.forge.component(voteCard(), 'moderation:vote:expedite:1', 2))).toContain('autres rôles');
  await boss.press(voteCard(), 'Abstention');
  await story.restart();
  await story.later(24 * hour);
  const vote = await story.db.moderationVote.findFirstOrThrow();
  expect(vote.state).toBe('adopted');
  expect(wordsOf(voteCard())).toContain('2 pour, 0 contre, 1 abstention');
  expect(await story.db.moderationCase.findMany()).toMatchObject([
    { kind: 'tempban', origin: 'vote', authorId: null, userId: troll.user.id, points: 80 },
  ]);
  expect(await story.db.reportSubject.findUniqueOrThrow({ where: { id: subject.id } })).toMatchObject({ state: 'acted' });
  expect(wordsOf(cardOf(subject.id))).toContain('Sanction n° 1');
  expect(dms(sam)).toContain('a agi');
  expect(said((await second.press(voteCard(), 'moderation:case')) ?? { message: null })).toBeDefined();
});

test('a permanent ban by vote asks an admin, in a message of its own; its subject who moderates sees a closed card', async () => {
  const typed = { measure: 'ban', duration: '', severity: ['high'], rule: '', reason: 'Abus de pouvoir.' };
  // Moderators leave each other to the admins.
  expect(said(await mod.submit(await mod.run('mod vote', { person: third.user.id }), typed))).toContain('équipe');
  expect(await story.db.moderationVote.count()).toBe(1);
  await boss.submit(await boss.run('mod vote', { person: third.user.id }), typed);
  await story.settle();
  expect(wordsOf(voteCard())).toContain('s’ouvre pour les autres');
  expect(said(await third.press(voteCard(), 'moderation:vote:show'))).toContain('vous concerne');
  for (const person of [mod, second, boss]) {
    const card = await person.press(voteCard(), 'moderation:vote:show');
    await person.press(messageOf(card), 'moderation:vote:yes');
  }
  const shownCard = await boss.press(voteCard(), 'moderation:vote:show');
  const form = await boss.press(messageOf(shownCard), 'moderation:vote:expedite');
  story.sandbox.faults.next({ method: 'POST', route: '/channels/{channel_id}/messages', status: 500, afterEffect: true });
  await boss.submit(form, { reason: 'Urgent pour les personnes.' });
  await story.settle();
  const asks = queue().filter((one) => one.embeds[0]?.title?.includes('bannissement définitif'));
  expect(asks).toHaveLength(1);
  expect(said(await mod.press(asks[0] ?? '', 'moderation:vote:confirm'))).toContain('autres rôles');
  expect(await story.db.moderationCase.count({ where: { kind: 'ban' } })).toBe(0);
  const refusal = await boss.press(asks[0] ?? '', 'moderation:vote:decline');
  expect(said(await boss.submit(refusal, { reason: 'Un entretien suffit.' }))).toContain('pas appliqué');
  await story.settle();
  expect(shown(queue().find(({ id }) => id === asks[0]?.id))).toContain('Non appliqué');
  expect(await story.db.moderationVote.count({ where: { state: 'declined' } })).toBe(1);
});

test('the settings are shown and changed by admins alone; a missing half is asked for', async () => {
  expect(said(await boss.run('setup reports', { category: 'spam' }))).toContain('ensemble');
  expect(said(await boss.run('setup reports', { category: 'spam', people: 2, reminder: 48 }))).toContain(
    'Spam ou publicité : 2 personnes',
  );
  const message = (await withRole('pub.licite', 'En formation')).write('général', 'Promo ! Promo !');
  await send(lea, message, 'spam');
  const before = calls().length;
  await send(sam, message, 'spam');
  expect(calls()).toHaveLength(before + 1);
  // Told of a case by another part, twice: one answer.
  const { id } = await lastSubject();
  for (let times = 0; times < 2; times++) {
    await story.db.$transaction((tx) => enqueue(tx, reportActed, { guildId, reportId: id, caseId: null }));
    await story.settle();
  }
  expect(wordsOf(cardOf(id))).toContain('Sans suite');
});
