import { button, command } from '../../discord/command.ts';
import type { Context } from '../../discord/context.ts';
import { anyone } from '../../discord/policy.ts';
import { homeId } from '../../kernel/wire.ts';
import { text } from './messages.ts';
import { pageOf } from './rules.ts';
import { homeCard } from './views.ts';
import { pageId } from './wire.ts';

/** Asks every feature at once. One that fails is logged and the others are shown; when all fail, something else is wrong. */
async function homeOf(context: Context, page: number) {
  const asked = context.features.flatMap((feature) => (feature.home ? [{ name: feature.name, home: feature.home }] : []));
  const answers = await Promise.allSettled(asked.map(async ({ home }) => home(context)));
  const failures = answers.flatMap((answer, index) =>
    answer.status === 'rejected' ? [{ feature: asked[index]?.name, reason: answer.reason as unknown }] : [],
  );
  if (failures.length > 0 && failures.length === asked.length) throw failures[0]?.reason;
  for (const { feature, reason } of failures) context.log.error({ err: reason, feature }, 'a feature could not fill the home');
  const items = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
  return homeCard({ ...pageOf(items, page), name: context.actor.displayName, isIncomplete: failures.length > 0 }, context.locale);
}

export const home = command({
  name: { fr: 'accueil', en: 'home' },
  description: text.command,
  policy: anyone,
  answer: 'ephemeral',
  options: {},
  run: (context) => homeOf(context, 0),
});

export const openHome = button({ id: homeId, policy: anyone, answer: 'ephemeral', run: (context) => homeOf(context, 0) });

export const turnPage = button({
  id: pageId,
  policy: anyone,
  answer: 'update',
  run: (context, { page }) => homeOf(context, page),
});
