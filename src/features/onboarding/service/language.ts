import type { Db } from '../../../infra/db.ts';
import { type Locale, localeOf } from '../../../kernel/text.ts';
import type { Who } from './request.ts';

/** The language in which a person last introduced themselves; null for who never did. For what is told to them unasked. */
export async function languageOf(db: Db, { guildId, userId }: Who): Promise<Locale | null> {
  const last = await db.identificationRequest.findFirst({
    where: { guildId, userId },
    orderBy: { id: 'desc' },
    select: { locale: true },
  });
  return last && localeOf(last.locale);
}
