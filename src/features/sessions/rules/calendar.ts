import { ICalCalendar, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { endOf } from './life.ts';

export type Invitation = {
  id: number;
  guildId: string;
  sequence: number;
  isCancelled: boolean;
  startsAt: Date;
  minutes: number;
  /** When this version was made. */
  at: Date;
  summary: string;
  description: string;
  location: string | null;
  url: string;
};

/**
 * A calendar file (RFC 5545). The same `UID` and a higher `SEQUENCE` make a calendar move what it has; `CANCEL` takes it out. Times are in UTC, which every
 * calendar shows in its own zone.
 */
export function calendarOf({ id, guildId, sequence, isCancelled, startsAt, minutes, at, ...words }: Invitation): string {
  const calendar = new ICalCalendar({
    prodId: { company: 'Passerelle', product: 'Mentorat' },
    method: isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
  });
  calendar.createEvent({
    id: `session-${id}.${guildId}@passerelle`,
    sequence,
    stamp: at,
    start: startsAt,
    end: endOf({ startsAt, minutes }),
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    summary: words.summary,
    description: words.description,
    location: words.location,
    url: words.url,
  });
  return calendar.toString();
}
