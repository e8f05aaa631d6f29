import { beforeAll, describe, expect, test } from 'vitest';
import { readStats } from '../../../src/features/modstats/service.ts';
import { chartOf, statsScreen } from '../../../src/features/modstats/views.ts';
import { day, hour } from '../../../src/kernel/time.ts';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';
import { monday } from '../../support/monday.ts';
import { aCase, someone } from '../moderation/factory.ts';

let db: TestDatabase['db'];
const guildId = '700000000000000001';
const me = '900000000000000001';
const ago = (time: number) => new Date(monday.getTime() - time);
const asked = { guildId, actorId: me, since: ago(30 * day), timeZone: 'Europe/Paris', now: monday };

beforeAll(async () => {
  db = (await freshDatabase()).db;
  const at = ago(2 * day);
  const there = { guildId, createdAt: at };
  await aCase(db, { ...there, authorId: me });
  await aCase(db, there);
  const sanction = await aCase(db, { ...there, kind: 'timeout', endsAt: ago(-day) });
  await aCase(db, { ...there, voidedAt: at, voidReason: 'Erreur' });
  await aCase(db, { guildId, createdAt: ago(40 * day) });
  await aCase(db, { ...there, kind: 'timeout', endsAt: ago(-day), origin: 'compromised' });
  await aCase(db, { guildId: someone(), createdAt: at });
  for (const hours of [2, 4, 9])
    await db.reportSubject.create({
      data: {
        ...{ guildId, userId: someone(), state: 'acted', createdAt: at, waitingSince: at },
        ...{ closedAt: new Date(at.getTime() + hours * hour), closedBy: me },
        reports: { create: { guildId, category: hours > 3 ? 'spam' : 'fraud', locale: 'fr', createdAt: at } },
      },
    });
  await db.appeal.create({
    data: {
      ...{
        guildId,
        caseId: sanction.id,
        userId: someone(),
        state: 'upheld',
        locale: 'fr',
        createdAt: at,
        sentAt: at,
        dueAt: monday,
      },
      ...{ decidedAt: new Date(at.getTime() + 30 * hour), decidedBy: someone() },
    },
  });
  const account = { guildId, hitId: 1, until: monday, floodedAt: at, createdAt: at };
  await db.compromisedAccount.create({ data: { ...account, userId: someone() } });
});

describe('the numbers of moderation', () => {
  test('count what is of this server and of that time, and one’s own for oneself', async () => {
    const stats = await readStats(db, asked);
    expect(stats).toMatchObject({
      kinds: [
        { kind: 'warning', count: 2 },
        { kind: 'timeout', count: 1 },
      ],
      categories: [
        { category: 'spam', count: 2 },
        { category: 'fraud', count: 1 },
      ],
      ...{ voided: 1, own: 1, active: 1, openReports: 0, reportHours: 4, upheld: 1, changed: 0, appealHours: 30, accounts: 1 },
      ...{ hits: 0, restored: 0, votes: 0 },
    });
    expect(stats.months).toHaveLength(6);
    expect(stats.months.reduce((sum, { cases }) => sum + cases, 0)).toBe(4);
  });

  test.each(['fr', 'en'] as const)('name nobody, in %s, and say so when there is nothing', async (locale) => {
    const stats = await readStats(db, asked);
    const shown = JSON.stringify(statsScreen(stats, { span: '30', picture: null, isDrawn: true }, locale));
    expect(shown).not.toMatch(/<@|900000000000000001/);
    expect(shown.length).toBeLessThan(4_000);
    expect(chartOf(stats, locale)?.series).toHaveLength(3);
    const quick = JSON.stringify(
      statsScreen({ ...stats, reportHours: 0.2 }, { span: '30', picture: null, isDrawn: true }, locale),
    );
    expect(quick).toContain('12 minutes');
    const none = await readStats(db, { ...asked, guildId: '1' });
    expect(chartOf(none, locale)).toBeNull();
    expect(JSON.stringify(statsScreen(none, { span: '7', picture: null, isDrawn: false }, locale))).toMatch(
      /rien sur|nothing in/,
    );
  });
});
