import { type APIChannel, OverwriteType } from 'discord-api-types/v10';
import { requireAllowed, type TaskContext, task } from '../../../infra/tasks.ts';
import { type Overwrite, overwritesOf } from '../../../kernel/overwrite.ts';
import { inTurn } from '../../catalogue/service/turn.ts';
import { close, type Parties, reopen } from '../rules/lock.ts';
import { type ClosedChannel, findChannel, recordNotice, recordSaved, recordState, savedOf } from '../service/lockdown.ts';
import { closedNotice, openNotice } from '../views/lockdown.ts';
import { lockTask } from '../wire.ts';

/** Closes or opens one channel, overwrite by overwrite: a try that was cut is finished by the next. */
export const lock = task(lockTask, (context, address) =>
  // One channel is closed or opened at a time, whichever lockdown asks.
  inTurn(context.db, `raids.lock:${address.channelId}`, async () => {
    const found = await findChannel(context.db, address);
    if (found?.state === 'closing') await closeChannel(context, found);
    if (found?.state === 'opening') await openChannel(context, found);
  }),
);

async function partiesOf({ applicationId, settings }: TaskContext, guildId: string): Promise<Parties> {
  const { roles } = await settings(guildId);
  return { everyoneId: guildId, botId: applicationId, keepers: [...(roles.admin ?? []), ...(roles.moderator ?? [])] };
}

/** Puts what differs: the bot's own first and everybody's last, so that it never shuts itself out. */
async function put(
  { discord, reason }: TaskContext,
  row: ClosedChannel,
  current: readonly Overwrite[],
  wanted: readonly Overwrite[],
) {
  const why = { reason: reason(`raids.lock:${row.lockdownId}`) };
  const rank = ({ id, type }: Overwrite) => (id === row.guildId ? 2 : type === OverwriteType.Member ? 0 : 1);
  for (const overwrite of wanted.toSorted((one, other) => rank(one) - rank(other))) {
    const now = current.find(({ id }) => id === overwrite.id);
    if (now ? now.allow === overwrite.allow && now.deny === overwrite.deny : (overwrite.allow | overwrite.deny) === 0n) continue;
    const { id, type, allow, deny } = overwrite;
    await discord.channels.editPermissionOverwrite(row.channelId, id, { type, allow: String(allow), deny: String(deny) }, why);
  }
  for (const { id } of current)
    if (wanted.every((overwrite) => overwrite.id !== id))
      await discord.channels.deletePermissionOverwrite(row.channelId, id, why);
}

async function closeChannel(context: TaskContext, row: ClosedChannel): Promise<void> {
  const { db, discord, outcome, post, settings } = context;
  const { guildId, channelId, lockdown } = row;
  const channel = await outcome(discord.channels.get(channelId));
  if (!channel.ok) return recordState(db, row, 'closing', channel.why === 'gone' ? 'gone' : 'refused');
  const current = overwritesOf(channel.value);
  const { overwrites, saved } = close(current, await partiesOf(context, guildId));
  await recordSaved(db, row, saved);
  const done = await outcome(put(context, row, current, overwrites));
  if (!done.ok) {
    await takeBack(context, row, savedOf(row) ?? saved);
    return recordState(db, row, 'closing', done.why === 'gone' ? 'gone' : 'refused');
  }
  const { locale } = await settings(guildId);
  if (lockdown.endsAt && !isForum(channel.value)) {
    const message = closedNotice(lockdown.endsAt, locale);
    const key = `raids.closed:${row.lockdownId}:${channelId}`;
    const since = lockdown.startedAt ?? lockdown.madeAt;
    const posted = await post({ channelId, messageId: row.noticeId, message, key, since });
    if (posted.ok && posted.value.id !== row.noticeId) await recordNotice(db, row, posted.value.id);
  }
  await recordState(db, row, 'closing', 'closed');
}

/** What was put before Discord refused the rest: half a closed channel is none. Best effort, since it may be refused too. */
async function takeBack(context: TaskContext, row: ClosedChannel, saved: readonly Overwrite[]): Promise<void> {
  const { discord, outcome } = context;
  const channel = await outcome(discord.channels.get(row.channelId));
  if (!channel.ok) return;
  const current = overwritesOf(channel.value);
  await outcome(put(context, row, current, reopen(current, saved, await partiesOf(context, row.guildId))));
}

/** A forum has posts, and no message of its own. */
const isForum = (channel: APIChannel): boolean => 'available_tags' in channel;

async function openChannel(context: TaskContext, row: ClosedChannel): Promise<void> {
  const { db, discord, outcome, settings } = context;
  const { guildId, channelId, noticeId } = row;
  const saved = savedOf(row);
  const channel = await outcome(discord.channels.get(channelId));
  if (!channel.ok && channel.why === 'gone') return recordState(db, row, 'opening', 'gone');
  if (!channel.ok) throw channel.error;
  if (saved) {
    const current = overwritesOf(channel.value);
    const parties = await partiesOf(context, guildId);
    requireAllowed(await outcome(put(context, row, current, reopen(current, saved, parties))));
  }
  const { locale } = await settings(guildId);
  if (noticeId) await outcome(discord.channels.editMessage(channelId, noticeId, openNotice(locale)));
  await recordState(db, row, 'opening', 'open');
}
