import type { Prisma } from '../../../prisma/client/client.ts';
import { searchable } from '../../../src/features/talents/rules/profile.ts';
import { beginSearch, type Filters, noFilters, readPage } from '../../../src/features/talents/service/search.ts';
import type { Db } from '../../../src/infra/db.ts';
import { skillKeys } from '../../../src/kernel/fit.ts';
import { monday } from '../../support/monday.ts';
import { factoryGuild, someone } from '../jobs/factory.ts';

/** A profile that is visible and complete, unless said otherwise; the Discord id of its person. */
export async function aTalent(db: Db, overrides: Partial<Prisma.TalentProfileUncheckedCreateInput> = {}): Promise<string> {
  const { userId = someone(), skills = ['javascript', 'sql'], pitch = '' } = overrides;
  const listed = skills as string[];
  await db.talentProfile.create({
    data: {
      guildId: factoryGuild,
      contracts: ['cdi'],
      city: 'Lille',
      department: '59',
      level: 'junior',
      skillKeys: skillKeys(listed),
      search: searchable({ skills: listed, pitch }),
      isOpen: true,
      consentVersion: 1,
      consentedAt: monday,
      createdAt: monday,
      updatedAt: monday,
      confirmedAt: monday,
      ...overrides,
      userId,
      skills: listed,
      pitch,
    },
  });
  return userId;
}

export const today = '2027-01-11';

/** What a recruiter sees with these filters. */
export async function searching(
  db: Db,
  userId: string,
  filters: Partial<Filters> = {},
  {
    page = 0,
    now = monday,
    day = today,
    guildId = factoryGuild,
  }: { page?: number; now?: Date; day?: string; guildId?: string } = {},
) {
  const who = { guildId, userId, now };
  const searchId = await beginSearch(db, who, { ...noFilters, ...filters });
  return readPage(db, who, { searchId, page, today: day });
}
