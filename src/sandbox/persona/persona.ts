import type { APIMessage, APIModalInteractionResponseCallbackData, APIUser } from 'discord-api-types/v10';
import type { Dispatch } from '../dispatch.ts';
import type { AuditFilter } from '../operations/audit.ts';
import type { AutomodChange, AutomodFields } from '../operations/automod.ts';
import type { IncidentChange } from '../operations/incidents.ts';
import type { NewInvite } from '../operations/invites.ts';
import type { BulkBan } from '../operations/members.ts';
import type { AuditEntry, AutomodRule, Channel, Command, Guild, Incidents, Member, Message, User } from '../world.ts';

export type FileInput = { name: string; content: string | Uint8Array; type?: string };

/** What a person types for an option, or fills in a field of a form. Ids for users, roles and channels. */
export type OptionInput = string | number | boolean | FileInput;
export type FieldInput = string | boolean | readonly string[] | readonly FileInput[];

/** The form that a bot opened, with what is needed to send it back. */
export type OpenForm = APIModalInteractionResponseCallbackData & { readonly interactionId: string };

export type Outcome = {
  /** The bot's final visible answer: its reply, the updated message, or the first edit after a deferral. */
  message: APIMessage | null;
  modal: OpenForm | null;
  /** `no-answer`: nothing came in time, or the bot is offline. `error`: the bot's answer was refused by Discord's client. */
  failed: 'no-answer' | 'error' | null;
  deferred: boolean;
};

export type Choice = { name: string; value: string | number };

/** A command as one person's client lists it: subcommands folded out (`setup role`), texts in their language. */
export type VisibleCommand = {
  command: Command;
  /** In English, as `run` takes it. */
  path: string;
  /** In the person's language. */
  name: string;
  description: string;
  options: readonly VisibleOption[];
};

export type VisibleOption = {
  /** In English. */
  key: string;
  name: string;
  description: string;
  /** ApplicationCommandOptionType. */
  type: number;
  required: boolean;
  autocomplete: boolean;
  choices: readonly Choice[];
  channelTypes: readonly number[];
  min: number | null;
  max: number | null;
};

/** A message of this person's screen: its id, or the object. */
export type MessageRef = string | { id: string };

/**
 * One person in front of Discord's client: can do and read only what they could there. Refusals of Discord's client or
 * server (no permission, a required option left out) reject with `DiscordError` or `ClientRefusal`.
 */
export type Persona = {
  readonly user: User;
  readonly guild: Guild;
  readonly member: Member | null;
  /** The time on their screen. */
  now(): Date;
  /** Into the home guild or another, or wherever an invite leads: its code or link. */
  join(options?: { pending?: boolean; guildId?: string; invite?: string }): void;
  passScreening(): void;
  leave(): void;
  /** From the menu of a member: may not speak nor click until then; null ends it. Reasons stand in the audit log. */
  timeout(userId: string, until: Date | null, reason?: string): void;
  kick(userId: string, reason?: string): void;
  /** `deleteSeconds`: how far back their messages go, too. */
  ban(userId: string, reason?: string, deleteSeconds?: number): void;
  unban(userId: string, reason?: string): void;
  bulkBan(userIds: readonly string[], reason?: string, deleteSeconds?: number): BulkBan;
  /** Roles by name or id. */
  giveRole(userId: string, role: string, reason?: string): void;
  takeRole(userId: string, role: string, reason?: string): void;
  /** `null` takes the nickname away. */
  rename(userId: string, nick: string | null, reason?: string): void;
  /** Seconds between two messages of one person; 0: none. */
  slowMode(channel: string, seconds: number, reason?: string): void;
  /** The security actions of the server. */
  pauseIncidents(change: IncidentChange): Incidents;
  /** AutoMod in the settings of the server, in the shapes of REST. */
  automod: {
    list(): AutomodRule[];
    create(rule: AutomodFields, reason?: string): AutomodRule;
    edit(ruleId: string, change: AutomodChange, reason?: string): AutomodRule;
    remove(ruleId: string, reason?: string): void;
  };
  /** Newest first. */
  auditLog(filter?: AuditFilter): AuditEntry[];
  /** Closes Discord: who is a temporary member without a role is gone from the guild then. */
  goOffline(): void;
  /** The voice channel that this person is in. */
  voice(): Channel | null;
  /** Enters a voice channel, out of the one before. */
  joinVoice(channel: string): void;
  leaveVoice(): void;
  closeDms(): void;
  openDms(): void;
  setLocale(locale: User['locale']): void;
  /** Channels and threads that this person may see, then their direct messages; in the order of the client's list. */
  channels(): Channel[];
  /** Members of the server, as its list shows them. */
  members(): {
    user: APIUser;
    nick: string | null;
    roles: string[];
    pending: boolean;
    joinedAt: string;
    timedOutUntil: string | null;
  }[];
  /** By name, id, or `dm` for the conversation with the bot. */
  channel(nameOrId: string): Channel;
  /** Oldest first; ephemeral answers to this person included. */
  messages(channel: string): APIMessage[];
  /** Throws `BlockedByAutomod` for what AutoMod keeps back, as `edit` and `post` do. */
  write(channel: string, text: string, options?: { files?: readonly FileInput[]; replyTo?: MessageRef }): APIMessage;
  /** Opens a post of a forum, `tags` by name or id, and gives its first message, whose id is also the post's. */
  post(
    forum: string,
    post: { name: string; content: string; tags?: readonly string[]; files?: readonly FileInput[] },
  ): APIMessage;
  /** The code of an invite to a channel. */
  createInvite(channel: string, options?: NewInvite): string;
  edit(message: MessageRef, text: string): APIMessage;
  /** One's own, or another's with Manage Messages. */
  remove(message: MessageRef, reason?: string): void;
  /** Adds the reaction, or takes it back when it is there. */
  react(message: MessageRef, emoji: string): void;
  /** Opens the direct conversation with the bot, or with somebody else, when none is open. */
  openDm(userId?: string): Channel;
  commands(channel?: string): VisibleCommand[];
  /** User and message commands. */
  menus(): { name: string; type: 'user' | 'message'; label: string }[];
  run(path: string, options?: Record<string, OptionInput>, context?: { channel?: string }): Promise<Outcome>;
  autocomplete(
    path: string,
    options: Record<string, OptionInput>,
    focused: string,
    context?: { channel?: string },
  ): Promise<Choice[]>;
  /** `target`: a prefix of the custom id, or the label. */
  press(message: MessageRef, target: string): Promise<Outcome>;
  /** `target`: a prefix of the custom id. */
  select(message: MessageRef, target: string, values: readonly string[]): Promise<Outcome>;
  /** `values` by custom id of the fields (or its prefix). */
  submit(form: OpenForm | Outcome, values: Record<string, FieldInput>): Promise<Outcome>;
  menu(name: string, target: { message: MessageRef } | { user: string }, context?: { channel?: string }): Promise<Outcome>;
  /** Only what this person may see. Returns what stops the listening. */
  listen(listener: (dispatch: Dispatch) => void): () => void;
  /** Interactions made by hand, as a hostile client could send them: nothing is checked but that the person sees the place. */
  forge: {
    component(message: MessageRef, customId: string, type: number, values?: readonly string[]): Promise<Outcome>;
    modal(
      customId: string,
      components: readonly object[],
      context?: { channel?: string; message?: MessageRef },
    ): Promise<Outcome>;
    command(data: object, context?: { channel?: string }): Promise<Outcome>;
  };
};

/** Discord's client does not let a person do this: nothing was sent. */
export class ClientRefusal extends Error {}

/** Nor does it let who is timed out click or use a command. */
export class TimedOut extends ClientRefusal {}

export type { Message };
