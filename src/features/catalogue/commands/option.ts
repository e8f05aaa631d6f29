import type { Context } from '../../../discord/context.ts';
import { type Option, string } from '../../../discord/options.ts';
import type { Text } from '../../../kernel/text.ts';
import type { Entry, EntryKind } from '../service/entry.ts';
import { resolveEntry, suggestEntries } from '../service/entry.ts';
import { proposals } from '../views/entry.ts';

/** A campus or a course, by what is typed of its name. */
export const entryOption = (kind: EntryKind, spoken: { fr: string; description: Text }): Option<string> =>
  string({
    ...spoken,
    max: 100,
    complete: async ({ db, actor }, typed) => proposals(await suggestEntries(db, { guildId: actor.guildId, kind, typed })),
  });

export const entryOf = ({ db, actor }: Context, kind: EntryKind, typed: string): Promise<Entry> =>
  resolveEntry(db, { guildId: actor.guildId, kind, typed });
