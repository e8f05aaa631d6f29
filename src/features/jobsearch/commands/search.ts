import { button, command } from '../../../discord/command.ts';
import type { Context } from '../../../discord/context.ts';
import { form } from '../../../discord/form.ts';
import { holds, seeker } from '../../../discord/policy.ts';
import type { HomeItem } from '../../../kernel/feature.ts';
import type { Text } from '../../../kernel/text.ts';
import { searchReplaced, text } from '../messages/search.ts';
import { filtersOf, isStep } from '../rules/filter.ts';
import { mostNews } from '../rules/limit.ts';
import type { Person } from '../service/offer.ts';
import * as service from '../service/search.ts';
import { foundPage } from '../views/search.ts';
import { askId, newsId, pageId, refineId, searchFormId, widerId } from '../wire.ts';
import { filterFields, filterOptions, shownIn } from './option.ts';

export const personOf = ({ actor: { guildId, userId } }: Context): Person => ({ guildId, userId });

export const search = command({
  name: { en: 'job search', fr: 'offre chercher' },
  description: text.command,
  policy: seeker,
  answer: 'ephemeral',
  options: filterOptions,
  async run(context, options) {
    const { db, clock, locale } = context;
    return foundPage(await service.search(db, personOf(context), { filters: filtersOf(options), now: clock.now() }), locale);
  },
});

export const searchForm = form({
  id: searchFormId,
  policy: seeker,
  answer: 'ephemeral',
  title: text.formTitle,
  fields: filterFields,
  async run(context, _params, { text: words, place, contract: [contract], remote: [remote], level: [level] }) {
    const { db, clock, locale } = context;
    const filters = filtersOf({ text: words, place, contract, remote, level });
    return foundPage(await service.search(db, personOf(context), { filters, now: clock.now() }), locale);
  },
});

export const ask = button({
  id: askId,
  policy: seeker,
  answer: 'modal',
  run: async ({ locale }) => searchForm.open(locale, {}),
});

export const refine = button({
  id: refineId,
  policy: seeker,
  answer: 'modal',
  async run(context, { number }) {
    const { db, locale } = context;
    return searchForm.open(locale, {}, shownIn(await service.readSearch(db, personOf(context), number)));
  },
});

export const turn = button({
  id: pageId,
  policy: seeker,
  answer: 'update',
  async run(context, { number, page }) {
    const { db, clock, locale } = context;
    return foundPage(await service.turnPage(db, personOf(context), { number, page, now: clock.now() }), locale);
  },
});

export const wider = button({
  id: widerId,
  policy: seeker,
  answer: 'update',
  async run(context, { number, step }) {
    const { db, clock, locale } = context;
    if (!isStep(step)) throw searchReplaced();
    return foundPage(await service.searchWider(db, personOf(context), { number, step, now: clock.now() }), locale);
  },
});

export const news = button({
  id: newsId,
  policy: seeker,
  answer: 'ephemeral',
  async run(context) {
    const { db, clock, locale } = context;
    return foundPage(await service.readNews(db, personOf(context), clock.now()), locale);
  },
});

/** Whoever may apply is shown the way to search, and how much is new. */
export async function home(context: Context): Promise<readonly HomeItem[]> {
  if (!holds(seeker, await context.keys())) return [];
  const count = await service.countNews(context.db, personOf(context), context.clock.now());
  const counted: Text = text.newsCount(count, mostNews);
  return [
    { text: text.searchHome, button: { label: text.search, customId: askId.encode({}) } },
    ...(count > 0
      ? [
          {
            text: { fr: text.newsHome(counted.fr).fr, en: text.newsHome(counted.en).en },
            button: { label: text.news, customId: newsId.encode({}) },
          },
        ]
      : []),
  ];
}
