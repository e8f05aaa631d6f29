import type { APIGuildMember } from 'discord-api-types/v10';
import type { Outcome } from '../../../discord/failure.ts';
import type { GuildSettings } from '../../../infra/settings.ts';
import type { TaskContext } from '../../../infra/tasks.ts';
import type { RoleKey } from '../../../kernel/feature.ts';
import type { Identity } from '../../members/service.ts';
import type { Shortfall } from '../messages/decision.ts';
import { endedBy, nicknameOf, roleOf } from '../rules.ts';

type Granting = { guildId: string; userId: string; identity: Identity; settings: GuildSettings; reason: string };

/** A thing is missing when the person is gone; all else about roles and names is for staff to mend, and said. */
const isMissingPerson = (outcome: Outcome<unknown>): boolean => !outcome.ok && (outcome.code === 10007 || outcome.code === 10013);

/**
 * Gives an identified person the role of their kind and their name, and takes away what said that they were outside. What is already so
 * is left alone, so that it may run again at any time. Returns what could not be done.
 */
export async function grantIdentity(context: TaskContext, granting: Granting): Promise<Shortfall[]> {
  const { discord, outcome } = context;
  const { guildId, userId, identity, settings, reason } = granting;
  const found = await outcome(discord.guilds.getMember(guildId, userId));
  if (!found.ok) return ['left'];
  const member = found.value;

  const shortfalls: Shortfall[] = [];
  const granted = await giveRole(context, granting, member);
  if (granted === 'left') return ['left'];
  shortfalls.push(...granted);

  for (const key of endedBy(identity.kind)) {
    for (const roleId of settings.roles[key] ?? []) {
      if (!member.roles.includes(roleId) || isWanted(settings, roleOf[identity.kind], roleId)) continue;
      const taken = await outcome(discord.guilds.removeRoleFromMember(guildId, userId, roleId, { reason }));
      if (isMissingPerson(taken)) return ['left'];
      if (!taken.ok) shortfalls.push(`role:${key}`);
    }
  }

  const nick = nicknameOf(identity.firstName, identity.lastName);
  if (member.nick !== nick) {
    const renamed = await outcome(discord.guilds.editMember(guildId, userId, { nick }, { reason }));
    if (isMissingPerson(renamed)) return ['left'];
    if (!renamed.ok) shortfalls.push('nickname');
  }
  return [...new Set(shortfalls)];
}

const isWanted = (settings: GuildSettings, key: RoleKey, roleId: string): boolean =>
  settings.roles[key]?.includes(roleId) ?? false;

async function giveRole(
  { discord, outcome }: TaskContext,
  { guildId, userId, identity, settings, reason }: Granting,
  member: APIGuildMember,
): Promise<Shortfall[] | 'left'> {
  const key = roleOf[identity.kind];
  const roleIds = settings.roles[key] ?? [];
  const [first] = roleIds;
  if (!first) return [`role:${key}`];
  if (roleIds.some((roleId) => member.roles.includes(roleId))) return [];
  const given = await outcome(discord.guilds.addRoleToMember(guildId, userId, first, { reason }));
  if (isMissingPerson(given)) return 'left';
  return given.ok ? [] : [`role:${key}`];
}
