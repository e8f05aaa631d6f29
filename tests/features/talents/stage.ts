import type { Prisma } from '../../../prisma/client/client.ts';
import { skillKeys } from '../../../src/features/talents/rules/fit.ts';
import { searchable } from '../../../src/features/talents/rules/profile.ts';
import { beginSearch, type Filters, noFilters, readPage } from '../../../src/features/talents/service/search.ts';
import type { Db } from '../../../src/infra/db.ts';
import { addChannel } from '../../../src/sandbox/population.ts';
import { monday } from '../../support/monday.ts';
import { factoryGuild, someone } from '../jobs/factory.ts';
import type { Story } from '../onboarding/story.ts';

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

/** Channels that other features declare; made here when they are not there. */
export async function ensureChannels({ db, sandbox, boss }: { db: Db } & Pick<Story, 'sandbox' | 'boss'>): Promise<void> {
  const { guildId } = sandbox;
  for (const [key, name] of [
    ['applications', 'candidatures'],
    ['recruiters', 'espace-entreprises'],
  ] as const) {
    if ((await db.channelBinding.count({ where: { guildId, key } })) > 0) continue;
    const { id: channelId } = addChannel(sandbox.world, boss.guild, { name });
    await db.channelBinding.create({ data: { guildId, key, channelId } });
  }
}
