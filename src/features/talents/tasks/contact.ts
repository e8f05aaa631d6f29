import { AuditLogEvent, ChannelType } from 'discord-api-types/v10';
import { schedule, type TaskContext, task } from '../../../infra/tasks.ts';
import { applicationsKey, companySeats, recruitersKey } from '../../../kernel/hiring.ts';
import { localeOf } from '../../../kernel/text.ts';
import { hour } from '../../../kernel/time.ts';
import { inTurn } from '../../catalogue/service/turn.ts';
import { text } from '../messages/contact.ts';
import { closeContacts, findQuestion } from '../service/contact.ts';
import {
  beginThread,
  findMeeting,
  forgetThread,
  type Meeting,
  promiseDueSeats,
  promiseMeetings,
  promiseSeats,
  recordOpened,
  recordSeated,
  recordThread,
  recordToldEach,
  toldOf,
} from '../service/meeting.ts';
import { findProfile } from '../service/profile.ts';
import { answerMessage, metPerson, metRecruiter, openingMessage, questionMessage, threadName } from '../views/contact.ts';
import { answeredTask, askTask, clearTask, openTask } from '../wire.ts';

const roomIn = (channelId: string | undefined, name: string) => (channelId === undefined ? null : { channelId, name });

/** Asks the person, once: by direct message, else in a private thread. *Mon espace* shows it in any case. */
export const ask = task(askTask, async ({ db, settings, tell }, { guildId, contactId }) => {
  const question = await findQuestion(db, { guildId, contactId });
  if (question?.state !== 'asked') return;
  const { userId } = question;
  const profile = await findProfile(db, { guildId, userId });
  const locale = localeOf(profile?.locale);
  const { channels } = await settings(guildId);
  await tell({
    guildId,
    userId,
    key: `talents.asked:${contactId}`,
    message: questionMessage(question, locale),
    thread: roomIn(channels[applicationsKey], text.threadName[locale]),
  });
});

/** Tells who asked that the person is not available, whatever the reason. A yes is told by the thread. */
export const answered = task(answeredTask, async ({ db, settings, tell }, { guildId, contactId }) => {
  const contact = await findQuestion(db, { guildId, contactId });
  if (!contact?.askedBy || contact.state === 'asked' || contact.state === 'accepted') return;
  const { channels } = await settings(guildId);
  await tell({
    guildId,
    userId: contact.askedBy,
    key: `talents.answered:${contactId}`,
    message: answerMessage(contact),
    thread: roomIn(channels[recruitersKey], text.notAvailableThread[localeOf(contact.locale)]),
  });
});

const threadKey = (contactId: number): string => `talents.thread:${contactId}`;
const metKeys = (contactId: number) => ({ recruiter: `talents.met:${contactId}`, person: `talents.met_person:${contactId}` });
const turnOf = (contactId: number): string => `talents.open:${contactId}`;

/** The thread of the two, made once: what a try that was cut made is found in the audit log. Null when one of them was erased meanwhile. */
async function ensureThread(context: TaskContext, meeting: Meeting, channelId: string): Promise<string | null> {
  const { db, discord, clock, made, outcome, reason, settings } = context;
  const { id, guildId, threadId, begunAt } = meeting.contact;
  if (threadId) {
    const there = await outcome(discord.channels.edit(threadId, { archived: false }, { reason: reason(threadKey(id)) }));
    if (there.ok) return threadId;
    if (there.why !== 'gone') throw there.error;
    await forgetThread(db, id);
  }
  const former = begunAt && !threadId ? await made(guildId, AuditLogEvent.ThreadCreate, threadKey(id)) : null;
  if (former && !former.ok) throw former.error;
  if (former?.value && (await outcome(discord.channels.get(former.value))).ok) {
    await recordThread(db, id, former.value);
    return former.value;
  }
  await beginThread(db, id, clock.now());
  const { locale } = await settings(guildId);
  const created = await outcome(
    discord.channels.createThread(
      channelId,
      { name: threadName(meeting, locale), type: ChannelType.PrivateThread, invitable: false, auto_archive_duration: 10_080 },
      undefined,
      { reason: reason(threadKey(id)) },
    ) as Promise<{ id: string }>,
  );
  if (!created.ok) throw created.error;
  const { count } = await recordThread(db, id, created.value.id);
  if (count > 0) return created.value.id;
  await outcome(discord.channels.delete(created.value.id, { reason: reason(threadKey(id)) }));
  return null;
}

/** Who joins or leaves the company after `asOf` is not in the meeting. */
type Dated = Meeting & { asOf: Date };

/** Whoever speaks for the company no more reads nothing from here on. Staff come and go as they please. */
async function unseat(context: TaskContext, { contact, person, recruiterIds }: Meeting, threadId: string): Promise<void> {
  const { discord, outcome, applicationId } = context;
  const { guildId } = contact;
  const belongs = new Set([applicationId, person.userId, ...recruiterIds]);
  for (const { user_id: userId } of await discord.threads.getAllMembers(threadId)) {
    if (!userId || belongs.has(userId) || (await context.mayUse({ guildId, userId }, 'staff'))) continue;
    const removed = await outcome(discord.threads.removeMember(threadId, userId));
    if (!removed.ok && removed.why !== 'gone') throw removed.error;
  }
}

async function openThread(context: TaskContext, meeting: Dated, channelId: string): Promise<void> {
  const { db, discord, clock, outcome, post, settings } = context;
  const { contact, person, recruiterIds } = meeting;
  const { locale } = await settings(contact.guildId);
  const threadId = await ensureThread(context, meeting, channelId);
  if (threadId === null) return;
  for (const userId of [person.userId, ...recruiterIds]) {
    const added = await outcome(discord.threads.addMember(threadId, userId));
    // Whoever left the server at this moment reads it once they are back: the others can already write.
    if (!added.ok && added.why !== 'gone') throw added.error;
  }
  await unseat(context, meeting, threadId);
  const posted = await post({
    channelId: threadId,
    messageId: null,
    message: openingMessage(meeting, locale),
    key: `talents.opening:${contact.id}`,
    since: contact.endedAt ?? clock.now(),
  });
  if (!posted.ok) throw posted.error;
  await recordSeated(db, contact.id, { ...meeting, isWhole: true });
  await recordOpened(db, contact.id, clock.now());
}

/** The conversation goes on with those who speak for the company now. What somebody deleted stays deleted. */
async function keepThread(context: TaskContext, meeting: Dated): Promise<void> {
  const { db, discord, outcome, reason } = context;
  const { id, threadId } = meeting.contact;
  // Nobody can be let in or out of a thread that Discord archived.
  const there = threadId
    ? await outcome(discord.channels.edit(threadId, { archived: false }, { reason: reason(threadKey(id)) }))
    : null;
  if (there && !there.ok && there.why !== 'gone') throw there.error;
  let isWhole = true;
  if (threadId && there?.ok) {
    for (const userId of meeting.recruiterIds)
      if (!(await outcome(discord.threads.addMember(threadId, userId))).ok) isWhole = false;
    await unseat(context, meeting, threadId);
  }
  // Whoever has not the role of recruiters yet cannot be let in: the next hour tries again.
  await recordSeated(db, id, { ...meeting, isWhole });
}

/** Without a thread each is sent what the person agreed to; once there is one, they meet there too. */
async function tellEach({ db, clock, tell, settings }: TaskContext, meeting: Meeting): Promise<void> {
  const { contact, person, recruiterIds } = meeting;
  const { guildId, id } = contact;
  const { channels } = await settings(guildId);
  const keys = metKeys(id);
  const recruiterThread = roomIn(channels[recruitersKey], text.notAvailableThread[localeOf(contact.locale)]);
  for (const userId of recruiterIds)
    await tell({ guildId, userId, key: keys.recruiter, message: metRecruiter(meeting), thread: recruiterThread, lasting: true });
  const personThread = roomIn(channels[applicationsKey], text.threadName[localeOf(person.locale)]);
  await tell({
    guildId,
    userId: person.userId,
    key: keys.person,
    message: metPerson(meeting),
    thread: personThread,
    lasting: true,
  });
  await recordToldEach(db, id, clock.now());
}

/** Brings the two together, and keeps it so. What Discord refuses is tried again each hour, and staff see why. */
export const open = task(openTask, (context, key) =>
  inTurn(context.db, turnOf(key.contactId), async () => {
    const asOf = context.clock.now();
    const meeting = await findMeeting(context.db, key);
    if (!meeting) return;
    if (meeting.contact.openedAt) return keepThread(context, { ...meeting, asOf });
    const { channels } = await context.settings(key.guildId);
    const channelId = channels[applicationsKey];
    const opened = channelId === undefined ? null : await context.outcome(openThread(context, { ...meeting, asOf }, channelId));
    if (opened?.ok) return;
    await tellEach(context, meeting);
    if (opened) throw opened.error;
  }),
);

export const seats = task(companySeats, ({ db }, key) => db.$transaction((tx) => promiseSeats(tx, key)));

/** Takes away the thread, and the messages that named somebody where there was none; after whatever is being made of them. */
export const clear = task(clearTask, (context, { guildId, contactId, companyId, threadId }) =>
  inTurn(context.db, turnOf(contactId), async () => {
    const { db, discord, made, outcome, reason } = context;
    const why = { reason: reason(`talents.clear:${contactId}`) };
    const former = threadId === null ? await made(guildId, AuditLogEvent.ThreadCreate, threadKey(contactId)) : null;
    const found = threadId ?? (former?.ok ? former.value : null);
    const deleted = found ? await outcome(discord.channels.delete(found, why)) : null;
    if (deleted && !deleted.ok && deleted.why !== 'gone') throw deleted.error;
    for (const { channelId, messageId } of await toldOf(db, { guildId, companyId, key: metKeys(contactId).recruiter }))
      await outcome(discord.channels.deleteMessage(channelId, messageId, why));
  }),
);

export const closeDue = schedule('talents.close', hour, (tx, { clock }) => closeContacts(tx, clock.now()), ['talent_contact']);
export const keepOpening = schedule(
  'talents.meet',
  hour,
  async (tx) => {
    await promiseMeetings(tx);
    await promiseDueSeats(tx);
  },
  ['talent_contact'],
);
