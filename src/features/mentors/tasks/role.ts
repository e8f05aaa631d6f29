import { schedule, task } from '../../../infra/tasks.ts';
import { hour } from '../../../kernel/time.ts';
import { isMentor } from '../rules/profile.ts';
import { findMentor } from '../service/mentor.ts';
import { forgetGranted, promiseDueRoles, recordGranted, recordMissing } from '../service/role.ts';
import { roleTask, stripTask } from '../wire.ts';

/**
 * The role of mentors follows the approval, paused or not: given once staff approved somebody, taken back when they are a mentor no more, unless they
 * had it before. What is already so is left alone.
 */
export const role = task(roleTask, async ({ db, discord, outcome, settings, reason, attempt }, { guildId, userId }) => {
  const mentor = await findMentor(db, { guildId, userId });
  if (!mentor) return;
  const { roles } = await settings(guildId);
  const bound = roles.mentor ?? [];
  const { grantedRoleId, roleGiven } = mentor;
  const why = { reason: reason(`mentors.role:${userId}`) };
  const found = await outcome(discord.guilds.getMember(guildId, userId));
  if (!found.ok) {
    // Roles go with the person.
    await forgetGranted(db, mentor);
    return;
  }
  const held = found.value.roles;
  if (!isMentor(mentor)) {
    if (roleGiven && grantedRoleId && held.includes(grantedRoleId)) {
      const taken = await outcome(discord.guilds.removeRoleFromMember(guildId, userId, grantedRoleId, why));
      // Recorded for staff, and tried again each hour.
      if (!taken.ok && taken.why === 'forbidden') throw taken.error;
    }
    await forgetGranted(db, mentor);
    return;
  }
  const one = bound.find((roleId) => held.includes(roleId));
  const [first] = bound;
  // Held before staff approved them, it is not ours to take back; unless a former try of ours gave it and died.
  if (one) return recordGranted(db, mentor, { roleId: one, isGiven: attempt > 1 || (roleGiven && grantedRoleId === one) });
  if (!first) return recordMissing(db, mentor);
  const added = await outcome(discord.guilds.addRoleToMember(guildId, userId, first, why));
  if (added.ok) return recordGranted(db, mentor, { roleId: first, isGiven: true });
  await recordMissing(db, mentor);
  if (added.why === 'forbidden') throw added.error;
});

/** Somebody whose data is erased: nothing but this task knows of their role any more. */
export const strip = task(stripTask, async ({ discord, outcome, reason }, { guildId, strangerId, roleId }) => {
  const why = { reason: reason('mentors.erasure') };
  const taken = await outcome(discord.guilds.removeRoleFromMember(guildId, strangerId, roleId, why));
  if (!taken.ok && taken.why === 'forbidden') throw taken.error;
});

/** A role that could not be given is, once its fault was mended; and so is one that was made again. */
export const grantAgain = schedule('mentors.grant_again', hour, (tx) => promiseDueRoles(tx), ['mentor_profile']);
