import type { Context } from '../../../discord/context.ts';
import { holds, staff } from '../../../discord/policy.ts';
import type { HomeItem } from '../../../kernel/feature.ts';
import { type Kind, kinds } from '../../../kernel/kind.ts';
import { escapeMarkdown } from '../../../kernel/text.ts';
import { timeOf } from '../../../kernel/time.ts';
import { expectedPromo } from '../../invites/service/arrival.ts';
import { text as decisionText } from '../messages/decision.ts';
import { text } from '../messages/presentation.ts';
import { text as promoText } from '../messages/promo.ts';
import { countOpen, type Waiting } from '../service/queue.ts';
import { type Standing, standingOf } from '../service/request.ts';
import { correctId, joinId, queueId, seeId, startId } from '../wire.ts';

type Expected = Awaited<ReturnType<typeof expectedPromo>>;

/** Somebody identified is in: a change of theirs is no duty. */
function changeItem({ request }: Standing, kind: Kind, identifiedAt: Date): HomeItem {
  const customId = startId.encode({});
  switch (request?.status) {
    case 'draft':
      return { text: text.homeChangeBegun, button: { label: text.resume, customId } };
    case 'pending':
      if (request.isJoin) return { text: promoText.homeJoinSent, button: { label: text.seeRequest, customId } };
      return { text: text.homeChangeSent, button: { label: text.seeRequest, customId } };
    case 'refused':
      if (request.isJoin) return { text: promoText.homeJoinRefused, button: { label: text.seeRequest, customId } };
      return { text: text.homeChangeRefused, button: { label: text.tryAgain, customId } };
    default:
      return { text: text.homeIdentity(kinds[kind], timeOf(identifiedAt, 'D')), button: { label: text.seeIdentity, customId } };
  }
}

function ownItem(standing: Standing, guildId: string): HomeItem {
  const { identity, identifiedAt, request } = standing;
  const start = startId.encode({});
  if (request?.status === 'asked')
    return {
      text: text.homeAsked,
      waiting: true,
      button: { label: text.answer, customId: correctId.encode({ guildId, requestId: request.id }) },
    };
  if (identity && identifiedAt) return changeItem(standing, identity.kind, identifiedAt);
  switch (request?.status) {
    case 'draft':
      return { text: text.homeDraft, waiting: true, button: { label: text.resume, customId: start } };
    case 'pending':
      return { text: text.homePending, button: { label: text.seeRequest, customId: start } };
    case 'refused':
      return { text: text.homeRefused, waiting: true, button: { label: text.tryAgain, customId: start } };
    default:
      return { text: text.homeNew, waiting: true, button: { label: text.introduce, customId: start } };
  }
}

/**
 * Somebody identified may enter a promo more, while nothing else of theirs is with the staff; who came by the invite of one need not look for it.
 * A newcomer is told of it and introduces themselves first.
 */
function joinItem({ canJoin, request }: Standing, guildId: string, expected: Expected): HomeItem | null {
  const isSent = request?.status === 'pending' || request?.status === 'asked';
  if (expected && isSent && request.promoId === expected.id) return null;
  const mayAsk = canJoin && !isSent;
  if (expected) {
    const text = promoText.expected(escapeMarkdown(expected.name));
    return mayAsk
      ? { text, waiting: true, button: { label: promoText.joinThis, customId: joinId.encode({ guildId }) } }
      : { text };
  }
  if (!mayAsk) return null;
  return { text: promoText.homeJoin, button: { label: promoText.join, customId: joinId.encode({ guildId }) } };
}

/** The requests that wait for staff, and how many wait for the people themselves. */
function queueItem({ pending, own, asked }: Waiting): HomeItem | null {
  if (pending + asked === 0) return null;
  const all = decisionText.waiting(pending, asked);
  const mine = promoText.ofYours(own);
  const said = own > 0 ? { fr: `${all.fr} ${mine.fr}`, en: `${all.en} ${mine.en}` } : all;
  return pending === 0
    ? { text: said }
    : { text: said, waiting: true, button: { label: decisionText.others(pending), customId: queueId.encode({}) } };
}

/** On the card of a person: their open request. */
export async function card({ db, actor }: Context, userId: string): Promise<readonly HomeItem[]> {
  const { request } = await standingOf(db, { guildId: actor.guildId, userId });
  if (request?.status === 'draft') return [{ text: decisionText.ofPerson.draft() }];
  if (!request?.submittedAt || (request.status !== 'pending' && request.status !== 'asked')) return [];
  const said = decisionText.ofPerson[request.status](request.id, timeOf(request.submittedAt));
  return [{ text: said, button: { label: decisionText.see, customId: seeId.encode({ requestId: request.id }) } }];
}

/** My request and, for staff, those that wait for them. Staff who were there before the bot are not asked to introduce themselves. */
export async function home({ db, actor, keys }: Context): Promise<readonly HomeItem[]> {
  const isStaff = holds(staff, await keys());
  const standing = await standingOf(db, actor);
  const queue = isStaff ? queueItem(await countOpen(db, { guildId: actor.guildId, staffId: actor.userId })) : null;
  const own = isStaff && !standing.request && !standing.identity ? null : ownItem(standing, actor.guildId);
  const join = joinItem(standing, actor.guildId, await expectedPromo(db, actor));
  return [queue, own, join].filter((item) => item !== null);
}
