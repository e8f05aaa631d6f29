import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'dotenv';
import { describe, expect, test } from 'vitest';
import { features } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { permissionList } from '../src/features/settings/messages/permissions.ts';
import { bitsOf } from '../src/features/settings/rules/guild.ts';
import { mergeNeeds, ownPermissions } from '../src/features/settings/rules/needs.ts';

/** What the README says of the code, held against the code. */

const root = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const readme = read('README.md');
/** Without the breaks of its lines. */
const prose = readme.replaceAll(/\s+/g, ' ');

const rows = [...readme.matchAll(/^\| `([A-Z_]+)` \| (?:`([^`]*)`|–) \|/gm)].map(([, name = '', value = '']) => ({
  name,
  value,
}));
const documented = Object.fromEntries(rows.map(({ name, value }) => [name, value]));

describe('configuration', () => {
  const example = parse(read('.env.example'));
  const known = [...read('src/config.ts').matchAll(/^ {2}([A-Z_]+): setting\(/gm)].map(([, name]) => name);

  test('the table and .env.example name every variable that is read, in its order, and no other', () => {
    expect(known.length).toBeGreaterThan(0);
    expect(rows.map(({ name }) => name)).toEqual(known);
    expect(Object.keys(example)).toEqual(known);
  });

  test('the defaults of the table and of .env.example are those of the code', () => {
    expect(documented).toEqual(example);
    expect(readConfig(documented)).toEqual(readConfig({}));
  });
});

describe('permissions', () => {
  test('the invite link asks for what the bot needs, and for no more', () => {
    const [, integer = ''] = /&permissions=(\d+)`/.exec(readme) ?? [];
    expect(BigInt(integer)).toBe(bitsOf(ownPermissions));
  });

  test('the list in words is that of the link', () => {
    const [, list = ''] = /never Administrator: ([^.]+)\./.exec(prose) ?? [];
    const names = ownPermissions.map((name) => permissionList([name]).en.replaceAll(/[“”]/g, ''));
    expect(list).toBe(names.join(', '));
  });

  test('no feature needs more than the link gives', () => {
    const { roles, channels } = mergeNeeds(features);
    const needed = [...roles.flatMap(({ permissions }) => permissions), ...channels.flatMap(({ bot }) => bot)];
    expect(needed.filter((name) => !ownPermissions.includes(name))).toEqual([]);
  });
});

test('the map names every feature', () => {
  const named = [...readme.matchAll(/^\| `src\/features\/([a-z]+)\/`/gm)].map(([, name]) => name);
  expect(named.sort()).toEqual(features.map(({ name }) => name).sort());
});

test('the image runs what package.json runs', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: { start: string } };
  const [, command = '[]'] = /^CMD (.+)$/m.exec(read('Dockerfile')) ?? [];
  expect((JSON.parse(command) as string[]).join(' ')).toBe(scripts.start);
});

test('a production install has every package that the program imports', () => {
  const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.startsWith('sandbox'),
  );
  const imported = files.flatMap((file) =>
    [...read(join('src', file)).matchAll(/^(?:import|export)\s+(?!type\s)(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm)].map(
      ([, name = '']) => name,
    ),
  );
  const packages = new Set(
    imported.filter((name) => !/^(\.|node:)/.test(name)).map((name) => /^(@[^/]+\/)?[^/]+/.exec(name)?.[0]),
  );
  expect(packages).toContain('discord.js');
  expect([...packages].filter((name = '') => !(name in dependencies))).toEqual([]);
});
