import { button, type Message, select } from '../../../discord/command.ts';
import { type Context, changeBy } from '../../../discord/context.ts';
import { form, longText, shortText } from '../../../discord/form.ts';
import { staff } from '../../../discord/policy.ts';
import { parseDay, todayIn } from '../../../kernel/day.ts';
import { endByStaff } from '../../pairs/service/end.ts';
import { pausePairByStaff, resumePairByStaff } from '../../pairs/service/pause.ts';
import { remindPair, setCoordinator } from '../../pairs/service/staff.ts';
import { notStaff, text, unknownDay } from '../messages.ts';
import { getPair } from '../service/list.ts';
import { pairScreen } from '../views/list.ts';
import { coordinateId, pairCardId, pauseFormId, pauseId, remindId, resumeId, stopFormId, stopId } from '../wire.ts';

type Which = { pairId: number };

/** The card of a pair as it is now, with what was just done. */
async function cardOf({ db, actor, clock, locale }: Context, { pairId }: Which, notice = ''): Promise<Message> {
  const { guildId } = actor;
  return pairScreen({ ...(await getPair(db, { guildId, pairId, now: clock.now() })), guildId }, locale, notice);
}

export const pairCard = button({
  id: pairCardId,
  policy: staff,
  answer: 'update',
  run: (context, which) => cardOf(context, which),
});

export const remind = button({
  id: remindId,
  policy: staff,
  answer: 'update',
  async run(context, which) {
    await remindPair(context.db, changeBy(context), which);
    return cardOf(context, which, context.t(text.reminded));
  },
});

export const pauseForm = form({
  id: pauseFormId,
  policy: staff,
  answer: 'update',
  title: text.pauseForm,
  fields: { until: shortText({ label: text.until, description: text.untilHelp, max: 40 }) },
  async run(context, which, { until: typed }) {
    const { timeZone } = await context.settings();
    const until = parseDay(typed);
    if (!until) throw unknownDay(typed);
    await pausePairByStaff(context.db, changeBy(context), { ...which, until, today: todayIn(timeZone, context.clock.now()) });
    return cardOf(context, which);
  },
});

export const pause = button({
  id: pauseId,
  policy: staff,
  answer: 'modal',
  run: async ({ locale }, which) => pauseForm.open(locale, which),
});

export const resume = button({
  id: resumeId,
  policy: staff,
  answer: 'update',
  async run(context, which) {
    await resumePairByStaff(context.db, changeBy(context), which);
    return cardOf(context, which);
  },
});

/** Whoever is chosen must be of staff: they read the thread of the two. */
export const coordinate = select({
  id: coordinateId,
  policy: staff,
  answer: 'update',
  async run(context, which, [coordinatorId = '']) {
    const { guildId } = context.actor;
    if (!(await context.mayUse({ guildId, userId: coordinatorId }, 'staff'))) throw notStaff();
    await setCoordinator(context.db, changeBy(context), { ...which, coordinatorId });
    return cardOf(context, which);
  },
});

export const stopForm = form({
  id: stopFormId,
  policy: staff,
  answer: 'ephemeral',
  title: text.stopForm,
  fields: { reason: longText({ label: text.reason, max: 500 }) },
  async run(context, which, { reason }) {
    await endByStaff(context.db, changeBy(context), { ...which, reason });
    return { content: context.t(text.stopped) };
  },
});

export const stop = button({
  id: stopId,
  policy: staff,
  answer: 'modal',
  run: async ({ locale }, which) => stopForm.open(locale, which),
});
