import { button, command, type Message } from '../../../discord/command.ts';
import type { Context } from '../../../discord/context.ts';
import { anyone } from '../../../discord/policy.ts';
import { myCasesId, myCasesOfId } from '../../../kernel/moderation.ts';
import { mineText as text } from '../messages/mine.ts';
import { listOwnCases } from '../service/read.ts';
import { mineScreen } from '../views/mine.ts';
import { minePageId } from '../wire.ts';

/** One's own sanctions: the server is that of the click, or the one that a direct message names. */
async function show({ db, actor, clock, locale }: Context, page: number): Promise<Message> {
  const now = clock.now();
  return mineScreen(await listOwnCases(db, { guildId: actor.guildId, userId: actor.userId, page }, now), now, locale);
}

export const myCases = command({
  name: { en: 'my cases', fr: 'mes sanctions' },
  description: text.command,
  policy: anyone,
  answer: 'ephemeral',
  options: {},
  run: (context) => show(context, 0),
});
export const openMine = button({ id: myCasesId, policy: anyone, answer: 'ephemeral', run: (context) => show(context, 0) });
export const openMineOf = button({ id: myCasesOfId, policy: anyone, answer: 'ephemeral', run: (context) => show(context, 0) });
export const turnMine = button({
  id: minePageId,
  policy: anyone,
  answer: 'update',
  run: (context, { page }) => show(context, page),
});
