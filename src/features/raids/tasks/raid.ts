import { requireAllowed, schedule, type TaskContext, task } from '../../../infra/tasks.ts';
import { moderationKey } from '../../../kernel/moderation.ts';
import { day, hour, second } from '../../../kernel/time.ts';
import { isAbove, pausesAt } from '../rules/level.ts';
import { endDue, forgetLockdowns, promiseUnsettled } from '../service/lockdown.ts';
import { forgetRaids } from '../service/privacy.ts';
import {
  arrivedIn,
  calmDown,
  findRaid,
  findRaids,
  pauseTime,
  promiseOpenRaids,
  promiseRenewals,
  type Raid,
  recordAlert,
  recordCard,
  recordPauses,
} from '../service/raid.ts';
import { forgetDrafts, promiseUnfinished, sweptOf } from '../service/sweep.ts';
import { alertMessage, raidCard } from '../views/raid.ts';
import { raidTask } from '../wire.ts';

/** What a level asks of Discord is done, and its card says so. */
export const raid = task(raidTask, async (context, { guildId, raidId }) => {
  // Levels may change while the card of a former one is being posted: whoever showed what is no longer true shows the truth.
  for (let shown = ''; ; ) {
    const found = await findRaid(context.db, { guildId, raidId });
    if (!found) return;
    const state = `${found.level} ${found.endedAt?.getTime()}`;
    if (state === shown) return;
    shown = state;
    await pauseServer(context, found);
    const paused = await findRaid(context.db, { guildId, raidId });
    if (paused) await showRaid(context, paused);
  }
});

/**
 * Invites and direct messages are held back for an hour at a time, and released when the raid is over. What somebody set by hand for longer stays
 * theirs. https://docs.discord.com/developers/resources/guild#modify-guild-incident-actions
 */
async function pauseServer({ db, discord, clock, outcome }: TaskContext, { id, guildId, level, endedAt, ...ours }: Raid) {
  const wanted = endedAt ? { invites: false, dms: false } : pausesAt(level);
  if (!wanted.invites && !wanted.dms && !ours.invitesUntil && !ours.dmsUntil) return;
  const now = clock.now();
  const until = new Date(now.getTime() + pauseTime);
  const { incidents_data: there } = await discord.guilds.get(guildId);
  const plan = (isWanted: boolean, own: Date | null, current: string | null | undefined) => {
    const set = current ? new Date(current) : null;
    const isOwn = set !== null && own !== null && set.getTime() === own.getTime();
    // Somebody holds it back for longer: theirs to release.
    if (set && !isOwn && set > (isWanted ? until : now)) return { change: undefined, own: null };
    if (isWanted) return { change: until.toISOString(), own: until };
    return { change: isOwn ? null : undefined, own: null };
  };
  const invites = plan(wanted.invites, ours.invitesUntil, there?.invites_disabled_until);
  const dms = plan(wanted.dms, ours.dmsUntil, there?.dms_disabled_until);
  const body = {
    ...(invites.change !== undefined && { invites_disabled_until: invites.change }),
    ...(dms.change !== undefined && { dms_disabled_until: dms.change }),
  };
  // Known before it is so: a crash in between must not leave a pause that nobody would lift.
  await recordPauses(db, id, {
    invitesUntil: invites.own ?? ours.invitesUntil,
    dmsUntil: dms.own ?? ours.dmsUntil,
    refused: ours.refused,
  });
  const done =
    Object.keys(body).length > 0 ? await outcome(discord.guilds.editIncidentActions(guildId, body)) : { ok: true as const };
  await recordPauses(db, id, {
    invitesUntil: done.ok ? invites.own : null,
    dmsUntil: done.ok ? dms.own : null,
    refused: !done.ok,
  });
}

async function showRaid({ db, post, settings }: TaskContext, shown: Raid): Promise<void> {
  const { id, guildId, cardChannelId, cardMessageId, level, alerted, startedAt, levelAt, endedAt } = shown;
  const { channels, roles, locale } = await settings(guildId);
  const channelId = cardChannelId ?? channels[moderationKey];
  if (!channelId) return;
  const mention = roles.moderator ?? [];
  const card = { raid: shown, arrived: await arrivedIn(db, shown), swept: await sweptOf(db, id) };
  const message = raidCard(card, locale, cardMessageId ? [] : mention);
  const key = `raids.card:${id}:${cardMessageId ?? 'first'}`;
  const posted = requireAllowed(await post({ channelId, messageId: cardMessageId, message, key, since: startedAt }));
  if (!posted.ok) return;
  const where = { channelId: posted.value.channel_id, messageId: posted.value.id };
  if (where.messageId !== cardMessageId) await recordCard(db, id, where);
  if (endedAt || !(alerted === null || isAbove(level, alerted))) return;
  // The first alert is the card itself.
  if (alerted !== null) {
    const again = alertMessage({ ...shown, cardChannelId: where.channelId, cardMessageId: where.messageId }, locale, mention);
    requireAllowed(await post({ channelId, messageId: null, message: again, key: `raids.alert:${id}:${level}`, since: levelAt }));
  }
  await recordAlert(db, id, level);
}

/** What no event told, and what time brings: raids go down, pauses are renewed, channels open again. */
export const keepTime = schedule(
  'raids.keep_time',
  30 * second,
  async (tx, { clock }) => {
    const now = clock.now();
    await findRaids(tx, now);
    await calmDown(tx, now);
    await promiseRenewals(tx, now);
    await endDue(tx, now);
  },
  ['raid', 'lockdown', 'member'],
);

export const keepPosted = schedule(
  'raids.keep_posted',
  hour,
  async (tx) => {
    await promiseOpenRaids(tx);
    await promiseUnfinished(tx);
    await promiseUnsettled(tx);
  },
  ['raid', 'lockdown'],
);

export const forget = schedule(
  'raids.forget',
  day,
  async (tx, { clock }) => {
    await forgetDrafts(tx, clock.now());
    await forgetLockdowns(tx, clock.now());
    await forgetRaids(tx, clock.now());
  },
  ['raid', 'lockdown'],
);
