import { z } from 'zod';

/**
 * What a form asks for one value: the bounds as data, which a form shows, and the schema that holds them. Every refusal of a schema is read by `faultsOf`.
 */
export type Field<T = unknown> = {
  schema: z.ZodType<T>;
  /** What a new rule begins with. */
  initial: T;
} & (
  | { kind: 'number'; min: number; max: number; unit: Unit }
  | { kind: 'flag' }
  | { kind: 'choice'; choices: readonly string[] }
  | { kind: 'choices'; choices: readonly string[]; least: number }
  | { kind: 'text'; min: number; max: number }
  | { kind: 'list'; of: ListOf; least: number; most: number; max: number }
);
/** What a number counts, which the label of a form says. */
export type Unit = 'count' | 'percent' | 'seconds' | 'days' | 'points' | 'hour' | 'bits' | 'score';
/** What the lines of a list are. */
export type ListOf = 'word' | 'expression' | 'domain' | 'extension' | 'hash' | 'channel' | 'role' | 'user' | 'automod_rule';

export type Fields = Readonly<Record<string, Field>>;
export type Values<F extends Fields> = { [K in keyof F]: F[K] extends Field<infer T> ? T : never };

/** What each kind of something asks for. */
export type Kinds = Readonly<Record<string, { fields: Fields }>>;
/** `{ kind: 'words', words: string[] } | { kind: 'link', … } | …` */
export type OneOf<K extends Kinds, Extra = unknown> = {
  [Name in keyof K & string]: { kind: Name } & Values<K[Name]['fields']> & Extra;
}[keyof K & string];

type Bounds = { min: number; max: number };

export const number = <const U extends Unit>(unit: U, { min, max }: Bounds, initial: number) => ({
  kind: 'number' as const,
  unit,
  min,
  max,
  initial,
  schema: z.int().min(min).max(max),
});

export const flag = (initial: boolean) => ({ kind: 'flag' as const, initial, schema: z.boolean() });

export const choice = <const C extends readonly [string, ...string[]]>(choices: C, initial: C[number]) => ({
  kind: 'choice' as const,
  choices,
  initial,
  schema: z.enum(choices),
});

export const choices = <const C extends readonly [string, ...string[]]>(all: C, initial: readonly C[number][], least = 1) => ({
  kind: 'choices' as const,
  choices: all,
  least,
  initial: [...initial],
  schema: z.array(z.enum(all)).min(least).max(all.length),
});

export const text = ({ min, max }: Bounds, initial = '') => ({
  kind: 'text' as const,
  min,
  max,
  initial,
  schema: z.string().trim().min(min).max(max),
});

export const list = (of: ListOf, one: z.ZodType<string>, size: { least: number; most: number; max: number }) => ({
  kind: 'list' as const,
  of,
  ...size,
  initial: [] as string[],
  schema: z
    .array(one)
    .min(size.least)
    .max(size.most)
    .transform((all) => [...new Set(all)]),
});

/** Values that a kind did not know when a rule was saved are read as their initial ones, so that a rule outlives a deploy. */
export const shapeOf = (fields: Fields): Record<string, z.ZodType> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, { schema, initial }]) => {
      const isAsked = schema.safeParse(initial).success;
      return [name, isAsked ? schema.default(initial) : schema];
    }),
  );

/** Why a value is refused. */
export type FaultCode =
  | 'missing'
  | 'not_a_number'
  | 'too_small'
  | 'too_big'
  | 'too_short'
  | 'too_long'
  | 'too_few'
  | 'too_many'
  | 'unknown_choice'
  | 'unknown_kind'
  | 'unknown_field'
  | 'wrong_type'
  | OwnFault;

/** Those that a schema of ours says itself. */
export const ownFaults = [
  'blank',
  'bad_domain',
  'bad_id',
  'bad_hash',
  'bad_extension',
  'expression_syntax',
  'expression_too_big',
  'never_set_off',
  'nothing_to_act_on',
  'same_twice',
  'end_before_begin',
] as const;
export type OwnFault = (typeof ownFaults)[number];

/** `path` names the value as in the JSON: `['triggers', 0, 'least']`. `limit` is the bound that was passed. */
export type Fault = { path: readonly (string | number)[]; code: FaultCode; limit?: number };

const isOwnFault = (said: string): said is OwnFault => (ownFaults as readonly string[]).includes(said);

const ends = {
  too_small: { string: 'too_short', array: 'too_few' },
  too_big: { string: 'too_long', array: 'too_many' },
} as const satisfies Record<string, Record<'string' | 'array', FaultCode>>;

function codeOf(issue: z.core.$ZodIssue): { code: FaultCode; limit?: number } {
  switch (issue.code) {
    case 'too_small':
    case 'too_big': {
      const { string, array } = ends[issue.code];
      const code = issue.origin === 'string' ? string : issue.origin === 'array' ? array : issue.code;
      return { code, limit: Number(issue.code === 'too_small' ? issue.minimum : issue.maximum) };
    }
    case 'invalid_type':
      if (issue.message.endsWith('received undefined')) return { code: 'missing' };
      return { code: issue.expected === 'number' || issue.expected === 'int' ? 'not_a_number' : 'wrong_type' };
    case 'invalid_value':
      return { code: 'unknown_choice' };
    case 'invalid_union':
      return { code: 'unknown_kind' };
    case 'unrecognized_keys':
      return { code: 'unknown_field' };
    default:
      return { code: isOwnFault(issue.message) ? issue.message : 'wrong_type' };
  }
}

/** What is wrong with a rule, as codes that a form can speak. */
export const faultsOf = (error: z.ZodError): Fault[] =>
  error.issues.map((issue) => ({ path: issue.path as (string | number)[], ...codeOf(issue) }));
