import { ButtonStyle } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import { buttonOf, row, selectOf } from '../../../kernel/piece.ts';
import { cut, escapeMarkdown, type Locale } from '../../../kernel/text.ts';
import { problemTexts, teamNames, text } from '../messages/copy.ts';
import { promoDay, text as promoText, stateNames } from '../messages/promo.ts';
import { isTooFull, type Peak } from '../rules/budget.ts';
import { isReady, mostCopies } from '../rules/copy.ts';
import { limits } from '../rules/space.ts';
import type { Copy, CopyPreview } from '../service/copy.ts';
import type { PromoPage } from '../service/promo.ts';
import { type Copying, confirmId, copyAllId, copyNameId, copyNextId, copyPagesId, copyPickId, copyShownId } from '../wire.ts';
import { turns } from './part.ts';

/** As many as a select holds. */
export const pickSize = 25;

/** Which promos; those of the other pages stay chosen. */
export function pickScreen(planId: number, planned: Copying, { promos, total, page }: PromoPage, locale: Locale): Message {
  if (total === 0) return { content: text.nothing[locale], embeds: [], components: [] };
  const options = promos.map(({ id, name, state }) => ({
    label: cut(name, 100),
    value: String(id),
    description: stateNames[state][locale],
    default: planned.sources.includes(id),
  }));
  return {
    content: text.pick(planned.sources.length)[locale],
    embeds: [],
    components: [
      selectOf(copyPickId.encode({ planId, page }), text.placeholder[locale], options, { min: 0, max: options.length }),
      ...turns(page, Math.ceil(total / pickSize), (to) => copyPagesId.encode({ planId, page: to }), locale),
      row(
        buttonOf(text.next[locale], copyNextId.encode({ planId }), ButtonStyle.Primary),
        ...(total <= mostCopies && planned.sources.length < total
          ? [buttonOf(text.all(total)[locale], copyAllId.encode({ planId }))]
          : []),
      ),
    ],
  };
}

/** 4096 characters of description, with long names of which each sign is escaped. */
const shownAtOnce = 10;
const longestLine = 330;

function lineOf({ name, start, end, source, problem }: Copy, locale: Locale): string {
  const dates = promoText.fromTo(promoDay(start), promoDay(end))[locale];
  const what = problem ? `${text.problem(problemTexts[problem])[locale]}. ` : '';
  const short = (typed: string) => escapeMarkdown(cut(typed, 60));
  return `- ${what}**${short(name)}**, ${dates} (${text.copyOf(short(source))[locale]})`;
}

/** The fullest day of the server, on the side that is nearer to its limit. */
export const budgetOf = (peak: Peak, locale: Locale): string => {
  const day = peak.channels / limits.channels >= peak.roles / limits.roles ? peak.channelsOn : peak.rolesOn;
  return text.budget(peak, limits, promoDay(day))[locale];
};

/** What will be created, those with a problem first, a page at a time. */
export function copyPreview(preview: CopyPreview, at: number, locale: Locale): Message {
  const { planId, planned, peak } = preview;
  const copies = preview.copies.toSorted((a, b) => Number(b.problem !== null) - Number(a.problem !== null));
  const pages = Math.max(1, Math.ceil(copies.length / shownAtOnce));
  const page = Math.min(at, pages - 1);
  const shown = copies.slice(page * shownAtOnce, (page + 1) * shownAtOnce);
  const bad = copies.filter(({ problem }) => problem !== null).length;
  const description = [
    text.shift(planned.weeks)[locale],
    `${teamNames[planned.team][locale]}.`,
    budgetOf(peak, locale),
    ...(isTooFull(peak) ? [`**${text.tooFull[locale]}**`] : []),
    ...(bad > 0 ? [text.problems(bad)[locale]] : []),
    '',
    ...shown.map((copy) => cut(lineOf(copy, locale), longestLine)),
  ].join('\n');
  return {
    content: '',
    embeds: [
      {
        title: text.title(copies.length)[locale],
        description: cut(description, 4_096),
        ...(pages > 1 && { footer: { text: promoText.page(page + 1, pages)[locale] } }),
      },
    ],
    components: [
      selectOf(
        copyNameId.encode({ planId, page }),
        text.rename[locale],
        shown.map(({ sourceId, name, problem }) => ({
          label: cut(name, 100),
          value: String(sourceId),
          ...(problem && { description: cut(problemTexts[problem][locale], 100) }),
        })),
      ),
      ...turns(page, pages, (to) => copyShownId.encode({ planId, page: to }), locale),
      row(
        ...(isReady(preview)
          ? [buttonOf(text.confirm(copies.length)[locale], confirmId.encode({ planId }), ButtonStyle.Success)]
          : []),
        buttonOf(text.others[locale], copyPagesId.encode({ planId, page: 0 })),
      ),
    ],
  };
}
