import type { Measure } from '../../../kernel/moderation.ts';
import { badDuration, deleteTooMuch, needsAdmin, refusedBy, sameAsTarget } from '../messages/refusal.ts';
import { boundsOf } from '../rules/duration.ts';
import { obstacleTo, type Standing } from '../rules/guard.ts';
import type { Sanction } from '../wire.ts';

export type { Standing } from '../rules/guard.ts';

/** Throws `moderation.self`, `bot`, `owner`, `team`, `above`, `absent`, `administrator`, `bot_below`, `permission`. */
export function requireSanctionable(kind: Measure, standing: Standing): void {
  const obstacle = obstacleTo(kind, standing);
  if (obstacle) throw refusedBy(obstacle);
}

const longestDeletion = 7 * 86_400;

/** Throws the same, and `moderation.needs_admin`, `bad_duration`, `behalf_is_target`, `delete_too_much`. */
export function requireAllowed(deed: Sanction, standing: Standing): void {
  const { kind, seconds, behalfId, deleteSeconds } = deed;
  requireSanctionable(kind, standing);
  if (kind === 'ban' && !standing.actor.isAdmin) throw needsAdmin();
  const bounds = boundsOf(kind);
  if (bounds && (seconds === null || seconds < bounds.least || seconds > bounds.most)) throw badDuration(bounds);
  if (behalfId === standing.target.id) throw sameAsTarget();
  if (deleteSeconds < 0 || deleteSeconds > longestDeletion) throw deleteTooMuch();
}
