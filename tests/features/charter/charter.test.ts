import { beforeAll, describe, expect, test } from 'vitest';
import { mostRules } from '../../../src/features/charter/messages.ts';
import { model, pagesOf, spoken } from '../../../src/features/charter/rules.ts';
import {
  addRule,
  adoptModel,
  editRule,
  findRule,
  listRules,
  moveRule,
  retireRule,
  type ServerRule,
} from '../../../src/features/charter/service/rule.ts';
import { panelMessage, ruleScreen, rulesScreen } from '../../../src/features/charter/views.ts';
import { UserError } from '../../../src/kernel/text.ts';
import { freshDatabase, type TestDatabase, waitingTasks } from '../../support/database.ts';
import { monday } from '../../support/monday.ts';
import { aCase, someone } from '../moderation/factory.ts';
import { limitsBroken } from '../settings/limits.ts';

let database: TestDatabase;
let db: TestDatabase['db'];
beforeAll(async () => {
  const { migrateQueue } = await import('../../../src/infra/tasks.ts');
  database = await freshDatabase();
  ({ db } = database);
  await migrateQueue(database.pool);
  return () => database.close();
});

const by = (guildId: string) => ({ guildId, actorId: someone(), now: monday });
const written = (title: string) => ({ title, body: 'Une règle.', titleEn: '', bodyEn: '' });
const codeOf = async (doing: Promise<unknown>) => {
  const error = await doing.then(
    () => null,
    (refused: unknown) => refused,
  );
  return error instanceof UserError ? error.code : error;
};
const numbers = async (guildId: string) => (await listRules(db, guildId)).map(({ number, title }) => `${number} ${title}`);

describe('the rules of a server', () => {
  test('40 admins who add at once leave 25 rules, numbered without a gap', async () => {
    const guildId = someone();
    const codes = await Promise.all(Array.from({ length: 40 }, () => codeOf(addRule(db, by(guildId), written('Respect')))));
    expect(codes.filter((code) => code === null)).toHaveLength(mostRules);
    expect(codes.filter((code) => code === 'charter.too_many')).toHaveLength(15);
    expect((await listRules(db, guildId)).map(({ number }) => number)).toEqual(Array.from({ length: 25 }, (_, at) => at + 1));
    expect(await db.auditEntry.count({ where: { guildId, action: 'charter.add' } })).toBe(25);
  });

  test('the proposed set is taken once, and moves, changes and goes', async () => {
    const guildId = someone();
    const codes = await Promise.all(Array.from({ length: 10 }, () => codeOf(adoptModel(db, by(guildId)))));
    expect(codes.filter((code) => code === null)).toHaveLength(1);
    const [first, second, third] = (await listRules(db, guildId)) as [ServerRule, ServerRule, ServerRule];
    await moveRule(db, by(guildId), { ruleId: first.id, way: 'up' });
    await moveRule(db, by(guildId), { ruleId: first.id, way: 'down' });
    expect((await numbers(guildId)).slice(0, 3)).toEqual([`1 ${second.title}`, `2 ${first.title}`, `3 ${third.title}`]);

    const version = (await findRule(db, { guildId, ruleId: third.id })).updatedAt.getTime();
    const edits = await Promise.all(
      Array.from({ length: 10 }, (_, at) =>
        codeOf(editRule(db, by(guildId), { ruleId: third.id, version }, written(`Version ${at}`))),
      ),
    );
    expect(edits.filter((code) => code === null)).toHaveLength(1);
    expect(edits.filter((code) => code === 'charter.changed')).toHaveLength(9);

    const named = await aCase(db, { guildId, ruleId: second.id });
    await Promise.all([first, second].map(({ id }) => retireRule(db, by(guildId), id)));
    expect((await numbers(guildId))[0]).toMatch(/^1 Version/);
    expect(await listRules(db, guildId)).toHaveLength(model.length - 2);
    expect((await db.moderationCase.findUniqueOrThrow({ where: { id: named.id } })).ruleId).toBe(second.id);
    expect(await codeOf(retireRule(db, by(guildId), second.id))).toBe('charter.retired');
    expect(await codeOf(retireRule(db, by(someone()), third.id))).toBe('charter.unknown');
    expect(
      (await waitingTasks(database)).filter(({ name, payload }) => name === 'charter.panel' && payload.guildId === guildId),
    ).toHaveLength(1);
  });
});

describe('what people read', () => {
  const longest = (number: number): ServerRule => ({
    id: number,
    guildId: '1',
    number,
    title: '*'.repeat(80),
    body: '_'.repeat(600),
    titleEn: '*'.repeat(80),
    bodyEn: '_'.repeat(600),
    retiredAt: null,
    createdAt: monday,
    updatedAt: monday,
  });
  const many = Array.from({ length: mostRules }, (_, at) => longest(at + 1));
  const posted = { guildId: '100000000000000001', channelId: '100000000000000002', messageId: '100000000000000003' };

  test.each(['fr', 'en'] as const)('the longest rules keep Discord’s limits, in %s', (locale) => {
    const reader = { isAdmin: true, posted, locale };
    const pages = pagesOf(many, locale);
    expect(pages.flat()).toEqual(many);
    for (const page of pages.keys()) expect(limitsBroken(rulesScreen(many, page, reader, 'x'.repeat(200)))).toEqual([]);
    expect(limitsBroken(ruleScreen(longest(3), 25, reader, 'x'.repeat(200)))).toEqual([]);
    expect(limitsBroken(ruleScreen({ ...longest(3), retiredAt: monday }, 25, reader))).toEqual([]);
    const { embeds } = panelMessage(many, locale, new Set());
    expect(embeds?.[0]?.description?.length).toBeLessThanOrEqual(4_096);
    expect(JSON.stringify(embeds).length).toBeLessThan(6_000);
  });

  test('a rule is read in English where it was written, else as in French', () => {
    const rule = { ...longest(1), title: 'Respect', titleEn: '', body: 'Soyez calmes', bodyEn: 'Be calm' };
    expect(spoken(rule, 'en')).toBe('### 1. Respect\nBe calm');
    expect(spoken(rule, 'fr')).toBe('### 1. Respect\nSoyez calmes');
  });
});
