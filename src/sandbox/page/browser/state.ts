import type { APIMessage } from 'discord-api-types/v10';
import type {
  AuditView,
  Choice,
  CommandView,
  FieldValue,
  Form,
  OptionValue,
  Person,
  Sanction,
  Snapshot,
  UploadedFile,
} from '../wire.ts';
import { type Words, wordsFor } from './words.ts';

/** A command that is being filled in. */
export type CommandDraft = {
  command: CommandView;
  /** Keys of the options on screen: the required ones, then those that were added. */
  shown: string[];
  /** What each field reads. */
  texts: Record<string, string>;
  /** What each field stands for, once it is chosen or typed. */
  values: Record<string, OptionValue>;
  focused: string | null;
  /** The bot's own suggestions for the focused option; `null` while they are awaited. */
  suggestions: Choice[] | null;
  active: number;
  errors: Record<string, string>;
};

export type Draft = {
  text: string;
  files: UploadedFile[];
  command: CommandDraft | null;
  active: number;
  /** The command that was to be sent and that nobody has. */
  unknown: string | null;
};

/** The one list that is open: of a select menu. */
export type OpenList = { key: string; query: string; active: number; chosen: string[]; before: string[] };

export type OpenForm = {
  form: Form;
  values: Record<string, FieldValue>;
  errors: Record<string, string>;
  failed: boolean;
  sending: boolean;
  bot: { id: string; name: string };
};

/** A post that is being written. */
export type PostDraft = { forumId: string; name: string; content: string; tagIds: string[]; sending: boolean };

/** `profile`: who the person is stands above what can be done. */
export type OpenMenu = { x: number; y: number; message: APIMessage | null; userId: string | null; profile: boolean };

/** What somebody is about to do to somebody else. */
export type OpenSanction = {
  kind: Sanction;
  userId: string;
  name: string;
  seconds: number;
  reason: string;
  sending: boolean;
};

/** What AutoMod kept back, for its author alone; gone with the window. */
export type Blocked = { channelId: string; content: string; explanation: string | null; at: string };

/** Where the person looks: the server, or their direct messages. */
export type Place = { kind: 'guild' | 'directs'; channelId: string | null };

/** Something that went wrong, shown under the message or above the composer of its channel. */
export type Failure = { channelId: string; messageId: string | null; label: string | null; reason: 'no-answer' | 'error' };

export type State = {
  userId: string | null;
  people: Person[];
  snapshot: Snapshot | null;
  words: Words;
  place: Place;
  /** By channel, oldest first. */
  messages: Map<string, APIMessage[]>;
  /** The last message read, by channel. */
  seen: Record<string, string>;
  /** Unread messages that mention the person or are private, by channel. */
  pings: Record<string, number>;
  drafts: Map<string, Draft>;
  dismissed: Set<string>;
  /** Components that wait for the bot, as `messageId:customId`. */
  waiting: Set<string>;
  /** Values chosen in the selects of messages, by the same key, until the message changes. */
  chosen: Map<string, string[]>;
  failures: Failure[];
  list: OpenList | null;
  form: OpenForm | null;
  post: PostDraft | null;
  /** The tag whose posts are shown. */
  tagFilter: string | null;
  menu: OpenMenu | null;
  panel: 'switch' | 'settings' | 'threads' | 'audit' | null;
  sanction: OpenSanction | null;
  blocked: Blocked[];
  /** Newest first, once the panel has asked for it. */
  audit: AuditView[] | null;
  /** The message that is being changed by its author. */
  editing: { messageId: string; text: string } | null;
  /** In a narrow window, the side that is drawn over the messages. */
  drawer: 'channels' | 'people' | null;
  /** The message that a link led to; `shown` once it was scrolled to. */
  sought: { messageId: string; shown: boolean } | null;
  query: string;
  notice: string | null;
  connected: boolean;
  /** Milliseconds between this machine's clock and the local Discord's. */
  clockOffset: number;
  showMembers: boolean;
};

export const state: State = {
  userId: new URLSearchParams(location.search).get('as'),
  people: [],
  snapshot: null,
  words: wordsFor(navigator.language),
  place: { kind: 'guild', channelId: null },
  messages: new Map(),
  seen: {},
  pings: {},
  drafts: new Map(),
  dismissed: new Set(),
  waiting: new Set(),
  chosen: new Map(),
  failures: [],
  list: null,
  form: null,
  post: null,
  tagFilter: null,
  menu: null,
  panel: null,
  sanction: null,
  blocked: [],
  audit: null,
  editing: null,
  drawer: null,
  sought: null,
  query: '',
  notice: null,
  connected: true,
  clockOffset: 0,
  showMembers: true,
};

let draw = () => {};
let due = false;

/** `draw` runs after each change, once for all the changes made together. */
export function onChange(listener: () => void): void {
  draw = listener;
}

export function change(mutate: (state: State) => void): void {
  mutate(state);
  if (due) return;
  due = true;
  queueMicrotask(() => {
    due = false;
    draw();
  });
}

/** The time in the local Discord. */
export const now = (): Date => new Date(Date.now() + state.clockOffset);

/** When something ends, as one says it. */
export const until = (at: string): string =>
  new Intl.DateTimeFormat(state.snapshot?.me.locale ?? 'en-US', { dateStyle: 'long', timeStyle: 'short' }).format(new Date(at));

export const emptyDraft = (): Draft => ({ text: '', files: [], command: null, active: 0, unknown: null });

export const draftOf = (channelId: string): Draft => state.drafts.get(channelId) ?? emptyDraft();

export function changeDraft(channelId: string, mutate: (draft: Draft) => void): void {
  change(({ drafts }) => {
    const draft = drafts.get(channelId) ?? emptyDraft();
    mutate(draft);
    drafts.set(channelId, draft);
  });
}
