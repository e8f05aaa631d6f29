import { button, command, type Message, select } from '../../../discord/command.ts';
import type { Context } from '../../../discord/context.ts';
import { form, longText, menu, shortText } from '../../../discord/form.ts';
import { optional, user } from '../../../discord/options.ts';
import { anyone, holds, learner, mentoring, staff } from '../../../discord/policy.ts';
import { type Day, dayOf, todayIn } from '../../../kernel/day.ts';
import { type Theme, themes } from '../../../kernel/mentoring.ts';
import { plainNote } from '../../../kernel/piece.ts';
import { text } from '../messages/circle.ts';
import { text as flashText } from '../messages/flash.ts';
import { circleStaffOnly, circleUnknown } from '../messages/refusal.ts';
import { aboutLimit, fewestSeats, mostSeats, titleLimit } from '../rules/circle.ts';
import { listCircles, pageSize, readCircle } from '../service/circle.ts';
import { draftCircle, dropDraft, editDraft, getDraft, publishCircle, requireLeader, setAudience } from '../service/draft.ts';
import { joinCircle, leaveCircle, removeFromCircle } from '../service/place.ts';
import { reportCircle } from '../service/report.ts';
import type { Lead } from '../service/who.ts';
import { circleScreen, draftScreen, listButton, listScreen } from '../views/circle.ts';
import {
  circleAudienceId,
  circleDropId,
  circleEditedId,
  circleEditId,
  circleFormId,
  circleJoinId,
  circleLeaveId,
  circleNewId,
  circlePageId,
  circlePublishId,
  circleRemoveId,
  circleReportedId,
  circleReportId,
  circleShowId,
  circlesId,
  circleWhoId,
} from '../wire.ts';
import { whoIs } from './flash.ts';

export const leadOf = async (context: Context): Promise<Lead> => ({
  ...whoIs(context),
  isStaff: holds(staff, await context.keys()),
});

export const todayOf = async ({ clock, settings }: Context): Promise<Day> => todayIn((await settings()).timeZone, clock.now());

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
  const isKnown =
    [...view.inside, ...view.waiting].some(({ userId }) => userId === lead.userId) || view.circle.mentorId === lead.userId;
  if (!isKnown && !holds(mentoring, await context.keys())) throw circleUnknown();
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
    return plainNote(context.t(text.published), listButton(context.locale));
  },
});

export const drop = button({
  id: circleDropId,
  policy: anyone,
  answer: 'update',
  async run(context, { circleId }) {
    await dropDraft(context.db, await leadOf(context), circleId);
    return plainNote(context.t(text.dropped));
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
