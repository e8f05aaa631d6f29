import { GatewayDispatchEvents } from 'discord-api-types/v10';
import { button, command, event } from '../../../discord/command.ts';
import type { Context } from '../../../discord/context.ts';
import { author, holds, reader, seeker } from '../../../discord/policy.ts';
import type { HomeItem } from '../../../kernel/feature.ts';
import { applicationsId } from '../../../kernel/hiring.ts';
import { illegalMove, text } from '../messages/application.ts';
import { commandTexts } from '../messages/command.ts';
import { recommendText } from '../messages/recommend.ts';
import { isOpen } from '../rules/stage.ts';
import { countOpen, mineSize, mostCounted, readMine, readOwn } from '../service/board.ts';
import { askedOf } from '../service/recommend.ts';
import { leave } from '../service/retention.ts';
import { withdraw as withdrawOwn } from '../service/stage.ts';
import { mineCard, withdrawalCard, withdrawnCard } from '../views/mine.ts';
import { boardsId, confirmWithdrawalId, mineId, recommendedId, withdrawId } from '../wire.ts';
import { actorBy } from './apply.ts';

async function pageOf(context: Context, page: number, boardsPage = 0) {
  const mine = await readMine(context.db, await actorBy(context), page, boardsPage);
  return mineCard(mine, { size: mineSize, isSeeker: holds(seeker, await context.keys()) }, context.locale);
}

export const list = command({
  ...commandTexts.applications,
  policy: reader,
  answer: 'ephemeral',
  options: {},
  run: (context) => pageOf(context, 0),
});
export const open = button({ id: applicationsId, policy: reader, answer: 'ephemeral', run: (context) => pageOf(context, 0) });
export const turnPage = button({
  id: mineId,
  policy: reader,
  answer: 'update',
  run: (context, { page }) => pageOf(context, page),
});

export const turnBoards = button({
  id: boardsId,
  policy: reader,
  answer: 'update',
  run: (context, { page }) => pageOf(context, 0, page),
});

/** Whoever applied may take it back, whatever they have become since. */
export const withdraw = button({
  id: withdrawId,
  policy: reader,
  answer: 'ephemeral',
  async run(context, { applicationId }) {
    const found = await readOwn(context.db, await actorBy(context), applicationId);
    if (!isOpen(found.stage) && found.isPurged) throw illegalMove(found.stage);
    return withdrawalCard(found, context.locale);
  },
});

export const confirmWithdrawal = button({
  id: confirmWithdrawalId,
  policy: reader,
  answer: 'update',
  async run(context, { applicationId }) {
    const { wasOpen } = await withdrawOwn(context.db, await actorBy(context), applicationId);
    return withdrawnCard(wasOpen, context.locale);
  },
});

export async function home(context: Context): Promise<readonly HomeItem[]> {
  const { db, actor, keys } = context;
  const held = await keys();
  if (!holds(seeker, held) && !holds(author, held)) return [];
  const [{ toAnswer, own }, asked] = await Promise.all([
    countOpen(db, { guildId: actor.guildId, actorId: actor.userId }),
    askedOf(db, { guildId: actor.guildId, userId: actor.userId }),
  ]);
  const button = { label: text.homeButton, customId: applicationsId.encode({}) };
  return [
    ...(toAnswer > 0 ? [{ text: text.homeWaiting(toAnswer, mostCounted), waiting: true, button }] : []),
    ...asked.map(({ recommendation: { id }, offer }) => ({
      text: recommendText.home(offer.title),
      waiting: true,
      button: { label: recommendText.read, customId: recommendedId.encode({ recommendationId: id }) },
    })),
    ...(own > 0 ? [{ text: text.homeMine(own), button }] : []),
  ];
}

export const left = event(GatewayDispatchEvents.GuildMemberRemove, ({ db, clock }, { guild_id, user }) =>
  leave(db, { guildId: guild_id, userId: user.id }, clock.now()),
);
