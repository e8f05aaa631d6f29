import { requireAllowed, task } from '../../../infra/tasks.ts';
import { moderationKey, rulesRoom } from '../../../kernel/moderation.ts';
import { readCase } from '../service/act.ts';
import { reasonFor } from '../service/case.ts';
import { alertMessage, liftedMessage, undoneMessage } from '../views/told.ts';
import { alertTask, tellTask } from '../wire.ts';
import { languageFor, tellOfCase } from './act.ts';

/** What somebody is told apart from the act itself. */
export const tellPerson = task(tellTask, async (context, { guildId, caseId, occasion }) => {
  const { db, discord, settings, tell, clock } = context;
  const found = await readCase(db, { guildId, caseId });
  if (!found || found.userId === null) return;
  const one = { ...found, userId: found.userId };
  if (occasion === 'opened') {
    // Too late to be of use, or said already.
    const isOver = one.endedAt !== null || one.voidedAt !== null || (one.endsAt !== null && one.endsAt <= clock.now());
    if (!isOver && one.toldAt === null) await tellOfCase(context, one);
    return;
  }
  // A case that was voided says so itself, and that its sanction is lifted.
  if (occasion === 'lifted' && one.released?.voidedAt && one.released.toldAt) return;
  const [server, { channels }, locale] = await Promise.all([
    discord.guilds.get(guildId),
    settings(guildId),
    languageFor(context, one),
  ]);
  const ended = one.released?.kind ?? 'ban';
  const message =
    occasion === 'undone' ? undoneMessage(server.name, locale) : liftedMessage(server.name, ended, reasonFor(one), locale);
  const stays = occasion === 'undone' || ended === 'timeout';
  const thread = stays ? rulesRoom(channels, locale) : null;
  await tell({ guildId, userId: one.userId, key: `moderation.${occasion}:${caseId}`, message, thread });
});

/** Moderators read of what Discord refused where they read of all else. */
export const alertTeam = task(alertTask, async ({ db, settings, post }, { guildId, caseId }) => {
  const [one, { channels, locale }] = await Promise.all([readCase(db, { guildId, caseId }), settings(guildId)]);
  const channelId = channels[moderationKey];
  if (!one || !channelId) return;
  requireAllowed(
    await post({
      channelId,
      messageId: null,
      message: alertMessage(one, locale),
      key: `moderation.alert:${caseId}`,
      since: one.updatedAt,
    }),
  );
});
