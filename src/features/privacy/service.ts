import { type Db, enqueueAll, type Tx } from '../../infra/db.ts';
import { forgetTasks, tasksAbout } from '../../infra/queue.ts';
import type { Feature } from '../../kernel/feature.ts';
import { day, second } from '../../kernel/time.ts';
import { takeBackTask } from './wire.ts';

type Person = { guildId: string; userId: string };

/** Everything that every feature holds of a person in a guild, by feature. GDPR, articles 15 and 20. */
export async function exportPerson(
  db: Db,
  features: readonly Feature[],
  { guildId, userId }: Person,
): Promise<Record<string, unknown>> {
  const parts = features.map(async ({ name, personalData }) => [name, await personalData.export(db, guildId, userId)] as const);
  return Object.fromEntries(await Promise.all(parts));
}

/**
 * Leaves nothing of a person in a guild: all features or none. GDPR, article 17. `isStaff`: they hold a role of the staff at this moment; the
 * log of what staff did leads to them for a year more.
 */
export const erasePerson = (
  db: Db,
  features: readonly Feature[],
  { guildId, userId, isStaff = false, now }: Person & { isStaff?: boolean; now: Date },
): Promise<void> =>
  db.$transaction(async (tx) => {
    if (isStaff) {
      const keptUntil = new Date(now.getTime() + pseudonymLife);
      await tx.pseudonym.updateMany({ where: { guildId, userId }, data: { keptUntil } });
    }
    const all = features.map(({ personalData }) => personalData);
    const ordered = [...all.filter(({ erasesLast }) => !erasesLast), ...all.filter(({ erasesLast }) => erasesLast)];
    for (const { erase } of ordered) await erase(tx, guildId, userId, now);
  });

/**
 * What the program itself keeps of a person, whatever the feature. Of what moderators did about them, their cases tell; a line of the log would also tell of
 * a note, or of a report that is still looked into.
 */
export async function exportTraces(db: Db, guildId: string, userId: string): Promise<Record<string, unknown>> {
  const person = { guildId, userId };
  const pseudonym = await db.pseudonym.findUnique({ where: { guildId_userId: person } });
  const [tasks, notices, cooldowns, drafts, log] = await Promise.all([
    tasksAbout(db, person),
    db.notice.findMany({ where: person, select: { key: true, via: true, createdAt: true, sentAt: true } }),
    db.cooldown.findMany({ where: person, select: { command: true, until: true } }),
    db.formDraft.findMany({ where: person, select: { form: true, values: true, createdAt: true } }),
    pseudonym
      ? db.auditEntry.findMany({
          where: { guildId, OR: [{ actorRef: pseudonym.ref }, { targetRef: pseudonym.ref, NOT: confidential }] },
          select: { action: true, subject: true, before: true, after: true, at: true },
        })
      : [],
  ]);
  const logLeadsHereUntil = pseudonym?.keptUntil ?? null;
  return { tasks: tasks.map(({ name, since }) => ({ name, since })), notices, cooldowns, drafts, log, logLeadsHereUntil };
}

const confidential = {
  OR: ['moderation', 'reports', 'votes', 'rules', 'compromised', 'cleaning'].map((name) => ({
    action: { startsWith: `${name}.` },
  })),
};

const draftLife = day;
const noticeLife = 180 * day;
/** Of what a feature takes back itself: longer than any of them waits. */
const lastingNoticeLife = 3 * 365 * day;
/** After the last action as staff, even of somebody whose data is erased: GDPR, article 17(3)(b) and (e). */
const pseudonymLife = 365 * day;

/**
 * The audit log stays as it is; without the pseudonym nothing in it leads to the person. Somebody who acted as staff keeps theirs until a
 * year after their last action, lest anyone cut the trail of what they did by erasing themselves.
 */
export async function eraseTraces(tx: Tx, guildId: string, userId: string): Promise<void> {
  const where = { guildId, userId };
  await forgetTasks(tx, where);
  await takeBackAll(tx, await tx.notice.findMany({ where }));
  await tx.notice.deleteMany({ where });
  await tx.cooldown.deleteMany({ where });
  await tx.formDraft.deleteMany({ where });
  await tx.$executeRaw`
    UPDATE pseudonym SET kept_until = greatest(kept_until, (
      SELECT max(at) + make_interval(secs => ${pseudonymLife / second}::float) FROM audit_entry
      WHERE audit_entry.guild_id = pseudonym.guild_id AND actor_ref = ref))
    WHERE guild_id = ${guildId} AND user_id = ${userId}`;
  await tx.pseudonym.deleteMany({ where: { ...where, keptUntil: null } });
}

type Told = { guildId: string; via: string | null; channelId: string | null; messageId: string | null };

/** Promises to take back from Discord what was told there. */
const takeBackAll = (tx: Tx, told: readonly Told[]): Promise<void> =>
  enqueueAll(
    tx,
    takeBackTask,
    told.flatMap(({ guildId, via, channelId, messageId }) =>
      (via === 'dm' || via === 'thread') && channelId && messageId
        ? [{ payload: { guildId, via, channelId, messageId }, key: messageId }]
        : [],
    ),
  );

/** Deletes what has outlived its use. */
export async function sweepTraces(tx: Tx, now: Date): Promise<void> {
  const before = (life: number) => new Date(now.getTime() - life);
  await tx.cooldown.deleteMany({ where: { until: { lt: now } } });
  await tx.formDraft.deleteMany({ where: { createdAt: { lt: before(draftLife) } } });
  const old = {
    OR: [{ lasting: false, createdAt: { lt: before(noticeLife) } }, { createdAt: { lt: before(lastingNoticeLife) } }],
  };
  // Direct messages that grew old stay with the person they were for; a thread on the server is ours to take away, once all in it is old.
  const written = await tx.notice.findMany({ where: { ...old, via: 'thread' } });
  await tx.notice.deleteMany({ where: old });
  const inUse = await tx.notice.findMany({
    where: { channelId: { in: written.flatMap(({ channelId }) => channelId ?? []) } },
    select: { channelId: true },
  });
  const isInUse = (told: Told) => inUse.some(({ channelId }) => channelId === told.channelId);
  await takeBackAll(
    tx,
    written.filter((told) => !isInUse(told)),
  );
  await tx.$executeRaw`
    DELETE FROM pseudonym
    WHERE (kept_until < ${now} OR (kept_until IS NULL AND NOT EXISTS (
        SELECT FROM member WHERE member.guild_id = pseudonym.guild_id AND member.user_id = pseudonym.user_id)))
      AND NOT EXISTS (
        SELECT FROM audit_entry
        WHERE audit_entry.guild_id = pseudonym.guild_id AND actor_ref = ref AND at > ${before(pseudonymLife)})`;
}
