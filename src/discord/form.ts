import {
  type APIAttachment,
  type APIComponentInLabel,
  type APIInteractionDataResolved,
  type APIModalComponent,
  type ChannelType,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10';
import type { Locale, Text } from '../kernel/text.ts';
import type { CustomId } from '../kernel/wire.ts';
import type { Answer, Answers, FormComponent, Modal, Submitted } from './command.ts';
import type { Context } from './context.ts';
import { invalidForm, problem } from './messages.ts';
import type { Policy } from './policy.ts';

type Sent = Submitted['values'][string] | undefined;
type Initial = string | readonly string[] | undefined;

/** What is wrong with a field, said after its label. */
class Problem extends Error {
  readonly text: Text;
  constructor(text: Text) {
    super(text.en);
    this.text = text;
  }
}

/** One field of a form: how it is drawn, and how what was typed is read. */
export type Field<T> = {
  readonly label: Text | null;
  /** What was typed is never kept, not even to correct it. */
  readonly isSecret?: boolean;
  json(id: string, locale: Locale, initial: Initial): APIModalComponent;
  /** Longest text that it holds. */
  readonly max?: number;
  /** Throws a `Problem`. */
  parse(sent: Sent, resolved: APIInteractionDataResolved | undefined): T;
};

// biome-ignore lint/suspicious/noExplicitAny: a record of fields of all types; `FieldValues` gives each its own back
export type Fields = Record<string, Field<any>>;
export type FieldValues<F extends Fields> = {
  [K in keyof F as F[K] extends Field<never> ? never : K]: F[K] extends Field<infer T> ? T : never;
};

type Labelled = { label: Text; description?: Text; required?: boolean };

/** Wraps a component in Discord's label. https://docs.discord.com/developers/components/reference#label */
function labelled<T>(
  spec: Labelled,
  component: (id: string, locale: Locale, initial: Initial) => APIComponentInLabel,
  parse: Field<T>['parse'],
): Field<T> {
  return {
    label: spec.label,
    json: (id, locale, initial) => ({
      type: ComponentType.Label,
      label: spec.label[locale],
      ...(spec.description && { description: spec.description[locale] }),
      component: component(id, locale, initial),
    }),
    parse,
  };
}

type TextSpec = Labelled & { min?: number; max: number; placeholder?: Text; secret?: boolean };

const textField =
  (style: TextInputStyle) =>
  (spec: TextSpec): Field<string> => {
    const { min = spec.required === false ? 0 : 1, max, required = true } = spec;
    const field = labelled(
      spec,
      (custom_id, locale, initial) => ({
        type: ComponentType.TextInput,
        style,
        custom_id,
        required,
        min_length: min,
        max_length: max,
        ...(spec.placeholder && { placeholder: spec.placeholder[locale] }),
        ...(typeof initial === 'string' && initial !== '' && { value: initial.slice(0, max) }),
      }),
      (sent) => {
        const typed = typeof sent === 'string' ? sent.trim() : '';
        if (typed === '' && !required) return '';
        if (typed === '') throw new Problem(problem.empty);
        if (typed.length < min) throw new Problem(problem.tooShort(min, typed.length));
        if (typed.length > max) throw new Problem(problem.tooLong(max, typed.length));
        return typed;
      },
    );
    return { ...field, max, isSecret: spec.secret ?? false };
  };

/** One line of text; spaces around it are dropped. `''` when optional and left empty. */
export const shortText = textField(TextInputStyle.Short);
export const longText = textField(TextInputStyle.Paragraph);

type Choices<C extends Record<string, Text>> = Labelled & { choices: C; descriptions?: Partial<Record<keyof C, Text>> };
type Key<C> = Extract<keyof C, string>;

const chosen = (sent: Sent): readonly string[] =>
  Array.isArray(sent) ? sent : typeof sent === 'string' && sent !== '' ? [sent] : [];
const startsWith = (initial: Initial, value: string): boolean => chosen(initial as Sent).includes(value);

function among<C extends Record<string, Text>>(choices: C, sent: Sent, { min, max }: { min: number; max: number }): Key<C>[] {
  const values = chosen(sent);
  if (values.length < min || values.length > max) throw new Problem(problem.howMany(min, max));
  if (values.some((value) => !Object.hasOwn(choices, value))) throw new Problem(problem.notAChoice);
  return values as Key<C>[];
}

const optionsOf = <C extends Record<string, Text>>({ choices, descriptions }: Choices<C>, locale: Locale, initial: Initial) =>
  Object.entries(choices).map(([value, text]) => ({
    value,
    label: text[locale],
    ...(descriptions?.[value] && { description: descriptions[value][locale] }),
    ...(startsWith(initial, value) && { default: true }),
  }));

/** A menu of which one is chosen, or several with `max`. At most 25 choices. */
export const menu = <C extends Record<string, Text>>(
  spec: Choices<C> & { min?: number; max?: number; placeholder?: Text },
): Field<Key<C>[]> => {
  const { required = true, min = required ? 1 : 0, max = 1 } = spec;
  return labelled(
    spec,
    (custom_id, locale, initial) => ({
      type: ComponentType.StringSelect,
      custom_id,
      required,
      min_values: min,
      max_values: max,
      ...(spec.placeholder && { placeholder: spec.placeholder[locale] }),
      options: optionsOf(spec, locale, initial),
    }),
    (sent) => among(spec.choices, sent, { min, max }),
  );
};

/** One of 2 to 10, all visible. `null` when optional and left alone. */
export const radio = <C extends Record<string, Text>>(spec: Choices<C>): Field<Key<C> | null> => {
  const { required = true } = spec;
  return labelled(
    spec,
    (custom_id, locale, initial) => ({
      type: ComponentType.RadioGroup,
      custom_id,
      required,
      options: optionsOf(spec, locale, initial),
    }),
    (sent) => among(spec.choices, sent, { min: required ? 1 : 0, max: 1 })[0] ?? null,
  );
};

/** Any of at most 10, all visible. */
export const checkboxes = <C extends Record<string, Text>>(
  spec: Choices<C> & { min?: number; max?: number },
): Field<Key<C>[]> => {
  const { required = true, min = required ? 1 : 0, max = Object.keys(spec.choices).length } = spec;
  return labelled(
    spec,
    (custom_id, locale, initial) => ({
      type: ComponentType.CheckboxGroup,
      custom_id,
      required,
      min_values: min,
      max_values: max,
      options: optionsOf(spec, locale, initial),
    }),
    (sent) => among(spec.choices, sent, { min, max }),
  );
};

/** A box to tick. */
export const checkbox = (spec: Omit<Labelled, 'required'>): Field<boolean> =>
  labelled(
    spec,
    (custom_id, _locale, initial) => ({ type: ComponentType.Checkbox, custom_id, ...(initial === 'true' && { default: true }) }),
    (sent) => sent === true,
  );

type EntitySpec = Labelled & { min?: number; max?: number };

const entities = (
  spec: EntitySpec,
  component: (
    common: { custom_id: string; required: boolean; min_values: number; max_values: number },
    initial: readonly string[],
  ) => APIComponentInLabel,
): Field<string[]> => {
  const { required = true, min = required ? 1 : 0, max = 1 } = spec;
  return labelled(
    spec,
    (custom_id, _locale, initial) =>
      component({ custom_id, required, min_values: min, max_values: max }, chosen(initial as Sent)),
    (sent) => {
      const ids = chosen(sent);
      if (ids.length < min || ids.length > max) throw new Problem(problem.howMany(min, max));
      return [...ids];
    },
  );
};

/** Discord ids of people. */
export const people = (spec: EntitySpec): Field<string[]> =>
  entities(spec, (common, ids) => ({
    type: ComponentType.UserSelect,
    ...common,
    ...(ids.length > 0 && { default_values: ids.map((id) => ({ id, type: 'user' as never })) }),
  }));

/** Discord ids of roles. */
export const roles = (spec: EntitySpec): Field<string[]> =>
  entities(spec, (common, ids) => ({
    type: ComponentType.RoleSelect,
    ...common,
    ...(ids.length > 0 && { default_values: ids.map((id) => ({ id, type: 'role' as never })) }),
  }));

/** Discord ids of people or roles. */
export const mentionables = (spec: EntitySpec): Field<string[]> =>
  entities(spec, (common) => ({ type: ComponentType.MentionableSelect, ...common }));

/** Discord ids of channels. */
export const channels = (spec: EntitySpec & { types?: readonly ChannelType[] }): Field<string[]> =>
  entities(spec, (common, ids) => ({
    type: ComponentType.ChannelSelect,
    ...common,
    ...(spec.types && { channel_types: [...spec.types] as never[] }),
    ...(ids.length > 0 && { default_values: ids.map((id) => ({ id, type: 'channel' as never })) }),
  }));

/** Files, at most 10. `maxBytes` bounds each. */
export const files = (spec: EntitySpec & { maxBytes: number }): Field<APIAttachment[]> => {
  const { required = true, min = required ? 1 : 0, max = 1, maxBytes } = spec;
  return labelled(
    spec,
    (custom_id) => ({ type: ComponentType.FileUpload, custom_id, required, min_values: min, max_values: max }),
    (sent, resolved) => {
      const found = chosen(sent).flatMap((id) => resolved?.attachments?.[id] ?? []);
      if (found.length < min || found.length > max) throw new Problem(problem.howMany(min, max));
      if (found.some((file) => file.size > maxBytes)) throw new Problem(problem.tooHeavy(maxBytes));
      return found;
    },
  );
};

/** A paragraph to read; nothing to fill. What `open` gives it is read below. */
export const note = (text: Text): Field<never> => ({
  label: null,
  json: (_id, locale, initial) =>
    ({
      type: ComponentType.TextDisplay,
      content: typeof initial === 'string' ? `${text[locale]}\n${initial}` : text[locale],
    }) as unknown as APIModalComponent,
  parse: () => undefined as never,
});

type FormSpec<P, F extends Fields, A extends Answer> = {
  id: CustomId<P>;
  policy: Policy;
  answer: Exclude<A, 'modal' | 'step'>;
  cooldownSeconds?: number;
  title: Text;
  /** 1 to 5; the key is the field's custom id. */
  fields: F;
  run(context: Context, params: P, fields: FieldValues<F>): Promise<Answers[A]>;
};

export type Form<P, F extends Fields> = FormComponent & {
  /** What a handler with `answer: 'modal'` returns. `initial` fills fields by their key. */
  open(locale: Locale, params: P, initial?: { [K in keyof F]?: string | readonly string[] | null | undefined }): Modal;
};

/**
 * A form: one declaration draws it, reads it and types it. When it is refused, by a field or by the service, the person is told every
 * problem at once and can correct what they typed.
 */
export function form<P, F extends Fields, A extends 'ephemeral' | 'update'>(spec: FormSpec<P, F, A>): Form<P, F> {
  const draw = (locale: Locale, custom_id: string, initial: Readonly<Record<string, Initial | null>>): Modal => ({
    custom_id,
    title: spec.title[locale],
    components: Object.entries(spec.fields).map(([key, field]) =>
      field.json(key, locale, initial[key] ?? undefined),
    ) as Modal['components'],
  });

  function read({ values, resolved }: Submitted): FieldValues<F> {
    const problems: Text[] = [];
    const read: Record<string, unknown> = {};
    for (const [key, field] of Object.entries(spec.fields)) {
      if (!field.label) continue;
      try {
        read[key] = field.parse(values[key], resolved);
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        problems.push(problem.ofField(field.label, error.text));
      }
    }
    if (problems.length > 0) throw invalidForm(problems);
    return read as FieldValues<F>;
  }

  /** A text that is cut would be saved cut: whoever opens the form sees to it that it fits. */
  function requireRoom(initial: Readonly<Record<string, Initial | null>>): void {
    for (const [key, { max = Number.POSITIVE_INFINITY }] of Object.entries(spec.fields)) {
      const value = initial[key];
      if (typeof value === 'string' && value.length > max) throw new Error(`${spec.id.prefix}: ${key} is too long to be shown`);
    }
  }

  return {
    type: 'form',
    fieldNames: Object.keys(spec.fields).filter((key) => !spec.fields[key]?.isSecret),
    id: spec.id,
    policy: spec.policy,
    answer: spec.answer,
    ...(spec.cooldownSeconds !== undefined && { cooldownSeconds: spec.cooldownSeconds }),
    run: async (context: Context, params: unknown, submitted: Submitted) => spec.run(context, params as P, read(submitted)),
    reopen: draw,
    open: (locale: Locale, params: P, initial: Readonly<Record<string, Initial | null>> = {}) => {
      requireRoom(initial);
      return draw(locale, spec.id.encode(params), initial);
    },
  } as unknown as Form<P, F>;
}
