import type { Message } from '../../discord/command.ts';
import { requireAllowed, schedule, type TaskContext, task } from '../../infra/tasks.ts';
import { moderationKey, reportActed, reportVoted, rulesRoom } from '../../kernel/moderation.ts';
import { localeOf } from '../../kernel/text.ts';
import { day, hour, minute } from '../../kernel/time.ts';
import { inTurn } from '../catalogue/service/turn.ts';
import { text } from './messages/report.ts';
import { promiseCards, readSubject, recordCall, recordCard } from './service/card.ts';
import {
  findLate,
  promiseLate,
  promiseRemovals,
  readAnswer,
  recordGone,
  recordLate,
  recordOutcome,
  recordRefused,
} from './service/close.ts';
import { promiseCard } from './service/report.ts';
import { forgetGlimpses, forgetReports } from './service/retention.ts';
import { endReveals, readReveal, recordMessage } from './service/reveal.ts';
import { answerNote, quietNote } from './views/answer.ts';
import { callMessage, lateMessage, revealMessage, sealedCard, subjectCard } from './views/card.ts';
import { callTask, cardTask, lateTask, removeTask, revealTask, tellTask, uncardTask } from './wire.ts';

type Place = { channelId: string; messageId: string };

/** What stands in the channel while the row was erased, or got another message, belongs to nobody. */
async function keepOrDiscard({ discord, outcome }: TaskContext, { channelId, messageId }: Place, isKept: boolean) {
  if (!isKept) await outcome(discord.channels.deleteMessage(channelId, messageId));
}

/** The one card of a subject, whatever the number of reports. Sealed where the person reported reads it. */
export const card = task(cardTask, (context, key) =>
  inTurn(context.db, `reports.card:${key.subjectId}`, async () => {
    const { db, clock, settings, post, mayUse } = context;
    const found = await readSubject(db, key, clock.now());
    if (!found) return;
    const { subject } = found;
    const { channels, locale } = await settings(key.guildId);
    const channelId = subject.cardChannelId ?? channels[moderationKey];
    if (channelId === undefined) return;
    const former = subject.cardMessageId;
    const isSealed = await mayUse({ guildId: subject.guildId, userId: subject.userId }, 'moderator');
    const posted = requireAllowed(
      await post({
        channelId,
        messageId: former,
        message: isSealed ? sealedCard(subject, locale) : subjectCard(found, locale),
        key: `reports.card:${subject.id}:${former ?? 'first'}`,
        since: subject.createdAt,
      }),
    );
    if (!posted.ok || posted.value.id === former) return;
    const place = { channelId, messageId: posted.value.id };
    await keepOrDiscard(context, place, await recordCard(db, subject.id, former, place));
  }),
);

/** A message of its own, since an edited one calls nobody; once for each level. */
export const call = task(callTask, (context, key) =>
  inTurn(context.db, `reports.call:${key.subjectId}`, async () => {
    const { db, clock, settings, post } = context;
    const found = await readSubject(db, key, clock.now());
    const level = found?.subject.alertLevel;
    if (!found || !level || found.subject.state !== 'open') return;
    const { subject } = found;
    if (subject.alertPosted !== null) return;
    const { channels, locale, roles } = await settings(key.guildId);
    const channelId = channels[moderationKey];
    if (channelId === undefined) return;
    const message: Message = callMessage(found, roles.moderator ?? [], locale);
    const since = subject.waitingSince;
    requireAllowed(
      await post({ channelId, messageId: null, message, key: `reports.call:${subject.id}:${level}:${since.getTime()}`, since }),
    );
    await recordCall(db, subject.id, level);
  }),
);

/** Refused, moderators read so on the card; whatever else happens, the hour asks again until the message is gone. */
export const remove = task(removeTask, async ({ db, clock, discord, outcome, reason }, key) => {
  const found = await readSubject(db, key, clock.now());
  if (!found?.subject.messageId || !found.subject.channelId || !found.subject.removalAskedAt || found.subject.goneAt) return;
  const { channelId, messageId } = found.subject;
  const why = { reason: reason(`reports.remove:${key.subjectId}`) };
  const done = await outcome(discord.channels.deleteMessage(channelId, messageId, why));
  if (!done.ok && done.why === 'forbidden') await recordRefused(db, key, clock.now());
  requireAllowed(done);
  await recordGone(db, key, clock.now());
});

/**
 * In neutral words, once: never what was done. Managers may read the private threads of the server, and the person reported may be one of them: what stands
 * there says that there is a message, and nothing of a report.
 */
export const tellReporter = task(tellTask, async ({ db, settings, tell }, { guildId, reportId }) => {
  const answer = await readAnswer(db, { guildId, reportId });
  if (!answer) return;
  const { channels } = await settings(guildId);
  const locale = localeOf(answer.locale);
  const room = rulesRoom(channels, locale);
  await tell({
    guildId,
    userId: answer.userId,
    key: `reports.told:${reportId}`,
    message: answerNote(answer, locale),
    thread: room && { ...room, message: quietNote(reportId, locale) },
  });
});

/** The request for an identity: a message of its own, which a second moderator answers. */
export const reveal = task(revealTask, (context, key) =>
  inTurn(context.db, `reports.reveal:${key.revealId}`, async () => {
    const { db, settings, post, mayUse } = context;
    const found = await readReveal(db, key);
    if (!found) return;
    const { channels, locale } = await settings(key.guildId);
    const former = found.reveal.messageId;
    const channelId = found.reveal.channelId ?? channels[moderationKey];
    // Whoever never saw the request need not see that it is over.
    if (channelId === undefined || (former === null && found.reveal.closedAt)) return;
    const isSealed = await mayUse({ guildId: key.guildId, userId: found.userId }, 'moderator');
    const posted = requireAllowed(
      await post({
        channelId,
        messageId: former,
        message: revealMessage(found, locale, { isSealed }),
        key: `reports.reveal:${key.revealId}:${former ?? 'first'}`,
        since: found.reveal.askedAt,
      }),
    );
    if (!posted.ok || posted.value.id === former) return;
    const place = { channelId, messageId: posted.value.id };
    await keepOrDiscard(context, place, await recordMessage(db, key.revealId, former, place));
  }),
);

/** One line for all that wait for long: posted, since an edited one would go unseen. */
export const tellLate = task(lateTask, async ({ db, clock, post, settings }, { guildId }) => {
  const { channels, locale } = await settings(guildId);
  const channelId = channels[moderationKey];
  const found = channelId ? await findLate(db, { guildId, now: clock.now() }) : null;
  if (!channelId || !found) return;
  const { ids, hours } = found;
  const message = lateMessage({ count: ids.length, hours }, text.seeQueue[locale], locale);
  const key = `reports.late:${guildId}:${Math.max(...ids)}:${ids.length}`;
  requireAllowed(await post({ channelId, messageId: null, message, key, since: clock.now() }));
  await recordLate(db, ids, clock.now());
});

export const acted = task(reportActed, ({ db, clock }, { guildId, reportId, caseId }) =>
  recordOutcome(db, { guildId, subjectId: reportId, caseId, now: clock.now() }),
);
export const voted = task(reportVoted, ({ db }, { guildId, reportId }) => promiseCard(db, { guildId, id: reportId }));

export const uncard = task(uncardTask, async ({ discord, outcome }, { channelId, messageId }) => {
  requireAllowed(await outcome(discord.channels.deleteMessage(channelId, messageId)));
});

export const keep = schedule(
  'reports.cards',
  hour,
  async (tx) => {
    await promiseCards(tx);
    await promiseRemovals(tx);
  },
  ['report_subject'],
);
export const remind = schedule('reports.late', 15 * minute, (tx, { clock }) => promiseLate(tx, clock.now()), ['report_subject']);
export const endRequests = schedule('reports.reveals', 15 * minute, (tx, { clock }) => endReveals(tx, clock.now()), [
  'report_reveal',
]);
export const forgetSeen = schedule(
  'reports.seen',
  15 * minute,
  async (tx, { clock }) => {
    await forgetGlimpses(tx, clock.now());
  },
  ['report_glimpse'],
);
export const forget = schedule('reports.forget', day / 4, (tx, { clock }) => forgetReports(tx, clock.now()), [
  'report_subject',
  'report_reporter',
]);
