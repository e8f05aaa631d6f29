/** https://support.discord.com/hc/en-us/articles/33694251638295 */
export const mostRoles = 250;
/** Invites of a server, of whatever maker. */
export const mostInvites = 1_000;
/** That work at the same time, of one promo. */
export const mostOfPromo = 10;
export const mostUses = 100;
export const mostDays = 90;
export const usualDays = 14;

/**
 * An invite that Discord no longer has was used up when those who came since it was last seen are all that it had left; one of them nobody may
 * have told of.
 */
export const causeOfAbsence = (
  { uses, maxUses, arrived }: { uses: number; maxUses: number; arrived: number },
  isDeletedRole: boolean,
): 'gone' | 'used_up' => (!isDeletedRole && maxUses > 0 && uses + Math.max(1, arrived) >= maxUses ? 'used_up' : 'gone');

type Invite = { deadAt: Date | null; code: string | null; begunAt: Date | null };

/** What is to be done about an invite on Discord. */
export function stepOf(
  { deadAt, code, begunAt }: Invite,
  listed: ReadonlySet<string>,
): 'make' | 'delete' | 'missing' | 'nothing' {
  if (deadAt !== null) return code !== null || begunAt !== null ? 'delete' : 'nothing';
  if (code === null) return 'make';
  return listed.has(code) ? 'nothing' : 'missing';
}
