/** Discord's markdown, https://support.discord.com/hc/en-us/articles/210298617, read into a tree: nothing here makes HTML. */

export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'strong' | 'em' | 'underline' | 'strike' | 'spoiler'; children: Inline[] }
  | { kind: 'code'; text: string }
  | { kind: 'link'; url: string; children: Inline[] }
  | { kind: 'user' | 'role' | 'channel'; id: string }
  | { kind: 'command'; name: string; id: string }
  | { kind: 'everyone'; name: string }
  | { kind: 'emoji'; name: string }
  | { kind: 'time'; seconds: number; style: string };

export type Item = { content: Inline[]; children: List | null };
export type List = { kind: 'list'; ordered: boolean; start: number; items: Item[] };

export type Block =
  | { kind: 'lines'; content: Inline[] }
  | { kind: 'heading'; level: 1 | 2 | 3; content: Inline[] }
  | { kind: 'subtext'; content: Inline[] }
  | List
  | { kind: 'quote'; blocks: Block[] }
  | { kind: 'fence'; language: string; text: string };

type Rule = { pattern: RegExp; read(match: RegExpExecArray): Inline };

const wrap = (kind: 'strong' | 'em' | 'underline' | 'strike' | 'spoiler', text: string): Inline => ({
  kind,
  children: parseInline(text),
});

/** In order: the first that matches at the position wins. All are sticky. */
const rules: Rule[] = [
  { pattern: /\\([^0-9A-Za-z\s])/y, read: ([, text = '']) => ({ kind: 'text', text }) },
  { pattern: /(`+)([\s\S]*?[^`])\1(?!`)/y, read: ([, , text = '']) => ({ kind: 'code', text: text.replace(/^ (.*) $/, '$1') }) },
  { pattern: /<@!?(\d{17,20})>/y, read: ([, id = '']) => ({ kind: 'user', id }) },
  { pattern: /<@&(\d{17,20})>/y, read: ([, id = '']) => ({ kind: 'role', id }) },
  { pattern: /<#(\d{17,20})>/y, read: ([, id = '']) => ({ kind: 'channel', id }) },
  { pattern: /<\/([^:>\n]{1,98}):(\d{17,20})>/y, read: ([, name = '', id = '']) => ({ kind: 'command', name, id }) },
  { pattern: /<a?:(\w{2,32}):\d{17,20}>/y, read: ([, name = '']) => ({ kind: 'emoji', name }) },
  {
    pattern: /<t:(-?\d{1,13})(?::([tTdDfFRsS]))?>/y,
    read: ([, seconds = '0', style = 'f']) => ({ kind: 'time', seconds: Number(seconds), style }),
  },
  { pattern: /@(everyone|here)/y, read: ([, name = '']) => ({ kind: 'everyone', name }) },
  {
    pattern: /\[((?:\\.|[^[\]\\\n])+)\]\(\s*<?(https?:\/\/[^\s)>]+)>?(?:\s+"[^"]*")?\s*\)/y,
    read: ([, label = '', url = '']) => ({ kind: 'link', url, children: parseInline(label) }),
  },
  {
    pattern: /<(https?:\/\/[^\s>]+)>/y,
    read: ([, url = '']) => ({ kind: 'link', url, children: [{ kind: 'text', text: url }] }),
  },
  {
    pattern: /https?:\/\/[^\s<]*[^<.,:;"')\]\s]/y,
    read: ([url]) => ({ kind: 'link', url, children: [{ kind: 'text', text: url }] }),
  },
  {
    pattern: /\*\*\*((?:\\[\s\S]|[^\\*])+?)\*\*\*/y,
    read: ([, text = '']) => ({ kind: 'em', children: [wrap('strong', text)] }),
  },
  { pattern: /\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/y, read: ([, text = '']) => wrap('strong', text) },
  { pattern: /__((?:\\[\s\S]|[^\\])+?)__(?!_)/y, read: ([, text = '']) => wrap('underline', text) },
  { pattern: /~~([\s\S]+?)~~(?!~)/y, read: ([, text = '']) => wrap('strike', text) },
  { pattern: /\|\|([\s\S]+?)\|\|/y, read: ([, text = '']) => wrap('spoiler', text) },
  { pattern: /\*(?=\S)((?:\*\*|\\[\s\S]|[^*\\])+?)(?<!\s)\*(?!\*)/y, read: ([, text = '']) => wrap('em', text) },
  { pattern: /(?<![A-Za-z0-9_])_((?:__|\\[\s\S]|[^\\_])+?)_(?![A-Za-z0-9_])/y, read: ([, text = '']) => wrap('em', text) },
];

export function parseInline(source: string): Inline[] {
  const nodes: Inline[] = [];
  let text = '';
  const flush = () => {
    if (text) nodes.push({ kind: 'text', text });
    text = '';
  };
  let at = 0;
  while (at < source.length) {
    const found = firstMatch(source, at);
    if (!found) {
      text += source[at];
      at += 1;
      continue;
    }
    if (found.node.kind === 'text') text += found.node.text;
    else {
      flush();
      nodes.push(found.node);
    }
    at += found.length;
  }
  flush();
  return nodes;
}

function firstMatch(source: string, at: number): { node: Inline; length: number } | null {
  for (const { pattern, read } of rules) {
    pattern.lastIndex = at;
    const match = pattern.exec(source);
    // Reading may recurse into the same sticky patterns, so the length is taken from the match and not from lastIndex.
    if (match) return { node: read(match), length: match[0].length };
  }
  return null;
}

const itemPattern = /^( *)([-*]|\d{1,9}\.) +(.*)$/;

export function parseBlocks(source: string): Block[] {
  const blocks: Block[] = [];
  const fence = /```(?:([\w+#.-]{1,24})\n)?\n?([\s\S]*?)\n?```/g;
  let from = 0;
  for (const match of source.matchAll(fence)) {
    if (!match[2]) continue;
    blocks.push(...parseLines(source.slice(from, match.index).replace(/\n$/, '')));
    blocks.push({ kind: 'fence', language: match[1] ?? '', text: match[2] });
    from = match.index + match[0].length;
    if (source[from] === '\n') from += 1;
  }
  blocks.push(...parseLines(source.slice(from)));
  return blocks;
}

function parseLines(source: string): Block[] {
  if (source === '') return [];
  const blocks: Block[] = [];
  const lines = source.split('\n');
  let plain: string[] = [];
  const flush = () => {
    if (plain.length > 0) blocks.push({ kind: 'lines', content: parseInline(plain.join('\n')) });
    plain = [];
  };
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? '';
    const heading = /^(#{1,3}) +(.+)$/.exec(line);
    const subtext = /^-# +(.+)$/.exec(line);
    if (line.startsWith('>>> ')) {
      flush();
      blocks.push({ kind: 'quote', blocks: parseLines([line.slice(4), ...lines.slice(at + 1)].join('\n')) });
      return blocks;
    }
    if (/^> /.test(line)) {
      flush();
      const quoted: string[] = [];
      while (/^> /.test(lines[at] ?? '')) {
        quoted.push((lines[at] ?? '').slice(2));
        at += 1;
      }
      blocks.push({ kind: 'quote', blocks: parseLines(quoted.join('\n')) });
      continue;
    }
    if (heading) {
      flush();
      blocks.push({ kind: 'heading', level: heading[1]?.length as 1 | 2 | 3, content: parseInline(heading[2] ?? '') });
    } else if (subtext) {
      flush();
      blocks.push({ kind: 'subtext', content: parseInline(subtext[1] ?? '') });
    } else if (itemPattern.test(line)) {
      flush();
      const taken: string[] = [];
      while (continuesList(lines[at] ?? '', line)) {
        taken.push(lines[at] ?? '');
        at += 1;
      }
      blocks.push(parseList(taken));
      continue;
    } else plain.push(line);
    at += 1;
  }
  flush();
  return blocks;
}

/** An item of the list that began with `first`: deeper, or at its level with the same kind of marker. */
function continuesList(line: string, first: string): boolean {
  const [, indent = '', marker] = itemPattern.exec(line) ?? [];
  const [, outerIndent = '', outerMarker] = itemPattern.exec(first) ?? [];
  if (marker === undefined || outerMarker === undefined) return false;
  return indent.length > outerIndent.length || marker.endsWith('.') === outerMarker.endsWith('.');
}

function parseList(lines: string[]): List {
  const [, indent = '', marker = ''] = itemPattern.exec(lines[0] ?? '') ?? [];
  const list: List = { kind: 'list', ordered: marker.endsWith('.'), start: Number.parseInt(marker, 10) || 1, items: [] };
  let nested: string[] = [];
  const close = () => {
    const last = list.items.at(-1);
    if (last && nested.length > 0) last.children = parseList(nested);
    nested = [];
  };
  for (const line of lines) {
    const [, space = '', , content = ''] = itemPattern.exec(line) ?? [];
    if (space.length > indent.length) {
      nested.push(line);
      continue;
    }
    close();
    list.items.push({ content: parseInline(content), children: null });
  }
  close();
  return list;
}
