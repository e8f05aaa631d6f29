import type { Event, RaidLevel } from './rule.ts';

export type Attachment = {
  id: string;
  name: string;
  /** In bytes. */
  size: number;
  /** Its media type, when Discord says it. */
  type: string | null;
  width: number | null;
  height: number | null;
  /** Perceptual hash, 16 hexadecimal digits (`image.ts`), when somebody worked it out. */
  hash?: string;
};

/** What is known of one event, and all that a rule may look at. Times in milliseconds. */
export type Facts = {
  kind: Event;
  guildId: string;
  /** Null for who joins, and where AutoMod names none. */
  channelId: string | null;
  /** The channel that a thread is in. */
  parentId: string | null;
  categoryId: string | null;
  messageId: string | null;
  authorId: string;
  /** The name that others see. */
  authorName: string;
  authorCreatedAt: number;
  joinedAt: number | null;
  roleIds: readonly string[];
  /** Staff or moderator, as the settings bind them. */
  isStaff: boolean;
  /** Empty when content may not be read. */
  text: string;
  at: number;
  attachments: readonly Attachment[];
  /** How many distinct people and roles are mentioned; whether `@everyone` or `@here` was tried, whatever became of it. */
  mentions: { users: number; roles: number; everyone: boolean };
  embeds: number;
  isReply: boolean;
  isForward: boolean;
  raidLevel: RaidLevel;
  automod?: { ruleId: string; keyword: string | null; matched: string | null };
};
