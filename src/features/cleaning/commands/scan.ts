import { type APIChannel, type APIMessage, ChannelType } from 'discord-api-types/v10';
import type { Context } from '../../../discord/context.ts';
import { outcomeOf } from '../../../discord/failure.ts';
import { overwritesOf } from '../../../kernel/overwrite.ts';
import { isPrivateThread, isThread, permissionsIn, type Server } from '../../../kernel/sight.ts';
import { bornAt } from '../../../kernel/snowflake.ts';
import { notHere, notMine, notSeen } from '../messages.ts';
import { type Filter, judge } from '../rules.ts';
import type { Found } from '../service.ts';

/** What the bot needs to read and remove: ViewChannel, ManageMessages, ReadMessageHistory. */
const needed = (1n << 10n) | (1n << 13n) | (1n << 16n);
const manageThreads = 1n << 34n;

/** A hundred messages each: a person waits for the answer. */
const mostPages = { one: 20, each: 3, all: 60 } as const;

const written: ReadonlySet<ChannelType> = new Set([
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildVoice,
  ChannelType.GuildStageVoice,
  ChannelType.PublicThread,
  ChannelType.AnnouncementThread,
  ChannelType.PrivateThread,
]);

type Rights = { own: bigint; theirs: bigint };

/** What the person who asks and the bot may do in a channel; a thread has the rights of the channel that it belongs to. */
async function rightsAsker({ discord, actor, applicationId }: Context) {
  const [server, bot, channels] = await Promise.all([
    discord.guilds.get(actor.guildId),
    discord.guilds.getMember(actor.guildId, applicationId),
    discord.guilds.getChannels(actor.guildId),
  ]);
  const all = channels as APIChannel[];
  const person = { user: { id: actor.userId }, roles: actor.roleIds };
  return {
    channels: all,
    rightsIn(channel: APIChannel): Rights {
      const parentId = isThread(channel) && 'parent_id' in channel ? channel.parent_id : null;
      const place = parentId ? all.find(({ id }) => id === parentId) : channel;
      if (!place) return { own: 0n, theirs: 0n };
      const overwrites = overwritesOf(place);
      return {
        own: permissionsIn(server as Server, overwrites, bot),
        theirs: permissionsIn(server as Server, overwrites, person),
      };
    },
  };
}

export type Scan = { found: Found[]; pinned: number; ours: number; passed: number; isCutShort: boolean };

type Limits = { number: number; pages: number };

/** Reads a channel from its end. */
async function readChannel(context: Context, channelId: string, filter: Filter, { number, pages }: Limits): Promise<Scan | null> {
  const scan: Scan = { found: [], pinned: 0, ours: 0, passed: 0, isCutShort: false };
  let before: string | undefined;
  for (let page = 0; ; page++) {
    if (page === pages) return { ...scan, isCutShort: true };
    const read = await outcomeOf(
      context.discord.channels.getMessages(channelId, { limit: 100, ...(before !== undefined && { before }) }),
    );
    if (!read.ok) return null;
    for (const message of read.value) {
      const verdict = judge(message, filter, context.applicationId);
      if (verdict === 'pinned') scan.pinned++;
      if (verdict === 'ours') scan.ours++;
      if (verdict === 'goes') scan.found.push(foundOf(message));
      if (scan.found.length === number) return scan;
    }
    const last = read.value.at(-1);
    if (read.value.length < 100 || !last || (filter.since && Date.parse(last.timestamp) < filter.since.getTime())) return scan;
    before = last.id;
  }
}

const foundOf = ({ id, channel_id, author, content, attachments, timestamp }: APIMessage): Found => ({
  messageId: id,
  channelId: channel_id,
  userId: author.id,
  userName: author.username,
  content,
  files: attachments.map(({ filename }) => filename),
  sentAt: new Date(timestamp),
});

/** In one channel. Throws `cleaning.not_here`, `cleaning.not_seen`, `cleaning.not_mine`. */
export async function scanOne(context: Context, channelId: string, filter: Filter, number: number): Promise<Scan> {
  const { rightsIn } = await rightsAsker(context);
  const channel = await outcomeOf(context.discord.channels.get(channelId) as Promise<APIChannel>);
  if (!channel.ok) throw channel.why === 'forbidden' ? notMine(channelId) : notHere();
  if (!written.has(channel.value.type) || !('guild_id' in channel.value) || channel.value.guild_id !== context.actor.guildId)
    throw notHere();
  const { own, theirs } = rightsIn(channel.value);
  // Who types a command in a private thread is in it.
  const isInside = channelId === context.channelId || !isPrivateThread(channel.value) || (theirs & manageThreads) !== 0n;
  if (theirs === 0n || !isInside) throw notSeen(channelId);
  const scan = (own & needed) === needed ? await readChannel(context, channelId, filter, { number, pages: mostPages.one }) : null;
  if (!scan) throw notMine(channelId);
  return scan;
}

/** Wherever the person may read and the bot may remove, where somebody wrote lately first. */
export async function scanAll(context: Context, filter: Filter & { since: Date }, number: number): Promise<Scan> {
  const { channels, rightsIn } = await rightsAsker(context);
  const active = await outcomeOf(context.discord.guilds.getActiveThreads(context.actor.guildId));
  const threads = active.ok ? (active.value.threads as APIChannel[]).filter((thread) => !isPrivateThread(thread)) : [];
  const lastOf = (channel: APIChannel): string => ('last_message_id' in channel ? channel.last_message_id : null) ?? '0';
  const seen = [...channels, ...threads].filter(
    (channel) => written.has(channel.type) && rightsIn(channel).theirs !== 0n && bornAt(lastOf(channel)) >= filter.since,
  );
  const open = seen
    .filter((channel) => (rightsIn(channel).own & needed) === needed)
    .sort((a, b) => (BigInt(lastOf(b)) > BigInt(lastOf(a)) ? 1 : -1));
  const most = Math.floor(mostPages.all / mostPages.each);
  const scans: Scan[] = [];
  let left = number;
  for (const { id } of open.slice(0, most)) {
    const scan = left > 0 ? await readChannel(context, id, filter, { number: left, pages: mostPages.each }) : null;
    if (scan) scans.push(scan);
    left -= scan?.found.length ?? 0;
  }
  const sum = (of: (scan: Scan) => number) => scans.reduce((total, scan) => total + of(scan), 0);
  return {
    found: scans.flatMap(({ found }) => found),
    pinned: sum(({ pinned }) => pinned),
    ours: sum(({ ours }) => ours),
    passed: seen.length - open.length,
    isCutShort: open.length > most || scans.some(({ isCutShort }) => isCutShort),
  };
}
