import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

/** The house, held against the source text: who may import whom, and what may not be written. */

const root = join(import.meta.dirname, '..');
const filesOf = (directory: string): string[] =>
  readdirSync(join(root, directory), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
    .map((file) => join(directory, file).replaceAll('\\', '/'));

type Import = { file: string; target: string; typeOnly: boolean };

const importPattern = /^(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|\bimport\('([^']+)'\)/gm;

const sources = [...filesOf('src'), ...filesOf('tests')].map((file) => {
  const text = readFileSync(join(root, file), 'utf8');
  const imports = [...text.matchAll(importPattern)].map(([, type, from, dynamic]): Import => {
    const name = from ?? dynamic ?? '';
    const target = name.startsWith('.') ? relative(root, resolve(root, dirname(file), name)).replaceAll('\\', '/') : name;
    return { file, target, typeOnly: type !== undefined };
  });
  return { file, text, imports };
});
const product = sources.filter(({ file }) => file.startsWith('src/') && !file.startsWith('src/sandbox/page/browser/'));
const under = (folder: string) => product.filter(({ file }) => file.startsWith(folder));

const featureOf = (path: string): string | undefined => /^src\/features\/([^/]+)\//.exec(path)?.[1];
/** The room of a file in its feature: `service` for `service.ts` and for `service/post.ts`. */
const roomOf = (path: string): string | undefined => /^src\/features\/[^/]+\/([^/.]+)/.exec(path)?.[1];

const rooms = ['index', 'wire', 'messages', 'rules', 'service', 'views', 'commands', 'tasks'];

/** What each room may import besides npm packages: rooms of its own feature, and folders outside. A trailing `type` allows types only. */
const mayImport: Record<string, { own: string[]; folders: string[]; types: string[] }> = {
  index: { own: rooms, folders: ['src/kernel/'], types: [] },
  wire: { own: ['wire'], folders: ['src/kernel/'], types: [] },
  messages: { own: ['messages'], folders: ['src/kernel/'], types: ['src/features/'] },
  rules: { own: ['rules'], folders: ['src/kernel/'], types: ['src/features/', 'src/infra/'] },
  service: {
    own: ['service', 'rules', 'wire', 'messages'],
    folders: [
      'src/kernel/',
      'src/infra/db.ts',
      'src/infra/audit.ts',
      'src/infra/panel.ts',
      'src/infra/queue.ts',
      'src/infra/settings.ts',
    ],
    types: ['src/infra/'],
  },
  views: {
    own: ['views', 'wire', 'messages', 'rules'],
    folders: ['src/kernel/'],
    types: ['src/discord/', 'src/features/', 'src/infra/'],
  },
  commands: {
    own: rooms,
    folders: [
      'src/kernel/',
      'src/discord/',
      'src/infra/settings.ts',
      'src/infra/sheet.ts',
      'src/infra/chart.ts',
      'src/infra/apart.ts',
      'src/infra/letter.ts',
      'src/infra/picture.ts',
    ],
    types: ['src/infra/'],
  },
  tasks: {
    own: ['tasks', 'service', 'views', 'wire', 'rules', 'messages'],
    folders: ['src/kernel/', 'src/infra/tasks.ts', 'src/infra/apart.ts', 'src/infra/picture.ts'],
    types: ['src/discord/', 'src/infra/'],
  },
};

const outside = (imports: readonly Import[], allowed: (target: string, typeOnly: boolean) => boolean): string[] =>
  imports.filter(({ target, typeOnly }) => !allowed(target, typeOnly)).map(({ file, target }) => `${file} imports ${target}`);

const isLocal = (target: string) => target.startsWith('src/') || target.startsWith('tests/') || target.startsWith('prisma/');

describe('who may import whom', () => {
  test('the kernel is pure: zod and itself, and the types that the manifest names', () => {
    const kernel = under('src/kernel/').flatMap(({ imports }) => imports);
    expect(
      outside(
        kernel,
        (target, typeOnly) =>
          target === 'zod' ||
          target.startsWith('src/kernel/') ||
          (typeOnly && (isLocal(target) || target.startsWith('discord-api-types'))),
      ),
    ).toEqual([]);
  });

  test('infra imports the kernel, and types of discord', () => {
    const infra = under('src/infra/').flatMap(({ imports }) => imports);
    expect(
      outside(
        infra,
        (target, typeOnly) =>
          !isLocal(target) ||
          /^(src\/(kernel|infra)|prisma\/client)\//.test(target) ||
          (typeOnly && target.startsWith('src/discord/')),
      ),
    ).toEqual([]);
  });

  test('discord imports the kernel, and types of infra', () => {
    const discord = under('src/discord/').flatMap(({ imports }) => imports);
    expect(
      outside(
        discord,
        (target, typeOnly) =>
          !isLocal(target) || /^src\/(kernel|discord)\//.test(target) || (typeOnly && target.startsWith('src/infra/')),
      ),
    ).toEqual([]);
  });

  test('only src/discord and the composition root speak discord.js', () => {
    const speakers = product.flatMap(({ imports }) => imports).filter(({ target }) => /^discord\.js|^@discordjs\//.test(target));
    expect(
      speakers
        .filter(({ file }) => !file.startsWith('src/discord/') && file !== 'src/app.ts')
        .map(({ file, target }) => `${file} imports ${target}`),
    ).toEqual([]);
  });

  test('the local Discord imports nothing of the program but the kernel, and only the start reaches it, lazily', () => {
    const sandbox = under('src/sandbox/').flatMap(({ imports }) => imports);
    expect(outside(sandbox, (target) => !isLocal(target) || /^src\/(sandbox|kernel)\//.test(target))).toEqual([]);
    const visitors = product.filter(({ file }) => !file.startsWith('src/sandbox/')).flatMap(({ imports }) => imports);
    const reaching = visitors.filter(({ target }) => target.startsWith('src/sandbox/'));
    expect(reaching.filter(({ typeOnly }) => !typeOnly).map(({ file }) => file)).toEqual(['src/start.ts']);
    expect([...new Set(reaching.map(({ file }) => file))]).toEqual(['src/start.ts']);
    expect(product.find(({ file }) => file === 'src/start.ts')?.text).toMatch(/await import\('\.\/sandbox\/local\.ts'\)/);
  });

  test('app.ts knows features by their index only', () => {
    const known = product.filter(({ file }) => !file.startsWith('src/features/')).flatMap(({ imports }) => imports);
    const features = known.filter(({ target, typeOnly }) => target.startsWith('src/features/') && !typeOnly);
    expect(outside(features, (target) => target.endsWith('/index.ts'))).toEqual([]);
    expect([...new Set(features.map(({ file }) => file))]).toEqual(['src/app.ts']);
  });

  test('a feature has the eight rooms and no other', () => {
    expect(
      under('src/features/')
        .map(({ file }) => file)
        .filter((file) => !rooms.includes(roomOf(file) ?? '')),
    ).toEqual([]);
  });

  test.each(rooms)('%s keeps to its own', (room) => {
    const { own, folders, types } = mayImport[room] ?? { own: [], folders: [], types: [] };
    const files = under('src/features/').filter(({ file }) => roomOf(file) === room);
    const broken = files.flatMap(({ file, imports }) =>
      outside(imports, (target, typeOnly) => {
        if (!isLocal(target) || (typeOnly && target.startsWith('prisma/client/'))) return true;
        if (featureOf(target) === featureOf(file))
          return own.includes(roomOf(target) ?? '') || (typeOnly && types.includes('src/features/'));
        if (roomOf(target) === 'service' && ['service', 'commands', 'tasks'].includes(room)) return true;
        if (roomOf(target) === 'service' && ['rules', 'views'].includes(room) && typeOnly) return true;
        return (
          folders.some((folder) => target.startsWith(folder)) ||
          (typeOnly && types.some((folder) => folder !== 'src/features/' && target.startsWith(folder)))
        );
      }),
    );
    expect(broken).toEqual([]);
  });

  test('features call each other by their services, without a cycle', () => {
    const calls = new Map<string, Set<string>>();
    for (const { file, imports } of under('src/features/'))
      for (const { target } of imports) {
        const [from, to] = [featureOf(file), featureOf(target)];
        if (from && to && from !== to) calls.set(from, (calls.get(from) ?? new Set()).add(to));
      }
    const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
      [...(calls.get(from) ?? [])].some((next) => next === to || (!seen.has(next) && reaches(next, to, seen.add(next))));
    expect([...calls.keys()].filter((feature) => reaches(feature, feature))).toEqual([]);
  });
});

describe('what may not be written', () => {
  const written = (pattern: RegExp, where: readonly { file: string; text: string }[]) =>
    where.flatMap(({ file, text }) =>
      text
        .split('\n')
        .flatMap((line, index) =>
          pattern.test(line) && !/^\s*(\/\/|\*|\/\*)/.test(line) ? [`${file}:${index + 1} ${line.trim()}`] : [],
        ),
    );
  const features = under('src/features/');
  const self = relative(root, import.meta.filename);
  const others = sources.filter(({ file }) => file !== self);

  test('process.env outside config.ts', () =>
    expect(
      written(
        /process\.env/,
        product.filter(({ file }) => file !== 'src/config.ts'),
      ),
    ).toEqual([]));
  test('a mock of our own modules', () => expect(written(/\bvi\.(mock|doMock|stubGlobal)\b/, others)).toEqual([]));
  test('a skipped, focused or promised test', () =>
    expect(written(/\b(test|it|describe)\.(skip|only|todo|fails)\b/, others)).toEqual([]));
  test('a timer in a feature', () => expect(written(/\bset(Timeout|Interval|Immediate)\(/, features)).toEqual([]));
  test('the time of the machine outside the clock', () => {
    const machine = /\bDate\.now\(\)|\bnew Date\(\)|\bset(Timeout|Interval)\(/;
    expect(
      written(
        machine,
        product.filter(({ file }) => file !== 'src/kernel/time.ts'),
      ),
    ).toEqual([]);
  });
  test('SQL that asks the database for the time, outside the queue', () =>
    expect(written(/\b(now|clock_timestamp)\(\)\s*(?!=>)[^:{;]*`|\bCURRENT_TIMESTAMP\b/i, features)).toEqual([]));
  test('the tables of the queue in a feature', () => expect(written(/\bgraphile_worker\b/, features)).toEqual([]));
  test('a timestamp of Discord or a language that is read by hand', () =>
    expect(written(/<t:\$\{|=== 'en' \? 'en'/, features)).toEqual([]));
  test('a catch in a feature', () => {
    const allowed = /isDuplicate|isOutage|RE2JSException|log\.(warn|error)/;
    const caught = features.flatMap(({ file, text }) =>
      [...text.matchAll(/\bcatch\b[^{]*\{([^}]*)\}/g)]
        .filter(([, body]) => !allowed.test(body ?? ''))
        .map(([all]) => `${file}: ${all}`),
    );
    expect(caught).toEqual([]);
  });
  test('an interaction outside src/discord', () => expect(written(/\binteraction\./, features)).toEqual([]));
  test('a custom id split by hand', () => expect(written(/\.split\(['"]:['"]\)/, features)).toEqual([]));
  test('a call of Discord in a service', () =>
    expect(
      written(
        /\bdiscord\b\s*\./,
        features.filter(({ file }) => roomOf(file) === 'service'),
      ),
    ).toEqual([]));
  test('console, any, and what is left for later', () => {
    expect(written(/\bconsole\.|:\s*any(\[\])?\s*[,;)=>|&{]|\bas any\b|@ts-(ignore|expect-error|nocheck)/, product)).toEqual([]);
    const later = product.flatMap(({ file, text }) => (/\b(TODO|FIXME|XXX)\b/.test(text) ? [file] : []));
    expect(later).toEqual([]);
  });
  // Services throw them with what the database holds: only the refusal itself can make it safe to show.
  test('a refusal that shows a typed name as it is', () => {
    const raw = features
      .filter(({ file }) => roomOf(file) === 'messages')
      .flatMap(({ file, text }) =>
        [...text.matchAll(/new UserError\([\s\S]*?\n\n|new UserError\([\s\S]*$/g)]
          .flatMap(([refusal]) => [...refusal.matchAll(/\$\{(?:name|promo|category|typed|names\.join\([^)]*\))\}/g)])
          .map(([shown]) => `${file}: ${shown}`),
      );
    expect(raw).toEqual([]);
  });
  test('default exports and barrels', () => expect(written(/^export default|^export \* from/, product)).toEqual([]));
});

test('files stay short enough to be read at once', () => {
  const lengths = product.map(({ file, text }) => ({ file, lines: text.split('\n').length }));
  expect(lengths.filter(({ lines }) => lines > 350)).toEqual([]);
});
