import { expect, test } from 'vitest';
import { charterVersion, commentLimit } from '../../../src/features/mentors/rules/limit.ts';
import type { MentorCard } from '../../../src/features/mentors/service/card.ts';
import type {
  Mentor,
  MentorEvent,
  MentorEventKind,
  MentorPause,
  MentorState,
} from '../../../src/features/mentors/service/mentor.ts';
import { mentorCard } from '../../../src/features/mentors/views/card.ts';
import { charterScreen, profileScreen } from '../../../src/features/mentors/views/profile.ts';
import { eventMessage } from '../../../src/features/mentors/views/told.ts';
import { languages, slots, stages, themes, ways } from '../../../src/kernel/mentoring.ts';
import { day } from '../../../src/kernel/time.ts';
import { monday } from '../../support/monday.ts';

/** All that a profile may hold, and more markdown than anybody types. */
const full: Mentor = {
  guildId: '100000000000000001',
  userId: '200000000000000001',
  locale: 'fr',
  state: 'approved',
  themes: Object.keys(themes),
  skills: Array.from({ length: 15 }, (_, index) => `${'*'.repeat(38)}${index}`),
  skillKeys: [],
  languages: Object.keys(languages),
  availability: [...slots],
  timeZone: 'America/Guadeloupe',
  ways: Object.keys(ways),
  city: '_'.repeat(60),
  department: '974',
  job: '*'.repeat(120),
  about: '_\n'.repeat(300),
  capacity: 5,
  prefersCourses: [],
  prefersCampuses: [],
  prefersStages: Object.keys(stages),
  pausedAs: null,
  pausedUntil: null,
  charterVersion,
  charterAt: monday,
  submittedAt: monday,
  decidedAt: monday,
  decidedBy: '300000000000000001',
  comment: '*\n'.repeat(commentLimit / 2),
  approvedUntil: new Date(monday.getTime() + 10 * day),
  renewalAskedAt: null,
  revision: 2_000_000_000,
  cardChannelId: null,
  cardMessageId: null,
  staffRemindedAt: null,
  grantedRoleId: null,
  roleGiven: false,
  roleMissing: true,
  badge: 3,
  showsBadge: true,
  createdAt: monday,
  updatedAt: monday,
};
const prefers = Array.from({ length: 100 }, () => '*'.repeat(80));
const states: readonly MentorState[] = ['draft', 'pending', 'asked', 'approved', 'paused', 'withdrawn'];
const pauses: readonly MentorPause[] = ['own', 'silence', 'renewal', 'sanction', 'absent'];
const event = (kind: MentorEventKind, cause: MentorPause | null = null): MentorEvent => ({
  id: 2_000_000_000,
  guildId: full.guildId,
  userId: full.userId,
  kind,
  cause,
  actedBy: '300000000000000001',
  note: '*'.repeat(commentLimit),
  untold: true,
  notedAt: null,
  at: monday,
});
const textsOf = (message: object): string[] =>
  [...JSON.stringify(message).matchAll(/"(?:content)":"((?:[^"\\]|\\.)*)"/g)].map(
    ([, text]) => JSON.parse(`"${text}"`) as string,
  );

test.each(['fr', 'en'] as const)(
  'whatever somebody wrote, their screen and the card of the staff keep to the limits of Discord, in %s',
  (locale) => {
    const now = monday;
    for (const state of states)
      for (const pausedAs of state === 'paused' ? pauses : [null])
        for (const view of [full, { ...full, approvedUntil: null, charterVersion: null }]) {
          const mentor = { ...view, state, pausedAs };
          const screen = profileScreen({ mentor, pairs: 9, prefers, now }, locale, { fr: 'x'.repeat(180), en: 'x'.repeat(180) });
          expect(textsOf(screen).join('').length).toBeLessThanOrEqual(4_000);
          const card: MentorCard = {
            mentor,
            events: Array.from({ length: 6 }, () => event('paused', 'silence')),
            pairs: 9,
            identity: { kind: 'alumni', name: '*'.repeat(100) },
            isPresent: false,
            prefers,
          };
          const [embed] = mentorCard(card, locale).embeds ?? [];
          expect(embed?.title?.length).toBeLessThanOrEqual(256);
          const fields = embed?.fields ?? [];
          for (const { value } of fields) expect([value.length > 0, value.length <= 1_024]).toEqual([true, true]);
          const total = fields.reduce((sum, { name, value }) => sum + name.length + value.length, embed?.title?.length ?? 0);
          expect(total).toBeLessThanOrEqual(6_000);
        }
    expect(textsOf(charterScreen(full, 'send', locale)).join('').length).toBeLessThanOrEqual(4_000);
    for (const kind of ['approved', 'asked', 'refused', 'removed', 'expiring', 'paused', 'resumed'] as const)
      for (const cause of pauses) {
        const message = eventMessage(event(kind, cause), full, { isThread: false, channelId: full.guildId }, locale);
        expect(message.content?.length).toBeLessThanOrEqual(2_000);
      }
  },
);

test('what comes next is one button, and it fits the state', () => {
  const next = (change: Partial<Mentor>) => {
    const screen = profileScreen({ mentor: { ...full, ...change }, pairs: 0, prefers: [], now: monday }, 'fr');
    return JSON.stringify(screen).match(/"style":1,"label":"[^"]*","custom_id":"mentoring:([a-z_:]+?):\d/)?.[1] ?? null;
  };
  const far = { approvedUntil: new Date(monday.getTime() + 300 * day) };
  expect(next({ state: 'draft', approvedUntil: null, about: '' })).toBe('apply:change');
  expect(next({ state: 'draft', approvedUntil: null, ways: [] })).toBe('apply:more');
  expect(next({ state: 'draft', approvedUntil: null, charterVersion: null })).toBe('charter');
  expect(next({ state: 'asked', approvedUntil: null })).toBe('charter:send');
  expect(next({ state: 'pending', approvedUntil: null })).toBeNull();
  expect(next(far)).toBeNull();
  expect(next({})).toBe('renew');
  expect(next({ ...far, state: 'paused', pausedAs: 'own' })).toBe('profile:resume');
  expect(next({ ...far, state: 'paused', pausedAs: 'sanction' })).toBeNull();
});
