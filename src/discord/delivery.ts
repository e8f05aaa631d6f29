import { createHash } from 'node:crypto';
import {
  type APIMessage,
  type APIThreadChannel,
  AuditLogEvent,
  ChannelType,
  type RESTPostAPIChannelMessageJSONBody,
} from 'discord-api-types/v10';
import type { Db } from '../infra/db.ts';
import type { Clock } from '../kernel/time.ts';
import type { Message } from './command.ts';
import type { Discord } from './context.ts';
import { type Outcome, outcomeOf } from './failure.ts';

/** A message that the bot keeps in a channel. */
export type Posting = {
  channelId: string;
  /** The message posted before, if any: it is edited. */
  messageId: string | null;
  message: Message;
  /** Names this message among all: `onboarding.card:42`. */
  key: string;
};

/** Something to tell a person once. */
export type Telling = {
  guildId: string;
  userId: string;
  key: string;
  message: Message /** Used when direct messages are closed. */;
  thread: { channelId: string; name: string } | null;
};

export type Delivery = {
  outcome<T>(call: Promise<T>): Promise<Outcome<T>>;
  /** Posts or edits; never twice, even after a crash between Discord's answer and ours. Gone: the channel no longer exists. */
  post(posting: Posting): Promise<Outcome<APIMessage>>;
  /** By direct message, else in a private thread, else `none`: nobody is told twice. */
  tell(telling: Telling): Promise<'dm' | 'thread' | 'none'>;
  /** Adds or removes what the audit log can name: `reason` makes it findable. */
  reason(key: string): string;
  /** What a former try created under that key, by the audit log; null when it had not. Refused: the bot may not read the log. */
  made(guildId: string, type: AuditLogEvent, key: string): Promise<Outcome<string | null>>;
};

/** Entries that Discord gives at once, and how far back a creation is looked for. */
const auditPage = 100;
const auditPages = 10;

/** Longest `nonce` that Discord takes. https://docs.discord.com/developers/resources/message#create-message */
const nonceLength = 25;
const nonceOf = (key: string): string => createHash('sha256').update(key).digest('base64url').slice(0, nonceLength);

export const withoutMentions = (
  message: Message,
): RESTPostAPIChannelMessageJSONBody & { files?: NonNullable<Message['files']> } =>
  ({ allowed_mentions: { parse: [] }, ...message }) as RESTPostAPIChannelMessageJSONBody;

/** Custom ids and links of a message in order: what still identifies it when its text was edited. */
export function addressesOf(components: readonly unknown[] | undefined): string[] {
  return (components ?? []).flatMap((component) => {
    const { custom_id, url, components: children, accessory } = component as Record<string, unknown> & { components?: unknown[] };
    const own = [custom_id, url].filter((address): address is string => typeof address === 'string');
    return [...own, ...addressesOf(children), ...addressesOf(accessory ? [accessory] : [])];
  });
}

/** True when `posted` is what `message` would have become. */
function isSame(message: Message, posted: APIMessage): boolean {
  const addresses = addressesOf(message.components);
  if (addresses.length > 0) return addresses.join() === addressesOf(posted.components).join();
  return (message.content ?? '') === posted.content && message.embeds?.[0]?.title === posted.embeds[0]?.title;
}

export function createDelivery({
  discord,
  db,
  clock,
  applicationId,
  attempt,
}: {
  discord: Discord;
  db: Db;
  clock: Clock;
  applicationId: string;
  attempt: number;
}): Delivery {
  /** Discord forgets a nonce after some minutes, so a later try first looks among the last messages. */
  async function alreadyPosted(channelId: string, message: Message): Promise<APIMessage | undefined> {
    if (attempt === 1) return undefined;
    const recent = await discord.channels.getMessages(channelId, { limit: 100 });
    return recent.find((posted) => posted.author.id === applicationId && isSame(message, posted));
  }

  const create = (channelId: string, message: Message, key: string) =>
    outcomeOf(
      (async () =>
        (await alreadyPosted(channelId, message)) ??
        (await discord.channels.createMessage(channelId, {
          ...withoutMentions(message),
          nonce: nonceOf(key),
          enforce_nonce: true,
        })))(),
    );

  async function post({ channelId, messageId, message, key }: Posting): Promise<Outcome<APIMessage>> {
    if (messageId === null) return create(channelId, message, key);
    // A key is left out of an edit to keep it; what the new version no longer has must be emptied.
    const edited = await outcomeOf(
      discord.channels.editMessage(channelId, messageId, {
        content: null,
        embeds: [],
        components: [],
        ...withoutMentions(message),
      } as never),
    );
    return !edited.ok && edited.code === 10008 ? create(channelId, message, key) : edited;
  }

  async function threadFor(
    { userId, key, guildId }: Telling,
    { channelId, name }: { channelId: string; name: string },
  ): Promise<Outcome<string>> {
    const reason = reasonOf(key);
    // A former try may have made the thread and died before the person was let in.
    const admit = async (threadId: string): Promise<Outcome<string>> => {
      const joined = await outcomeOf(discord.threads.addMember(threadId, userId));
      return joined.ok ? { ok: true, value: threadId } : joined;
    };
    if (attempt > 1) {
      const log = await discord.guilds.getAuditLogs(guildId, {
        action_type: AuditLogEvent.ThreadCreate,
        user_id: applicationId,
        limit: 100,
      });
      const made = log.audit_log_entries.find((entry) => entry.reason === reason)?.target_id;
      if (made) return admit(made);
    }
    const thread = await outcomeOf(
      discord.channels.createThread(channelId, { name, type: ChannelType.PrivateThread, invitable: false }, undefined, {
        reason,
      }) as Promise<APIThreadChannel>,
    );
    return thread.ok ? admit(thread.value.id) : thread;
  }

  async function tell(telling: Telling): Promise<'dm' | 'thread' | 'none'> {
    const { guildId, userId, key, message, thread } = telling;
    const id = { guildId_userId_key: { guildId, userId, key } };
    const notice = await db.notice.upsert({ where: id, update: {}, create: { guildId, userId, key, createdAt: clock.now() } });
    if (notice.sentAt) return (notice.via ?? 'none') as 'dm' | 'thread' | 'none';
    const record = async (via: 'dm' | 'thread' | 'none', sent?: APIMessage) => {
      await db.notice.update({
        where: id,
        data: { via, sentAt: clock.now(), channelId: sent?.channel_id ?? null, messageId: sent?.id ?? null },
      });
      return via;
    };

    const direct = await outcomeOf(discord.users.createDM(userId));
    const sent = direct.ok ? await create(direct.value.id, message, key) : direct;
    if (sent.ok) return record('dm', sent.value);
    if (!thread) return record('none');
    const room = await threadFor(telling, thread);
    const written = room.ok ? await create(room.value, message, key) : room;
    return written.ok ? record('thread', written.value) : record('none');
  }

  /** The log is read back from its end, which is where a try that was cut left its line. */
  async function findMade(guildId: string, type: AuditLogEvent, key: string): Promise<string | null> {
    const reason = reasonOf(key);
    let before: string | undefined;
    for (let page = 0; page < auditPages; page++) {
      const { audit_log_entries: entries } = await discord.guilds.getAuditLogs(guildId, {
        action_type: type,
        user_id: applicationId,
        limit: auditPage,
        ...(before !== undefined && { before }),
      });
      const found = entries.find((entry) => entry.reason === reason)?.target_id;
      if (found) return found;
      if (entries.length < auditPage) return null;
      before = entries.at(-1)?.id;
    }
    return null;
  }
  const made = (guildId: string, type: AuditLogEvent, key: string) => outcomeOf(findMade(guildId, type, key));

  return { outcome: outcomeOf, post, tell, reason: reasonOf, made };
}

/** The audit-log reason under which a creation is found again. At most 512 characters. */
export const reasonOf = (key: string): string => `Passerelle · ${key}`;
