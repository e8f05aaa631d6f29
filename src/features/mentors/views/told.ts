import { ButtonStyle } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import { buttonOf, linkTo, placeOf, row } from '../../../kernel/piece.ts';
import type { Locale, Text } from '../../../kernel/text.ts';
import { timeOf } from '../../../kernel/time.ts';
import { text } from '../messages/profile.ts';
import { told } from '../messages/told.ts';
import type { Mentor, MentorEvent } from '../service/mentor.ts';
import { openId, renewId } from '../wire.ts';
import { quoted } from './part.ts';

/** Where a person reads it. A link to where one already is leads nowhere. */
export type Place = { isThread: boolean; channelId: string | null };

function wordsOf({ kind, cause, note }: MentorEvent, { approvedUntil }: Mentor): Text {
  const until = approvedUntil ? timeOf(approvedUntil, 'D') : '';
  const why = quoted(note ?? '', 1_200);
  if (kind === 'approved') return told.approved(until);
  if (kind === 'asked') return told.asked(why);
  if (kind === 'refused') return told.refused(why);
  if (kind === 'removed') return told.removed(why);
  if (kind === 'expiring') return told.expiring(until);
  if (kind === 'paused') return cause === 'renewal' ? told.lapsed : told.held;
  return told.resumed(cause);
}

/** What somebody is told of what happened to their profile. */
export function eventMessage(event: MentorEvent, mentor: Mentor, { isThread, channelId }: Place, locale: Locale): Message {
  const { guildId } = mentor;
  const isRenewal = event.kind === 'expiring' || (event.kind === 'paused' && event.cause === 'renewal');
  const needsChange = event.kind === 'asked' || event.kind === 'refused';
  const buttons = [
    ...(isRenewal ? [buttonOf(text.renew[locale], renewId.encode({ guildId }), ButtonStyle.Primary)] : []),
    buttonOf(text.open[locale], openId.encode({ guildId }), needsChange ? ButtonStyle.Primary : ButtonStyle.Secondary),
    ...(isThread ? [] : channelId ? [linkTo(text.find[locale], placeOf(guildId, channelId))] : []),
  ];
  return { content: wordsOf(event, mentor)[locale], components: [row(...buttons)] };
}
