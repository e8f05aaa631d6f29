import { GatewayDispatchEvents } from 'discord-api-types/v10';
import { button, command, event } from '../../discord/command.ts';
import { type Context, changeBy, type World } from '../../discord/context.ts';
import { choice, optional } from '../../discord/options.ts';
import { admin, holds } from '../../discord/policy.ts';
import type { HomeItem } from '../../kernel/feature.ts';
import { text } from './messages.ts';
import { countDrifted, leaveRule, readOverview, restoreRule, turn as turnTo } from './service/choice.ts';
import { promiseSyncIfAny } from './service/sync.ts';
import { leaving, overviewScreen, restoring } from './views.ts';
import { leaveId, type Mode, pageId, restoreId, showId, turnId } from './wire.ts';

const overview = async ({ db, actor, locale }: Context, shown: { page: number; said?: string }) =>
  overviewScreen(await readOverview(db, actor.guildId), locale, shown);

async function choose(context: Context, mode: Mode) {
  await turnTo(context.db, changeBy(context), mode);
  return overview(context, { page: 0, said: context.t(mode === 'on' ? text.turnedOn : text.turnedOff) });
}

export const setup = command({
  name: { en: 'setup automod', fr: 'configurer automod' },
  description: text.command,
  policy: admin,
  answer: 'ephemeral',
  options: {
    mode: optional(choice({ fr: 'mode', description: text.modeOption, choices: text.modes })),
  },
  run: (context, { mode }) => (mode === undefined ? overview(context, { page: 0 }) : choose(context, mode)),
});
export const show = button({ id: showId, policy: admin, answer: 'ephemeral', run: (context) => overview(context, { page: 0 }) });
export const turnPage = button({ id: pageId, policy: admin, answer: 'update', run: overview });
export const turn = button({ id: turnId, policy: admin, answer: 'update', run: (context, { mode }) => choose(context, mode) });

export const restore = button({
  id: restoreId,
  policy: admin,
  answer: 'ephemeral',
  async run(context, { ruleId }) {
    await restoreRule(context.db, changeBy(context), ruleId);
    return restoring(context.locale);
  },
});
export const leave = button({
  id: leaveId,
  policy: admin,
  answer: 'ephemeral',
  async run(context, { ruleId }) {
    await leaveRule(context.db, changeBy(context), ruleId);
    return leaving(context.locale);
  },
});

/** Somebody changed Discord's rules, or we did: what stands there is looked at. */
const changed = async ({ db }: World, { guild_id }: { guild_id: string }) => promiseSyncIfAny(db, guild_id);
export const created = event(GatewayDispatchEvents.AutoModerationRuleCreate, changed);
export const updated = event(GatewayDispatchEvents.AutoModerationRuleUpdate, changed);
export const deleted = event(GatewayDispatchEvents.AutoModerationRuleDelete, changed);

export async function home({ db, actor, keys }: Context): Promise<readonly HomeItem[]> {
  if (!holds(admin, await keys())) return [];
  const count = await countDrifted(db, actor.guildId);
  if (count === 0) return [];
  return [{ text: text.home(count), waiting: true, button: { label: text.homeButton, customId: showId.encode({}) } }];
}
