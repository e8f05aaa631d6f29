import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import type { Problem } from '../errors.ts';
import { count, duplicates, lengthOf, problem, type Rule, textLength } from './rule.ts';

export type OptionSubject = {
  type: number;
  name: string;
  description: string;
  name_localizations?: Record<string, string | null> | null | undefined;
  description_localizations?: Record<string, string | null> | null | undefined;
  required?: boolean | undefined;
  autocomplete?: boolean | undefined;
  choices?:
    | { name: string; value: string | number; name_localizations?: Record<string, string | null> | null | undefined }[]
    | undefined;
  options?: OptionSubject[] | undefined;
  min_value?: number | undefined;
  max_value?: number | undefined;
  min_length?: number | undefined;
  max_length?: number | undefined;
  channel_types?: number[] | undefined;
};

export type CommandSubject = Omit<OptionSubject, 'type'> & { type: number };

const page = 'https://docs.discord.com/developers/interactions/application-commands';

/** https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-naming */
export const commandName = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

type Path = readonly (string | number)[];

function* optionsOf(
  options: readonly OptionSubject[] | undefined,
  path: Path = [],
): Generator<{ option: OptionSubject; path: Path }> {
  for (const [index, option] of (options ?? []).entries()) {
    const here = [...path, 'options', index];
    yield { option, path: here };
    yield* optionsOf(option.options, here);
  }
}

const nesting: readonly number[] = [ApplicationCommandOptionType.Subcommand, ApplicationCommandOptionType.SubcommandGroup];
const numeric: readonly number[] = [ApplicationCommandOptionType.Integer, ApplicationCommandOptionType.Number];

const isName = (name: string) => commandName.test(name) && name === name.toLowerCase();
const badName = (path: Path) => problem(path, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');

const names = (
  path: Path,
  named: { name: string; name_localizations?: Record<string, string | null> | null | undefined },
): Problem[] => [
  ...(isName(named.name) ? [] : [badName([...path, 'name'])]),
  ...Object.entries(named.name_localizations ?? {}).flatMap(([locale, name]) =>
    name === null || isName(name) ? [] : [badName([...path, 'name_localizations', locale])],
  ),
];

const descriptions = (path: Path, described: Pick<OptionSubject, 'description' | 'description_localizations'>): Problem[] => [
  ...textLength([...path, 'description'], described.description, { min: 1, max: 100 }),
  ...Object.entries(described.description_localizations ?? {}).flatMap(([locale, text]) =>
    textLength([...path, 'description_localizations', locale], text, { min: 1, max: 100 }),
  ),
];

/** Names, descriptions and values count, each in its longest language. */
export function commandLength(command: Omit<OptionSubject, 'type'>): number {
  const longest = (text: string, others: Record<string, string | null> | null | undefined) =>
    Math.max(lengthOf(text), ...Object.values(others ?? {}).map((other) => lengthOf(other ?? '')));
  const own = longest(command.name, command.name_localizations) + longest(command.description, command.description_localizations);
  const choices = (command.choices ?? []).reduce(
    (sum, choice) => sum + longest(choice.name, choice.name_localizations) + lengthOf(String(choice.value)),
    0,
  );
  return (command.options ?? []).reduce((sum, option) => sum + commandLength(option), own + choices);
}

const eachOption = (name: string, check: (option: OptionSubject, path: Path) => readonly Problem[]): Rule<CommandSubject> => ({
  name,
  page: `${page}#application-command-object-application-command-option-structure`,
  check: (command) => [...optionsOf(command.options)].flatMap(({ option, path }) => check(option, path)),
});

export const commandRules: readonly Rule<CommandSubject>[] = [
  {
    name: 'a slash command is named in lower case letters, digits, - and _, at most 32',
    page: `${page}#application-command-object-application-command-naming`,
    check: (command) => (command.type === ApplicationCommandType.ChatInput ? names([], command) : []),
  },
  {
    name: 'a user or message command has a name of 1 to 32 characters, and neither description nor options',
    page: `${page}#user-commands`,
    check: (command) =>
      command.type === ApplicationCommandType.ChatInput
        ? []
        : [
            ...textLength(['name'], command.name, { min: 1, max: 32 }),
            ...textLength(['description'], command.description, { max: 0 }),
            ...count(['options'], command.options, { max: 0 }),
          ],
  },
  {
    name: 'a slash command has a description of 1 to 100 characters',
    page: `${page}#application-command-object-application-command-structure`,
    check: (command) => (command.type === ApplicationCommandType.ChatInput ? descriptions([], command) : []),
  },
  {
    name: 'at most 25 options on each level',
    page: `${page}#application-command-object-application-command-structure`,
    check: (command) => [
      ...count(['options'], command.options, { max: 25 }),
      ...[...optionsOf(command.options)].flatMap(({ option, path }) => count([...path, 'options'], option.options, { max: 25 })),
    ],
  },
  {
    name: 'a command has at most 8000 characters in all',
    page: `${page}#registering-a-command`,
    check: (command) =>
      commandLength(command) > 8000 ? [problem([], 'APPLICATION_COMMAND_TOO_LARGE', 'Command exceeds maximum size (8000)')] : [],
  },
  {
    name: 'required options come first',
    page: `${page}#application-command-object-application-command-structure`,
    check: (command) =>
      [{ option: command as Omit<OptionSubject, 'type'>, path: [] as Path }, ...optionsOf(command.options)].flatMap(
        ({ option, path }) => {
          const options = option.options ?? [];
          const firstOptional = options.findIndex((child) => !child.required && !nesting.includes(child.type));
          return options.flatMap((child, index) =>
            child.required && firstOptional >= 0 && index > firstOptional
              ? [
                  problem(
                    [...path, 'options', index],
                    'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
                    'Required options must be placed before non-required options',
                  ),
                ]
              : [],
          );
        },
      ),
  },
  {
    name: 'two options of one command are not named alike',
    page: `${page}#application-command-object-application-command-option-structure`,
    check: (command) =>
      [{ option: command as Omit<OptionSubject, 'type'>, path: [] as Path }, ...optionsOf(command.options)].flatMap(
        ({ option, path }) =>
          duplicates(option.options ?? [], ({ name }) => name).map(() =>
            problem(
              [...path, 'options'],
              'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
              'Option name already exists in these options',
            ),
          ),
      ),
  },
  {
    name: 'subcommands and other options do not stand side by side; groups hold subcommands only',
    page: `${page}#subcommands-and-subcommand-groups`,
    check: (command) => {
      const top = command.options ?? [];
      const mixed = top.some(({ type }) => nesting.includes(type)) && top.some(({ type }) => !nesting.includes(type));
      const deep = [...optionsOf(top)].filter(({ option }) =>
        (option.options ?? []).some(
          (child) =>
            nesting.includes(child.type) &&
            !(
              option.type === ApplicationCommandOptionType.SubcommandGroup &&
              child.type === ApplicationCommandOptionType.Subcommand
            ),
        ),
      );
      const invalid = (path: Path) =>
        problem(
          path,
          'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
          'Sub-command and sub-command group option types are mutually exclusive to all other types',
        );
      return [...(mixed ? [invalid(['options'])] : []), ...deep.map(({ path }) => invalid(path))];
    },
  },
  eachOption('an option is named like a command', (option, path) => names(path, option)),
  eachOption('an option has a description of 1 to 100 characters', (option, path) => descriptions(path, option)),
  eachOption('at most 25 choices, named in 1 to 100 characters, with values of at most 100', (option, path) => [
    ...count([...path, 'choices'], option.choices, { max: 25 }),
    ...(option.choices ?? []).flatMap((choice, index) => [
      ...textLength([...path, 'choices', index, 'name'], choice.name, { min: 1, max: 100 }),
      ...textLength([...path, 'choices', index, 'value'], String(choice.value), { max: 100 }),
    ]),
  ]),
  eachOption('choices and autocomplete exclude each other', (option, path) =>
    option.autocomplete && (option.choices?.length ?? 0) > 0
      ? [
          problem(
            [...path, 'autocomplete'],
            'APPLICATION_COMMAND_AUTOCOMPLETE_NOT_ALLOWED',
            'autocomplete cannot be set along with choices',
          ),
        ]
      : [],
  ),
  eachOption('bounds belong to numbers and lengths to texts', (option, path) => {
    const bounds = option.min_value !== undefined || option.max_value !== undefined;
    const lengths = option.min_length !== undefined || option.max_length !== undefined;
    return [
      ...(bounds && !numeric.includes(option.type)
        ? [problem(path, 'APPLICATION_COMMAND_OPTION_BOUNDS', 'min_value and max_value are for numbers')]
        : []),
      ...(lengths && option.type !== ApplicationCommandOptionType.String
        ? [problem(path, 'APPLICATION_COMMAND_OPTION_LENGTHS', 'min_length and max_length are for strings')]
        : []),
      ...(option.channel_types && option.type !== ApplicationCommandOptionType.Channel
        ? [problem(path, 'APPLICATION_COMMAND_OPTION_CHANNELS', 'channel_types is for channels')]
        : []),
    ];
  }),
];

export const choiceRules: readonly Rule<{ choices: readonly { name: string; value: string | number }[] }>[] = [
  {
    name: 'autocomplete answers at most 25 choices, named in 1 to 100 characters, with values of at most 100',
    page: 'https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-autocomplete',
    check: ({ choices }) => [
      ...count(['choices'], choices, { max: 25 }),
      ...choices.flatMap((choice, index) => [
        ...textLength(['choices', index, 'name'], choice.name, { min: 1, max: 100 }),
        ...textLength(['choices', index, 'value'], String(choice.value), { max: 100 }),
      ]),
    ],
  },
];
