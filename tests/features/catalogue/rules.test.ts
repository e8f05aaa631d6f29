import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isName, tidyName } from '../../../src/features/catalogue/rules/name.ts';
import { parsePosts, writePosts } from '../../../src/features/catalogue/rules/outline.ts';
import { templateFrom } from '../../../src/features/catalogue/rules/reading.ts';
import {
  channelsOf,
  defaultTemplate,
  fill,
  type Post,
  tagsOf,
  template,
  variantOf,
} from '../../../src/features/catalogue/rules/template.ts';

test('the default template is one, has its general post, and a variant for each way of learning', () => {
  expect(template.parse(defaultTemplate)).toEqual(defaultTemplate);
  const names = (isRemote: boolean) => channelsOf(variantOf(defaultTemplate, isRemote)).map(({ key }) => key);
  expect(names(false)).toEqual(['forum', 'team', 'sos', 'talk', 'demand']);
  expect(names(true)).toEqual(['forum', 'team', 'class', 'room', 'sos', 'talk', 'demand']);
  const [forum] = channelsOf(defaultTemplate);
  expect(forum?.posts.map(({ title }) => title)).toEqual(['Général', 'Absences et retards', 'Signature', 'Détente', 'Projets']);
  expect(forum && tagsOf(forum)).toEqual(['Informations', 'Entraide']);
});

test('words in braces become the promo’s own, and nothing else does', () => {
  const filling = { promo: 'CDA {start}', course: 'CDA', campus: 'Lille', start: '1er', end: '2' };
  expect(fill('{promo} {campus} {autre} {end}', filling)).toBe('CDA {start} Lille {autre} 2');
});

describe('posts as lines', () => {
  const word = fc
    .string({ minLength: 1, maxLength: 15, unit: fc.constantFrom(...'abné 1!?|\\'.split('')) })
    .filter((text) => text.trim() === text && text !== '');
  const post = fc.record({ title: word, content: fc.array(word, { minLength: 1, maxLength: 3 }), tag: fc.option(word) });

  test('what is written is read back', () => {
    fc.assert(
      fc.property(fc.uniqueArray(post, { maxLength: 8, selector: ({ title }) => title }), (made) => {
        const posts: Post[] = made.map(({ content, ...rest }, index) => ({
          ...rest,
          content: content.join('\n'),
          key: `key${index}`,
        }));
        expect(parsePosts(writePosts(posts), posts, { isSpoken: true })).toEqual({ posts, problems: [] });
      }),
    );
  });

  test.each([
    ['Titre', [{ line: 1, why: 'shape' }]],
    ['a | b | c | d', [{ line: 1, why: 'shape' }]],
    ['| b', [{ line: 1, why: 'shape' }]],
    [`ok | ok\n\n${'t'.repeat(91)} | x`, [{ line: 3, why: 'long' }]],
    [`a | ${'t'.repeat(21)} | x`, [{ line: 1, why: 'long' }]],
  ])('%j is refused with its line', (typed, problems) => {
    expect(parsePosts(typed, [], { isSpoken: true }).problems).toEqual(problems);
  });

  test('what people type of a backslash is kept, and only what it must mean is more', () => {
    const [post] = parsePosts('\\o/ \\| C:\\\\new | Bonjour\\nà tous \\o/', [], { isSpoken: false }).posts;
    expect(post).toEqual({ key: 'post1', title: '\\o/ | C:\\new', content: 'Bonjour\nà tous \\o/', tag: null });
    expect(parsePosts('a\\nb | c', [], { isSpoken: false }).problems).toEqual([{ line: 1, why: 'shape' }]);
  });

  test('a renamed post is another, the first of all is the general one where the bot may speak', () => {
    const former = [{ key: 'general', title: 'Général', content: 'x', tag: null }];
    expect(parsePosts('Nouvelles | x', former, { isSpoken: true }).posts[0]?.key).toBe('post1');
    const keys = (isSpoken: boolean) => parsePosts('Nouvelles | x\nAutre | y', [], { isSpoken }).posts.map(({ key }) => key);
    expect(keys(true)).toEqual(['general', 'post1']);
    expect(keys(false)).toEqual(['post1', 'post2']);
  });
});

test.each([
  ['  a\n\tb  ', 'a b'],
  ['@everyone', 'everyone'],
  ['<@123>', '@123'],
  ['\u202Eabc', 'abc'],
])('the name %j is kept as %j', (typed, kept) => expect(tidyName(typed)).toBe(kept));

test('a name has a letter or a digit', () => expect([isName('—'), isName('É'), isName('1')]).toEqual([false, true, true]));

test('the general post of a category that was read is in the first forum that learners see, once', () => {
  const posts = [{ title: 'Premier', content: 'x', tag: null }];
  const forum = (learner: 'none' | 'answer') => ({
    kind: 'forum' as const,
    name: 'forum',
    topic: '',
    levels: { learner, trainer: 'write' as const },
    posts,
  });
  const read = channelsOf(templateFrom([forum('none'), forum('answer'), forum('answer')]));
  expect(read.map((channel) => channel.posts.map(({ key }) => key))).toEqual([['post1'], ['general'], ['post1']]);
});

test('whatever is read of a category is a template', () => {
  const level = fc.constantFrom('none', 'read', 'answer', 'write');
  const seen = fc.record({
    kind: fc.constantFrom('forum' as const, 'text' as const, 'voice' as const),
    name: fc.string({ minLength: 1, maxLength: 100 }).filter((name) => name.slice(0, 90).trim() !== ''),
    topic: fc.string({ maxLength: 1_024 }),
    levels: fc.record({ learner: level, trainer: level }),
    posts: fc.array(
      fc.record({
        title: fc.string({ minLength: 1, maxLength: 100 }).filter((title) => title.slice(0, 90).trim() !== ''),
        content: fc.string({ maxLength: 2_000 }),
        tag: fc.option(fc.constantFrom('a', 'b')),
      }),
      { maxLength: 20 },
    ),
  });
  fc.assert(
    fc.property(fc.array(seen, { minLength: 1, maxLength: 25 }), (channels) => {
      expect(template.safeParse(templateFrom(channels)).success).toBe(true);
    }),
  );
});
