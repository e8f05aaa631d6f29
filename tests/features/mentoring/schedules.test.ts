import { afterAll, expect, test } from 'vitest';
import { features } from '../../../src/app.ts';
import { day } from '../../../src/kernel/time.ts';
import { findNothingAboutNothing } from '../../support/about.ts';
import { freshDatabase } from '../../support/database.ts';
import { monday } from '../../support/monday.ts';
import { liveAsMentor } from '../privacy/mentoring.ts';
import { factoryGuild as guildId, someone } from './factory.ts';

const database = await freshDatabase();
afterAll(database.close);

const ours = new Set(['mentors', 'pairs', 'mentoring', 'sessions', 'campaigns', 'circles', 'mentorstats']);

test('schedules of mentoring have nothing to do while what they are about is empty, whoever left traces in all the rest', async () => {
  const { db } = database;
  // One who stays, and one who left long ago.
  for (const leftAt of [null, new Date(monday.getTime() - 300 * day)]) {
    const userId = someone();
    const joinedAt = new Date(monday.getTime() - 400 * day);
    await db.member.create({ data: { guildId, userId, username: userId, displayName: 'Léa', joinedAt, leftAt } });
    await liveAsMentor(db, { guildId, userId, now: monday });
  }
  await db.guild.create({ data: { id: guildId, createdAt: monday } });
  for (const key of ['mentoring', 'mentoring_staff'])
    await db.channelBinding.create({ data: { guildId, key, channelId: someone() } });
  const schedules = features.filter(({ name }) => ours.has(name)).flatMap((feature) => feature.schedules);
  // The panel is kept whatever else there is.
  expect(schedules.filter(({ about }) => about === undefined).map(({ name }) => name)).toEqual(['mentors.keep_posted']);
  await findNothingAboutNothing(database.db, schedules);
});
