import type { FormComponent } from '../../../discord/command.ts';
import { changeBy } from '../../../discord/context.ts';
import {
  channels,
  checkbox,
  checkboxes,
  type Form,
  type Field as FormField,
  form,
  longText,
  people,
  radio,
  roles,
  shortText,
} from '../../../discord/form.ts';
import { invalidForm, problem } from '../../../discord/messages.ts';
import { admin } from '../../../discord/policy.ts';
import { readSeconds, writeSeconds } from '../../../kernel/lapse.ts';
import { cut, type Text } from '../../../kernel/text.ts';
import { choiceLabel, fieldLabel } from '../messages/field.ts';
import { actions as namedActions, conditions as namedConditions, triggers as namedTriggers } from '../messages/kind.ts';
import { saidFault, tooLongForForm, unknownPiece } from '../messages/refusal.ts';
import { text } from '../messages/rule.ts';
import { type Field, type Fields, faultsOf, type Kinds } from '../rules/field.ts';
import { actionSchema, actions, conditionSchema, conditions, triggerSchema, triggers } from '../rules/rule.ts';
import { type Piece, putPiece } from '../service/draft.ts';
import { partScreen } from '../views/draft.ts';
import { type Part, pieceId } from '../wire.ts';

/** One form a kind of trigger, condition and action, made from what `rules` says of its fields: none is written by hand. */

const shapes: Record<Part, Kinds> = { triggers, conditions, actions };
const schemas = { triggers: triggerSchema, conditions: conditionSchema, actions: actionSchema } as const;
const names: Record<Part, Record<string, { name: Text }>> = {
  triggers: namedTriggers,
  conditions: namedConditions,
  actions: namedActions,
};

/** Longest of a field of a form. https://docs.discord.com/developers/components/reference#text-input */
const longestField = 4_000;
/** Most that a menu of channels, roles or people takes. */
const mostPicked = 25;

const help = (fr: string, en: string): Text => ({ fr: cut(fr, 100), en: cut(en, 100) });

/** How a field is asked for; what is typed is read by `readValue`, and judged by the schema of the rules alone. */
function asked(kind: string, name: string, field: Field): FormField<unknown> {
  const label = fieldLabel(kind, name);
  switch (field.kind) {
    case 'number': {
      const isTime = field.unit === 'seconds';
      const shown = (value: number, locale: 'fr' | 'en') =>
        locale === 'fr' ? writeSeconds(value) : writeSeconds(value).replace(/ j\b/g, ' d');
      const bounds: Text = isTime
        ? {
            fr: `De ${shown(field.min, 'fr')} à ${shown(field.max, 'fr')}.`,
            en: `From ${shown(field.min, 'en')} to ${shown(field.max, 'en')}.`,
          }
        : text.bounds(field.min, field.max);
      return shortText({ label, description: help(bounds.fr, bounds.en), max: 30 });
    }
    case 'flag':
      return checkbox({ label });
    case 'choice':
      return radio({ label, choices: Object.fromEntries(field.choices.map((value) => [value, choiceLabel(value)])) });
    case 'choices':
      return checkboxes({
        label,
        required: field.least > 0,
        min: field.least,
        choices: Object.fromEntries(field.choices.map((value) => [value, choiceLabel(value)])),
      });
    case 'text':
      if (name === 'roleId') return roles({ label, max: 1 });
      return (field.max > 100 ? longText : shortText)({ label, required: field.min > 0, max: field.max });
    case 'list': {
      const required = field.least > 0;
      const size = { required, min: required ? 1 : 0, max: Math.min(mostPicked, field.most) };
      if (field.of === 'channel') return channels({ label, ...size });
      if (field.of === 'role') return roles({ label, ...size });
      if (field.of === 'user') return people({ label, ...size });
      const { fr, en } = text.mostLines(field.most);
      return longText({ label, description: help(fr, en), required, max: longestField });
    }
  }
}

/** What was filled in, as the schema of the rules takes it. */
function readValue(name: string, field: Field, typed: unknown): unknown {
  if (field.kind === 'number') {
    const words = String(typed ?? '');
    const read = field.unit === 'seconds' ? readSeconds(words) : /^-?\d+$/.test(words.trim()) ? Number(words) : null;
    return read ?? words;
  }
  if (name === 'roleId') return Array.isArray(typed) ? (typed[0] ?? '') : typed;
  if (field.kind === 'list' && typeof typed === 'string')
    return typed
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
  return typed;
}

/** What a piece says already, as its form shows it. Throws `rules.too_long_for_form`. */
function initialOf(name: string, field: Field, value: unknown): string | readonly string[] {
  if (field.kind === 'number') return field.unit === 'seconds' ? writeSeconds(Number(value)) : String(value);
  if (field.kind === 'flag') return String(value === true);
  if (name === 'roleId') return value === '' ? [] : [String(value)];
  if (field.kind === 'list') {
    const values = value as readonly string[];
    const isPicked = ['channel', 'role', 'user'].includes(field.of);
    if (isPicked && values.length > mostPicked) throw tooLongForForm();
    if (isPicked) return values;
    const lines = values.join('\n');
    if (lines.length > longestField) throw tooLongForForm();
    return lines;
  }
  return Array.isArray(value) ? (value as string[]) : String(value ?? '');
}

type Address = { draftId: number; part: Part; kind: string; place: number };
type AnyForm = Form<Address, Record<string, FormField<unknown>>>;

/** Every value, with its label, that the schema refuses; `null` when it takes them all. */
function problemsOf(part: Part, kind: string, piece: Piece): Text[] {
  const read = schemas[part].safeParse(piece);
  if (read.success) return [];
  return faultsOf(read.error).map((fault) => {
    const [name = '', line] = fault.path;
    const said = saidFault(fault);
    // Of a list, which line.
    const where = (locale: 'fr' | 'en') =>
      typeof line === 'number' ? `${locale === 'fr' ? 'ligne' : 'line'} ${line + 1} : ` : '';
    return problem.ofField(fieldLabel(kind, String(name)), { fr: `${where('fr')}${said.fr}`, en: `${where('en')}${said.en}` });
  });
}

function formFor(part: Part, kind: string, fields: Fields): AnyForm {
  const name = names[part][kind]?.name ?? { fr: kind, en: kind };
  return form({
    id: pieceId as never,
    policy: admin,
    answer: 'update',
    title: { fr: cut(name.fr, 45), en: cut(name.en, 45) },
    fields: Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, asked(kind, key, field)])),
    async run(context, params: Address, typed) {
      const values = typed as Record<string, unknown>;
      const piece = {
        kind,
        ...Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, readValue(key, field, values[key])])),
      };
      const problems = problemsOf(part, kind, piece);
      if (problems.length > 0) throw invalidForm(problems);
      const checked = schemas[part].parse(piece) as Piece;
      const written = await putPiece(context.db, changeBy(context), params, checked);
      return partScreen(written, part, context.locale);
    },
  }) as unknown as AnyForm;
}

const forms = new Map<string, AnyForm>(
  (Object.keys(shapes) as Part[]).flatMap((part) =>
    Object.entries(shapes[part]).map(([kind, { fields }]) => [`${part}:${kind}`, formFor(part, kind, fields)] as const),
  ),
);
const fieldNames = [
  ...new Set(Object.values(shapes).flatMap((kinds) => Object.values(kinds).flatMap(({ fields }) => Object.keys(fields)))),
];

/** Throws `rules.unknown_piece` for a kind that this version does not know. */
function formOf({ part, kind }: Pick<Address, 'part' | 'kind'>): AnyForm {
  const found = forms.get(`${part}:${kind}`);
  if (!found) throw unknownPiece();
  return found;
}

/** What a piece of a kind begins with. Throws `rules.unknown_piece`. */
export function initialPiece(part: Part, kind: string): Piece {
  const shape = Object.hasOwn(shapes[part], kind) ? shapes[part][kind] : undefined;
  if (!shape) throw unknownPiece();
  return { kind, ...Object.fromEntries(Object.entries(shape.fields).map(([name, { initial }]) => [name, initial])) };
}

/** A kind of which there is nothing to fill in is added as it is. */
export const isComplete = (part: Part, kind: string): boolean => Object.keys(shapes[part][kind]?.fields ?? {}).length === 0;

/** The form of a piece, filled with what it says. */
export function openPiece(locale: 'fr' | 'en', params: Address, piece: Piece) {
  const { part, kind } = params;
  const values = piece as unknown as Record<string, unknown>;
  const fields = shapes[part][kind]?.fields ?? {};
  const initial = Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, initialOf(name, field, values[name] ?? field.initial)]),
  );
  return formOf(params).open(locale, params, initial);
}

/** All of them under one address: the kind in it says which form it is. */
export const pieceForm: FormComponent = {
  type: 'form',
  id: pieceId as FormComponent['id'],
  policy: admin,
  answer: 'update',
  fieldNames,
  run: async (context, params, submitted) => formOf(params as Address).run(context, params, submitted),
  reopen: (locale, customId, values) => formOf(pieceId.decode(customId)).reopen(locale, customId, values),
};
