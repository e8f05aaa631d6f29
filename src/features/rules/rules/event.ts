import type {
  APIAttachment,
  APIMessage,
  GatewayAutoModerationActionExecutionDispatchData,
  GatewayGuildMemberAddDispatchData,
  GatewayMessageCreateDispatchData,
} from 'discord-api-types/v10';
import type { RaidLevel } from '../../../kernel/moderation.ts';
import { findAsides, kinds, own } from './aside.ts';
import type { Attachment, Facts } from './facts.ts';

/** The beginning of Discord's ids. https://docs.discord.com/developers/reference#snowflakes */
const discordEpoch = 1_420_070_400_000;
/** When an account was made: its id says. A plain number will do, to the millisecond. */
export const createdAt = (id: string): number => Math.floor(Number(id) / 4_194_304) + discordEpoch;

/** What an event does not say itself. */
export type Around = {
  parentId: string | null;
  categoryId: string | null;
  isStaff: boolean;
  raidLevel: RaidLevel;
  now: number;
};

const defaultMessage = 0;
const reply = 19;
const forward = 1;

export type Written = Pick<
  GatewayMessageCreateDispatchData,
  | 'id'
  | 'channel_id'
  | 'guild_id'
  | 'author'
  | 'member'
  | 'content'
  | 'type'
  | 'attachments'
  | 'embeds'
  | 'mentions'
  | 'mention_roles'
  | 'mention_everyone'
  | 'message_reference'
  | 'message_snapshots'
  | 'webhook_id'
  | 'timestamp'
  | 'edited_timestamp'
> & { poll?: APIMessage['poll'] };

/** A message of a person on a server: neither a program's, nor a webhook's, nor a line that Discord writes itself. */
export const isOfPerson = ({ guild_id, author, webhook_id, type }: Written): boolean =>
  guild_id !== undefined && author?.bot !== true && webhook_id === undefined && (type === defaultMessage || type === reply);

const noFiles: readonly Attachment[] = [];
/** Perceptual hashes by the id of the file. */
export type Hashes = ReadonlyMap<string, string>;
const noHashes: Hashes = new Map();

const fileOf = ({ id, filename, size, content_type, width, height }: APIAttachment, hashes: Hashes): Attachment => ({
  id,
  name: filename,
  size,
  type: content_type ?? null,
  width: width ?? null,
  height: height ?? null,
  ...(hashes.has(id) && { hash: hashes.get(id) ?? '' }),
});

/** Largest picture that is looked at, in bytes. */
export const largestPicture = 8 * 1024 * 1024;

const allFiles = ({
  attachments,
  message_snapshots: forwarded,
}: Pick<Written, 'attachments' | 'message_snapshots'>): APIAttachment[] => [
  ...(attachments ?? []),
  ...(forwarded?.[0]?.message.attachments ?? []),
];

/** Those files of a message that a picture may be in. */
export const picturesOf = (message: Pick<Written, 'attachments' | 'message_snapshots'>): APIAttachment[] =>
  allFiles(message).filter(
    ({ content_type, width, size }) => (content_type?.startsWith('image/') || width != null) && size <= largestPicture,
  );

/** Everybody was called, or it was tried: what stands in code or in a quote calls nobody. */
function callsEverybody(content: string): boolean {
  if (!content.includes('@everyone') && !content.includes('@here')) return false;
  const { hasAsides } = findAsides(content);
  return !hasAsides || [...content.matchAll(/@(?:everyone|here)/g)].some(({ index }) => kinds[index] === own);
}

/** Question and answers of a poll, which stand in no content. */
const pollOf = ({ poll }: Pick<Written, 'poll'>): string =>
  poll ? [poll.question.text, ...poll.answers.map(({ poll_media: { text } }) => text)].filter(Boolean).join('\n') : '';

export function factsOfMessage(kind: 'message' | 'edit', message: Written, around: Around, hashes = noHashes): Facts {
  const { author, member, message_snapshots: forwarded } = message;
  // A message that was passed on says what the first one said.
  const [snapshot] = forwarded ?? [];
  const files = allFiles(message);
  const passed = snapshot?.message.content ?? '';
  const added = [passed, message.poll ? pollOf(message) : ''].filter((one) => one !== '');
  return {
    kind,
    guildId: message.guild_id ?? '',
    channelId: message.channel_id,
    parentId: around.parentId,
    categoryId: around.categoryId,
    messageId: message.id,
    authorId: author.id,
    authorName: member?.nick ?? author.global_name ?? author.username,
    authorCreatedAt: createdAt(author.id),
    joinedAt: member?.joined_at ? Date.parse(member.joined_at) : null,
    roleIds: member?.roles ?? [],
    isStaff: around.isStaff,
    text: added.length === 0 ? message.content : [message.content, ...added].join('\n').trim(),
    at: around.now,
    attachments: files.length === 0 ? noFiles : files.map((file) => fileOf(file, hashes)),
    mentions: {
      users: message.mentions?.length ?? 0,
      roles: message.mention_roles?.length ?? 0,
      everyone: message.mention_everyone || callsEverybody(message.content),
    },
    embeds: message.embeds?.length ?? 0,
    isReply: message.type === reply,
    isForward: message.message_reference?.type === forward,
    raidLevel: around.raidLevel,
  };
}

/** Files as evidence keeps them. */
export const filesOf = ({ attachments, message_snapshots: forwarded }: Pick<APIMessage, 'attachments' | 'message_snapshots'>) =>
  [...(attachments ?? []), ...(forwarded?.[0]?.message.attachments ?? [])].map(({ filename, content_type, size, url }) => ({
    name: filename,
    contentType: content_type ?? '',
    size,
    url,
  }));

/** The same message edited twice is two happenings; Discord's own additions to it, such as a preview of a link, are none. */
export const keyOfMessage = ({ id, edited_timestamp: edited }: Pick<Written, 'id' | 'edited_timestamp'>): string =>
  edited ? `message:${id}:${Date.parse(edited)}` : `message:${id}`;

const nothing = {
  attachments: noFiles,
  mentions: { users: 0, roles: 0, everyone: false },
  embeds: 0,
  isReply: false,
  isForward: false,
};

export const factsOfJoin = (member: GatewayGuildMemberAddDispatchData, around: Pick<Around, 'raidLevel' | 'now'>): Facts => ({
  ...nothing,
  kind: 'join',
  guildId: member.guild_id,
  channelId: null,
  parentId: null,
  categoryId: null,
  messageId: null,
  authorId: member.user.id,
  authorName: member.nick ?? member.user.global_name ?? member.user.username,
  authorCreatedAt: createdAt(member.user.id),
  joinedAt: around.now,
  roleIds: member.roles,
  isStaff: false,
  text: '',
  at: around.now,
  raidLevel: around.raidLevel,
});

export const keyOfJoin = ({ user, joined_at }: GatewayGuildMemberAddDispatchData): string => `join:${user.id}:${joined_at ?? ''}`;

/** A thread that somebody opens says something too: its name. In a forum its first message has the same id. */
export const factsOfThread = (
  thread: { id: string; name: string; guildId: string; ownerId: string; isForum: boolean },
  who: Who,
  around: Around,
): Facts => ({
  ...nothing,
  kind: 'message',
  guildId: thread.guildId,
  channelId: thread.id,
  parentId: around.parentId,
  categoryId: around.categoryId,
  messageId: thread.isForum ? thread.id : null,
  authorId: thread.ownerId,
  authorName: who.name,
  authorCreatedAt: createdAt(thread.ownerId),
  joinedAt: who.joinedAt,
  roleIds: who.roleIds,
  isStaff: around.isStaff,
  text: thread.name,
  at: around.now,
  raidLevel: around.raidLevel,
});

/** Somebody as they are at this moment, whom an event names by their id alone. */
export type Who = { name: string; joinedAt: number | null; roleIds: readonly string[] };

type Execution = GatewayAutoModerationActionExecutionDispatchData;

/** Who it is about is told by an id alone. */
export const factsOfAutomod = (execution: Execution, who: Who, around: Around): Facts => ({
  ...nothing,
  kind: 'automod',
  guildId: execution.guild_id,
  channelId: execution.channel_id ?? null,
  parentId: around.parentId,
  categoryId: around.categoryId,
  messageId: execution.message_id ?? null,
  authorId: execution.user_id,
  authorName: who.name,
  authorCreatedAt: createdAt(execution.user_id),
  joinedAt: who.joinedAt,
  roleIds: who.roleIds,
  isStaff: around.isStaff,
  text: execution.content ?? '',
  at: around.now,
  raidLevel: around.raidLevel,
  automod: {
    ruleId: execution.rule_id,
    keyword: execution.matched_keyword ?? null,
    matched: execution.matched_content ?? null,
  },
});

/** Discord tells each action of an execution by an event of its own: they are one happening. A message that was blocked has no id. */
export const keyOfAutomod = ({ rule_id, user_id, message_id }: Execution, print: string | null, now: number): string =>
  `automod:${rule_id}:${user_id}:${message_id ?? `${print ?? ''}:${Math.floor(now / 10_000)}`}`;
