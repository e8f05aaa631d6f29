import { ComponentType } from 'discord-api-types/v10';
import { type Component, selects, walk } from '../components.ts';
import { count, problem, type Rule, range, required, textLength } from './rule.ts';

export type FormSubject = { title?: unknown; custom_id?: unknown; components: readonly Component[] };

const page = 'https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-modal';
const componentPage = 'https://docs.discord.com/developers/components/reference';

const inLabels: readonly number[] = [
  ...selects,
  ComponentType.TextInput,
  ComponentType.FileUpload,
  ComponentType.RadioGroup,
  ComponentType.CheckboxGroup,
  ComponentType.Checkbox,
];

const asText = (value: unknown) => (typeof value === 'string' ? value : '');
const asNumber = (value: unknown) => (typeof value === 'number' ? value : undefined);

export const formRules: readonly Rule<FormSubject>[] = [
  {
    name: 'a form has a title of 1 to 45 characters',
    page,
    check: ({ title }) => textLength(['title'], asText(title), { min: 1, max: 45 }),
  },
  {
    name: 'a form has a custom_id of 1 to 100 characters',
    page,
    check: ({ custom_id }) => textLength(['custom_id'], asText(custom_id), { min: 1, max: 100 }),
  },
  {
    name: 'a form has 1 to 5 components',
    page,
    check: ({ components }) => count(['components'], components, { min: 1, max: 5 }),
  },
  {
    name: 'a form holds labels, texts, or rows with one text input',
    page: `${componentPage}#label`,
    check: ({ components }) =>
      components.flatMap((component, index) => {
        const inside = component.components ?? [];
        const row =
          component.type === ComponentType.ActionRow && inside.length === 1 && inside[0]?.type === ComponentType.TextInput;
        return row || component.type === ComponentType.Label || component.type === ComponentType.TextDisplay
          ? []
          : [problem(['components', index, 'type'], 'UNION_TYPE_CHOICES', 'Value of field "type" must be one of (1, 10, 18).')];
      }),
  },
  {
    name: 'a label has a text of 1 to 45, a description of at most 100 characters, and one field',
    page: `${componentPage}#label`,
    check: ({ components }) =>
      components.flatMap((component, index) =>
        component.type !== ComponentType.Label
          ? []
          : [
              ...textLength(['components', index, 'label'], asText(component.label), { min: 1, max: 45 }),
              ...textLength(['components', index, 'description'], asText(component.description), { max: 100 }),
              ...required(['components', index, 'component'], component.component),
              ...(component.component && !inLabels.includes(component.component.type)
                ? [
                    problem(
                      ['components', index, 'component', 'type'],
                      'UNION_TYPE_CHOICES',
                      `Value of field "type" must be one of (${inLabels.join(', ')}).`,
                    ),
                  ]
                : []),
            ],
      ),
  },
  {
    name: 'a text input: style, lengths of 0 to 4000, a value that fits, a placeholder of at most 100 characters',
    page: `${componentPage}#text-input`,
    check: ({ components }) =>
      [...walk(components)].flatMap(({ component, path, parent }) => {
        if (component.type !== ComponentType.TextInput) return [];
        const min = asNumber(component.min_length) ?? 0;
        const max = asNumber(component.max_length) ?? 4000;
        const inRow = parent?.type === ComponentType.ActionRow;
        return [
          ...range([...path, 'style'], asNumber(component.style) ?? 0, 1, 2),
          ...range([...path, 'min_length'], min, 0, 4000),
          ...range([...path, 'max_length'], max, 1, 4000),
          ...(max < min
            ? [problem([...path, 'max_length'], 'TEXT_INPUT_MAX_BELOW_MIN', 'max_length must not be below min_length')]
            : []),
          ...textLength([...path, 'placeholder'], asText(component.placeholder), { max: 100 }),
          ...textLength([...path, 'value'], asText(component.value), { max }),
          ...(inRow ? textLength([...path, 'label'], asText(component.label), { min: 1, max: 45 }) : []),
          ...(!inRow && component.label
            ? [problem([...path, 'label'], 'TEXT_INPUT_LABEL_IN_LABEL', 'label cannot be used inside a label component')]
            : []),
        ];
      }),
  },
  {
    name: 'a select in a form is not disabled',
    page: `${componentPage}#string-select`,
    check: ({ components }) =>
      [...walk(components)].flatMap(({ component, path }) =>
        selects.includes(component.type) && component.disabled === true
          ? [problem([...path, 'disabled'], 'MODAL_SELECT_DISABLED', 'disabled cannot be used in a modal')]
          : [],
      ),
  },
  {
    name: 'a file upload wants 0 to 10 files',
    page: `${componentPage}#file-upload`,
    check: ({ components }) =>
      [...walk(components)].flatMap(({ component, path }) =>
        component.type !== ComponentType.FileUpload
          ? []
          : [
              ...range([...path, 'min_values'], asNumber(component.min_values), 0, 10),
              ...range([...path, 'max_values'], asNumber(component.max_values), 1, 10),
            ],
      ),
  },
];
