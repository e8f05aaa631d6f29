import { createRequire } from 'node:module';

type Suffixes = Pick<typeof import('tldts'), 'parse'>;

const load = createRequire(import.meta.url);
let suffixes: Suffixes | undefined;

/** By the Public Suffix List, which takes megabytes: it is read when the first address is. */
export const parse: Suffixes['parse'] = (address, options) => {
  suffixes ??= load('tldts') as Suffixes;
  return suffixes.parse(address, options);
};
