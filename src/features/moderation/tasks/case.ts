import { task } from '../../../infra/tasks.ts';
import { rulesRoom } from '../../../kernel/moderation.ts';
import { languageOf } from '../../onboarding/service/language.ts';
import { isRunning } from '../rules/case.ts';
import { findOwnCase } from '../service/read.ts';
import { changedMessage } from '../views/mine.ts';
import { changedTask, shortenTask } from '../wire.ts';

/** The person learns what a decision about them has become. */
export const tellChanged = task(changedTask, async (context, { guildId, caseId, what, at }) => {
  const { db, discord, clock, outcome, settings, tell } = context;
  const found = await findOwnCase(db, { guildId, caseId });
  if (!found || found.userId === null) return;
  const { userId, own } = found;
  const { locale: ofGuild, channels } = await settings(guildId);
  const locale = (await languageOf(db, { guildId, userId })) ?? ofGuild;
  const server = await outcome(discord.guilds.get(guildId));
  const { made } = own;
  const isAway = (made.kind === 'ban' || made.kind === 'tempban') && isRunning(made, clock.now());
  await tell({
    guildId,
    userId,
    key: `moderation.changed:${caseId}:${at}`,
    message: changedMessage({ id: guildId, name: server.ok ? server.value.name : '' }, own, what, clock.now(), locale),
    // Whoever is banned reads no thread of the server.
    thread: isAway ? null : rulesRoom(channels, locale),
  });
});

/** A timeout ends at Discord when its case now says. Whoever is not there gets the rest of it when they come back. */
export const shorten = task(shortenTask, async ({ db, discord, clock, outcome, reason }, { guildId, caseId }) => {
  const found = await findOwnCase(db, { guildId, caseId });
  if (!found || found.userId === null) return;
  const { made } = found.own;
  if (made.kind !== 'timeout' || !made.endsAt || !isRunning(made, clock.now())) return;
  const edited = await outcome(
    discord.guilds.editMember(
      guildId,
      found.userId,
      { communication_disabled_until: made.endsAt.toISOString() },
      { reason: reason(`moderation.shorten:${made.number}`) },
    ),
  );
  if (!edited.ok && edited.why === 'forbidden') throw edited.error;
});
