import type { Context } from '../../../discord/context.ts';
import { holds, moderator } from '../../../discord/policy.ts';
import type { HomeItem } from '../../../kernel/feature.ts';
import { myCasesId } from '../../../kernel/moderation.ts';
import { text as ownText } from '../messages/appeal.ts';
import { text } from '../messages/review.ts';
import { openNumbers } from '../service/appeal.ts';
import { countWaiting } from '../service/review.ts';
import { queueId } from '../wire.ts';

/** For moderators those that wait for them, for everybody their own. */
export async function home({ db, actor, clock, keys }: Context): Promise<readonly HomeItem[]> {
  const held = await keys();
  const [waiting, own] = await Promise.all([
    holds(moderator, held) ? countWaiting(db, actor, clock.now()) : 0,
    openNumbers(db, actor),
  ]);
  return [
    ...(waiting > 0
      ? [
          {
            text: text.waiting(waiting),
            waiting: true,
            button: { label: text.seeWaiting(waiting), customId: queueId.encode({}) },
          },
        ]
      : []),
    ...own.map((number) => ({
      text: ownText.homeOpen(number),
      button: { label: ownText.mine, customId: myCasesId.encode({}) },
    })),
  ];
}
