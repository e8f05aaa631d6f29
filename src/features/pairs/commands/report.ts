import { button } from '../../../discord/command.ts';
import { changeBy } from '../../../discord/context.ts';
import { checkbox, form, longText, radio, shortText } from '../../../discord/form.ts';
import { anyone, guardian } from '../../../discord/policy.ts';
import { dateOf } from '../../../kernel/day.ts';
import { plainNote } from '../../../kernel/piece.ts';
import { abouts, text } from '../messages/change.ts';
import { text as staffText } from '../messages/staff.ts';
import { reasonLimit, reportLimit } from '../rules/limit.ts';
import { endByStaff } from '../service/end.ts';
import { getOwnPair } from '../service/pair.ts';
import { pausePairByStaff } from '../service/pause.ts';
import { getWaiting, handleReport, listReports, openReport, reportPair } from '../service/report.ts';
import { dayShown } from '../views/part.ts';
import { reportCard, reportsScreen } from '../views/staff.ts';
import {
  handleFormId,
  handleId,
  reportEndFormId,
  reportEndId,
  reportFormId,
  reportId,
  reportOpenId,
  reportPauseFormId,
  reportPauseId,
  reportsId,
} from '../wire.ts';
import { keyOf, whoIs } from './part.ts';
import { dayTyped, today } from './pause.ts';

export const reportForm = form({
  id: reportFormId,
  policy: anyone,
  answer: 'ephemeral',
  title: text.reportTitle,
  fields: {
    about: radio({ label: text.about, choices: abouts }),
    what: longText({ label: text.what, description: text.whatHelp, min: 10, max: reportLimit }),
    leave: checkbox({ label: text.leave }),
  },
  async run(context, { pairId }, { about, what, leave }) {
    const report = { pairId, about: about ?? 'else', text: what, isLeaving: leave };
    const { hasLeft } = await reportPair(context.db, whoIs(context), report);
    return plainNote(context.t(hasLeft ? text.reportedLeft : text.reported));
  },
});

export const report = button({
  id: reportId,
  policy: anyone,
  answer: 'modal',
  async run(context, { pairId }) {
    await getOwnPair(context.db, context.actor, pairId);
    return reportForm.open(context.locale, keyOf(context, pairId), { about: 'other' });
  },
});

export const reports = button({
  id: reportsId,
  policy: guardian,
  answer: 'ephemeral',
  run: async (context, { page }) => reportsScreen(await listReports(context.db, changeBy(context), page), context.locale),
});

export const handleForm = form({
  id: handleFormId,
  policy: guardian,
  answer: 'ephemeral',
  title: staffText.handleTitle,
  fields: { note: longText({ label: staffText.note, description: staffText.noteHelp, min: 3, max: 1_000 }) },
  async run(context, params, typed) {
    await handleReport(context.db, changeBy(context), { reportId: params.reportId, note: typed.note });
    return plainNote(context.t(staffText.handled));
  },
});

export const handle = button({
  id: handleId,
  policy: guardian,
  answer: 'modal',
  async run(context, params) {
    await getWaiting(context.db, changeBy(context), params.reportId);
    return handleForm.open(context.locale, params);
  },
});

/** The whole of it, for whom it does not concern. */
export const openOne = button({
  id: reportOpenId,
  policy: guardian,
  answer: 'ephemeral',
  run: async (context, params) => reportCard(await openReport(context.db, changeBy(context), params.reportId), context.locale),
});

export const stopForm = form({
  id: reportEndFormId,
  policy: guardian,
  answer: 'ephemeral',
  title: staffText.reportEnd,
  fields: { reason: longText({ label: staffText.reportEndWhy, min: 3, max: reasonLimit }) },
  async run(context, params, { reason }) {
    const by = changeBy(context);
    const { pairId } = await getWaiting(context.db, by, params.reportId);
    await endByStaff(context.db, by, { pairId, reason });
    return plainNote(context.t(staffText.stopped));
  },
});

export const stop = button({
  id: reportEndId,
  policy: guardian,
  answer: 'modal',
  async run(context, params) {
    await getWaiting(context.db, changeBy(context), params.reportId);
    return stopForm.open(context.locale, params);
  },
});

export const holdForm = form({
  id: reportPauseFormId,
  policy: guardian,
  answer: 'ephemeral',
  title: staffText.reportPause,
  fields: { until: shortText({ label: text.until, description: text.untilHelp, max: 40 }) },
  async run(context, params, typed) {
    const by = changeBy(context);
    const until = dayTyped(typed.until);
    const { pairId } = await getWaiting(context.db, by, params.reportId);
    await pausePairByStaff(context.db, by, { pairId, until, today: await today(context) });
    return plainNote(context.t(staffText.pausedFor(dayShown(dateOf(until)))));
  },
});

export const holdOne = button({
  id: reportPauseId,
  policy: guardian,
  answer: 'modal',
  async run(context, params) {
    await getWaiting(context.db, changeBy(context), params.reportId);
    return holdForm.open(context.locale, params);
  },
});
