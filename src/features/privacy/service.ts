import type { Db, Tx } from '../../infra/db.ts';
import { forgetTasks, tasksAbout } from '../../infra/queue.ts';
import type { Feature } from '../../kernel/feature.ts';
import { day } from '../../kernel/time.ts';

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

/** Leaves nothing of a person in a guild: all features or none. GDPR, article 17. */
export const erasePerson = (db: Db, features: readonly Feature[], { guildId, userId }: Person): Promise<void> =>
  db.$transaction(async (tx) => {
    for (const { personalData } of features) await personalData.erase(tx, guildId, userId);
  });

/** What the program itself keeps of a person, whatever the feature. */
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
          where: { guildId, OR: [{ actorRef: pseudonym.ref }, { targetRef: pseudonym.ref }] },
          select: { action: true, subject: true, before: true, after: true, at: true },
        })
      : [],
  ]);
  return { tasks: tasks.map(({ name, since }) => ({ name, since })), notices, cooldowns, drafts, log };
}

/** The audit log stays as it is; without the pseudonym nothing in it leads to the person. */
export async function eraseTraces(tx: Tx, guildId: string, userId: string): Promise<void> {
  const where = { guildId, userId };
  await forgetTasks(tx, where);
  await tx.notice.deleteMany({ where });
  await tx.cooldown.deleteMany({ where });
  await tx.formDraft.deleteMany({ where });
  await tx.pseudonym.deleteMany({ where });
}

const draftLife = day;
const noticeLife = 180 * day;

/** Deletes what has outlived its use. */
export async function sweepTraces(tx: Tx, now: Date): Promise<void> {
  const before = (life: number) => new Date(now.getTime() - life);
  await tx.cooldown.deleteMany({ where: { until: { lt: now } } });
  await tx.formDraft.deleteMany({ where: { createdAt: { lt: before(draftLife) } } });
  await tx.notice.deleteMany({ where: { createdAt: { lt: before(noticeLife) } } });
}
