import { day } from '../../../kernel/time.ts';
import type { OpenStage } from './stage.ts';

/** How long nothing may happen before who must answer is reminded, and staff are told. Once somebody was met, answers take longer. */
export const silence: Readonly<Record<OpenStage, { recruiter: number; staff: number }>> = {
  sent: { recruiter: 7 * day, staff: 14 * day },
  seen: { recruiter: 7 * day, staff: 14 * day },
  interview: { recruiter: 14 * day, staff: 28 * day },
  offer: { recruiter: 14 * day, staff: 28 * day },
};

/** After an offer was closed, those who are not answered by then are answered for the company. */
export const outcomeWithin = 14 * day;

/** How long an offer is hidden before those who applied are told. */
export const pauseToldAfter = 2 * day;

/** A response time over fewer applications would be chance, and might be of one person. */
export const fewestAnswers = 5;
/** The last applications that count. */
export const answersCounted = 200;

/** Message and CV go that long after the end of an application. */
export const messageKeptFor = 180 * day;
/** The row goes too: the CNIL's usual maximum for candidates who were not hired is two years after the last contact. */
export const applicationKeptFor = 730 * day;
/** A file that could not be handed on. */
export const fileKeptFor = 30 * day;

/** Recommendations that wait for the consent of the person, an alumni. */
export const mostRecommendations = 5;
/** One without an answer; and any other. */
export const recommendationWaits = 30 * day;
export const recommendationKeptFor = 180 * day;
