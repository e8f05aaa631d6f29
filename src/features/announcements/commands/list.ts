import { button, command, select } from '../../../discord/command.ts';
import type { Context } from '../../../discord/context.ts';
import { changeBy } from '../../../discord/context.ts';
import { string } from '../../../discord/options.ts';
import { holds, staff } from '../../../discord/policy.ts';
import type { HomeItem } from '../../../kernel/feature.ts';
import { commandTexts, notPosted, optionTexts, text, unknownAnnouncement } from '../messages.ts';
import {
  getAnnouncement,
  listAnnouncements,
  pageSize,
  resolveAnnouncement,
  retry as retryPlaces,
  suggestAnnouncements,
  withdraw as withdrawAll,
} from '../service/announcement.ts';
import { announcementCard, listCard, proposals, withdrawalCard } from '../views.ts';
import { confirmWithdrawalId, listId, openId, pickId, retryId, showId, withdrawId } from '../wire.ts';
import { openText } from './write.ts';

const announcement = string({
  ...optionTexts.announcement,
  max: 100,
  complete: async ({ db, actor }, typed) => proposals(await suggestAnnouncements(db, { guildId: actor.guildId, typed })),
});

const chosen = ({ db, actor }: Context, typed: string) => resolveAnnouncement(db, { guildId: actor.guildId, typed });
const known = ({ db, actor }: Context, id: number) => getAnnouncement(db, { guildId: actor.guildId, id });

export const editCommand = command({
  ...commandTexts.edit,
  policy: staff,
  answer: 'modal',
  options: { announcement },
  run: async (context, options) => openText(context, await chosen(context, options.announcement)),
});

export const withdrawCommand = command({
  ...commandTexts.withdraw,
  policy: staff,
  answer: 'ephemeral',
  options: { announcement },
  run: async (context, options) => withdrawalCard(await chosen(context, options.announcement), context.locale),
});

export const withdraw = button({
  id: withdrawId,
  policy: staff,
  answer: 'update',
  async run(context, { announcementId }) {
    const found = await known(context, announcementId);
    if (found.state !== 'posted') throw notPosted();
    return withdrawalCard(found, context.locale);
  },
});

export const confirmWithdrawal = button({
  id: confirmWithdrawalId,
  policy: staff,
  answer: 'update',
  run: async (context, { announcementId }) =>
    announcementCard(await withdrawAll(context.db, changeBy(context), announcementId), context.locale),
});

export const retry = button({
  id: retryId,
  policy: staff,
  answer: 'update',
  run: async (context, { announcementId }) =>
    announcementCard(await retryPlaces(context.db, changeBy(context), announcementId), context.locale),
});

const pageOf = async ({ db, actor, locale }: Context, page: number) =>
  listCard(await listAnnouncements(db, { guildId: actor.guildId, page }), locale, pageSize);

export const list = command({
  ...commandTexts.list,
  policy: staff,
  answer: 'ephemeral',
  options: {},
  run: (context) => pageOf(context, 0),
});
export const open = button({ id: openId, policy: staff, answer: 'ephemeral', run: (context) => pageOf(context, 0) });
export const turnPage = button({
  id: listId,
  policy: staff,
  answer: 'update',
  run: (context, { page }) => pageOf(context, page),
});

async function cardOf(context: Context, id: number) {
  const found = await known(context, id);
  if (found.state === 'draft') throw unknownAnnouncement();
  return announcementCard(found, context.locale);
}

export const show = button({
  id: showId,
  policy: staff,
  answer: 'update',
  run: (context, { announcementId }) => cardOf(context, announcementId),
});
export const pick = select({
  id: pickId,
  policy: staff,
  answer: 'update',
  async run(context, _, [id]) {
    if (!id || !/^\d{1,9}$/.test(id)) throw unknownAnnouncement();
    return cardOf(context, Number(id));
  },
});

export async function home({ keys }: Context): Promise<readonly HomeItem[]> {
  if (!holds(staff, await keys())) return [];
  return [{ text: text.home, button: { label: text.homeButton, customId: openId.encode({}) } }];
}
