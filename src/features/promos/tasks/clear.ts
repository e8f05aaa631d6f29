import { AuditLogEvent } from 'discord-api-types/v10';
import { task } from '../../../infra/tasks.ts';
import { inTurn } from '../../catalogue/service/turn.ts';
import { recordCleared } from '../service/place.ts';
import { clearTask } from '../wire.ts';
import { openWork, spaceTurn, type Work } from './build.ts';

/** Deletes a promo's space, channels before their categories and the role last. What is gone already is as it should be. */
export const clear = task(clearTask, (context, key) =>
  inTurn(context.db, spaceTurn(key.promoId), async () => {
    const { db, discord, outcome, clock, reason } = context;
    const work = await openWork(context, key);
    if (!work?.space.promo.clearingAt || work.space.promo.clearedAt) return;
    const { space, server, ids } = work;
    const why = { reason: reason(`promos.clear:${space.promo.id}`) };
    // Posts go with their forum.
    const parts = [...space.parts].reverse().filter(({ what }) => what !== 'post');
    for (const part of parts) {
      const id = ids.get(part.key) ?? (await cutCreation(work, part.key));
      const list: readonly { id: string }[] = part.what === 'role' ? server.roles : server.channels;
      if (!id || !list.some((one) => one.id === id)) continue;
      const deleted = await outcome(
        part.what === 'role'
          ? discord.guilds.deleteRole(server.id, id, why)
          : discord.channels.delete(id, why).then(() => undefined),
      );
      if (!deleted.ok && deleted.why !== 'gone') throw deleted.error;
    }
    await recordCleared(db, { promoId: space.promo.id, now: clock.now() });
  }),
);

/** The creation that a crash cut before it was recorded. */
async function cutCreation({ context, space, server }: Work, key: string): Promise<string | null> {
  if (!space.places.get(key)?.begunAt) return null;
  const made = await context.made(
    server.id,
    key === 'role' ? AuditLogEvent.RoleCreate : AuditLogEvent.ChannelCreate,
    `promos.build:${space.promo.id}:${key}`,
  );
  if (!made.ok) throw made.error;
  return made.value;
}
