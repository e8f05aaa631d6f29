import { type APIMessageTopLevelComponent, ButtonStyle, ComponentType } from 'discord-api-types/v10';
import type { Db } from '../infra/db.ts';
import type { Locale } from '../kernel/text.ts';
import { customId, rowId, snowflake } from '../kernel/wire.ts';
import type { Submitted } from './command.ts';
import { correct } from './messages.ts';

/** The button under a refused form, by which it opens again with what was typed: in a direct message too, where it names its server. */
export const correctId = customId('form:correct', {
  guildId: snowflake,
  draftId: rowId,
});

export type Draft = { form: string; values: Readonly<Record<string, string | readonly string[]>> };

type Owner = { guildId: string; userId: string };

/** Keeps what was typed in a form; one draft a person and form. Files are not kept: Discord forgets them. */
export async function saveDraft(
  db: Db,
  owner: Owner & { form: string; now: Date },
  { values }: Submitted,
  fieldNames: readonly string[],
): Promise<number> {
  const kept = Object.fromEntries(
    fieldNames.flatMap((name) => {
      const value = values[name];
      return value === null || value === undefined ? [] : [[name, typeof value === 'boolean' ? String(value) : value]];
    }),
  );
  const { guildId, userId, form, now } = owner;
  const { id } = await db.formDraft.upsert({
    where: { guildId_userId_form: { guildId, userId, form } },
    create: { guildId, userId, form, values: kept, createdAt: now },
    update: { values: kept, createdAt: now },
    select: { id: true },
  });
  return id;
}

/** Another person's draft does not exist. */
export async function readDraft(db: Db, { guildId, userId }: Owner, id: number): Promise<Draft | null> {
  const draft = await db.formDraft.findFirst({ where: { id, guildId, userId }, select: { form: true, values: true } });
  return draft && { form: draft.form, values: draft.values as Draft['values'] };
}

export const dropDraft = (db: Db, { guildId, userId, form }: Owner & { form: string }) =>
  db.formDraft.deleteMany({ where: { guildId, userId, form } });

export const correctButton = (draft: { guildId: string; draftId: number }, locale: Locale): APIMessageTopLevelComponent => ({
  type: ComponentType.ActionRow,
  components: [
    { type: ComponentType.Button, style: ButtonStyle.Primary, label: correct[locale], custom_id: correctId.encode(draft) },
  ],
});
