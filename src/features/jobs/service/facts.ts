import type { Db, Tx } from '../../../infra/db.ts';
import { readSettings } from '../../../infra/settings.ts';
import { dateOf, todayIn } from '../../../kernel/day.ts';
import { checkOffer } from '../rules/check.ts';
import type { OfferContent } from '../rules/content.ts';
import { defaultSettings, type Facts, type Finding, type HiringSettings } from '../rules/finding.ts';
import { isOpen } from '../rules/life.ts';
import { contentOf, employerName, latestOf, type Offer } from './offer.ts';

export async function readHiring(db: Db | Tx, guildId: string): Promise<HiringSettings> {
  const row = await db.hiringSetting.findUnique({ where: { guildId } });
  return {
    internshipHourCents: row?.internshipHourCents ?? defaultSettings.internshipHourCents,
    minimumHourCents: row?.minimumHourCents ?? defaultSettings.minimumHourCents,
    blockedDomains: row?.blockedDomains ?? [],
  };
}

/** Where it is which day, for whoever types a date. */
export const todayOf = async (db: Db | Tx, guildId: string, now: Date): Promise<string> =>
  todayIn((await readSettings(db, guildId)).timeZone, now);

type Other = { id: number; title: string; missions: string; profile: string };

/** The world as the rules need it. Those of the same company, or of the same alumni when relayed, are its others. */
export async function readFacts(db: Db | Tx, offer: Offer, now: Date): Promise<Facts> {
  const { guildId, companyId, authorId, company } = offer;
  const { timeZone } = await readSettings(db, guildId);
  const [settings, others] = await Promise.all([
    readHiring(db, guildId),
    db.$queryRaw<Other[]>`/* kept */
      SELECT id, title, missions, profile FROM offer
      WHERE id <> ${offer.id} AND state IN ('pending', 'asked', 'published', 'hidden')
        AND CASE WHEN ${companyId}::int IS NULL THEN guild_id = ${guildId} AND author_id = ${authorId} AND company_id IS NULL
          ELSE company_id = ${companyId} END`,
  ]);
  const postedToday = await countSentToday(db, offer, { timeZone, now });
  return {
    today: dateOf(todayIn(timeZone, now)),
    settings,
    companyName: employerName(offer),
    companyEmail: company?.email ?? null,
    companyWebsite: company?.website ?? null,
    isRelayed: companyId === null,
    others: others.map(({ id, title, missions, profile }) => ({ id, title, text: `${missions}\n${profile}` })),
    openCount: others.length,
    postedToday,
    verifiedSince: company?.state === 'verified' ? company.verifiedSince : null,
    isOpen: isOpen(offer.state),
  };
}

/** Those that ended or were refused the same day count too: to close one is no way around the day's quota. */
async function countSentToday(db: Db | Tx, offer: Offer, { timeZone, now }: { timeZone: string; now: Date }): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`/* kept */
    SELECT count(*)::int AS count FROM offer
    WHERE id <> ${offer.id} AND first_sent_at > ${now}::timestamptz - interval '25 hours'
      AND (first_sent_at AT TIME ZONE ${timeZone})::date = (${now}::timestamptz AT TIME ZONE ${timeZone})::date
      AND CASE WHEN ${offer.companyId}::int IS NULL THEN guild_id = ${offer.guildId} AND author_id = ${offer.authorId} AND company_id IS NULL
        ELSE company_id = ${offer.companyId} END`;
  return row?.count ?? 0;
}

/** All that the rules say of what is shown, and of what its author last wrote. */
export const checkNow = async (db: Db | Tx, offer: Offer, now: Date): Promise<Finding[]> =>
  checkOffer(latestOf(offer), await readFacts(db, offer, now));

export async function checkBoth(
  db: Db | Tx,
  offer: Offer,
  after: OfferContent,
  now: Date,
): Promise<{ before: Finding[]; after: Finding[] }> {
  const facts = await readFacts(db, offer, now);
  return { before: checkOffer(contentOf(offer), facts), after: checkOffer(after, facts) };
}

export const hasErrors = (findings: readonly Finding[]): boolean => findings.some(({ severity }) => severity === 'error');
