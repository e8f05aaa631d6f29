import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { factsOfMessage } from '../../../src/features/rules/rules/event.ts';
import type { Facts } from '../../../src/features/rules/rules/facts.ts';
import { fingerprintOf } from '../../../src/features/rules/rules/print.ts';
import type { Draft, Rule } from '../../../src/features/rules/rules/rule.ts';
import { openWindows } from '../../../src/features/rules/rules/windows.ts';
import { readAction, sanction } from '../../../src/features/rules/service/act.ts';
import { countOpenCards, getCard, settleHit } from '../../../src/features/rules/service/card.ts';
import {
  changeDraft,
  emptyDraft,
  getDraft,
  openDraft,
  putPiece,
  removePiece,
  saveDraft,
} from '../../../src/features/rules/service/draft.ts';
import { getHit, type Happening, judgeHit, recordHits } from '../../../src/features/rules/service/hit.ts';
import { hold } from '../../../src/features/rules/service/hold.ts';
import { addDomains, countLists, readDomains, removeDomains } from '../../../src/features/rules/service/list.ts';
import { memoryOf } from '../../../src/features/rules/service/memory.ts';
import { recordRestored, restoreCard, restoreHit } from '../../../src/features/rules/service/restore.ts';
import { eraseRules, exportRules, sweepRules } from '../../../src/features/rules/service/retention.ts';
import { dropRule, figuresOfOne, getRule, setMode } from '../../../src/features/rules/service/rule.ts';
import { pastSamples, tryRule, typedSamples } from '../../../src/features/rules/service/sample.ts';
import { seedOnce, seedRules } from '../../../src/features/rules/service/seed.ts';
import { moderationKey } from '../../../src/kernel/moderation.ts';
import { UserError } from '../../../src/kernel/text.ts';
import { day, hour, minute, second } from '../../../src/kernel/time.ts';
import { freshDatabase, waitingTasks } from '../../support/database.ts';
import { monday } from '../../support/monday.ts';
import { factoryGuild as guildId, someone } from '../moderation/factory.ts';

const database = await freshDatabase();
const { db } = database;
afterAll(database.close);

const refused = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof UserError ? error.code : String(error)),
  );
const later = (age: number) => new Date(monday.getTime() + age);
const tasks = async (name: string) =>
  (await waitingTasks(database)).filter((task) => task.name === name).map(({ payload }) => payload);
const admin = someone();
const by = (now = monday, actorId = admin) => ({ guildId, actorId, now });

beforeEach(async () => {
  await database.pool.query(
    'TRUNCATE guild, rule, rule_setting, rule_list, rule_draft, rule_card, rule_counter, rule_hold, moderation_setting, moderation_case, moderation_evidence, member CASCADE',
  );
  await database.pool.query('DELETE FROM graphile_worker._private_jobs');
  await db.guild.create({ data: { id: guildId, createdAt: monday } });
});

const words = (change: Partial<Draft> = {}): Draft => ({
  ...emptyDraft,
  name: 'Gros mots',
  triggers: [{ kind: 'words', words: ['casino'], match: 'word' }],
  actions: [{ kind: 'delete' }, { kind: 'keep' }],
  ...change,
});

/** A rule that acts, as an administrator made it. */
async function aRuleOn(change: Partial<Draft> = {}): Promise<Rule> {
  const { id: draftId } = await openDraft(db, by(), { draft: words(change) });
  const row = await saveDraft(db, by(), draftId);
  expect(row.mode).toBe('shadow');
  await setMode(db, by(), { ruleId: row.id, revision: row.revision, mode: 'on' });
  return (await getRule(db, guildId, row.id)).rule;
}

const facts = (change: Partial<Facts> = {}): Facts => ({
  kind: 'message',
  guildId,
  channelId: '200000000000000001',
  parentId: null,
  categoryId: null,
  messageId: someone(),
  authorId: '300000000000000001',
  authorName: 'Éva_*',
  authorCreatedAt: monday.getTime() - 400 * day,
  joinedAt: monday.getTime() - 40 * day,
  roleIds: [],
  isStaff: false,
  text: 'Venez au casino',
  at: monday.getTime(),
  attachments: [],
  mentions: { users: 0, roles: 0, everyone: false },
  embeds: 0,
  isReply: false,
  isForward: false,
  raidLevel: 'none',
  ...change,
});

/** What the rules in memory say of it, written down. */
async function happen(change: Partial<Facts> = {}, now = monday, key?: string): Promise<number[]> {
  const memory = memoryOf(db);
  memory.forget(guildId);
  const { ready, windows } = await memory.load(guildId, now);
  const seen = facts({ at: now.getTime(), ...change });
  const hits = ready.engine.read(seen, windows).flatMap((hit): Happening['hits'][number][] => {
    const rule = ready.rules.get(hit.ruleId);
    return rule ? [{ hit, rule }] : [];
  });
  return recordHits(db, { facts: seen, key: key ?? `message:${seen.messageId}`, sentAt: now, files: [], hits, now });
}
const remove = (hitId: number) => db.ruleMessage.updateMany({ where: { hitId }, data: { removedAt: monday } });

describe('writing a rule', () => {
  test('piece by piece, every fault at once; it watches first, and what acts watches again once it is changed', async () => {
    const { id: draftId, faults } = await openDraft(db, by(), { draft: emptyDraft });
    expect(faults.map(({ path }) => path[0])).toEqual(expect.arrayContaining(['name', 'triggers', 'actions']));
    expect(await refused(saveDraft(db, by(), draftId))).toBe('rules.bad');
    const at = { draftId, part: 'triggers' as const, place: 0 };
    await putPiece(db, by(), at, words().triggers[0] ?? { kind: '' });
    await putPiece(db, by(), { draftId, part: 'actions', place: 0 }, { kind: 'delete' });
    await changeDraft(db, by(), draftId, (draft) => ({ ...draft, name: 'Casino' }));
    // A second click on « Retirer » takes nothing else away, and nobody touches what is not theirs.
    const twice = () => refused(removePiece(db, by(), { draftId, part: 'actions', place: 0, count: 1 }));
    expect(await Promise.all([twice(), twice()])).toEqual(expect.arrayContaining(['done', 'rules.unknown_piece']));
    expect(await refused(getDraft(db, by(monday, someone()), draftId))).toBe('rules.unknown_draft');
    await putPiece(db, by(), { draftId, part: 'actions', place: 0 }, { kind: 'delete' });

    const all = await Promise.all(Array.from({ length: 20 }, () => refused(saveDraft(db, by(), draftId))));
    expect(all.filter((one) => one === 'done')).toHaveLength(1);
    const [rule] = await db.rule.findMany();
    expect(rule).toMatchObject({ name: 'Casino', mode: 'shadow', shadowUntil: later(7 * day) });
    const ruleId = rule?.id ?? 0;
    expect(await refused(setMode(db, by(), { ruleId, revision: 99, mode: 'on' }))).toBe('rules.changed');
    const on = await setMode(db, by(), { ruleId, revision: 1, mode: 'on' });
    const again = await openDraft(db, by(), { draft: words({ name: 'Casino' }), ruleId, revision: on.revision });
    expect(await saveDraft(db, by(), again.id)).toMatchObject({ mode: 'shadow', revision: on.revision + 1 });
    const other = await openDraft(db, by(), { draft: words({ name: 'Casino' }) });
    expect(await refused(saveDraft(db, by(), other.id))).toBe('rules.name_taken');
    expect(await refused(dropRule(db, { ...by(), guildId: someone() }, { ruleId, revision: 3 }))).toBe('rules.unknown');
    expect((await db.auditEntry.findMany()).map(({ action }) => action)).toEqual(
      expect.arrayContaining(['rules.create', 'rules.change', 'rules.set_mode']),
    );
    expect(await tasks('automod.compile')).toHaveLength(1);
  });

  test('a hostile expression is refused or linear', async () => {
    const draft = (expression: string) =>
      words({ triggers: [{ kind: 'expression', expressions: [expression], reading: 'plain' }] });
    for (const bad of ['(a', '(?=x)x', 'a{1000}{1000}', '(x*)*{9999}'])
      expect([bad, await refused(openDraft(db, by(), { draft: draft(bad) }).then(({ id }) => saveDraft(db, by(), id)))]).toEqual([
        bad,
        'rules.bad',
      ]);
    const samples = typedSamples(`${'a'.repeat(3_999)}!`, { userId: admin, now: monday });
    const began = performance.now();
    const { hits } = await tryRule(db, guildId, draft('(a+)+$'), samples);
    expect(hits).toHaveLength(0);
    expect(performance.now() - began).toBeLessThan(2_000);
    // Together they cost no more than one message may: eighty of them took two seconds.
    const triggers = Array.from({ length: 8 }, () => ({
      kind: 'expression' as const,
      expressions: Array.from({ length: 10 }, (_, index) => `(a?){${50 + index}}b`),
      reading: 'plain' as const,
    }));
    const { id: many } = await openDraft(db, by(), { draft: words({ triggers }) });
    await saveDraft(db, by(), many);
    const { ready, windows } = await memoryOf(db).load(guildId, monday);
    const start = performance.now();
    ready.engine.read(facts({ text: 'a'.repeat(4_000) }), windows);
    expect(performance.now() - start).toBeLessThan(500);
  });

  test('it is tried on what is known of the past and on what is typed, before it is saved', async () => {
    await aRuleOn();
    await happen();
    await happen({ text: 'Un autre casino', authorId: '300000000000000002' }, later(minute));
    const past = await pastSamples(db, guildId, later(hour));
    expect(past.map(({ content }) => content)).toEqual(['Un autre casino', 'Venez au casino']);
    const autre = words({ triggers: [{ kind: 'words', words: ['autre'], match: 'word' }] });
    expect(await tryRule(db, guildId, autre, past)).toMatchObject({
      tried: 2,
      hits: [{ sample: { content: 'Un autre casino' } }],
    });
    const typed = typedSamples('rien\nc4s1n0 gratuit\ncasino', { userId: admin, now: monday });
    expect((await tryRule(db, guildId, words(), typed)).hits).toHaveLength(2);
  });

  test('the proposed rules watch, once, when the channel of moderators is there; one click adds what is missing', async () => {
    await seedOnce(db, guildId, monday);
    expect(await db.rule.count()).toBe(0);
    await db.channelBinding.create({ data: { guildId, key: moderationKey, channelId: someone() } });
    await Promise.all(Array.from({ length: 10 }, () => seedOnce(db, guildId, monday)));
    const rules = await db.rule.findMany();
    expect(rules.length).toBeGreaterThan(15);
    expect(
      rules.every(({ mode, shadowUntil }) => mode === 'shadow' && shadowUntil?.getTime() === monday.getTime() + 7 * day),
    ).toBe(true);
    await db.rule.deleteMany({ where: { template: 'spam' } });
    await seedOnce(db, guildId, monday);
    expect(await db.rule.count({ where: { template: 'spam' } })).toBe(0);
    expect(await seedRules(db, by(), 'fr')).toBe(1);
    expect(await seedRules(db, by(), 'fr')).toBe(0);
  });

  test('lists hold thousands of sites, read from what block lists look like', async () => {
    expect(readDomains('# a list\n0.0.0.0 evil.example\nhttps://www.Evil.example/path, pas un site\nÉcole.fr')).toMatchObject({
      domains: ['evil.example', 'xn--cole-9oa.fr'],
      refused: ['pas un site'],
    });
    const many = Array.from({ length: 5_000 }, (_, index) => `bad${index}.example`).join('\n');
    expect(await addDomains(db, by(), 'blocked', many)).toEqual({ added: 5_000, refused: [] });
    expect(await refused(addDomains(db, by(), 'blocked', '!!!'))).toBe('rules.no_domain');
    expect(await removeDomains(db, by(), 'blocked', 'bad7.example\nautre.example')).toBe(1);
    expect(await countLists(db, guildId)).toEqual({ blocked: 4_999, allowed: 0 });
    await aRuleOn({ name: 'Liste', triggers: [{ kind: 'blocked_link', domains: [], useList: true }] });
    expect(await happen({ text: 'voyez https://sub.bad8.example/x' })).toHaveLength(1);
    expect(await happen({ text: 'voyez https://bad7.example/x' })).toHaveLength(0);
  });
});

describe('what a rule finds', () => {
  test('an event told fifty times is one hit, one copy, one action, one card', async () => {
    const rule = await aRuleOn();
    const messageId = someone();
    const all = await Promise.all(Array.from({ length: 50 }, () => happen({ messageId })));
    expect(all.flat()).toHaveLength(1);
    expect([
      await db.ruleHit.count(),
      await db.ruleAction.count(),
      await db.moderationEvidence.count(),
      await db.ruleCard.count(),
      (await tasks('rules.act')).length,
      (await tasks('rules.card')).length,
    ]).toEqual([1, 1, 1, 1, 1, 1]);
    // Edited, it is another happening; what is erased of the rule finds nothing.
    expect(await happen({ messageId, kind: 'edit' }, monday, `message:${messageId}:7`)).toHaveLength(1);
    await db.rule.delete({ where: { id: rule.id } });
    expect(await happen()).toHaveLength(0);
  });

  test('of a burst of fifty each counts once: the counter acts at the tenth, decays by the hour, and is a person’s own', async () => {
    const rule = await aRuleOn({ counter: { name: 'casino', add: 1, decayPerHour: 2, at: 10 } });
    await Promise.all(Array.from({ length: 50 }, () => happen()));
    expect(await db.ruleHit.count({ where: { isDue: true } })).toBe(5);
    expect(await db.ruleHit.count()).toBe(50);
    for (let count = 0; count < 9; count++) await happen({}, later(second));
    expect(await db.ruleHit.count({ where: { isDue: true } })).toBe(5);
    await happen({}, later(hour));
    expect(await db.ruleHit.count({ where: { isDue: true } })).toBe(5);
    await happen({ authorId: someone() }, later(hour));
    await happen({}, later(hour));
    await happen({}, later(hour));
    expect(await db.ruleHit.count({ where: { isDue: true } })).toBe(6);
    expect(await figuresOfOne(db, rule.id)).toMatchObject({ hits: 63, due: 6, people: 2 });
  });

  test('a raid is one card of the rule that finds it, however many join at once; one person’s case leaves it open, erasure takes one off', async () => {
    await aRuleOn({
      on: ['join'],
      triggers: [{ kind: 'new_account', days: 7 }],
      actions: [{ kind: 'alert', call: true }],
      cooldownSeconds: 600,
    });
    const memory = memoryOf(db);
    memory.forget(guildId);
    const { ready, windows } = await memory.load(guildId, monday);
    const raiders = Array.from({ length: 40 }, () => someone());
    await Promise.all(
      raiders.map((authorId, index) => {
        const joining = facts({
          ...{ kind: 'join', authorId, authorName: `raider${index}`, authorCreatedAt: monday.getTime() - hour },
          ...{ channelId: null, messageId: null, text: '' },
        });
        const hits = ready.engine.read(joining, windows).flatMap((hit) => {
          const rule = ready.rules.get(hit.ruleId);
          return rule ? [{ hit, rule }] : [];
        });
        return recordHits(db, { facts: joining, key: `join:${authorId}`, sentAt: null, files: [], hits, now: monday });
      }),
    );
    expect([await db.ruleHit.count(), await db.ruleCard.count(), (await tasks('rules.card')).length]).toEqual([40, 1, 1]);
    const [card] = await db.ruleCard.findMany();
    expect(card).toMatchObject({ userId: null, isCall: true });
    const read = (page: number) => getCard(db, { guildId, cardId: card?.id ?? 0, page }, monday);
    // All of them can be reached, and a page that is no more is the last one.
    expect(await read(9)).toMatchObject({ people: 40, total: 40, page: 3, hits: { length: 10 } });
    const { hits } = await read(0);
    await settleHit(db, { guildId, hitId: hits[0]?.id ?? 0, caseId: null, now: monday });
    expect(await db.ruleCard.count({ where: { closedAt: null } })).toBe(1);
    expect(await countOpenCards(db, { guildId, userId: admin })).toBe(1);
    await database.pool.query('DELETE FROM graphile_worker._private_jobs');
    await db.$transaction((tx) => eraseRules(tx, guildId, raiders[0] ?? ''));
    expect(await read(0)).toMatchObject({ people: 39 });
    expect(await tasks('rules.card')).toHaveLength(1);
  });

  test('a cooldown leaves the person alone, and removes their messages all the same', async () => {
    await aRuleOn({
      cooldownSeconds: 600,
      actions: [{ kind: 'delete' }, { kind: 'dm', text: '' }, { kind: 'warn', severity: 'low' }],
    });
    const [first] = await happen();
    const [second_] = await happen({}, later(minute));
    const [third] = await happen({}, later(11 * minute));
    const kinds = async (hitId = 0) =>
      (await db.ruleAction.findMany({ where: { hitId }, orderBy: { place: 'asc' } })).map(({ kind }) => kind);
    expect(await kinds(first)).toEqual(['delete', 'sanction', 'dm']);
    expect(await kinds(second_)).toEqual(['delete']);
    expect(await kinds(third)).toEqual(['delete', 'sanction', 'dm']);
    expect(await db.ruleCard.count()).toBe(2);
  });

  test('one that watches writes down what it would have done, and does nothing', async () => {
    const rule = await aRuleOn({ counter: { name: 'c', add: 1, decayPerHour: 0, at: 2 } });
    await setMode(db, by(), { ruleId: rule.id, revision: null, mode: 'shadow', days: 3 });
    await happen();
    await happen();
    expect(await figuresOfOne(db, rule.id)).toMatchObject({ hits: 2, due: 1 });
    expect([await db.ruleAction.count(), await db.ruleCard.count(), await db.moderationEvidence.count()]).toEqual([0, 0, 0]);
    await setMode(db, by(), { ruleId: rule.id, revision: null, mode: 'on' });
    await happen();
    // What it counted while it watched is nothing to answer for.
    expect(await db.ruleHit.count({ where: { isDue: true, mode: 'on' } })).toBe(0);
  });

  test('warning, timeout and points are one case; whoever is timed out already is warned only', async () => {
    await aRuleOn({
      actions: [
        { kind: 'warn', severity: 'medium' },
        { kind: 'timeout', seconds: 600 },
        { kind: 'points', points: 5 },
      ],
    });
    const [hitId = 0] = await happen();
    const address = { guildId, hitId, place: 0 };
    const work = () => sanction(db, address, { reason: 'Règle', now: monday });
    await Promise.all(Array.from({ length: 20 }, work));
    expect(await db.moderationCase.findMany()).toMatchObject([
      { kind: 'timeout', origin: 'rule', authorId: null, severity: 'medium', points: 45, source: 'hit', sourceId: hitId },
    ]);
    const [again = 0] = await happen({}, later(minute));
    await sanction(db, { guildId, hitId: again, place: 0 }, { reason: 'Règle', now: later(minute) });
    expect((await db.moderationCase.findMany({ orderBy: { id: 'asc' } })).map(({ kind }) => kind)).toEqual([
      'timeout',
      'warning',
    ]);
    expect(await readAction(db, { ...address, guildId: someone() })).toBeNull();
  });

  test('of a flood each message is removed once, whichever hits find it; code and quotes call nobody', async () => {
    await aRuleOn({ triggers: [{ kind: 'burst', scope: 'person', least: 3, seconds: 10 }] });
    const memory = memoryOf(db);
    memory.forget(guildId);
    const { ready } = await memory.load(guildId, monday);
    const windows = openWindows();
    for (let index = 0; index < 20; index++) {
      const seen = facts({ text: `message ${index}`, at: monday.getTime() + index });
      // Told twice, as after a restart, it counts once.
      const all =
        index === 0
          ? [ready.engine.read(seen, windows), ready.engine.read(seen, windows)].flat()
          : ready.engine.read(seen, windows);
      const hits = all.flatMap((hit) => {
        const rule = ready.rules.get(hit.ruleId);
        return rule ? [{ hit, rule }] : [];
      });
      await recordHits(db, { facts: seen, key: `message:${seen.messageId}`, sentAt: monday, files: [], hits, now: monday });
    }
    expect([await db.ruleHit.count(), await db.ruleMessage.count()]).toEqual([18, 20]);
    const message = (content: string) => ({
      ...{ id: someone(), channel_id: someone(), guild_id: guildId, content, type: 0, timestamp: monday.toISOString() },
      ...{ author: { id: someone(), username: 'a', global_name: null }, mention_everyone: false, edited_timestamp: null },
      ...{ attachments: [], embeds: [], mentions: [], mention_roles: [] },
    });
    const around = { parentId: null, categoryId: null, isStaff: false, raidLevel: 'none', now: monday.getTime() } as const;
    const calls = (content: string) => factsOfMessage('message', message(content) as never, around).mentions.everyone;
    expect([calls('```js\nsend("@everyone")\n```\nça marche pas'), calls('@everyone regardez')]).toEqual([false, true]);
    const poll = { question: { text: 'Casino gratuit ?' }, answers: [{ answer_id: 1, poll_media: { text: 'oui' } }] };
    expect(factsOfMessage('message', { ...message(''), poll } as never, around).text).toBe('Casino gratuit ?\noui');
  });

  test('channels are held once, for the longest and slowest that was asked', async () => {
    const channelId = someone();
    const ask = (interval: number, seconds: number) =>
      db.$transaction((tx) => hold(tx, { guildId, channelId, kind: 'slow', interval, seconds, now: monday }));
    await Promise.all([ask(10, 900), ask(30, 60), ...Array.from({ length: 20 }, () => ask(10, 300))]);
    expect(await db.ruleHold.findMany()).toMatchObject([{ intervalSeconds: 30, until: later(900 * second) }]);
  });
});

describe('mistakes', () => {
  test('are learnt: the same words never set it off again, however disguised; the last word counts', async () => {
    const rule = await aRuleOn();
    const [hitId = 0] = await happen();
    await Promise.all(Array.from({ length: 20 }, () => judgeHit(db, by(), { hitId, verdict: 'mistaken' })));
    expect(await db.auditEntry.count({ where: { action: 'rules.judge', subject: `hit:${hitId}` } })).toBe(1);
    const { ready } = await memoryOf(db).load(guildId, monday);
    expect(ready.rules.has(rule.id)).toBe(true);
    expect(await db.ruleException.count()).toBe(1);
    const { fingerprint } = await getHit(db, guildId, hitId);
    const [other = 0] = await happen({ text: 'VENEZ  au cásinо' });
    expect((await getHit(db, guildId, other)).fingerprint).toBe(fingerprint);
    await judgeHit(db, by(), { hitId, verdict: 'founded' });
    expect(await db.ruleException.count()).toBe(0);
    expect(await figuresOfOne(db, rule.id)).toMatchObject({ founded: 1, mistaken: 0 });
    expect(await refused(judgeHit(db, { ...by(), guildId: someone() }, { hitId, verdict: 'founded' }))).toBe('rules.unknown_hit');
    expect(await refused(judgeHit(db, by(monday, '300000000000000001'), { hitId, verdict: 'mistaken' }))).toBe('rules.own_hit');
  });

  test('a false alarm takes back the sanction and the role, learns links and files, and keeps what is only a join out of it', async () => {
    await aRuleOn({
      triggers: [{ kind: 'link', least: 1, domains: [], useList: false }],
      actions: [
        { kind: 'warn', severity: 'low' },
        { kind: 'timeout', seconds: 600 },
        { kind: 'add_role', roleId: '400000000000000001' },
      ],
    });
    const [hitId = 0] = await happen({ text: 'regarde ça https://innocent.fr/a' });
    await sanction(db, { guildId, hitId, place: 0 }, { reason: 'Règle', now: monday });
    await db.ruleAction.updateMany({ where: { hitId, kind: 'add_role' }, data: { state: 'done' } });
    const clicks = await Promise.all(
      Array.from({ length: 20 }, () => judgeHit(db, by(), { hitId, verdict: 'mistaken', locale: 'fr' })),
    );
    expect(clicks.reduce((sum, { cases }) => sum + cases, 0)).toBe(1);
    expect(await db.moderationCase.count({ where: { kind: 'timeout', voidedAt: null } })).toBe(0);
    expect(await db.ruleAction.findMany({ where: { hitId, kind: 'remove_role' } })).toMatchObject([{ state: 'pending' }]);
    const print = (text: string) => fingerprintOf({ text, attachments: [] });
    expect((await getHit(db, guildId, hitId)).fingerprint).toBe(print('Regarde ÇA https://innocent.fr/a'));
    expect(print('regarde ça https://evil-nitro.ru/x')).not.toBe(print('regarde ça https://innocent.fr/a'));
    expect(print('https://innocent.fr')).not.toBeNull();
    expect([print('😀'), print('')]).toEqual([expect.any(String), null]);
  });

  test('keys that somebody publishes are kept nowhere and do not come back; half an emoji loses nothing', async () => {
    const key = `ghp_${'a1B2'.repeat(10)}`;
    await aRuleOn({ triggers: [{ kind: 'secret', secrets: ['access_token'] }] });
    await aRuleOn({ name: 'Suite', triggers: [{ kind: 'expression', expressions: ['casino.*|ghp.*'], reading: 'plain' }] });
    const hits = await happen({ text: `mon jeton ${key} voilà` });
    expect(hits).toHaveLength(2);
    for (const id of hits) await remove(id);
    const { rows } = await database.pool.query(
      'SELECT FROM rule_hit, moderation_evidence WHERE to_jsonb(rule_hit)::text ~ $1 OR to_jsonb(moderation_evidence)::text ~ $1',
      [key],
    );
    expect(rows).toHaveLength(0);
    expect(await refused(restoreHit(db, by(), hits[0] ?? 0, { locale: 'fr' }))).toBe('rules.kept_secret');
    expect(await happen({ text: `casino${'a'.repeat(93)}😀` })).toHaveLength(1);
  });

  test('what two rules took away and punished comes back whole, by whichever of them; what Discord refused is tried again', async () => {
    await aRuleOn({ actions: [{ kind: 'delete' }, { kind: 'warn', severity: 'low' }] });
    await aRuleOn({
      name: 'Deux',
      triggers: [{ kind: 'words', words: ['venez'], match: 'word' }],
      actions: [{ kind: 'delete' }, { kind: 'timeout', seconds: 600 }],
    });
    const hits = await happen();
    for (const hitId of hits) {
      await remove(hitId);
      await sanction(db, { guildId, hitId, place: 1 }, { reason: 'Règle', now: monday });
    }
    expect(await restoreHit(db, by(), hits[0] ?? 0, { locale: 'fr' })).toMatchObject({ messages: 1, cases: 2 });
    expect(await db.moderationCase.count({ where: { voidedAt: null, kind: { not: 'release' } } })).toBe(0);
    expect(await db.ruleException.count()).toBe(2);
    expect(await refused(restoreHit(db, by(), hits[1] ?? 0, { locale: 'fr' }))).toBe('rules.already_restored');
    const row = await db.ruleRestore.findFirstOrThrow();
    await recordRestored(db, row, { failure: '50013', isRefused: true }, monday);
    expect(await restoreHit(db, by(), hits[0] ?? 0, { locale: 'fr' })).toMatchObject({ messages: 1, cases: 0 });
    await recordRestored(db, row, { restoredId: someone() }, monday);
    expect(await refused(restoreHit(db, by(), hits[0] ?? 0, { locale: 'fr' }))).toBe('rules.already_restored');
  });

  test('fifty clicks bring a message back once, with what came of it taken back, while sanctions are still on their way', async () => {
    await aRuleOn({ actions: [{ kind: 'delete' }, { kind: 'timeout', seconds: 600 }] });
    const [hitId = 0] = await happen();
    expect(await refused(restoreHit(db, by(), hitId, { locale: 'fr' }))).toBe('rules.still_there');
    await remove(hitId);
    const sanctions = Array.from({ length: 5 }, () =>
      sanction(db, { guildId, hitId, place: 1 }, { reason: 'Règle', now: monday }),
    );
    const all = await Promise.all([
      ...Array.from({ length: 50 }, () => refused(restoreHit(db, by(), hitId, { locale: 'fr' }))),
      ...sanctions.map((one) => refused(one)),
    ]);
    expect(all.slice(0, 50).filter((one) => one === 'done')).toHaveLength(1);
    expect(all.filter((one) => one === 'rules.already_restored')).toHaveLength(49);
    expect(await tasks('rules.restore')).toHaveLength(1);
    // Either it was never opened, or it is void.
    expect(await db.moderationCase.count({ where: { kind: 'timeout', voidedAt: null } })).toBe(0);
    expect(await getHit(db, guildId, hitId)).toMatchObject({ verdict: 'mistaken' });
    expect(await refused(restoreHit(db, { ...by(), guildId: someone() }, hitId, { locale: 'fr' }))).toBe('rules.unknown_hit');
  });

  test('two rules that took the same message away bring it back once; a card brings all of it back', async () => {
    await aRuleOn();
    await aRuleOn({ name: 'Deux', triggers: [{ kind: 'words', words: ['venez'], match: 'word' }] });
    const [one = 0, two = 0] = await happen();
    const [three = 0] = await happen({}, later(second));
    for (const id of [one, two, three]) await remove(id);
    const { cardId } = await getHit(db, guildId, one);
    expect(await getCard(db, { guildId, cardId: cardId ?? 0, page: 0 }, monday)).toMatchObject({ total: 4, removed: 2 });
    const back = await Promise.all([
      restoreCard(db, by(), cardId ?? 0, { locale: 'en' }).then(
        ({ messages }) => messages,
        () => 0,
      ),
      restoreHit(db, by(), two, { locale: 'en' }).then(
        ({ messages }) => messages,
        () => 0,
      ),
      restoreCard(db, by(), cardId ?? 0, { locale: 'en' }).then(
        ({ messages }) => messages,
        () => 0,
      ),
    ]);
    expect(back.reduce((sum, count) => sum + count)).toBe(2);
    expect(await db.ruleRestore.count()).toBe(2);
  });

  test('a moderator’s case settles a card and shows that the rule was right; the rule’s own does not', async () => {
    await aRuleOn({ actions: [{ kind: 'warn', severity: 'low' }] });
    const [hitId = 0] = await happen();
    await sanction(db, { guildId, hitId, place: 0 }, { reason: 'Règle', now: monday });
    const [own] = await db.moderationCase.findMany();
    await settleHit(db, { guildId, hitId, caseId: own?.id ?? 0, now: monday });
    expect(await db.ruleCard.count({ where: { closedAt: null } })).toBe(1);
    await db.moderationCase.updateMany({ data: { origin: 'command' } });
    await settleHit(db, { guildId, hitId, caseId: own?.id ?? 0, now: monday });
    expect(await db.ruleCard.count({ where: { closedAt: null } })).toBe(0);
    expect(await getHit(db, guildId, hitId)).toMatchObject({ verdict: 'founded' });
  });
});

test('what is kept of somebody is exported, erased, and goes by itself after thirty days', async () => {
  const [userId, other] = ['300000000000000001', '300000000000000002'];
  const rule = await aRuleOn({
    cooldownSeconds: 60,
    counter: { name: 'c', add: 2, decayPerHour: 0, at: 2 },
    exemptions: { ...emptyDraft.exemptions, userIds: [userId, someone()] },
  });
  await db.rule.update({
    where: { id: rule.id },
    data: {
      body: {
        ...(words() as object),
        counter: { ...rule.counter } as object,
        cooldownSeconds: 60,
        exemptions: { ...rule.exemptions, userIds: [] },
      },
    },
  });
  await happen();
  await happen({ authorId: other, authorName: 'Autre' });
  await db.rule.update({
    where: { id: rule.id },
    data: { body: { ...(words() as object), exemptions: { ...rule.exemptions } } },
  });
  await openDraft(db, by(monday, userId), { draft: words() });
  const told = JSON.stringify(await exportRules(db, guildId, userId));
  expect(told).toContain('Venez au casino');
  expect(told).not.toContain(other);
  await db.$transaction((tx) => eraseRules(tx, guildId, userId));
  const left = await database.pool.query(
    `SELECT (SELECT count(*) FROM rule_hit WHERE user_id = $1) + (SELECT count(*) FROM rule_card WHERE user_id = $1) + (SELECT count(*) FROM rule_counter WHERE user_id = $1)
       + (SELECT count(*) FROM rule_cooldown WHERE user_id = $1) + (SELECT count(*) FROM rule_draft WHERE author_id = $1) + (SELECT count(*) FROM rule WHERE body::text LIKE '%' || $1 || '%') AS count`,
    [userId],
  );
  expect(left.rows).toEqual([{ count: '0' }]);
  expect(await db.ruleHit.count({ where: { userId: other } })).toBe(1);
  await db.$transaction((tx) => sweepRules(tx, later(31 * day)));
  expect([await db.ruleHit.count(), await db.ruleCard.count(), await db.ruleCounter.count()]).toEqual([0, 0, 0]);
});
