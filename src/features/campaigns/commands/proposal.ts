import { button, chosenRow, select } from '../../../discord/command.ts';
import { type Context, changeBy } from '../../../discord/context.ts';
import { form, people } from '../../../discord/form.ts';
import { staff } from '../../../discord/policy.ts';
import { workApart } from '../../../infra/apart.ts';
import { text } from '../messages/proposal.ts';
import { nobodyChosen, unknownPair } from '../messages/refusal.ts';
import { type Campaign, getCampaign } from '../service/campaign.ts';
import { feedFits } from '../service/feed.ts';
import { excludePair, fixPairs, handOf, holdPair, includePair, recompute, swapOf } from '../service/mend.ts';
import { readAlone, readExcluded, readPair, readPairs } from '../service/preview.ts';
import { fitsWork } from '../service/propose.ts';
import { publish as publishAll } from '../service/publish.ts';
import { aloneCard, blockedCard, excludedCard, pairCard, pairsCard } from '../views/proposal.ts';
import {
  againId,
  aloneId,
  excludedId,
  excludeId,
  firstId,
  handedId,
  handId,
  includeId,
  lockId,
  pairId,
  pairsId,
  publishId,
  swapId,
  unlockId,
} from '../wire.ts';
import { cardOf } from './campaign.ts';

const keyOf = ({ actor }: Context, id: number) => ({ guildId: actor.guildId, id });

const pairsPage = async (context: Context, id: number, page: number) =>
  pairsCard(await readPairs(context.db, keyOf(context, id), page), context.locale);

export const pairs = button({
  id: pairsId,
  policy: staff,
  answer: 'update',
  run: (context, { campaignId, page }) => pairsPage(context, campaignId, page),
});

async function pairOf(context: Context, id: number, row: number, page: number) {
  const { campaign, pair } = await readPair(context.db, keyOf(context, id), row);
  return pairCard(campaign, pair, page, context.locale);
}

export const pair = select({
  id: pairId,
  policy: staff,
  answer: 'update',
  run: (context, { campaignId, page }, [row]) => pairOf(context, campaignId, chosenRow(row), page),
});

export const alone = button({
  id: aloneId,
  policy: staff,
  answer: 'update',
  run: async (context, { campaignId, page }) =>
    aloneCard(await readAlone(context.db, keyOf(context, campaignId), page), context.locale),
});

const hold = (id: typeof lockId, locked: boolean) =>
  button({
    id,
    policy: staff,
    answer: 'update',
    async run(context, { campaignId, row, revision }) {
      await holdPair(context.db, changeBy(context), { id: campaignId, revision }, { row, locked });
      return pairOf(context, campaignId, row, 0);
    },
  });
export const lock = hold(lockId, true);
export const unlock = hold(unlockId, false);

export const exclude = button({
  id: excludeId,
  policy: staff,
  answer: 'update',
  async run(context, { campaignId, row, revision }) {
    await excludePair(context.db, changeBy(context), { id: campaignId, revision }, row);
    return cardOf(context, campaignId);
  },
});

export const excluded = button({
  id: excludedId,
  policy: staff,
  answer: 'update',
  run: async (context, { campaignId, page }) =>
    excludedCard(await readExcluded(context.db, keyOf(context, campaignId), page), context.locale),
});

export const include = select({
  id: includeId,
  policy: staff,
  answer: 'update',
  async run(context, { campaignId, page, revision }, [value]) {
    const [, learnerId, mentorId] = /^(\d{17,20}) (\d{17,20})$/.exec(value ?? '') ?? [];
    if (!learnerId || !mentorId) throw unknownPair();
    await includePair(context.db, changeBy(context), { id: campaignId, revision }, { learnerId, mentorId });
    return excludedCard(await readExcluded(context.db, keyOf(context, campaignId), page), context.locale);
  },
});

/** How well they fit, worked out apart: how rare something is depends on everybody who takes part. */
async function fits(
  context: Context,
  { campaign, wanted }: { campaign: Campaign; wanted: readonly { learner: string; mentor: string }[] },
) {
  const { timeZone } = await context.settings();
  return workApart(fitsWork, feedFits(context.db, campaign, { now: context.clock.now(), timeZone }, wanted));
}

export const swap = select({
  id: swapId,
  policy: staff,
  answer: 'update',
  async run(context, { campaignId, row, revision }, [otherId]) {
    if (!otherId) throw nobodyChosen();
    const found = await swapOf(context.db, { ...keyOf(context, campaignId), row, otherId });
    await fixPairs(context.db, changeBy(context), { id: campaignId, revision }, await fits(context, found));
    return cardOf(context, campaignId);
  },
});

export const handed = form({
  id: handedId,
  policy: staff,
  answer: 'update',
  title: text.handTitle,
  fields: {
    learner: people({ label: text.handLearner, description: text.handLearnerHelp }),
    mentor: people({ label: text.handMentor }),
  },
  async run(context, { campaignId, revision }, typed) {
    const [learner] = typed.learner;
    const [mentor] = typed.mentor;
    if (!learner || !mentor) throw nobodyChosen();
    const found = await handOf(context.db, { ...keyOf(context, campaignId), learner, mentor });
    await fixPairs(context.db, changeBy(context), { id: campaignId, revision }, await fits(context, found));
    return cardOf(context, campaignId);
  },
});
export const hand = button({
  id: handId,
  policy: staff,
  answer: 'modal',
  run: async ({ locale }, seen) => handed.open(locale, seen),
});

export const first = button({
  id: firstId,
  policy: staff,
  answer: 'update',
  async run(context, { campaignId, revision, first: choice }) {
    await recompute(context.db, changeBy(context), { id: campaignId, revision }, choice);
    return cardOf(context, campaignId);
  },
});
export const again = button({
  id: againId,
  policy: staff,
  answer: 'update',
  async run(context, { campaignId, revision }) {
    await recompute(context.db, changeBy(context), { id: campaignId, revision });
    return cardOf(context, campaignId);
  },
});

export const publish = button({
  id: publishId,
  policy: staff,
  answer: 'update',
  async run(context, { campaignId, revision }) {
    const { guildId } = context.actor;
    const { coordinatorId: userId } = await getCampaign(context.db, keyOf(context, campaignId));
    // They will read the threads of its pairs, and may have left staff since they were named.
    const coordinatorId = userId !== null && (await context.mayUse({ guildId, userId }, 'staff')) ? userId : null;
    const done = await publishAll(context.db, changeBy(context), { id: campaignId, revision, coordinatorId });
    if (!done.isDone) return blockedCard(done, context.locale);
    const card = await cardOf(context, campaignId);
    return done.isUnled ? { ...card, content: context.t(text.unled) } : card;
  },
});
