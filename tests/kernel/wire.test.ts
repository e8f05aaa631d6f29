import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { customId, customIdLimit, prefixesOf } from '../../src/kernel/wire.ts';

const approve = customId('onboarding:approve', { requestId: z.coerce.number().int().positive() });
const page = customId('members:page', { page: z.coerce.number().int().min(0), query: z.string() });

test('a custom id comes back as it left', () => {
  expect(approve.encode({ requestId: 42 })).toBe('onboarding:approve:42');
  expect(approve.decode('onboarding:approve:42')).toEqual({ requestId: 42 });
});

test.each([
  'onboarding:approve',
  'onboarding:approve:',
  'onboarding:approve:x',
  'onboarding:approve:-1',
  'onboarding:approve:1:2',
])('a forged or outdated custom id is refused: %s', (id) => expect(() => approve.decode(id)).toThrow());

test('whatever fits comes back, and what does not fit never leaves', () => {
  fc.assert(
    fc.property(fc.nat(), fc.string(), (number, query) => {
      const fits = !query.includes(':') && `members:page:${number}:${query}`.length <= customIdLimit;
      if (!fits) expect(() => page.encode({ page: number, query })).toThrow();
      else expect(page.decode(page.encode({ page: number, query }))).toEqual({ page: number, query });
    }),
  );
});

test.each<[string, string[]]>([
  ['onboarding:start', ['onboarding:start']],
  ['onboarding:approve:42', ['onboarding:approve:42', 'onboarding:approve']],
  ['promos:confirm:import:42', ['promos:confirm:import', 'promos:confirm']],
  ['nonsense', []],
  ['', []],
])('%o may have the prefixes %j', (id, prefixes) => expect(prefixesOf(id)).toEqual(prefixes));

test('an action may have a second word', () => {
  const address = customId('promos:confirm:import', { planId: z.coerce.number().int() });
  expect(address.encode({ planId: 42 })).toBe('promos:confirm:import:42');
  expect(address.decode('promos:confirm:import:42')).toEqual({ planId: 42 });
  expect(() => address.decode('promos:confirm:import:42:7')).toThrow();
});
