import { minute } from '../../../kernel/time.ts';
import type { Reason } from '../messages/reason.ts';

/** Where an application stands. The last three are its ends. */
export const stages = ['sent', 'seen', 'interview', 'offer', 'hired', 'declined', 'withdrawn'] as const;
export type Stage = (typeof stages)[number];

export const openStages = ['sent', 'seen', 'interview', 'offer'] as const satisfies readonly Stage[];
export type OpenStage = (typeof openStages)[number];

/** What a candidate is told of: a stage, a refusal that was none, an offer on hold, a CV that could not be handed on. */
export const news = [...stages, 'undone', 'paused', 'file_lost'] as const;
export type News = (typeof news)[number];

export const isOpen = (stage: Stage): stage is OpenStage => (openStages as readonly Stage[]).includes(stage);

/** What may follow what; the trigger `application_moves` has the same table. */
const moves: Readonly<Record<Stage, readonly Stage[]>> = {
  sent: ['seen', 'interview', 'declined', 'withdrawn'],
  seen: ['interview', 'declined', 'withdrawn'],
  interview: ['offer', 'declined', 'withdrawn'],
  offer: ['hired', 'declined', 'withdrawn'],
  hired: [],
  declined: [],
  withdrawn: [],
};

/** How long a refusal made by mistake can be taken back. */
export const undoFor = 10 * minute;

export const mayFollow = (from: Stage, to: Stage): boolean => moves[from].includes(to);

/** What a company may choose next. To read is enough for `seen`, and the candidate alone withdraws. */
export const choicesAfter = (stage: Stage): Stage[] => moves[stage].filter((next) => next !== 'seen' && next !== 'withdrawn');

/**
 * The steps from one stage to another, one after the other, each legal: a closed offer whose company says who was hired passes through those that nobody
 * noted. Null: there is no way.
 */
export function pathTo(from: Stage, to: Stage): Stage[] | null {
  if (mayFollow(from, to)) return [to];
  if (to === 'declined' || to === 'withdrawn') return null;
  for (const next of choicesAfter(from)) {
    const rest = next === 'declined' ? null : pathTo(next, to);
    if (rest) return [next, ...rest];
  }
  return null;
}

/** The first answer: to be read is none. */
export const isAnswer = (stage: Stage): boolean => stage !== 'sent' && stage !== 'seen' && stage !== 'withdrawn';

export type Refused = { stage: Stage; formerStage: Stage | null; stageAt: Date; reason: string | null };

/** Whether a refusal can still be taken back; that of the silence is not one that somebody made by mistake. */
export const canUndo = ({ stage, formerStage, stageAt, reason }: Refused, now: Date): boolean =>
  stage === 'declined' &&
  formerStage !== null &&
  reason !== ('no_answer' satisfies Reason) &&
  now.getTime() - stageAt.getTime() <= undoFor;
