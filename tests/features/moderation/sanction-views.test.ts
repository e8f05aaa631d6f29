import { ComponentType } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import type { ModerationCase, ServerRule } from '../../../prisma/client/client.ts';
import { longestReason } from '../../../src/features/moderation/commands/act.ts';
import type { Preview } from '../../../src/features/moderation/service/plan.ts';
import { doneScreen, planScreen, releaseScreen } from '../../../src/features/moderation/views/plan.ts';
import {
  alertMessage,
  liftedMessage,
  type Told,
  toldContent,
  toldMessage,
  undoneMessage,
} from '../../../src/features/moderation/views/told.ts';
import type { Sanction } from '../../../src/features/moderation/wire.ts';
import { caseKindKeys, measures } from '../../../src/kernel/moderation.ts';
import { monday } from '../../support/monday.ts';

const id = '9'.repeat(19);
const typed = '*'.repeat(longestReason);
const rule: ServerRule = {
  id: 2_147_483_647,
  guildId: id,
  number: 25,
  title: '_'.repeat(80),
  titleEn: '_'.repeat(80),
  body: '',
  bodyEn: '',
  retiredAt: null,
  createdAt: monday,
  updatedAt: monday,
};
const told: Told = {
  guildId: id,
  server: '*'.repeat(100),
  kind: 'tempban',
  reason: typed,
  rule,
  seconds: 27 * 86_400 + 3_600,
  endsAt: monday,
  appealDays: 30,
  code: 'ABCDE-FGHJK',
};
const one = {
  id: 2_147_483_647,
  number: 2_147_483_647,
  kind: 'timeout',
  userId: id,
  createdAt: monday,
  points: 1_000,
  failure: 'forbidden',
};
const aCase = one as unknown as ModerationCase;
const preview: Preview = {
  setting: {
    pointsLow: 1_000,
    pointsMedium: 1_000,
    pointsHigh: 1_000,
    timeoutAt: 999,
    removalAt: 1_000,
    decayDays: 365,
    evidenceDays: 365,
    appealDays: 30,
  },
  cases: Array.from({ length: 5 }, () => aCase),
  total: 1_000_000,
  points: 1_000_000,
  rules: Array.from({ length: 25 }, (_, index) => ({ ...rule, id: index + 1 })),
  rule,
  ended: aCase,
};
const deed: Sanction = {
  do: 'sanction',
  kind: 'warning',
  severity: 'high',
  reason: typed,
  ruleId: 1,
  evidenceId: 1,
  behalfId: id,
  seconds: null,
  deleteSeconds: 604_800,
  source: null,
};
const plan = { id: 2_147_483_647, targetId: id, deed, version: 2_147_483_647 };

/** Of a message made of components: all that is read in it counts together. https://docs.discord.com/developers/components/reference#text-display */
const textOf = (component: object): number => {
  const { type, content, components = [] } = component as { type: number; content?: string; components?: object[] };
  return (
    (type === ComponentType.TextDisplay ? (content?.length ?? 0) : 0) + components.reduce((sum, inner) => sum + textOf(inner), 0)
  );
};

describe.each(['fr', 'en'] as const)('at their longest, in %s', (locale) => {
  test.each(caseKindKeys)('what is told of a %s fits in a message', (kind) => {
    const message = toldMessage({ ...told, kind }, { caseId: 2_147_483_647, rulesChannelId: id }, locale);
    expect(message.content?.length).toBeLessThanOrEqual(2_000);
    expect(liftedMessage(told.server, kind, typed, locale).content?.length).toBeLessThanOrEqual(2_000);
  });

  test.each(measures)('the preview of a %s fits, with the choice of a rule', (kind) => {
    const read = kind === 'note' ? null : toldContent({ ...told, kind, code: null }, locale);
    const screen = planScreen(plan, { ...deed, kind, seconds: 86_400 }, { preview, read, now: monday }, locale);
    expect(screen.components?.reduce((sum, component) => sum + textOf(component), 0)).toBeLessThanOrEqual(4_000);
    expect(JSON.stringify(screen)).toContain('moderation:confirm:2147483647:2147483647');
  });

  test('the others too', () => {
    const release = { do: 'release', reason: typed, caseId: 1 } as const;
    for (const screen of [releaseScreen({ ...plan, deed: release }, release, preview, locale), doneScreen(aCase, locale)])
      expect(screen.components?.reduce((sum, component) => sum + textOf(component), 0)).toBeLessThanOrEqual(4_000);
    const released = { ...one, rule: null, released: aCase, kind: 'release' } as never;
    for (const message of [
      undoneMessage(told.server, locale),
      alertMessage(released, locale),
      alertMessage({ ...one, rule: null, released: null } as never, locale),
    ])
      expect(message.content?.length).toBeLessThanOrEqual(2_000);
  });

  test('a proposal appears only where it is more than what was chosen', () => {
    const offered = (kind: Sanction['kind'], points: number) =>
      JSON.stringify(
        planScreen(plan, { ...deed, kind, severity: null }, { preview: { ...preview, points }, read: '', now: monday }, locale),
      )
        .match(/act:step:\d+:\w+/g)
        ?.map((found) => found.replace(/.*:/, '')) ?? [];
    expect([offered('warning', 998), offered('warning', 999), offered('warning', 1_000)]).toEqual([
      [],
      ['timeout'],
      ['timeout', 'kick'],
    ]);
    expect([offered('timeout', 999), offered('timeout', 1_000), offered('kick', 1_000), offered('note', 1_000)]).toEqual([
      [],
      ['kick'],
      [],
      [],
    ]);
  });
});
