import type { APIMessage } from 'discord-api-types/v10';
import { beforeAll, describe, expect, test } from 'vitest';
import { features } from '../../../src/app.ts';
import { extendAccount, freeAccount, secureAccount } from '../../../src/features/compromised/service/account.ts';
import { promiseCards } from '../../../src/features/compromised/service/card.ts';
import { accountCard, toldMessage } from '../../../src/features/compromised/views.ts';
import { openCase } from '../../../src/features/moderation/service/case.ts';
import { releaseCase } from '../../../src/features/moderation/service/end.ts';
import { enqueue } from '../../../src/infra/db.ts';
import { task } from '../../../src/infra/tasks.ts';
import { accountCompromised, raidChanged, rulesChanged } from '../../../src/kernel/moderation.ts';
import { day, hour, minute, second } from '../../../src/kernel/time.ts';
import type { TaskContract } from '../../../src/kernel/wire.ts';
import type { Persona } from '../../../src/sandbox/persona/persona.ts';
import { idsOf, lastDm, type Story, said, startStory } from '../onboarding/story.ts';

/** An account is stolen, stopped, taken back. */

/** What is promised to features that this server may lack is answered all the same. */
const known = new Set(features.flatMap(({ tasks }) => tasks.map(({ contract }) => contract.name)));
const answers = [rulesChanged, raidChanged]
  .filter(({ name }) => !known.has(name))
  .map((contract) => task(contract as TaskContract<unknown>, async () => undefined));
const answering = features.map((one) => (one.name === 'compromised' ? { ...one, tasks: [...one.tasks, ...answers] } : one));

let story: Story;
let mod: Persona;
let guildId: string;
const open = 'général';

const shown = (message: object | null | undefined) => JSON.stringify(message);
const cards = () => story.boss.messages('moderation').filter((message) => shown(message).includes('piraté'));
const card = () => cards().at(-1) as APIMessage;
const quietUntil = (person: Persona) => story.boss.guild.members.get(person.user.id)?.communication_disabled_until ?? null;
/** What a rule saw: the newest message of somebody, or nothing that is known. */
const hitBy = async (person: Persona, message?: APIMessage, mode: 'on' | 'shadow' = 'on'): Promise<number> => {
  const now = story.clock.now();
  const rule = await story.db.rule.upsert({
    where: { guildId_name: { guildId, name: mode } },
    update: {},
    create: { guildId, name: mode, body: {}, mode: 'off', createdAt: now, updatedAt: now },
  });
  const { id } = await story.db.ruleHit.create({
    data: {
      ...{
        guildId,
        ruleId: rule.id,
        eventKey: String(Math.random()),
        event: 'message',
        mode,
        found: [],
        isDue: true,
        createdAt: now,
      },
      ...{ userId: person.user.id, userName: 'x', content: message?.content ?? '' },
      ...{ channelId: message?.channel_id ?? null, messageId: message?.id ?? null },
    },
  });
  return id;
};
type Place = { channelId: string; messageId: string };
const steal = async (person: Persona, { hitId, others }: { hitId?: number; others?: Place[] } = {}) => {
  const flood = { guildId, userId: person.user.id, hitId: hitId ?? (await hitBy(person)), ...(others && { others }) };
  await story.db.$transaction((tx) => enqueue(tx, accountCompromised, flood));
  await story.settle();
};
const stays = (message: APIMessage) => story.boss.messages(open).some(({ id }) => id === message.id);
const by = (person: Persona) => ({ guildId, actorId: person.user.id, now: story.clock.now() });
const newest = () => story.db.compromisedAccount.findFirstOrThrow({ orderBy: { id: 'desc' } });

beforeAll(async () => {
  story = await startStory({ messageContent: true, features: answering });
  guildId = story.sandbox.guildId;
  mod = await story.arrive('max.mod');
  story.boss.guild.members.get(mod.user.id)?.roles.push(story.roleId('Modération'));
  await story.boss.run('setup logs', { log: 'deletions', channel: story.boss.channel('demandes').id });
});

describe('an account that somebody else uses', () => {
  test('is kept quiet, what it sent goes, its owner learns what to do and moderators see it; one click lifts it', async () => {
    const lea = await story.arrive('lea.martin');
    const innocent = lea.write(open, 'Bonjour, quelle heure pour le cours ?');
    const watched = await hitBy(lea, innocent, 'shadow');
    story.clock.advance(5 * minute);
    const first = lea.write(open, 'Cadeau **gratuit** https://steam.exemple/1');
    const second = lea.write(open, 'Cadeau **gratuit** https://steam.exemple/1');
    const other = mod.write(open, 'Bonjour');
    await story.settle();
    const hitId = await hitBy(lea, second);
    // The queue may be late: what counts is when the account sent it.
    story.clock.advance(15 * minute);
    await steal(lea, { hitId });
    expect([first, second, innocent, other].map(stays)).toEqual([false, false, true, true]);
    expect(watched).toBeLessThan(hitId);
    expect(Date.parse(quietUntil(lea) ?? '')).toBe(story.clock.now().getTime() + day);
    const dms = lea.messages('dm').filter(({ content }) => content.includes('peut-être piraté'));
    expect(dms).toHaveLength(1);
    expect(dms[0]?.content).toContain('n’est pas une sanction');
    expect(dms[0]?.content).toMatch(/Nous avons retiré.*ne peut plus écrire/);
    expect(shown(lea.messages('dm'))).not.toContain('moderation:appeal');
    expect(shown(card())).toContain('2 messages retirés sur 2');
    expect(shown(card())).toContain('Cadeau \\\\*\\\\*gratuit\\\\*\\\\*');
    const protection = await story.db.moderationCase.findFirstOrThrow({ where: { userId: lea.user.id } });
    expect(protection).toMatchObject({ kind: 'timeout', origin: 'compromised', points: 0, authorId: null, source: 'account' });

    const told = dms[0] as APIMessage;
    expect(said(await lea.press(told, 'moderation:account:back'))).toContain('c’est noté');
    expect(said(await lea.press(told, 'moderation:account:back'))).toContain('déjà noté');
    await story.settle();
    expect(shown(card())).toContain('dit avoir récupéré son compte');
    const lifted = await mod.press(card(), 'moderation:account:free');
    expect(shown(lifted.message)).toContain('peut de nouveau écrire');
    await story.settle();
    expect(quietUntil(lea)).toBeNull();
    expect(idsOf(card())).toEqual([]);
    expect(shown(card())).toContain(`Protection levée par <@${mod.user.id}>`);
    expect(said(await lea.press(told, 'moderation:account:back'))).toContain('déjà terminée');
    expect(cards()).toHaveLength(1);
    const thanks = lea.write(open, 'Merci, tout va bien');
    await story.later(minute);
    expect(stays(thanks)).toBe(true);
    // What is deleted in one go, by us, is told by the log.
    expect(shown(story.boss.messages('demandes'))).toContain('Cadeau');
  });

  test('is looked at once while it is protected, by fifty at once too; in English, and in a thread when direct messages are closed', async () => {
    const ali = await story.arrive('ali.benamar', { locale: 'en-US' });
    ali.closeDms();
    const now = story.clock.now();
    const found = await Promise.all(
      Array.from({ length: 50 }, (_, hitId) => secureAccount(story.db, { guildId, userId: ali.user.id, hitId, now })),
    );
    expect(found.filter((one) => one !== null)).toHaveLength(1);
    await story.settle();
    expect(await story.db.moderationCase.count({ where: { userId: ali.user.id } })).toBe(1);
    expect(cards()).toHaveLength(2);
    expect(shown(card())).toContain('Aucun de ses messages');
    const late = mod.write(open, 'Encore elle');
    await steal(ali, { others: [{ channelId: late.channel_id, messageId: late.id }] });
    expect(cards()).toHaveLength(2);
    expect(stays(late)).toBe(false);
    const account = await newest();
    const english = toldMessage(
      { guildId, accountId: account.id, server: '*'.repeat(100), until: account.until, isRemoved: true },
      'en',
    );
    expect(english.content).toContain('may have been hacked');
    expect(english.content?.length).toBeLessThanOrEqual(2_000);
    const french = toldMessage(
      { guildId, accountId: account.id, server: '*'.repeat(100), until: account.until, isRemoved: true },
      'fr',
    );
    expect(french.content?.length).toBeLessThanOrEqual(2_000);
  });

  test('is kept quiet a day longer by one click in fifty; Discord’s end follows, and the lifting after it', async () => {
    const account = await newest();
    const until = Math.floor(account.until.getTime() / second);
    const tries = await Promise.allSettled(
      Array.from({ length: 50 }, () => extendAccount(story.db, by(mod), { accountId: account.id, until })),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await story.settle();
    const ali = story.sandbox.persona('ali.benamar');
    expect(Date.parse(quietUntil(ali) ?? '')).toBe(account.until.getTime() + day);
    const freed = await Promise.allSettled(
      Array.from({ length: 50 }, () => freeAccount(story.db, by(mod), { accountId: account.id })),
    );
    expect(freed.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await story.settle();
    expect(quietUntil(ali)).toBeNull();
    expect(await story.db.moderationCase.count({ where: { kind: 'release', userId: ali.user.id } })).toBe(1);
    // Who convinced a moderator and floods again is stopped again; what the queue tells of late is not a new flood.
    await steal(ali, { hitId: account.hitId });
    expect(quietUntil(ali)).toBeNull();
    story.clock.advance(hour);
    await steal(ali);
    expect(Date.parse(quietUntil(ali) ?? '')).toBe(story.clock.now().getTime() + day);
    const again = await newest();
    await story.db.$transaction((tx) =>
      releaseCase(tx, {
        ...{ guildId, caseId: again.caseId ?? 0, authorId: mod.user.id },
        reason: '',
        origin: 'appeal',
        now: story.clock.now(),
      }),
    );
    await story.later(minute);
    expect(shown(card())).toContain('levée autrement');
    expect(idsOf(card()).join()).not.toContain('moderation:account:extend');
    const shownUntil = Math.floor(again.until.getTime() / second);
    await expect(extendAccount(story.db, by(mod), { accountId: again.id, until: shownUntil })).rejects.toMatchObject({
      code: 'compromised.lifted',
    });
  });

  test('that is under a timeout already keeps that one; a measure from the card closes it; Discord may refuse', async () => {
    const zoe = await story.arrive('zoe.petit');
    const now = story.clock.now();
    await story.db.$transaction((tx) =>
      openCase(tx, {
        ...{ guildId, userId: zoe.user.id, kind: 'timeout', origin: 'command', authorId: mod.user.id, reason: 'Insultes' },
        ...{ seconds: (2 * hour) / second, now },
      }),
    );
    await story.settle();
    await steal(zoe);
    const account = await newest();
    expect(account.caseId).toBeNull();
    expect(shown(card())).toContain('déjà en cours');
    const soon = Math.floor((now.getTime() + 2 * hour) / second);
    expect(zoe.messages('dm').find(({ content }) => content.includes('peut-être piraté'))?.content).toContain(`<t:${soon}:`);
    const until = Math.floor(account.until.getTime() / second);
    await expect(extendAccount(story.db, by(mod), { accountId: account.id, until })).rejects.toMatchObject({
      code: 'compromised.other_timeout',
    });
    await story.db.$transaction((tx) =>
      openCase(tx, {
        ...{ guildId, userId: zoe.user.id, kind: 'warning', origin: 'compromised', authorId: mod.user.id, reason: 'Vérifié' },
        ...{ source: { kind: 'account', id: account.id }, now },
      }),
    );
    await story.settle();
    expect(shown(card())).toContain(`Une mesure a été prise par <@${mod.user.id}>`);
    expect(Date.parse(quietUntil(zoe) ?? '')).toBe(now.getTime() + 2 * hour);

    const staff = await story.staff('paul.cdp');
    await steal(story.boss);
    expect(shown(card())).toContain('Discord a refusé');
    expect(story.boss.messages('dm').find(({ content }) => content.includes('peut-être piraté'))?.content).not.toMatch(
      /ne peut plus écrire|retiré ces messages/,
    );
    await expect(staff.press(card(), 'moderation:account:free')).rejects.toThrow();
  });

  test('strangers and forged ids change nothing', async () => {
    const account = await newest();
    const stranger = await story.arrive('eve.dupont');
    const dm = lastDm(stranger) ?? stranger.openDm();
    expect(dm).toBeDefined();
    const forged = await stranger.forge.component(
      stranger.messages('bienvenue').at(-1) as APIMessage,
      `moderation:account:back:${guildId}:${account.id}`,
      2,
    );
    expect(said(forged)).toContain('n’existe plus');
    await expect(
      freeAccount(story.db, { ...by(mod), guildId: '900000000000000009' }, { accountId: account.id }),
    ).rejects.toMatchObject({
      code: 'compromised.unknown',
    });
    const pressed = await stranger.forge.component(
      stranger.messages('bienvenue').at(-1) as APIMessage,
      `moderation:account:free:${account.id}`,
      2,
    );
    expect(said(pressed)).not.toContain('levé');
    expect((await newest()).state).toBe('secured');
  });

  test('what it sent is found again a little later, over failures, and nothing is kept longer than a year', async () => {
    const noe = await story.arrive('noe.blanc');
    await steal(noe);
    const account = await newest();
    story.clock.advance(second);
    const late = Array.from({ length: 3 }, (_, index) => mod.write(open, `tard ${index}`));
    await story.settle();
    await story.db.messageCopy.updateMany({ where: { userId: mod.user.id }, data: { userId: noe.user.id } });
    story.sandbox.faults.next({ method: 'POST', route: '/channels/{channel_id}/messages/bulk-delete', status: 500 });
    await story.later(minute);
    for (const { id } of late) expect(story.boss.messages(open).map((message) => message.id)).not.toContain(id);
    const shownNow = accountCard(
      { account, content: '*'.repeat(4_000), found: 3, removed: 3, standing: 'quiet', endsAt: account.until, isTold: true },
      'fr',
    );
    expect(shown(shownNow as never).length).toBeLessThan(5_000);

    // What Discord refused to remove goes once it lets us; nothing that the account sent is quoted for longer than it is kept.
    const stuck = mod.write(open, 'Reste longtemps');
    const route = '/channels/{channel_id}/messages/{message_id}';
    story.sandbox.faults.next({ method: 'DELETE', route, status: 403 });
    await steal(noe, { others: [{ channelId: stuck.channel_id, messageId: stuck.id }] });
    expect(stays(stuck)).toBe(true);
    await story.later(hour);
    expect(stays(stuck)).toBe(false);
    expect(shown(cards())).toContain('Cadeau');
    await story.later(91 * day);
    expect(shown(cards())).not.toContain('Cadeau');

    // Where the moderators' channel is another one, so are the cards.
    const waiting = await story.db.compromisedAccount.count({ where: { state: 'secured' } });
    const elsewhere = story.boss.channel('alertes').id;
    await story.db.channelBinding.updateMany({ where: { key: 'moderation' }, data: { channelId: elsewhere } });
    await story.db.$transaction((tx) => promiseCards(tx, guildId));
    await story.settle();
    const moved = () =>
      story.boss.messages('alertes').filter((message) => idsOf(message).join().includes('moderation:account:free'));
    expect(moved()).toHaveLength(waiting);
    await story.later(366 * day);
    expect(await story.db.compromisedAccount.count()).toBe(0);
    expect([...cards(), ...moved()]).toEqual([]);
  });
});
