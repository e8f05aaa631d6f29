import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandChannelOption,
  type APIApplicationCommandInteractionDataBasicOption,
  type APIAttachment,
  type APIInteractionDataResolved,
  ApplicationCommandOptionType as Type,
} from 'discord-api-types/v10';
import { z } from 'zod';
import type { Text } from '../kernel/text.ts';
import type { Context } from './context.ts';

/** A proposal of the autocomplete: at most 25, each name and value at most 100 characters. */
export type Proposal = { name: string; value: string };

/** What an option completes itself with: `typed` so far, and the other options already filled. */
export type Complete = (
  context: Context,
  typed: string,
  filled: Readonly<Record<string, unknown>>,
) => Promise<readonly Proposal[]>;

type Raw = APIApplicationCommandInteractionDataBasicOption['value'];

/** One option of a slash command: what Discord is told of it, and how its value comes back. */
export type Option<T> = {
  readonly required: boolean;
  json(name: string): APIApplicationCommandBasicOption;
  /** Discord has validated already; a forged request has not. */
  parse(raw: Raw, resolved: APIInteractionDataResolved | undefined): T;
  readonly complete?: Complete | undefined;
};

// biome-ignore lint/suspicious/noExplicitAny: a record of options of all types; `Values` gives each its own back
export type Options = Record<string, Option<any>>;
export type Values<O extends Options> = { [K in keyof O]: O[K] extends Option<infer T> ? T : never };

/** What people read of an option: its French name (the English one is its key) and what it is for. */
type Spoken = { fr: string; description: Text };

const spoken = (name: string, { fr, description }: Spoken) => ({
  name,
  name_localizations: { fr },
  description: description.en,
  description_localizations: { fr: description.fr },
});

/** Discord's own limit on a string option. */
const longest = 6_000;

export function string(spec: Spoken & { min?: number; max?: number; complete?: Complete }): Option<string> {
  const { min = 0, max = longest, complete } = spec;
  const schema = z.string().min(min).max(max);
  return {
    required: true,
    complete,
    json: (name) => ({
      ...spoken(name, spec),
      type: Type.String,
      required: true,
      ...(spec.min !== undefined && { min_length: min }),
      ...(spec.max !== undefined && { max_length: max }),
      ...(complete && { autocomplete: true }),
    }),
    parse: (raw) => schema.parse(raw),
  };
}

/** One of a fixed few, at most 25. */
export function choice<C extends Record<string, Text>>(spec: Spoken & { choices: C }): Option<Extract<keyof C, string>> {
  const schema = z.enum(Object.keys(spec.choices) as [Extract<keyof C, string>, ...Extract<keyof C, string>[]]);
  return {
    required: true,
    json: (name) => ({
      ...spoken(name, spec),
      type: Type.String,
      required: true,
      choices: Object.entries(spec.choices).map(([value, text]) => ({
        name: text.en,
        name_localizations: { fr: text.fr },
        value,
      })),
    }),
    parse: (raw) => schema.parse(raw) as Extract<keyof C, string>,
  };
}

export function integer(spec: Spoken & { min?: number; max?: number }): Option<number> {
  const schema = z
    .number()
    .int()
    .min(spec.min ?? Number.MIN_SAFE_INTEGER)
    .max(spec.max ?? Number.MAX_SAFE_INTEGER);
  return {
    required: true,
    json: (name) => ({
      ...spoken(name, spec),
      type: Type.Integer,
      required: true,
      ...(spec.min !== undefined && { min_value: spec.min }),
      ...(spec.max !== undefined && { max_value: spec.max }),
    }),
    parse: (raw) => schema.parse(raw),
  };
}

export const boolean = (spec: Spoken): Option<boolean> => ({
  required: true,
  json: (name) => ({ ...spoken(name, spec), type: Type.Boolean, required: true }),
  parse: (raw) => z.boolean().parse(raw),
});

const id = z.string().regex(/^\d{17,20}$/);

/** The Discord id of a person. */
export const user = (spec: Spoken): Option<string> => ({
  required: true,
  json: (name) => ({ ...spoken(name, spec), type: Type.User, required: true }),
  parse: (raw) => id.parse(raw),
});

/** The Discord id of a role. */
export const role = (spec: Spoken): Option<string> => ({
  required: true,
  json: (name) => ({ ...spoken(name, spec), type: Type.Role, required: true }),
  parse: (raw) => id.parse(raw),
});

/** The Discord id of a channel. */
export const channel = (spec: Spoken & { types?: APIApplicationCommandChannelOption['channel_types'] & {} }): Option<string> => ({
  required: true,
  json: (name) => ({
    ...spoken(name, spec),
    type: Type.Channel,
    required: true,
    ...(spec.types && { channel_types: spec.types }),
  }),
  parse: (raw) => id.parse(raw),
});

export const attachment = (spec: Spoken): Option<APIAttachment> => ({
  required: true,
  json: (name) => ({ ...spoken(name, spec), type: Type.Attachment, required: true }),
  parse(raw, resolved) {
    const file = resolved?.attachments?.[id.parse(raw)];
    if (!file) throw new Error('attachment without its file');
    return file;
  },
});

export const optional = <T>(option: Option<T>): Option<T | undefined> => ({
  ...option,
  required: false,
  json: (name) => ({ ...option.json(name), required: false }),
});
