import { default as fc } from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { agendas, lengthName, type Theme } from '../../../src/features/sessions/messages/agenda.ts';
import { calendarOf, type Invitation } from '../../../src/features/sessions/rules/calendar.ts';
import { isAnswerable, isWorrying, overlaps, phaseOf } from '../../../src/features/sessions/rules/life.ts';
import { readMoment } from '../../../src/features/sessions/rules/moment.ts';
import { mayEnter, readLink, readMinutes } from '../../../src/features/sessions/rules/place.ts';
import { inWords, showSame, zoneName } from '../../../src/features/sessions/rules/zone.ts';
import { momentAt, wallOf } from '../../../src/kernel/day.ts';
import { day, hour, minute } from '../../../src/kernel/time.ts';
import { monday } from '../../support/monday.ts';

/** Monday 11 January 2027, nine in the morning in Paris. */
const paris = 'Europe/Paris';
const read = (typed: string, locale: 'fr' | 'en' = 'fr', { timeZone = paris, now = monday } = {}) => {
  const found = readMoment(typed, { now, timeZone, locale });
  return found.ok ? wallOf(found.at, timeZone).toISOString().slice(0, 16) : found.fault;
};

describe('a date in people’s words', () => {
  test.each([
    ['mardi prochain à 18h30', '2027-01-19T18:30'],
    ['demain 14h', '2027-01-12T14:00'],
    ['demain à 14 h', '2027-01-12T14:00'],
    [' Demain, 14H ! ', '2027-01-12T14:00'],
    ['12/01 18h', '2027-01-12T18:00'],
    ['12.01 18h', '2027-01-12T18:00'],
    ['le 12 janvier à 18h', '2027-01-12T18:00'],
    ['12/01/27 à 18h30', '2027-01-12T18:30'],
    ['2027-01-20 18:30', '2027-01-20T18:30'],
    ['le mardi 19 janvier 2027 à 18h30', '2027-01-19T18:30'],
    ['mar. 19 janv. 18h', '2027-01-19T18:00'],
    ['le 1er février à 18 heures', '2027-02-01T18:00'],
    ['15 juin 9h', '2027-06-15T09:00'],
    ['jeudi à 18 h 30', '2027-01-14T18:30'],
    ['jeudi 14 à 18h', '2027-01-14T18:00'],
    ['le 14 à 18h', '2027-01-14T18:00'],
    ['lundi 18h', '2027-01-11T18:00'],
    ['lundi 8h', '2027-01-18T08:00'],
    ['lundi en huit 10h', '2027-01-18T10:00'],
    ['samedi en quinze à 10h', '2027-01-30T10:00'],
    ['vendredi prochain 17h', '2027-01-22T17:00'],
    ['mardi de la semaine prochaine à 18h', '2027-01-19T18:00'],
    ['après-demain 9h', '2027-01-13T09:00'],
    ['apres demain à 9h', '2027-01-13T09:00'],
    ['aujourd’hui à 18h', '2027-01-11T18:00'],
    ['ce soir à 19h', '2027-01-11T19:00'],
    ['ce soir 7h', '2027-01-11T19:00'],
    ['samedi après-midi à 3h', '2027-01-16T15:00'],
    ['demain à 9h du matin', '2027-01-12T09:00'],
    ['demain à midi et demi', '2027-01-12T12:30'],
    ['demain 18h et quart', '2027-01-12T18:15'],
    ['18h', '2027-01-11T18:00'],
    ['8h', '2027-01-12T08:00'],
    ['18h30 demain', '2027-01-12T18:30'],
    ['10h 14 janvier', '2027-01-14T10:00'],
    ['9h30 le 14/01', '2027-01-14T09:30'],
    ['dans 3 jours à 10h', '2027-01-14T10:00'],
    ['dans un mois à 18h', '2027-02-11T18:00'],
    ['dans deux heures', '2027-01-11T11:00'],
    ['dans 30 minutes', '2027-01-11T09:30'],
    ['18h30 mardi', '2027-01-12T18:30'],
    ['à 18h30 mardi', '2027-01-12T18:30'],
    ['18:30 mardi prochain', '2027-01-19T18:30'],
    ['18 h 30 mardi', '2027-01-12T18:30'],
    ['10 h 14 mars', '2027-03-14T10:00'],
    ['9h mai 3', '2027-05-03T09:00'],
    ['le 1er à 18h', '2027-02-01T18:00'],
    // The one that ends the day.
    ['demain minuit', '2027-01-13T00:00'],
    ['samedi à minuit et demi', '2027-01-17T00:30'],
    ['12/01 18', 'hour'],
    ['mardi 12 janvier 18', 'hour'],
    ['12/01/27', 'hour'],
    // What is not wholly understood is refused: half of it would be another appointment.
    ['ce soir', 'hour'],
    ['dans 2 semaines', 'hour'],
    ['hier 18h', 'past'],
    ['11/01/2027 8h', 'past'],
    ['10/01 18h', 'far'],
    ['5 août 2027 à 10h', 'far'],
    ['mardi 20 janvier 18h', 'weekday'],
    ['28/03 2h30', 'skipped'],
    ['31/02 18h', 'unread'],
    ['25h demain', 'unread'],
    ['demain 12h65', 'unread'],
    ['demain 18h30-19h30', 'unread'],
    ['demain 18h ou jeudi 18h', 'unread'],
    ['la semaine prochaine', 'unread'],
    ['n’importe quoi', 'unread'],
    ['18h '.repeat(40), 'unread'],
    ['@everyone 18h', 'unread'],
  ])('%s → %s', (typed, expected) => expect(read(typed)).toBe(expected));

  test.each([
    ['next Tuesday 6pm', '2027-01-19T18:00'],
    ['tomorrow at 14:00', '2027-01-12T14:00'],
    ['12/01 6pm', '2027-01-12T18:00'],
    ['12/01 18:00', '2027-01-12T18:00'],
    ['January 12th 6pm', '2027-01-12T18:00'],
    ['on the 14th of January at 5pm', '2027-01-14T17:00'],
    ['Tuesday, January 19, 2027 at 6:30 PM', '2027-01-19T18:30'],
    ['Thursday 6pm', '2027-01-14T18:00'],
    ['this evening at 7', '2027-01-11T19:00'],
    ['tomorrow at 7 in the evening', '2027-01-12T19:00'],
    ['the day after tomorrow at 9am', '2027-01-13T09:00'],
    ['a week on Monday 10am', '2027-01-18T10:00'],
    ['Tuesday of next week at 6 p.m.', '2027-01-19T18:00'],
    ['noon tomorrow', '2027-01-12T12:00'],
    ['tomorrow at 12am', '2027-01-12T00:00'],
    ['in two weeks at 6pm', '2027-01-25T18:00'],
    ['in an hour', '2027-01-11T10:00'],
    ['demain 14h', '2027-01-12T14:00'],
    ['Jan 20 at 3:30pm', '2027-01-20T15:30'],
    ['January 20 15:30', '2027-01-20T15:30'],
    ['Wednesday, Jan. 20th 2027, 5pm', '2027-01-20T17:00'],
    ['Tuesday January 20 5pm', 'weekday'],
    ['20th at 5pm', '2027-01-20T17:00'],
    ['on the 22nd at noon', '2027-01-22T12:00'],
    ['14:30 march 3', '2027-03-03T14:30'],
    ['3 march 14:30', '2027-03-03T14:30'],
    ['midnight tomorrow', '2027-01-13T00:00'],
    ['12/01 18', 'hour'],
    ['February 30 5pm', 'unread'],
    ['Jan 20 18', 'hour'],
    ['tomorrow evening', 'hour'],
    ['yesterday 6pm', 'past'],
    ['Tuesday 20 January 6pm', 'weekday'],
    ['13pm tomorrow', 'unread'],
  ])('%s → %s', (typed, expected) => expect(read(typed, 'en')).toBe(expected));

  test('is of the place where it is typed, and right over the changes of the hour', () => {
    const at = (typed: string, timeZone: string, now = monday) => {
      const found = readMoment(typed, { now, timeZone, locale: 'fr' });
      return found.ok ? found.at.toISOString() : found.fault;
    };
    expect(at('demain 14h', paris)).toBe('2027-01-12T13:00:00.000Z');
    expect(at('demain 14h', 'Indian/Reunion')).toBe('2027-01-12T10:00:00.000Z');
    expect(at('29/03 14h', paris)).toBe('2027-03-29T12:00:00.000Z');
    // It is Tuesday already in Auckland, and still Sunday night nowhere.
    expect(at('demain 9h', 'Pacific/Auckland', new Date('2027-01-11T12:00:00Z'))).toBe('2027-01-12T20:00:00.000Z');
    const october = new Date('2027-10-30T12:00:00Z');
    expect(at('demain 2h30', paris, october)).toBe('2027-10-31T00:30:00.000Z');
    expect(at('dans 14 heures', paris, october)).toBe('2027-10-31T02:00:00.000Z');
  });

  test('a moment read in a zone is shown there as it was meant', () => {
    const zones = fc.constantFrom(paris, 'Indian/Reunion', 'America/Cayenne', 'Pacific/Noumea', 'America/New_York');
    fc.assert(
      fc.property(zones, fc.integer({ min: 1, max: 180 }), fc.integer({ min: 0, max: 1439 }), (zone, days, minutes) => {
        const wanted = new Date(Date.UTC(2027, 0, 11 + days)).toISOString().slice(0, 10);
        const at = momentAt(wanted, minutes, zone);
        if (!at) return;
        const [year, month, date] = wanted.split('-');
        const typed = `${date}/${month}/${year} ${Math.floor(minutes / 60)}h${String(minutes % 60).padStart(2, '0')}`;
        expect(readMoment(typed, { now: monday, timeZone: zone, locale: 'fr' })).toEqual({ ok: true, at });
        expect(showSame(at, zone, zone)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('is said back in words, in both languages', () => {
    const at = new Date('2027-02-01T17:30:00Z');
    expect(inWords(at, paris, 'fr')).toBe('lundi 1er février à 18 h 30');
    expect(inWords(at, paris, 'en')).toBe('Monday 1 February at 18:30');
    expect(inWords(at, 'Indian/Reunion', 'fr')).toBe('lundi 1er février à 21 h 30');
    expect(inWords(new Date('2027-01-19T17:00:00Z'), paris, 'fr')).toBe('mardi 19 janvier à 18 h');
    expect(['Indian/Reunion', paris, 'Africa/Dakar'].map((zone) => zoneName(zone, 'fr'))).toEqual([
      'La Réunion',
      'France',
      'Sénégal',
    ]);
    expect(['Indian/Reunion', paris, 'America/New_York'].map((zone) => zoneName(zone, 'en'))).toEqual([
      'Réunion',
      'Paris',
      'New York',
    ]);
  });
});

describe('where and how long', () => {
  test.each([
    ['60', 60],
    ['45 min', 45],
    ['1h', 60],
    ['1 h 30', 90],
    ['4h', 240],
    ['14', null],
    ['241', null],
    ['4h01', null],
    ['', null],
    ['une heure', null],
    ['-30', null],
  ])('%s → %s', (typed, expected) => expect(readMinutes(typed)).toBe(expected));

  test.each([
    ['https://meet.jit.si/abc?x=1', true],
    ['http://meet.jit.si/abc', false],
    ['javascript:alert(1)', false],
    ['https://user:secret@exemple.fr', false],
    ['https://localhost/x', false],
    ['https://exemple.fr/a b', false],
    ['meet.jit.si/abc', false],
    [`https://exemple.fr/${'a'.repeat(300)}`, false],
  ])('%s: %s', (typed, isOne) => expect(readLink(typed) !== null).toBe(isOne));

  test('a room is for both when both may see and enter it', () => {
    const [see, enter] = [1n << 10n, 1n << 20n];
    const role = { id: 'r', permissions: String(see | enter) };
    const guild = { id: 'g', owner_id: 'o', roles: [{ id: 'g', permissions: '0' }, role] };
    const person = { user: { id: 'p' }, roles: ['r'] };
    const over = (id: string, allow: bigint, deny: bigint) => ({ id, type: 0, allow, deny });
    expect(mayEnter(guild, person, [])).toBe(true);
    expect(mayEnter(guild, { ...person, roles: [] }, [])).toBe(false);
    expect(mayEnter(guild, { user: { id: 'o' }, roles: [] }, [over('g', 0n, see)])).toBe(true);
    expect(mayEnter(guild, person, [over('g', 0n, see)])).toBe(false);
    expect(mayEnter(guild, person, [over('g', 0n, see), over('r', see, 0n)])).toBe(true);
    expect(mayEnter(guild, person, [over('r', 0n, enter), over('p', enter, 0n)])).toBe(true);
    expect(mayEnter(guild, person, [over('p', 0n, enter)])).toBe(false);
  });
});

test('the life of a session', () => {
  const timed = { startsAt: monday, minutes: 60 };
  const inTime = (milliseconds: number) => new Date(monday.getTime() + milliseconds);
  const open = { ...timed, state: 'planned', settledAt: null, correctedAt: null } as const;
  expect([-1, 0, 59 * minute, hour].map((at) => phaseOf(open, inTime(at)))).toEqual(['coming', 'running', 'running', 'past']);
  expect([-1, 0, 30 * day, 31 * day].map((at) => isAnswerable(open, inTime(at)))).toEqual([false, true, true, false]);
  const done = { ...timed, state: 'done', settledAt: inTime(2 * hour), correctedAt: null } as const;
  expect([3 * hour, 7 * day, 8 * day].map((at) => isAnswerable(done, inTime(at)))).toEqual([true, true, false]);
  expect(isAnswerable({ ...done, correctedAt: inTime(3 * hour) }, inTime(4 * hour))).toBe(false);
  expect(isAnswerable({ ...done, state: 'cancelled', settledAt: inTime(-hour) }, inTime(2 * hour))).toBe(false);
  expect(overlaps(timed, { startsAt: inTime(hour), minutes: 30 })).toBe(false);
  expect(overlaps(timed, { startsAt: inTime(59 * minute), minutes: 30 })).toBe(true);
  expect(
    [
      [5, 5],
      [3, 3],
      [2, 5],
      [5, 2],
    ].map(([useful = 0, comfort = 0]) => isWorrying({ useful, comfort, wantsContact: false })),
  ).toEqual([false, false, true, true]);
  expect(isWorrying({ useful: 5, comfort: 5, wantsContact: true })).toBe(true);
  expect(lengthName(90).fr).toBe('1 h 30');
  for (const theme of Object.keys(agendas) as Theme[]) expect(agendas[theme].steps.length).toBeGreaterThanOrEqual(3);
});

describe('the calendar file', () => {
  const invitation: Invitation = {
    id: 12,
    guildId: '330000000000000001',
    sequence: 0,
    isCancelled: false,
    startsAt: new Date('2027-01-19T17:30:00Z'),
    minutes: 90,
    at: monday,
    summary: 'Mentorat : S’entraîner à un entretien ; préparé, relu',
    description: `Première étape\n${'Éléments à préparer ensemble, déjà évoqués. '.repeat(8)}`,
    location: 'https://meet.jit.si/abc',
    url: 'https://meet.jit.si/abc',
  };
  const parsed = (text: string) => {
    const calendar = new ICAL.Component(ICAL.parse(text));
    const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined);
    return { method: calendar.getFirstPropertyValue('method'), event };
  };

  test('is read back by another library: words, accents, hours, folded lines', () => {
    const text = calendarOf(invitation);
    const { method, event } = parsed(text);
    expect(method).toBe('PUBLISH');
    expect(event.summary).toBe(invitation.summary);
    expect(event.description).toBe(invitation.description);
    expect(event.location).toBe(invitation.location);
    expect(event.startDate.toJSDate()).toEqual(invitation.startsAt);
    expect(event.endDate.toJSDate()).toEqual(new Date('2027-01-19T19:00:00Z'));
    expect(event.component.getFirstPropertyValue('status')).toBe('CONFIRMED');
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  });

  test('moves and cancels what a calendar has already', () => {
    const [first, second] = [
      parsed(calendarOf(invitation)),
      parsed(calendarOf({ ...invitation, sequence: 1, isCancelled: true })),
    ];
    expect(second.event.uid).toBe(first.event.uid);
    expect([first.event.sequence, second.event.sequence]).toEqual([0, 1]);
    expect(second.method).toBe('CANCEL');
    expect(second.event.component.getFirstPropertyValue('status')).toBe('CANCELLED');
  });
});
