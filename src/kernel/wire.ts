import { z } from 'zod';

/** A string address that leaves the process and comes back later, `onboarding:approve:42`: an address, never an authority. */
export type CustomId<P> = { readonly prefix: string; encode(params: P): string; decode(id: string): P };

/** Discord's limit: https://docs.discord.com/developers/components/reference#anatomy-of-a-component */
export const customIdLimit = 100;

/**
 * Declares a custom id: `prefix` is `feature:action`, or `feature:action:word` for one of several that do the same kind of thing; each parameter
 * follows after a colon in the order of `shape`. Changing a shape means a new prefix: buttons that were posted outlive the deploy.
 */
export function customId<S extends z.ZodRawShape>(prefix: `${string}:${string}`, shape: S): CustomId<z.output<z.ZodObject<S>>> {
  const schema = z.object(shape);
  const keys = Object.keys(shape);
  const words = prefix.split(':').length;
  return {
    prefix,
    encode(params) {
      const values = keys.map((key) => String((params as Record<string, unknown>)[key]));
      const id = [prefix, ...values].join(':');
      if (id.length > customIdLimit || values.some((value) => value.includes(':'))) throw new Error(`bad custom id: ${id}`);
      return id;
    },
    decode(id) {
      const values = id.split(':').slice(words);
      if (values.length !== keys.length)
        throw new Error(`custom id with ${values.length} values, expected ${keys.length}: ${id}`);
      return schema.parse(Object.fromEntries(keys.map((key, index) => [key, values[index]])));
    },
  };
}

/** The way to *Mon espace*, which one feature answers, and which panels of all and every refusal may offer. */
export const homeId = customId('home:open', {});

/** What the prefix of a custom id may be, longest first: `promos:confirm:import:4` is `promos:confirm:import` before it is `promos:confirm`. */
export function prefixesOf(id: string): string[] {
  const words = id.split(':');
  return [3, 2].filter((count) => count <= words.length).map((count) => words.slice(0, count).join(':'));
}

/** What a background task is called and what it carries: JSON in the queue, checked again when it comes back. */
export type TaskContract<P> = { readonly name: string; readonly payload: z.ZodType<P> };

export const taskContract = <P>(name: `${string}.${string}`, payload: z.ZodType<P>): TaskContract<P> => ({ name, payload });

/** Of a row, in a custom id: an `integer` of PostgreSQL. A forged larger one is no row of ours. */
export const rowId = z.coerce.number().int().positive().max(2_147_483_647);
/** Of how often a row was changed, or of a row that may be none: 0. */
export const rowCount = z.coerce.number().int().min(0).max(2_147_483_647);
/** Of what is shown page by page, from 0. */
export const pageNumber = z.coerce.number().int().min(0).max(9_999);

/** A snowflake: Discord's ids are strings of digits. https://docs.discord.com/developers/reference#snowflakes */
export const snowflake = z.string().regex(/^\d{17,20}$/);
