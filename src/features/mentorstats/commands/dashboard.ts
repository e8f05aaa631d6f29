import { button, command, type Message, select } from '../../../discord/command.ts';
import type { Context } from '../../../discord/context.ts';
import { holds, staff } from '../../../discord/policy.ts';
import { drawChart } from '../../../infra/chart.ts';
import type { HomeItem } from '../../../kernel/feature.ts';
import { dashboardId } from '../../../kernel/mentoring.ts';
import { day } from '../../../kernel/time.ts';
import { satisfactionOf } from '../../sessions/service/opinion.ts';
import { commandTexts, text } from '../messages.ts';
import { countSilent, readDashboard } from '../service/dashboard.ts';
import { chartOf, dashboardScreen } from '../views/dashboard.ts';
import { isList, listId, listsId } from '../wire.ts';
import { askedBy, listOf } from './list.ts';

/** How far back the opinions go of which the average is shown. */
const opinionsOf = 365 * day;

async function dashboardOf(context: Context): Promise<Message> {
  const { db, locale, log } = context;
  const asked = await askedBy(context);
  const { guildId, now } = asked;
  const [dashboard, opinion] = await Promise.all([
    readDashboard(db, asked),
    satisfactionOf(db, { guildId, since: new Date(now.getTime() - opinionsOf) }),
  ]);
  const chart = chartOf(dashboard, locale);
  const picture = chart && (await drawChart(chart));
  if (chart && !picture) log.warn('a chart could not be drawn');
  return dashboardScreen(dashboard, { opinion, picture, isDrawn: chart !== null }, locale);
}

export const dashboard = command({
  ...commandTexts.dashboard,
  policy: staff,
  answer: 'ephemeral',
  cooldownSeconds: 5,
  options: {},
  run: dashboardOf,
});

export const openDashboard = button({
  id: dashboardId,
  policy: staff,
  answer: 'ephemeral',
  cooldownSeconds: 5,
  run: dashboardOf,
});

export const openList = select({
  id: listsId,
  policy: staff,
  answer: 'ephemeral',
  run: (context, _params, [value]) => listOf(context, { list: isList(value) ? value : 'pairs', page: 0 }),
});

export const turnList = button({ id: listId, policy: staff, answer: 'update', run: listOf });

export async function home(context: Context): Promise<readonly HomeItem[]> {
  if (!holds(staff, await context.keys())) return [];
  const silent = await countSilent(context.db, await askedBy(context));
  const button = { label: text.homeButton, customId: dashboardId.encode({}) };
  return [silent > 0 ? { text: text.homeSilent(silent), waiting: true, button } : { text: text.home, button }];
}
