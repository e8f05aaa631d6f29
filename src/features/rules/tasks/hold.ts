import type { APIChannel } from 'discord-api-types/v10';
import { schedule, type TaskContext, task } from '../../../infra/tasks.ts';
import { isThread } from '../../../kernel/sight.ts';
import { minute } from '../../../kernel/time.ts';
import { inTurn } from '../../catalogue/service/turn.ts';
import { closeByRule } from '../../raids/service/lockdown.ts';
import { promiseHolds, type RuleHold, readHold, recordApplied, recordBefore, recordEnded } from '../service/hold.ts';
import { holdTask } from '../wire.ts';

/** As the channel was, or the thread. */
type Before = { rate: number } | { isLocked: boolean };

const rateOf = (channel: APIChannel): number => ('rate_limit_per_user' in channel ? (channel.rate_limit_per_user ?? 0) : 0);
/**
 * Slows a channel down or locks a thread, and gives it back when its time is over; what somebody changed by hand meanwhile stays. To close a channel is for
 * `raids`, which opens it when nobody wants it closed any more.
 */
export const hold = task(holdTask, (context, key) =>
  inTurn(context.db, `rules.hold:${key.holdId}`, async () => {
    const { db, clock, discord, outcome } = context;
    const found = await readHold(db, key);
    if (!found) return;
    const read = await outcome(discord.channels.get(found.channelId));
    const now = clock.now();
    if (!read.ok) {
      // A channel that is no more needs nothing back; one that we may not see any more is for staff to give back.
      await db.$transaction((tx) => recordEnded(tx, found, now));
      if (read.why === 'forbidden') throw read.error;
      return;
    }
    const channel = read.value;
    if (found.kind === 'lock' && !isThread(channel)) {
      const { guildId, channelId, until } = found;
      await db.$transaction(async (tx) => {
        if (until > now) await closeByRule(tx, { guildId, channelId, until, now });
        await recordEnded(tx, found, now);
      });
      return;
    }
    if (found.appliedAt === null && found.until > now) {
      const held = await recordBefore(db, found.id, beforeOf(found, channel));
      await apply(context, held, channel);
      await recordApplied(db, found.id, now);
    } else if (found.until <= now) {
      if (found.before !== null) await giveBack(context, found, channel);
      await db.$transaction((tx) => recordEnded(tx, found, now));
    }
  }),
);

const beforeOf = ({ kind }: RuleHold, channel: APIChannel): Before =>
  kind === 'slow'
    ? { rate: rateOf(channel) }
    : { isLocked: 'thread_metadata' in channel && (channel.thread_metadata?.locked ?? false) };

const throwIfRefused = (outcome: { ok: boolean; why?: string; error?: unknown }): void => {
  if (!outcome.ok && outcome.why === 'forbidden') throw outcome.error;
};

async function apply({ discord, outcome, reason }: TaskContext, held: RuleHold, channel: APIChannel): Promise<void> {
  const options = { reason: reason(`rules.hold:${held.id}`) };
  const before = held.before as Before;
  if ('rate' in before) {
    const rate_limit_per_user = Math.max(before.rate, held.intervalSeconds);
    if (rateOf(channel) < rate_limit_per_user)
      throwIfRefused(await outcome(discord.channels.edit(held.channelId, { rate_limit_per_user }, options)));
  } else throwIfRefused(await outcome(discord.channels.edit(held.channelId, { locked: true }, options)));
}

async function giveBack({ discord, outcome, reason }: TaskContext, held: RuleHold, channel: APIChannel): Promise<void> {
  const options = { reason: reason(`rules.hold_end:${held.id}`) };
  const before = held.before as Before;
  if ('rate' in before) {
    // Somebody set another pace meanwhile: theirs counts.
    if (rateOf(channel) === Math.max(before.rate, held.intervalSeconds) && before.rate < held.intervalSeconds)
      throwIfRefused(await outcome(discord.channels.edit(held.channelId, { rate_limit_per_user: before.rate }, options)));
  } else if (!before.isLocked) throwIfRefused(await outcome(discord.channels.edit(held.channelId, { locked: false }, options)));
}

/** Each half minute: what ends does so within a minute, also after a time without us. */
export const endHolds = schedule('rules.holds', minute / 2, (tx, { clock }) => promiseHolds(tx, clock.now()), ['rule_hold']);
