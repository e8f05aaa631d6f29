import type { APIMessage, APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';

/** What the page's server and its windows say to each other. Both sides are compiled against these types. */

/** Somebody the user of the page can be. */
export type Person = {
  id: string;
  username: string;
  /** Nickname in the guild, else the name shown on Discord, else the username. */
  name: string;
  locale: string;
  dmsClosed: boolean;
  place: 'member' | 'pending' | 'outside';
  /** The highest first: the chooser groups people by it. */
  roles: { name: string; color: number }[];
  /** Owns the server or holds the Administrator permission: may set the bot up. */
  administers: boolean;
};

/** The person of the window, with what only they and the team know. */
export type Self = Person & {
  /** ISO 8601, while a timeout lasts. */
  timedOutUntil: string | null;
  /** AutoMod refuses what they call themselves, and keeps them silent until they change it. */
  nameRefused: boolean;
};

export type RoleView = { id: string; name: string; color: number; position: number; hoist: boolean };

export type ChannelView = {
  id: string;
  /** Discord's channel type. https://docs.discord.com/developers/resources/channel#channel-object-channel-types */
  type: number;
  name: string;
  topic: string | null;
  parentId: string | null;
  position: number;
  /** Whether this person may write here now. */
  writable: boolean;
  /** Whether they may delete what others wrote. */
  moderates: boolean;
  /** Seconds between two messages of one person; 0: none. */
  slowMode: number;
  archived: boolean;
  /** False for a thread that this person has not joined: the list of channels leaves it out. */
  joined: boolean;
  /** Who opened the thread; `null` elsewhere. */
  openedBy: string | null;
  /** Who joined the thread; nobody elsewhere. */
  threadMembers: string[];
  lastMessageId: string | null;
  /** What only a forum, a post of one, or a voice channel has. */
  forum: ForumView | null;
  post: PostView | null;
  voice: VoiceView | null;
};

export type TagView = { id: string; name: string; emoji: string | null; moderated: boolean };

export type ForumView = {
  tags: TagView[];
  requiresTag: boolean;
  /** Newest posts first, instead of those where somebody wrote last. */
  newestFirst: boolean;
  /** Whether this person may use moderated tags. */
  moderates: boolean;
};

export type PostView = {
  tagIds: string[];
  pinned: boolean;
  locked: boolean;
  author: string;
  /** How its first message begins. */
  opening: string;
  answers: number;
};

/** `people` by id, in the order in which they came; `limit` 0: none. */
export type VoiceView = { people: string[]; limit: number; mayConnect: boolean };

/** `joinedAt`: ISO 8601, `null` for who is not in the server. */
export type MemberView = {
  id: string;
  name: string;
  username: string;
  bot: boolean;
  roles: string[];
  joinedAt: string | null;
  /** ISO 8601, while a timeout lasts, for those who may give one. */
  timedOutUntil: string | null;
  /** Whether this person stands above them, so that their permissions reach them. */
  below: boolean;
};

export type GuildView = {
  id: string;
  name: string;
  ownerId: string;
  roles: RoleView[];
  channels: ChannelView[];
  members: MemberView[];
  may: Powers;
  /** Ids of those who are banned, for those who may ban. */
  banned: string[];
  /** ISO 8601, as long as they last, for those who run or moderate the server. */
  pauses: { invites: string | null; dms: string | null };
};

/** What a person may do to others in the server. */
export type Powers = { timeout: boolean; kick: boolean; ban: boolean; audit: boolean };

export type AuditKind =
  | 'guild'
  | 'channelCreate'
  | 'channelUpdate'
  | 'channelDelete'
  | 'overwrites'
  | 'kick'
  | 'ban'
  | 'unban'
  | 'member'
  | 'timeout'
  | 'timeoutEnd'
  | 'roles'
  | 'voiceMove'
  | 'voiceLeave'
  | 'roleCreate'
  | 'roleUpdate'
  | 'roleDelete'
  | 'inviteCreate'
  | 'inviteDelete'
  | 'messageDelete'
  | 'bulkDelete'
  | 'pin'
  | 'unpin'
  | 'threadCreate'
  | 'threadUpdate'
  | 'threadDelete'
  | 'ruleCreate'
  | 'ruleUpdate'
  | 'ruleDelete'
  | 'blocked'
  | 'flagged'
  | 'silenced'
  | 'quarantined'
  | 'other';

/** An entry of the audit log. Names are empty where there is nobody or nothing to name. */
export type AuditView = {
  id: string;
  at: string;
  kind: AuditKind;
  by: string;
  target: string;
  channel: string;
  /** How many messages. */
  count: number;
  reason: string | null;
  /** Roles by name. */
  added: string[];
  removed: string[];
  /** When a timeout ends. */
  until: string | null;
  /** AutoMod's. */
  rule: string;
};

/** A direct conversation. */
export type DirectView = { id: string; with: MemberView; lastMessageId: string | null };

/** All that a window shows but messages. */
export type Snapshot = {
  me: Self;
  /** The server that the person is in, or could join. */
  server: { id: string; name: string; invitesPausedUntil: string | null };
  /** `null` while the person is not in it. */
  guild: GuildView | null;
  directs: DirectView[];
  people: Person[];
  bot: MemberView;
  botOnline: boolean;
  commands: CommandView[];
  menus: MenuView[];
  now: string;
};

export type MenuView = { name: string; type: 'user' | 'message'; label: string };

/** A command as the picker lists it; `name` and `description` are in the person's language. */
export type CommandView = { id: string; path: string; name: string; description: string; options: OptionView[] };

export type Choice = { name: string; value: string | number };

export type OptionView = {
  key: string;
  name: string;
  description: string;
  /** https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-option-type */
  type: number;
  required: boolean;
  autocomplete: boolean;
  choices: readonly Choice[];
  channelTypes: readonly number[];
  min: number | null;
  max: number | null;
};

/** A file that the person picked; `content` is base64. */
export type UploadedFile = { name: string; type: string; content: string };

export type OptionValue = string | number | boolean | UploadedFile;
export type FieldValue = string | string[] | boolean | UploadedFile[];

/** What a window asks for, each a POST of JSON to `/persona/:userId/<key>`. */
export type Requests = {
  write: { channelId: string; content: string; files: UploadedFile[] };
  run: { path: string; options: Record<string, OptionValue>; channelId: string };
  autocomplete: { path: string; options: Record<string, OptionValue>; focused: string; channelId: string };
  press: { channelId: string; messageId: string; customId: string };
  select: { channelId: string; messageId: string; customId: string; values: string[] };
  submit: { form: string; values: Record<string, FieldValue> };
  menu: { name: string; channelId: string; messageId: string | null; userId: string | null };
  react: { messageId: string; emoji: string };
  remove: { messageId: string };
  edit: { messageId: string; content: string };
  /** `seconds`: of a timeout, or how far back the messages of somebody who is banned go. */
  sanction: { userId: string; kind: Sanction; seconds: number; reason: string };
  post: { forumId: string; name: string; content: string; tagIds: string[] };
  enter: { channelId: string };
  exit: Record<string, never>;
  /** `null`: the bot. */
  direct: { userId: string | null };
  /** `invite`: a code or its link. */
  join: { pending: boolean; invite: string | null };
  leave: Record<string, never>;
  screening: Record<string, never>;
  settings: { locale: string | null; dmsClosed: boolean | null };
};

export type Sanction = 'timeout' | 'timeoutEnd' | 'kick' | 'ban' | 'unban';

export type Form = { id: string; data: APIModalInteractionResponseCallbackData };

export type Replies = {
  write: { messageId: string };
  run: Answer;
  autocomplete: Choice[];
  press: Answer;
  select: Answer;
  submit: Answer;
  menu: Answer;
  react: null;
  remove: null;
  edit: null;
  sanction: null;
  post: { channelId: string };
  enter: null;
  exit: null;
  direct: { channelId: string };
  join: null;
  leave: null;
  screening: null;
  settings: null;
};

/** What became of an interaction. What it posted arrives by the live stream. */
export type Answer = { form: Form | null; failed: 'no-answer' | 'error' | null };

/** A refusal, with a status of 4xx: what Discord or its client would not let the person do. */
export type Refusal = {
  message: string;
  /** Where the page has words of its own. */
  reason?: 'automod' | 'slow-mode' | 'invites-paused' | 'direct' | 'timed-out';
  /** What the server's team says to an author whose message AutoMod keeps back. */
  explanation?: string | null;
};

/** One line of the live stream. `refresh`: something other than messages changed, ask for the snapshot again. */
export type Live =
  | { kind: 'message'; message: APIMessage; direct: boolean }
  | { kind: 'deleted'; channelId: string; messageIds: string[] }
  | { kind: 'refresh'; now: string };
