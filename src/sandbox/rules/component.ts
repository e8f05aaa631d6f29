import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import { type Component, type Placed, selects, walk } from '../components.ts';
import type { Problem } from '../errors.ts';
import { count, duplicates, problem, type Rule, range, required, textLength } from './rule.ts';

const page = 'https://docs.discord.com/developers/components/reference';

type Tree = { components: readonly Component[] };

/** A rule about each component of some kinds, wherever it stands in a message or a form. */
const each = (
  name: string,
  anchor: string,
  kinds: readonly number[],
  check: (placed: Placed) => readonly Problem[],
): Rule<Tree> => ({
  name,
  page: `${page}#${anchor}`,
  check: ({ components }) => [...walk(components)].filter(({ component }) => kinds.includes(component.type)).flatMap(check),
});

const text = (component: Component, key: string) => (typeof component[key] === 'string' ? component[key] : undefined);
const list = (component: Component, key: string) =>
  Array.isArray(component[key]) ? (component[key] as Record<string, unknown>[]) : [];
const number = (component: Component, key: string) => (typeof component[key] === 'number' ? component[key] : undefined);

const interactive: readonly number[] = [
  ...selects,
  ComponentType.TextInput,
  ComponentType.FileUpload,
  ComponentType.RadioGroup,
  ComponentType.CheckboxGroup,
  ComponentType.Checkbox,
];

/** Kinds that only a form may hold. */
export const onlyForms: readonly number[] = [
  ComponentType.TextInput,
  ComponentType.Label,
  ComponentType.FileUpload,
  ComponentType.RadioGroup,
  ComponentType.CheckboxGroup,
  ComponentType.Checkbox,
];

const children: Readonly<Record<number, readonly number[]>> = {
  [ComponentType.ActionRow]: [ComponentType.Button, ...selects, ComponentType.TextInput],
  [ComponentType.Section]: [ComponentType.TextDisplay],
  [ComponentType.Container]: [
    ComponentType.ActionRow,
    ComponentType.TextDisplay,
    ComponentType.Section,
    ComponentType.MediaGallery,
    ComponentType.Separator,
    ComponentType.File,
  ],
};

export const componentRules: readonly Rule<Tree>[] = [
  each('a button that acts has a custom_id and no url', 'button', [ComponentType.Button], ({ component, path }) => {
    const { style } = component as unknown as { style?: number };
    if (style === ButtonStyle.Link || style === ButtonStyle.Premium) return [];
    if (component.url !== undefined && component.url !== null)
      return [problem(path, 'COMPONENT_INVALID_BUTTON', 'A custom id and url cannot both be specified')];
    return [...required([...path, 'custom_id'], component.custom_id), ...range([...path, 'style'], style ?? 0, 1, 4)];
  }),
  each(
    'a link button has a url of at most 512 characters and no custom_id',
    'button',
    [ComponentType.Button],
    ({ component, path }) => {
      if (component.style !== ButtonStyle.Link) return [];
      if (component.custom_id !== undefined)
        return [problem(path, 'COMPONENT_INVALID_BUTTON', 'A custom id and url cannot both be specified')];
      const url = text(component, 'url');
      const wrong = url && !/^(https?|discord):\/\/\S+$/.test(url);
      return [
        ...required([...path, 'url'], url),
        ...textLength([...path, 'url'], url, { max: 512 }),
        ...(wrong
          ? [problem([...path, 'url'], 'URL_TYPE_INVALID_SCHEME', `Scheme must be one of ('http', 'https', 'discord').`)]
          : []),
      ];
    },
  ),
  each('a button has a label of at most 80 characters or an emoji', 'button', [ComponentType.Button], ({ component, path }) => [
    ...textLength([...path, 'label'], text(component, 'label'), { max: 80 }),
    ...(text(component, 'label') || component.emoji || component.style === ButtonStyle.Premium
      ? []
      : [problem([...path, 'label'], 'BUTTON_COMPONENT_INVALID', 'A button must have a label or an emoji')]),
  ]),
  each(
    'a custom_id has 1 to 100 characters',
    'anatomy-of-a-component-custom-id',
    [...interactive, ComponentType.Button],
    ({ component, path }) => [
      ...(component.type === ComponentType.Button ? [] : required([...path, 'custom_id'], component.custom_id)),
      ...textLength([...path, 'custom_id'], component.custom_id || undefined, { min: 1, max: 100 }),
    ],
  ),
  {
    name: 'a custom_id is not there twice',
    page: `${page}#anatomy-of-a-component-custom-id`,
    check: ({ components }) =>
      duplicates([...walk(components)], ({ component }) => component.custom_id).map(({ path }) =>
        problem([...path, 'custom_id'], 'COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated'),
      ),
  },
  {
    name: 'an id is not there twice',
    page: `${page}#anatomy-of-a-component`,
    check: ({ components }) =>
      duplicates([...walk(components)], ({ component }) => (component.id ? String(component.id) : undefined)).map(({ path }) =>
        problem([...path, 'id'], 'COMPONENT_ID_DUPLICATED', 'Component id cannot be duplicated'),
      ),
  },
  each('a row holds 1 to 5 buttons, or 1 select', 'action-row', [ComponentType.ActionRow], ({ component, path }) => {
    const inside = component.components ?? [];
    const wide = inside.some(({ type }) => type !== ComponentType.Button);
    return wide && inside.length > 1
      ? [problem([...path, 'components'], 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', 'The specified component exceeds the maximum width')]
      : count([...path, 'components'], inside, { min: 1, max: 5 });
  }),
  each(
    'a component stands where its kind may stand',
    'component-reference',
    Object.keys(children).map(Number),
    ({ component, path }) =>
      (component.components ?? []).flatMap(({ type }, index) =>
        children[component.type]?.includes(type)
          ? []
          : [
              problem(
                [...path, 'components', index, 'type'],
                'UNION_TYPE_CHOICES',
                `Value of field "type" must be one of (${children[component.type]?.join(', ')}).`,
              ),
            ],
      ),
  ),
  each('a section has 1 to 3 texts and an accessory', 'section', [ComponentType.Section], ({ component, path }) => {
    const { accessory } = component;
    return [
      ...count([...path, 'components'], component.components, { min: 1, max: 3 }),
      ...required([...path, 'accessory'], accessory),
      ...(accessory && accessory.type !== ComponentType.Button && accessory.type !== ComponentType.Thumbnail
        ? [problem([...path, 'accessory', 'type'], 'UNION_TYPE_CHOICES', 'Value of field "type" must be one of (2, 11).')]
        : []),
    ];
  }),
  each('a container holds at least one component', 'container', [ComponentType.Container], ({ component, path }) =>
    count([...path, 'components'], component.components, { min: 1, max: 40 }),
  ),
  each('a text display has 1 to 4000 characters', 'text-display', [ComponentType.TextDisplay], ({ component, path }) => [
    ...required([...path, 'content'], text(component, 'content')),
    ...textLength([...path, 'content'], text(component, 'content') || undefined, { min: 1, max: 4000 }),
  ]),
  each(
    'a gallery has 1 to 10 items, described in at most 1024 characters',
    'media-gallery',
    [ComponentType.MediaGallery],
    ({ component, path }) => [
      ...count([...path, 'items'], list(component, 'items'), { min: 1, max: 10 }),
      ...list(component, 'items').flatMap((item, index) =>
        textLength([...path, 'items', index, 'description'], item.description as string | undefined, { max: 1024 }),
      ),
    ],
  ),
  each('a string select has 1 to 25 options', 'string-select', [ComponentType.StringSelect], ({ component, path }) =>
    count([...path, 'options'], list(component, 'options'), { min: 1, max: 25 }),
  ),
  each('a radio group has 2 to 10 options', 'radio-group', [ComponentType.RadioGroup], ({ component, path }) =>
    count([...path, 'options'], list(component, 'options'), { min: 2, max: 10 }),
  ),
  each('a checkbox group has 1 to 10 options', 'checkbox-group', [ComponentType.CheckboxGroup], ({ component, path }) =>
    count([...path, 'options'], list(component, 'options'), { min: 1, max: 10 }),
  ),
  each(
    'an option has a label and a value of 1 to 100 characters, a description of at most 100, and a value of its own',
    'string-select-select-option-structure',
    [ComponentType.StringSelect, ComponentType.RadioGroup, ComponentType.CheckboxGroup],
    ({ component, path }) => {
      const options = list(component, 'options');
      return [
        ...options.flatMap((option, index) => [
          ...textLength([...path, 'options', index, 'label'], String(option.label ?? ''), { min: 1, max: 100 }),
          ...textLength([...path, 'options', index, 'value'], String(option.value ?? ''), { min: 1, max: 100 }),
          ...textLength([...path, 'options', index, 'description'], option.description as string | undefined, { max: 100 }),
        ]),
        ...duplicates([...options.entries()], ([, option]) => String(option.value)).map(([index]) =>
          problem(
            [...path, 'options', index, 'value'],
            'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
            'The specified option value is already used',
          ),
        ),
      ];
    },
  ),
  each('a placeholder has at most 150 characters', 'string-select', selects, ({ component, path }) =>
    textLength([...path, 'placeholder'], text(component, 'placeholder'), { max: 150 }),
  ),
  each(
    'min_values is 0 to 25, max_values 1 to 25 and not below, and enough options exist',
    'string-select',
    selects,
    ({ component, path }) => {
      const min = number(component, 'min_values') ?? 1;
      const max = number(component, 'max_values') ?? 1;
      const options = list(component, 'options');
      const most = component.type === ComponentType.StringSelect ? Math.min(25, options.length) : 25;
      return [
        ...range([...path, 'min_values'], min, 0, 25),
        ...range([...path, 'max_values'], max, 1, 25),
        ...(max < min
          ? [problem([...path, 'max_values'], 'SELECT_COMPONENT_MAX_VALUES_TOO_SMALL', 'max_values must not be below min_values')]
          : []),
        ...(options.length > 0 && (min > most || max > most)
          ? [problem([...path, 'max_values'], 'BASE_TYPE_MAX_VALUE', `int value should be less than or equal to ${most}.`)]
          : []),
        ...(options.filter((option) => option.default === true).length > max
          ? [
              problem(
                [...path, 'options'],
                'SELECT_COMPONENT_TOO_MANY_DEFAULTS',
                'The number of default options exceeds max_values',
              ),
            ]
          : []),
      ];
    },
  ),
];
