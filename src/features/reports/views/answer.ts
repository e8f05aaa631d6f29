import { ButtonStyle } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import { type Category, categories } from '../../../kernel/moderation.ts';
import { buttonOf, row } from '../../../kernel/piece.ts';
import type { Locale } from '../../../kernel/text.ts';
import { timeOf } from '../../../kernel/time.ts';
import { text } from '../messages/report.ts';
import { answerId } from '../wire.ts';

/** For who reported, where nobody else reads. */
export function answerNote(
  { state, category, createdAt }: { state: 'acted' | 'dismissed'; category: Category; createdAt: Date },
  locale: Locale,
): Message {
  const said = state === 'acted' ? text.toldActed : text.toldDismissed;
  return { content: said(categories[category], timeOf(createdAt, 'D'))[locale] };
}

/** Where others may read. */
export const quietNote = (reportId: number, locale: Locale): Message => ({
  content: text.toldQuietly[locale],
  components: [row(buttonOf(text.readAnswer[locale], answerId.encode({ reportId }), ButtonStyle.Primary))],
});
