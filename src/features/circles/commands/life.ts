import { button, type Message, select } from '../../../discord/command.ts';
import { type Context, changeBy } from '../../../discord/context.ts';
import { form, menu, shortText } from '../../../discord/form.ts';
import { anyone, staff } from '../../../discord/policy.ts';
import { type Day, dateOf } from '../../../kernel/day.ts';
import { plainNote } from '../../../kernel/piece.ts';
import { timeOf } from '../../../kernel/time.ts';
import { requireMoment } from '../../sessions/service/moment.ts';
import { text } from '../messages/circle.ts';
import { circleUnknown } from '../messages/refusal.ts';
import { placeLimit } from '../rules/circle.ts';
import { readCircle } from '../service/circle.ts';
import { endCircle, giveCircle, prolongCircle } from '../service/life.ts';
import { getPlanned, planMeeting, settleMeeting, zoneOf } from '../service/meeting.ts';
import { handleReport } from '../service/report.ts';
import { dayShown, finishQuestion } from '../views/circle.ts';
import {
  circleEndId,
  circleEndYesId,
  circleGiveId,
  circleHandledId,
  circleMetId,
  circleMoveId,
  circlePlanId,
  circlePlannedId,
  circleProlongedId,
  circleProlongId,
  circleUnmetId,
} from '../wire.ts';
import { leadOf, todayOf } from './circle.ts';

const lengthChoices = Object.fromEntries([30, 45, 60, 90, 120].map((count) => [String(count), text.lengthOf(count)]));

export const planForm = form({
  id: circlePlannedId,
  policy: anyone,
  answer: 'ephemeral',
  title: text.planTitle,
  fields: {
    when: shortText({ label: text.when, description: text.whenHelp, max: 100 }),
    minutes: menu({ label: text.length, choices: lengthChoices }),
    place: shortText({ label: text.place, required: false, max: placeLimit }),
  },
  async run(context, { circleId }, { when, minutes: [minutes], place }) {
    const { db, clock, locale } = context;
    const [lead, { timeZone }] = [await leadOf(context), await context.settings()];
    const own = { now: clock.now(), timeZone: await zoneOf(db, lead, timeZone), locale };
    const planning = { startsAt: requireMoment(when, own), minutes: Number(minutes), place };
    const { startsAt } = await planMeeting(db, lead, circleId, planning, timeZone);
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

const typedBefore = ({ minutes, place }: { minutes: number; place: string }) => ({ minutes: [String(minutes)], place });

export const plan = button({
  id: circlePlanId,
  policy: anyone,
  answer: 'modal',
  async run(context, { circleId }) {
    const { meeting } = await requireLed(context, circleId);
    return planForm.open(context.locale, { circleId }, meeting ? typedBefore(meeting) : {});
  },
});

/** Another moment for one meeting: its message outlives it. */
export const move = button({
  id: circleMoveId,
  policy: anyone,
  answer: 'modal',
  async run(context, { meetingId }) {
    const meeting = await getPlanned(context.db, await leadOf(context), meetingId);
    return planForm.open(context.locale, { circleId: meeting.circleId }, typedBefore(meeting));
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
    return plainNote(context.t(text.finished));
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
