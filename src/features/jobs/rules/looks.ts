/** What of a thread anybody who may moderate can change by hand. */
export type Thread = { name: string; applied_tags?: readonly string[]; thread_metadata?: { locked?: boolean } };

/** The same for two threads that look the same: their name, their tags in any order, and whether they are locked. */
export const looksOf = ({ name, applied_tags = [], thread_metadata }: Thread): string =>
  JSON.stringify([name, [...applied_tags].sort(), thread_metadata?.locked === true]);
