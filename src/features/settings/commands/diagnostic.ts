import { button, command } from '../../../discord/command.ts';
import type { Context } from '../../../discord/context.ts';
import { failureOf } from '../../../discord/failure.ts';
import { admin } from '../../../discord/policy.ts';
import { readSettings } from '../../../infra/settings.ts';
import { commandTexts } from '../messages/setup.ts';
import { diagnose, type Finding, type Observation } from '../rules/findings.ts';
import { mergeNeeds } from '../rules/needs.ts';
import { mend, readHealth, readPanels } from '../service/health.ts';
import { readGuild } from '../tasks/guild.ts';
import { diagnosticCard } from '../views/diagnostic.ts';
import { diagnoseId, mendId, recheckId } from '../wire.ts';
import { awaitRun } from './wait.ts';

/** A message that Discord does not show is not there, whatever the reason: another finding names the cause. */
async function isThere({ discord }: Context, channelId: string, messageId: string | null): Promise<boolean> {
  if (messageId === null) return false;
  const [read] = await Promise.allSettled([discord.channels.getMessage(channelId, messageId)]);
  if (read.status === 'fulfilled') return true;
  if (failureOf(read.reason) === 'again' || failureOf(read.reason) === 'invalid') throw read.reason;
  return false;
}

/** Looks at Discord, at the database and at the queue; settings are read anew, since mending changes them. */
async function observe(context: Context): Promise<Observation> {
  const { db, clock, discord, applicationId, features, actor, commands, wanted } = context;
  const { guildId } = actor;
  const [guild, application, areCommandsDeployed, settings, health, panels] = await Promise.all([
    readGuild(discord, guildId, applicationId),
    discord.applications.getCurrent(),
    commands.isCurrent(),
    readSettings(db, guildId),
    readHealth(db, guildId, clock),
    readPanels(db, guildId),
  ]);
  return {
    guild,
    needs: mergeNeeds(features),
    settings,
    applicationFlags: application.flags ?? 0,
    wantsMessageContent: wanted.messageContent,
    areCommandsDeployed,
    policies: features.flatMap((feature) => feature.commands.map(({ policy }) => policy)),
    panels: await Promise.all(
      panels.map(async ({ key, channelId, messageId }) => ({
        key,
        channelId,
        isThere: await isThere(context, channelId, messageId),
      })),
    ),
    health,
  };
}

/** What is wrong with the place, then what each feature says of itself. */
async function findingsOf(context: Context): Promise<Finding[]> {
  const { features, actor } = context;
  const [observed, said] = await Promise.all([
    observe(context),
    Promise.all(features.map(({ findings }) => findings?.(context, actor.guildId) ?? [])),
  ]);
  return [...diagnose(observed), ...said.flat().map((advice): Finding => ({ kind: 'feature', advice, remedy: null }))];
}

export const diagnostic = command({
  ...commandTexts.diagnostic,
  policy: admin,
  answer: 'ephemeral',
  options: {},
  run: async (context) => diagnosticCard(await findingsOf(context), context.locale),
});

export const openDiagnostic = button({
  id: diagnoseId,
  policy: admin,
  answer: 'ephemeral',
  run: async (context) => diagnosticCard(await findingsOf(context), context.locale),
});

export const recheck = button({
  id: recheckId,
  policy: admin,
  answer: 'update',
  run: async (context) => diagnosticCard(await findingsOf(context), context.locale),
});

export const mendAll = button({
  id: mendId,
  policy: admin,
  answer: 'update',
  async run(context) {
    const { db, actor, locale, clock, features } = context;
    const findings = (await findingsOf(context)).filter(({ remedy }) => remedy !== null);
    const runId = await mend(db, { guildId: actor.guildId, actorId: actor.userId, locale, now: clock.now(), features, findings });
    const run = await awaitRun(context, runId);
    return diagnosticCard(await findingsOf(context), locale, { isMending: run === null });
  },
});
