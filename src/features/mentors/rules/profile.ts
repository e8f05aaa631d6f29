import type { MentorPause, MentorState } from '../../../../prisma/client/client.ts';
import { renewalAskedBefore } from './limit.ts';

type Said = {
  themes: readonly string[];
  languages: readonly string[];
  availability: readonly string[];
  ways: readonly string[];
  about: string;
};

/** Which of the two forms is not filled in yet. */
export type Gap = 'help' | 'frame';

export function gapsOf({ themes, languages, availability, ways, about }: Said): Gap[] {
  const isHelpSaid = themes.length > 0 && languages.length > 0 && availability.length > 0 && about !== '';
  return [...(isHelpSaid ? [] : ['help' as const]), ...(ways.length > 0 ? [] : ['frame' as const])];
}

type Standing = { state: MentorState; pausedAs: MentorPause | null; approvedUntil: Date | null };

/** True for somebody whom staff approved and who was not taken out since, also while they are asked to change something. */
export const isMentor = ({ state, approvedUntil }: Standing): boolean =>
  approvedUntil !== null && state !== 'draft' && state !== 'withdrawn';

/** True when staff have to read it. */
export const awaitsStaff = ({ state }: Pick<Standing, 'state'>): boolean => state === 'pending';

/** True when staff may decide about it. */
export const isOpen = ({ state }: Pick<Standing, 'state'>): boolean => state === 'pending' || state === 'asked';

/** True when it may be approved for another year: its last month, or after. */
export const canRenew = ({ state, approvedUntil }: Standing, now: Date): boolean =>
  (state === 'approved' || state === 'paused') &&
  approvedUntil !== null &&
  approvedUntil.getTime() - renewalAskedBefore <= now.getTime();

/** True for a pause that the person may end. */
export const isOwnPause = (cause: MentorPause | null): boolean => cause === 'own' || cause === 'silence';
