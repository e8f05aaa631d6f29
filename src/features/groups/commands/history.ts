import { button, chosenRow, command, select } from '../../../discord/command.ts';
import type { Context } from '../../../discord/context.ts';
import { holds } from '../../../discord/policy.ts';
import type { HomeItem } from '../../../kernel/feature.ts';
import { toCsv } from '../../promos/service/file.ts';
import { ledPromos } from '../../promos/service/promo.ts';
import { commandTexts, noRound, text } from '../messages.ts';
import { pageSize, readHistory, readLines } from '../service/history.ts';
import { readRound } from '../service/round.ts';
import { historyCard, promoCard, roundCard } from '../views.ts';
import { exportId, historyId, openId, roundPickId } from '../wire.ts';
import { anyPromo, byOf, promoOf, team } from './option.ts';

const pageOf = async (context: Context, promoId: number, page: number) =>
  historyCard(await readHistory(context.db, await byOf(context), { promoId, page }), context.locale, pageSize);

export const history = command({
  ...commandTexts.history,
  policy: team,
  answer: 'ephemeral',
  options: { promo: anyPromo },
  run: async (context, { promo }) => pageOf(context, (await promoOf(context, promo)).id, 0),
});
export const turnPage = button({
  id: historyId,
  policy: team,
  answer: 'update',
  run: (context, { promoId, page }) => pageOf(context, promoId, page),
});
export const pickRound = select({
  id: roundPickId,
  policy: team,
  answer: 'update',
  run: async (context, _, [id]) => roundCard(await readRound(context.db, await byOf(context), chosenRow(id)), context.locale),
});

async function fileOf(context: Context, promoId: number) {
  const { t } = context;
  const { promo, lines } = await readLines(context.db, await byOf(context), promoId);
  if (lines.length === 0) throw noRound();
  const rows = lines.map(({ round, madeOn, group, lastName, firstName, userId }) => [
    String(round),
    madeOn,
    String(group),
    lastName,
    firstName,
    userId,
  ]);
  const name = promo.name
    .normalize('NFKD')
    .replace(/[^\w-]+/g, '-')
    .toLowerCase();
  return {
    content: t(text.exported),
    files: [{ name: `groupes-${name}.csv`, data: toCsv([text.columns.map(t), ...rows]), contentType: 'text/csv' }],
  };
}

export const exportCommand = command({
  ...commandTexts.export,
  policy: team,
  answer: 'ephemeral',
  options: { promo: anyPromo },
  run: async (context, { promo }) => fileOf(context, (await promoOf(context, promo)).id),
});
export const exportButton = button({
  id: exportId,
  policy: team,
  answer: 'ephemeral',
  run: (context, { promoId }) => fileOf(context, promoId),
});

export const open = button({
  id: openId,
  policy: team,
  answer: 'ephemeral',
  async run(context) {
    const promos = await ledPromos(context.db, context.actor);
    if (promos.length === 0) throw noRound();
    return promoCard(promos, context.locale);
  },
});

export async function home(context: Context): Promise<readonly HomeItem[]> {
  if (!holds(team, await context.keys()) || (await ledPromos(context.db, context.actor)).length === 0) return [];
  return [{ text: text.home, button: { label: text.homeButton, customId: openId.encode({}) } }];
}
