import { schedule, type TaskContext, task } from '../../../infra/tasks.ts';
import { mentoringStaffKey } from '../../../kernel/mentoring.ts';
import { hour } from '../../../kernel/time.ts';
import { inTurn } from '../../catalogue/service/turn.ts';
import { concernedBy, promiseReports, type ReportCard, readReport, recordCard } from '../service/report.ts';
import { readRoom } from '../service/thread.ts';
import { coordinatorNote, reportCard, sealedCard } from '../views/staff.ts';
import { reportTask, uncardTask } from '../wire.ts';

/** Somebody whom it concerns reads the channel of staff: what is said of them is opened from there by others alone. */
async function isReadByThem({ mayUse }: TaskContext, { report, pair }: ReportCard): Promise<boolean> {
  for (const userId of concernedBy({ ...report, pair }))
    if (await mayUse({ guildId: pair.guildId, userId }, 'staff')) return true;
  return false;
}

/** The card of a report in the channel of staff. Who looks after the pair is told of it too, unless it is about them. */
export const card = task(reportTask, (context, key) =>
  inTurn(context.db, `pairs.report:${key.reportId}`, async () => {
    const { db, settings, post, tell } = context;
    const { guildId, reportId } = key;
    const { channels, locale } = await settings(guildId);
    const found = await readReport(db, key);
    if (!found) return;
    const { report, pair } = found;
    const room = await readRoom(db, { guildId, pairId: pair.id }, locale);
    const isNew = report.cardMessageId === null && !report.handledAt;
    if (pair.coordinatorId && room && report.aboutUserId !== pair.coordinatorId && isNew)
      await tell({
        guildId,
        userId: pair.coordinatorId,
        key: `pairs.report:${reportId}`,
        message: coordinatorNote(room, locale),
        thread: null,
      });
    const channelId = report.cardChannelId ?? channels[mentoringStaffKey];
    if (channelId === undefined) return;
    const posted = await post({
      channelId,
      messageId: report.cardMessageId,
      message: (await isReadByThem(context, found)) ? sealedCard(report, locale) : reportCard(found, locale),
      key: `pairs.report:${reportId}`,
      since: report.createdAt,
    });
    if (!posted.ok && posted.why === 'gone') return;
    if (!posted.ok) throw posted.error;
    if (posted.value.id !== report.cardMessageId) await recordCard(db, reportId, { channelId, messageId: posted.value.id });
  }),
);

export const uncard = task(uncardTask, async ({ discord, outcome }, { channelId, messageId }) => {
  const deleted = await outcome(discord.channels.deleteMessage(channelId, messageId));
  if (!deleted.ok && deleted.why === 'forbidden') throw deleted.error;
});

export const keepCards = schedule('pairs.reports', hour, (tx) => promiseReports(tx), ['mentoring_report']);
