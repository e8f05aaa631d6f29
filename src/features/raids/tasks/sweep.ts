import { type TaskContext, task } from '../../../infra/tasks.ts';
import { text } from '../messages/raid.ts';
import { type Fate, findSweep, finishSweep, type RaidSweep, recordFates, takePeople } from '../service/sweep.ts';
import { sweepTask } from '../wire.ts';

/** People of one round. */
const atOnce = 10;

/** Sends away those whom a moderator confirmed, a few at a time; each round is written down before the next. */
export const sweep = task(sweepTask, async (context, { guildId, sweepId }) => {
  const { db, settings, clock } = context;
  const { locale } = await settings(guildId);
  for (;;) {
    const found = await findSweep(db, { guildId, sweepId });
    if (!found) return;
    const people = await takePeople(db, sweepId, atOnce);
    if (people.length === 0) return finishSweep(db, found, clock.now());
    const fates: { userId: string; fate: Fate }[] = [];
    for (const person of people) fates.push({ userId: person.userId, fate: await sendAway(context, found, person) });
    await recordFates(db, found, fates, { reason: text.sweepReason[locale], now: clock.now() });
  }
});

/** In seconds: what a raider wrote goes with them. */
const lastHour = 3_600;

/**
 * Only who is still a stranger at this moment: somebody who was given a role meanwhile is known, and stays. Whoever is not there any more left,
 * unless a former try of ours sent them away.
 */
async function sendAway(
  { discord, outcome, settings, reason }: TaskContext,
  { id, guildId, measure }: RaidSweep,
  { userId, isAgain }: { userId: string; isAgain: boolean },
): Promise<Fate> {
  const newcomer = (await settings(guildId)).roles.newcomer ?? [];
  const member = await outcome(discord.guilds.getMember(guildId, userId));
  if (!member.ok) return isAgain ? 'done' : 'gone';
  if (member.value.roles.some((roleId) => !newcomer.includes(roleId))) return 'kept';
  const why = { reason: reason(`raids.sweep:${id}`) };
  const done = await outcome(
    measure === 'ban'
      ? discord.guilds.banUser(guildId, userId, { delete_message_seconds: lastHour }, why)
      : discord.guilds.removeMember(guildId, userId, why),
  );
  return done.ok ? 'done' : done.why === 'gone' ? 'gone' : 'failed';
}
