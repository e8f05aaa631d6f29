import { ButtonStyle } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import type { GuildSettings } from '../../../infra/settings.ts';
import type { ChannelNeed, PermissionName } from '../../../kernel/feature.ts';
import { type RoleKey, roleNames } from '../../../kernel/role.ts';
import type { Locale } from '../../../kernel/text.ts';
import { timeOf } from '../../../kernel/time.ts';
import { reportText } from '../messages/report.ts';
import { languages, text } from '../messages/setup.ts';
import type { GuildFacts } from '../rules/guild.ts';
import type { Needs } from '../rules/needs.ts';
import { diagnoseId, type Step, unbindChannelId, unbindRoleId } from '../wire.ts';
import { card, listing, textBudget } from './card.ts';
import { unsettled } from './report.ts';

/** Discord roles named for one role of the bot; a guild rarely binds more than two. */
const shownRoles = 4;

type Shown = {
  guild: GuildFacts;
  needs: Needs;
  settings: GuildSettings;
  lastRun: { startedAt: Date; finishedAt: Date | null; report: readonly Step[] } | null;
};

/** All settings of a guild. What is not bound, or was deleted, is said in words. */
export function settingsCard({ guild, needs, settings, lastRun }: Shown, locale: Locale): Message {
  const more = (count: number) => text.more(count)[locale];
  const roleLine = (key: RoleKey) => {
    const bound = settings.roles[key] ?? [];
    const named = bound
      .slice(0, shownRoles)
      .map((id) => (guild.roles.some((role) => role.id === id) ? `<@&${id}>` : text.deleted[locale]));
    const all = bound.length > shownRoles ? [...named, more(bound.length - shownRoles)] : named;
    return `- ${roleNames[key][locale]} (\`${key}\`) → ${all.length === 0 ? text.unbound[locale] : all.join(', ')}`;
  };
  const channelLine = ({ key }: ChannelNeed) => {
    const id = settings.channels[key];
    const isThere = guild.channels.some((channel) => channel.id === id);
    return `- \`${key}\` → ${id === undefined ? text.unbound[locale] : isThere ? `<#${id}>` : text.deleted[locale]}`;
  };
  const finishedAt = lastRun?.finishedAt;
  const runLine = finishedAt
    ? reportText.last(timeOf(finishedAt, 'R'))[locale]
    : lastRun
      ? reportText.open(timeOf(lastRun.startedAt, 'R'))[locale]
      : '';
  const half = textBudget / 2 - 500;
  return card(
    [
      `## ${text.title[locale]}`,
      `**${text.roles[locale]}**\n${listing(
        needs.roles.map(({ key }) => roleLine(key)),
        half,
        more,
      )}`,
      `**${text.channels[locale]}**\n${listing(needs.channels.map(channelLine), half, more)}`,
      text.general(languages[settings.locale], settings.timeZone)[locale],
      `${runLine} ${text.howToFill[locale]}`.trim(),
      lastRun ? unsettled(lastRun.report, locale) : '',
    ],
    [{ label: text.diagnose[locale], customId: diagnoseId.encode({}) }],
  );
}

export const roleBound = (key: RoleKey, roleId: string, locale: Locale): Message =>
  card([text.roleBound(roleId, key)[locale]], [{ label: text.unbind[locale], customId: unbindRoleId.encode({ key, roleId }) }]);

export const channelBound = (need: ChannelNeed, channelId: string, lacking: readonly PermissionName[], locale: Locale): Message =>
  card(
    [text.channelBound(channelId, need)[locale], lacking.length > 0 ? text.channelLacks(lacking)[locale] : ''],
    [
      {
        label: text.unbind[locale],
        customId: unbindChannelId.encode({ key: need.key, channelId }),
        style: ButtonStyle.Secondary,
      },
      ...(lacking.length > 0 ? [{ label: text.diagnose[locale], customId: diagnoseId.encode({}) }] : []),
    ],
  );

export const note = (content: string): Message => card([content]);
