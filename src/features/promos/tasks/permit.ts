import type { OverwriteType } from 'discord-api-types/v10';
import { type TaskContext, task } from '../../../infra/tasks.ts';
import { inTurn } from '../../catalogue/service/turn.ts';
import {
  areSame,
  categoryOverwrites,
  channelOverwrites,
  type Doors,
  freeze,
  fromJson,
  type Overwrite,
  toJson,
  withTeam,
} from '../rules/access.ts';
import { isFrozen } from '../rules/life.ts';
import type { Server } from '../rules/server.ts';
import { speakersOf } from '../service/lobby.ts';
import { readSpace, recordFormer, type Space } from '../service/place.ts';
import { permitTask } from '../wire.ts';
import { readServer } from './server.ts';

type Json = { id: string; type: OverwriteType; allow: string; deny: string };

/** Each channel and category that was made, with the overwrites of the template for the team of today. */
export function openOverwrites(space: Space, doors: Doors): { key: string; id: string; name: string; overwrites: Overwrite[] }[] {
  return space.parts.flatMap((part) => {
    const id = space.places.get(part.key)?.discordId;
    if (!id || (part.what !== 'channel' && part.what !== 'category')) return [];
    const overwrites =
      part.what === 'channel' ? channelOverwrites(part.channel, doors) : categoryOverwrites(part.channels, doors);
    return [{ key: part.key, id, name: part.name, overwrites }];
  });
}

/** The permissions that a channel had before it became silent; null when it is not. */
export const formerOf = (space: Space, key: string): Overwrite[] | null => {
  const former = space.places.get(key)?.former;
  return former ? fromJson(former as Json[]) : null;
};

async function setOverwrites(
  { discord, outcome, reason }: TaskContext,
  id: string,
  promoId: number,
  overwrites: readonly Overwrite[],
) {
  const set = await outcome(
    discord.channels.edit(id, { permission_overwrites: toJson(overwrites) }, { reason: reason(`promos.permit:${promoId}`) }),
  );
  if (!set.ok && set.why !== 'gone') throw set.error;
}

/**
 * Brings every channel to its promo's team and state. What somebody set by hand stays. Before a channel becomes silent, its permissions are
 * kept in the database; when it opens again they are put back as they were.
 */
export async function permitSpace(context: TaskContext, space: Space, server: Server, gone: readonly string[]): Promise<void> {
  const { id: promoId } = space.promo;
  const role = space.places.get('role')?.discordId;
  if (!role) return;
  const doors: Doors = { everyone: server.id, role, bot: server.botId, people: space.people, held: server.held };
  const frozen = isFrozen(space.promo);
  const silence = { speakers: speakersOf(space, server), held: server.held };
  for (const { key, id, overwrites } of openOverwrites(space, doors)) {
    const there = server.channels.find((channel) => channel.id === id)?.overwrites;
    if (!there) continue;
    const former = formerOf(space, key);
    const open = withTeam(former ?? there, overwrites, { gone });
    const wanted = frozen ? freeze(open, silence) : open;
    if (frozen && (!former || !areSame(former, open)))
      await recordFormer(context.db, { promoId, key, former: JSON.stringify(toJson(open)) });
    if (!areSame(there, wanted)) await setOverwrites(context, id, promoId, wanted);
    if (!frozen && former) await recordFormer(context.db, { promoId, key, former: null });
  }
}

/** One channel exactly as the template wants it now. */
export async function restoreOverwrites(
  context: TaskContext,
  space: Space,
  { key, id }: { key: string; id: string },
  wanted: readonly Overwrite[],
  open: readonly Overwrite[],
) {
  const { promo } = space;
  if (isFrozen(promo)) await recordFormer(context.db, { promoId: promo.id, key, former: JSON.stringify(toJson(open)) });
  await setOverwrites(context, id, promo.id, wanted);
}

export const permit = task(permitTask, (context, { guildId, promoId, gone = [] }) =>
  inTurn(context.db, `promos.space:${promoId}`, async () => {
    const { db, discord, outcome, applicationId, settings } = context;
    const { locale } = await settings(guildId);
    const space = await readSpace(db, { guildId, promoId }, locale);
    if (!space || space.promo.clearingAt || space.places.size === 0) return;
    const server = await outcome(readServer(discord, guildId, applicationId));
    if (!server.ok) {
      if (server.why === 'gone') return;
      throw server.error;
    }
    await permitSpace(context, space, server.value, [...space.gone, ...gone]);
  }),
);
