import type { Message } from '../../../discord/command.ts';
import { type TaskContext, task } from '../../../infra/tasks.ts';
import { recruitersKey } from '../../../kernel/hiring.ts';
import { localeOf } from '../../../kernel/text.ts';
import { languageOf } from '../../onboarding/service/language.ts';
import type { Company } from '../service/company.ts';
import { audienceOf, findEvent, isTold, recordUntold } from '../service/event.ts';
import { findInvitation } from '../service/invitation.ts';
import { invitationMessage } from '../views/people.ts';
import { eventMessage, type Place } from '../views/telling.ts';
import { inviteTask, tellTask } from '../wire.ts';

/** By direct message, else in the person's private thread of the companies' space. */
async function tellOne(
  { settings, tell }: TaskContext,
  { userId, company, key, draw }: { userId: string; company: Company; key: string; draw(place: Place): Message },
): Promise<boolean> {
  const { guildId, name } = company;
  const channelId = (await settings(guildId)).channels[recruitersKey] ?? null;
  const thread = channelId && { channelId, name: name.slice(0, 100), message: draw({ isThread: true, channelId }) };
  const message = draw({ isThread: false, channelId });
  return (await tell({ guildId, userId, key, message, thread: thread || null })) !== 'none';
}

/** Those whom it concerns are told what happened, each once. */
export const tellPeople = task(tellTask, async (context, { guildId, eventId }) => {
  const event = await findEvent(context.db, { guildId, eventId });
  if (!event || !isTold(event.kind)) return;
  const { company, kind } = event;
  for (const { userId, locale } of await audienceOf(context.db, event)) {
    const draw = (place: Place) => eventMessage({ ...event, kind }, company, place, localeOf(locale));
    const isReached = await tellOne(context, { userId, company, key: `companies.event:${eventId}`, draw });
    if (!isReached) await recordUntold(context.db, event);
  }
});

/** The one who is asked, while it is open; *Mon espace* says it too. */
export const tellInvited = task(inviteTask, async (context, { guildId, invitationId }) => {
  const invitation = await findInvitation(context.db, { guildId, invitationId });
  if (!invitation) return;
  const { userId, company } = invitation;
  const locale = (await languageOf(context.db, { guildId, userId })) ?? (await context.settings(guildId)).locale;
  const draw = () => invitationMessage(invitation, locale);
  await tellOne(context, { userId, company, key: `companies.invite:${invitationId}`, draw });
});
