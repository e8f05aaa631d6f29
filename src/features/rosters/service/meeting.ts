import type { Tx } from '../../../infra/db.ts';
import { lockPeople } from '../../promos/service/enrol.ts';
import { lockPromo } from '../../promos/service/promo.ts';
import { compare } from '../rules/difference.ts';
import { findKnown, letIn, readRoster } from './roster.ts';

/** At a time; more wait for the next. */
const mostPeople = 200;

/**
 * People who are expected and came another way: they introduced themselves under the address of the list, or staff added them. They enter the
 * promo as they would have, had they been on the server on the day of the import.
 */
export async function meetExpected(tx: Tx, now: Date): Promise<void> {
  const due = await tx.$queryRaw<{ guildId: string; promoId: number; userId: string }[]>`
    SELECT line.guild_id AS "guildId", line.promo_id AS "promoId", member.user_id AS "userId"
    FROM roster_line AS line
    JOIN promo ON promo.id = line.promo_id AND promo.state IN ('planned', 'active')
    JOIN member ON member.guild_id = line.guild_id AND lower(member.email) = lower(line.email)
      AND member.identified_at IS NOT NULL AND member.left_at IS NULL
    WHERE line.claimed_by IS NULL
      AND NOT EXISTS (SELECT FROM guild WHERE guild.id = line.guild_id AND guild.left_at IS NOT NULL)
      AND NOT EXISTS (SELECT FROM member AS same WHERE same.guild_id = member.guild_id AND lower(same.email) = lower(member.email)
        AND same.identified_at IS NOT NULL AND same.left_at IS NULL AND same.user_id <> member.user_id)
      AND (EXISTS (SELECT FROM promo_member AS person
          WHERE person.promo_id = line.promo_id AND person.user_id = member.user_id AND person.left_at IS NULL)
        OR (member.kind IN ('learner', 'alumni', 'candidate') AND NOT EXISTS (
          SELECT FROM promo_member AS person JOIN promo AS other ON other.id = person.promo_id
          WHERE person.guild_id = line.guild_id AND person.user_id = member.user_id AND person.left_at IS NULL AND person.part = 'learner'
            AND other.state IN ('planned', 'active'))))
    ORDER BY line.id LIMIT ${mostPeople}`;
  for (const [guildId, people] of Map.groupBy(due, (one) => one.guildId)) {
    await lockPeople(tx, { guildId, userIds: people.map(({ userId }) => userId) });
    for (const promoId of [...new Set(people.map((one) => one.promoId))].sort((a, b) => a - b)) {
      const promo = await lockPromo(tx, { guildId, promoId });
      if (promo.state !== 'planned' && promo.state !== 'active') continue;
      const roster = await readRoster(tx, { guildId, promoId });
      const expected = roster.filter(({ claimedBy }) => claimedBy === null).map((line) => ({ ...line, line: 0 }));
      const known = await findKnown(
        tx,
        { guildId, promoId },
        expected.map(({ email }) => email),
      );
      const locked = new Set(people.map(({ userId }) => userId));
      const here = known.filter(({ userId }) => locked.has(userId));
      await letIn(tx, promo, compare({ lines: expected, invalid: [] }, roster, here), now);
    }
  }
}
