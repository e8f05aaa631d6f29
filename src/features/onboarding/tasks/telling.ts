import type { Message } from '../../../discord/command.ts';
import type { TaskContext } from '../../../infra/tasks.ts';
import { type Locale, localeOf } from '../../../kernel/text.ts';
import { text } from '../messages/presentation.ts';
import { findRequest } from '../service/decision.ts';
import { welcomeKey } from '../service/panel.ts';
import type { Request } from '../service/request.ts';
import type { Place } from '../views/presentation.ts';

/**
 * Tells whoever made the request, once under that key, in the language they used: by direct message, else in their private thread of the
 * welcome channel. `draw` says it for either place.
 */
export async function tellRequester(
  { db, settings, tell }: TaskContext,
  { id: requestId, guildId, userId, locale: used, firstName, lastName }: Request,
  { key, draw }: { key: string; draw(to: { place: Place; locale: Locale }): Message },
): Promise<'dm' | 'thread' | 'none'> {
  const locale = localeOf(used);
  const welcomeId = (await settings(guildId)).channels[welcomeKey] ?? null;
  const drawn = (isThread: boolean) => draw({ place: { guildId, isThread, welcomeId }, locale });
  const name = text.threadName([firstName, lastName].filter(Boolean).join(' '))[locale].slice(0, 100);
  const thread = welcomeId === null ? null : { channelId: welcomeId, name, message: drawn(true) };
  // Erased while this was at work: telling it would write the person down again.
  if (!(await findRequest(db, { guildId, requestId }))) return 'none';
  return tell({ guildId, userId, key, message: drawn(false), thread });
}
