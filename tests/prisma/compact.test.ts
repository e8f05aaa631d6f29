import { expect, test } from 'vitest';
import { compact, reorder } from '../../prisma/compact.ts';

// Arguments: one node with `id` (leads to itself, an enumeration) and `name`; results: one with `name`; one root.
const strings = ['Guild.findMany', 'unused', 'id', 'name', 'Kind'];
const graph = (id: number, name: number, kind: number, root: number) =>
  Buffer.from([1, 1, 1, 2, id, 4, 1, 1, kind + 1, 7, name, 4, 1, 0, 0, 1, 1, name, 0, 0, root, 1, 1]).toString('base64url');

test('names that are keys come first, and everything means what it meant', () => {
  const lighter = reorder(strings, graph(2, 3, 4, 0));
  expect(lighter.strings).toEqual(['name', 'id', 'Guild.findMany', 'unused', 'Kind']);
  expect(lighter.graph).toBe(graph(1, 0, 4, 2));
  expect(reorder(lighter.strings, lighter.graph)).toEqual(lighter);
});

test('a graph of another form is not guessed at, and a client without one stays as it is', async () => {
  expect(() => reorder(strings, `${graph(2, 3, 4, 0)}AAAA`)).toThrow('goes on');
  expect(() => reorder(strings, graph(2, 3, 4, 9))).toThrow('names nothing');
  expect(await compact('export const config = {}')).toEqual({ source: 'export const config = {}', compiler: null });
});
