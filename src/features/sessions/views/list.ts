import { type APIComponentInContainer, ButtonStyle, ComponentType } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import { planId } from '../../../kernel/mentoring.ts';
import { buttonOf, paragraph, rows, sheet } from '../../../kernel/piece.ts';
import { cut, type Locale } from '../../../kernel/text.ts';
import { timeOf } from '../../../kernel/time.ts';
import { lengthName } from '../messages/agenda.ts';
import { phases, text } from '../messages/session.ts';
import { phaseOf } from '../rules/life.ts';
import type { Pair, Session } from '../service/find.ts';
import type { SessionList } from '../service/list.ts';
import { confirmCancelId, pageId, withId } from '../wire.ts';
import { ofSession, openButton, themeName } from './card.ts';

const decimals = (value: number, locale: Locale): string =>
  new Intl.NumberFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', { maximumFractionDigits: 1 }).format(value);

function lineOf(session: Omit<Session, 'pair'>, now: Date, locale: Locale): APIComponentInContainer {
  const phase = phaseOf(session, now);
  const length = lengthName(session.minutes)[locale];
  const content = `**${themeName(session, locale)}** · ${phases[phase][locale]}\n${timeOf(session.startsAt)} · ${length}`;
  return {
    type: ComponentType.Section,
    components: [{ type: ComponentType.TextDisplay, content }],
    accessory: openButton(session, locale),
  };
}

const nameOf = (id: string | null, locale: Locale): string => (id ? `<@${id}>` : text.somebody[locale]);

/** `isThere`: it is read on the server, where a session may be planned. */
export function listCard(
  { pair, otherId, sessions, page, pages, given, own }: SessionList,
  { now, isThere }: { now: Date; isThere: boolean },
  locale: Locale,
): Message {
  const at = (wanted: number) => pageId.encode({ guildId: pair.guildId, pairId: pair.id, page: wanted });
  const mine = own && text.own(decimals(own.useful, locale), decimals(own.comfort, locale), own.people)[locale];
  return sheet(
    [
      paragraph(`## ${text.listTitle(nameOf(otherId, locale))[locale]}`),
      ...(sessions.length > 0 ? sessions.map((one) => lineOf(one, now, locale)) : [paragraph(text.listEmpty[locale])]),
      ...(pages > 1 ? [paragraph(`-# ${text.page(page + 1, pages)[locale]}`)] : []),
      ...(given && given.sessions > 0 ? [paragraph(text.hours(given.sessions, lengthName(given.minutes))[locale])] : []),
      ...(mine ? [paragraph(mine)] : []),
      ...(pair.state === 'ended' ? [paragraph(text.ended[locale])] : []),
    ],
    ...rows([
      ...(page > 0 ? [buttonOf(text.previous[locale], at(page - 1))] : []),
      ...(page < pages - 1 ? [buttonOf(text.next[locale], at(page + 1))] : []),
      ...(pair.state === 'ended' || !isThere
        ? []
        : [buttonOf(text.plan[locale], planId.encode({ pairId: pair.id }), ButtonStyle.Primary)]),
    ]),
  );
}

/**
 * For who has several pairs and wrote elsewhere than in the thread of one, or named somebody else. `names`: as the server knows the others, typed by them.
 * `draftId`: what was typed with it.
 */
export function choicesCard(
  pairs: readonly { pair: Pair; name: string | null }[],
  { isOther, draftId }: { isOther: boolean; draftId: number },
  locale: Locale,
): Message {
  return {
    content: (isOther ? text.otherPair : text.choosePair)[locale],
    components: rows(
      pairs.map(({ pair, name }) =>
        buttonOf(text.withWhom(cut(name ?? text.somebody[locale], 60))[locale], withId.encode({ pairId: pair.id, draftId })),
      ),
    ),
  };
}

export const cancelCard = (session: Session, words: string, locale: Locale): Message => ({
  content: text.asksCancel(words)[locale],
  components: rows([
    buttonOf(text.cancel[locale], confirmCancelId.encode(ofSession(session)), ButtonStyle.Danger),
    openButton(session, locale),
  ]),
});
