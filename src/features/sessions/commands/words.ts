import { button } from '../../../discord/command.ts';
import type { Context } from '../../../discord/context.ts';
import { anyone, staff } from '../../../discord/policy.ts';
import { nothingToRead } from '../messages/opinion.ts';
import { listWords, readOpinion } from '../service/opinion.ts';
import { opinionCard, wordsScreen } from '../views/told.ts';
import { readOpinionId, wordsId, wordsPageId } from '../wire.ts';
import { byOf, whoOf } from './plan.ts';

/** In a direct message too, where Discord does not say which roles somebody has: they are asked for. */
export const read = button({
  id: readOpinionId,
  policy: anyone,
  answer: 'ephemeral',
  async run(context, { opinionId }) {
    const who = whoOf(context);
    if (!(await context.mayUse(who, 'staff'))) throw nothingToRead();
    return opinionCard(await readOpinion(context.db, who, opinionId), context.locale);
  },
});

const pageOf = async (context: Context, { page }: { page: number }) => {
  const { now, ...who } = byOf(context);
  return wordsScreen(await listWords(context.db, who, page, now), context.locale);
};

export const words = button({ id: wordsId, policy: staff, answer: 'ephemeral', run: pageOf });
export const turnWords = button({ id: wordsPageId, policy: staff, answer: 'update', run: pageOf });
