import type { Context } from '../../../discord/context.ts';
import type { HomeItem } from '../../../kernel/feature.ts';
import { text } from '../messages/setup.ts';
import { mergeNeeds } from '../rules/needs.ts';
import { countFaults } from '../service/health.ts';
import { diagnoseId, settingsId } from '../wire.ts';

/** What waits for an administrator: a set-up to finish, refusals to look at; and the two doors to what they look after. */
export async function adminItems(context: Context): Promise<HomeItem[]> {
  if (!(await context.keys()).has('admin')) return [];
  const settings = await context.settings();
  const needs = mergeNeeds(context.features);
  const roles = needs.roles.filter(({ key }) => (settings.roles[key] ?? []).length === 0).length;
  const channels = needs.channels.filter(({ key }) => settings.channels[key] === undefined).length;
  const faults = await countFaults(context.db, context.actor.guildId);
  const button = { label: text.diagnose, customId: diagnoseId.encode({}) };
  return [
    ...(roles + channels > 0 ? [{ text: text.homeUnfinished(roles, channels), waiting: true, button }] : []),
    ...(faults > 0 ? [{ text: text.homeFaults(faults), waiting: true, button }] : []),
    { text: text.homeSettings, button: { label: text.settingsButton, customId: settingsId.encode({}) } },
    ...(roles + channels + faults === 0 ? [{ text: text.homeDiagnose, button }] : []),
  ];
}
