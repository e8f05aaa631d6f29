import type { CompanyRecruiter, Company as Row } from '../../../../prisma/client/client.ts';
import { type Db, Prisma, type Tx } from '../../../infra/db.ts';
import type { Locale } from '../../../kernel/text.ts';
import { unknownCompany } from '../messages/company.ts';
import type { Facts } from '../rules/facts.ts';

export type Company = Row;
export type Recruiter = CompanyRecruiter;
export type Who = { guildId: string; userId: string };
export type CompanyKey = { guildId: string; companyId: number };

/** It may publish, and its offers may be read, at this moment. */
export const isVerified = ({ state, verifiedUntil }: Pick<Company, 'state' | 'verifiedUntil'>, now: Date): boolean =>
  state === 'verified' && verifiedUntil !== null && verifiedUntil > now;

/** The one for which a person answers; null for who answers for none. */
export async function companyOf(db: Db | Tx, { guildId, userId }: Who): Promise<Company | null> {
  const place = await db.companyRecruiter.findFirst({
    where: { guildId, userId, leftAt: null },
    include: { company: true },
  });
  return place?.company ?? null;
}

/** In the order in which they lead it. */
export const leadOrder: Prisma.CompanyRecruiterOrderByWithRelationInput[] = [
  { ledAt: { sort: 'desc', nulls: 'last' } },
  { addedAt: 'asc' },
  { id: 'asc' },
];

/** Those who answer for it now; the first leads it. */
export const recruitersOf = (db: Db | Tx, { guildId, companyId }: CompanyKey): Promise<Recruiter[]> =>
  db.companyRecruiter.findMany({ where: { guildId, companyId, leftAt: null }, orderBy: leadOrder });

/** Null when it never was of this server, or is no more. */
export const findCompany = (db: Db | Tx, { guildId, companyId }: CompanyKey): Promise<Company | null> =>
  db.company.findFirst({ where: { id: companyId, guildId } });

/** Throws `companies.unknown`. */
export async function getCompany(db: Db | Tx, key: CompanyKey): Promise<Company> {
  const company = await findCompany(db, key);
  if (!company) throw unknownCompany();
  return company;
}

/** The same, and nobody else changes it, or who answers for it, until the transaction ends. */
export async function lockCompany(tx: Tx, key: CompanyKey): Promise<Company> {
  await tx.$queryRaw`SELECT id FROM company WHERE id = ${key.companyId} AND guild_id = ${key.guildId} FOR UPDATE`;
  return getCompany(tx, key);
}

/** Takes the person's own company. Throws `companies.unknown` for another's, as for one that is not. */
export async function lockOwn(tx: Tx, { guildId, userId, companyId }: CompanyKey & Who): Promise<Company> {
  const company = await lockCompany(tx, { guildId, companyId });
  if ((await tx.companyRecruiter.count({ where: { companyId, userId, leftAt: null } })) === 0) throw unknownCompany();
  return company;
}

/** The same to read. */
export async function getOwn(db: Db | Tx, { guildId, userId, companyId }: CompanyKey & Who): Promise<Company> {
  const own = await companyOf(db, { guildId, userId });
  if (own?.id !== companyId) throw unknownCompany();
  return own;
}

/** What a company says of itself; with what it proposes to say, when asked for. */
export function factsOf({ name, siret, website, email, about, proposal }: Company, { proposed = false } = {}): Facts {
  const facts = { name, siret, website, email, about };
  return proposed && proposal ? { ...facts, ...(proposal as Partial<Facts>) } : facts;
}

/** The language that somebody used last comes with what they do. */
export const speaks = (tx: Tx, { guildId, userId, locale }: Who & { locale: Locale }) =>
  tx.companyRecruiter.updateMany({ where: { guildId, userId, leftAt: null, locale: { not: locale } }, data: { locale } });

export type Suggested = { id: number; name: string; siret: string };

const seen = ({ guildId, now, isStaff }: { guildId: string; now: Date; isStaff: boolean }): Prisma.Sql =>
  isStaff
    ? Prisma.sql`guild_id = ${guildId}`
    : Prisma.sql`guild_id = ${guildId} AND state = 'verified' AND verified_until > ${now} AND replaced_at IS NULL`;

/** Who sees which companies: staff all of them, everybody else those that are verified. */
type Seeing = { guildId: string; typed: string; now: Date; isStaff: boolean };

/** Those whose name or SIRET holds what was typed, for the autocomplete. */
export const suggestCompanies = (db: Db, { typed, ...seeing }: Seeing): Promise<Suggested[]> => {
  const words = typed.trim().slice(0, 100);
  const part = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const digits = words.replace(/\s/g, '');
  return db.$queryRaw`
    SELECT id, name, siret FROM company
    WHERE ${seen(seeing)} AND (fold(name) LIKE fold(${part(words)}) OR (${/^\d+$/.test(digits)} AND siret LIKE ${part(digits)}))
    ORDER BY replaced_at IS NOT NULL, state <> 'verified', fold(name), id LIMIT 25`;
};

/** What somebody chose or typed: its number here, its SIRET, or its name in any case and without accents. Throws `companies.unknown`. */
export async function resolveCompany(db: Db, { typed, ...seeing }: Seeing): Promise<Company> {
  const name = typed.trim().slice(0, 200);
  const digits = name.replace(/\s/g, '');
  const id = /^\d{1,9}$/.test(digits) ? Number(digits) : null;
  const [row] = await db.$queryRaw<{ id: number }[]>`
    SELECT id FROM company
    WHERE ${seen(seeing)} AND (id = ${id}::integer OR siret = ${digits} OR fold(name) = fold(${name}))
    ORDER BY id = ${id}::integer DESC NULLS LAST, replaced_at IS NOT NULL, state = 'refused', id DESC LIMIT 1`;
  if (!row) throw unknownCompany();
  return getCompany(db, { guildId: seeing.guildId, companyId: row.id });
}

/** How fast it answers those who apply, as the applications count it. */
export async function recordResponses(
  tx: Tx,
  { guildId, companyId, hours, count }: CompanyKey & { hours: number | null; count: number },
): Promise<void> {
  await tx.company.updateMany({ where: { id: companyId, guildId }, data: { responseHours: hours, responseCount: count } });
}
