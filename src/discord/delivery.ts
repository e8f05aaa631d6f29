import { createHash } from 'node:crypto';
import {
  type APIMessage,
  type APIThreadChannel,
  AuditLogEvent,
  ChannelType,
  type RESTPostAPIChannelMessageJSONBody,
} from 'discord-api-types/v10';
import type { Db } from '../infra/db.ts';
import { type Clock, second } from '../kernel/time.ts';
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
  /** When it was promised: an older message that looks like it is another one. Absent for what is alone in its channel, such as a panel. */
  since?: Date;
};

/** A private thread of that channel. */
export type Room = { channelId: string; name: string; message?: Message };

/** Something to tell a person once. */
export type Telling = {
  guildId: string;
  userId: string;
  key: string;
  message: Message;
  /** Used when direct messages are closed: the person's thread if they have one there, with `message` as it must read in it. */
  thread: Room | null;
  /** The feature takes this message back itself one day: until then it is remembered, whatever its age. */
  lasting?: boolean;
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

/** Our clock and Discord's may differ by this much. */
const skew = 30 * second;

const hasSameWords = (message: Message, posted: APIMessage): boolean =>
  (message.content ?? '') === posted.content &&
  message.embeds?.[0]?.title === posted.embeds[0]?.title &&
  message.embeds?.[0]?.description === posted.embeds[0]?.description &&
  addressesOf(message.components).join() === addressesOf(posted.components).join();

/** True when `posted` is an earlier version of `message`: its words may have changed since, one of its addresses has not. */
function hasSameAddress(message: Message, posted: APIMessage): boolean {
  const known = new Set(addressesOf(posted.components));
  const addresses = addressesOf(message.components);
  return addresses.length > 0 ? addresses.some((address) => known.has(address)) : hasSameWords(message, posted);
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
  async function alreadyPosted(channelId: string, since: Date | undefined, is: (posted: APIMessage) => boolean) {
    if (attempt === 1) return undefined;
    const recent = await discord.channels.getMessages(channelId, { limit: 100 });
    const earliest = (since?.getTime() ?? 0) - skew;
    return recent.find((posted) => posted.author.id === applicationId && Date.parse(posted.timestamp) >= earliest && is(posted));
  }

  const create = (channelId: string, message: Message, key: string) =>
    discord.channels.createMessage(channelId, { ...withoutMentions(message), nonce: nonceOf(key), enforce_nonce: true });

  /** What the new version no longer has must be emptied: a key that is left out of an edit keeps its value. */
  const edit = (channelId: string, messageId: string, message: Message) =>
    discord.channels.editMessage(channelId, messageId, {
      content: null,
      embeds: [],
      components: [],
      ...withoutMentions(message),
    } as never);

  async function post({ channelId, messageId, message, key, since }: Posting): Promise<Outcome<APIMessage>> {
    if (messageId !== null) {
      const edited = await outcomeOf(edit(channelId, messageId, message));
      if (edited.ok || edited.code !== 10008) return edited;
    }
    const posted = async () => {
      const former = await alreadyPosted(channelId, since, (candidate) => hasSameAddress(message, candidate));
      // Discord may also hand back what a former try created under the same nonce.
      const found = former ?? (await create(channelId, message, key));
      return hasSameWords(message, found) ? found : edit(channelId, found.id, message);
    };
    return outcomeOf(posted());
  }

  /** A person is told these words, once: another message with the same button is another message. */
  const write = (channelId: string, { message, key }: Telling, since: Date): Promise<Outcome<APIMessage>> =>
    outcomeOf(
      alreadyPosted(channelId, since, (candidate) => hasSameWords(message, candidate)).then(
        (former) => former ?? create(channelId, message, key),
      ),
    );

  /** The thread in which the person was told something before, open again; null when it is gone or elsewhere. */
  async function formerThread({ guildId, userId }: Telling, channelId: string): Promise<string | null> {
    const told = await db.notice.findFirst({
      where: { guildId, userId, via: 'thread', channelId: { not: null } },
      orderBy: { createdAt: 'desc' },
      select: { channelId: true },
    });
    if (!told?.channelId) return null;
    const opened = await outcomeOf(discord.channels.edit(told.channelId, { archived: false }));
    return opened.ok && 'parent_id' in opened.value && opened.value.parent_id === channelId ? told.channelId : null;
  }

  async function threadFor(telling: Telling, { channelId, name }: Room): Promise<Outcome<string>> {
    const { userId, key, guildId } = telling;
    const reason = reasonOf(key);
    const admit = async (threadId: string): Promise<Outcome<string>> => {
      const joined = await outcomeOf(discord.threads.addMember(threadId, userId));
      return joined.ok ? { ok: true, value: threadId } : joined;
    };
    // Whoever is off the server is let into none: an empty thread would stay among those of which a server has only so many.
    const admitFirst = async (threadId: string): Promise<Outcome<string>> => {
      const joined = await admit(threadId);
      if (!joined.ok) await outcomeOf(discord.channels.delete(threadId, { reason }));
      return joined;
    };
    const former = await formerThread(telling, channelId);
    if (former) return admit(former);
    if (attempt > 1) {
      const log = await outcomeOf(
        discord.guilds.getAuditLogs(guildId, { action_type: AuditLogEvent.ThreadCreate, user_id: applicationId, limit: 100 }),
      );
      // A former try may have made the thread and died before the person was let in. Without the permission to read the log a thread may be there twice;
      // without a message nobody would be told.
      const made = log.ok ? log.value.audit_log_entries.find((entry) => entry.reason === reason)?.target_id : null;
      if (made) return admitFirst(made);
    }
    const thread = await outcomeOf(
      discord.channels.createThread(channelId, { name, type: ChannelType.PrivateThread, invitable: false }, undefined, {
        reason,
      }) as Promise<APIThreadChannel>,
    );
    return thread.ok ? admitFirst(thread.value.id) : thread;
  }

  async function tell(telling: Telling): Promise<'dm' | 'thread' | 'none'> {
    const { guildId, userId, key, thread, lasting = false } = telling;
    const id = { guildId_userId_key: { guildId, userId, key } };
    const notice = await db.notice.upsert({
      where: id,
      update: {},
      create: { guildId, userId, key, lasting, createdAt: clock.now() },
    });
    if (notice.sentAt) return (notice.via ?? 'none') as 'dm' | 'thread' | 'none';
    const record = async (via: 'dm' | 'thread' | 'none', sent?: APIMessage) => {
      await db.notice.update({
        where: id,
        data: { via, sentAt: clock.now(), channelId: sent?.channel_id ?? null, messageId: sent?.id ?? null },
      });
      return via;
    };

    const direct = await outcomeOf(discord.users.createDM(userId));
    const sent = direct.ok ? await write(direct.value.id, telling, notice.createdAt) : direct;
    if (sent.ok) return record('dm', sent.value);
    if (!thread) return record('none');
    const room = await threadFor(telling, thread);
    const message = thread.message ?? telling.message;
    const written = room.ok ? await write(room.value, { ...telling, message }, notice.createdAt) : room;
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
