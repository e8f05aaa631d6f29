import { button } from '../../../discord/command.ts';
import type { Context } from '../../../discord/context.ts';
import { form, longText } from '../../../discord/form.ts';
import { staff } from '../../../discord/policy.ts';
import { bold, type Text } from '../../../kernel/text.ts';
import { timeOf } from '../../../kernel/time.ts';
import { text } from '../messages/review.ts';
import { isKnown } from '../rules/life.ts';
import { countWaiting, getCard, readQueue } from '../service/card.ts';
import {
  approveCompany,
  askCompany,
  type Decision,
  getOpen,
  getSuspendable,
  liftSuspension,
  refuseCompany,
  suspendCompany,
} from '../service/review.ts';
import { companyCard, decided, queueScreen } from '../views/card.ts';
import {
  approveId,
  askId,
  liftId,
  pageId,
  questionId,
  queueId,
  refusalId,
  refuseId,
  seeId,
  suspendId,
  suspensionId,
} from '../wire.ts';

const decisionOf = ({ actor, clock }: Context, companyId: number): Decision => ({
  guildId: actor.guildId,
  companyId,
  staffId: actor.userId,
  now: clock.now(),
});

const said = async ({ db, actor, locale }: Context, words: Text) =>
  decided(words[locale], await countWaiting(db, actor.guildId), locale);

export const approve = button({
  id: approveId,
  policy: staff,
  answer: 'ephemeral',
  async run(context, { companyId, revision }) {
    const { name, verifiedUntil } = await approveCompany(context.db, decisionOf(context, companyId), revision);
    return said(context, text.verified(bold(name), verifiedUntil ? timeOf(verifiedUntil, 'D') : ''));
  },
});

const textMax = 1_000;
const reasonField = { reason: longText({ label: text.reasonLabel, description: text.reasonHelp, max: textMax }) };

export const refusal = form({
  id: refusalId,
  policy: staff,
  answer: 'ephemeral',
  title: text.refusalTitle,
  fields: reasonField,
  async run(context, { companyId }, { reason }) {
    const company = await refuseCompany(context.db, decisionOf(context, companyId), reason);
    return said(context, (isKnown(company) ? text.kept : text.refused)(bold(company.name)));
  },
});

export const refuse = button({
  id: refuseId,
  policy: staff,
  answer: 'modal',
  async run(context, { companyId }) {
    await getOpen(context.db, decisionOf(context, companyId));
    return refusal.open(context.locale, { companyId });
  },
});

export const question = form({
  id: questionId,
  policy: staff,
  answer: 'ephemeral',
  title: text.questionTitle,
  fields: { question: longText({ label: text.questionLabel, description: text.reasonHelp, max: textMax }) },
  async run(context, { companyId }, fields) {
    const { name } = await askCompany(context.db, decisionOf(context, companyId), fields.question);
    return said(context, text.asked(bold(name)));
  },
});

export const ask = button({
  id: askId,
  policy: staff,
  answer: 'modal',
  async run(context, { companyId }) {
    await getOpen(context.db, decisionOf(context, companyId));
    return question.open(context.locale, { companyId });
  },
});

export const suspension = form({
  id: suspensionId,
  policy: staff,
  answer: 'ephemeral',
  title: text.suspensionTitle,
  fields: { reason: longText({ label: text.reasonLabel, description: text.suspensionHelp, max: textMax }) },
  async run(context, { companyId }, { reason }) {
    const { name } = await suspendCompany(context.db, decisionOf(context, companyId), reason);
    return said(context, text.suspended(bold(name)));
  },
});

export const suspend = button({
  id: suspendId,
  policy: staff,
  answer: 'modal',
  async run(context, { companyId }) {
    await getSuspendable(context.db, decisionOf(context, companyId));
    return suspension.open(context.locale, { companyId });
  },
});

export const lift = button({
  id: liftId,
  policy: staff,
  answer: 'ephemeral',
  async run(context, { companyId, revision }) {
    const { name } = await liftSuspension(context.db, decisionOf(context, companyId), revision);
    return said(context, text.lifted(bold(name)));
  },
});

/** The company with all that can be done about it, from a note or the card of a person. */
export const see = button({
  id: seeId,
  policy: staff,
  answer: 'ephemeral',
  run: async ({ db, actor, locale }, { companyId }) =>
    companyCard(await getCard(db, { guildId: actor.guildId, companyId }), locale),
});

const pageOf = async ({ db, actor, locale }: Context, at: number) =>
  queueScreen(await readQueue(db, { guildId: actor.guildId, at }), locale);

export const queue = button({ id: queueId, policy: staff, answer: 'ephemeral', run: (context) => pageOf(context, 0) });

export const turnPage = button({
  id: pageId,
  policy: staff,
  answer: 'update',
  run: (context, { page }) => pageOf(context, page),
});
