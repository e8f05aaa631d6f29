import type { Outcome } from '../../../discord/failure.ts';
import type { GuildSettings } from '../../../infra/settings.ts';
import { type TaskContext, task } from '../../../infra/tasks.ts';
import type { Kind } from '../../../kernel/kind.ts';
import type { RoleKey } from '../../../kernel/role.ts';
import { findUngranted, type Identity, recordGrant } from '../../members/service.ts';
import type { Shortfall } from '../messages/decision.ts';
import { endedBy, nicknameOf, roleOf } from '../rules.ts';
import { restoreTask } from '../wire.ts';

type Granting = {
  guildId: string;
  userId: string;
  identity: Identity;
  /** What the person was before, whose role goes. */
  formerKind?: Kind | null;
  settings: GuildSettings;
  reason: string;
};

/** What could not be done, and the first time that Discord refused a role for want of a permission: for staff to mend. */
export type Granted = { shortfalls: Shortfall[]; refusal: unknown };

/** A thing is missing when the person is gone; all else about roles and names is for staff to mend, and said. */
const isMissingPerson = (outcome: Outcome<unknown>): boolean => !outcome.ok && (outcome.code === 10007 || outcome.code === 10013);

/**
 * Gives an identified person the role of their kind and their name, and takes away what said that they were outside. What is already so
 * is left alone, so that it may run again at any time.
 */
export async function grantIdentity(context: TaskContext, granting: Granting): Promise<Granted> {
  const { db, discord, outcome } = context;
  const { guildId, userId, identity, formerKind, settings, reason } = granting;
  const gone: Granted = { shortfalls: ['left'], refusal: undefined };
  const found = await outcome(discord.guilds.getMember(guildId, userId));
  if (!found.ok) return gone;
  const member = found.value;

  const shortfalls = new Set<Shortfall>();
  let refusal: unknown;
  const fallShort = (key: RoleKey, failure?: Outcome<unknown>): void => {
    shortfalls.add(`role:${key}`);
    if (failure && !failure.ok && failure.why === 'forbidden') refusal ??= failure.error;
  };

  const wanted = roleOf[identity.kind];
  const roleIds = settings.roles[wanted] ?? [];
  const [first] = roleIds;
  const held = roleIds.find((roleId) => member.roles.includes(roleId));
  if (held) await recordGrant(db, { guildId, userId, roleId: held });
  else if (!first) fallShort(wanted);
  else {
    const given = await outcome(discord.guilds.addRoleToMember(guildId, userId, first, { reason }));
    if (isMissingPerson(given)) return gone;
    if (given.ok) await recordGrant(db, { guildId, userId, roleId: first });
    else fallShort(wanted, given);
  }

  for (const key of endedBy(identity.kind, formerKind)) {
    for (const roleId of settings.roles[key] ?? []) {
      if (!member.roles.includes(roleId) || roleIds.includes(roleId)) continue;
      const taken = await outcome(discord.guilds.removeRoleFromMember(guildId, userId, roleId, { reason }));
      if (isMissingPerson(taken)) return gone;
      if (!taken.ok) fallShort(key, taken);
    }
  }

  const nick = nicknameOf(identity.firstName, identity.lastName);
  if (member.nick !== nick) {
    const renamed = await outcome(discord.guilds.editMember(guildId, userId, { nick }, { reason }));
    if (isMissingPerson(renamed)) return gone;
    if (!renamed.ok) shortfalls.add('nickname');
  }
  return { shortfalls: [...shortfalls], refusal };
}

/** People whose role is given again at a time. */
const pageLength = 100;

/**
 * Gives the role of their kind to all who have none of those bound now, such as after it was deleted and made again. Each gift is recorded,
 * so that another try goes on where this one stopped; their name and other roles are left as they are.
 */
export const restore = task(restoreTask, async ({ db, discord, outcome, settings, reason }, { guildId }) => {
  const { roles } = await settings(guildId);
  const why = { reason: reason('onboarding.restore') };
  for (let after = ''; ; ) {
    const page = await findUngranted(db, { guildId, keys: roleOf, after, limit: pageLength });
    for (const { userId, kind } of page) {
      const [roleId] = roles[roleOf[kind]] ?? [];
      if (!roleId) continue;
      const given = await outcome(discord.guilds.addRoleToMember(guildId, userId, roleId, why));
      // For one it would be for all, until staff mend it.
      if (!given.ok && given.why === 'forbidden') throw given.error;
      if (given.ok) await recordGrant(db, { guildId, userId, roleId });
    }
    const last = page.at(-1);
    if (!last || page.length < pageLength) return;
    after = last.userId;
  }
});
