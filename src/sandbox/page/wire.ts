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
};

export type GuildView = {
  id: string;
  name: string;
  ownerId: string;
  roles: RoleView[];
  channels: ChannelView[];
  members: MemberView[];
};

/** A direct conversation. */
export type DirectView = { id: string; with: MemberView; lastMessageId: string | null };

/** All that a window shows but messages. */
export type Snapshot = {
  me: Person;
  /** The server that the person is in, or could join. */
  server: { id: string; name: string };
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
  post: { forumId: string; name: string; content: string; tagIds: string[] };
  enter: { channelId: string };
  exit: Record<string, never>;
  direct: Record<string, never>;
  /** `invite`: a code or its link. */
  join: { pending: boolean; invite: string | null };
  leave: Record<string, never>;
  screening: Record<string, never>;
  settings: { locale: string | null; dmsClosed: boolean | null };
};

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
export type Refusal = { message: string };

/** One line of the live stream. `refresh`: something other than messages changed, ask for the snapshot again. */
export type Live =
  | { kind: 'message'; message: APIMessage; direct: boolean }
  | { kind: 'deleted'; channelId: string; messageIds: string[] }
  | { kind: 'refresh'; now: string };
