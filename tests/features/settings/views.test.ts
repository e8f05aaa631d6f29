import { describe, expect, test } from 'vitest';
import { groupFaults } from '../../../src/features/settings/rules/findings.ts';
import type { Needs } from '../../../src/features/settings/rules/needs.ts';
import { faultAlert } from '../../../src/features/settings/views/diagnostic.ts';
import { runReport, stillRunning } from '../../../src/features/settings/views/report.ts';
import { channelBound, roleBound, settingsCard } from '../../../src/features/settings/views/settings.ts';
import type { Step } from '../../../src/features/settings/wire.ts';
import { step } from '../../../src/features/settings/wire.ts';
import { type RoleKey, roleKeys } from '../../../src/kernel/role.ts';
import { monday } from '../../support/monday.ts';
import { guildWith, healthy, id, ids, requestsNeed, roleFacts } from './facts.ts';
import { limitsBroken } from './limits.ts';

const locales = ['fr', 'en'] as const;
const kept: Step = { did: 'kept', roles: 3, channels: 1 };
const every: readonly Step[] = [
  { did: 'created', what: 'role', key: 'learner', id: id(1), name: 'En formation', lacking: [] },
  { did: 'created', what: 'role', key: 'admin', id: id(2), name: 'Administration', lacking: ['ManageGuild'] },
  { did: 'created', what: 'category', key: 'Équipe', id: id(3), name: 'Équipe', lacking: [] },
  { did: 'adopted', what: 'channel', key: 'welcome', id: id(4) },
  { did: 'forgot', what: 'role', key: 'mentor', id: id(5) },
  { did: 'mended', what: 'overwrite', key: 'requests', id: id(6) },
  ...(['above', 'managed', 'dangerous', 'public', 'kind', 'blind', 'taken'] as const).map(
    (why): Step => ({ did: 'passed', what: 'role', key: 'alumni', id: id(7), why }),
  ),
  { did: 'refused', what: 'role', key: 'trainer', name: '**Formation** @everyone', why: 'forbidden', missing: ['ManageRoles'] },
  { did: 'refused', what: 'channel', key: 'alerts', name: 'alertes', why: 'full', missing: [] },
  { did: 'refused', what: 'overwrite', key: 'alerts', name: 'alerts', why: 'forbidden', missing: [] },
  { did: 'deployed' },
  { did: 'lost', why: 'guild' },
  { did: 'lost', why: 'audit_log' },
  kept,
];

describe('the report of a set-up', () => {
  test.each(locales)('says each kind of step, in %s', (locale) => {
    for (const line of every) {
      const shown = JSON.stringify(runReport([line], locale));
      expect(shown).not.toMatch(/undefined|\[object/);
      expect(limitsBroken(runReport([line], locale))).toEqual([]);
      expect(step.parse(JSON.parse(JSON.stringify(line)))).toEqual(line);
    }
    expect(limitsBroken(runReport(every, locale))).toEqual([]);
    expect(limitsBroken(stillRunning(locale))).toEqual([]);
  });

  test('tells nothing changed, done and partly done apart', () => {
    const headline = (report: readonly Step[]) => JSON.stringify(runReport(report, 'en'));
    expect(headline([kept])).toContain('Nothing changed');
    expect(headline([every[0] ?? kept, kept])).toContain('The set-up is done');
    expect(headline(every)).toContain('partly done');
  });

  test('names typed by people are shown as they were typed', () => {
    expect(JSON.stringify(runReport(every, 'fr'))).toContain('\\\\*\\\\*Formation');
  });

  test.each(locales)('of three hundred steps fits in a message and says how many are missing, in %s', (locale) => {
    const many = Array.from(
      { length: 300 },
      (_, index): Step => ({ did: 'adopted', what: 'role', key: 'learner', id: id(index) }),
    );
    const report = runReport(many, locale);
    expect(limitsBroken(report)).toEqual([]);
    expect(JSON.stringify(report)).toMatch(locale === 'fr' ? /et \d+ de plus/ : /and \d+ more/);
  });
});

describe('the card of the settings', () => {
  test.each(locales)('says what is bound, what is not and what was deleted, in %s', (locale) => {
    const { guild, needs, settings } = healthy();
    const shown = (changed: Partial<typeof settings>) =>
      JSON.stringify(
        settingsCard(
          {
            guild,
            needs,
            settings: { ...settings, ...changed },
            lastRun: { startedAt: monday, finishedAt: monday, report: every },
          },
          locale,
        ),
      );
    expect(shown({})).toContain(`<@&${ids.learnerRole}>`);
    expect(shown({})).toContain(`<#${ids.requests}>`);
    expect(shown({})).toContain(`<t:${monday.getTime() / 1000}:R>`);
    expect(shown({})).toContain(locale === 'fr' ? 'Il reste à régler' : 'Still to be settled');
    expect(shown({ roles: {} })).toContain(locale === 'fr' ? 'à choisir' : 'to be chosen');
    expect(shown({ channels: { requests: id(404) } })).toContain(
      locale === 'fr' ? 'supprimé de Discord' : 'deleted from Discord',
    );
  });

  test.each(locales)('of a server that binds far too much fits in a message, in %s', (locale) => {
    const roleIds = Array.from({ length: 30 }, (_, index) => id(1000 + index));
    const guild = guildWith({ roles: roleIds.map((roleId) => roleFacts({ id: roleId })) });
    const needs: Needs = {
      roles: roleKeys.map((key) => ({ key, name: key, permissions: [] })),
      channels: Array.from({ length: 40 }, (_, index) => ({ ...requestsNeed, key: `a_rather_long_key_${index}` })),
    };
    const roles = Object.fromEntries(roleKeys.map((key) => [key, roleIds])) as Record<RoleKey, string[]>;
    const settings = { ...healthy().settings, roles, channels: {} };
    expect(
      limitsBroken(
        settingsCard(
          { guild, needs, settings, lastRun: { startedAt: monday, finishedAt: null, report: [...every, ...every] } },
          locale,
        ),
      ),
    ).toEqual([]);
  });

  test.each(locales)('and the answers to a binding keep the limits, in %s', (locale) => {
    expect(limitsBroken(roleBound('project_manager', id(1), locale))).toEqual([]);
    const warned = channelBound(requestsNeed, id(1), ['ManageThreads', 'UseSoundboard'], locale);
    expect(limitsBroken(warned)).toEqual([]);
    expect(JSON.stringify(warned)).toContain(locale === 'fr' ? 'Gérer les fils' : 'Manage Threads');
  });
});

describe('the alert of faults', () => {
  const features = [{ name: 'onboarding', description: { fr: 'Identification', en: 'Identification' } }];

  test.each(locales)('groups what is alike, in %s', (locale) => {
    const faults = [1, 2, 3].map((row) => ({ key: `onboarding.settle:${row}`, code: 50013 }));
    const alert = faultAlert(groupFaults([...faults, { key: 'onboarding.card:9', code: 10003 }]), features, locale);
    expect(alert.content?.split('\n')).toHaveLength(3);
    expect(alert.content).toContain('3');
    expect(alert.content).not.toContain('onboarding.settle:1');
    expect(limitsBroken(alert)).toEqual([]);
  });

  test.each(locales)('of a thousand different refusals fits in a message, in %s', (locale) => {
    const faults = Array.from({ length: 1_000 }, (_, index) => ({ key: `feature.task${index}:1`, code: 40_000 + index }));
    expect(limitsBroken(faultAlert(groupFaults(faults), features, locale))).toEqual([]);
  });
});
