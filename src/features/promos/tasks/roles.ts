import type { Outcome } from '../../../discord/failure.ts';
import { task } from '../../../infra/tasks.ts';
import type { RoleKey } from '../../../kernel/role.ts';
import { rolesFor } from '../service/member.ts';
import { rolesTask } from '../wire.ts';

/**
 * Gives a person the roles of their promos and takes back those that they no longer have: promo, course, campus, learner or alumni, trainer.
 * Roles that no promo gave are left alone.
 */
export const roles = task(rolesTask, async ({ db, discord, outcome, settings, reason }, { guildId, userId }) => {
  const found = await outcome(discord.guilds.getMember(guildId, userId));
  if (!found.ok) return;
  const rights = await rolesFor(db, { guildId, userId });
  if (!rights) return;
  const bound = (await settings(guildId)).roles;
  const held = new Set(found.value.roles);
  const give = new Set(rights.wanted.filter((id) => !held.has(id)));
  const take = new Set(rights.managed.filter((id) => held.has(id) && !rights.wanted.includes(id)));

  const { given } = rights;
  for (const key of ['learner', 'alumni', 'trainer'] as const satisfies readonly RoleKey[]) {
    const ids = bound[key] ?? [];
    const [first] = ids;
    if (given[key] === true && first && !ids.some((id) => held.has(id))) give.add(first);
    // One Discord role may play two of the bot's: what another one wants stays.
    const isWanted = (id: string) => rights.wanted.includes(id) || keysWanted(given).some((other) => bound[other]?.includes(id));
    if (given[key] === false) for (const id of ids) if (held.has(id) && !isWanted(id)) take.add(id);
  }

  const why = { reason: reason(`promos.roles:${userId}`) };
  const refusals: Outcome<unknown>[] = [];
  for (const id of give) refusals.push(await outcome(discord.guilds.addRoleToMember(guildId, userId, id, why)));
  for (const id of take) refusals.push(await outcome(discord.guilds.removeRoleFromMember(guildId, userId, id, why)));
  // All that can be done is done; what a missing permission prevents is recorded for staff.
  for (const refused of refusals) if (!refused.ok && refused.why === 'forbidden') throw refused.error;
});

const keysWanted = (given: Readonly<Record<'learner' | 'alumni' | 'trainer', boolean | null>>) =>
  (['learner', 'alumni', 'trainer'] as const).filter((key) => given[key] === true);
