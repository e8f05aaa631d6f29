import type { APIAutoModerationRule } from 'discord-api-types/v10';
import { requireAllowed, schedule, type TaskContext, task } from '../../../infra/tasks.ts';
import { moderationKey, rulesChanged } from '../../../kernel/moderation.ts';
import { hour, minute } from '../../../kernel/time.ts';
import { compile, type Plan, type Source } from '../rules/compile.ts';
import { areSame, bodyOf, kindOf, type Native, namePrefix, readNative } from '../rules/native.ts';
import {
  findSetting,
  forgetRule,
  freeBeside,
  listOurs,
  type Ours,
  openRule,
  promiseAll,
  promiseCompiled,
  promiseInvites,
  readSource,
  recordBack,
  recordBegun,
  recordCard,
  recordDrift,
  recordSeen,
  recordWritten,
} from '../service/sync.ts';
import { driftCard, settledCard } from '../views.ts';
import { syncTask } from '../wire.ts';

export const compiled = task(rulesChanged, ({ db }, { guildId }) => promiseCompiled(db, guildId));

/** Discord's rules become what the server's ask for. Those of others are never touched, nor what somebody changed of ours. */
export const sync = task(syncTask, async (context, { guildId }) => {
  const { db, discord, outcome } = context;
  const setting = await findSetting(db, guildId);
  if (!setting) return;
  if (!setting.enabled && (await listOurs(db, guildId)).length === 0) return;
  const listed = requireAllowed(await outcome(discord.guilds.getAutoModerationRules(guildId)));
  if (!listed.ok) return;
  const there = new Map(listed.value.map((rule) => [rule.id, rule]));
  if (setting.enabled) await carryOut(context, guildId, there);
  else for (const ours of await adopt(context, guildId, there)) await drop(context, ours, there);
  for (const ours of await listOurs(db, guildId)) await showDrift(context, ours);
});

type There = Map<string, APIAutoModerationRule>;

/** Rules of ours with what a crash left unrecorded: found by its name, or taken away. */
async function adopt(context: TaskContext, guildId: string, there: There): Promise<Ours[]> {
  const { db, applicationId } = context;
  const rows = await listOurs(db, guildId);
  const known = new Set(rows.map(({ discordId }) => discordId));
  const left = [...there.values()].filter(
    ({ id, name, creator_id }) => creator_id === applicationId && name.startsWith(namePrefix) && !known.has(id),
  );
  for (const rule of left) {
    const row = rows.find(
      ({ discordId, name, key }) => discordId === null && name === rule.name && key.startsWith(`${kindOf(rule)}:`),
    );
    if (row) {
      await recordBegun(db, row, { name: row.name, discordId: rule.id });
      row.discordId = rule.id;
    } else {
      await remove(context, guildId, rule.id);
      there.delete(rule.id);
    }
  }
  return rows;
}

async function remove({ discord, outcome, reason }: TaskContext, guildId: string, id: string): Promise<void> {
  requireAllowed(await outcome(discord.guilds.deleteAutoModerationRule(guildId, id, { reason: reason('automod') })));
}

/** A rule that Discord shall no longer run. */
async function drop(context: TaskContext, ours: Ours, there: There): Promise<void> {
  if (ours.discordId !== null && there.has(ours.discordId)) await remove(context, ours.guildId, ours.discordId);
  await closeCard(context, ours);
  await forgetRule(context.db, ours);
}

async function carryOut(context: TaskContext, guildId: string, there: There): Promise<void> {
  const { db, clock } = context;
  const rows = await adopt(context, guildId, there);
  const known = new Set(rows.flatMap(({ discordId }) => discordId ?? []));
  const foreign = [...there.values()].filter(({ id }) => !known.has(id)).map(kindOf);
  const seen = {
    foreignWords: foreign.filter((kind) => kind === 'words').length,
    foreignMentions: foreign.filter((kind) => kind === 'mentions').length,
  };
  const found = await readHere(context, guildId, seen);
  if (!found) return;
  const { source, missing } = found;

  const drifted = new Set<string>();
  for (const ours of rows) {
    const drift = driftOf(ours, there, missing);
    if (drift === null && ours.drift !== null && ours.written !== null) await recordBack(db, ours);
    else if (drift !== null && drift !== ours.drift) await recordDrift(db, ours, drift, clock.now());
    if (drift !== null) drifted.add(ours.key);
  }
  const isThere = ({ discordId }: Ours): boolean => discordId !== null && there.has(discordId);
  // What somebody made of a rule of ours is theirs: it keeps its place also when we no longer ask for it.
  const keptBy = (plan: Plan) =>
    rows.filter((ours) => drifted.has(ours.key) && isThere(ours) && !plan.natives.some(({ key }) => key === ours.key));
  const plan = planBeside(source, keptBy);

  const kept = new Set(keptBy(plan).map(({ key }) => key));
  const wanted = new Map(plan.natives.map(({ key, native }) => [key, native]));
  // First those that go, so that the others have room.
  for (const ours of rows) if (!wanted.has(ours.key) && !kept.has(ours.key)) await drop(context, ours, there);
  const byKey = new Map(rows.map((ours) => [ours.key, ours]));
  const open = plan.natives.filter(({ key }) => !drifted.has(key));
  const isMade = ({ key }: { key: string }) => {
    const ours = byKey.get(key);
    return ours !== undefined && isThere(ours);
  };
  for (const { key, native } of [...open.filter(isMade), ...open.filter((one) => !isMade(one))]) {
    const ours = byKey.get(key) ?? (await openRule(db, { guildId, key, name: native.name }));
    await write(context, ours, native, there);
  }
  await recordSeen(db, guildId, {
    ...seen,
    missing: [...missing],
    invites: [...source.invites],
    syncedAt: clock.now(),
  });
}

/** What the server asks for, and which of the roles and channels that it names are no more; null without a server. */
async function readHere(
  { db, discord, outcome }: TaskContext,
  guildId: string,
  seen: { foreignWords: number; foreignMentions: number },
): Promise<{ source: Source; missing: Set<string> } | null> {
  const roles = requireAllowed(await outcome(discord.guilds.getRoles(guildId)));
  const channels = requireAllowed(await outcome(discord.guilds.getChannels(guildId)));
  if (!roles.ok || !channels.ok) return null;
  const present = new Set([...roles.value, ...channels.value].map(({ id }) => id));
  const free = freeBeside(seen);
  const named = await readSource(db, guildId, { missing: new Set(), free });
  const missing = new Set(
    [
      ...named.rules.flatMap(({ exemptions }) => [...exemptions.roleIds, ...exemptions.channelIds]),
      ...named.staffRoleIds,
      ...(named.alertChannelId === null ? [] : [named.alertChannelId]),
      ...(await listOurs(db, guildId)).flatMap(({ written }) => [
        ...(written?.exemptRoles ?? []),
        ...(written?.exemptChannels ?? []),
      ]),
    ].filter((id) => !present.has(id)),
  );
  return missing.size === 0 ? { source: named, missing } : { source: await readSource(db, guildId, { missing, free }), missing };
}

function driftOf({ discordId, written, asked }: Ours, there: There, missing: ReadonlySet<string>): Ours['drift'] {
  if (discordId === null || written === null || asked === null) return null;
  const given = there.get(discordId);
  if (!given) return 'deleted';
  return areSame(readNative(given), written, missing) ? null : 'changed';
}

/** Fewer places leave more rules of ours without one, whose places are then somebody's too: until nothing changes. */
function planBeside(source: Source, keptBy: (plan: Plan) => readonly Ours[]): Plan {
  for (let taken: readonly Ours[] = []; ; ) {
    const count = (kind: string) => taken.filter(({ key }) => key.startsWith(`${kind}:`)).length;
    const plan = compile({
      ...source,
      free: {
        words: Math.max(0, source.free.words - count('words')),
        mentions: Math.max(0, source.free.mentions - count('mentions')),
      },
    });
    const kept = keptBy(plan);
    if (kept.length <= taken.length) return plan;
    taken = kept;
  }
}

/** Makes a rule or brings it up to date. Recorded before and after: in between, what stands there may be the former or the new one. */
async function write(context: TaskContext, ours: Ours, native: Native, there: There): Promise<void> {
  const { db, discord, outcome, reason } = context;
  const { guildId } = ours;
  const id = ours.discordId !== null && there.has(ours.discordId) ? ours.discordId : null;
  if (id !== null && ours.written !== null && ours.asked !== null && areSame(ours.asked, native)) return;
  await recordBegun(db, ours, { name: native.name, discordId: id });
  const body = bodyOf(native);
  const options = { reason: reason(`automod:${ours.id}`) };
  const made = requireAllowed(
    await outcome(
      id === null
        ? discord.guilds.createAutoModerationRule(guildId, body, options)
        : discord.guilds.editAutoModerationRule(guildId, id, body, options),
    ),
  );
  if (made.ok) await recordWritten(db, ours, { discordId: made.value.id, asked: native, written: readNative(made.value) });
}

/** Tells the moderators once of a rule that somebody changed, until it is settled. */
async function showDrift(context: TaskContext, ours: Ours): Promise<void> {
  const { db, post, settings } = context;
  if (ours.drift === null || ours.noticedAt === null || ours.isLeft) return closeCard(context, ours);
  const { channels, locale } = await settings(ours.guildId);
  const channelId = ours.cardChannelId ?? channels[moderationKey];
  if (!channelId) return;
  const posted = requireAllowed(
    await post({
      channelId,
      messageId: ours.cardMessageId,
      message: driftCard(ours, locale),
      key: `automod.card:${ours.id}:${ours.noticedAt.getTime()}`,
      since: ours.noticedAt,
    }),
  );
  // Its channel is gone: the one that is chosen now.
  if (!posted.ok) return void (await recordCard(db, ours.id, null));
  if (posted.value.id !== ours.cardMessageId)
    await recordCard(db, ours.id, { channelId: posted.value.channel_id, messageId: posted.value.id });
}

async function closeCard({ db, discord, outcome, settings }: TaskContext, ours: Ours): Promise<void> {
  const { cardChannelId, cardMessageId } = ours;
  if (!cardChannelId || !cardMessageId) return;
  const { locale } = await settings(ours.guildId);
  await outcome(discord.channels.editMessage(cardChannelId, cardMessageId, settledCard(ours, locale)));
  await recordCard(db, ours.id, null);
}

/** What no event told: rules that somebody changed while the bot was away, and cards that were deleted. */
export const keepSynced = schedule('automod.keep_synced', hour, promiseAll, ['automod_setting']);

/** Discord lets a new invite to the server pass within a minute. */
export const keepInvites = schedule('automod.keep_invites', minute, promiseInvites, ['automod_setting']);
