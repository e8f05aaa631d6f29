import { schedule, type TaskContext, task } from '../../../infra/tasks.ts';
import { minute } from '../../../kernel/time.ts';
import { findMember, identityOf, presenceOf, recordMembers, recordWelcome } from '../../members/service.ts';
import { settledKeys } from '../rules.ts';
import { cancelOfAbsent, promiseWelcomes } from '../service/arrival.ts';
import { welcomeKey } from '../service/panel.ts';
import { arrivalMessage } from '../views/presentation.ts';
import { welcomeTask } from '../wire.ts';
import { grantIdentity } from './roles.ts';

type Arrival = { guildId: string; userId: string; joinedAt: Date; roleIds: readonly string[] };

/**
 * Answers an arrival. Somebody identified finds their roles and name again; anybody else becomes a newcomer and is shown where to begin.
 * Not while Discord's own screening lasts: its end is another event. An arrival whose role is missing stays due.
 */
export const welcome = task(welcomeTask, async (context, { guildId, userId }) => {
  const { db, discord, clock, outcome, settings, reason } = context;
  const seenAt = clock.now();
  const found = await outcome(discord.guilds.getMember(guildId, userId));
  if (!found.ok) return;
  const person = presenceOf(found.value, seenAt);
  if (!person) return;
  await recordMembers(db, guildId, [person], seenAt);
  const member = await findMember(db, { guildId, userId });
  if (!member || person.screening || member.welcomedAt) return;

  const bound = await settings(guildId);
  const identity = identityOf(member);
  const arrival = { guildId, userId, joinedAt: member.joinedAt, roleIds: found.value.roles };
  if (identity) {
    const why = reason(`onboarding.welcome:${userId}:${member.joinedAt.getTime()}`);
    const { shortfalls, refusal } = await grantIdentity(context, { guildId, userId, identity, settings: bound, reason: why });
    // Recorded for staff.
    if (refusal) throw refusal;
    if (shortfalls.some((shortfall) => shortfall.startsWith('role:'))) return;
  } else {
    const isSettled = settledKeys.some((key) => bound.roles[key]?.some((roleId) => arrival.roleIds.includes(roleId)));
    // Without a newcomer's role there is nothing to give yet; binding one brings everybody back here.
    if (!isSettled && !(await becomeNewcomer(context, arrival))) return;
  }
  await recordWelcome(db, { guildId, userId, joinedAt: arrival.joinedAt, now: clock.now() });
});

async function becomeNewcomer({ attempt, discord, settings, reason, tell }: TaskContext, arrival: Arrival): Promise<boolean> {
  const { guildId, userId, joinedAt, roleIds } = arrival;
  const { roles, channels, locale } = await settings(guildId);
  const newcomer = roles.newcomer ?? [];
  const [first] = newcomer;
  if (!first) return false;
  const key = `onboarding.arrived:${userId}:${joinedAt.getTime()}`;
  const isNewcomer = newcomer.some((roleId) => roleIds.includes(roleId));
  // Somebody whose data was erased is met again by the next reading of the member list, and knows where to begin. A former try of ours may
  // have given the role without telling yet.
  if (isNewcomer && attempt === 1) return true;
  if (!isNewcomer) await discord.guilds.addRoleToMember(guildId, userId, first, { reason: reason(key) });
  const channelId = channels[welcomeKey];
  // No second way when direct messages are closed: the welcome channel itself is in sight.
  if (channelId) await tell({ guildId, userId, key, message: arrivalMessage(guildId, channelId, locale), thread: null });
  return true;
}

/** Arrivals and departures that no event told. Each minute, since the task that reads the member list ends when it ends. */
export const catchUp = schedule('onboarding.arrivals', minute, async (tx, { clock }) => {
  await cancelOfAbsent(tx, clock.now());
  await promiseWelcomes(tx, clock.now());
});
