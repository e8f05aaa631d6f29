import { button, chosenRow, select } from '../../../discord/command.ts';
import { type Context, changeBy } from '../../../discord/context.ts';
import { admin, holds, moderator } from '../../../discord/policy.ts';
import type { HomeItem } from '../../../kernel/feature.ts';
import { note } from '../../../kernel/piece.ts';
import { text } from '../messages/hit.ts';
import { text as ruleText } from '../messages/rule.ts';
import { closeCard, countOpenCards, getCard } from '../service/card.ts';
import { getHit, judgeHit, listHits, type Verdict } from '../service/hit.ts';
import { restoreCard, restoreHit } from '../service/restore.ts';
import { getRow } from '../service/rule.ts';
import { foundScreen, hitScreen, hitsScreen } from '../views/hit.ts';
import {
  closeId,
  foundedId,
  foundId,
  hitIdOpen,
  hitPickId,
  hitsId,
  hitsPageId,
  judgeId,
  listId,
  mistakenId,
  restoreAllId,
  restoreId,
} from '../wire.ts';

/** What everybody of the team reads changes by a task: the answer is for whoever clicked. */
async function judge(context: Context, hitId: number, verdict: Verdict) {
  const { locale: ofGuild } = await context.settings();
  const { hit, cases } = await judgeHit(context.db, changeBy(context), { hitId, verdict, locale: ofGuild });
  const said = verdict === 'founded' ? text.judgedFounded : text.judgedMistaken(hit.fingerprint !== null, cases);
  return hitScreen(hit, context.locale, context.t(said));
}

export const mistaken = button({
  id: mistakenId,
  policy: moderator,
  answer: 'ephemeral',
  run: (context, { hitId }) => judge(context, hitId, 'mistaken'),
});
export const founded = button({
  id: foundedId,
  policy: moderator,
  answer: 'ephemeral',
  run: (context, { hitId }) => judge(context, hitId, 'founded'),
});

export const restore = button({
  id: restoreId,
  policy: moderator,
  answer: 'ephemeral',
  async run(context, { hitId }) {
    const { locale } = await context.settings();
    const { messages, cases } = await restoreHit(context.db, changeBy(context), hitId, { locale });
    return note(context.t(text.broughtBack(messages, cases)));
  },
});
export const restoreAll = button({
  id: restoreAllId,
  policy: moderator,
  answer: 'ephemeral',
  async run(context, { cardId }) {
    const { locale } = await context.settings();
    const { messages, cases } = await restoreCard(context.db, changeBy(context), cardId, { locale });
    return note(context.t(text.broughtBack(messages, cases)));
  },
});

export const close = button({
  id: closeId,
  policy: moderator,
  answer: 'ephemeral',
  async run(context, { cardId }) {
    await closeCard(context.db, changeBy(context), cardId);
    return note(context.t(text.isClosed));
  },
});

const hitsOf = async ({ db, actor, clock, locale }: Context, cardId: number, page: number) =>
  hitsScreen(await getCard(db, { guildId: actor.guildId, cardId, page }, clock.now()), locale);

export const hits = button({
  id: hitsId,
  policy: moderator,
  answer: 'ephemeral',
  run: (context, { cardId }) => hitsOf(context, cardId, 0),
});
export const hitsPage = button({
  id: hitsPageId,
  policy: moderator,
  answer: 'update',
  run: (context, { cardId, page }) => hitsOf(context, cardId, page),
});

const one = async ({ db, actor, locale }: Context, hitId: number) => hitScreen(await getHit(db, actor.guildId, hitId), locale);
export const pickHit = select({
  id: hitPickId,
  policy: moderator,
  answer: 'ephemeral',
  run: (context, _params, [value]) => one(context, chosenRow(value)),
});
export const openHit = button({
  id: hitIdOpen,
  policy: moderator,
  answer: 'ephemeral',
  run: (context, { hitId }) => one(context, hitId),
});

async function foundOf(context: Context, ruleId: number, page: number) {
  const { db, actor, locale } = context;
  const rule = await getRow(db, actor.guildId, ruleId);
  return foundScreen(rule, await listHits(db, { guildId: actor.guildId, ruleId }, page), locale);
}

/** Moderators look too: who knows what is written on the server says best what is a mistake. */
export const found = button({
  id: foundId,
  policy: moderator,
  answer: 'step',
  run: (context, { ruleId, page }) => foundOf(context, ruleId, page),
});

export const judgeHere = button({
  id: judgeId,
  policy: moderator,
  answer: 'update',
  async run(context, { hitId, verdict, page }) {
    const { locale } = await context.settings();
    const { hit } = await judgeHit(context.db, changeBy(context), { hitId, verdict, locale });
    return foundOf(context, hit.ruleId, page);
  },
});

export async function home({ db, actor, keys }: Context): Promise<readonly HomeItem[]> {
  const roles = await keys();
  if (!holds(moderator, roles)) return [];
  const waiting = await countOpenCards(db, { guildId: actor.guildId, userId: actor.userId });
  return [
    ...(waiting > 0 ? [{ text: ruleText.homeCards(waiting), waiting: true }] : []),
    ...(holds(admin, roles)
      ? [{ text: ruleText.homeRules, button: { label: ruleText.homeRules, customId: listId.encode({ page: 0 }) } }]
      : []),
  ];
}
