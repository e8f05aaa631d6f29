import type { Db } from '../../../infra/db.ts';
import { type Locale, localeOf } from '../../../kernel/text.ts';

type Who = { guildId: string; userId: string };

/** What the database knows of somebody whom an event names by their id alone. Nothing is known of their roles. */
export async function presentPerson(
  db: Db,
  { guildId, userId }: Who,
): Promise<{ name: string; joinedAt: number | null; roleIds: readonly string[] }> {
  const member = await db.member.findUnique({
    where: { guildId_userId: { guildId, userId } },
    select: { displayName: true, joinedAt: true },
  });
  return { name: member?.displayName ?? userId, joinedAt: member?.joinedAt.getTime() ?? null, roleIds: [] };
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
