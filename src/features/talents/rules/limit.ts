import { day } from '../../../kernel/time.ts';

/** The text to which people agree before companies see them; a new wording is a new version. */
export const consentVersion = 1;

export const pitchLimit = 300;
export const mostLinks = 3;
export const linkLimit = 200;
export const messageLimit = 700;

/** Cards that a company may see in a day: enough to recruit, too few to copy everybody. */
export const cardsADay = 100;
export const pageSize = 5;

/** Questions of a company that wait for an answer. */
export const mostContacts = 5;
export const answerWithin = 7 * day;
/** After a question without a yes, the same company does not ask the same person for so long. */
export const leftAloneFor = 182 * day;

/** A profile is shown so long before the person is asked whether it still holds, and hidden so long after the question. */
export const remindAfter = 182 * day;
export const hideAfter = 91 * day;

/** People told of one offer, and the least fit for which somebody is disturbed. */
export const mostTold = 25;
export const leastFit = 0.6;

/** Course and campus are shown when so many open profiles share both: fewer would name somebody. */
export const smallestGroup = 5;

export const kept = {
  /** A profile that is shown to nobody. */
  closed: 365 * day,
  /** The profile of somebody who left the server. */
  left: 30 * day,
  contact: 365 * day,
  sight: 365 * day,
  notice: 180 * day,
  search: day,
};
