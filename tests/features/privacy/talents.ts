import { aCompany, anOffer } from '../jobs/factory.ts';
import type { Story } from '../onboarding/story.ts';
import { aTalent } from '../talents/stage.ts';

/** Has a profile that a company saw and asked about, blocked it, was told of its offer; and searched profiles for a company themselves. */
export async function liveAsTalent(
  { db, clock, sandbox: { guildId } }: Pick<Story, 'db' | 'clock' | 'sandbox'>,
  userId: string,
): Promise<void> {
  const now = clock.now();
  const { id: companyId } = await aCompany(db, { guildId, createdAt: now });
  const { id: offerId } = await anOffer(db, { guildId, companyId, createdAt: now });
  await aTalent(db, { guildId, userId });
  const number = await db.talentSight.count();
  await db.talentSight.create({ data: { id: 10_000_000 + number, guildId, companyId, userId, firstAt: now, seenOn: now } });
  await db.talentContact.create({
    data: {
      guildId,
      companyId,
      offerId,
      userId,
      number: 10_000_000 + number,
      slot: 1,
      message: 'Parlons-en.',
      askedAt: now,
      closesAt: now,
      state: 'declined',
      endedAt: now,
    },
  });
  await db.talentBlock.create({ data: { guildId, userId, companyId, at: now } });
  await db.talentAvoided.create({ data: { guildId, userId, name: 'Ateliers du Nord', key: 'ateliers du nord', at: now } });
  await db.talentNotice.create({ data: { guildId, userId, offerId, day: now, createdAt: now } });
  await db.talentSearch.create({ data: { guildId, userId, filters: {}, madeAt: now } });
}
