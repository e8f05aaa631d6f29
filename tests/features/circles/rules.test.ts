import { describe, expect, test } from 'vitest';
import { addressesOf } from '../../../src/discord/delivery.ts';
import { latestProlonging, readEnd } from '../../../src/features/circles/rules/circle.ts';
import { usualMinutes } from '../../../src/features/circles/rules/flash.ts';
import { circleScreen, dayShown, listScreen } from '../../../src/features/circles/views/circle.ts';
import { flashOpening, flashRequest } from '../../../src/features/circles/views/flash.ts';
import {
  leadingMessage,
  meetingMessage,
  newsMessage,
  staffCard,
  welcomeMessage,
} from '../../../src/features/circles/views/thread.ts';
import { dateOf } from '../../../src/kernel/day.ts';
import { freshDatabase } from '../../support/database.ts';
import { monday } from '../../support/monday.ts';
import { aCircle, aFlash } from './stage.ts';

test('a circle ends after today, within six months, and goes on by three months at most', () => {
  expect(readEnd('12/01/2027', '2027-01-11')).toEqual({ ok: true, day: '2027-01-12' });
  expect(readEnd('13/07/2027', '2027-01-11')).toEqual({ ok: true, day: '2027-07-13' });
  expect(readEnd('14/07/2027', '2027-01-11')).toEqual({ ok: false, fault: 'far' });
  expect(readEnd('11/01/2027', '2027-01-11')).toEqual({ ok: false, fault: 'past' });
  expect(latestProlonging('2027-01-20', '2027-01-11')).toBe('2027-04-22');
  expect(latestProlonging('2027-07-10', '2027-01-11')).toBe('2027-07-13');
});

test('a theme that is no more counts half an hour', () => {
  expect([usualMinutes('interview'), usualMinutes('astrology')]).toEqual([45, 30]);
});

describe('at their longest the messages fit', async () => {
  const { db, close } = await freshDatabase();
  const flash = await aFlash(db, {
    about: '@'.repeat(500),
    skills: Array.from({ length: 15 }, () => '*'.repeat(40)),
    languages: ['fr', 'en', 'ar', 'lsf', 'ber'],
  });
  const circle = await aCircle(db, { title: '_'.repeat(60), about: '*'.repeat(800), seats: 8 });
  await close();
  const length = (message: object) => JSON.stringify(message).length;
  const lengths = (embeds: readonly { description?: string; title?: string; fields?: readonly { value: string }[] }[] = []) => ({
    title: Math.max(...embeds.map(({ title = '' }) => title.length)),
    description: Math.max(...embeds.map(({ description = '' }) => description.length)),
    field: Math.max(0, ...embeds.flatMap(({ fields = [] }) => fields.map(({ value }) => value.length))),
    all: embeds.reduce((sum, embed) => sum + length(embed), 0),
  });
  const place = (index: number, state: 'inside' | 'waiting') => ({
    ...{
      id: index,
      circleId: circle.id,
      guildId: circle.guildId,
      userId: `${300_000_000_000_000_000n + BigInt(index)}`,
      locale: 'fr',
    },
    ...{ state, seat: state === 'inside' ? index : null, askedAt: monday, endedAt: null },
  });
  const view = {
    circle,
    inside: Array.from({ length: 8 }, (_, index) => place(index + 1, 'inside')),
    waiting: Array.from({ length: 500 }, (_, index) => place(index + 9, 'waiting')),
    audience: Array.from({ length: 40 }, (_, index) => `Concepteur développeur d’applications ${index}`),
    meeting: null,
    leaderId: circle.mentorId,
    backOn: null,
  };
  const listed = Array.from({ length: 5 }, () => ({ circle, inside: 8, waiting: 500, mine: 'inside' as const }));
  const planned = {
    ...{ id: 1, state: 'planned' as const, startsAt: monday, minutes: 60, place: '', messageId: null },
    ...{ remindedAt: null, createdAt: monday, settledAt: null, people: null },
  };
  const reader = { userId: circle.mentorId, isStaff: true, now: monday };
  const paused = { ...view, circle: { ...circle, state: 'paused' as const, pausedAt: monday } };
  test.each(['fr', 'en'] as const)('in %s', (locale) => {
    const messages = [
      flashRequest(flash, locale),
      flashOpening({ flash: { ...flash, locale, state: 'taken', mentorId: '1', takenAt: monday }, people: [], isDue: false }),
      circleScreen(view, reader, locale),
      listScreen({ circles: listed, total: 40, page: 3, isMentor: true }, 5, circle.mentorId, locale),
      staffCard(paused, locale),
    ];
    // A circle is prolonged once: afterwards nothing says that it may be.
    const warned = (prolongedAt: Date | null) =>
      JSON.stringify(newsMessage({ ...view, circle: { ...circle, prolongedAt } }, 'warned', locale));
    expect([warned(null), warned(monday)].map((one) => /prolong/.test(one))).toEqual([true, false]);
    // What is said of an absence is when it is over, where it is known.
    const back = dateOf('2027-03-01');
    const news = (backOn: Date | null) => JSON.stringify(newsMessage({ ...paused, backOn }, 'paused', locale));
    const own = (backOn: Date | null) => JSON.stringify(leadingMessage({ circle: paused.circle, locale, backOn }));
    for (const said of [news, own]) {
      expect(said(back)).toContain(dayShown(back));
      expect(said(null)).not.toContain(dayShown(back));
    }
    // Discord tells the messages of a thread apart by what their buttons lead to.
    const meeting = { ...planned, circleId: circle.id, guildId: circle.guildId, mentorId: circle.mentorId };
    const there = addressesOf(welcomeMessage({ ...view, meeting }, locale).components);
    const shared = addressesOf(meetingMessage({ meeting, circle, people: [] }, locale).components).filter((id) =>
      there.includes(id),
    );
    expect(shared).toEqual([]);
    for (const { embeds, components = [] } of messages) {
      const { title, description, field, all } = lengths(embeds as never);
      expect([title <= 256, description <= 4_096, field <= 1_024, all <= 6_000, components.length <= 5]).toEqual([
        true,
        true,
        true,
        true,
        true,
      ]);
    }
  });
});
