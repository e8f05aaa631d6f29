import { type TaskContext, task } from '../../../infra/tasks.ts';
import { rulesKey } from '../../../kernel/moderation.ts';
import { inTurn } from '../../catalogue/service/turn.ts';
import { text } from '../messages/hit.ts';
import { localeOfPerson } from '../service/person.ts';
import { type Restoring, readRestore, recordRestored } from '../service/restore.ts';
import { restoredMessage, restoredNotice } from '../views/hit.ts';
import { restoreTask } from '../wire.ts';

/** A message comes back to its channel, once, and its author is told. */
export const restore = task(restoreTask, (context, key) =>
  inTurn(context.db, `rules.restore:${key.restoreId}`, async () => {
    const { db, clock, settings, post } = context;
    const restoring = await readRestore(db, key);
    if (!restoring) return;
    const { locale } = await settings(key.guildId);
    const { restore: row } = restoring;
    const posted = await post({
      channelId: row.channelId,
      messageId: row.restoredId,
      message: restoredMessage(restoring, locale),
      key: `rules.restore:${row.id}`,
      since: row.createdAt,
    });
    if (!posted.ok) {
      await recordRestored(db, row, { failure: String(posted.code), isRefused: posted.why === 'forbidden' }, clock.now());
      if (posted.why === 'forbidden') throw posted.error;
      return;
    }
    await tellAuthor(context, restoring, posted.value.id);
    await recordRestored(db, row, { restoredId: posted.value.id }, clock.now());
  }),
);

async function tellAuthor(
  { db, settings, tell }: TaskContext,
  { restore: row, hit }: Restoring,
  restoredId: string,
): Promise<void> {
  const { guildId, channelId } = row;
  const { userId } = hit;
  const { locale: ofGuild, channels } = await settings(guildId);
  const locale = await localeOfPerson(db, { guildId, userId }, ofGuild);
  const roomId = channels[rulesKey];
  const hasCase = hit.actions.some(({ kind, state }) => kind === 'sanction' && state === 'done');
  await tell({
    guildId,
    userId,
    key: `rules.restore:${row.id}`,
    message: restoredNotice({ guildId, channelId, restoredId }, hasCase, locale),
    thread: roomId === undefined ? null : { channelId: roomId, name: text.roomName[locale] },
  });
}
