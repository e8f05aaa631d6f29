import type { PermissionFlagsBits } from 'discord-api-types/v10';
import type { Command, Component, Event } from '../discord/command.ts';
import type { Context, World } from '../discord/context.ts';
import type { Db, Tx } from '../infra/db.ts';
import type { Schedule, Task } from '../infra/tasks.ts';
import type { RoleKey } from './role.ts';
import type { Text } from './text.ts';

/** Permissions by the names that Discord's documentation and discord-api-types give them: `ViewChannel`, `ManageThreads`. */
export type PermissionName = keyof typeof PermissionFlagsBits;

/** A Discord role that a feature needs. `/setup auto` creates it under the bot's own, with these permissions. */
export type RoleNeed = { key: RoleKey; name: string; permissions: readonly PermissionName[]; hoisted?: boolean };

/**
 * A channel that a feature needs. `visibleTo` absent: everybody may see it. `bot` are the permissions without which the
 * feature fails there; `/diagnostic` names those that are missing.
 */
export type ChannelNeed = {
  key: string;
  name: string;
  topic: Text;
  kind: 'text' | 'forum';
  /** Name of the category under which it is created. */
  category: string;
  visibleTo?: readonly RoleKey[];
  /** Only the bot writes there. */
  readOnly?: boolean;
  bot: readonly PermissionName[];
  /** The feature keeps a message there, in the table `panel` under the same key; it posts it again when `bound` is called. */
  panel?: boolean;
};

/** A line of *Mon espace*: what waits for this person, or what they can do now. */
export type HomeItem = {
  text: Text;
  /** True when somebody waits for the person to act: shown first. */
  waiting?: boolean;
  button?: { label: Text; customId: string };
};

/** Something that does not work, and what to do about it. A note is by choice: all is well with it. */
export type Advice = { problem: Text; fix: Text; isNote?: boolean };

/** Everything that the rest of the program may know about a feature. */
export type Feature = {
  name: string;
  description: Text;
  needs: { roles: readonly RoleNeed[]; channels: readonly ChannelNeed[] };
  home?: (context: Context) => Promise<readonly HomeItem[]>;
  /** What the feature adds for staff to the card of a person: what is under way for them, and the way to it. */
  card?: (context: Context, userId: string) => Promise<readonly HomeItem[]>;
  /** What the feature adds to `/diagnostic`: what of it does not work on that server, and who can mend it. */
  findings?: (world: World, guildId: string) => Promise<readonly Advice[]>;
  /** Channels of a server that come and go by themselves: no template of a place holds them. */
  passing?: (db: Db, guildId: string) => Promise<readonly string[]>;
  commands: readonly Command[];
  components: readonly Component[];
  events: readonly Event[];
  tasks: readonly Task[];
  schedules: readonly Schedule[];
  /**
   * Called in the transaction that binds or unbinds the role or channel `key` (`language`: the guild's language changed; `guild`: the bot
   * came to the server), so that the feature promises what follows from it: a panel to post, roles to give again, people to get to know.
   */
  bound?(tx: Tx, guildId: string, key: string): Promise<void>;
  personalData: {
    /** Why the feature keeps personal data: GDPR, articles 5(1)(b) and 13(1)(c). */
    purpose: Text;
    /** For how long: GDPR, articles 5(1)(e) and 13(2)(a). */
    retention: Text;
    /** All it holds of a person in a guild, for that person to read: GDPR, articles 15 and 20. */
    export(db: Db, guildId: string, userId: string): Promise<Record<string, unknown>>;
    /** What others keep leads to this: they are erased first, in the order in which whoever changes both locks them. */
    erasesLast?: true;
    /** Leaves nothing of it: GDPR, article 17. */
    erase(tx: Tx, guildId: string, userId: string, now: Date): Promise<void>;
  };
};
