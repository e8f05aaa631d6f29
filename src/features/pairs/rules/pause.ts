import { day } from '../../../kernel/time.ts';

type Standing = {
  state: 'active' | 'paused' | 'ended';
  pausedAs: 'holiday' | 'absent' | 'staff' | null;
  absentSince: Date | null;
};

/** One of the two may end the pause: not that of staff, nor while somebody is away. */
export const mayResume = ({ state, pausedAs, absentSince }: Standing): boolean =>
  state === 'paused' && pausedAs !== 'staff' && pausedAs !== 'absent' && absentSince === null;

/** How often a day both are called by what one of them does; further changes are said without a mention. */
export const mostMentions = 4;

type Mentioned = { mentions: number; mentionedSince: Date | null };

/** Counts one more. `isQuiet`: nobody is called by it. */
export function mention({ mentions, mentionedSince }: Mentioned, now: Date): { isQuiet: boolean; counted: Mentioned } {
  const isNew = mentionedSince === null || now.getTime() - mentionedSince.getTime() >= day;
  const counted = isNew ? { mentions: 1, mentionedSince: now } : { mentions: mentions + 1, mentionedSince };
  return { isQuiet: counted.mentions > mostMentions, counted };
}
