import {
  type APIChannel,
  AuditLogEvent,
  ChannelType,
  type OverwriteType,
  type RESTPostAPIGuildChannelJSONBody,
} from 'discord-api-types/v10';
import type { GuildSettings } from '../../../infra/settings.ts';
import { schedule, type TaskContext, task } from '../../../infra/tasks.ts';
import type { ChannelNeed, RoleNeed } from '../../../kernel/feature.ts';
import { hour } from '../../../kernel/time.ts';
import { channelFacts, type GuildFacts, type OverwriteFacts } from '../rules/guild.ts';
import { categoryNeed, channelTypeOf, mergeNeeds, type Needs, overwritesOf } from '../rules/needs.ts';
import { overwritesToMend } from '../rules/overwrites.ts';
import { categoryFor, type Decision, decideChannel, decideRole, rolePermissions } from '../rules/setup.ts';
import type { Change } from '../service/binding.ts';
import { findRun, finishRun, forgetOldRuns, forgetPlace, type Place, recordPlace, report, resumeRuns } from '../service/run.ts';
import { type Step, setUpTask } from '../wire.ts';
import { announceFinish } from './finish.ts';
import { readGuild } from './guild.ts';

export const resume = schedule(
  'settings.resume',
  hour,
  async (tx, { clock }) => {
    await resumeRuns(tx);
    await forgetOldRuns(tx, clock.now());
  },
  ['setup_run'],
);

/** A run at work: what it knows, which grows as it creates. */
type Work = {
  context: TaskContext;
  runId: number;
  change: Change;
  needs: Needs;
  guild: GuildFacts;
  settings: GuildSettings;
  /** What a former try created, by the reason it left in the audit log. */
  made: ReadonlyMap<string, string>;
};

const json = (overwrites: readonly OverwriteFacts[]): { id: string; type: OverwriteType; allow: string; deny: string }[] =>
  overwrites.map(({ id, type, allow, deny }) => ({ id, type, allow: String(allow), deny: String(deny) }));

/** Creations of this run that the audit log knows. `null`: the bot may not read it. */
async function creations({ outcome, discord, applicationId }: TaskContext, guildId: string): Promise<Map<string, string> | null> {
  const made = new Map<string, string>();
  for (const action_type of [AuditLogEvent.RoleCreate, AuditLogEvent.ChannelCreate]) {
    const log = await outcome(discord.guilds.getAuditLogs(guildId, { user_id: applicationId, action_type, limit: 100 }));
    if (!log.ok) return null;
    for (const { reason, target_id } of log.value.audit_log_entries) if (reason && target_id) made.set(reason, target_id);
  }
  return made;
}

const reasonFor = ({ context, runId }: Work, what: string, key: string) =>
  context.reason(`settings.set_up:${runId}:${what}:${key}`);

/** Binds a place, in the database and in what the run knows. */
async function record(work: Work, place: Place, line: Step): Promise<void> {
  await recordPlace(work.context.db, work.change, work.runId, place, line);
  const { settings } = work;
  work.settings =
    place.what === 'role'
      ? { ...settings, roles: { ...settings.roles, [place.key]: [...(settings.roles[place.key] ?? []), place.id] } }
      : { ...settings, channels: { ...settings.channels, [place.key]: place.id } };
}

/** What is the same for a role and for a channel. True when it must be created. */
async function settle(work: Work, decision: Decision, place: (id: string) => Place, name: string): Promise<boolean> {
  const { context, runId, change } = work;
  const { what, key } = place('');
  for (const id of decision.forget) await forgetPlace(context.db, change, runId, place(id));
  if (decision.do === 'adopt') await record(work, place(decision.id), { did: 'adopted', what, key, id: decision.id });
  if (decision.do === 'refuse') {
    const { why, missing } = decision.refusal;
    await report(context.db, runId, { did: 'refused', what, key, name, why, missing: [...missing] });
  }
  if (decision.do !== 'create') return false;
  for (const { id, why } of decision.passed) await report(context.db, runId, { did: 'passed', what, key, id, why });
  return true;
}

async function provideRole(work: Work, need: RoleNeed): Promise<void> {
  const { context, runId, guild, settings, made } = work;
  const { key, name } = need;
  const place = (id: string) => ({ what: 'role', key, id }) as const;
  const { permissions, lacking } = rolePermissions(guild, need);
  const line = (id: string): Step => ({ did: 'created', ...place(id), name, lacking });
  const reason = reasonFor(work, 'role', key);
  const former = guild.roles.find(({ id }) => id === made.get(reason));
  const bound = settings.roles[key] ?? [];
  if (former && bound.length === 0) return record(work, place(former.id), line(former.id));

  const taken = Object.values(settings.roles).flat();
  if (!(await settle(work, decideRole(guild, need, bound, taken), place, name))) return;
  const created = await context.outcome(
    context.discord.guilds.createRole(
      guild.id,
      { name, permissions: String(permissions), hoist: need.hoisted ?? false, mentionable: false },
      { reason },
    ),
  );
  if (!created.ok)
    return report(context.db, runId, { did: 'refused', what: 'role', key, name, why: 'forbidden', missing: ['ManageRoles'] });
  const { id, position, managed } = created.value;
  work.guild = { ...guild, roles: [...guild.roles, { id, name, position, managed, permissions }] };
  await record(work, place(id), line(id));
}

/** Creates in the guild and in what the run knows of it; what a former try created is taken up. `null`: Discord refused. */
async function createChannel(work: Work, reason: string, body: RESTPostAPIGuildChannelJSONBody): Promise<string | null> {
  const { context, guild, made } = work;
  const former = guild.channels.find(({ id }) => id === made.get(reason));
  if (former) return former.id;
  const created = await context.outcome<APIChannel>(context.discord.guilds.createChannel(guild.id, body, { reason }));
  if (!created.ok) return null;
  work.guild = { ...guild, channels: [...guild.channels, channelFacts(created.value)] };
  return created.value.id;
}

async function provideCategory(work: Work, need: ChannelNeed): Promise<string | null> {
  const { context, runId, guild, needs, settings } = work;
  const { category: name } = need;
  const found = categoryFor(guild, needs, need, settings.channels);
  if (found !== 'create') return found.id;
  const id = await createChannel(work, reasonFor(work, 'category', name), {
    name,
    type: ChannelType.GuildCategory,
    permission_overwrites: json(overwritesOf(guild, categoryNeed(needs, name), settings.roles)),
  });
  if (id !== null) await report(context.db, runId, { did: 'created', what: 'category', key: name, id, name, lacking: [] });
  return id;
}

async function provideChannel(work: Work, need: ChannelNeed): Promise<void> {
  const { context, runId, settings } = work;
  const { key, name } = need;
  const place = (id: string) => ({ what: 'channel', key, id }) as const;
  const bound = settings.channels[key];
  const reason = reasonFor(work, 'channel', key);
  const isMade = work.guild.channels.some(({ id }) => id === work.made.get(reason));
  const decision = decideChannel(work.guild, need, bound === undefined ? [] : [bound], Object.values(settings.channels));
  const mustCreate = bound === undefined && isMade ? true : await settle(work, decision, place, name);
  if (!mustCreate) return;

  const parentId = isMade ? null : await provideCategory(work, need);
  const id = await createChannel(work, reason, {
    name,
    type: channelTypeOf(need),
    topic: need.topic[settings.locale],
    ...(parentId !== null && { parent_id: parentId }),
    permission_overwrites: json(overwritesOf(work.guild, need, settings.roles)),
  });
  if (id === null)
    return report(context.db, runId, {
      did: 'refused',
      what: 'channel',
      key,
      name,
      why: 'forbidden',
      missing: ['ManageChannels'],
    });
  await record(work, place(id), { did: 'created', ...place(id), name, lacking: [] });
}

async function mendOverwrites(work: Work): Promise<void> {
  const { context, runId, guild, needs, settings } = work;
  for (const { key, channelId, overwrite } of overwritesToMend(guild, needs, settings)) {
    const [body] = json([overwrite]);
    if (!body) continue;
    const { id, ...permissions } = body;
    const reason = reasonFor(work, 'overwrite', key);
    const done = await context.outcome(context.discord.channels.editPermissionOverwrite(channelId, id, permissions, { reason }));
    const what = 'overwrite';
    await report(
      context.db,
      runId,
      done.ok
        ? { did: 'mended', what, key, id: channelId }
        : { did: 'refused', what, key, name: key, why: 'forbidden', missing: [] },
    );
  }
}

/**
 * `/setup auto`, and what `Réparer` adds to it. Each creation is bound at once and carries a reason by which a later try finds it, so that a
 * crash between the two doubles nothing.
 */
export const setUp = task(setUpTask, async (context, { guildId, runId, isResumed }) => {
  const { db, discord, clock, features, applicationId, attempt } = context;
  const run = await findRun(db, runId);
  if (!run || run.finishedAt) return;
  const finish = async (last: Step, isMending: boolean): Promise<boolean> => {
    const isFinished = await finishRun(db, runId, { now: clock.now(), last, isMending });
    if (isFinished) announceFinish();
    return isFinished;
  };

  // Nothing can be done at all, mending included.
  const lose = async (why: 'guild' | 'audit_log') => void (await finish({ did: 'lost', why }, true));
  const guild = await context.outcome(readGuild(discord, guildId, applicationId));
  if (!guild.ok) return lose('guild');
  const made = attempt > 1 || isResumed ? await creations(context, guildId) : new Map<string, string>();
  if (!made) return lose('audit_log');

  const needs = mergeNeeds(features);
  const settings = await context.settings(guildId);
  const change = { guildId, actorId: run.requestedBy, now: clock.now(), features };
  const work: Work = { context, runId, change, needs, guild: guild.value, settings, made };
  const roles = needs.roles.filter(({ key }) =>
    (settings.roles[key] ?? []).some((id) => guild.value.roles.some((role) => role.id === id)),
  );
  const channels = needs.channels.filter(({ key }) => guild.value.channels.some(({ id }) => id === settings.channels[key]));
  for (const need of needs.roles) await provideRole(work, need);
  for (const need of needs.channels) await provideChannel(work, need);

  const last: Step = { did: 'kept', roles: roles.length, channels: channels.length };
  const isMending = (await findRun(db, runId))?.isMending ?? false;
  if (isMending) await mendPermissions(work);
  if (await finish(last, isMending)) return;
  // Somebody asked to mend while this run was finishing.
  await mendPermissions(work);
  await finish(last, true);
});

async function mendPermissions(work: Work): Promise<void> {
  const { db, commands } = work.context;
  await mendOverwrites(work);
  if (await commands.isCurrent()) return;
  await commands.deploy();
  await report(db, work.runId, { did: 'deployed' });
}
