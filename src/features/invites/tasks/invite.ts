import { type APIExtendedInvite, AuditLogEvent } from 'discord-api-types/v10';
import type { Outcome } from '../../../discord/failure.ts';
import { schedule, type TaskContext, task } from '../../../infra/tasks.ts';
import { day, hour, minute } from '../../../kernel/time.ts';
import { inTurn } from '../../catalogue/service/turn.ts';
import { type Problem, text } from '../messages.ts';
import { causeOfAbsence, mostInvites, mostRoles, stepOf } from '../rules.ts';
import { endInvites, forgetInvites, type PromoInvite, promiseAll } from '../service/invite.ts';
import {
  arrivedSince,
  beginInvite,
  beginRole,
  dropWaiting,
  forgetRole,
  type Plan,
  promiseDrift,
  readPlan,
  recordDeleted,
  recordInvite,
  recordMissing,
  recordProblem,
  recordRole,
  recordUses,
  type Seen,
} from '../service/waiting.ts';
import { guildTask, promoTask } from '../wire.ts';
import { announceInvite } from './finish.ts';

type Work = { context: TaskContext; plan: Plan; seen: Seen };

const roleKey = ({ waiting }: Plan): string => `invites.role:${waiting.promoId}:${waiting.since.getTime()}`;
const inviteKey = ({ id }: PromoInvite): string => `invites.invite:${id}`;

function allowed<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw outcome.error;
}

/** The role, made once: what a try that was cut made is found in the audit log. A problem when there is no place for it. */
async function ensureRole({ context, plan, seen }: Work): Promise<{ roleId: string } | { problem: Problem; error?: unknown }> {
  const { db, discord, clock, outcome, made, reason, settings } = context;
  const { guildId, promoId, roleId, begunAt } = plan.waiting;
  if (roleId) return { roleId };
  const key = roleKey(plan);
  const former = begunAt ? allowed(await made(guildId, AuditLogEvent.RoleCreate, key)) : null;
  if (former && seen.roles.includes(former)) {
    await recordRole(db, promoId, former);
    return { roleId: former };
  }
  if (seen.roles.length >= mostRoles) return { problem: 'full' };
  await beginRole(db, promoId, clock.now());
  const { locale } = await settings(guildId);
  const name = text.role(plan.promoName)[locale].slice(0, 100);
  const created = await outcome(
    discord.guilds.createRole(guildId, { name, permissions: '0', mentionable: false }, { reason: reason(key) }),
  );
  if (!created.ok) return { problem: 'forbidden', error: created.error };
  await recordRole(db, promoId, created.value.id);
  return { roleId: created.value.id };
}

/** Entries of the audit log that are read back. What a try that was cut left is among the last. */
const auditLength = 100;

/** The code of the invite that a former try made: the log names it among what changed, since an invite has no id. */
async function formerCode({ context, plan }: Work, invite: PromoInvite): Promise<string | null> {
  if (!invite.begunAt) return null;
  const { discord, applicationId, outcome, reason } = context;
  const query = { action_type: AuditLogEvent.InviteCreate, user_id: applicationId, limit: auditLength } as const;
  const log = allowed(await outcome(discord.guilds.getAuditLogs(plan.waiting.guildId, query)));
  const entry = log.audit_log_entries.find((one) => one.reason === reason(inviteKey(invite)));
  const code = entry?.changes?.find((change) => change.key === 'code')?.new_value;
  return typeof code === 'string' ? code : null;
}

async function make(work: Work, invite: PromoInvite): Promise<void> {
  const { context, plan, seen } = work;
  const { db, discord, clock, outcome, reason, settings } = context;
  const { id, guildId, maxUses } = invite;
  const code = await formerCode(work, invite);
  if (code && seen.invites.some((one) => one.code === code)) return recordInvite(db, id, code);
  const role = await ensureRole(work);
  if ('problem' in role) {
    await recordProblem(db, id, role.problem);
    if (role.error) throw role.error;
    return;
  }
  plan.waiting.roleId = role.roleId;
  const channelId = (await settings(guildId)).channels.welcome;
  if (!channelId) return recordProblem(db, id, 'place');
  if (seen.invites.length >= mostInvites) return recordProblem(db, id, 'many');
  await beginInvite(db, id, clock.now());
  // Discord lets an invite live for a week or for ever: its end is ours to keep.
  const wanted = { max_age: 0, max_uses: maxUses, unique: true, role_ids: [role.roleId] };
  const created = await outcome(discord.channels.createInvite(channelId, wanted, { reason: reason(inviteKey(invite)) }));
  if (created.ok) return recordInvite(db, id, created.value.code);
  await recordProblem(db, id, created.why === 'gone' ? 'place' : 'forbidden');
  if (created.why === 'forbidden') throw created.error;
}

async function remove(work: Work, invite: PromoInvite): Promise<void> {
  const { db, discord, outcome, reason } = work.context;
  const code = invite.code ?? (await formerCode(work, invite));
  const deleted = code ? await outcome(discord.invites.delete(code, { reason: reason(inviteKey(invite)) })) : null;
  if (deleted && !deleted.ok && deleted.why !== 'gone') throw deleted.error;
  await recordDeleted(db, invite.id);
}

/** Each invite as the database wants it. Those that somebody deleted by hand are dead, and so are all when their role is. */
async function bringInvites(work: Work, isRoleDeleted: boolean): Promise<void> {
  const { context, plan, seen } = work;
  const { db, clock } = context;
  const listed = new Set(seen.invites.map(({ code }) => code));
  for (const invite of plan.invites) {
    const step = stepOf(invite, listed);
    if (step === 'make') await make(work, invite);
    else if (step === 'delete') await remove(work, invite);
    else if (step === 'missing' || isRoleDeleted) {
      if (step !== 'missing') await remove(work, invite);
      const arrived = await arrivedSince(db, invite);
      await recordMissing(db, invite, { cause: causeOfAbsence({ ...invite, arrived }, isRoleDeleted), now: clock.now() });
    }
  }
}

/** Nothing gives the role any more and nobody waits with it: it goes. */
async function clear({ context, plan, seen }: Work): Promise<void> {
  const { db, discord, clock, outcome, made, reason } = context;
  const { guildId, promoId, roleId, begunAt } = plan.waiting;
  const found = roleId ?? (begunAt ? allowed(await made(guildId, AuditLogEvent.RoleCreate, roleKey(plan))) : null);
  if (found && seen.roles.includes(found)) {
    const deleted = await outcome(discord.guilds.deleteRole(guildId, found, { reason: reason(roleKey(plan)) }));
    if (!deleted.ok && deleted.why !== 'gone') throw deleted.error;
  }
  // An invite that was asked for meanwhile has promised this task again.
  await dropWaiting(db, promoId, clock.now());
}

async function takeBack({ context, plan }: Work, gone: readonly string[]): Promise<void> {
  const { discord, outcome, reason } = context;
  const { guildId, roleId } = plan.waiting;
  for (const userId of roleId ? gone : []) {
    const taken = await outcome(
      discord.guilds.removeRoleFromMember(guildId, userId, roleId ?? '', { reason: reason(roleKey(plan)) }),
    );
    if (!taken.ok && taken.why === 'forbidden') throw taken.error;
  }
}

async function look({ discord, clock }: TaskContext, guildId: string): Promise<Seen> {
  const seenAt = clock.now();
  const [roles, invites] = await Promise.all([discord.guilds.getRoles(guildId), discord.guilds.getInvites(guildId)]);
  return { roles: roles.map(({ id }) => id), invites: invites as APIExtendedInvite[], seenAt };
}

async function bring(context: TaskContext, plan: Plan, gone: readonly string[]): Promise<void> {
  const { db, clock, outcome } = context;
  const { guildId, promoId, roleId } = plan.waiting;
  const read = await outcome(look(context, guildId));
  if (!read.ok) {
    for (const { id, code, deadAt } of plan.invites)
      if (code === null && deadAt === null) await recordProblem(db, id, 'forbidden');
    throw read.error;
  }
  const seen = read.value;
  await recordUses(db, guildId, seen);
  const isRoleDeleted = roleId !== null && !seen.roles.includes(roleId);
  if (isRoleDeleted) {
    await forgetRole(db, promoId, clock.now());
    Object.assign(plan.waiting, { roleId: null, begunAt: null, since: clock.now() });
  }
  const work: Work = { context, plan, seen };
  await takeBack(work, gone);
  await bringInvites(work, isRoleDeleted);
  const after = await readPlan(db, { guildId, promoId });
  const isIdle = after && after.arrivals === 0 && after.invites.length === 0;
  if (isIdle) await clear({ ...work, plan: after });
}

/** One worker at a time on the invites of a promo, in any process. */
export const promo = task(promoTask, async (context, { guildId, promoId, gone = [] }) => {
  try {
    await inTurn(context.db, `invites.promo:${promoId}`, async () => {
      const plan = await readPlan(context.db, { guildId, promoId });
      if (plan) await bring(context, plan, gone);
    });
  } finally {
    announceInvite(promoId);
  }
});

/** One reading for all the promos of a server; those of which it shows another state than ours are looked at again, each in its turn. */
export const guild = task(guildTask, async (context, { guildId }) => {
  const seen = allowed(await context.outcome(look(context, guildId)));
  await recordUses(context.db, guildId, seen);
  await promiseDrift(context.db, guildId, seen);
});

export const due = schedule('invites.due', 10 * minute, (tx, { clock }) => endInvites(tx, clock.now()), ['promo_invite']);
export const keep = schedule('invites.keep', hour, (tx) => promiseAll(tx), ['promo_waiting']);
export const forget = schedule('invites.forget', day, (tx, { clock }) => forgetInvites(tx, clock.now()), ['promo_invite']);
