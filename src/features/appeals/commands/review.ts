import { button, type Message } from '../../../discord/command.ts';
import { type Context, changeBy } from '../../../discord/context.ts';
import { form, longText, menu, radio } from '../../../discord/form.ts';
import { moderator } from '../../../discord/policy.ts';
import { severities } from '../../../kernel/moderation.ts';
import { nothingToReduce } from '../messages/refusal.ts';
import { text } from '../messages/review.ts';
import { answerLimit } from '../rules/limit.ts';
import { type Decision, decideAppeal, getDecidable, reducible } from '../service/decide.ts';
import { countWaiting, readQueue } from '../service/review.ts';
import { decidedMessage, queueScreen } from '../views/review.ts';
import { acceptFormId, decideIds, lowerFormId, pageId, queueId, shortenFormId, upholdFormId } from '../wire.ts';

async function decide(context: Context, appealId: number, answer: string, decision: Decision): Promise<Message> {
  const { db, actor, clock, locale } = context;
  const { state } = await decideAppeal(db, changeBy(context), { appealId, answer, decision });
  const said = state === 'accepted' || state === 'reduced' ? text.decided[state] : text.decided.upheld;
  return decidedMessage(said, await countWaiting(db, actor, clock.now()), locale);
}

const answer = longText({ label: text.answerLabel, description: text.answerHelp, min: 10, max: answerLimit });

export const acceptForm = form({
  id: acceptFormId,
  policy: moderator,
  answer: 'ephemeral',
  title: text.acceptTitle,
  fields: { reason: answer },
  run: (context, { appealId }, typed) => decide(context, appealId, typed.reason, { outcome: 'accept' }),
});
export const upholdForm = form({
  id: upholdFormId,
  policy: moderator,
  answer: 'ephemeral',
  title: text.upholdTitle,
  fields: { reason: answer },
  run: (context, { appealId }, typed) => decide(context, appealId, typed.reason, { outcome: 'uphold' }),
});
export const shortenForm = form({
  id: shortenFormId,
  policy: moderator,
  answer: 'ephemeral',
  title: text.reduceTitle,
  fields: { length: menu({ label: text.lengthLabel, choices: text.lengths }), reason: answer },
  run: (context, { appealId }, { length: [hours], reason }) =>
    decide(context, appealId, reason, { outcome: 'reduce', reduction: { hours: Number(hours) } }),
});
const { high: _heaviest, ...lighter } = severities;
export const lowerForm = form({
  id: lowerFormId,
  policy: moderator,
  answer: 'ephemeral',
  title: text.reduceTitle,
  fields: { severity: radio({ label: text.severityLabel, choices: lighter }), reason: answer },
  run: (context, { appealId }, { severity, reason }) =>
    decide(context, appealId, reason, { outcome: 'reduce', reduction: { severity: severity ?? 'low' } }),
});

/** Who may not decide is told before they write. */
const decidable = async (context: Context, appealId: number) =>
  (await getDecidable(context.db, changeBy(context), appealId)).made;

export const accept = button({
  id: decideIds.accept,
  policy: moderator,
  answer: 'modal',
  async run(context, address) {
    await decidable(context, address.appealId);
    return acceptForm.open(context.locale, address);
  },
});
export const uphold = button({
  id: decideIds.uphold,
  policy: moderator,
  answer: 'modal',
  async run(context, address) {
    await decidable(context, address.appealId);
    return upholdForm.open(context.locale, address);
  },
});
export const reduce = button({
  id: decideIds.reduce,
  policy: moderator,
  answer: 'modal',
  async run(context, address) {
    const what = reducible(await decidable(context, address.appealId));
    if (what === null) throw nothingToReduce();
    return (what === 'length' ? shortenForm : lowerForm).open(context.locale, address);
  },
});

async function pageOf({ db, actor, clock, locale }: Context, at: number): Promise<Message> {
  const page = await readQueue(db, { guildId: actor.guildId, userId: actor.userId, at }, clock.now());
  return queueScreen(page, page.file !== null && reducible(page.file.made) !== null, locale);
}
export const queue = button({ id: queueId, policy: moderator, answer: 'ephemeral', run: (context) => pageOf(context, 0) });
export const turnQueue = button({
  id: pageId,
  policy: moderator,
  answer: 'update',
  run: (context, { page }) => pageOf(context, page),
});
