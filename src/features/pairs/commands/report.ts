import { button } from '../../../discord/command.ts';
import { changeBy } from '../../../discord/context.ts';
import { checkbox, form, longText, radio } from '../../../discord/form.ts';
import { anyone, staff } from '../../../discord/policy.ts';
import { plainNote } from '../../../kernel/piece.ts';
import { abouts, text } from '../messages/change.ts';
import { text as staffText } from '../messages/staff.ts';
import { reportLimit } from '../rules/limit.ts';
import { getOwnPair } from '../service/pair.ts';
import { getWaiting, handleReport, listReports, reportPair } from '../service/report.ts';
import { reportsScreen } from '../views/staff.ts';
import { handleFormId, handleId, reportFormId, reportId, reportsId } from '../wire.ts';
import { keyOf, whoIs } from './part.ts';

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
  policy: staff,
  answer: 'ephemeral',
  run: async (context, { page }) => reportsScreen(await listReports(context.db, changeBy(context), page), context.locale),
});

export const handleForm = form({
  id: handleFormId,
  policy: staff,
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
  policy: staff,
  answer: 'modal',
  async run(context, params) {
    await getWaiting(context.db, changeBy(context), params.reportId);
    return handleForm.open(context.locale, params);
  },
});
