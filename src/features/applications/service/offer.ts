import { audit } from '../../../infra/audit.ts';
import { type Db, Prisma, type Tx } from '../../../infra/db.ts';
import type { Change } from '../../../kernel/change.ts';
import type { Locale } from '../../../kernel/text.ts';
import { notYourOffer } from '../messages/application.ts';

/** Who acts on applications. */
export type By = Change & { isStaff: boolean };

/** What applications need to know of an offer. */
export type OfferFacts = {
  id: number;
  guildId: string;
  title: string;
  state: 'draft' | 'pending' | 'asked' | 'published' | 'hidden' | 'closed' | 'refused';
  locale: Locale;
  applyUrl: string | null;
  expiresAt: Date | null;
  authorId: string | null;
  threadId: string | null;
  companyId: number | null;
  /** As people know it; null when nobody said. */
  company: string | null;
  /** Discord ids of those who answer for it at this moment, on the server. Nobody does for a company that staff suspended. */
  handlers: string[];
  /** Staff look into it: nothing moves but what ends somebody's wait. An offer that is only hidden until its company is verified again is not. */
  isFrozen: boolean;
};

const facts = Prisma.sql`
  offer.id, offer.guild_id AS "guildId", title, offer.state::text AS state, offer.locale, apply_url AS "applyUrl", expires_at AS "expiresAt",
  author_id AS "authorId", thread_id AS "threadId", company_id AS "companyId", coalesce(company.name, relayed_for) AS company,
  CASE WHEN company_id IS NULL
    THEN ARRAY(SELECT author_id WHERE author_id IS NOT NULL AND NOT EXISTS (
      SELECT FROM member WHERE member.guild_id = offer.guild_id AND user_id = author_id AND left_at IS NOT NULL))
    ELSE ARRAY(SELECT person.user_id FROM company_recruiter AS person WHERE person.company_id = offer.company_id AND person.left_at IS NULL
      AND company.state IN ('verified', 'lapsed') AND NOT EXISTS (
      SELECT FROM member WHERE member.guild_id = person.guild_id AND member.user_id = person.user_id AND member.left_at IS NOT NULL) ORDER BY person.id)
  END AS handlers,
  offer.state = 'hidden' AND (offer.reported_at IS NOT NULL OR coalesce(company.state = 'suspended', false)) AS "isFrozen"`;

/** The same for a query that has no company, beside what is open. */
export const answerable = Prisma.sql`(offer.state = 'published' OR (offer.state = 'hidden' AND offer.reported_at IS NULL AND NOT EXISTS (
  SELECT FROM company WHERE company.id = offer.company_id AND company.state = 'suspended')))`;

/** Its company can be expected to answer. */
export const isAnswerable = ({ state, isFrozen }: Pick<OfferFacts, 'state' | 'isFrozen'>): boolean =>
  state === 'published' || (state === 'hidden' && !isFrozen);

/** An offer of this server; null when there is none. `holds`: it stays as it is until the transaction ends. */
export async function findOffer(
  db: Db | Tx,
  { guildId, offerId }: { guildId: string; offerId: number },
  { holds = false }: { holds?: boolean } = {},
): Promise<OfferFacts | null> {
  const [offer] = await db.$queryRaw<OfferFacts[]>`/* kept */
    SELECT ${facts} FROM offer LEFT JOIN company ON company.id = company_id WHERE offer.id = ${offerId} AND offer.guild_id = ${guildId}
    ${holds ? Prisma.sql`FOR SHARE OF offer` : Prisma.empty}`;
  return offer ?? null;
}

/** Whether somebody may answer the applications to an offer: those of its company, or staff when nobody is left there. */
export const mayAnswer = ({ handlers }: Pick<OfferFacts, 'handlers'>, { actorId, isStaff }: By): boolean =>
  handlers.includes(actorId) || (isStaff && handlers.length === 0);

/** Throws `applications.not_yours`. */
export async function requireAnswerer(db: Db | Tx, by: By, offerId: number): Promise<OfferFacts> {
  const offer = await findOffer(db, { guildId: by.guildId, offerId });
  if (!offer || !mayAnswer(offer, by)) throw notYourOffer();
  return offer;
}

/** What staff do in place of a company leaves a trace. */
export async function auditStaff(
  tx: Tx,
  { guildId, actorId, now }: By,
  offer: OfferFacts,
  change: { applicationId: number; before: string; after: string; targetId: string | null },
): Promise<void> {
  if (offer.handlers.includes(actorId)) return;
  await audit(tx, {
    guildId,
    actorId,
    ...(change.targetId && { targetId: change.targetId }),
    action: 'applications.stage',
    subject: `application:${change.applicationId}`,
    before: { stage: change.before },
    after: { stage: change.after },
    at: now,
  });
}
