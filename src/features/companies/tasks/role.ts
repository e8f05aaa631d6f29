import { schedule, task } from '../../../infra/tasks.ts';
import { hour } from '../../../kernel/time.ts';
import { forgetGranted, promiseDueRoles, recordGranted, recordMissing, roleStanding } from '../service/role.ts';
import { roleTask, stripTask } from '../wire.ts';

/**
 * The role of recruiters follows the company: given to its people once staff verified it, taken back when they answer for none any more, unless they
 * had it before or staff identified them as somebody who recruits. What is already so is left alone.
 */
export const role = task(roleTask, async ({ db, discord, outcome, settings, reason, attempt }, { guildId, userId }) => {
  const { roles } = await settings(guildId);
  const bound = roles.recruiter ?? [];
  const { place, given, isRecruiter } = await roleStanding(db, { guildId, userId });
  const why = { reason: reason(`companies.role:${userId}`) };
  const found = await outcome(discord.guilds.getMember(guildId, userId));
  if (!found.ok) {
    // Roles go with the person.
    await forgetGranted(db, { guildId, userId });
    return;
  }
  if (!place) {
    for (const roleId of given) {
      if (isRecruiter || !found.value.roles.includes(roleId)) continue;
      const taken = await outcome(discord.guilds.removeRoleFromMember(guildId, userId, roleId, why));
      // Recorded for staff, and tried again each hour.
      if (!taken.ok && taken.why === 'forbidden') throw taken.error;
    }
    await forgetGranted(db, { guildId, userId });
    return;
  }
  const held = bound.find((roleId) => found.value.roles.includes(roleId));
  const [first] = bound;
  // Held before anybody knew of the company, it is not ours to take back; unless a former try of ours gave it and died.
  if (held) return recordGranted(db, place, { roleId: held, isGiven: attempt > 1 || given.includes(held) });
  if (!first) return recordMissing(db, place);
  const added = await outcome(discord.guilds.addRoleToMember(guildId, userId, first, why));
  if (added.ok) return recordGranted(db, place, { roleId: first, isGiven: true });
  await recordMissing(db, place);
  if (added.why === 'forbidden') throw added.error;
});

/** Somebody whose data is erased: nothing but this task knows of their role any more. */
export const strip = task(stripTask, async ({ discord, outcome, reason }, { guildId, strangerId, roleIds }) => {
  for (const roleId of roleIds) {
    const taken = await outcome(
      discord.guilds.removeRoleFromMember(guildId, strangerId, roleId, { reason: reason('companies.erasure') }),
    );
    if (!taken.ok && taken.why === 'forbidden') throw taken.error;
  }
});

/** A role that could not be given is, once its fault was mended; and so is one that was made again. */
export const grantAgain = schedule('companies.grant_again', hour, (tx) => promiseDueRoles(tx), ['company']);
