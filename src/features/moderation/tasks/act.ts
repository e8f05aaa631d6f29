import { AuditLogEvent } from 'discord-api-types/v10';
import type { Outcome } from '../../../discord/failure.ts';
import { type TaskContext, task } from '../../../infra/tasks.ts';
import { rulesKey, rulesRoom } from '../../../kernel/moderation.ts';
import type { Locale } from '../../../kernel/text.ts';
import { second } from '../../../kernel/time.ts';
import { languageOf } from '../../onboarding/service/language.ts';
import { readCase, recordActed, recordFailed, recordStuck, recordTold, type ToldCase } from '../service/act.ts';
import { appealCode } from '../service/code.ts';
import { recordReleased } from '../service/end.ts';
import { readModeration } from '../service/setting.ts';
import { toldMessage } from '../views/told.ts';
import { actTask } from '../wire.ts';

export type Person = ToldCase & { userId: string };

export const languageFor = async ({ db, settings }: TaskContext, who: { guildId: string; userId: string }): Promise<Locale> =>
  (await languageOf(db, who)) ?? (await settings(who.guildId)).locale;

/** Under which a kick is found again in Discord's audit log. The number names nobody. */
const keyOf = ({ number }: ToldCase): string => `moderation.case:${number}`;

const isRemoval = ({ kind }: ToldCase): boolean => kind === 'kick' || kind === 'tempban' || kind === 'ban';

/** Before the act: afterwards there may be no server that the two have in common. Closed direct messages hold nothing up. */
export async function tellOfCase(context: TaskContext, one: Person): Promise<void> {
  const { db, discord, clock, settings, tell } = context;
  const { id, guildId, userId, kind, reason, rule, endsAt, createdAt } = one;
  // Whoever owns a stolen account is told by `compromised` what to do, rather than what was decided.
  if (one.origin === 'compromised' && kind === 'timeout') return recordTold(db, { id, via: 'none', now: clock.now() });
  const isBan = kind === 'ban' || kind === 'tempban';
  const [server, { channels }, { appealDays }, locale] = await Promise.all([
    discord.guilds.get(guildId),
    settings(guildId),
    readModeration(db, guildId),
    languageFor(context, { guildId, userId }),
  ]);
  const code = isBan ? await db.$transaction((tx) => appealCode(tx, one, clock.now())) : null;
  const seconds = endsAt ? Math.round((endsAt.getTime() - createdAt.getTime()) / second) : null;
  const rulesChannelId = channels[rulesKey] ?? null;
  const message = toldMessage(
    { guildId, server: server.name, kind, reason, rule, seconds, endsAt, appealDays, code },
    { caseId: id, rulesChannelId },
    locale,
  );
  // A thread of the server is of no use to somebody who is about to leave it.
  const thread = isRemoval(one) ? null : rulesRoom(channels, locale);
  const via = await tell({ guildId, userId, key: `moderation.case:${id}`, message, thread });
  await recordTold(db, { id, via, now: clock.now() });
}

/** Once, also when a former try died after it: whoever was kicked and came back is not kicked again. */
async function kick({ discord, outcome, made, reason, attempt }: TaskContext, one: Person): Promise<Outcome<unknown>> {
  const { guildId, userId } = one;
  const wasKicked = async () => {
    const former = await made(guildId, AuditLogEvent.MemberKick, keyOf(one));
    return former.ok && former.value === userId;
  };
  if (attempt > 1 && (await wasKicked())) return { ok: true, value: null };
  const done = await outcome(discord.guilds.removeMember(guildId, userId, { reason: reason(keyOf(one)) }));
  return !done.ok && done.why === 'gone' && (await wasKicked()) ? { ok: true, value: null } : done;
}

async function carryOut(context: TaskContext, one: Person): Promise<Outcome<unknown>> {
  const { discord, outcome, reason, clock } = context;
  const { guildId, userId, kind, endsAt, endedAt, deleteSeconds } = one;
  const why = { reason: reason(keyOf(one)) };
  const nothing = { ok: true, value: null } as const;
  // Ended before it began, or its time went by while Discord was away.
  if (endedAt !== null || (endsAt !== null && endsAt <= clock.now())) return nothing;
  if (kind === 'timeout') {
    const until = endsAt?.toISOString() ?? null;
    const done = await outcome(discord.guilds.editMember(guildId, userId, { communication_disabled_until: until }, why));
    // Whoever left gets it when they come back.
    return !done.ok && done.why === 'gone' ? nothing : done;
  }
  if (kind === 'kick') return kick(context, one);
  if (kind === 'tempban' || kind === 'ban')
    return outcome(discord.guilds.banUser(guildId, userId, { delete_message_seconds: deleteSeconds }, why));
  return nothing;
}

/** Ends at Discord what a release ends. Refused: it stays promised. */
async function release(context: TaskContext, one: Person): Promise<void> {
  const { db, discord, outcome, reason, clock } = context;
  const { guildId, userId, released } = one;
  const why = { reason: reason(keyOf(one)) };
  const done = await outcome<unknown>(
    released?.kind === 'timeout'
      ? discord.guilds.editMember(guildId, userId, { communication_disabled_until: null }, why)
      : discord.guilds.unbanUser(guildId, userId, why),
  );
  if (!done.ok && done.why !== 'gone') {
    await recordStuck(db, one, clock.now());
    throw done.error;
  }
  await recordReleased(db, one, clock.now());
}

/** Told, done, recorded, in that order; each step once, whenever the program dies. */
export const act = task(actTask, async (context, { guildId, caseId }) => {
  const { db, clock, settings } = context;
  const found = await readCase(db, { guildId, caseId });
  if (!found || found.userId === null || found.state !== 'pending' || found.voidedAt !== null) return;
  const one = { ...found, userId: found.userId };
  if (one.kind === 'release') return release(context, one);
  if (one.toldAt === null && one.endedAt === null) await tellOfCase(context, one);
  // It may have been lifted while the person was told.
  const fresh = await readCase(db, { guildId, caseId });
  if (!fresh || fresh.userId === null || fresh.state !== 'pending' || fresh.voidedAt !== null) return;
  const done = await carryOut(context, { ...fresh, userId: fresh.userId });
  if (done.ok) {
    await db.$transaction((tx) => recordActed(tx, { id: caseId, now: clock.now() }));
    return;
  }
  const { locale } = await settings(guildId);
  await recordFailed(db, one, { why: done.why === 'gone' ? 'gone' : 'forbidden', locale, now: clock.now() });
});
