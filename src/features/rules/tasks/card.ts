import { schedule, task } from '../../../infra/tasks.ts';
import { hitActed, moderationKey, raidChanged } from '../../../kernel/moderation.ts';
import { day, hour, minute } from '../../../kernel/time.ts';
import { inTurn } from '../../catalogue/service/turn.ts';
import { dropCard, promiseCards, readCard, recordCalled, recordCard, settleHit } from '../service/card.ts';
import { memoryOf } from '../service/memory.ts';
import { dueQuestions, readProposal, recordProposal } from '../service/proposal.ts';
import { sweepRules } from '../service/retention.ts';
import { changeLevel, promiseQuestion } from '../service/rule.ts';
import { seedOnce } from '../service/seed.ts';
import { cardMessage } from '../views/hit.ts';
import { proposalMessage } from '../views/rule.ts';
import { askTask, cardTask, refreshTask, reloadTask, seedTask, uncardTask } from '../wire.ts';

/** The card of what was found of somebody: posted once, edited as more comes, by one of us at a time. */
export const card = task(cardTask, (context, key) =>
  inTurn(context.db, `rules.card:${key.cardId}`, async () => {
    const { db, settings, post, clock } = context;
    const found = await readCard(db, key, clock.now());
    if (!found) return;
    if (found.total === 0) return dropCard(db, found.card);
    const { channels, roles, locale } = await settings(key.guildId);
    const { channelId: before, messageId, openedAt, isCall, calledAt, id } = found.card;
    const channelId = before ?? channels[moderationKey];
    if (channelId === undefined) return;
    const mentioned = roles.moderator ?? [];
    const posted = await post({
      channelId,
      messageId,
      message: cardMessage(found, mentioned, locale),
      key: `rules.card:${id}`,
      since: openedAt,
    });
    if (!posted.ok) {
      if (posted.why === 'forbidden') throw posted.error;
      return;
    }
    if (posted.value.id !== messageId) await recordCard(db, id, { channelId, messageId: posted.value.id });
    if (isCall && calledAt === null && messageId === null) await recordCalled(db, id, clock.now());
  }),
);

/** Rules have watched for long enough: administrators are asked, once for all of them. */
export const ask = task(askTask, (context, { guildId }) =>
  inTurn(context.db, `rules.ask:${guildId}`, async () => {
    const { db, settings, post, clock } = context;
    const now = clock.now();
    const proposal = await readProposal(db, guildId, now);
    if (!proposal) return;
    const { channels, locale } = await settings(guildId);
    const { rows, isNew, asks, posted: former } = proposal;
    if (rows.length === 0) return recordProposal(db, guildId, { proposal, posted: null, now });
    const channelId = isNew ? channels[moderationKey] : (former?.channelId ?? channels[moderationKey]);
    if (channelId === undefined) return;
    const posted = await post({
      channelId,
      messageId: isNew ? null : (former?.messageId ?? null),
      message: proposalMessage(proposal, locale),
      key: `rules.ask:${guildId}:${asks}`,
      // What stood there before looks alike: it is not the new one.
      since: rows.reduce((last, { shadowUntil }) => (shadowUntil && shadowUntil > last ? shadowUntil : last), new Date(0)),
    });
    if (!posted.ok) {
      if (posted.why === 'forbidden') throw posted.error;
      return;
    }
    await recordProposal(db, guildId, { proposal, posted: { channelId, messageId: posted.value.id }, now });
  }),
);

export const uncard = task(uncardTask, async ({ discord, outcome }, { channelId, messageId }) => {
  const deleted = await outcome(discord.channels.deleteMessage(channelId, messageId));
  if (!deleted.ok && deleted.why === 'forbidden') throw deleted.error;
});

/** Of this process; the others see that the revision changed. */
export const reload = task(reloadTask, async ({ db }, { guildId }) => memoryOf(db).forget(guildId));
export const refresh = task(refreshTask, ({ db }, { guildId }) => memoryOf(db).refresh(guildId));
/** Which rules apply depends on how tense the server is: every process reads it again. */
export const raid = task(raidChanged, ({ db }, { guildId }) => changeLevel(db, guildId));
export const settled = task(hitActed, ({ db, clock }, outcome) => settleHit(db, { ...outcome, now: clock.now() }));
export const seed = task(seedTask, ({ db, clock }, { guildId }) => seedOnce(db, guildId, clock.now()));

export const keepCards = schedule('rules.cards', hour, (tx, { clock }) => promiseCards(tx, clock.now()), ['rule_card']);
export const askDue = schedule(
  'rules.questions',
  10 * minute,
  async (tx, { clock }) => {
    for (const due of await dueQuestions(tx, clock.now())) await promiseQuestion(tx, due);
  },
  ['rule'],
);
export const forget = schedule('rules.forget', day / 4, (tx, { clock }) => sweepRules(tx, clock.now()), [
  'rule_hit',
  'rule_card',
  'rule_counter',
  'rule_cooldown',
  'rule_draft',
  'rule_hold',
]);
