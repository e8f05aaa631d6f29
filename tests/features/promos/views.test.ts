import { describe, expect, test } from 'vitest';
import type { Message } from '../../../src/discord/command.ts';
import { defaultTemplate } from '../../../src/features/catalogue/rules/template.ts';
import { removalCard } from '../../../src/features/catalogue/views/entry.ts';
import { templateCard } from '../../../src/features/catalogue/views/template.ts';
import type { Promo, RosterLine } from '../../../src/features/promos/service/promo.ts';
import { alertMessage, driftCard, nightlyMessage, noticeMessage } from '../../../src/features/promos/views/alert.ts';
import {
  cancelPreview,
  courseScreen,
  creationPreview,
  endPreview,
  postponePreview,
} from '../../../src/features/promos/views/create.ts';
import { orphansMessage } from '../../../src/features/promos/views/edit.ts';
import { minePage, promoCard, promoList, rosterFile, rosterPage, viewPage } from '../../../src/features/promos/views/promo.ts';
import { monday } from '../../support/monday.ts';

/** The longest that each may be, in both languages, within Discord's limits. */

const long = '*'.repeat(80);
const id = (number: number) => String(100_000_000_000_000_000n + BigInt(number));
const entry = {
  id: 1,
  guildId: id(1),
  kind: 'course' as const,
  name: long,
  diploma: true,
  template: {},
  roleId: id(2),
  roleBegunAt: null,
  createdAt: monday,
  removedAt: null,
};
const promo = {
  id: 2_147_483_647,
  guildId: id(1),
  courseId: 1,
  campusId: 1,
  name: long,
  remote: true,
  early: true,
  startsOn: new Date('2027-01-01'),
  endsOn: new Date('2027-09-29'),
  state: 'active',
  managerId: id(3),
  createdAt: monday,
  endedAt: null,
  deleteOn: new Date('2027-10-29'),
  clearingAt: null,
  clearedAt: null,
  builtAt: monday,
  lockedAt: monday,
  endToldAt: null,
  deletionToldAt: null,
  checkedOn: null,
  template: defaultTemplate as never,
  problem: { why: 'forbidden', code: 50013, place: 'role', names: Array.from({ length: 40 }, () => long) },
  alertChannelId: null,
  alertMessageId: null,
  course: entry,
  campus: entry,
} satisfies Promo;
const many = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index));
const lines: RosterLine[] = many(20, (index) => ({
  userId: id(index),
  part: index ? 'learner' : 'trainer',
  addedAt: monday,
  firstName: long,
  lastName: long,
  displayName: '=cmd',
  email: 'a@b.fr',
  hasLeft: true,
}));
const people = { learners: 300, trainers: 30 };
const touched = { promo, people, channels: 12 };
const checked = {
  promo: {
    do: 'create' as const,
    courseId: 1,
    campusId: 1,
    name: long,
    start: '2027-02-01',
    end: '2027-09-29',
    managerId: id(3),
    trainerIds: many(5, id),
    remote: true,
    early: false,
  },
  template: defaultTemplate,
  course: long,
  campus: long,
};
const choices = { entries: many(25, (index) => ({ id: index + 1, name: long })), total: 80, page: 1 };
const listed = many(15, (index) => ({
  id: index + 1,
  name: long,
  state: 'active' as const,
  startsOn: monday,
  endsOn: monday,
  course: long,
  campus: long,
  learners: 30,
}));

const views: Record<string, (locale: 'fr' | 'en') => Message> = {
  card: (locale) =>
    promoCard({ promo, people, trainerIds: many(20, id), roleId: id(4), today: '2027-03-01' }, locale, { isStaff: true }),
  roster: (locale) => rosterPage({ promo, people, lines, page: 1, size: 20 }, locale),
  'empty roster': (locale) => rosterPage({ promo, people: { learners: 0, trainers: 0 }, lines: [], page: 0, size: 20 }, locale),
  list: (locale) =>
    promoList(
      { promos: listed, total: 300, page: 3, filter: { state: 'active', courseId: 2_147_483_647, campusId: 2_147_483_647 } },
      locale,
      15,
    ),
  mine: (locale) =>
    minePage(
      many(25, () => promo),
      locale,
    ),
  view: (locale) =>
    viewPage(
      {
        choices: many(25, (index) => ({
          id: index + 1,
          name: long,
          state: 'active' as const,
          isShown: index % 2 === 0,
          isManaged: index === 0,
        })),
        total: 300,
        page: 2,
      },
      locale,
      25,
    ),
  creation: (locale) =>
    creationPreview({ checked, counts: { roles: 10, channels: 100 }, planId: 2_147_483_647, today: '2027-01-11' }, locale),
  courses: (locale) => courseScreen(choices, locale, 25),
  end: (locale) => endPreview(touched, '2027-10-29', 1, locale),
  cancel: (locale) => cancelPreview(touched, '2027-10-29', 1, locale),
  postpone: (locale) => postponePreview({ ...touched, promo: { ...promo, state: 'ended' } }, promo, 1, locale),
  alert: (locale) => alertMessage(promo, locale),
  notice: (locale) => noticeMessage({ which: 'deletion', promo, roleId: id(4) }, locale),
  drift: (locale) =>
    driftCard(
      promo,
      many(200, (index) => ({ what: 'without_role' as const, userId: id(index) })),
      locale,
    ),
  nightly: (locale) =>
    nightlyMessage(
      many(60, (index) => ({ id: index + 1, name: long, count: 3 })),
      locale,
    ),
  orphans: (locale) =>
    orphansMessage(
      {
        total: 300,
        promos: many(25, (index) => ({ id: index + 1, name: long })),
      },
      locale,
    ),
  removal: (locale) => removalCard({ entry, finished: 12 }, locale),
  template: (locale) => templateCard({ course: entry, template: defaultTemplate, isOwn: true }, locale, { isEditing: true }),
};

const within = (value: string | undefined, limit: number) => expect((value ?? '').length).toBeLessThanOrEqual(limit);

describe.each(Object.entries(views))('%s', (_, view) => {
  test('fits Discord in both languages, which differ', () => {
    for (const locale of ['fr', 'en'] as const) {
      const { content, embeds = [], components = [] } = view(locale);
      within(content, 2_000);
      for (const embed of embeds) {
        within(embed.title, 256);
        within(embed.description, 4_096);
        for (const { name, value } of embed.fields ?? []) {
          within(name, 256);
          within(value, 1_024);
          expect(value).not.toBe('');
        }
        within(JSON.stringify(embed), 6_000);
      }
      expect(components.length).toBeLessThanOrEqual(5);
      for (const [, customId = ''] of JSON.stringify(components).matchAll(/"custom_id":"([^"]+)"/g)) within(customId, 100);
      for (const [, label = ''] of JSON.stringify(components).matchAll(/"label":"([^"]+)"/g)) within(label, 100);
    }
    expect(view('fr')).not.toEqual(view('en'));
  });
});

test('a name typed by somebody is no markdown and no formula', () => {
  expect(JSON.stringify(views.roster?.('fr'))).not.toMatch(/[^\\]\*\*\*\*/);
  const file = rosterFile(promo, lines, 'fr', { isStaff: true }).files?.[0]?.data;
  expect(file).toContain("'=cmd");
  expect(file).toContain('a@b.fr');
  expect(rosterFile(promo, lines, 'fr', { isStaff: false }).files?.[0]?.data).not.toContain('a@b.fr');
});

test('a notice calls its promo, and nobody else', () => {
  expect(noticeMessage({ which: 'end', promo, roleId: id(4) }, 'fr').allowed_mentions).toEqual({ parse: [], roles: [id(4)] });
  expect(noticeMessage({ which: 'end', promo, roleId: null }, 'fr').allowed_mentions).toEqual({ parse: [] });
});
