import type { Db, Tx } from '../../../infra/db.ts';
import { type Day, dayOf } from '../../../kernel/day.ts';
import type { Template } from '../../catalogue/service/template.ts';
import type { Wave } from '../rules/budget.ts';
import { deletionDay } from '../rules/life.ts';
import { needsOf } from '../rules/space.ts';

type Made = { roles: number; channels: number };

/** The spaces that come and go on a server by themselves. */
export async function wavesOf(db: Db | Tx, { guildId, today }: { guildId: string; today: Day }): Promise<Wave[]> {
  const rows = await db.$queryRaw<
    {
      starts: Date;
      early: boolean;
      ends: Date;
      deletes: Date | null;
      diploma: boolean;
      roles: number;
      channels: number;
      made: Made;
    }[]
  >`
    SELECT starts_on AS starts, early, ends_on AS ends, delete_on AS deletes, course.diploma, 1 AS roles,
      (SELECT (count(*) + coalesce(sum(jsonb_array_length(category -> 'channels')), 0))::int
        FROM jsonb_array_elements(promo.template -> 'categories') AS category) AS channels,
      (SELECT jsonb_build_object('roles', count(*) FILTER (WHERE key = 'role'),
          'channels', count(*) FILTER (WHERE key LIKE 'category:%' OR key LIKE 'channel:%'))
        FROM promo_place WHERE promo_id = promo.id AND discord_id IS NOT NULL) AS made
    FROM promo JOIN catalogue_entry AS course ON course.id = course_id
    WHERE promo.guild_id = ${guildId} AND state IN ('planned', 'active', 'ended') AND clearing_at IS NULL ORDER BY promo.id`;
  return rows.flatMap(({ starts, early, ends, deletes, diploma, roles, channels, made }) => [
    // What was made already is counted with what the server has.
    {
      on: early ? today : dayOf(starts),
      roles: Math.max(0, roles - made.roles),
      channels: Math.max(0, channels - made.channels),
    },
    { on: deletes ? dayOf(deletes) : deletionDay(dayOf(ends), { diploma }), roles: -roles, channels: -channels },
  ]);
}

type Coming = { template: Template; start: Day; end: Day; early: boolean; diploma: boolean };

/** The space of one promo to be, when it comes and when it goes. */
export function wavesFor({ template, start, end, early, diploma }: Coming, today: Day): Wave[] {
  const { roles, channels } = needsOf(template);
  return [
    { on: early ? today : start, roles, channels },
    { on: deletionDay(end, { diploma }), roles: -roles, channels: -channels },
  ];
}
