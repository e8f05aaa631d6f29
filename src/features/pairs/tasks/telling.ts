import type { Message } from '../../../discord/command.ts';
import type { TaskContext } from '../../../infra/tasks.ts';
import { tellingRoom } from '../../../kernel/mentoring.ts';
import type { Locale } from '../../../kernel/text.ts';
import type { Pair } from '../service/pair.ts';
import { localeFor } from '../service/thread.ts';

type Told = { key: string; lasting?: boolean; draw(locale: Locale): Message };

/** One of the two, by direct message, else in a private thread of the mentoring channel. */
async function tellOne(context: TaskContext, pair: Pair, userId: string, { key, lasting = false, draw }: Told): Promise<void> {
  const { db, settings, tell } = context;
  const { guildId } = pair;
  const { channels, locale: ours } = await settings(guildId);
  const locale = await localeFor(db, pair, userId, ours);
  await tell({ guildId, userId, key, message: draw(locale), thread: tellingRoom(channels, locale), lasting });
}

/** Each of the two. */
export async function tellBoth(
  context: TaskContext,
  pair: Pair,
  what: Omit<Told, 'draw'> & { draw(locale: Locale, userId: string): Message },
) {
  for (const userId of [pair.mentorId, pair.learnerId])
    if (userId) await tellOne(context, pair, userId, { ...what, draw: (locale) => what.draw(locale, userId) });
}
