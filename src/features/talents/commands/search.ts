import { button, chosenRow, command, type Message, select } from '../../../discord/command.ts';
import type { Context } from '../../../discord/context.ts';
import { form, menu, shortText } from '../../../discord/form.ts';
import { choice, optional, string } from '../../../discord/options.ts';
import { recruiter } from '../../../discord/policy.ts';
import { contracts, findTalentsId, remotes } from '../../../kernel/hiring.ts';
import { fold } from '../../../kernel/text.ts';
import { todayIn } from '../../promos/service/day.ts';
import { ownLevels } from '../messages/card.ts';
import { unknownOffer } from '../messages/contact.ts';
import { text } from '../messages/search.ts';
import { companyOf, openOffers, requireCompany } from '../service/company.ts';
import {
  beginSearch,
  changeFilters,
  type Filters,
  findFilters,
  noFilters,
  placeOf,
  readPage,
  requirePlace,
} from '../service/search.ts';
import { searchScreen } from '../views/search.ts';
import { filterFormId, filterId, rankId, turnId } from '../wire.ts';
import { whoIs } from './profile.ts';

const mostTyped = 100;

async function pageOf(context: Context, searchId: number, page: number): Promise<Message> {
  const { timeZone } = await context.settings();
  const today = todayIn(timeZone, context.clock.now());
  return searchScreen(await readPage(context.db, whoIs(context), { searchId, page, today }), context.locale);
}

async function begin(context: Context, filters: Filters): Promise<Message> {
  const who = whoIs(context);
  await requireCompany(context.db, who);
  return pageOf(context, await beginSearch(context.db, who, filters), 0);
}

/** Their own published offers, by what is typed of a title. */
async function ownOffers({ db, actor }: Context, typed: string) {
  const company = await companyOf(db, actor);
  if (!company) return [];
  const offers = await openOffers(db, { guildId: actor.guildId, companyId: company.id });
  return offers
    .filter(({ title }) => fold(title).includes(fold(typed)))
    .map(({ id, title }) => ({ name: title.slice(0, 100), value: String(id) }));
}

export const talentsCommand = command({
  name: { en: 'job talents', fr: 'offre talents' },
  description: text.command,
  policy: recruiter,
  answer: 'ephemeral',
  options: {
    text: optional(string({ fr: 'texte', description: text.textOption, max: mostTyped })),
    contract: optional(choice({ fr: 'contrat', description: text.contractOption, choices: contracts })),
    place: optional(string({ fr: 'lieu', description: text.placeOption, max: 80 })),
    remote: optional(choice({ fr: 'teletravail', description: text.remoteOption, choices: remotes })),
    level: optional(choice({ fr: 'experience', description: text.levelOption, choices: ownLevels })),
    offer: optional(string({ fr: 'offre', description: text.offerOption, max: 100, complete: ownOffers })),
  },
  async run(context, { text: words = '', contract, place, remote, level, offer }) {
    const where = place === undefined ? null : requirePlace(place);
    const offerId =
      offer === undefined
        ? null
        : (await ownOffers(context, '')).find(({ name, value }) => value === offer || fold(name) === fold(offer));
    if (offerId === undefined) throw unknownOffer();
    return begin(context, {
      text: words.trim(),
      contract: contract ?? null,
      city: where?.city ?? null,
      department: where?.department ?? null,
      remote: remote ?? null,
      level: level ?? null,
      offerId: offerId === null ? null : Number(offerId.value),
    });
  },
});

export const openTalents = button({
  id: findTalentsId,
  policy: recruiter,
  answer: 'ephemeral',
  run: (context) => begin(context, noFilters),
});

export const turn = button({
  id: turnId,
  policy: recruiter,
  answer: 'update',
  run: (context, { searchId, page }) => pageOf(context, searchId, page),
});

export const rankFor = select({
  id: rankId,
  policy: recruiter,
  answer: 'update',
  async run(context, { searchId }, [value]) {
    await changeFilters(context.db, whoIs(context), searchId, { offerId: chosenRow(value) || null });
    return pageOf(context, searchId, 0);
  },
});

export const filterForm = form({
  id: filterFormId,
  policy: recruiter,
  answer: 'update',
  title: text.filterTitle,
  fields: {
    text: shortText({ label: text.words, required: false, max: mostTyped }),
    contract: menu({ label: text.contract, choices: contracts, required: false }),
    place: shortText({ label: text.place, description: text.placeHelp, required: false, max: 80 }),
    remote: menu({ label: text.remote, choices: remotes, required: false }),
    level: menu({ label: text.level, choices: ownLevels, required: false }),
  },
  async run(context, { searchId }, { text: words, contract, place, remote, level }) {
    const where = place === '' ? null : requirePlace(place);
    const change = {
      text: words,
      contract: contract[0] ?? null,
      city: where?.city ?? null,
      department: where?.department ?? null,
      remote: remote[0] ?? null,
      level: level[0] ?? null,
    };
    const who = whoIs(context);
    await requireCompany(context.db, who);
    return pageOf(context, await changeFilters(context.db, who, searchId, change), 0);
  },
});

export const filter = button({
  id: filterId,
  policy: recruiter,
  answer: 'modal',
  async run(context, { searchId }) {
    const filters = await findFilters(context.db, whoIs(context), searchId);
    const { contract, remote, level } = filters;
    return filterForm.open(
      context.locale,
      { searchId },
      { text: filters.text, contract, place: placeOf(filters), remote, level },
    );
  },
});
