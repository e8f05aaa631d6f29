import type { World } from '../../../discord/context.ts';
import type { Advice } from '../../../kernel/feature.ts';
import { quotes } from '../../../kernel/log.ts';
import { text } from '../messages/feature.ts';
import { readLogs } from '../service/setting.ts';

/** Logs that shall quote people, where Discord does not give us what they write. */
export async function findings({ db, reads }: World, guildId: string): Promise<readonly Advice[]> {
  if (reads.messageContent) return [];
  const isQuoting = (await readLogs(db, guildId)).some(({ kind, channelId }) => channelId !== null && quotes(kind));
  return isQuoting ? [{ problem: text.withoutContent, fix: text.contentFix }] : [];
}
