import type { Message } from '../../../discord/command.ts';
import { schedule, type TaskContext, task } from '../../../infra/tasks.ts';
import { avoidsChanged, mentorChanged, tellingRoom } from '../../../kernel/mentoring.ts';
import { type Locale, localeOf } from '../../../kernel/text.ts';
import { hour, minute } from '../../../kernel/time.ts';
import { findQuestion } from '../service/answer.ts';
import { askNext, expireAsks, partPeople, passOn, passUnreached, promiseNext, remindDue } from '../service/ask.ts';
import { arePaired, findRequest } from '../service/request.ts';
import { pauseSilent } from '../service/silence.ts';
import {
  askedBackMessage,
  closedMessage,
  newsMessage,
  questionMessage,
  remindMessage,
  silenceLearnerMessage,
  silenceMentorMessage,
} from '../views/ask.ts';
import { askTask, closedTask, newsTask, nextTask, questionTask, remindTask, silenceTask } from '../wire.ts';

type Told = { guildId: string; userId: string; key: string; locale: Locale; message: Message };

/** By direct message, else in a thread of theirs below the channel of mentoring. */
export async function tellPerson(
  { settings, tell }: TaskContext,
  { locale, ...telling }: Told,
): Promise<'dm' | 'thread' | 'none'> {
  return tell({ ...telling, thread: tellingRoom((await settings(telling.guildId)).channels, locale) });
}

/** Asks the mentor, once for each time that the clock starts; whoever no message reaches is not waited for. */
export const ask = task(askTask, async (context, { guildId, askId }) => {
  const question = await findQuestion(context.db, { guildId, askId });
  if (question?.state !== 'asked' || !question.askedAt) return;
  const { askedAt } = question;
  const via = await tellPerson(context, {
    guildId,
    userId: question.mentorId,
    key: `mentoring.asked:${askId}:${askedAt.getTime()}`,
    locale: localeOf(question.mentorLocale),
    message: questionMessage(question),
  });
  if (via === 'none') await passUnreached(context.db, { guildId, askId, askedAt, now: context.clock.now() });
});

export const next = task(nextTask, ({ db, clock }, payload) => askNext(db, { ...payload, now: clock.now() }));

/** One message for what was and what comes. What a learner did themselves is no news. */
export const news = task(newsTask, async (context, { guildId, requestId, askId, why, nextAskId }) => {
  const { db } = context;
  if (why === 'dropped') return;
  const request = await findRequest(db, { guildId, requestId });
  if (request?.state !== 'waiting') return;
  const [ended, following] = await Promise.all([
    findQuestion(db, { guildId, askId }),
    nextAskId === null ? null : findQuestion(db, { guildId, askId: nextAskId }),
  ]);
  await tellPerson(context, {
    guildId,
    userId: request.userId,
    key: `mentoring.news:${askId}`,
    locale: localeOf(request.locale),
    message: newsMessage(request, { why, name: ended?.mentor ?? null, next: following?.mentor ?? null }),
  });
});

export const remind = task(remindTask, async (context, { guildId, askId, time }) => {
  const question = await findQuestion(context.db, { guildId, askId });
  if (question?.state !== 'asked' || !question.askedAt) return;
  await tellPerson(context, {
    guildId,
    userId: question.mentorId,
    key: `mentoring.remind:${askId}:${question.askedAt.getTime()}:${time}`,
    locale: localeOf(question.mentorLocale),
    message: remindMessage(question),
  });
});

export const question = task(questionTask, async (context, { guildId, askId }) => {
  const asked = await findQuestion(context.db, { guildId, askId });
  if (asked?.state !== 'question' || !asked.answeredAt) return;
  await tellPerson(context, {
    guildId,
    userId: asked.request.userId,
    key: `mentoring.question:${askId}:${asked.answeredAt.getTime()}`,
    locale: localeOf(asked.request.locale),
    message: askedBackMessage(asked),
  });
});

export const closed = task(closedTask, async (context, { guildId, askId }) => {
  const asked = await findQuestion(context.db, { guildId, askId });
  if (asked?.state !== 'closed') return;
  // Their question was closed by their being paired with that very person.
  if (await arePaired(context.db, { guildId, mentorId: asked.mentorId, learnerId: asked.request.userId })) return;
  await tellPerson(context, {
    guildId,
    userId: asked.mentorId,
    key: `mentoring.closed:${askId}`,
    locale: localeOf(asked.mentorLocale),
    message: closedMessage(asked),
  });
});

export const silence = task(silenceTask, async (context, { guildId, askId }) => {
  const asked = await findQuestion(context.db, { guildId, askId });
  if (!asked) return;
  const mentorLocale = localeOf(asked.mentorLocale);
  await tellPerson(context, {
    guildId,
    userId: asked.mentorId,
    // Once, however many waited for them.
    key: `mentoring.silence:${asked.silenceAt?.getTime() ?? askId}`,
    locale: mentorLocale,
    message: silenceMentorMessage(mentorLocale),
  });
  if (asked.request.state !== 'waiting') return;
  const locale = localeOf(asked.request.locale);
  await tellPerson(context, {
    guildId,
    userId: asked.request.userId,
    key: `mentoring.silent:${askId}`,
    locale,
    message: silenceLearnerMessage(asked.mentor, locale),
  });
});

export const changed = task(mentorChanged, ({ db, clock }, person) => passOn(db, { ...person, now: clock.now() }));

export const apart = task(avoidsChanged, ({ db, clock }, person) => partPeople(db, { ...person, now: clock.now() }));

export const askDue = schedule(
  'mentoring.ask_due',
  10 * minute,
  async (tx, { clock }) => {
    const now = clock.now();
    await expireAsks(tx, now);
    await remindDue(tx, now);
  },
  ['mentoring_ask'],
);

export const silentDue = schedule('mentoring.silent', hour, (tx, { clock }) => pauseSilent(tx, clock.now()), ['mentoring_ask']);

/** A request whose mentors wait for their turn while nobody is asked: a task that failed for the last time. */
export const keepAsking = schedule('mentoring.keep_asking', hour, (tx) => promiseNext(tx), ['mentoring_ask']);
