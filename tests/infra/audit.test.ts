import { afterAll, expect, test } from 'vitest';
import { audit, auditAll } from '../../src/infra/audit.ts';
import { freshDatabase } from '../support/database.ts';
import { monday } from '../support/monday.ts';

const database = await freshDatabase();
const { db } = database;
afterAll(database.close);

const guildId = '100000000000000001';
const entry = {
  guildId,
  actorId: '200000000000000001',
  targetId: '200000000000000002',
  action: 'onboarding.accept',
  at: monday,
} as const;

test('an action leaves one line, and people appear under pseudonyms', async () => {
  await db.$transaction((tx) =>
    audit(tx, { ...entry, subject: 'request:42', before: { status: 'pending' }, after: { status: 'accepted' } }),
  );
  const lines = await db.auditEntry.findMany();
  expect(lines).toMatchObject([
    { guildId, action: 'onboarding.accept', subject: 'request:42', before: { status: 'pending' }, at: monday },
  ]);
  expect(JSON.stringify(lines, (_, value) => (typeof value === 'bigint' ? String(value) : value))).not.toContain(
    '20000000000000000',
  );
  const pseudonyms = await db.pseudonym.findMany({ orderBy: { userId: 'asc' } });
  expect(pseudonyms.map(({ ref }) => ref)).toEqual([lines[0]?.actorRef, lines[0]?.targetRef]);
});

test('many actions are one line each, in their order', async () => {
  const last = await db.auditEntry.findFirst({ orderBy: { id: 'desc' } });
  const people = Array.from({ length: 40 }, (_, index) => `3000000000000000${10 + index}`);
  const records = people.map((targetId, index) => ({ ...entry, targetId, after: { index } }));
  const { targetId: _, ...alone } = entry;
  await db.$transaction((tx) => auditAll(tx, [...records, { ...alone, actorId: people[0] ?? '', subject: 'promo:1' }]));
  const lines = await db.auditEntry.findMany({ where: { id: { gt: last?.id ?? 0n } }, orderBy: { id: 'asc' } });
  expect(lines.slice(0, 40).map(({ after }) => after)).toEqual(people.map((_person, index) => ({ index })));
  expect(lines[40]).toMatchObject({ subject: 'promo:1', targetRef: null, before: null, after: null });
  expect(lines[40]?.actorRef).toBe(lines[0]?.targetRef);
  await db.pseudonym.deleteMany({ where: { userId: { in: people } } });
});

test('a person keeps one pseudonym whoever writes at the same time', async () => {
  await Promise.all(Array.from({ length: 20 }, () => db.$transaction((tx) => audit(tx, entry))));
  expect(await db.pseudonym.count({ where: { guildId } })).toBe(2);
});

test.each(['UPDATE audit_entry SET action = $$x.y$$', 'DELETE FROM audit_entry', 'TRUNCATE audit_entry'])(
  'the database refuses: %s',
  async (sql) => {
    const before = await db.auditEntry.count();
    await expect(db.$executeRawUnsafe(sql)).rejects.toThrow(/append-only/);
    expect(await db.auditEntry.count()).toBe(before);
  },
);
