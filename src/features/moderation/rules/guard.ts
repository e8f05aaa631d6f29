import type { Measure } from '../../../kernel/moderation.ts';
import type { Standing } from '../../../kernel/standing.ts';

export type { Standing } from '../../../kernel/standing.ts';

export const obstacles = ['self', 'bot', 'owner', 'team', 'above', 'absent', 'administrator', 'bot_below', 'permission'] as const;
export type Obstacle = (typeof obstacles)[number];

/** https://docs.discord.com/developers/topics/permissions#permissions-bitwise-permission-flags */
const needed: Partial<Record<Measure, bigint>> = {
  timeout: 1n << 40n,
  kick: 1n << 1n,
  tempban: 1n << 2n,
  ban: 1n << 2n,
};
const administrator = 1n << 3n;

/**
 * What stands between somebody and a measure; null when nothing does. Discord refuses those who are not below, by
 * https://docs.discord.com/developers/topics/permissions#permission-hierarchy; that moderators leave each other and staff to the admins is ours.
 */
export function obstacleTo(kind: Measure, { actor, target, bot }: Standing): Obstacle | null {
  if (target.id === actor.id) return 'self';
  if (target.isBot) return 'bot';
  if (target.isOwner) return 'owner';
  if (target.isTeam && !actor.isAdmin) return 'team';
  if (target.isPresent && !actor.isOwner && target.position >= actor.position) return 'above';
  const permission = needed[kind];
  if (permission === undefined) return null;
  if (!target.isPresent && (kind === 'timeout' || kind === 'kick')) return 'absent';
  if (kind === 'timeout' && target.isAdministrator) return 'administrator';
  if ((bot.permissions & (permission | administrator)) === 0n) return 'permission';
  return target.isPresent && target.position >= bot.position ? 'bot_below' : null;
}
