import { expect, test } from 'vitest';
import { causeOfAbsence, stepOf } from '../../../src/features/invites/rules.ts';

const at = new Date('2027-01-11T08:00:00Z');
const listed = new Set(['there']);

test.each([
  ['asked for', { deadAt: null, code: null, begunAt: null }, 'make'],
  ['cut while it was made', { deadAt: null, code: null, begunAt: at }, 'make'],
  ['alive', { deadAt: null, code: 'there', begunAt: null }, 'nothing'],
  ['alive here, gone there', { deadAt: null, code: 'lost', begunAt: null }, 'missing'],
  ['dead here, alive there', { deadAt: at, code: 'there', begunAt: null }, 'delete'],
  ['dead while it was made', { deadAt: at, code: null, begunAt: at }, 'delete'],
  ['dead everywhere', { deadAt: at, code: null, begunAt: null }, 'nothing'],
] as const)('an invite that is %s', (_name, invite, step) => expect(stepOf(invite, listed)).toBe(step));

test('what Discord no longer has was used up when those who came since are all that it had left', () => {
  expect(causeOfAbsence({ uses: 4, maxUses: 5, arrived: 0 }, false)).toBe('used_up');
  expect(causeOfAbsence({ uses: 3, maxUses: 5, arrived: 0 }, false)).toBe('gone');
  expect(causeOfAbsence({ uses: 3, maxUses: 5, arrived: 2 }, false)).toBe('used_up');
  expect(causeOfAbsence({ uses: 0, maxUses: 30, arrived: 30 }, false)).toBe('used_up');
  expect(causeOfAbsence({ uses: 0, maxUses: 30, arrived: 28 }, false)).toBe('gone');
  expect(causeOfAbsence({ uses: 40, maxUses: 0, arrived: 9 }, false)).toBe('gone');
  expect(causeOfAbsence({ uses: 4, maxUses: 5, arrived: 1 }, true)).toBe('gone');
});
