import { type Slot, slots, weeklyHours } from '../../../kernel/mentoring.ts';

/** How many minutes the clocks of a zone are ahead of UTC at that moment. Throws for an unknown zone. */
export function offsetOf(timeZone: string, now: Date): number {
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(now);
  return Math.round((Date.parse(`${shown.replace(' ', 'T')}Z`) - now.getTime()) / 60_000);
}

/** The same for many people: a zone is looked up once. */
export function offsets(now: Date): (timeZone: string) => number {
  const known = new Map<string, number>();
  return (timeZone) => {
    const offset = known.get(timeZone) ?? offsetOf(timeZone, now);
    known.set(timeZone, offset);
    return offset;
  };
}

export type Week = { availability: readonly string[]; offset: number };

const isSlot = (value: string): value is Slot => (slots as readonly string[]).includes(value);
export const slotsOf = (values: readonly string[]): Slot[] => values.filter(isSlot);

/** Parts of the week of the first, in their own zone, in which the second has an hour too. */
export function commonSlots(one: Week, other: Week): Slot[] {
  const hours = weeklyHours(slotsOf(other.availability), other.offset);
  return slots.filter(
    (slot) => one.availability.includes(slot) && [...weeklyHours([slot], one.offset)].some((hour) => hours.has(hour)),
  );
}
