import { z } from 'zod';
import { eventSchemas } from './judge/events.ts';
import { type Operation, operations, type Shape } from './judge/operations.ts';
import { faultsOf, reader } from './judge/schema.ts';

type Schema = z.core.$ZodType;

/** Something that Discord would not have taken, given or sent. */
export type Violation = {
  /** Which request, answer or event: `POST /channels/{channel_id}/messages takes`, `MESSAGE_CREATE`. */
  where: string;
  /** Leads to the value, from the body: `components.0.components.1.label`. Empty: the body itself. */
  path: string;
  message: string;
};

/** Holds what passes through the local Discord against Discord's own published schemas. */
export type Judge = {
  /** `template`: the route with its parameters unfilled, `/channels/{channel_id}` or `/channels/:id`. `body`: parsed JSON, if any. */
  judgeRequest(method: string, template: string, body: unknown): Violation[];
  judgeResponse(method: string, template: string, status: number, body: unknown): Violation[];
  judgeDispatch(event: string, data: unknown): Violation[];
};

/** Names of parameters differ from table to table, and `@original` is an id like another. */
const keyOf = (method: string, template: string): string =>
  `${method.toUpperCase()} ${template.replace(/\{[^}]*\}|:\w+|@original|%40original/g, '{}')}`;

/**
 * The judge, with Discord's schemas: a dev dependency, hence loaded only when someone wants to be judged. The answer to a request is
 * checked by the status it has: errors and 429 against Discord's shapes for those.
 */
export function loadJudge(): Promise<Judge> {
  loaded ??= load();
  return loaded;
}

/** It remembers nothing but schemas, so one serves every local Discord of the process. */
let loaded: Promise<Judge> | undefined;

async function load(): Promise<Judge> {
  // Held as a plain string: the package publishes no types for this entry.
  const entry: string = 'discord-api-spec/zod';
  const spec: Record<string, unknown> = await import(entry);
  const named = (name: string): Schema => {
    const schema = spec[`${name}Schema`];
    if (!schema) throw new Error(`discord-api-spec has no ${name}`);
    return schema as Schema;
  };
  const taken = reader({ unknownKeys: 'refused' });
  const given = reader({ unknownKeys: 'allowed' });

  const table = new Map(Object.entries(operations).map(([route, operation]) => [keyOf(...split(route)), { route, operation }]));
  const compiled = new Map<Shape, Schema>();
  const compile = (shape: Shape, read: (schema: Schema) => Schema): Schema => {
    const done = compiled.get(shape);
    if (done) return done;
    const schema = schemaOf(shape, named, read);
    // Names are shared by requests and answers, which are read differently: only what is one route's own is kept.
    if (typeof shape !== 'string') compiled.set(shape, schema);
    return schema;
  };
  const find = (method: string, template: string): { route: string; operation: Operation } | undefined =>
    table.get(keyOf(method, template));
  const unknown = (where: string): Violation[] => [{ where, path: '', message: 'not in the table of operations' }];
  const events = eventSchemas((name) => given(named(name)));

  const against = (where: string, schema: Schema, value: unknown): Violation[] =>
    faultsOf(schema, value).map((fault) => ({ where, ...fault }));

  return {
    judgeRequest(method, template, body) {
      const found = find(method, template);
      if (!found) return unknown(`${method} ${template}`);
      const where = `${found.route} takes`;
      const { takes } = found.operation;
      if (takes !== undefined) return against(where, compile(takes, taken), body ?? {});
      return isNothing(body) ? [] : [{ where, path: '', message: 'takes no body' }];
    },
    judgeResponse(method, template, status, body) {
      const found = find(method, template);
      if (!found) return unknown(`${method} ${template}`);
      const where = `${found.route} gives ${status}`;
      if (status === 429) return against(where, limited, body);
      if (status >= 400) return against(where, error, body);
      if (status === 204) return isNothing(body) ? [] : [{ where, path: '', message: 'gives no body' }];
      const { gives } = found.operation;
      return gives === undefined ? [{ where, path: '', message: 'answers 204' }] : against(where, compile(gives, given), body);
    },
    judgeDispatch(event, data) {
      const schema = events[event];
      return schema ? against(event, schema, data) : unknown(event);
    },
  };
}

/** Of a wrong field the document wants a `code` in digits; the service gives words: https://docs.discord.com/developers/reference#error-messages */
const wrongFields: z.ZodType = z.lazy(() =>
  z.union([
    z.strictObject({ _errors: z.array(z.object({ code: z.string(), message: z.string() })) }),
    z.record(z.string(), wrongFields),
  ]),
);
const error = z.looseObject({ code: z.int(), message: z.string(), errors: wrongFields.optional() });

/** The document wants a `code` that most limits do not have: https://docs.discord.com/developers/topics/rate-limits */
const limited = z.looseObject({
  message: z.string(),
  retry_after: z.number().min(0),
  global: z.boolean(),
  code: z.int().optional(),
});

const split = (route: string): [method: string, template: string] => {
  const at = route.indexOf(' ');
  return [route.slice(0, at), route.slice(at + 1)];
};

const isNothing = (body: unknown): boolean =>
  body === undefined || body === null || body === '' || (typeof body === 'object' && Object.keys(body).length === 0);

function schemaOf(shape: Shape, named: (name: string) => Schema, read: (schema: Schema) => Schema): Schema {
  if (typeof shape === 'string') return read(named(shape));
  if (Array.isArray(shape)) return read(z.union(shape.map((name: string) => named(name))));
  if ('listOf' in shape) return z.array(schemaOf(shape.listOf, named, read) as z.ZodType);
  return shape as Schema;
}
