import { schedule, task } from '../../../infra/tasks.ts';
import { memberSanctioned } from '../../../kernel/mentoring.ts';
import { day, hour, minute } from '../../../kernel/time.ts';
import { promiseChecks, whomToCheck } from '../service/check.ts';
import { followTimeout, hold, release, releaseDue, settleAbsent } from '../service/hold.ts';
import { endAbsent, forgetMentors, lapse, recallRenewal, remindStaff } from '../service/life.ts';
import { promiseLostRole } from '../service/role.ts';
import { checkTask } from '../wire.ts';

/** A pause ends to the minute, and so does a year. */
export const keepTime = schedule(
  'mentors.keep_time',
  minute,
  async (tx, { clock }) => {
    await releaseDue(tx, clock.now());
    await lapse(tx, clock.now());
  },
  ['mentor_profile'],
);

export const keepPeople = schedule(
  'mentors.keep_people',
  hour,
  async (tx, { clock }) => {
    await settleAbsent(tx, clock.now());
    await endAbsent(tx, clock.now());
    await recallRenewal(tx, clock.now());
    await remindStaff(tx, clock.now());
    await promiseChecks(tx);
  },
  ['mentor_profile'],
);

export const forget = schedule('mentors.forget', day, (tx, { clock }) => forgetMentors(tx, clock.now()), [
  'mentor_profile',
  'mentor_event',
  'mentoring_avoid',
]);

/** A mentor under an active sanction is proposed to nobody. */
export const sanctioned = task(memberSanctioned, async ({ db, clock }, { guildId, userId, until: said }) => {
  const now = clock.now();
  const until = said === null ? null : new Date(said);
  await db.$transaction((tx) =>
    until !== null && until <= now
      ? release(tx, { guildId, userId, kinds: ['sanction'], now })
      : hold(tx, { guildId, userId, kind: 'sanction', until, now }),
  );
});

/** People whom Discord gives at once. */
const page = 1_000;

/**
 * Timeouts and roles of mentors that changed while nobody listened. Discord is asked about each mentor, or for everybody where that takes fewer
 * questions. Who is not there is found by the list of members.
 */
export const check = task(checkTask, async ({ db, discord, clock, outcome }, { guildId }) => {
  const { userIds, people } = await whomToCheck(db, guildId);
  const follow = async (userId: string, member: { communication_disabled_until?: string | null; roles: string[] }) => {
    const until = member.communication_disabled_until ? new Date(member.communication_disabled_until) : null;
    await followTimeout(db, { guildId, userId, until, now: clock.now() });
    await promiseLostRole(db, { guildId, userId, roleIds: member.roles });
  };
  if (userIds.length <= Math.ceil((people + 1) / page)) {
    for (const userId of userIds) {
      const found = await outcome(discord.guilds.getMember(guildId, userId));
      if (found.ok) await follow(userId, found.value);
    }
    return;
  }
  const wanted = new Set(userIds);
  for (let after = '0'; ; ) {
    const found = await outcome(discord.guilds.getMembers(guildId, { limit: page, after }));
    if (!found.ok) return;
    for (const member of found.value) if (wanted.has(member.user.id)) await follow(member.user.id, member);
    const last = found.value.at(-1);
    if (!last || found.value.length < page) return;
    after = last.user.id;
  }
});
