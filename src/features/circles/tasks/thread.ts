import { AuditLogEvent, ChannelType } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import type { Outcome } from '../../../discord/failure.ts';
import type { TaskContext } from '../../../infra/tasks.ts';

/** A private thread that a row describes, and how the row remembers it. */
export type Thread = {
  guildId: string;
  /** Under which the audit log names it. */
  key: string;
  name: string;
  threadId: string | null;
  begunAt: Date | null;
  record(data: { threadId?: string | null; begunAt?: Date | null }): Promise<unknown>;
};

const daysOfSilence = 10_080;

/** What a try that was cut made, by the audit log; null when it made none, or when it is gone. */
async function foundCut(
  { discord, made, outcome }: TaskContext,
  { guildId, key, begunAt }: Thread,
): Promise<Outcome<string | null>> {
  if (!begunAt) return { ok: true, value: null };
  const former = await made(guildId, AuditLogEvent.ThreadCreate, key);
  if (!former.ok || former.value === null) return former;
  const there = await outcome(discord.channels.get(former.value));
  return { ok: true, value: there.ok ? former.value : null };
}

/** Discord archives a thread in which nobody wrote for a week: nothing in it can be changed, and nobody let in, until it is opened again. */
export const reopen = (
  { discord, outcome, reason }: TaskContext,
  threadId: string,
  key: string,
): Promise<Outcome<{ name?: string | null }>> =>
  outcome(discord.channels.edit(threadId, { archived: false }, { reason: reason(key) }) as Promise<{ name?: string | null }>);

/** Makes it once. One that is there is opened again. Gone: somebody deleted it. */
export async function ensureThread(context: TaskContext, channelId: string, thread: Thread): Promise<Outcome<string>> {
  const { discord, clock, outcome, reason } = context;
  const { key, name, threadId, record } = thread;
  const why = { reason: reason(key) };
  if (threadId) {
    const opened = await reopen(context, threadId, key);
    if (!opened.ok) return opened;
    // What somebody wrote in its name goes with them.
    const renamed = opened.value.name === name ? opened : await outcome(discord.channels.edit(threadId, { name }, why));
    return renamed.ok ? { ok: true, value: threadId } : renamed;
  }
  const former = await foundCut(context, thread);
  if (!former.ok) return former;
  if (former.value) {
    await record({ threadId: former.value });
    return { ok: true, value: former.value };
  }
  await record({ begunAt: clock.now() });
  const created = await outcome(
    discord.channels.createThread(
      channelId,
      { name, type: ChannelType.PrivateThread, invitable: false, auto_archive_duration: daysOfSilence },
      undefined,
      why,
    ) as Promise<{ id: string }>,
  );
  if (!created.ok) return created;
  await record({ threadId: created.value.id });
  return { ok: true, value: created.value.id };
}

/** Lets in those who belong there and out those who do not. Staff come and go as they please. */
export async function seat(
  context: TaskContext,
  { guildId }: Thread,
  threadId: string,
  people: readonly string[],
): Promise<void> {
  const { discord, outcome, applicationId } = context;
  const members = await discord.threads.getAllMembers(threadId);
  const there = new Set(members.flatMap(({ user_id }) => user_id ?? []));
  for (const userId of people.filter((one) => !there.has(one))) {
    const added = await outcome(discord.threads.addMember(threadId, userId));
    // Whoever left the server at this moment is not there to be let in.
    if (!added.ok && added.why !== 'gone') throw added.error;
  }
  const belongs = new Set([applicationId, ...people]);
  for (const userId of [...there].filter((one) => !belongs.has(one))) {
    if (await context.mayUse({ guildId, userId }, 'staff')) continue;
    const removed = await outcome(discord.threads.removeMember(threadId, userId));
    if (!removed.ok && removed.why !== 'gone') throw removed.error;
  }
}

/** Nothing of what was written stays: also what a try that was cut left. */
export async function deleteThread(context: TaskContext, thread: Thread): Promise<void> {
  const { discord, outcome, reason } = context;
  const cut = thread.threadId ? null : await foundCut(context, thread);
  if (cut && !cut.ok) throw cut.error;
  const threadId = thread.threadId ?? cut?.value ?? null;
  if (!threadId) return;
  const deleted = await outcome(discord.channels.delete(threadId, { reason: reason(thread.key) }));
  if (!deleted.ok && deleted.why !== 'gone') throw deleted.error;
}

/** A message whose words have nothing more to do there: edited where it is, and never written anew. */
export async function editThere(
  { discord, outcome }: TaskContext,
  { channelId, messageId }: { channelId: string; messageId: string },
  { content = '', embeds = [], components = [] }: Message,
): Promise<Outcome<unknown>> {
  const body = { content, embeds, components, allowed_mentions: { parse: [] } };
  return outcome(discord.channels.editMessage(channelId, messageId, body as never));
}
