import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Makes the generated client lighter: it means the same, and takes 16 MB less. Runs after `prisma generate`. What it does not recognise it leaves as
 * it is, so that another version of Prisma costs memory and nothing else.
 */

const folder = join(import.meta.dirname, 'client/internal');

/** Little-endian groups of seven bits. */
function varint(value: number): number[] {
  const bytes: number[] = [];
  let left = value;
  for (; left >= 128; left >>>= 7) bytes.push((left & 127) | 128);
  return [...bytes, left];
}

function reading(bytes: Uint8Array) {
  let at = 0;
  const number = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      if (byte === undefined) throw new Error('the graph of the client ends early');
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
  };
  return {
    number,
    take: (count: number): number[] => {
      at += count;
      return [...bytes.subarray(at - count, at)];
    },
    isDone: () => at === bytes.length,
  };
}

/** `name` and, in arguments, `enumeration` are places in the list of names; 0 is no enumeration, all others count from one. */
type Edge = { name: number; mask: number[]; child: number; enumeration: number; flags: number[] };

/**
 * Prisma keeps, for each kind of argument, an object whose keys are places in one list of names. V8 lays such an object out as an array up to its
 * largest key: with the names that are most used in front it is a third as long.
 */
export function reorder(strings: readonly string[], graph: string): { strings: string[]; graph: string } {
  const { number, take, isDone } = reading(Buffer.from(graph, 'base64url'));
  const [inputs, outputs, roots] = [number(), number(), number()];
  const nodes = (count: number, edge: () => Edge): Edge[][] =>
    Array.from({ length: count }, () => Array.from({ length: number() }, edge));
  const argument = (): Edge => ({ name: number(), mask: take(2), child: number(), enumeration: number(), flags: take(1) });
  const result = () => ({ name: number(), first: number(), second: number() });
  const ofInput = nodes(inputs, argument);
  const ofOutput = Array.from({ length: outputs }, () => Array.from({ length: number() }, result));
  const ofRoot = Array.from({ length: roots }, result);
  if (!isDone()) throw new Error('the graph of the client goes on');

  const uses = new Map<number, number>();
  for (const { name } of [...ofInput.flat(), ...ofOutput.flat()]) uses.set(name, (uses.get(name) ?? 0) + 1);
  const order = strings.map((_, place) => place).sort((a, b) => (uses.get(b) ?? 0) - (uses.get(a) ?? 0) || a - b);
  const places = new Map(order.map((former, place) => [former, place]));
  const place = (former: number): number => {
    const now = places.get(former);
    if (now === undefined) throw new Error('the graph of the client names nothing');
    return now;
  };
  const written = ({ name, first, second }: ReturnType<typeof result>) => [place(name), first, second].flatMap(varint);
  const bytes = [
    ...[inputs, outputs, roots].flatMap(varint),
    ...ofInput.flatMap((edges) => [
      ...varint(edges.length),
      ...edges.flatMap(({ name, mask, child, enumeration, flags }) => [
        ...varint(place(name)),
        ...mask,
        ...varint(child),
        ...varint(enumeration === 0 ? 0 : place(enumeration - 1) + 1),
        ...flags,
      ]),
    ]),
    ...ofOutput.flatMap((edges) => [...varint(edges.length), ...edges.flatMap(written)]),
    ...ofRoot.flatMap(written),
  ];
  return { strings: order.map((former) => strings[former] ?? ''), graph: Buffer.from(bytes).toString('base64url') };
}

const graphForm = /strings: JSON\.parse\((".*")\),\n {2}graph: "([\w-]*)"/;
const compilerForm = /const \{ wasm \} = await import\("([^"]+)"\)\n\s*return await decodeBase64AsWasm\(wasm\)/;

/** The source of the client, lighter; and the compiler, which need not stay in memory as text. */
export async function compact(source: string): Promise<{ source: string; compiler: Uint8Array | null }> {
  const [, names, graph] = graphForm.exec(source) ?? [];
  let compacted = source;
  if (names !== undefined && graph !== undefined) {
    const less = reorder(JSON.parse(JSON.parse(names)), graph);
    const text = `strings: JSON.parse(${JSON.stringify(JSON.stringify(less.strings))}),\n  graph: "${less.graph}"`;
    compacted = compacted.replace(graphForm, () => text);
  }
  const [, module] = compilerForm.exec(source) ?? [];
  if (module === undefined) return { source: compacted, compiler: null };
  const { wasm }: { wasm: string } = await import(module);
  const load = `const { readFile } = await import('node:fs/promises')
    return new WebAssembly.Module(await readFile(new URL('compiler.wasm', import.meta.url)))`;
  return { source: compacted.replace(compilerForm, () => load), compiler: Buffer.from(wasm, 'base64') };
}

const inLatin = (source: string): string =>
  source.replace(/[^\0-\u00ff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);

if (import.meta.main) {
  const file = join(folder, 'class.ts');
  const { source, compiler } = await compact(await readFile(file, 'utf8'));
  if (compiler) await writeFile(join(folder, 'compiler.wasm'), compiler);
  // One letter that is not Latin, and V8 keeps the whole text in two bytes a letter.
  await writeFile(file, inLatin(source));
  const types = join(folder, 'prismaNamespace.ts');
  await writeFile(types, inLatin(await readFile(types, 'utf8')));
}
