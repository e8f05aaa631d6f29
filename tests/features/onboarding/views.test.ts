import { describe, expect, test } from 'vitest';
import type { Message } from '../../../src/discord/command.ts';
import { question, refusal } from '../../../src/features/onboarding/commands/decision.ts';
import { answerForm, identityForm } from '../../../src/features/onboarding/commands/presentation.ts';
import type { CardRequest } from '../../../src/features/onboarding/service/card.ts';
import { isDecided } from '../../../src/features/onboarding/service/decision.ts';
import type { Standing } from '../../../src/features/onboarding/service/request.ts';
import {
  answeredMessage,
  decided,
  lateMessage,
  postedCard,
  queueScreen,
  requestCard,
} from '../../../src/features/onboarding/views/card.ts';
import {
  arrivalMessage,
  changeScreen,
  decisionMessage,
  droppedScreen,
  halfwayMessage,
  openedMessage,
  panelMessage,
  questionMessage,
  quotation,
  standingScreen,
  withdrawnScreen,
} from '../../../src/features/onboarding/views/presentation.ts';
import {
  courseScreen,
  nothingToJoin,
  ownChooser,
  promoScreen,
  staffChooser,
} from '../../../src/features/onboarding/views/promo.ts';
import type { PromoChoice } from '../../../src/features/promos/service/joining.ts';
import type { Component } from '../../../src/sandbox/components.ts';
import { componentRules } from '../../../src/sandbox/rules/component.ts';
import { formRules } from '../../../src/sandbox/rules/form.ts';
import { messageRules } from '../../../src/sandbox/rules/message.ts';
import { enforce } from '../../../src/sandbox/rules/rule.ts';

/** Throws where Discord would refuse the message. */
function send(message: Message): void {
  const components = (message.components ?? []) as unknown as Component[];
  const { content = '', embeds = [], flags = 0 } = message;
  enforce(messageRules, { content, embeds, components, filenames: [], flags });
  enforce(componentRules, { components });
}

const guildId = '1592090689536000002';
const at = new Date('2027-01-11T08:00:00Z');

/** The longest of everything that the rules let in. */
const request: CardRequest = {
  id: 2_147_483_647,
  guildId,
  userId: '1592090689536000009',
  status: 'pending',
  kind: 'learner',
  firstName: `${"É-'".repeat(16)}ab`,
  lastName: 'W'.repeat(50),
  email: `${'a'.repeat(64)}@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.fr`,
  locale: 'fr',
  revision: 2_147_483_647,
  question: '*'.repeat(1_000),
  answer: '#'.repeat(1_000),
  reason: '\n'.repeat(10) + '_'.repeat(990),
  createdAt: at,
  submittedAt: at,
  decidedAt: at,
  decidedBy: '1592090689536000010',
  formerKind: null,
  cardChannelId: '1592090689536000011',
  cardMessageId: '1592090689536000012',
  shortfalls: ['nickname', 'untold', 'left', 'role:learner', 'role:newcomer', 'role:candidate'],
  staffRemindedAt: null,
  personRemindedAt: null,
  byCode: false,
  promoId: null,
  isJoin: false,
  joinResult: null,
  calledPromoIds: [],
  promo: null,
  identifiedAs: null,
  learnsIn: [],
};
const place = { guildId, isThread: false, welcomeId: '1592090689536000013' };
const statuses = ['draft', 'pending', 'asked', 'accepted', 'refused', 'cancelled'] as const;
const identity = { kind: request.kind, firstName: request.firstName, lastName: request.lastName, email: request.email };

describe.each(['fr', 'en'] as const)('in %s, Discord takes', (locale) => {
  test('the panel and what is told', () => {
    for (const message of [
      panelMessage(locale),
      withdrawnScreen(guildId, locale),
      arrivalMessage(guildId, request.userId, locale),
      halfwayMessage(request, { place, locale }),
      halfwayMessage({ ...request, kind: null, firstName: null }, { place, locale }),
      openedMessage({ place, locale }),
      questionMessage(request, { place: { ...place, isThread: true, welcomeId: null }, locale }, true),
      lateMessage({ requests: Array.from({ length: 10 }, () => request), total: 99, lastSentAt: at, managerIds: [] }, locale),
      answeredMessage(request, locale),
      droppedScreen(locale),
      lateMessage({ requests: [{ ...request, cardMessageId: null }], total: 1, lastSentAt: at, managerIds: [] }, locale),
      decided('x', 3, locale),
    ])
      send(message);
    expect(panelMessage(locale).embeds?.[0]?.description?.split('\n')).toHaveLength(5);
  });

  test.each(statuses)('every screen and card of a request that is %s', (status) => {
    const standing = (over: Partial<Standing>): Standing => ({
      identity: null,
      identifiedAt: over.identity ? at : null,
      hasConsented: true,
      request: null,
      promo: null,
      canJoin: false,
      ...over,
    });
    for (const shown of [
      standing({}),
      standing({ hasConsented: false }),
      standing({ identity }),
      standing({ request: { ...request, status } }),
      standing({ request: { ...request, status }, hasConsented: false }),
      standing({ request: { ...request, status, kind: null, firstName: null, lastName: null, email: null, submittedAt: null } }),
      standing({ identity, request: { ...request, status } }),
    ]) {
      send(standingScreen(shown, guildId, locale));
      send(changeScreen(shown, guildId, locale));
    }
    send(requestCard({ ...request, status }, locale));
    send(requestCard({ ...request, status, decidedBy: null }, locale));
    send(queueScreen({ request: { ...request, status }, at: 1, total: 3 }, locale));
    const closed = { ...request, status, locale };
    expect(isDecided(closed)).toBe(!['draft', 'pending', 'cancelled'].includes(status));
    if (!isDecided(closed)) return;
    for (const isOpen of [true, false])
      for (const isThread of [true, false])
        send(decisionMessage(closed, { isOpen, promo: null, place: { ...place, isThread }, locale }));
  });

  test('the forms', () => {
    const filled = { first_name: request.firstName, last_name: request.lastName, email: request.email };
    for (const modal of [
      identityForm.open(locale, { guildId }, filled),
      answerForm.open(locale, { guildId }, { ...filled, question: quotation(request.question ?? '') }),
      refusal.open(locale, { requestId: request.id }),
      question.open(locale, { requestId: request.id }),
    ])
      enforce(formRules, modal as unknown as { components: Component[] });
  });
});

test('a closed request has nothing left to press', () => {
  for (const status of ['accepted', 'refused', 'cancelled'] as const) {
    expect(requestCard({ ...request, status }, 'fr').components).toEqual([]);
  }
});

test('the card keeps the address out of the channel, and shows what staff typed as text', () => {
  const card = JSON.stringify(requestCard({ ...request, status: 'refused', reason: '**<@&1> https://x**' }, 'fr'));
  expect(card).not.toContain(request.email);
  expect(card).toContain('\\\\*\\\\*\\\\<\\\\@&1\\\\>');
});

test('the address is never whole in what may stay in a direct message or a thread', () => {
  const none = { promo: null, canJoin: false };
  const shown = [
    standingScreen({ identity: null, identifiedAt: null, hasConsented: true, request, ...none }, guildId, 'fr'),
    standingScreen({ identity, identifiedAt: at, hasConsented: true, request: null, ...none }, guildId, 'fr'),
    changeScreen(
      { identity, identifiedAt: at, hasConsented: true, request: { ...request, status: 'draft' }, ...none },
      guildId,
      'fr',
    ),
  ];
  for (const screen of shown) {
    const words = JSON.stringify(screen).replaceAll('\\', '');
    expect(words).not.toContain(request.email);
    expect(words).toContain(`a…${request.email.slice(request.email.indexOf('@'))}`);
  }
});

test('what staff change in the queue changes that page of it', () => {
  const page = JSON.stringify(queueScreen({ request, at: 7, total: 9 }, 'fr'));
  expect(page).toContain(`onboarding:page_as:${request.id}:7`);
  expect(page).not.toContain('onboarding:as:');
});

describe('with a promo', () => {
  const long = '*'.repeat(80);
  const dates = {
    fr: 'du mercredi 30 septembre 2027 au mercredi 30 septembre 2029',
    en: 'from Wednesday 30 September 2027 to Wednesday 30 September 2029',
  };
  const promo: PromoChoice = {
    id: 2_147_483_647,
    name: long,
    course: long,
    campus: long,
    remote: true,
    managerId: '1592090689536000020',
    isJoinable: true,
    hasBegun: false,
    hasSpace: false,
    start: { fr: 'mercredi 30 septembre 2027', en: 'Wednesday 30 September 2027' },
    dates,
  };
  const named: CardRequest = {
    ...request,
    promoId: promo.id,
    promo,
    identifiedAs: 'alumni',
    learnsIn: Array.from({ length: 10 }, () => long),
  };
  const fields = (message: Message) => JSON.stringify(message.embeds);

  test.each(['fr', 'en'] as const)('every screen, card and message in %s is one that Discord takes', (locale) => {
    const courses = Array.from({ length: 25 }, (_, index) => ({ id: index + 1, name: long, promos: 60 }));
    const promos = Array.from({ length: 25 }, (_, index) => ({ ...promo, id: index + 1 }));
    for (const aim of ['identify', 'join'] as const)
      for (const isKnown of [true, false]) {
        const chooser = ownChooser({ guildId, aim, request: named, isKnown }, locale, { fr: long, en: long });
        for (const at of [0, 4_000, 9_999]) {
          send(courseScreen({ courses, total: 250_000, page: at }, { size: 25, chosen: promo }, chooser, locale));
          send(promoScreen({ courseId: promo.id, promos, total: 250_000, page: at }, 25, chooser, locale));
        }
        send(courseScreen({ courses: [], total: 0, page: 0 }, { size: 25 }, chooser, locale));
      }
    send(courseScreen({ courses, total: 75, page: 1 }, { size: 25 }, staffChooser(named, locale), locale));
    send(promoScreen({ courseId: 1, promos, total: 75, page: 1 }, 25, staffChooser(named, locale), locale));
    send(nothingToJoin(locale));
    send(droppedScreen(locale, { isJoin: true }));
    send(
      lateMessage(
        { requests: [named], total: 1, lastSentAt: at, managerIds: Array.from({ length: 25 }, () => named.userId) },
        locale,
      ),
    );
    for (const isJoin of [true, false])
      for (const status of statuses) {
        const shown = { ...named, status, isJoin };
        send(postedCard(shown, locale, promo.managerId));
        send(queueScreen({ request: shown, at: 1, total: 3 }, locale));
        for (const joinResult of ['joined', 'already', 'over', 'elsewhere', null] as const) {
          send(requestCard({ ...shown, joinResult }, locale));
          const closed = { ...shown, joinResult, locale };
          if (isDecided(closed)) send(decisionMessage(closed, { isOpen: true, promo, place, locale }));
        }
        const standing = { identity, identifiedAt: at, hasConsented: true, request: shown, promo, canJoin: true };
        send(standingScreen(standing, guildId, locale));
        send(changeScreen({ ...standing, identity: null }, guildId, locale));
      }
  });

  test('nothing that staff typed is markdown or a mention, and only the manager can be called, while it waits', () => {
    const typed = { ...named, promo: { ...promo, name: '<@&1> **x**' } };
    const card = postedCard(typed, 'fr', promo.managerId);
    expect(JSON.stringify(card)).not.toContain('<@&1> **x**');
    expect(card.allowed_mentions).toEqual({ parse: [], users: [promo.managerId] });
    expect(postedCard(typed, 'fr', null)).toMatchObject({ content: expect.stringContaining(`<@${promo.managerId}>`) });
    expect(postedCard(typed, 'fr', null).allowed_mentions).toBeUndefined();
    for (const status of ['accepted', 'refused', 'cancelled'] as const)
      expect(JSON.stringify(postedCard({ ...typed, status }, 'fr', null))).not.toContain(`<@${promo.managerId}>`);
  });

  test('staff read what accepting will do, and afterwards why it did not', () => {
    const card = (over: Partial<CardRequest>) => fields(requestCard({ ...named, ...over }, 'en'));
    expect(card({})).toContain('Accepting adds the promo');
    expect(card({ identifiedAs: null })).toContain('without adding the promo');
    expect(card({ learnsIn: [] })).not.toContain('Already learns in');
    expect(card({ promo: { ...promo, isJoinable: false } })).toContain('will not let the person');
    expect(card({ isJoin: true })).toContain('Identity already confirmed (Alumni)');
    expect(card({ promo: null, promoId: null })).toContain('None was chosen');
    expect(card({ promo: null, promoId: null, kind: 'recruiter' })).not.toContain('None was chosen');
    expect(card({ status: 'accepted', joinResult: 'over' })).toContain('has ended or was cancelled');
    expect(card({ status: 'accepted', joinResult: 'elsewhere' })).toContain('already learn in another promo');
    expect(card({ status: 'accepted', joinResult: 'joined', shortfalls: [] })).not.toContain('What could not be done');
  });

  test('the person is told what happens next', () => {
    const told = (over: Partial<CardRequest>, promoNow: PromoChoice | null = promo) => {
      const closed = { ...named, status: 'accepted' as const, ...over };
      if (!isDecided(closed)) throw new Error('not decided');
      return decisionMessage(closed, { isOpen: true, promo: promoNow, place, locale: 'en' }).content;
    };
    expect(told({ joinResult: 'joined' })).toMatch(
      /^Welcome, .*\nYou are in the promo .* on the first day, Wednesday 30 September 2027\.$/s,
    );
    expect(told({ joinResult: 'joined' }, { ...promo, hasSpace: true })).toContain('its channels are open to you');
    expect(told({ joinResult: 'joined', isJoin: true })).toMatch(/^Good news/);
    expect(told({ joinResult: 'over', isJoin: true })).toMatch(/have answered your request.*you do not enter it/s);
    expect(told({ joinResult: 'elsewhere' })).toContain('is not added to it');
    expect(told({ joinResult: null }, null)).not.toContain('promo');
  });
});
