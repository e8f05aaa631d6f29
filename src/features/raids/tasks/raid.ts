import { requireAllowed, schedule, type TaskContext, task } from '../../../infra/tasks.ts';
import { moderationKey } from '../../../kernel/moderation.ts';
import { day, hour, second } from '../../../kernel/time.ts';
import { inTurn } from '../../catalogue/service/turn.ts';
import { pausesAt } from '../rules/level.ts';
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
export const raid = task(raidTask, (context, { guildId, raidId }) =>
  inTurn(context.db, `raids.raid:${guildId}`, () => settle(context, { guildId, raidId })),
);

async function settle(context: TaskContext, { guildId, raidId }: { guildId: string; raidId: number }): Promise<void> {
  // Levels may change while the card of a former one is being posted: whoever showed what is no longer true shows the truth.
  for (let shown = ''; ; ) {
    const found = await findRaid(context.db, { guildId, raidId });
    if (!found) return;
    const state = `${found.level} ${found.endedAt?.getTime()}`;
    if (state === shown) return;
    shown = state;
    // People first: Discord may be slow to pause, and the moderators must know now.
    await showRaid(context, found);
    if (!(await pauseServer(context, found))) continue;
    const paused = await findRaid(context.db, { guildId, raidId });
    if (paused) await showRaid(context, paused);
  }
}

/**
 * Invites and direct messages are held back for an hour at a time, and released when the raid is over; true when something was to be done. What somebody set
 * by hand for longer stays theirs. https://docs.discord.com/developers/resources/guild#modify-guild-incident-actions
 */
async function pauseServer(
  { db, discord, clock, outcome }: TaskContext,
  { id, guildId, level, endedAt, ...ours }: Raid,
): Promise<boolean> {
  const wanted = endedAt ? { invites: false, dms: false } : pausesAt(level);
  if (!wanted.invites && !wanted.dms && !ours.invitesUntil && !ours.dmsUntil) return false;
  const now = clock.now();
  const until = new Date(now.getTime() + pauseTime);
  const { incidents_data: there } = await discord.guilds.get(guildId);
  const plan = (isWanted: boolean, own: Date | null, current: string | null | undefined) => {
    const set = current ? new Date(current) : null;
    // An earlier moment of ours, where a try was cut before the later one; Discord may round what it was given.
    const isOwn = set !== null && own !== null && set.getTime() <= own.getTime() + second;
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
  return true;
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
  if (endedAt || alerted === 'high' || alerted === level) return;
  // The first call is the card itself; the only other one is for what pauses invites, which moderators must know at once.
  if (alerted !== null && level === 'high') {
    const again = alertMessage({ ...shown, cardChannelId: where.channelId, cardMessageId: where.messageId }, locale, mention);
    requireAllowed(await post({ channelId, messageId: null, message: again, key: `raids.alert:${id}:${level}`, since: levelAt }));
  }
  if (alerted === null || level === 'high') await recordAlert(db, id, level);
}

const often = 30 * second;

/** What no event told, and what time brings, each by itself: raids are found and go down, pauses are renewed, channels open again. */
export const find = schedule('raids.find', often, (tx, { clock }) => findRaids(tx, clock.now()), ['member']);
export const calm = schedule('raids.calm', often, (tx, { clock }) => calmDown(tx, clock.now()), ['raid']);
export const renew = schedule('raids.renew', often, (tx, { clock }) => promiseRenewals(tx, clock.now()), ['raid']);
export const reopen = schedule('raids.reopen', often, (tx, { clock }) => endDue(tx, clock.now()), ['lockdown']);

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
