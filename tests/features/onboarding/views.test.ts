import { describe, expect, test } from 'vitest';
import type { Message } from '../../../src/discord/command.ts';
import { question, refusal } from '../../../src/features/onboarding/commands/decision.ts';
import { answerForm, identityForm } from '../../../src/features/onboarding/commands/presentation.ts';
import type { CardRequest } from '../../../src/features/onboarding/service/card.ts';
import { isDecided } from '../../../src/features/onboarding/service/decision.ts';
import type { Standing } from '../../../src/features/onboarding/service/request.ts';
import { answeredMessage, decided, lateMessage, queueScreen, requestCard } from '../../../src/features/onboarding/views/card.ts';
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
