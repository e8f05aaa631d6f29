import { button } from '../../../discord/command.ts';
import type { Context } from '../../../discord/context.ts';
import { anyone, holds, staff } from '../../../discord/policy.ts';
import type { HomeItem } from '../../../kernel/feature.ts';
import { opinionText } from '../messages/opinion.ts';
import { text } from '../messages/session.ts';
import { inWords } from '../rules/zone.ts';
import { ownSession, partiesOf } from '../service/find.ts';
import { readHome, readList } from '../service/list.ts';
import { countWords, hasSaid } from '../service/opinion.ts';
import { cancelSession, comingSession } from '../service/plan.ts';
import { ownCard } from '../views/card.ts';
import { cancelCard, listCard } from '../views/list.ts';
import { cancelId, confirmCancelId, listId, openId, opinionId, pageId, wordsId } from '../wire.ts';
import { byOf, whoOf } from './plan.ts';

const pageOf = async (context: Context, { pairId, page }: { pairId: number; page: number }) => {
  const by = byOf(context);
  const read = await readList(context.db, by, pairId, page);
  return listCard(read, { now: by.now, isThere: context.actor.isPresent }, context.locale);
};

export const turnPage = button({ id: pageId, policy: anyone, answer: 'update', run: pageOf });

export const list = button({ id: listId, policy: anyone, answer: 'ephemeral', run: pageOf });

export const open = button({
  id: openId,
  policy: anyone,
  answer: 'ephemeral',
  async run(context, { sessionId }) {
    const { db, clock, locale, actor } = context;
    const session = await ownSession(db, whoOf(context), sessionId);
    const [parties, said] = await Promise.all([partiesOf(db, session.pair), hasSaid(db, whoOf(context), { sessionId })]);
    return ownCard(session, { parties, now: clock.now(), hasSaid: said, isThere: actor.isPresent }, locale);
  },
});

export const cancel = button({
  id: cancelId,
  policy: anyone,
  answer: 'ephemeral',
  async run(context, { sessionId }) {
    const { db, actor, locale } = context;
    const session = await comingSession(db, byOf(context), sessionId);
    const party = (await partiesOf(db, session.pair)).find(({ userId }) => userId === actor.userId);
    const timeZone = party?.timeZone ?? (await context.settings()).timeZone;
    return cancelCard(session, inWords(session.startsAt, timeZone, locale), locale);
  },
});

export const confirmCancel = button({
  id: confirmCancelId,
  policy: anyone,
  answer: 'update',
  async run(context, { sessionId }) {
    await cancelSession(context.db, byOf(context), sessionId);
    return { content: context.t(text.cancelled), embeds: [], components: [] };
  },
});

export async function home(context: Context): Promise<readonly HomeItem[]> {
  const { guildId } = context.actor;
  const { next, toAnswer, toJudge } = await readHome(context.db, whoOf(context), context.clock.now());
  const said = holds(staff, await context.keys()) ? await countWords(context.db, whoOf(context), context.clock.now()) : 0;
  const toOpen = (sessionId: number) => openId.encode({ guildId, sessionId });
  return [
    ...toAnswer.map(({ id, startsAt }) => ({
      text: text.homeAsk(startsAt),
      waiting: true,
      button: { label: text.answer, customId: toOpen(id) },
    })),
    ...toJudge.map(({ id, startsAt }) => ({
      text: text.homeOpinion(startsAt),
      waiting: true,
      button: { label: text.answer, customId: opinionId.encode({ guildId, sessionId: id }) },
    })),
    ...(next ? [{ text: text.home(next.startsAt), button: { label: text.open, customId: toOpen(next.id) } }] : []),
    ...(said > 0
      ? [{ text: opinionText.homeWords(said), button: { label: opinionText.read, customId: wordsId.encode({ page: 0 }) } }]
      : []),
  ];
}
