import type { Company, Offer, Prisma } from '../../../prisma/client/client.ts';
import type { Db } from '../../../src/infra/db.ts';
import { day } from '../../../src/kernel/time.ts';
import { monday } from '../../support/monday.ts';

/** Rows as the features would have left them, for tests of what comes after. */

export const factoryGuild = '110000000000000001';

let count = 0;
/** A Discord id that nobody else has. */
export const someone = (): string => String(220000000000000000n + BigInt(++count));

/** A SIRET with a valid key. */
function siret(number: number): string {
  const body = String(4_000_000_000_000 + number);
  const sum = [...body].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return body + String((10 - (sum % 10)) % 10);
}

/** Offers that no test of posts looks at: to post each to the forum, judged by the local Discord, would take most of the time of a test. */
export async function withoutForum(db: Db, guildId: string): Promise<void> {
  await db.channelBinding.deleteMany({ where: { guildId, key: 'offers' } });
}

/** A verified company, unless said otherwise. */
export const aCompany = (db: Db, overrides: Partial<Prisma.CompanyUncheckedCreateInput> = {}): Promise<Company> => {
  const now = (overrides.createdAt as Date | undefined) ?? monday;
  const number = ++count;
  return db.company.create({
    data: {
      guildId: factoryGuild,
      name: `Atelier ${number}`,
      siret: siret(number),
      website: `https://atelier${number}.example`,
      email: `rh@atelier${number}.example`,
      about: 'Nous réparons des vélos et le logiciel qui va avec.',
      state: 'verified',
      createdAt: now,
      submittedAt: now,
      decidedAt: now,
      verifiedSince: now,
      verifiedUntil: new Date(now.getTime() + 365 * day),
      ...overrides,
    },
  });
};

/** Somebody who answers for that company; their Discord id. */
export async function aRecruiter(
  db: Db,
  company: Pick<Company, 'id' | 'guildId'>,
  { userId = someone(), addedAt = monday }: { userId?: string; addedAt?: Date } = {},
): Promise<string> {
  await db.companyRecruiter.create({ data: { companyId: company.id, guildId: company.guildId, userId, addedAt } });
  return userId;
}

/** An offer that is published and complete, unless said otherwise. Without `companyId` it is relayed. */
export const anOffer = (db: Db, overrides: Partial<Prisma.OfferUncheckedCreateInput> = {}): Promise<Offer> => {
  const now = (overrides.createdAt as Date | undefined) ?? monday;
  const isSent = overrides.state !== 'draft';
  const isPublished = overrides.state === undefined || overrides.state === 'published' || overrides.state === 'hidden';
  return db.offer.create({
    data: {
      guildId: factoryGuild,
      relayedFor: overrides.companyId ? null : 'Atelier du coin',
      authorId: someone(),
      state: 'published',
      title: 'Développement web (F/H)',
      missions: 'Vous développez et maintenez le site de réservation, avec deux collègues qui relisent votre code.',
      profile: 'Vous savez écrire du JavaScript et du SQL, et aimez expliquer ce que vous faites.',
      process: 'Un échange de trente minutes, puis une demi-journée avec l’équipe. Réponse en une semaine.',
      contract: 'cdi',
      city: 'Lille',
      department: '59',
      remote: 'partial',
      remoteDays: 2,
      payMinCents: 2_800_000,
      payMaxCents: 3_200_000,
      payPeriod: 'year',
      skills: ['javascript', 'sql'],
      level: 'junior',
      createdAt: now,
      submittedAt: isSent ? now : null,
      decidedAt: isPublished ? now : null,
      publishedAt: isPublished ? now : null,
      expiresAt: isPublished ? new Date(now.getTime() + 45 * day) : null,
      ...overrides,
    },
  });
};
