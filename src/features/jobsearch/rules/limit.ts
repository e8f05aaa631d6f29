import { day, hour } from '../../../kernel/time.ts';

/** Alerts an account; `job_alert_slot` in the database holds it. */
export const mostAlerts = 3;
/** Offers that one keeps. */
export const mostSaved = 100;

/** Messages of immediate alerts a person and day; what comes after waits for the digest. */
export const mostImmediate = 5;
/** When digests leave, unless somebody chose another hour. */
export const digestHour = 9;
/** Offers that a digest names; more are counted. */
export const digestSize = 8;

/** Whoever never said when they came last is shown the offers of the last week. */
export const firstLook = 7 * day;
/** Coming back so soon is the same visit. */
export const sameVisit = hour;
/** New offers are counted up to here. */
export const mostNews = 99;

/** How long things are kept. */
export const searchKeptFor = day;
export const seekerKeptFor = 180 * day;
export const offAlertKeptFor = 30 * day;
export const matchKeptFor = 90 * day;
export const savedKeptFor = 90 * day;
