import { expect, test } from 'vitest';
import { usedIn } from '../../../src/features/jobsearch/rules/words.ts';

const stems = new Map([
  ['reseau', 'reseau'],
  ['reseaux', 'reseau'],
  ['administration', 'administr'],
]);
const waysOf = (...ways: string[]) =>
  usedIn([{ typed: 'reseau', ways: ways.map((way) => way.split(' ')) }], stems)[0]?.ways.map((way) => way.join(' '));

test.each([
  ['the same stem twice', ['reseau', 'reseaux'], ['reseau']],
  ['a longer way that asks for more', ['reseau', 'administration reseaux', 's0reseau'], ['reseau', 's0reseau']],
  ['the shorter one behind', ['administration reseau', 'reseaux'], ['reseaux']],
  ['a word that no offer has', ['reseau', 'network'], ['reseau']],
  ['nothing that an offer has: the first, so that something is asked', ['network', 'netzwerk'], ['network']],
])('%s', (_, ways, used) => expect(waysOf(...ways)).toEqual(used));
