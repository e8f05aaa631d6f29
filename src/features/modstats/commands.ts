import { command } from '../../discord/command.ts';
import { choice, optional } from '../../discord/options.ts';
import { moderator } from '../../discord/policy.ts';
import { drawChart } from '../../infra/chart.ts';
import { day } from '../../kernel/time.ts';
import { spans, text } from './messages.ts';
import { readStats } from './service.ts';
import { chartOf, statsScreen } from './views.ts';

export const stats = command({
  name: { en: 'mod stats', fr: 'moderation chiffres' },
  description: text.command,
  policy: moderator,
  answer: 'ephemeral',
  cooldownSeconds: 10,
  options: { period: optional(choice({ fr: 'durée', description: text.period, choices: spans })) },
  async run({ db, actor, clock, locale, settings, log }, { period = '30' }) {
    const now = clock.now();
    const { timeZone } = await settings();
    const since = new Date(now.getTime() - Number(period) * day);
    const found = await readStats(db, { guildId: actor.guildId, actorId: actor.userId, since, timeZone, now });
    const chart = chartOf(found, locale);
    const picture = chart && (await drawChart(chart));
    if (chart && !picture) log.warn('a chart could not be drawn');
    return statsScreen(found, { span: period, picture, isDrawn: chart !== null }, locale);
  },
});
