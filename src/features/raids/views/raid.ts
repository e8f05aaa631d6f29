import { type APIButtonComponent, type APIEmbed, ButtonStyle } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import { type RaidLevel, raidLevels } from '../../../kernel/moderation.ts';
import { buttonOf, linkTo, note, paragraph, placeOf, row, rows, selectOf, sheet } from '../../../kernel/piece.ts';
import { cut, escapeMarkdown, type Locale } from '../../../kernel/text.ts';
import { timeOf } from '../../../kernel/time.ts';
import { text } from '../messages/raid.ts';
import { below } from '../rules/level.ts';
import type { Arrived, Raid } from '../service/raid.ts';
import { ofGroup, pageSize, type SweepPage } from '../service/sweep.ts';
import { closeId, confirmSweepId, gatherId, groups, keepId, levelId, peopleId, sweepPageId } from '../wire.ts';

export type RaidCard = { raid: Raid; arrived: readonly Arrived[]; swept: { done: number; failed: number } };

function actions({ id, level, endedAt }: Raid, locale: Locale): APIButtonComponent[] {
  const people = buttonOf(text.seePeople[locale], peopleId.encode({ raidId: id }), ButtonStyle.Primary);
  if (endedAt) return [people];
  const lower = below(level);
  return [
    people,
    ...(lower === 'none' ? [] : [buttonOf(text.lower(lower)[locale], levelId.encode({ level: lower }))]),
    buttonOf(text.end[locale], levelId.encode({ level: 'none' })),
    buttonOf(text.lock[locale], closeId.encode({}), ButtonStyle.Danger),
  ];
}

function pausesOf({ invitesUntil, dmsUntil }: Raid, locale: Locale): string {
  const pauses = [
    ...(invitesUntil ? [text.invites(timeOf(invitesUntil))[locale]] : []),
    ...(dmsUntil ? [text.dms(timeOf(dmsUntil))[locale]] : []),
  ];
  return pauses.length > 0 ? pauses.join(', ') : text.nothing[locale];
}

function raidEmbed({ raid, arrived, swept }: RaidCard, locale: Locale): APIEmbed {
  const { level, peak, cause, startedAt, endedAt, refused } = raid;
  const young = ofGroup(arrived, 'young').length;
  const similar = ofGroup(arrived, 'similar').length;
  return {
    title: (endedAt ? text.over : text.title(level))[locale],
    description: [
      text.cause[cause][locale],
      ...(endedAt ? [] : [text.next[locale]]),
      ...(refused ? [text.refused[locale]] : []),
    ].join('\n'),
    fields: [
      { name: text.since[locale], value: timeOf(startedAt), inline: true },
      ...(endedAt ? [{ name: text.until[locale], value: timeOf(endedAt), inline: true }] : []),
      { name: text.peak[locale], value: raidLevels[peak][locale], inline: true },
      { name: text.people[locale], value: text.peopleOf(arrived.length, young, similar)[locale] },
      ...(endedAt ? [] : [{ name: text.paused[locale], value: pausesOf(raid, locale) }]),
      ...(swept.done + swept.failed > 0
        ? [{ name: text.sweptName[locale], value: text.swept(swept.done, swept.failed)[locale] }]
        : []),
    ],
  };
}

/** The card of an alert, in the moderators' channel. `mention`: roles that are called when it first appears. */
export const raidCard = (card: RaidCard, locale: Locale, mention: readonly string[] = []): Message => ({
  content: mention.map((id) => `<@&${id}>`).join(' '),
  embeds: [raidEmbed(card, locale)],
  components: rows(actions(card.raid, locale)),
  allowed_mentions: { parse: [], roles: [...mention] },
});

/** A word when the level rises: an edited card calls nobody. */
export const alertMessage = (raid: Raid, locale: Locale, mention: readonly string[]): Message => ({
  content: [...mention.map((id) => `<@&${id}>`), text.alert(raid.level)[locale]].join(' '),
  ...(raid.cardChannelId &&
    raid.cardMessageId && {
      components: [row(linkTo(text.seeCard[locale], placeOf(raid.guildId, raid.cardChannelId, raid.cardMessageId)))],
    }),
  allowed_mentions: { parse: [], roles: [...mention] },
});

/** The same for one moderator, who asked. */
export function raidScreen(card: RaidCard | null, locale: Locale): Message {
  if (card) return raidCard(card, locale);
  const raise = (['low', 'medium', 'high'] as const).map((level) =>
    buttonOf(raidLevels[level][locale], levelId.encode({ level })),
  );
  return note(text.calm[locale], row(...raise, buttonOf(text.lock[locale], closeId.encode({}))));
}

export const levelSet = (level: RaidLevel, locale: Locale): Message => note(text.set(level)[locale]);

/** Who arrived, and the ways to send some of them away. Only administrators are shown what bans. */
export function peopleScreen(
  raid: Raid,
  arrived: readonly Arrived[],
  { isAdmin }: { isAdmin: boolean },
  locale: Locale,
): Message {
  const title = `## ${text.peopleTitle[locale]}`;
  if (arrived.length === 0) return note(`${title}\n${text.noPeople[locale]}`);
  const young = ofGroup(arrived, 'young').length;
  const similar = ofGroup(arrived, 'similar').length;
  const buttons = (measure: 'kick' | 'ban') =>
    row(
      ...groups.flatMap((group) => {
        const count = ofGroup(arrived, group).length;
        if (count === 0) return [];
        const label = `${text[measure][locale]} ${text.group[group](count)[locale]}`;
        return [
          buttonOf(
            label,
            gatherId.encode({ raidId: raid.id, group, measure }),
            measure === 'ban' ? ButtonStyle.Danger : ButtonStyle.Secondary,
          ),
        ];
      }),
    );
  return sheet(
    [paragraph(`${title}\n${text.peopleOf(arrived.length, young, similar)[locale]}.\n${text.choose[locale]}`)],
    buttons('kick'),
    ...(isAdmin ? [buttons('ban')] : []),
  );
}

/** Longest name on a line of the plan. */
const nameLength = 40;

/** The plan, page by page, before it is confirmed. */
export function sweepScreen({ sweep, page, people, chosen, kept }: SweepPage, locale: Locale): Message {
  const { id: sweepId, measure } = sweep;
  const lines = people.map(({ userId, displayName, joinedAt, isKept }) => {
    const name = `${escapeMarkdown(cut(displayName, nameLength))} (<@${userId}>)`;
    return `- ${isKept ? `~~${name}~~ ${text.keptMark[locale]}` : name}${joinedAt ? ` ${timeOf(joinedAt, 'R')}` : ''}`;
  });
  const pages = Math.ceil((chosen + kept) / pageSize);
  const turn = (label: string, to: number, disabled: boolean) =>
    buttonOf(label, sweepPageId.encode({ sweepId, page: Math.max(0, to) }), ButtonStyle.Secondary, { disabled });
  const menu = selectOf(
    keepId.encode({ sweepId, page }),
    text.keep[locale],
    people.map(({ userId, displayName, isKept }) => ({ value: userId, label: cut(displayName, 100), default: isKept })),
    { min: 0, max: people.length },
  );
  return sheet(
    [paragraph(`## ${text.planTitle[measure][locale]}\n${text.plan(chosen, kept)[locale]}`), paragraph(lines.join('\n'))],
    menu,
    ...(pages > 1
      ? [row(turn(text.previous[locale], page - 1, page === 0), turn(text.following[locale], page + 1, page >= pages - 1))]
      : []),
    row(
      buttonOf(text.confirm[measure][locale], confirmSweepId.encode({ sweepId }), ButtonStyle.Danger, { disabled: chosen === 0 }),
    ),
  );
}

export const sweepBegun = (count: number, locale: Locale): Message => note(text.begun(count)[locale]);
