import { describe, expect, it } from 'vitest';
import { parseBlocks, parseInline } from '../../../src/sandbox/page/browser/markdown/parse.ts';

const id = '123456789012345678';
const text = (value: string) => ({ kind: 'text', text: value });

describe('inline markdown', () => {
  it.each([
    ['**a**', [{ kind: 'strong', children: [text('a')] }]],
    ['*a* _b_', [{ kind: 'em', children: [text('a')] }, text(' '), { kind: 'em', children: [text('b')] }]],
    ['***a***', [{ kind: 'em', children: [{ kind: 'strong', children: [text('a')] }] }]],
    ['__a__ ~~b~~', [{ kind: 'underline', children: [text('a')] }, text(' '), { kind: 'strike', children: [text('b')] }]],
    ['||**a**||', [{ kind: 'spoiler', children: [{ kind: 'strong', children: [text('a')] }] }]],
    ['`**a**`', [{ kind: 'code', text: '**a**' }]],
    ['snake_case_name', [text('snake_case_name')]],
    ['2 * 3 * 4', [text('2 * 3 * 4')]],
    ['\\*a\\* \\<@1>', [text('*a* <@1>')]],
    [
      `<@${id}><@!${id}>`,
      [
        { kind: 'user', id },
        { kind: 'user', id },
      ],
    ],
    [`<@&${id}> <#${id}>`, [{ kind: 'role', id }, text(' '), { kind: 'channel', id }]],
    [`</job post:${id}>`, [{ kind: 'command', name: 'job post', id }]],
    ['<t:1700000000:R>', [{ kind: 'time', seconds: 1_700_000_000, style: 'R' }]],
    ['@everyone', [{ kind: 'everyone', name: 'everyone' }]],
    ['[ici](https://simplon.co)', [{ kind: 'link', url: 'https://simplon.co', children: [text('ici')] }]],
    [
      '(https://simplon.co).',
      [text('('), { kind: 'link', url: 'https://simplon.co', children: [text('https://simplon.co')] }, text(').')],
    ],
    ['[x](javascript:alert(1))', [text('[x](javascript:alert(1))')]],
    ['<script>', [text('<script>')]],
  ])('reads %s', (source, nodes) => {
    expect(parseInline(source)).toEqual(nodes);
  });
});

describe('blocks', () => {
  const kinds = (source: string) => parseBlocks(source).map((block) => block.kind);

  it('tells headings, subtext, quotes, lists and fences apart', () => {
    expect(kinds('# a\n-# b\n> c\n- d\n```js\ne\n```\nf')).toEqual(['heading', 'subtext', 'quote', 'list', 'fence', 'lines']);
  });

  it('keeps what a fence holds as it is', () => {
    expect(parseBlocks('```ts\nconst a = "**b**";\n```')).toEqual([
      { kind: 'fence', language: 'ts', text: 'const a = "**b**";' },
    ]);
  });

  it('nests lists, and begins another when the marker changes', () => {
    const [bullets, numbers] = parseBlocks('- a\n  - b\n- c\n3. d\n4. e');
    expect(bullets).toMatchObject({ ordered: false, items: [{ children: { items: [{}] } }, { children: null }] });
    expect(numbers).toMatchObject({ ordered: true, start: 3, items: [{}, {}] });
  });

  it('quotes all that follows three marks', () => {
    expect(parseBlocks('>>> a\nb')).toEqual([{ kind: 'quote', blocks: [{ kind: 'lines', content: [text('a\nb')] }] }]);
  });

  it.each(['#a', '-#a', '>a', '-a', '```', '# '])('leaves %s as it is', (source) => {
    expect(parseBlocks(source)).toEqual([{ kind: 'lines', content: [text(source)] }]);
  });
});
