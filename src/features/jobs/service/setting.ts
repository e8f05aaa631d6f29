import { audit } from '../../../infra/audit.ts';
import { type Db, lock } from '../../../infra/db.ts';
import { tooManyDomains } from '../messages/refusal.ts';
import type { HiringSettings } from '../rules/finding.ts';
import { readHiring } from './facts.ts';

/** As the table takes it. */
export const mostBlocked = 200;

type Wanted = { internshipHourCents?: number; minimumHourCents?: number; block?: string; unblock?: string };

/** What an administrator changes of the amounts and of the domains to which no offer may link. Throws `jobs.too_many_domains`. */
export const changeHiring = (
  db: Db,
  { guildId, actorId, now }: { guildId: string; actorId: string; now: Date },
  { internshipHourCents, minimumHourCents, block, unblock }: Wanted,
): Promise<HiringSettings> =>
  db.$transaction(async (tx) => {
    await lock(tx, `jobs.setting:${guildId}`);
    const before = await readHiring(tx, guildId);
    const kept = before.blockedDomains.filter((domain) => domain !== unblock && domain !== block);
    const blockedDomains = block ? [...kept, block].sort() : kept;
    if (blockedDomains.length > mostBlocked) throw tooManyDomains(mostBlocked);
    const data = {
      ...(internshipHourCents !== undefined && { internshipHourCents }),
      ...(minimumHourCents !== undefined && { minimumHourCents }),
      blockedDomains,
    };
    await tx.hiringSetting.upsert({ where: { guildId }, create: { guildId, ...data }, update: data });
    const after = await readHiring(tx, guildId);
    if (JSON.stringify(before) !== JSON.stringify(after))
      await audit(tx, { guildId, actorId, action: 'jobs.settings', before, after, at: now });
    return after;
  });
