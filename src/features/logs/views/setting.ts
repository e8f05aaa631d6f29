import type { Message } from '../../../discord/command.ts';
import { quotes } from '../../../kernel/log.ts';
import { paragraph, selectOf, sheet } from '../../../kernel/piece.ts';
import type { Locale, Text } from '../../../kernel/text.ts';
import { kindNames, text } from '../messages/setting.ts';
import type { LogSetting } from '../service/setting.ts';
import { chooseId } from '../wire.ts';

const stateOf = ({ kind, channelId, days, textDays, ignored }: LogSetting, locale: Locale): string =>
  channelId === null ? text.off[locale] : text.on(channelId, days, quotes(kind) ? textDays : null, ignored.length)[locale];

/** Every log, where it is written and for how long, and a menu to set one. */
export function settingScreen(
  settings: readonly LogSetting[],
  { notice, readsContent }: { notice?: Text; readsContent: boolean },
  locale: Locale,
): Message {
  return sheet(
    [
      paragraph(`## ${text.title[locale]}`),
      ...(notice ? [paragraph(notice[locale])] : []),
      paragraph(text.intro[locale]),
      paragraph(settings.map((one) => `**${kindNames[one.kind][locale]}** : ${stateOf(one, locale)}`).join('\n')),
      ...(readsContent ? [] : [paragraph(`-# ${text.contentOff[locale]}`)]),
    ],
    selectOf(
      chooseId.encode({}),
      text.choose[locale],
      settings.map(({ kind }) => ({ value: kind, label: kindNames[kind][locale] })),
    ),
  );
}
