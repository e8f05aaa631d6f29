import { button, chosenRow, command, type Message, type Modal, select } from '../../../discord/command.ts';
import { type Context, changeBy } from '../../../discord/context.ts';
import { form, longText, note as paragraph, radio } from '../../../discord/form.ts';
import { anyone, staff } from '../../../discord/policy.ts';
import { endId } from '../../../kernel/mentoring.ts';
import { plainNote } from '../../../kernel/piece.ts';
import { choices, text } from '../messages/change.ts';
import { noPair } from '../messages/refusal.ts';
import { reasonLimit } from '../rules/limit.ts';
import { type Choice, endOwn, getWhy } from '../service/end.ts';
import { getLivePair, recordActivity } from '../service/pair.ts';
import { pickScreen } from '../views/change.ts';
import { reasonMessage } from '../views/staff.ts';
import { endFormId, endPickId, endThereFormId, endThereId, whyId } from '../wire.ts';
import { keyOf, whoIs } from './part.ts';
import { pairsHere } from './pause.ts';

const fields = {
  how: paragraph(text.endHow),
  choice: radio({ label: text.choice, choices }),
  reason: longText({ label: text.reason, description: text.reasonHelp, max: reasonLimit, required: false }),
};

async function endIt(context: Context, pairId: number, typed: { choice: Choice | null; reason: string }): Promise<Message> {
  await endOwn(context.db, whoIs(context), { pairId, choice: typed.choice ?? 'stop', reason: typed.reason });
  return plainNote(context.t(text.ended));
}

const shape = { policy: anyone, answer: 'ephemeral', title: text.endTitle, fields } as const;
export const endForm = form({ ...shape, id: endFormId, run: (context, { pairId }, typed) => endIt(context, pairId, typed) });
export const endThereForm = form({
  ...shape,
  id: endThereFormId,
  run: (context, { pairId }, typed) => endIt(context, pairId, typed),
});

/** Whoever begins to end it is there: a pair does not fall silent meanwhile. */
async function begin(context: Context, pairId: number): Promise<void> {
  await getLivePair(context.db, context.actor, pairId);
  await recordActivity(context.db, pairId, context.clock.now());
}

export const end = button({
  id: endId,
  policy: anyone,
  answer: 'modal',
  async run(context, { pairId }) {
    await begin(context, pairId);
    return endForm.open(context.locale, { pairId });
  },
});

export const endThere = button({
  id: endThereId,
  policy: anyone,
  answer: 'modal',
  async run(context, { pairId }) {
    await begin(context, pairId);
    return endThereForm.open(context.locale, keyOf(context, pairId));
  },
});

export const endCommand = command({
  name: { fr: 'mentorat terminer', en: 'mentoring end' },
  description: text.endCommand,
  policy: anyone,
  answer: 'step',
  options: {},
  async run(context): Promise<Message | Modal> {
    const pairs = await pairsHere(context);
    const [first, ...others] = pairs;
    if (!first) throw noPair();
    if (others.length === 0) return endForm.open(context.locale, { pairId: first.id });
    return pickScreen(endPickId.encode({}), context.t(text.endPick), { pairs, hasOwn: false }, context.locale);
  },
});

export const endPick = select({
  id: endPickId,
  policy: anyone,
  answer: 'modal',
  async run(context, _params, [value]) {
    const pair = await getLivePair(context.db, context.actor, chosenRow(value));
    return endForm.open(context.locale, { pairId: pair.id });
  },
});

/** What one of the two wrote for staff, for whom it does not concern. */
export const why = button({
  id: whyId,
  policy: staff,
  answer: 'ephemeral',
  async run(context, { pairId }) {
    const { pair, mentor, learner, reason } = await getWhy(context.db, changeBy(context), pairId);
    return reasonMessage({ pair, mentorName: mentor, learnerName: learner }, reason, context.locale);
  },
});
