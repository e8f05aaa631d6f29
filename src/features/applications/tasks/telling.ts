import type { Message } from '../../../discord/command.ts';
import type { TaskContext } from '../../../infra/tasks.ts';
import { applicationsKey } from '../../../kernel/hiring.ts';
import { cut, type Locale, localeOf } from '../../../kernel/text.ts';
import { languageOf } from '../../onboarding/service/language.ts';
import { told } from '../messages/told.ts';
import type { OfferFacts } from '../service/offer.ts';

type Told = { guildId: string; userId: string; key: string; locale: Locale; draw(locale: Locale): Message };

/** Tells somebody once: by direct message, else in a thread of theirs below the channel of the applications. */
export async function tellPerson({ settings, tell }: TaskContext, { guildId, userId, key, locale, draw }: Told) {
  const channelId = (await settings(guildId)).channels[applicationsKey];
  const message = draw(locale);
  const thread = channelId ? { channelId, name: cut(told.thread[locale], 100) } : null;
  return tell({ guildId, userId, key, message, thread });
}

/** Tells everybody who answers for an offer, each in their language. Returns how many there are. */
export async function tellHandlers(
  context: TaskContext,
  offer: OfferFacts,
  { key, draw }: { key: string; draw(locale: Locale): Message },
): Promise<number> {
  const { guildId, handlers } = offer;
  for (const userId of handlers) {
    const locale = (await languageOf(context.db, { guildId, userId })) ?? localeOf(offer.locale);
    await tellPerson(context, { guildId, userId, key, locale, draw });
  }
  return handlers.length;
}
