import { AuditLogEvent } from 'discord-api-types/v10';
import { type TaskContext, task } from '../../../infra/tasks.ts';
import { minute } from '../../../kernel/time.ts';
import { inTurn } from '../../catalogue/service/turn.ts';
import { text } from '../messages/raid.ts';
import { type Fate, findSweep, finishSweep, promiseSweep, type RaidSweep, recordFate, takePerson } from '../service/sweep.ts';
import { sweepTask } from '../wire.ts';

/** Sends away those whom a moderator confirmed, one after the other; each is written down before the next. */
export const sweep = task(sweepTask, (context, { guildId, sweepId }) =>
  inTurn(context.db, `raids.sweep:${sweepId}`, async () => {
    const { db, settings, clock } = context;
    const { locale } = await settings(guildId);
    const until = clock.now().getTime() + longestTry;
    for (;;) {
      const found = await findSweep(db, { guildId, sweepId });
      if (!found) return;
      const person = await takePerson(db, sweepId);
      if (!person) return finishSweep(db, found, clock.now());
      const fate = await sendAway(context, found, person);
      await recordFate(db, found, { userId: person.userId, fate }, { reason: text.sweepReason[locale], now: clock.now() });
      // Others wait for a worker too.
      if (clock.now().getTime() > until) return promiseSweep(db, found);
    }
  }),
);

const longestTry = 2 * minute;

/** In seconds: what a raider wrote goes with them. */
const lastHour = 3_600;

const logged = { kick: AuditLogEvent.MemberKick, ban: AuditLogEvent.MemberBanAdd } as const;

/** Only who is still a stranger at this moment: somebody who was given a role meanwhile is known, and stays. */
async function sendAway(
  { discord, outcome, settings, reason, made }: TaskContext,
  { id, guildId, measure }: RaidSweep,
  { userId, isAgain }: { userId: string; isAgain: boolean },
): Promise<Fate> {
  const key = `raids.sweep:${id}:${userId}`;
  const newcomer = (await settings(guildId)).roles.newcomer ?? [];
  const member = await outcome(discord.guilds.getMember(guildId, userId));
  if (!member.ok) {
    // Gone by themselves, unless the log says that a former try of ours did it.
    const former = isAgain ? await made(guildId, logged[measure], key) : null;
    return former?.ok && former.value ? 'done' : 'gone';
  }
  if (member.value.roles.some((roleId) => !newcomer.includes(roleId))) return 'kept';
  const why = { reason: reason(key) };
  const done = await outcome(
    measure === 'ban'
      ? discord.guilds.banUser(guildId, userId, { delete_message_seconds: lastHour }, why)
      : discord.guilds.removeMember(guildId, userId, why),
  );
  return done.ok ? 'done' : done.why === 'gone' ? 'gone' : 'failed';
}
