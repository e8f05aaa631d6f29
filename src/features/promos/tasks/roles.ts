import type { Outcome } from '../../../discord/failure.ts';
import { schedule, type TaskContext, task } from '../../../infra/tasks.ts';
import type { RoleKey } from '../../../kernel/role.ts';
import { minute } from '../../../kernel/time.ts';
import { recordGrant } from '../../members/service.ts';
import { promiseGranted } from '../service/granted.ts';
import { rolesFor } from '../service/member.ts';
import { kindTask, rolesTask, stripTask } from '../wire.ts';

type Who = { guildId: string; userId: string };

/** What the roles of the bot say by kind of person; the promos' own say the rest. */
const kinds = ['learner', 'alumni'] as const;

/**
 * Gives a person the roles of their promos and takes back those that they no longer have: promo, course, campus, learner or alumni, trainer, candidate.
 * Roles that no promo gave are left alone.
 */
async function bringRoles({ db, discord, outcome, settings, reason }: TaskContext, { guildId, userId }: Who): Promise<void> {
  const found = await outcome(discord.guilds.getMember(guildId, userId));
  if (!found.ok) return;
  const rights = await rolesFor(db, { guildId, userId });
  if (!rights) return;
  const bound = (await settings(guildId)).roles;
  const held = new Set(found.value.roles);
  const give = new Set(rights.wanted.filter((id) => !held.has(id)));
  const take = new Set(rights.managed.filter((id) => held.has(id) && !rights.wanted.includes(id)));

  const { given } = rights;
  for (const key of [...kinds, 'trainer', 'candidate'] as const satisfies readonly RoleKey[]) {
    const ids = bound[key] ?? [];
    const [first] = ids;
    if (given[key] === true && first && !ids.some((id) => held.has(id))) give.add(first);
    // One Discord role may play two of the bot's: what another one wants stays.
    const isWanted = (id: string) => rights.wanted.includes(id) || keysWanted(given).some((other) => bound[other]?.includes(id));
    if (given[key] === false) for (const id of ids) if (held.has(id) && !isWanted(id)) take.add(id);
  }

  const why = { reason: reason(`promos.roles:${userId}`) };
  const refusals: Outcome<unknown>[] = [];
  for (const id of give) {
    const gift = await outcome(discord.guilds.addRoleToMember(guildId, userId, id, why));
    refusals.push(gift);
    const key = kinds.find((kind) => given[kind] === true && bound[kind]?.includes(id));
    if (gift.ok && key) await recordGrant(db, { guildId, userId, roleId: id, kind: key });
  }
  for (const id of take) refusals.push(await outcome(discord.guilds.removeRoleFromMember(guildId, userId, id, why)));
  // All that can be done is done; what a missing permission prevents is recorded for staff.
  for (const refused of refusals) if (!refused.ok && refused.why === 'forbidden') throw refused.error;
}

export const roles = task(rolesTask, bringRoles);

/** Roles of campuses and courses that came since. */
export const granted = schedule('promos.granted', 10 * minute, (tx) => promiseGranted(tx), ['catalogue_entry']);

/** Somebody who was erased and is in a promo again by now keeps what that one gives. */
export const strip = task(stripTask, async ({ db, discord, outcome, reason }, { guildId, strangerId, roleIds }) => {
  const found = await outcome(discord.guilds.getMember(guildId, strangerId));
  if (!found.ok) return;
  const kept = new Set((await rolesFor(db, { guildId, userId: strangerId }))?.wanted);
  const refusals: Outcome<unknown>[] = [];
  for (const id of roleIds)
    if (found.value.roles.includes(id) && !kept.has(id))
      refusals.push(
        await outcome(discord.guilds.removeRoleFromMember(guildId, strangerId, id, { reason: reason('promos.strip') })),
      );
  for (const refused of refusals) if (!refused.ok && refused.why === 'forbidden') throw refused.error;
});

/**
 * Learner or alumni, and nothing else: two calls a person, for the end of a large promo. To give what is held and to take what is not has no
 * effect, so nobody is looked up; only a role of the bot that several Discord roles play has to be.
 */
export const kind = task(kindTask, async (context, who) => {
  const { db, discord, outcome, settings, reason } = context;
  const { guildId, userId } = who;
  const bound = (await settings(guildId)).roles;
  const [learner, alumni] = kinds.map((key) => bound[key] ?? []);
  const rights = await rolesFor(db, who);
  if (!rights) return;
  if (learner?.length !== 1 || alumni?.length !== 1 || learner[0] === alumni[0]) return bringRoles(context, who);

  const why = { reason: reason(`promos.kind:${userId}`) };
  const refusals: Outcome<unknown>[] = [];
  for (const key of kinds) {
    const roleId = bound[key]?.[0] ?? '';
    if (rights.given[key] === true) {
      const gift = await outcome(discord.guilds.addRoleToMember(guildId, userId, roleId, why));
      if (gift.ok) await recordGrant(db, { guildId, userId, roleId, kind: key });
      else if (gift.why === 'gone') return;
      refusals.push(gift);
    } else if (rights.given[key] === false && !rights.wanted.includes(roleId))
      refusals.push(await outcome(discord.guilds.removeRoleFromMember(guildId, userId, roleId, why)));
  }
  for (const refused of refusals) if (!refused.ok && refused.why === 'forbidden') throw refused.error;
});

const keysWanted = (given: Readonly<Record<'learner' | 'alumni' | 'trainer', boolean | null>>) =>
  (['learner', 'alumni', 'trainer'] as const).filter((key) => given[key] === true);
