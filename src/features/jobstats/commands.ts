import { button, command } from '../../discord/command.ts';
import type { Context } from '../../discord/context.ts';
import { holds, staff } from '../../discord/policy.ts';
import { drawChart } from '../../infra/chart.ts';
import type { HomeItem } from '../../kernel/feature.ts';
import { toCsv } from '../promos/service/file.ts';
import { commandTexts, text } from './messages.ts';
import { readStats } from './service.ts';
import { chartOf, rowsOf, statsCard } from './views.ts';
import { openId } from './wire.ts';

async function card({ db, actor, clock, locale, settings, log }: Context) {
  const { timeZone } = await settings();
  const stats = await readStats(db, { guildId: actor.guildId, timeZone, now: clock.now() });
  const chart = chartOf(stats, locale);
  const picture = chart && (await drawChart(chart));
  if (chart && !picture) log.warn('a chart could not be drawn');
  return statsCard(stats, { picture, csv: toCsv(rowsOf(stats, locale)) }, locale);
}

export const stats = command({
  ...commandTexts.stats,
  policy: staff,
  answer: 'ephemeral',
  cooldownSeconds: 10,
  options: {},
  run: card,
});
export const open = button({ id: openId, policy: staff, answer: 'ephemeral', cooldownSeconds: 10, run: card });

export async function home({ keys }: Context): Promise<readonly HomeItem[]> {
  if (!holds(staff, await keys())) return [];
  return [{ text: text.home, button: { label: text.homeButton, customId: openId.encode({}) } }];
}
