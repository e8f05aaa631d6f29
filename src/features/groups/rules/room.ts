import { OverwriteType, PermissionFlagsBits } from 'discord-api-types/v10';
import { type Overwrite, within } from '../../../kernel/overwrite.ts';

/** Who comes in: the promo by its role, its team one by one. `held` are the permissions of the bot, beyond which it may name none. */
export type Doors = { everyone: string; bot: string; role: string; team: readonly string[]; held: bigint };

const { ViewChannel, ReadMessageHistory, SendMessages, SendMessagesInThreads, CreatePublicThreads, CreatePrivateThreads } =
  PermissionFlagsBits;
const { ManageThreads, ManageChannels, EmbedLinks, AttachFiles, AddReactions, Connect, Speak, Stream, UseVAD } =
  PermissionFlagsBits;

const closed = ({ everyone, bot }: Doors, own: bigint): Overwrite[] => [
  { id: everyone, type: OverwriteType.Role, allow: 0n, deny: ViewChannel | Connect },
  { id: bot, type: OverwriteType.Member, allow: ViewChannel | ManageChannels | own, deny: 0n },
];

/**
 * The channel under which the groups' private threads are: the promo reads who is in which group and writes in its own thread. The team of
 * the promo sees every thread, without being called into each: that is what ManageThreads gives.
 */
export function lobbyOverwrites(doors: Doors): Overwrite[] {
  const inThreads = ViewChannel | ReadMessageHistory | SendMessagesInThreads | AttachFiles | EmbedLinks | AddReactions;
  const noMore = SendMessages | CreatePublicThreads | CreatePrivateThreads;
  const own = ReadMessageHistory | SendMessages | SendMessagesInThreads | CreatePrivateThreads | ManageThreads | EmbedLinks;
  return within(doors.held, [
    ...closed(doors, own),
    { id: doors.role, type: OverwriteType.Role, allow: inThreads, deny: noMore },
    ...doors.team.map((id) => ({ id, type: OverwriteType.Member, allow: inThreads | ManageThreads, deny: noMore })),
  ]);
}

/** A group's voice room: its people and the team of the promo, nobody else. */
export function voiceOverwrites(doors: Doors, people: readonly string[]): Overwrite[] {
  const inside = ViewChannel | Connect | Speak | Stream | UseVAD | SendMessages | ReadMessageHistory;
  return within(doors.held, [
    ...closed(doors, Connect),
    ...[...new Set([...doors.team, ...people])].map((id) => ({ id, type: OverwriteType.Member, allow: inside, deny: 0n })),
  ]);
}
