import type { Message } from '../../../discord/command.ts';
import { selectOf } from '../../../kernel/piece.ts';
import { cut, escapeMarkdown, type Locale } from '../../../kernel/text.ts';
import { text } from '../messages/edit.ts';
import type { Orphans } from '../service/trust.ts';
import { orphanId } from '../wire.ts';

/** Named in the sentence; the select holds 25, and *Mon espace* leads to the rest. */
const named = 10;

/** Promos that nobody manages, and the way to name somebody. */
export const orphansMessage = ({ total, promos }: Orphans, locale: Locale): Message => ({
  content: text.orphans(
    promos.slice(0, named).map(({ name }) => escapeMarkdown(name)),
    total,
  )[locale],
  embeds: [],
  components: [
    selectOf(
      orphanId.encode({}),
      text.choose[locale],
      promos.map(({ id, name }) => ({ label: cut(name, 100), value: String(id) })),
    ),
  ],
});
