import { afterAll, beforeEach, expect, test } from 'vitest';
import { defaultTemplate } from '../../../src/features/catalogue/rules/template.ts';
import { addEntry } from '../../../src/features/catalogue/service/entry.ts';
import { expectedPromo, recordHolders } from '../../../src/features/invites/service/arrival.ts';
import { noticeVersion } from '../../../src/features/onboarding/rules.ts';
import { acceptRequest, refuseRequest } from '../../../src/features/onboarding/service/decision.ts';
import { askToJoin, choosePromo } from '../../../src/features/onboarding/service/promo.ts';
import { acceptNotice, chooseKind, submitRequest } from '../../../src/features/onboarding/service/request.ts';
import type { Kind } from '../../../src/kernel/kind.ts';
import { freshDatabase } from '../../support/database.ts';
import { monday as now } from '../../support/monday.ts';

const database = await freshDatabase();
const { db } = database;
afterAll(database.close);

const guildId = '900000000000000001';
const staffId = '900000000000000010';
const userId = '900000000000000011';
const who = { guildId, userId, isPresent: true };

let expectedId: number;
let otherId: number;
beforeEach(async () => {
  await database.pool.query('TRUNCATE guild, catalogue_entry, promo, member, consent, identification_request CASCADE');
  await db.guild.create({ data: { id: guildId, createdAt: now } });
  const by = { guildId, actorId: staffId, now };
  const courseId = (await addEntry(db, by, { kind: 'course', name: 'CDA' })).id;
  const campusId = (await addEntry(db, by, { kind: 'campus', name: 'Lille' })).id;
  const dates = { startsOn: new Date('2027-02-01'), endsOn: new Date('2027-08-01'), createdAt: now };
  const promo = (name: string) =>
    db.promo.create({ data: { guildId, courseId, campusId, name, ...dates, template: defaultTemplate } });
  expectedId = (await promo('CDA 1')).id;
  otherId = (await promo('CDA 2')).id;
  await db.member.create({ data: { guildId, userId, username: 'lea', displayName: 'Léa', joinedAt: now } });
  await recordHolders(db, { guildId, holders: [{ userId, promoId: expectedId }], now });
});

const expected = async () => (await expectedPromo(db, { guildId, userId }))?.name ?? null;

async function introduce(kind: Kind, promoId: number | null = null) {
  await acceptNotice(db, { ...who, version: noticeVersion, locale: 'fr', now });
  await chooseKind(db, { ...who, kind, locale: 'fr', now });
  if (promoId !== null) await choosePromo(db, { ...who, promoId, locale: 'fr' });
  const person = { firstName: 'Léa', lastName: 'Blanc', email: 'lea@exemple.fr' };
  const { request } = await submitRequest(db, { ...who, ...person, locale: 'fr', now });
  return { id: request?.id ?? 0, revision: request?.revision ?? 0 };
}
const decision = (requestId: number) => ({ guildId, requestId, staffId, now });

test.each([
  ['recruiter', null],
  ['candidate', null],
  ['staff', null],
  // They may enter a promo to come as what they are.
  ['alumni', 'CDA 1'],
] as const)('accepted as %s: expected in %s', async (kind, still) => {
  const { id, revision } = await introduce(kind);
  await acceptRequest(db, decision(id), revision);
  expect(await expected()).toBe(still);
});

test('accepted as a learner without a promo: still expected', async () => {
  const { id, revision } = await introduce('learner');
  await acceptRequest(db, decision(id), revision);
  expect(await expected()).toBe('CDA 1');
});

test('refused before anybody knew them: expected nowhere', async () => {
  const { id } = await introduce('learner', otherId);
  await refuseRequest(db, decision(id), 'Inconnue du centre.');
  expect(await expected()).toBeNull();
});

test('identified, and refused another promo: still expected; refused that one, no more', async () => {
  const { id, revision } = await introduce('learner');
  await acceptRequest(db, decision(id), revision);
  const join = async (promoId: number) => (await askToJoin(db, { ...who, promoId, locale: 'fr', now })).request?.id ?? 0;
  await refuseRequest(db, decision(await join(otherId)), 'Cette promo est complète.');
  expect(await expected()).toBe('CDA 1');
  await refuseRequest(db, decision(await join(expectedId)), 'Cette promo est complète.');
  expect(await expected()).toBeNull();
});
