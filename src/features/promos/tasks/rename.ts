import { task } from '../../../infra/tasks.ts';
import { inTurn } from '../../catalogue/service/turn.ts';
import { partsFor } from '../service/place.ts';
import { renameTask } from '../wire.ts';
import { openWork, spaceTurn } from './build.ts';

/** Discord writes the names of text channels and forums in its own way: two names are one when only that differs. */
const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');

/**
 * Role, category and channels whose name holds that of the promo bear its name of today. Others keep theirs, and so does what already has it:
 * Discord lets a channel change its name twice in ten minutes.
 */
export const rename = task(renameTask, (context, key) =>
  inTurn(context.db, spaceTurn(key.promoId), async () => {
    const { discord, outcome, reason, settings } = context;
    const work = await openWork(context, key);
    if (!work || work.space.promo.clearingAt) return;
    const { space, server, ids } = work;
    const { locale } = await settings(key.guildId);
    const others = new Map(partsFor({ ...space.promo, name: '?' }, locale).map((part) => [part.key, part.name]));
    const why = { reason: reason(`promos.rename:${space.promo.id}`) };
    for (const part of space.parts) {
      const list: readonly { id: string; name: string }[] = part.what === 'role' ? server.roles : server.channels;
      const seen = list.find(({ id }) => id === ids.get(part.key));
      if (part.what === 'post' || !seen || others.get(part.key) === part.name) continue;
      const isExact = part.what === 'role' || part.what === 'category';
      if (isExact ? seen.name === part.name : plain(seen.name) === plain(part.name)) continue;
      const body = { name: part.name };
      const renamed = await outcome<unknown>(
        part.what === 'role' ? discord.guilds.editRole(server.id, seen.id, body, why) : discord.channels.edit(seen.id, body, why),
      );
      if (!renamed.ok && renamed.why === 'forbidden') throw renamed.error;
    }
  }),
);
