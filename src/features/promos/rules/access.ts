import { OverwriteType, PermissionFlagsBits } from 'discord-api-types/v10';
import { type Overwrite, within } from '../../../kernel/overwrite.ts';
import type { Audience, Level, TemplateChannel } from '../../catalogue/service/template.ts';

export { areSame, fromJson, type Overwrite, toJson } from '../../../kernel/overwrite.ts';

/** Somebody let in by their account: trainers, the manager, staff who chose to see the promo. */
export type Person = { userId: string; audience: Exclude<Audience, 'learner'> };

/** Whom the overwrites of a promo's channels name. `held` are the permissions of the bot, beyond which it may name none. */
export type Doors = { everyone: string; role: string; bot: string; people: readonly Person[]; held: bigint };

const {
  ViewChannel,
  ReadMessageHistory,
  SendMessages,
  SendMessagesInThreads,
  CreatePublicThreads,
  CreatePrivateThreads,
  AttachFiles,
  EmbedLinks,
  AddReactions,
  Connect,
  Speak,
  Stream,
  UseVAD,
  ManageThreads,
} = PermissionFlagsBits;

/** Everything by which somebody is seen or heard. */
const writing = SendMessages | SendMessagesInThreads | CreatePublicThreads | CreatePrivateThreads | AddReactions | Speak | Stream;

const inText: Record<Level, { allow: bigint; deny: bigint }> = {
  none: { allow: 0n, deny: ViewChannel },
  read: {
    allow: ViewChannel | ReadMessageHistory,
    deny: SendMessages | SendMessagesInThreads | CreatePublicThreads | CreatePrivateThreads,
  },
  answer: {
    allow: ViewChannel | ReadMessageHistory | SendMessagesInThreads | AttachFiles | EmbedLinks | AddReactions,
    deny: SendMessages | CreatePublicThreads | CreatePrivateThreads,
  },
  write: {
    allow:
      ViewChannel |
      ReadMessageHistory |
      SendMessages |
      SendMessagesInThreads |
      CreatePublicThreads |
      AttachFiles |
      EmbedLinks |
      AddReactions,
    deny: 0n,
  },
};

const inVoice: Record<Level, { allow: bigint; deny: bigint }> = {
  none: { allow: 0n, deny: ViewChannel | Connect },
  read: { allow: ViewChannel, deny: Connect | SendMessages },
  answer: { allow: ViewChannel | Connect | SendMessages | ReadMessageHistory, deny: Speak | Stream },
  write: { allow: ViewChannel | Connect | Speak | Stream | UseVAD | SendMessages | ReadMessageHistory, deny: 0n },
};

/** Without Connect, Discord counts everything else in a voice channel as denied. */
const botsOwn =
  ViewChannel |
  Connect |
  ReadMessageHistory |
  SendMessages |
  SendMessagesInThreads |
  CreatePublicThreads |
  EmbedLinks |
  AttachFiles;

const rightsOf = ({ kind, levels }: Pick<TemplateChannel, 'kind' | 'levels'>, audience: Audience) =>
  (kind === 'voice' ? inVoice : inText)[levels[audience]];

const named = (doors: Doors, overwrites: readonly Overwrite[]): Overwrite[] => within(doors.held, overwrites);

const ofPerson = (channel: Pick<TemplateChannel, 'kind' | 'levels'>, { userId, audience }: Person): Overwrite => ({
  id: userId,
  type: OverwriteType.Member,
  ...rightsOf(channel, audience),
});

const closed = (doors: Doors): Overwrite[] => [
  { id: doors.everyone, type: OverwriteType.Role, allow: 0n, deny: ViewChannel | Connect },
  { id: doors.bot, type: OverwriteType.Member, allow: botsOwn, deny: 0n },
];

/** The overwrites of a promo's channel: nobody but the bot, then its learners by their role and its team one by one. */
export function channelOverwrites(channel: Pick<TemplateChannel, 'kind' | 'levels'>, doors: Doors): Overwrite[] {
  const learners: Overwrite = { id: doors.role, type: OverwriteType.Role, ...rightsOf(channel, 'learner') };
  return named(doors, [
    ...closed(doors),
    // To those without a right nothing needs to be said: the door is closed to everyone.
    ...(channel.levels.learner === 'none' ? [] : [learners]),
    ...doors.people.map((person) => ofPerson(channel, person)),
  ]);
}

/** A category is seen by whoever sees a channel in it. */
export function categoryOverwrites(channels: readonly Pick<TemplateChannel, 'kind' | 'levels'>[], doors: Doors): Overwrite[] {
  const sees = (audience: Audience) => channels.some(({ levels }) => levels[audience] !== 'none');
  return named(doors, [
    ...closed(doors),
    ...(sees('learner') ? [{ id: doors.role, type: OverwriteType.Role, allow: ViewChannel, deny: 0n }] : []),
    ...doors.people.flatMap(({ userId, audience }) =>
      sees(audience) ? [{ id: userId, type: OverwriteType.Member, allow: ViewChannel, deny: 0n }] : [],
    ),
  ]);
}

/**
 * Overwrites as they are, with the team brought up to date: those who came in, those in `gone` out, or drawn anew when they are still wanted,
 * as another part of the team. Whatever else somebody set by hand stays.
 */
export function withTeam(
  there: readonly Overwrite[],
  wanted: readonly Overwrite[],
  { gone }: { gone: readonly string[] },
): Overwrite[] {
  const kept = there.filter(({ id }) => !gone.includes(id));
  return [...kept, ...wanted.filter(({ type, id }) => type === OverwriteType.Member && !kept.some((one) => one.id === id))];
}

/** The same channel where nobody but `speakers` writes or speaks. Who sees it does not change. */
export const freeze = (
  there: readonly Overwrite[],
  { speakers, held }: { speakers: readonly string[]; held: bigint },
): Overwrite[] =>
  there.map((overwrite) => {
    if (speakers.includes(overwrite.id)) return overwrite;
    const silent = writing & held;
    return { ...overwrite, allow: overwrite.allow & ~silent, deny: overwrite.deny | silent };
  });

/** Permissions without which a promo's space cannot be made. */
export const neededPermissions =
  PermissionFlagsBits.ManageChannels | PermissionFlagsBits.ManageRoles | ViewChannel | SendMessages | ManageThreads;
