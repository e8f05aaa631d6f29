import { z } from 'zod';

type Schema = z.core.$ZodType;

/** How a published schema is to be read. */
export type Reading = {
  /** Whether a key that the document does not know is wrong: in a request it does nothing, in an answer it does no harm. */
  unknownKeys: 'refused' | 'allowed';
};

/** The document says integer; Discord's own page on permissions asks for strings, which survive in languages without big integers. */
const bitFields = new Set(['permissions', 'allow', 'deny', 'default_member_permissions']);
const digits = z.string().regex(/^\d+$/);

/** discord.js puts these into every message, edits and answers too, where Discord does not look at them. */
const ignoredInMessages = { tts: z.boolean().optional(), enforce_nonce: z.boolean().optional() };

/**
 * Rebuilds published schemas so that they judge well: unknown keys as `reading` says, unions told apart by their `type` (which names the one
 * field that is wrong instead of every branch, and is fast), times with any offset (the published ones know only `Z`, Discord sends `+00:00`),
 * and bit fields as strings too. Each schema is rebuilt once.
 */
export function reader({ unknownKeys }: Reading): (schema: Schema) => Schema {
  const known = new Map<Schema, Schema>();

  const read = (schema: Schema): Schema => {
    const done = known.get(schema);
    if (done) return done;
    const rebuilt = rebuild(schema);
    known.set(schema, rebuilt);
    return rebuilt;
  };
  const rebuild = (schema: Schema): Schema => {
    const { def } = (schema as z.core.$ZodTypes)._zod;
    switch (def.type) {
      case 'lazy':
        return z.lazy(() => read(def.getter()));
      case 'object': {
        const fields = Object.entries(def.shape).map(([key, field]) => [
          key,
          bitFields.has(key) ? orDigits(read(field), field) : read(field),
        ]);
        if ('allowed_mentions' in def.shape)
          fields.push(...Object.entries(ignoredInMessages).filter(([key]) => !(key in def.shape)));
        const catchall = unknownKeys === 'refused' ? z.never() : z.unknown();
        return again(schema, { ...def, shape: Object.fromEntries(fields), catchall });
      }
      case 'union':
        return told(def.options)
          ? z.discriminatedUnion('type', def.options.map(read) as never)
          : again(schema, { ...def, options: def.options.map(read) });
      case 'array':
        return again(schema, { ...def, element: read(def.element) });
      case 'nullable':
      case 'optional':
        return again(schema, { ...def, innerType: read(def.innerType) });
      case 'record':
        return again(schema, { ...def, valueType: read(def.valueType) });
      case 'string':
        return isTime(schema) ? z.iso.datetime({ offset: true }) : schema;
      default:
        return schema;
    }
  };
  return read;
}

const again = (schema: Schema, def: object): Schema => {
  const Kind = schema._zod.constr as new (def: object) => Schema;
  return new Kind(def);
};

/** A number, or what may be null or left out around one, accepts digits too. */
const orDigits = (schema: Schema, original: Schema): Schema => (holdsNumber(original) ? z.union([schema, digits]) : schema);

function holdsNumber(schema: Schema): boolean {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === 'nullable' || def.type === 'optional') return holdsNumber(def.innerType);
  return def.type === 'number';
}

const isTime = (schema: Schema): boolean =>
  (schema._zod.def.checks ?? []).some((check) => (check._zod.def as { format?: unknown }).format === 'datetime');

/** Whether all options are objects whose `type` tells which one it is. */
function told(options: readonly Schema[]): boolean {
  const types = options.flatMap((option) => typesOf(option) ?? [undefined]);
  return types.length > 1 && !types.includes(undefined) && new Set(types).size === types.length;
}

function typesOf(schema: Schema): unknown[] | undefined {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === 'lazy') return typesOf(def.getter());
  if (def.type === 'literal') return [...def.values];
  const type = def.type === 'object' ? (def.shape as Record<string, Schema>).type : undefined;
  return type && typesOf(type);
}

/** One thing that is wrong, and where. */
export type Fault = { path: string; message: string };

/** The faults of a value. Where no branch of a union fits, those of the branch that comes closest. */
export function faultsOf(schema: Schema, value: unknown): Fault[] {
  const result = z.safeParse(schema, value);
  return result.success ? [] : flat(result.error.issues, []);
}

function flat(issues: readonly z.core.$ZodIssue[], at: readonly PropertyKey[]): Fault[] {
  return issues.flatMap((issue) => {
    const path = [...at, ...issue.path];
    const branches = issue.code === 'invalid_union' ? issue.errors.map((branch) => flat(branch, path)) : [];
    const [closest] = branches.sort((a, b) => a.length - b.length);
    return closest ?? [{ path: path.join('.'), message: issue.message }];
  });
}
