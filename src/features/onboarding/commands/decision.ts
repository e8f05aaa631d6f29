import { button, select } from '../../../discord/command.ts';
import type { Context } from '../../../discord/context.ts';
import { form, longText } from '../../../discord/form.ts';
import { staff } from '../../../discord/policy.ts';
import { isKind, kinds } from '../../../kernel/kind.ts';
import { roleNames } from '../../../kernel/role.ts';
import type { Text } from '../../../kernel/text.ts';
import { text, unknownRequest } from '../messages/decision.ts';
import { text as promoText } from '../messages/promo.ts';
import { roleOf } from '../rules.ts';
import {
  acceptRequest,
  askPrecision,
  changeKind,
  countWaiting,
  type Decision,
  getCard,
  getSent,
  getWaiting,
  refuseRequest,
} from '../service/decision.ts';
import { requestsKey } from '../service/panel.ts';
import { readQueue } from '../service/queue.ts';
import { decided, fullName, queueScreen, requestCard } from '../views/card.ts';
import { enteredText } from '../views/promo.ts';
import { addressId, approveId, asId, askId, pageAsId, pageId, questionId, queueId, refusalId, refuseId, seeId } from '../wire.ts';

export const decisionOf = ({ actor, clock }: Context, requestId: number): Decision => ({
  guildId: actor.guildId,
  requestId,
  staffId: actor.userId,
  now: clock.now(),
});

const done = async ({ db, actor, locale }: Context, said: Text, more: Text | null = null) =>
  decided([said, more].flatMap((one) => (one ? [one[locale]] : [])).join('\n'), await countWaiting(db, actor.guildId), locale);

export const approve = button({
  id: approveId,
  policy: staff,
  answer: 'ephemeral',
  async run(context, { requestId, revision }) {
    // Before the decision, which nothing may make look as if it failed.
    const { roles, channels } = await context.settings();
    const request = await acceptRequest(context.db, decisionOf(context, requestId), revision);
    const name = fullName(request);
    const entered = enteredText(request.joinResult, request.promoName);
    if (request.isJoin) return done(context, promoText.joinApproved(name), entered);
    const key = roleOf[request.kind];
    if ((roles[key] ?? []).length === 0) return done(context, text.approvedWithoutRole(name, roleNames[key]), entered);
    const hasCard = request.cardMessageId !== null || channels[requestsKey] !== undefined;
    return done(context, hasCard ? text.approved(name) : text.approvedWithoutCard(name), entered);
  },
});

const textMax = 1_000;

export const refusal = form({
  id: refusalId,
  policy: staff,
  answer: 'ephemeral',
  title: text.refusalTitle,
  fields: { reason: longText({ label: text.reasonLabel, description: text.reasonHelp, max: textMax }) },
  async run(context, { requestId }, { reason }) {
    const request = await refuseRequest(context.db, decisionOf(context, requestId), reason);
    return done(context, text.refusalSaved(fullName(request)));
  },
});

export const refuse = button({
  id: refuseId,
  policy: staff,
  answer: 'modal',
  async run(context, { requestId }) {
    await getWaiting(context.db, decisionOf(context, requestId));
    return refusal.open(context.locale, { requestId });
  },
});

export const question = form({
  id: questionId,
  policy: staff,
  answer: 'ephemeral',
  title: text.questionTitle,
  fields: { question: longText({ label: text.questionLabel, description: text.reasonHelp, max: textMax }) },
  async run(context, { requestId }, fields) {
    const request = await askPrecision(context.db, decisionOf(context, requestId), fields.question);
    return done(context, text.questionSaved(fullName(request)));
  },
});

export const ask = button({
  id: askId,
  policy: staff,
  answer: 'modal',
  async run(context, { requestId }) {
    await getWaiting(context.db, decisionOf(context, requestId));
    return question.open(context.locale, { requestId });
  },
});

export const acceptAs = select({
  id: asId,
  policy: staff,
  answer: 'ephemeral',
  async run(context, { requestId }, [kind]) {
    if (!isKind(kind)) throw unknownRequest();
    const request = await changeKind(context.db, decisionOf(context, requestId), kind);
    const said = context.t(text.kindSaved(fullName(request), kinds[kind]));
    return { ...requestCard(request, context.locale), content: said };
  },
});

export const acceptPageAs = select({
  id: pageAsId,
  policy: staff,
  answer: 'update',
  async run(context, { requestId, page }, [kind]) {
    if (!isKind(kind)) throw unknownRequest();
    const request = await changeKind(context.db, decisionOf(context, requestId), kind);
    const total = await countWaiting(context.db, context.actor.guildId);
    return queueScreen({ request, at: page, total: Math.max(total, page + 1) }, context.locale);
  },
});

export const address = button({
  id: addressId,
  policy: staff,
  answer: 'ephemeral',
  async run({ db, actor, t }, { requestId }) {
    const request = await getSent(db, { guildId: actor.guildId, requestId });
    return { content: t(text.addressOf(fullName(request), `\`${request.email.replaceAll('`', '')}\``)) };
  },
});

const pageOf = async ({ db, actor, locale }: Context, at: number) =>
  queueScreen(await readQueue(db, { guildId: actor.guildId, staffId: actor.userId, at }), locale);

/** The request with all that can be done about it, from the card of the person. */
export const see = button({
  id: seeId,
  policy: staff,
  answer: 'ephemeral',
  run: async ({ db, actor, locale }, { requestId }) =>
    requestCard(await getCard(db, { guildId: actor.guildId, requestId }), locale),
});

export const queue = button({ id: queueId, policy: staff, answer: 'ephemeral', run: (context) => pageOf(context, 0) });

export const turnPage = button({
  id: pageId,
  policy: staff,
  answer: 'update',
  run: (context, { page }) => pageOf(context, page),
});
