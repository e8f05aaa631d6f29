import { button, command, type Message, select } from '../../../discord/command.ts';
import { type Context, changeBy } from '../../../discord/context.ts';
import { form, longText, menu, shortText } from '../../../discord/form.ts';
import { optional, user } from '../../../discord/options.ts';
import { anyone, holds, learner, mentoring, staff } from '../../../discord/policy.ts';
import { type Day, dateOf, dayOf, todayIn } from '../../../kernel/day.ts';
import { type Theme, themes } from '../../../kernel/mentoring.ts';
import { timeOf } from '../../../kernel/time.ts';
import { circleStaffOnly, circleUnknown, text } from '../messages/circle.ts';
import { text as flashText } from '../messages/flash.ts';
import { aboutLimit, fewestSeats, mostSeats, placeLimit, titleLimit } from '../rules/circle.ts';
import { listCircles, pageSize, readCircle } from '../service/circle.ts';
import { draftCircle, dropDraft, editDraft, getDraft, publishCircle, requireLeader, setAudience } from '../service/draft.ts';
import { endCircle, giveCircle, prolongCircle } from '../service/life.ts';
import { planMeeting, settleMeeting } from '../service/meeting.ts';
import { joinCircle, leaveCircle, removeFromCircle } from '../service/place.ts';
import { handleReport, reportCircle } from '../service/report.ts';
import type { Lead } from '../service/who.ts';
import { circleScreen, dayShown, draftScreen, finishQuestion, listButton, listScreen } from '../views/circle.ts';
import { answered } from '../views/flash.ts';
import {
  circleAudienceId,
  circleDropId,
  circleEditedId,
  circleEditId,
  circleEndId,
  circleEndYesId,
  circleFormId,
  circleGiveId,
  circleHandledId,
  circleJoinId,
  circleLeaveId,
  circleMetId,
  circleNewId,
  circlePageId,
  circlePlanId,
  circlePlannedId,
  circleProlongedId,
  circleProlongId,
  circlePublishId,
  circleRemoveId,
  circleReportedId,
  circleReportId,
  circleShowId,
  circlesId,
  circleUnmetId,
  circleWhoId,
} from '../wire.ts';
import { whoIs } from './flash.ts';

const leadOf = async (context: Context): Promise<Lead> => ({ ...whoIs(context), isStaff: holds(staff, await context.keys()) });

const todayOf = async ({ clock, settings }: Context): Promise<Day> => todayIn((await settings()).timeZone, clock.now());

async function listFor(context: Context, page: number, mentorId?: string): Promise<Message> {
  const listed = await listCircles(context.db, whoIs(context), page);
  const openFor = mentorId ?? (listed.isMentor ? context.actor.userId : null);
  return listScreen(listed, pageSize, openFor, context.locale);
}

/** Throws `circles.unknown`: also for a draft of somebody else. */
async function screenFor(context: Context, circleId: number): Promise<Message> {
  const lead = await leadOf(context);
  const view = await readCircle(context.db, { guildId: lead.guildId, circleId });
  if (!view) throw circleUnknown();
  if (view.circle.state !== 'draft') return circleScreen(view, lead, context.locale);
  return draftScreen(await getDraft(context.db, lead, circleId), context.locale);
}

export const circleCommand = command({
  ...text.command,
  policy: mentoring,
  answer: 'ephemeral',
  options: { mentor: optional(user(text.option.mentor)) },
  async run(context, { mentor }) {
    if (mentor !== undefined) {
      const lead = await leadOf(context);
      if (mentor !== lead.userId && !lead.isStaff) throw circleStaffOnly();
      await requireLeader(context.db, lead, mentor);
    }
    return listFor(context, 0, mentor);
  },
});

export const openCircles = button({
  id: circlesId,
  policy: mentoring,
  answer: 'ephemeral',
  run: (context) => listFor(context, 0),
});
export const turnCircles = button({
  id: circlePageId,
  policy: mentoring,
  answer: 'update',
  run: (context, { page }) => listFor(context, page),
});

/** Whoever has lost their role may still see where they are. */
export const showCircle = button({
  id: circleShowId,
  policy: anyone,
  answer: 'ephemeral',
  run: (context, { circleId }) => screenFor(context, circleId),
});

// Opening one.

const seatChoices = Object.fromEntries(
  Array.from({ length: mostSeats - fewestSeats + 1 }, (_, index) => [
    String(index + fewestSeats),
    text.seatsOf(index + fewestSeats),
  ]),
);

const fields = {
  title: shortText({ label: text.title, description: text.titleHelp, min: 3, max: titleLimit }),
  themes: menu({ label: text.theme, choices: themes }),
  about: longText({ label: text.about, min: 20, max: aboutLimit }),
  capacity: menu({ label: text.seats, choices: seatChoices }),
  end: shortText({ label: text.end, description: text.endHelp, max: 40 }),
};

type Filled = { title: string; themes: Theme[]; about: string; capacity: string[]; end: string };

const newOf = ({ title, themes: [theme = 'job_search'], about, capacity: [seats], end }: Filled) => ({
  title,
  theme,
  about,
  seats: Number(seats),
  end,
});

export const circleForm = form({
  id: circleFormId,
  policy: mentoring,
  answer: 'ephemeral',
  title: text.formTitle,
  fields,
  async run(context, { mentorId }, filled) {
    const lead = await leadOf(context);
    const { id } = await draftCircle(context.db, lead, mentorId, newOf(filled), await todayOf(context));
    return draftScreen(await getDraft(context.db, lead, id), context.locale);
  },
});

export const newCircle = button({
  id: circleNewId,
  policy: mentoring,
  answer: 'modal',
  async run(context, { mentorId }) {
    await requireLeader(context.db, await leadOf(context), mentorId);
    return circleForm.open(context.locale, { mentorId });
  },
});

export const editForm = form({
  id: circleEditedId,
  policy: anyone,
  answer: 'update',
  title: text.formTitle,
  fields,
  async run(context, { circleId }, filled) {
    const lead = await leadOf(context);
    await editDraft(context.db, lead, circleId, newOf(filled), await todayOf(context));
    return draftScreen(await getDraft(context.db, lead, circleId), context.locale);
  },
});

/** As people here type a day. */
const typedDay = (on: Date): string => dayOf(on).split('-').reverse().join('/');

export const edit = button({
  id: circleEditId,
  policy: anyone,
  answer: 'modal',
  async run(context, { circleId }) {
    const { circle } = await getDraft(context.db, await leadOf(context), circleId);
    return editForm.open(
      context.locale,
      { circleId },
      {
        title: circle.title,
        themes: [circle.theme],
        about: circle.about,
        capacity: [String(circle.seats)],
        end: typedDay(circle.endsOn),
      },
    );
  },
});

export const audienceForm = form({
  id: circleAudienceId,
  policy: anyone,
  answer: 'update',
  title: text.who,
  fields: { audience: longText({ label: text.audience, description: text.audienceHelp, required: false, max: 500 }) },
  async run(context, { circleId }, { audience }) {
    const lead = await leadOf(context);
    await setAudience(context.db, lead, circleId, audience);
    return draftScreen(await getDraft(context.db, lead, circleId), context.locale);
  },
});

export const chooseAudience = button({
  id: circleWhoId,
  policy: anyone,
  answer: 'modal',
  async run(context, { circleId }) {
    const { audience } = await getDraft(context.db, await leadOf(context), circleId);
    const typed = audience.join(', ');
    return audienceForm.open(context.locale, { circleId }, typed.length <= 500 ? { audience: typed } : {});
  },
});

export const publish = button({
  id: circlePublishId,
  policy: anyone,
  answer: 'update',
  async run(context, { circleId }) {
    await publishCircle(context.db, await leadOf(context), circleId, await todayOf(context));
    return answered(context.t(text.published), listButton(context.locale));
  },
});

export const drop = button({
  id: circleDropId,
  policy: anyone,
  answer: 'update',
  async run(context, { circleId }) {
    await dropDraft(context.db, await leadOf(context), circleId);
    return answered(context.t(text.dropped));
  },
});

// Coming and going.

export const join = button({
  id: circleJoinId,
  policy: learner,
  answer: 'ephemeral',
  cooldownSeconds: 2,
  async run(context, { circleId }) {
    const { circle, isInside, place } = await joinCircle(context.db, whoIs(context), circleId, context.locale);
    return { content: context.t(isInside ? text.joined(circle.title) : text.queued(circle.title, place)) };
  },
});

export const leave = button({
  id: circleLeaveId,
  policy: anyone,
  answer: 'ephemeral',
  async run(context, { circleId }) {
    const { title } = await leaveCircle(context.db, whoIs(context), circleId);
    return { content: context.t(text.left(title)), components: [listButton(context.locale)] };
  },
});

export const remove = select({
  id: circleRemoveId,
  policy: anyone,
  answer: 'update',
  async run(context, { circleId }, [personId = '']) {
    await removeFromCircle(context.db, await leadOf(context), circleId, personId);
    const screen = await screenFor(context, circleId);
    return { ...screen, content: context.t(text.removed(`<@${personId}>`)) };
  },
});

export const reportForm = form({
  id: circleReportedId,
  policy: anyone,
  answer: 'ephemeral',
  title: flashText.reportTitle,
  fields: { about: longText({ label: flashText.reportWords, description: text.reportHelp, min: 10, max: 1_500 }) },
  async run(context, { circleId }, { about }) {
    const left = await reportCircle(context.db, whoIs(context), circleId, about);
    return { content: context.t(left ? text.reportedLeft : text.reported) };
  },
});

export const report = button({
  id: circleReportId,
  policy: anyone,
  answer: 'modal',
  run: async ({ locale }, params) => reportForm.open(locale, params),
});

// Its life.

const lengthChoices = Object.fromEntries([30, 45, 60, 90, 120].map((count) => [String(count), text.lengthOf(count)]));

export const planForm = form({
  id: circlePlannedId,
  policy: anyone,
  answer: 'ephemeral',
  title: text.planTitle,
  fields: {
    day: shortText({ label: text.day, description: text.dayHelp, max: 40 }),
    hour: shortText({ label: text.hour, description: text.hourHelp, max: 20 }),
    minutes: menu({ label: text.length, choices: lengthChoices }),
    place: shortText({ label: text.place, required: false, max: placeLimit }),
  },
  async run(context, { circleId }, { day, hour, minutes: [minutes], place }) {
    const { timeZone } = await context.settings();
    const typed = { day, hour, minutes: Number(minutes), place };
    const { startsAt } = await planMeeting(context.db, await leadOf(context), circleId, typed, timeZone);
    return { content: context.t(text.planned(timeOf(startsAt))) };
  },
});

/** Who may not plan learns it before they typed anything. */
async function requireLed(context: Context, circleId: number) {
  const { userId, isStaff, guildId } = await leadOf(context);
  const view = await readCircle(context.db, { guildId, circleId });
  if (!view || (view.circle.mentorId !== userId && !isStaff)) throw circleUnknown();
  return view;
}

export const plan = button({
  id: circlePlanId,
  policy: anyone,
  answer: 'modal',
  async run(context, { circleId }) {
    const { meeting } = await requireLed(context, circleId);
    const again = meeting ? { minutes: [String(meeting.minutes)], place: meeting.place } : {};
    return planForm.open(context.locale, { circleId }, again);
  },
});

const settle = (state: 'done' | 'cancelled') =>
  async function settleIt(context: Context, { meetingId }: { meetingId: number }): Promise<Message> {
    const { minutes } = await settleMeeting(context.db, await leadOf(context), meetingId, state);
    return { content: context.t(state === 'done' ? text.metNote(minutes) : text.unmetNote) };
  };

export const met = button({ id: circleMetId, policy: anyone, answer: 'ephemeral', run: settle('done') });
export const unmet = button({ id: circleUnmetId, policy: anyone, answer: 'ephemeral', run: settle('cancelled') });

export const prolongForm = form({
  id: circleProlongedId,
  policy: anyone,
  answer: 'ephemeral',
  title: text.prolongTitle,
  fields: { end: shortText({ label: text.end, description: text.endHelp, max: 40 }) },
  async run(context, { circleId }, { end }) {
    const show = (latest: Day) => dayShown(dateOf(latest));
    const input = { typed: end, today: await todayOf(context), show };
    const { endsOn } = await prolongCircle(context.db, await leadOf(context), circleId, input);
    return { content: context.t(text.prolonged(dayShown(endsOn))) };
  },
});

export const prolong = button({
  id: circleProlongId,
  policy: anyone,
  answer: 'modal',
  async run(context, { circleId }) {
    await requireLed(context, circleId);
    return prolongForm.open(context.locale, { circleId });
  },
});

export const end = button({
  id: circleEndId,
  policy: anyone,
  answer: 'ephemeral',
  async run(context, { circleId }) {
    const { circle } = await requireLed(context, circleId);
    return finishQuestion(circle, context.locale);
  },
});

export const endYes = button({
  id: circleEndYesId,
  policy: anyone,
  answer: 'update',
  async run(context, { circleId }) {
    await endCircle(context.db, await leadOf(context), circleId);
    return answered(context.t(text.finished));
  },
});

// Staff.

export const give = select({
  id: circleGiveId,
  policy: staff,
  answer: 'ephemeral',
  async run(context, { circleId }, [mentorId = '']) {
    await giveCircle(context.db, await leadOf(context), circleId, mentorId);
    return { content: context.t(text.given(`<@${mentorId}>`)) };
  },
});

export const handled = button({
  id: circleHandledId,
  policy: staff,
  answer: 'ephemeral',
  async run(context, { reportId }) {
    await handleReport(context.db, changeBy(context), reportId);
    return { content: context.t(text.handledNote) };
  },
});
