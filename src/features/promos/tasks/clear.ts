import { AuditLogEvent } from 'discord-api-types/v10';
import { task } from '../../../infra/tasks.ts';
import { inTurn } from '../../catalogue/service/turn.ts';
import { madeByHand } from '../rules/space.ts';
import { madeFor, promiseLeftover, recordCleared } from '../service/place.ts';
import { findPromo } from '../service/promo.ts';
import { leftoverMessage } from '../views/alert.ts';
import { clearTask, leftoverTask } from '../wire.ts';
import { openWork, spaceTurn, type Work } from './build.ts';

/** Deletes a promo's space, channels before their categories and the role last. What is gone already is as it should be. */
export const clear = task(clearTask, (context, key) =>
  inTurn(context.db, spaceTurn(key.promoId), async () => {
    const { db, discord, outcome, clock, reason } = context;
    const work = await openWork(context, key);
    if (!work?.space.promo.clearingAt || work.space.promo.clearedAt) return;
    const { space, server, ids } = work;
    const why = { reason: reason(`promos.clear:${space.promo.id}`) };
    // Before their category goes: nothing would lead to them afterwards.
    const left = madeByHand(server.channels, await madeFor(db, space.promo.id)).map(({ id }) => id);
    if (left.length > 0) await promiseLeftover(db, { ...key, channelIds: left });
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

/** What somebody made by hand is theirs to delete. */
export const leftover = task(leftoverTask, async ({ db, post, settings }, { guildId, promoId, channelIds }) => {
  const { locale, channels } = await settings(guildId);
  const promo = await findPromo(db, { guildId, promoId });
  if (!promo || !channels.alerts) return;
  const posted = await post({
    channelId: channels.alerts,
    messageId: null,
    message: leftoverMessage(promo, channelIds, locale),
    key: `promos.leftover:${promoId}`,
    ...(promo.clearingAt && { since: promo.clearingAt }),
  });
  if (!posted.ok && posted.why === 'forbidden') throw posted.error;
});

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
