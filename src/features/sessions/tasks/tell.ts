import type { Message } from '../../../discord/command.ts';
import type { Outcome } from '../../../discord/failure.ts';
import { requireAllowed, type TaskContext, task } from '../../../infra/tasks.ts';
import { mentoringStaffKey, tellingRoom } from '../../../kernel/mentoring.ts';
import type { Locale } from '../../../kernel/text.ts';
import { inTurn } from '../../catalogue/service/turn.ts';
import { freeAfter } from '../../mentoring/service/request.ts';
import { languageOf } from '../../onboarding/service/language.ts';
import { opinionText } from '../messages/opinion.ts';
import { outcomeText } from '../messages/outcome.ts';
import { text } from '../messages/session.ts';
import { endOf, quietFor, type Reminder, reminders, waitsFor } from '../rules/life.ts';
import { droppedOf, findPairRow, recordCard } from '../service/due.ts';
import { findSession, otherOf, type Party, partiesOf, type Session, sharedLocale, sideOf } from '../service/find.ts';
import { findAlarm, hasSaid, recordAlerted, sentTo } from '../service/opinion.ts';
import { cardMessage, directCard } from '../views/card.ts';
import {
  alertMessage,
  askMessage,
  cardLink,
  lastMessage,
  mention,
  opinionMessage,
  remindLine,
  remindMessage,
} from '../views/told.ts';
import { alertTask, askTask, cardTask, lastTask, opinionTask, remindTask, untellTask } from '../wire.ts';

/** The thread of a pair that goes on, open again: Discord archives one in which nobody wrote for a week. */
const unarchive = ({ discord, outcome }: TaskContext, threadId: string) =>
  outcome(discord.channels.edit(threadId, { archived: false }));
const openThread = async (context: TaskContext, { pair }: Session) =>
  pair.threadId && pair.state !== 'ended' ? unarchive(context, pair.threadId) : null;

/** A thread of their own, for who takes no direct messages. */
const ownRoom = async ({ settings }: TaskContext, guildId: string, locale: Locale) =>
  tellingRoom((await settings(guildId)).channels, locale);

/** A former version says that there is another one, and has no file and no button any more. */
async function retire(context: TaskContext, session: Session, locale: Locale): Promise<void> {
  const { discord, outcome } = context;
  const { cardChannelId, cardMessageId } = session;
  if (!cardChannelId || !cardMessageId) return;
  const words = { content: text.replaced[locale], embeds: [], components: [], attachments: [] };
  // Gone, or where we may not write any more: the new one says it all.
  if ((await unarchive(context, cardChannelId)).ok)
    await outcome(discord.channels.editMessage(cardChannelId, cardMessageId, words));
}

/** The card where it stands, brought to what the database says. */
async function redraw(
  context: TaskContext,
  session: Session,
  { channelId, messageId, message }: { channelId: string; messageId: string; message: Message },
): Promise<Outcome<unknown>> {
  const { db, post } = context;
  const { id, sequence, createdAt, changedAt } = session;
  const opened = await unarchive(context, channelId);
  if (!opened.ok) return opened;
  const key = `sessions.card:${id}:${sequence}`;
  const edited = await post({ channelId, messageId, message, key, since: changedAt ?? createdAt });
  if (edited.ok) await recordCard(db, session, { card: { channelId, messageId: edited.value.id }, calledAt: null });
  return edited;
}

/**
 * In the thread; without one, to each by direct message. A version is told once: what follows of it edits the card where it is, and so does a version that
 * comes just after another.
 */
async function showCard(context: TaskContext, session: Session): Promise<void> {
  const { db, clock, post, settings, tell } = context;
  const { id, guildId, sequence, pair, createdAt, changedAt, cardChannelId, cardMessageId, calledAt } = session;
  const parties = await partiesOf(db, pair);
  const locale = sharedLocale(parties, (await settings(guildId)).locale);
  const now = clock.now();
  const isTold = session.cardSequence === sequence;
  // The thread of a pair that ended may be closed: its buttons say that it ended.
  const isOver = pair.state === 'ended';
  // The end cancelled it: the last message says so.
  if (isOver && session.state === 'cancelled' && session.settledBy === null) return;
  const place = cardChannelId && cardMessageId ? { channelId: cardChannelId, messageId: cardMessageId } : null;
  if (isTold && (isOver || !place)) return;
  const isQuiet = !isTold && calledAt !== null && now.getTime() - calledAt.getTime() < quietFor;
  if (place && !isOver && (isTold || isQuiet)) {
    const message = cardMessage(session, { parties, now, as: isTold ? 'same' : 'quiet' }, locale);
    const redrawn = await redraw(context, session, { ...place, message });
    if (redrawn.ok) return;
    if (isTold) {
      requireAllowed(redrawn);
      return;
    }
  }
  if (!isOver) await retire(context, session, locale);
  const thread = await openThread(context, session);
  const posted = thread?.ok
    ? await post({
        channelId: thread.value.id,
        messageId: null,
        message: cardMessage(session, { parties, now, as: 'called' }, locale),
        key: `sessions.card:${id}:${sequence}`,
        since: changedAt ?? createdAt,
      })
    : thread;
  if (posted?.ok) {
    const told = { channelId: posted.value.channel_id, messageId: posted.value.id };
    await recordCard(db, session, { card: told, calledAt: now });
    return;
  }
  for (const party of parties) {
    const other = parties.find(({ userId }) => userId !== party.userId);
    const message = directCard(session, { party, other, now });
    const room = await ownRoom(context, guildId, party.locale);
    await tell({ guildId, userId: party.userId, key: `sessions.card:${id}:${sequence}`, message, thread: room });
  }
  await recordCard(db, session, { card: null, calledAt: null });
  if (posted) requireAllowed(posted);
}

export const card = task(cardTask, (context, key) =>
  inTurn(context.db, `sessions.card:${key.sessionId}`, async () => {
    const session = await findSession(context.db, key);
    if (session) await showCard(context, session);
  }),
);

type Told = { key: string; since: Date; direct(party: Party): Message; line(party: Party): Message };

/** Each by direct message, in their language and zone; who takes none is called in the thread of the pair, else told in one of their own. */
async function tellBoth(context: TaskContext, session: Session, parties: readonly Party[], told: Told): Promise<void> {
  const { tell, post } = context;
  const { guildId, pair } = session;
  const isThere = pair.threadId !== null && pair.state !== 'ended';
  for (const party of parties) {
    const { userId } = party;
    const room = await ownRoom(context, guildId, party.locale);
    const telling = { guildId, userId, key: told.key, message: told.direct(party) };
    const via = await tell({ ...telling, thread: isThere ? null : room });
    if (via !== 'none' || !isThere) continue;
    const thread = await openThread(context, session);
    const key = `${told.key}:${userId}`;
    const called = thread?.ok
      ? await post({ channelId: thread.value.id, messageId: null, message: told.line(party), key, since: told.since })
      : thread;
    if (!called?.ok) await tell({ ...telling, key: `${told.key}:own`, thread: room });
  }
}

const isTooLate = (session: Session, which: Reminder, now: Date): boolean =>
  session.startsAt.getTime() - now.getTime() <= reminders[which].notAfter;

/** Never of what was moved, cancelled, has begun, or is of a pair that ended. */
export const remind = task(remindTask, async (context, { guildId, sessionId, which, at }) => {
  const { db, clock } = context;
  const session = await findSession(db, { guildId, sessionId });
  if (session?.state !== 'planned' || session.pair.state === 'ended' || session.startsAt.getTime() !== at.getTime()) return;
  const since = which === 'day' ? session.dayRemindedAt : session.hourRemindedAt;
  if (!since || isTooLate(session, which, clock.now())) return;
  await tellBoth(context, session, await partiesOf(db, session.pair), {
    key: `sessions.remind:${sessionId}:${which}:${at.getTime()}`,
    since,
    direct: (party) => remindMessage(session, which, party, otherOf(session.pair, party.userId)),
    line: (party) => remindLine(session, which, party, otherOf(session.pair, party.userId)),
  });
});

/** Both are asked what came of it, while nobody said. */
export const ask = task(askTask, async (context, { guildId, sessionId }) => {
  const { db, clock } = context;
  const session = await findSession(db, { guildId, sessionId });
  if (session?.state !== 'planned' || !session.askedAt) return;
  if (clock.now().getTime() > endOf(session).getTime() + waitsFor) return;
  await tellBoth(context, session, await partiesOf(db, session.pair), {
    key: `sessions.ask:${sessionId}`,
    since: session.askedAt,
    direct: (party) => askMessage(session, party, otherOf(session.pair, party.userId)),
    line: ({ userId, locale }) => mention(userId, outcomeText.askInThread(cardLink(session))[locale]),
  });
});

/** Whoever did not say that it took place is asked what they think of it; the one who did was asked in answer. */
export const askOpinion = task(opinionTask, async (context, { guildId, sessionId, userId }) => {
  const { db } = context;
  const session = await findSession(db, { guildId, sessionId });
  if (session?.state !== 'done' || (await hasSaid(db, { guildId, userId }, { sessionId }))) return;
  const parties = (await partiesOf(db, session.pair)).filter((party) => party.userId === userId);
  await tellBoth(context, session, parties, {
    key: `sessions.opinion:${sessionId}`,
    since: session.settledAt ?? session.startsAt,
    direct: ({ locale }) => opinionMessage(session, locale),
    line: (party) => mention(party.userId, opinionText.askInThread(cardLink(session))[party.locale]),
  });
});

/** All that the end of a pair has to say, to each in one message: the thread is closed by then. Not to who left the server. */
export const sayLast = task(lastTask, async ({ db, tell, settings }, { guildId, pairId }) => {
  const pair = await findPairRow(db, { guildId, pairId });
  if (pair?.state !== 'ended') return;
  const { channels } = await settings(guildId);
  const [parties, dropped, free] = await Promise.all([partiesOf(db, pair), droppedOf(db, pair), freeAfter(db, pair)]);
  for (const party of parties) {
    const { userId, side, locale } = party;
    const message = lastMessage(pair, party, { dropped, isFree: free[side] });
    await tell({ guildId, userId, key: `sessions.last:${pairId}`, message, thread: tellingRoom(channels, locale) });
  }
});

/**
 * Who coordinates, and nobody else; where nobody does, or no message reaches them, staff in their channel. It names nobody: the one of whom it is may be of
 * staff, and what stands on Discord outlives an erasure. What was answered is read by the button.
 */
export const alert = task(alertTask, async (context, { guildId, opinionId }) => {
  const { db, clock, tell, post, settings, mayUse } = context;
  const alarm = await findAlarm(db, { guildId, opinionId });
  if (!alarm) return;
  const { pair, saidAt } = alarm;
  const { channels, locale } = await settings(guildId);
  const key = `sessions.alert:${opinionId}`;
  const userId = pair.coordinatorId && !sideOf(pair, pair.coordinatorId) ? pair.coordinatorId : null;
  if (userId && (await mayUse({ guildId, userId }, 'staff'))) {
    const language = (await languageOf(db, { guildId, userId })) ?? locale;
    const via = await tell({ guildId, userId, key, message: alertMessage(alarm, true, language), thread: null });
    if (via !== 'none') {
      await recordAlerted(db, opinionId, await sentTo(db, { guildId, userId }, key), clock.now());
      return;
    }
  }
  const channelId = channels[mentoringStaffKey];
  if (!channelId) return;
  const posted = await post({ channelId, messageId: null, message: alertMessage(alarm, false, locale), key, since: saidAt });
  if (!posted.ok) throw posted.error;
  await recordAlerted(db, opinionId, { channelId, messageId: posted.value.id }, clock.now());
});

export const untell = task(untellTask, async ({ discord, outcome }, { channelId, messageId }) => {
  requireAllowed(await outcome(discord.channels.deleteMessage(channelId, messageId)));
});
