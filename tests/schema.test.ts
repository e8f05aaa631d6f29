import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { freshDatabase } from './support/database.ts';

/** schema.prisma is what the code believes, the SQL of the migrations is what is true: they must say the same. */

const source = await readFile(join(import.meta.dirname, '../prisma/schema.prisma'), 'utf8');
const database = await freshDatabase();
afterAll(database.close);

const query = async <T extends object>(sql: string): Promise<T[]> => (await database.pool.query<T>(sql)).rows;

// --- what schema.prisma says

type Field = {
  column: string;
  /** Prisma's, without `?` and `[]`. */
  type: string;
  isOptional: boolean;
  isList: boolean;
  attributes: string;
  comment: string;
};
type Model = { name: string; table: string; comment: string; fields: readonly Field[]; blockAttributes: readonly string[] };

/** `model X { … }` or `enum X { … }` with the `///` lines above it. */
function blocksOf(keyword: 'model' | 'enum'): { name: string; comment: string; lines: string[] }[] {
  const pattern = new RegExp(`((?:^///.*\\n)*)^${keyword} (\\w+) \\{\\n([^}]*)^\\}`, 'gm');
  return [...source.matchAll(pattern)].map(([, comment = '', name = '', body = '']) => ({
    name,
    comment,
    lines: body
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  }));
}

const mapped = (name: string, attributes: string): string => /@map\("(\w+)"\)/.exec(attributes)?.[1] ?? name;

const enums = blocksOf('enum').map(({ name, lines }) => ({
  name,
  type: mapped(name, lines.find((line) => line.startsWith('@@map')) ?? ''),
  values: lines.filter((line) => /^\w+$/.test(line)),
}));

const modelNames = blocksOf('model').map(({ name }) => name);

const models: readonly Model[] = blocksOf('model').map(({ name, comment, lines }) => {
  const fields: (Field & { name: string })[] = [];
  let above = '';
  for (const line of lines) {
    if (line.startsWith('///')) above += line;
    const [, field, type, mark, attributes] = /^(\w+)\s+(\w+)(\?|\[\])?\s*(.*)$/.exec(line) ?? [];
    if (!field || !type) continue;
    fields.push({
      name: field,
      column: mapped(field, attributes ?? ''),
      type,
      isOptional: mark === '?',
      isList: mark === '[]',
      attributes: attributes ?? '',
      comment: above,
    });
    above = '';
  }
  const columnsIn = (list: string) => list.replaceAll(/\w+/g, (word) => fields.find((one) => one.name === word)?.column ?? word);
  return {
    name,
    comment,
    fields,
    table: mapped(name, lines.find((line) => line.startsWith('@@map')) ?? ''),
    blockAttributes: lines.filter((line) => line.startsWith('@@')).map(columnsIn),
  };
});

const isRelation = ({ type }: Field): boolean => modelNames.includes(type);
const columnsOf = ({ fields }: Model): Field[] => fields.filter((field) => !isRelation(field));

const native: Readonly<Record<string, string>> = {
  String: 'text',
  Int: 'integer',
  Float: 'double precision',
  BigInt: 'bigint',
  Boolean: 'boolean',
  Bytes: 'bytea',
  Date: 'date',
  Json: 'jsonb',
  Timestamptz: 'timestamp with time zone',
  Uuid: 'uuid',
};

function sqlTypeOf({ type, isList, attributes }: Field): string {
  if (type === 'Unsupported') return /^\("(\w+)"\)/.exec(attributes)?.[1] ?? 'unknown';
  const named = /@db\.(\w+)/.exec(attributes)?.[1] ?? type;
  const sql = native[named] ?? enums.find(({ name }) => name === named)?.type ?? `unknown type ${named}`;
  return isList ? `${sql}[]` : sql;
}

/** As PostgreSQL prints it; null without one. */
function sqlDefaultOf(field: Field): string | null {
  const given = /@default\((.*?)\)(?= @|$)/.exec(field.attributes)?.[1];
  if (given === undefined || given === 'dbgenerated()') return null;
  if (given === 'autoincrement()') return 'nextval';
  const generated = /^dbgenerated\("(.*)"\)$/.exec(given)?.[1];
  if (generated) return generated;
  if (/^(true|false|\d+)$/.test(given)) return given;
  return `'${given === '[]' ? '{}' : given.replaceAll('"', '')}'::${sqlTypeOf(field)}`;
}

/** Name and columns of each key: of the attributes of the model, and of fields that carry one themselves. */
function keysOf(model: Model, attribute: 'id' | 'unique' | 'index'): string[] {
  const suffix = { id: 'pkey', unique: 'key', index: 'idx' }[attribute];
  const named = (list: string) =>
    `${attribute === 'id' ? model.table : `${model.table}_${list.replaceAll(', ', '_')}`}_${suffix} (${list})`;
  return [
    ...columnsOf(model)
      .filter(({ attributes }) => new RegExp(`(^|\\s)@${attribute}\\b`).test(attributes))
      .map(({ column }) => named(column)),
    ...model.blockAttributes.flatMap((line) => {
      const list = new RegExp(`^@@${attribute}\\(\\[(.*?)\\]`).exec(line)?.[1];
      const name = /map: "(\w+)"/.exec(line)?.[1];
      return list ? [name ? `${name} (${list})` : named(list)] : [];
    }),
  ];
}

// --- what the database says

type Column = { table: string; name: string; type: string; required: boolean; default: string | null; generated: boolean };
const columns = await query<Column>(`
  SELECT class.relname AS table, attname AS name, format_type(atttypid, atttypmod) AS type, attnotnull AS required,
    CASE WHEN attgenerated = '' THEN pg_get_expr(adbin, adrelid) END AS default, attgenerated <> '' AS generated
  FROM pg_attribute JOIN pg_class AS class ON class.oid = attrelid LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
  WHERE class.relnamespace = 'public'::regnamespace AND class.relkind = 'r' AND attnum > 0 AND NOT attisdropped
    AND class.relname <> '_prisma_migrations'
  ORDER BY class.relname, attnum`);

type Index = { table: string; name: string; kind: 'id' | 'unique' | 'index'; columns: string };
/** Those that schema.prisma can say: whole tables, plain columns. Partial and trigram indexes live in the SQL alone. */
const indexes = await query<Index>(`
  SELECT indrelid::regclass::text AS table, own.relname AS name, CASE WHEN indisprimary THEN 'id' WHEN indisunique THEN 'unique' ELSE 'index' END AS kind,
    (SELECT string_agg(attname, ', ' ORDER BY place) FROM unnest(indkey) WITH ORDINALITY AS key (number, place)
      JOIN pg_attribute ON attrelid = indrelid AND attnum = key.number) AS columns
  FROM pg_index JOIN pg_class ON pg_class.oid = indrelid JOIN pg_class AS own ON own.oid = indexrelid JOIN pg_am ON pg_am.oid = own.relam
  WHERE pg_class.relnamespace = 'public'::regnamespace AND indpred IS NULL AND indexprs IS NULL AND amname = 'btree'
    AND pg_class.relname <> '_prisma_migrations'`);

test('every table has a model and every model a table', () => {
  expect(models.length).toBeGreaterThan(5);
  expect([...new Set(columns.map(({ table }) => table))].sort()).toEqual(models.map(({ table }) => table).sort());
});

test('enums have the same values in the same order', async () => {
  const known = await query<{ type: string; values: string[] }>(`
    SELECT typname AS type, array_agg(enumlabel::text ORDER BY enumsortorder) AS values
    FROM pg_enum JOIN pg_type ON pg_type.oid = enumtypid WHERE typnamespace = 'public'::regnamespace GROUP BY typname ORDER BY typname`);
  expect(known).toEqual(enums.map(({ type, values }) => ({ type, values })).sort((a, b) => (a.type < b.type ? -1 : 1)));
});

describe.each(models)('$table', (model) => {
  const actual = columns.filter(({ table }) => table === model.table);

  test('has the columns of its model, of the same type', () => {
    const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);
    const said = columnsOf(model).map((field) => ({
      name: field.column,
      type: sqlTypeOf(field),
      required: !field.isOptional,
      default: sqlDefaultOf(field),
      generated: field.attributes.includes('dbgenerated()'),
    }));
    const found = actual.map(({ name, type, required, default: value, generated }) => ({
      name,
      type,
      required,
      default: value?.startsWith('nextval(') ? 'nextval' : value,
      generated,
    }));
    expect(found.sort(byName)).toEqual(said.sort(byName));
  });

  test.each(['id', 'unique', 'index'] as const)('has the same keys: %s', (kind) => {
    const found = indexes
      .filter((index) => index.table === model.table && index.kind === kind)
      .map((index) => `${index.name} (${index.columns})`);
    expect(found.sort()).toEqual(keysOf(model, kind).sort());
  });
});

test('relations are foreign keys, and what they do when the other is deleted is the same', async () => {
  const actions: Readonly<Record<string, string>> = { c: 'Cascade', n: 'SetNull', r: 'Restrict', a: 'NoAction' };
  const keys = await query<{ table: string; other: string; action: string }>(`
    SELECT conrelid::regclass::text AS table, confrelid::regclass::text AS other, confdeltype AS action
    FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace`);
  const tableOf = (name: string) => models.find((model) => model.name === name)?.table;
  const said = models.flatMap((model) =>
    model.fields
      .filter(({ attributes }) => /@relation\(.*fields:/.test(attributes))
      .map(({ type, attributes }) => `${model.table} → ${tableOf(type)} ${/onDelete: (\w+)/.exec(attributes)?.[1]}`),
  );
  expect(keys.map(({ table, other, action }) => `${table} → ${other} ${actions[action]}`).sort()).toEqual(said.sort());
});

describe('personal data is marked where it is declared', () => {
  /** Names under which the Discord id, the names, the address or the words of a person are kept. */
  const personal = /^(user_id|\w+_by|username|display_name|first_name|last_name|email|question|values)$/;
  const suspects = models.flatMap((model) =>
    columnsOf(model)
      .filter(({ column }) => personal.test(column))
      .map((field) => ({ place: `${model.table}.${field.column}`, marks: `${model.comment} ${field.comment}` })),
  );

  test.each(suspects)('$place', ({ marks }) => expect(marks).toMatch(/personal data/i));
});
