import { expect, test } from 'vitest';
import { hour, minute, movableClock, timeOf } from '../../src/kernel/time.ts';

const start = new Date('2027-01-11T08:00:00Z');

test('what is due runs in order of time, each at its own time, also what a callback adds', () => {
  const clock = movableClock(start);
  const ran: string[] = [];
  const note = (name: string) => ran.push(`${name} ${clock.now().toISOString().slice(11, 16)}`);
  clock.after(30 * minute, () => note('second'));
  clock.after(10 * minute, () => {
    note('first');
    clock.after(5 * minute, () => note('added'));
  });
  clock.after(2 * hour, () => note('too late'));
  clock.advance(hour);
  expect(ran).toEqual(['first 08:10', 'added 08:15', 'second 08:30']);
  expect(clock.now()).toEqual(new Date('2027-01-11T09:00:00Z'));
});

test('a cancelled timer never runs, and listeners hear of each move', () => {
  const clock = movableClock(start);
  let moves = 0;
  const stopListening = clock.onMove(() => moves++);
  clock.after(minute, () => expect.unreachable())();
  clock.advance(hour);
  stopListening();
  clock.advance(hour);
  expect(moves).toBe(1);
});

test('a clock without a start follows the system clock, and can be ahead of it', () => {
  const clock = movableClock();
  const before = Date.now();
  clock.advance(hour);
  expect(clock.now().getTime()).toBeGreaterThanOrEqual(before + hour);
});

test('a moment is written as Discord’s timestamp, in whole seconds', () => {
  const at = new Date('2027-01-11T08:00:00.999Z');
  expect([timeOf(at), timeOf(at, 'D'), timeOf(at, 'R')]).toEqual(['<t:1799654400:f>', '<t:1799654400:D>', '<t:1799654400:R>']);
});
