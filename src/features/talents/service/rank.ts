import type { Offer } from '../../../../prisma/client/client.ts';
import { type Db, Prisma, type Tx } from '../../../infra/db.ts';
import {
  type Demand,
  lateness,
  levelMatch,
  mobilities,
  neighbours,
  type Rarity,
  rarityOf,
  reach,
  remoteMatch,
  skillKeys,
  weights,
} from '../../../kernel/fit.ts';
import { type Department, departments, isDepartment } from '../../../kernel/place.ts';
import { dayOf } from '../../promos/service/day.ts';

const { sql } = Prisma;

export const demandOf = (
  offer: Pick<Offer, 'contract' | 'city' | 'department' | 'remote' | 'level' | 'startsOn' | 'skills'>,
): Demand => ({
  contract: offer.contract,
  city: offer.city,
  department: offer.department,
  remote: offer.remote,
  level: offer.level,
  startsOn: offer.startsOn,
  skillKeys: skillKeys(offer.skills),
});

/** What each skill of the offer weighs among the visible profiles of this server. */
export async function rarityAmong(db: Db | Tx, guildId: string, keys: readonly string[]): Promise<Rarity> {
  if (keys.length === 0) return new Map();
  const rows = await db.$queryRaw<{ skill: string; having: number; people: number }[]>`
    SELECT skill, (SELECT count(*)::int FROM talent_profile WHERE guild_id = ${guildId} AND is_open AND skill_keys @> ARRAY[skill]) AS having,
      (SELECT count(*)::int FROM talent_profile WHERE guild_id = ${guildId} AND is_open) AS people
    FROM unnest(${[...keys]}::text[]) AS skill`;
  return new Map(rows.map(({ skill, having, people }) => [skill, rarityOf(people, having)]));
}

const allDepartments = Object.keys(departments) as Department[];
const number = (value: number) => sql`${value}::float8`;

/** Departments of the same region, for a place of work. */
export const regionAround = (department: string | null): string[] =>
  department && isDepartment(department) ? neighbours(department, allDepartments) : [];

/** What the place is worth to each, by the table of the rules. */
function placePart({ department, city, remote }: Demand): Prisma.Sql {
  if (remote === 'full' || !department) return sql`1::float8`;
  const table = mobilities.flatMap((mobility) => mobilities.map((nearness) => reach[mobility][nearness]));
  return sql`(${table}::float8[])[
    CASE mobility WHEN 'city' THEN 0 WHEN 'department' THEN 4 WHEN 'region' THEN 8 ELSE 12 END
    + CASE WHEN profile.department = ${department} THEN CASE WHEN lower(profile.city) = ${city?.toLowerCase() ?? null}::text THEN 1 ELSE 2 END
      WHEN profile.department = ANY (${regionAround(department)}::text[]) THEN 3 ELSE 4 END]`;
}

const remotePart = ({ remote }: Demand): Prisma.Sql =>
  remote === null
    ? sql`1::float8`
    : sql`CASE profile.remote WHEN 'none' THEN ${number(remoteMatch.none[remote])} WHEN 'partial' THEN ${number(remoteMatch.partial[remote])}
        WHEN 'full' THEN ${number(remoteMatch.full[remote])} ELSE 1 END`;

function startPart({ startsOn }: Demand, today: Date): Prisma.Sql {
  const start = startsOn && startsOn > today ? startsOn : today;
  const late = sql`(greatest(available_from, ${dayOf(today)}::date) - ${dayOf(start)}::date)`;
  const steps = lateness.map(({ days, part }) => sql`WHEN ${late} <= ${days}::int THEN ${number(part)}`);
  return sql`CASE ${Prisma.join(steps, ' ')} ELSE 0 END`;
}

/** Each part of the fit as SQL over `profile`, with what it weighs: the same numbers and the same sum as `fitOf`, to which a test holds it. */
function partsOf(demand: Demand, { rarity, today }: { rarity: Rarity; today: Date }): { weight: number; part: Prisma.Sql }[] {
  const { skillKeys: keys, contract, level } = demand;
  const skills = keys.map((key) => ({ key, weight: rarity.get(key) ?? 1 }));
  const all = skills.reduce((sum, { weight }) => sum + weight, 0);
  return [
    ...(skills.length > 0
      ? [
          {
            weight: weights.skills,
            part: sql`((${Prisma.join(
              skills.map(({ key, weight }) => sql`CASE WHEN ${key} = ANY (skill_keys) THEN ${number(weight)} ELSE 0 END`),
              ' + ',
            )}) / ${number(all)})`,
          },
        ]
      : []),
    { weight: weights.place, part: sql`${placePart(demand)} * ${remotePart(demand)}` },
    ...(contract ? [{ weight: weights.contract, part: sql`CASE WHEN ${contract} = ANY (contracts) THEN 1 ELSE 0 END` }] : []),
    ...(level
      ? [
          {
            weight: weights.level,
            part: sql`CASE profile.level ${Prisma.join(
              Object.entries(levelMatch[level]).map(([own, value]) => sql`WHEN ${own}::offer_level THEN ${number(value)}`),
              ' ',
            )} END`,
          },
        ]
      : []),
    { weight: weights.start, part: startPart(demand, today) },
  ];
}

/** The fit of each `profile`, in [0, 1]. */
export function scoreSql(demand: Demand, at: { rarity: Rarity; today: Date }): Prisma.Sql {
  const parts = partsOf(demand, at);
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  return sql`((${Prisma.join(
    parts.map(({ weight, part }) => sql`${number(weight)} * ${part}`),
    ' + ',
  )}) / ${number(total)})`;
}

/** Nobody whom something speaks against; and, since no other part can make up for it, nobody without one of the skills. */
export function fitsAtAll(demand: Demand, least: number): Prisma.Sql {
  const others = 1 - weights.skills / Object.values(weights).reduce((sum, weight) => sum + weight, 0);
  return Prisma.join(
    [
      sql`${placePart(demand)} > 0 AND ${remotePart(demand)} > 0`,
      ...(demand.contract ? [sql`${demand.contract} = ANY (contracts)`] : []),
      ...(demand.skillKeys.length > 0 && others < least ? [sql`skill_keys && ${[...demand.skillKeys]}::text[]`] : []),
    ],
    ' AND ',
  );
}
