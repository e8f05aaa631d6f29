import type { Db } from '../../../infra/db.ts';
import { type Locale, localeOf } from '../../../kernel/text.ts';

type Who = { guildId: string; userId: string };

/** Is it one of Discord's rules that were made of ours? */
export async function ownExecution(db: Db, { guildId, discordId }: { guildId: string; discordId: string }): Promise<boolean> {
  return (await db.automodRule.count({ where: { guildId, discordId } })) > 0;
}

/** The language in which somebody introduced themselves; the server's for whom it is not known. */
export async function localeOfPerson(db: Db, { guildId, userId }: Who, fallback: Locale): Promise<Locale> {
  const request = await db.identificationRequest.findFirst({
    where: { guildId, userId },
    orderBy: { id: 'desc' },
    select: { locale: true },
  });
  return request ? localeOf(request.locale) : fallback;
}
