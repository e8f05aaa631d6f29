import { ButtonStyle } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import { buttonOf, row, selectOf } from '../../../kernel/piece.ts';
import { cut, escapeMarkdown, type Locale } from '../../../kernel/text.ts';
import { differenceText, text } from '../messages/alert.ts';
import { text as endText } from '../messages/end.ts';
import { promoDay } from '../messages/promo.ts';
import { dayOf } from '../rules/day.ts';
import type { Difference } from '../rules/drift.ts';
import type { Drifted, DriftedPage } from '../service/drift.ts';
import type { Promo } from '../service/promo.ts';
import { checkId, driftedId, driftsId, driftsTurnId, problem as problemShape, repairId, resumeId, undoBuildId } from '../wire.ts';
import { note, turns } from './part.ts';

/** A list of Discord's own length, with how many are left out. */
function listed(lines: readonly string[], budget: number, locale: Locale): string {
  const kept: string[] = [];
  let used = 0;
  for (const [index, line] of lines.entries()) {
    if (used + line.length > budget) return [...kept, text.others(lines.length - index)[locale]].join('\n');
    kept.push(line);
    used += line.length + 1;
  }
  return kept.join('\n');
}

/** What Discord refused of a space, and what staff can do; its outcome once there is one. */
export function alertMessage(promo: Promo, locale: Locale): Message {
  const name = escapeMarkdown(promo.name);
  if (promo.problem === null) return note(promo.state === 'cancelled' ? text.dropped(name) : text.settled(name), locale);
  const { names, ...why } = problemShape.parse(promo.problem);
  const promoId = promo.id;
  return {
    content: '',
    embeds: [
      {
        title: cut(text.title(escapeMarkdown(promo.name))[locale], 256),
        description: text.why(why)[locale],
        fields: [
          {
            name: text.missing[locale],
            value: listed(
              names.map((one) => `- ${escapeMarkdown(one)}`),
              900,
              locale,
            ),
          },
        ],
      },
    ],
    components: [
      row(
        buttonOf(text.resume[locale], resumeId.encode({ promoId }), ButtonStyle.Primary),
        // Never of a space that people have worked in: to end it is another way, with a way back.
        ...(promo.builtAt === null ? [buttonOf(text.undo[locale], undoBuildId.encode({ promoId }), ButtonStyle.Danger)] : []),
      ),
    ],
  };
}

/** A week before the end or the deletion: the one message that calls the promo by its role. */
export function noticeMessage(
  { which, promo, roleId }: { which: 'end' | 'deletion'; promo: Promo; roleId: string | null },
  locale: Locale,
): Message {
  const mention = roleId ? `<@&${roleId}>` : '';
  const name = escapeMarkdown(promo.name);
  const content =
    which === 'end'
      ? endText.noticeEnd(mention, name, promoDay(dayOf(promo.endsOn)))
      : endText.noticeDeletion(mention, name, promoDay(dayOf(promo.deleteOn ?? promo.endsOn)));
  return { content: content[locale].trim(), allowed_mentions: { parse: [], ...(roleId && { roles: [roleId] }) } };
}

/** The plan that puts a space right, line by line. */
export function driftCard(promo: Promo, found: readonly Difference[] | null, locale: Locale): Message {
  const promoId = promo.id;
  const name = escapeMarkdown(promo.name);
  if (found === null) return note(text.driftNoSpace(name), locale);
  const again = buttonOf(text.again[locale], checkId.encode({ promoId }));
  if (found.length === 0) return note(text.driftNone(name), locale, row(again));
  return {
    content: '',
    embeds: [
      {
        title: cut(text.driftTitle(escapeMarkdown(promo.name), found.length)[locale], 256),
        description: listed(
          found.map((difference) => `- ${differenceText(difference)[locale]}`),
          3_500,
          locale,
        ),
      },
    ],
    components: [row(buttonOf(text.apply[locale], repairId.encode({ promoId }), ButtonStyle.Primary), again)],
  };
}

export const applied = (promo: Promo, locale: Locale): Message =>
  note(
    text.applied(escapeMarkdown(promo.name)),
    locale,
    row(buttonOf(text.again[locale], checkId.encode({ promoId: promo.id }))),
  );

/** Channels named one after the other, as many as a message holds. */
const mostNamed = 50;

/** What somebody made by hand in a space that is deleted. */
export const leftoverMessage = (promo: Promo, channelIds: readonly string[], locale: Locale): Message => {
  const shown = channelIds.slice(0, mostNamed).map((id) => `<#${id}>`);
  const others = channelIds.length - shown.length;
  const named = [shown.join(' '), ...(others > 0 ? [text.others(others)[locale]] : [])].join(' ');
  return note(endText.leftover(escapeMarkdown(promo.name), named, channelIds.length), locale);
};

const driftedSelect = (promos: readonly Drifted[], locale: Locale) =>
  selectOf(
    driftedId.encode({}),
    text.choose[locale],
    promos.map(({ id, name, count }) => ({
      value: String(id),
      label: cut(name, 100),
      description: text.differences(count)[locale],
    })),
  );

/** What the night found, for the staff's channel; those beyond the first page a click away. */
export const nightlyMessage = ({ promos, total }: DriftedPage, locale: Locale): Message => ({
  content: text.nightly(total)[locale],
  components: [
    driftedSelect(promos, locale),
    ...(total > promos.length ? [row(buttonOf(text.allDrifted(total)[locale], driftsId.encode({})))] : []),
  ],
});

/** A page of the same, as it is now. */
export const driftedPage = ({ promos, total, page }: DriftedPage, locale: Locale, size: number): Message =>
  total === 0
    ? note(text.noneDrifted, locale)
    : {
        content: text.nightly(total)[locale],
        embeds: [],
        components: [
          driftedSelect(promos, locale),
          ...turns(page, Math.ceil(total / size), (to) => driftsTurnId.encode({ page: to }), locale),
        ],
      };
