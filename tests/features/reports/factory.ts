import type { Prisma, Report, ReportSubject } from '../../../prisma/client/client.ts';
import type { Reporter, SeenMessage } from '../../../src/features/reports/service/report.ts';
import type { Db } from '../../../src/infra/db.ts';
import { monday } from '../../support/monday.ts';
import { factoryGuild, someone } from '../moderation/factory.ts';

export { factoryGuild, someone };

export const aReporter = (userId = someone(), overrides: Partial<Reporter> = {}): Reporter => ({
  ...{ guildId: factoryGuild, userId, locale: 'fr', now: monday },
  ...overrides,
});

/** A message that everybody could read. */
export const aMessage = (overrides: Partial<SeenMessage> = {}): SeenMessage => ({
  channelId: someone(),
  messageId: someone(),
  userId: someone(),
  isBot: false,
  content: 'Un message qui pose problème.',
  sentAt: monday,
  files: [],
  ...overrides,
});

/** A person who was reported, and one report of it, as the features would have left them. */
export async function aReport(
  db: Db,
  {
    guildId,
    userId,
    now,
    reporterId,
    closed,
  }: {
    guildId: string;
    userId: string;
    now: Date;
    reporterId: string;
    closed?: Partial<Prisma.ReportSubjectUncheckedCreateInput>;
  },
): Promise<{ subject: ReportSubject; report: Report }> {
  const subject = await db.reportSubject.create({
    data: { guildId, userId, createdAt: now, waitingSince: now, ...closed },
  });
  const there = { guildId_userId: { guildId, userId: reporterId } };
  const reporter = await db.reportReporter.upsert({
    where: there,
    update: {},
    create: { guildId, userId: reporterId, alias: `Cèdre ${reporterId.slice(-6)}`, createdAt: now },
  });
  const report = await db.report.create({
    data: {
      ...{ guildId, subjectId: subject.id, reporterId: reporter.id, category: 'offensive', locale: 'fr', createdAt: now },
      comment: 'Ce message m’a blessé.',
    },
  });
  return { subject, report };
}
