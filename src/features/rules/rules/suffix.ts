// Under another name: the bundle that tests are run from has its own.
import { createRequire as requireFrom } from 'node:module';

type Suffixes = Pick<typeof import('tldts'), 'parse'>;

const load = requireFrom(import.meta.url);
let suffixes: Suffixes | undefined;

/** By the Public Suffix List, which takes megabytes: it is read when the first link is. */
export const parse: Suffixes['parse'] = (address, options) => {
  suffixes ??= load('tldts') as Suffixes;
  return suffixes.parse(address, options);
};
