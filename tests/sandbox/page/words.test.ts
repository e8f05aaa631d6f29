import { expect, it } from 'vitest';
import { wordsFor } from '../../../src/sandbox/page/browser/words.ts';

const shown = (locale: string): string[] =>
  Object.values(wordsFor(locale)).map((words) =>
    typeof words === 'string' ? words : (words as (...values: unknown[]) => string)('name', 2),
  );

it('never parts a French mark from its word', () => {
  const french = shown('fr');
  expect(french.filter((text) => / [:;!?»]|« /.test(text))).toEqual([]);
  expect(french.filter((text) => text.includes('\u00a0')).length).toBeGreaterThan(3);
  expect(shown('en-GB').filter((text) => text.includes('\u00a0'))).toEqual([]);
});
