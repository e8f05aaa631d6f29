import { Prisma, type Tx } from '../../../infra/db.ts';
import { lockPeople } from '../../promos/service/enrol.ts';
import { lockPromo } from '../../promos/service/promo.ts';
import { nameKeyOf } from '../rules/file.ts';
import { letIn } from './roster.ts';

/** At a time; more wait for the next. */
const mostPeople = 200;
/** Of the same address, before names are compared: those who are to be checked stay among them. */
const mostMatches = 5_000;

type Match = {
  guildId: string;
  promoId: number;
  userId: string;
  email: string;
  addedBy: string | null;
  isIn: boolean;
  lastName: string;
  firstName: string;
  confirmedLastName: string;
  confirmedFirstName: string;
};

/**
 * Expected people and who is on the server under their address, and may be let in without anybody looking: they learn, under the name of the
 * list. Whoever was in the promo since the list was made and no longer is, or learned in another, is there or not by a decision of staff, and
 * waits for the next. `among`: only these people, in this promo.
 */
async function findMet(tx: Tx, among?: { promoId: number; userIds: readonly string[] }): Promise<Match[]> {
  const only = among
    ? Prisma.sql`line.promo_id = ${among.promoId} AND member.user_id = ANY (${[...among.userIds]}::text[])`
    : Prisma.sql`true`;
  const found = await tx.$queryRaw<Match[]>`
    SELECT line.guild_id AS "guildId", line.promo_id AS "promoId", member.user_id AS "userId", line.email, line.added_by AS "addedBy", here.is_in AS "isIn",
      line.last_name AS "lastName", line.first_name AS "firstName",
      member.last_name AS "confirmedLastName", member.first_name AS "confirmedFirstName"
    FROM roster_line AS line
    JOIN promo ON promo.id = line.promo_id AND promo.state IN ('planned', 'active')
    JOIN member ON member.guild_id = line.guild_id AND lower(member.email) = lower(line.email)
      AND member.identified_at IS NOT NULL AND member.left_at IS NULL
    CROSS JOIN LATERAL (SELECT EXISTS (SELECT FROM promo_member AS person
      WHERE person.promo_id = line.promo_id AND person.user_id = member.user_id AND person.left_at IS NULL) AS is_in) AS here
    WHERE line.claimed_by IS NULL AND ${only}
      AND NOT EXISTS (SELECT FROM guild WHERE guild.id = line.guild_id AND guild.left_at IS NOT NULL)
      AND NOT EXISTS (SELECT FROM member AS same WHERE same.guild_id = member.guild_id AND lower(same.email) = lower(member.email)
        AND same.identified_at IS NOT NULL AND same.left_at IS NULL AND same.user_id <> member.user_id)
      AND NOT EXISTS (SELECT FROM roster_line AS other WHERE other.promo_id = line.promo_id AND other.claimed_by = member.user_id)
      AND (here.is_in OR (member.kind IN ('learner', 'alumni') AND NOT EXISTS (
        SELECT FROM promo_member AS person JOIN promo AS other ON other.id = person.promo_id
        WHERE person.guild_id = line.guild_id AND person.user_id = member.user_id AND (person.left_at IS NULL OR person.left_at >= line.added_at)
          AND (person.promo_id = line.promo_id
            OR (person.part = 'learner' AND (other.state IN ('planned', 'active') OR other.ended_at >= line.added_at))))))
    ORDER BY line.id LIMIT ${mostMatches}`;
  return found
    .filter(
      ({ confirmedLastName: lastName, confirmedFirstName: firstName, ...line }) =>
        nameKeyOf(line) === nameKeyOf({ lastName, firstName }),
    )
    .slice(0, mostPeople);
}

/**
 * People who are expected and came another way: they introduced themselves under the name and the address of the list, or staff added them. The
 * others of such an address stay expected, with their code, and staff see them beside the list.
 */
export async function meetExpected(tx: Tx, now: Date): Promise<void> {
  for (const [guildId, due] of Map.groupBy(await findMet(tx), (one) => one.guildId)) {
    const userIds = due.map(({ userId }) => userId);
    await lockPeople(tx, { guildId, userIds });
    for (const promoId of [...new Set(due.map((one) => one.promoId))].sort((a, b) => a - b)) {
      const promo = await lockPromo(tx, { guildId, promoId });
      const here = await findMet(tx, { promoId, userIds });
      // In the name of who expects them.
      const entrants = here.flatMap(({ isIn, userId, addedBy }) => (isIn ? [] : [{ userId, actorId: addedBy ?? userId }]));
      await letIn(tx, promo, { here, entrants, by: 'address', now });
    }
  }
}
