import { type TaskContext, task } from '../../../infra/tasks.ts';
import { text } from '../messages/raid.ts';
import { type Fate, findSweep, finishSweep, type RaidSweep, recordFates, takePeople } from '../service/sweep.ts';
import { sweepTask } from '../wire.ts';

/** People of one request to ban, of which Discord takes 200; and of one round of kicks, each a request. */
const atOnce = { ban: 100, kick: 10 } as const;

/** Sends away those whom a moderator confirmed, a few at a time; each round is written down before the next. */
export const sweep = task(sweepTask, async (context, { guildId, sweepId }) => {
  const { db, settings, clock } = context;
  const { locale } = await settings(guildId);
  for (;;) {
    const found = await findSweep(db, { guildId, sweepId });
    if (!found) return;
    const people = await takePeople(db, sweepId, atOnce[found.measure]);
    if (people.length === 0) return finishSweep(db, found, clock.now());
    const fates = await (found.measure === 'ban' ? banAll(context, found, people) : kickEach(context, found, people));
    await recordFates(db, found, fates, { reason: text.sweepReason[locale], now: clock.now() });
  }
});

type People = readonly { userId: string; isAgain: boolean }[];
type Fates = { userId: string; fate: Fate }[];

const lastHour = 3_600;

async function banAll({ discord, outcome, reason }: TaskContext, { id, guildId }: RaidSweep, people: People): Promise<Fates> {
  const asked = await outcome(
    discord.guilds.bulkBanUsers(
      guildId,
      { user_ids: people.map(({ userId }) => userId), delete_message_seconds: lastHour },
      { reason: reason(`raids.sweep:${id}`) },
    ),
  );
  // 500000: nobody could be banned; a former try may have banned them all.
  if (!asked.ok && asked.why === 'forbidden' && asked.code !== 500_000) throw asked.error;
  const banned = new Set(asked.ok ? asked.value.banned_users : []);
  const fates: Fates = [];
  for (const { userId } of people) {
    const isBanned = banned.has(userId) || (await outcome(discord.guilds.getMemberBan(guildId, userId))).ok;
    fates.push({ userId, fate: isBanned ? 'done' : 'failed' });
  }
  return fates;
}

async function kickEach({ discord, outcome, reason }: TaskContext, { id, guildId }: RaidSweep, people: People): Promise<Fates> {
  const fates: Fates = [];
  for (const { userId, isAgain } of people) {
    const kicked = await outcome(discord.guilds.removeMember(guildId, userId, { reason: reason(`raids.sweep:${id}`) }));
    if (kicked.ok) fates.push({ userId, fate: 'done' });
    // Whoever is not there any more left, unless a former try of ours sent them away.
    else if (kicked.why === 'gone') fates.push({ userId, fate: isAgain ? 'done' : 'gone' });
    else fates.push({ userId, fate: 'failed' });
  }
  return fates;
}
