import { type APIComponentInContainer, ButtonStyle } from 'discord-api-types/v10';
import type { JobAlert } from '../../../../prisma/client/client.ts';
import type { Message } from '../../../discord/command.ts';
import { buttonOf, linkTo, paragraph, placeOf, row, selectOf, sheet } from '../../../kernel/piece.ts';
import { cut, escapeMarkdown, type Locale, type Text } from '../../../kernel/text.ts';
import { text } from '../messages/alert.ts';
import type { Filters } from '../rules/filter.ts';
import { mostAlerts, mostImmediate } from '../rules/limit.ts';
import { mostFound } from '../rules/rank.ts';
import type { Alert, Alerts } from '../service/alert.ts';
import type { AlertSaid, News } from '../service/match.ts';
import { deleteId, editAlertId, newAlertId, offId, onId, switchId, whenId } from '../wire.ts';
import { filtersSaid, offerLines } from './offer.ts';

/** A label of a button holds this much of what an alert asks for. */
const longestAsked = 60;
const asked = (alert: JobAlert | AlertSaid, locale: Locale): string => filtersSaid(alert as Filters, locale);

const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** Value of the select for *as soon as published*; the others are hours. */
export const immediately = 'immediate';

const whenSelect = ({ id, slot, isImmediate }: JobAlert, digestHour: number, locale: Locale) =>
  selectOf(whenId.encode({ alertId: id }), text.when(slot)[locale], [
    { label: text.immediate[locale], value: immediately, default: isImmediate },
    ...hours.map((hour) => ({
      label: text.atHour(hour)[locale],
      value: String(hour),
      default: !isImmediate && hour === digestHour,
    })),
  ]);

function alertLine(alert: JobAlert, digestHour: number, locale: Locale): string {
  const { slot, isOn, isImmediate } = alert;
  const when = isImmediate ? text.immediate[locale] : text.daily(digestHour)[locale];
  return `${text.line(slot, escapeMarkdown(asked(alert, locale)))[locale]}\n${isOn ? when : text.isOff[locale]}`;
}

/** Everything about somebody's alerts. `note`: what just happened. */
export function alertsCard({ alerts, digestHour }: Alerts, locale: Locale, note: Text | null = null): Message {
  const parts = alerts.flatMap((alert): APIComponentInContainer[] => {
    const { id: alertId, slot, isOn } = alert;
    return [
      paragraph(alertLine(alert, digestHour, locale)),
      ...(isOn ? [whenSelect(alert, digestHour, locale)] : []),
      row(
        buttonOf(text.edit(slot)[locale], editAlertId.encode({ alertId })),
        buttonOf(isOn ? text.off(slot)[locale] : text.on(slot)[locale], switchId.encode({ alertId, on: isOn ? 0 : 1 })),
        buttonOf(text.remove(slot)[locale], deleteId.encode({ alertId }), ButtonStyle.Danger),
      ),
    ];
  });
  return sheet(
    [
      ...(note ? [paragraph(note[locale])] : []),
      paragraph(`### ${text.title[locale]}\n${text.explain(mostAlerts, mostImmediate)[locale]}`),
      ...(alerts.length === 0 ? [paragraph(text.none[locale])] : []),
      ...parts,
    ],
    ...(alerts.length < mostAlerts ? [row(buttonOf(text.create[locale], newAlertId.encode({}), ButtonStyle.Primary))] : []),
  );
}

/** What an alert that was just made or changed finds today, and words that it may have got wrong. */
export function alertNote(done: 'created' | 'changed', { matching, readings }: Alert): Text {
  const lines = [
    text[done],
    ...readings.map(({ typed, words }) => text.unknownWord(typed, words)),
    text.matching(matching, mostFound),
  ];
  return { fr: lines.map(({ fr }) => fr).join('\n'), en: lines.map(({ en }) => en).join('\n') };
}

/** Where it can be read: its post, else the forum. `forumId` null: there is none yet. */
const readUrl = (guildId: string, threadId: string | null, forumId: string | null): string | null => {
  const channelId = threadId ?? forumId;
  return channelId === null ? null : placeOf(guildId, channelId);
};

/** What an alert tells, with the way to read and the way to stop, both of one click. Also read in direct messages, where buttons have no roles. */
export function newsMessage(
  { offers, more, alerts }: News,
  { guildId, forumId }: { guildId: string; forumId: string | null },
  locale: Locale,
): Message {
  const [first] = offers;
  const isOne = offers.length === 1 && more === 0;
  const title = isOne ? text.toldOne[locale] : text.toldMany(offers.length + more)[locale];
  const said = alerts.map((alert) => escapeMarkdown(cut(asked(alert, locale), longestAsked)));
  const why = alerts.length > 1 ? text.whyMany(said.join(' ; ')) : text.why(said.join(''));
  const url = isOne ? readUrl(guildId, first?.threadId ?? null, forumId) : readUrl(guildId, null, forumId);
  const lines = offers.map((offer) => {
    const link = isOne ? null : readUrl(guildId, offer.threadId, null);
    return `${offerLines(offer, locale)}${link ? `\n[${text.read[locale]}](${link})` : ''}`;
  });
  return {
    embeds: [
      {
        title,
        description: [...lines, ...(more > 0 ? [text.more(more)[locale]] : []), why[locale]].join('\n\n'),
      },
    ],
    components: [
      row(
        ...(url ? [linkTo((isOne ? text.read : text.readAll)[locale], url)] : []),
        ...alerts.map((alert) =>
          buttonOf(
            alerts.length === 1 ? text.stop[locale] : text.stopOne(cut(asked(alert, locale), longestAsked))[locale],
            offId.encode({ guildId, alertId: alert.id }),
          ),
        ),
      ),
    ],
  };
}

/** What stopping or resuming from a message answers, with the way back. */
export const switchedNote = (alert: JobAlert, locale: Locale): Message => {
  const { id: alertId, guildId, isOn } = alert;
  const what = escapeMarkdown(asked(alert, locale));
  return {
    content: (isOn ? text.resumed(what) : text.stopped(what))[locale],
    components: [
      row(
        isOn
          ? buttonOf(text.stop[locale], offId.encode({ guildId, alertId }))
          : buttonOf(text.resume[locale], onId.encode({ guildId, alertId })),
      ),
    ],
  };
};
