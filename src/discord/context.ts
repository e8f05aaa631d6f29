import type { API } from '@discordjs/core/http-only';
import type { Db } from '../infra/db.ts';
import type { Logger } from '../infra/logger.ts';
import type { GuildSettings } from '../infra/settings.ts';
import type { Change } from '../kernel/change.ts';
import type { Feature } from '../kernel/feature.ts';
import type { RoleKey } from '../kernel/role.ts';
import type { Locale, Text } from '../kernel/text.ts';
import type { Clock } from '../kernel/time.ts';
import type { Download } from './file.ts';
import type { Holder } from './holder.ts';
import type { Places } from './place.ts';
import type { Voice } from './voice.ts';

/** Discord's REST API, typed. Handlers only read with it; effects are tasks. */
export type Discord = Omit<API, 'interactions'>;

/** Answers to interactions: their own queue, which Discord's limit of 50 requests a second does not bound. For the router alone. */
export type Interactions = API['interactions'];

/** Who acts, and where. Ids are Discord's. */
export type Actor = {
  readonly guildId: string;
  readonly userId: string;
  readonly username: string;
  /** Nickname, global name or username: typed by a person, to be escaped. */
  readonly displayName: string;
  /** Discord roles held; empty in a direct message, where nothing is known of them. */
  readonly roleIds: readonly string[];
  readonly isAdministrator: boolean;
  /** True when the click came from inside the guild: the person is a member of it at this moment. */
  readonly isPresent: boolean;
};

/** The commands that Discord knows against those that are declared. */
export type Deployment = {
  isCurrent(): Promise<boolean>;
  /** Makes Discord's the declared ones; does nothing when they are. */
  deploy(): Promise<void>;
};

/** What every feature may read, whoever calls. */
export type World = Holder & {
  readonly db: Db;
  readonly clock: Clock;
  readonly discord: Discord;
  readonly applicationId: string;
  /** Reads a file that a person attached. */
  readonly download: Download;
  /** The declared commands, as Discord knows them. */
  readonly commands: Deployment;
  /** What the configuration asks of Discord, against which `/diagnostic` holds what is granted. */
  readonly wanted: { messageContent: boolean };
  /** What Discord gives us: wanted, and granted. Whatever needs the words of messages asks this. */
  readonly reads: { messageContent: boolean };
  readonly log: Logger;
  /** Who is in which voice channel at this moment. */
  readonly voice: Voice;
  /** Where channels stand, and who administers a server, as the gateway last told. */
  readonly places: Places;
  /** Every feature of the program: what each needs, keeps, and adds to *Mon espace*. */
  readonly features: readonly Feature[];
};

/** What a handler gets besides what the person chose or typed. */
export type Context = World & {
  readonly actor: Actor;
  readonly channelId: string;
  /** The language of the person's client. */
  readonly locale: Locale;
  t(text: Text): string;
  /** Read once an interaction, at the first call. */
  settings(): Promise<GuildSettings>;
  /** Roles of the bot that the person holds at this moment. */
  keys(): Promise<ReadonlySet<RoleKey>>;
};

/** Who acts and when, for the service that carries it out. */
export const changeBy = ({ actor, clock }: Context): Change => ({
  guildId: actor.guildId,
  actorId: actor.userId,
  now: clock.now(),
});
