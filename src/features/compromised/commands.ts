import { button } from '../../discord/command.ts';
import { changeBy, type World } from '../../discord/context.ts';
import { anyone, moderator } from '../../discord/policy.ts';
import type { Advice } from '../../kernel/feature.ts';
import { note, plainNote } from '../../kernel/piece.ts';
import { timeOf } from '../../kernel/time.ts';
import { activeRules } from '../rules/service/rule.ts';
import { text } from './messages.ts';
import { extendAccount, freeAccount, sayRecovered } from './service/account.ts';
import { backId, extendId, freeId } from './wire.ts';

export const free = button({
  id: freeId,
  policy: moderator,
  answer: 'ephemeral',
  async run(context, params) {
    await freeAccount(context.db, changeBy(context), params);
    return note(context.t(text.freedNotice));
  },
});

export const extend = button({
  id: extendId,
  policy: moderator,
  answer: 'ephemeral',
  async run(context, params) {
    const { until } = await extendAccount(context.db, changeBy(context), params);
    return note(context.t(text.extendedNotice(timeOf(until))));
  },
});

const answers = { noted: text.backNoted, already: text.backAlready, free: text.backFree } as const;

/** From the direct message, where nobody has roles: the account is theirs. */
export const back = button({
  id: backId,
  policy: anyone,
  answer: 'ephemeral',
  async run({ db, actor, clock, t }, { guildId, accountId }) {
    const said = await sayRecovered(db, { guildId, userId: actor.userId, accountId, now: clock.now() });
    return plainNote(t(answers[said]));
  },
});

/** A rule that protects accounts, where Discord does not give us what people write. */
export async function findings({ db, reads }: World, guildId: string): Promise<readonly Advice[]> {
  if (reads.messageContent) return [];
  const isProtecting = (await activeRules(db, guildId)).some(({ actions }) => actions.some(({ kind }) => kind === 'secure'));
  return isProtecting ? [{ problem: text.blind, fix: text.blindFix, isNote: true }] : [];
}
