import { afterAll, expect, test } from 'vitest';
import { isOutage } from '../../src/infra/db.ts';
import { freshDatabase } from '../support/database.ts';

const database = await freshDatabase();
const { db } = database;
afterAll(database.close);

const failure = (sql: string) => db.$executeRawUnsafe(sql).catch((error: unknown) => error);

test.each(['08006', '53300', '57P01', '57P03', '40P01', '40001'])('SQLSTATE %s: try again', async (code) =>
  expect(isOutage(await failure(`DO $$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '${code}'; END $$`))).toBe(true),
);

test.each(['23505', '23514', '22P02', '42P01', 'P0001'])('SQLSTATE %s: a bug', async (code) =>
  expect(isOutage(await failure(`DO $$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '${code}'; END $$`))).toBe(false),
);

test('of two transactions that wait for each other, one is told to try again', async () => {
  await db.guild.createMany({ data: ['1', '2'].map((id) => ({ id, createdAt: new Date(0) })) });
  const touch = (first: string, second: string, ready: () => Promise<unknown>) =>
    db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM guild WHERE id = ${first} FOR UPDATE`;
      await ready();
      await tx.$queryRaw`SELECT 1 FROM guild WHERE id = ${second} FOR UPDATE`;
    });
  let arrived = 0;
  let open = () => {};
  const both = new Promise<void>((resolve) => {
    open = resolve;
  });
  const meet = () => {
    arrived++;
    if (arrived === 2) open();
    return both;
  };
  const results = await Promise.allSettled([touch('1', '2', meet), touch('2', '1', meet)]);
  const failed = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []));
  expect(failed).toHaveLength(1);
  expect(isOutage(failed[0])).toBe(true);
});
