import type { World } from '../../../discord/context.ts';
import type { Advice } from '../../../kernel/feature.ts';
import { cut, escapeMarkdown } from '../../../kernel/text.ts';
import { text } from '../messages/rule.ts';
import { readsText } from '../rules/blind.ts';
import { activeRules } from '../service/rule.ts';

const mostNamed = 8;

/** Which rules cannot work, because Discord does not give us the text of messages. */
export async function findings({ db, reads }: World, guildId: string): Promise<readonly Advice[]> {
  if (reads.messageContent) return [];
  const blind = (await activeRules(db, guildId)).filter(readsText);
  if (blind.length === 0) return [];
  const names = blind.slice(0, mostNamed).map(({ name }) => cut(escapeMarkdown(name), 60));
  return [
    {
      problem: text.blind(blind.length, [...names, ...(blind.length > mostNamed ? ['…'] : [])].join(', ')),
      fix: text.blindFix,
      isNote: true,
    },
  ];
}
