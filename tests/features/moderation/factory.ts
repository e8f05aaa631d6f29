import type { ModerationCase, ModerationEvidence, Prisma, ServerRule } from '../../../prisma/client/client.ts';
import type { Db } from '../../../src/infra/db.ts';
import { day } from '../../../src/kernel/time.ts';
import { monday } from '../../support/monday.ts';
import { factoryGuild, someone } from '../jobs/factory.ts';

/** Rows of moderation as the features would have left them, for tests of what comes after. */
export { factoryGuild, someone };

/** A warning of medium severity, told and recorded, unless said otherwise. */
export async function aCase(db: Db, overrides: Partial<Prisma.ModerationCaseUncheckedCreateInput> = {}): Promise<ModerationCase> {
  const now = (overrides.createdAt as Date | undefined) ?? monday;
  const guildId = overrides.guildId ?? factoryGuild;
  const { lastCase } = await db.moderationSetting.upsert({
    where: { guildId },
    update: { lastCase: { increment: 1 } },
    create: { guildId, lastCase: 1 },
  });
  const weight = overrides.kind === 'note' ? { severity: null, points: 0, pointsUntil: null } : {};
  return db.moderationCase.create({
    data: {
      guildId,
      number: lastCase,
      userId: someone(),
      kind: 'warning',
      origin: 'command',
      state: 'done',
      authorId: someone(),
      severity: 'medium',
      points: 40,
      pointsUntil: new Date(now.getTime() + 30 * day),
      reason: 'Messages répétés malgré un rappel.',
      createdAt: now,
      updatedAt: now,
      ...weight,
      ...overrides,
    },
  });
}

/** A message kept for ninety days. */
export function someEvidence(
  db: Db,
  overrides: Partial<Prisma.ModerationEvidenceUncheckedCreateInput> = {},
): Promise<ModerationEvidence> {
  const now = (overrides.createdAt as Date | undefined) ?? monday;
  return db.moderationEvidence.create({
    data: {
      guildId: factoryGuild,
      userId: someone(),
      channelId: someone(),
      messageId: someone(),
      content: 'Un message qui a posé problème.',
      sentAt: now,
      createdAt: now,
      purgeAt: new Date(now.getTime() + 90 * day),
      ...overrides,
    },
  });
}

export const aRule = (db: Db, overrides: Partial<Prisma.ServerRuleUncheckedCreateInput> = {}): Promise<ServerRule> =>
  db.serverRule.create({
    data: {
      guildId: factoryGuild,
      number: 1,
      title: 'Respect',
      body: 'Chacune et chacun est traité avec respect.',
      createdAt: monday,
      updatedAt: monday,
      ...overrides,
    },
  });
