import { afterAll, expect, test } from 'vitest';
import { audit } from '../../src/infra/audit.ts';
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
