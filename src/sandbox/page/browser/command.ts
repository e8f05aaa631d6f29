import { ApplicationCommandOptionType as Type } from 'discord-api-types/v10';
import type { CommandView, OptionValue, OptionView, UploadedFile } from '../wire.ts';
import { act } from './api.ts';
import { run } from './deeds.ts';
import { channelEntries, type Entry, roleEntries, search, userEntries } from './entries.ts';
import { type CommandDraft, change, changeDraft, draftOf, state } from './state.ts';

/** Filling in a slash command, as Discord's composer does. */

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Commands whose words begin with what is typed, in the person's language or in English. */
export function matching(text: string): CommandView[] {
  const wanted = folded(text.slice(1).trim());
  const commands = state.snapshot?.commands ?? [];
  const begins = (command: CommandView) => folded(command.name).startsWith(wanted) || command.path.startsWith(wanted);
  const holds = (command: CommandView) => folded(command.name).includes(wanted) || command.path.includes(wanted);
  return [...commands.filter(begins), ...commands.filter((command) => !begins(command) && holds(command))];
}

export function choose(channelId: string, command: CommandView): void {
  changeDraft(channelId, (draft) => {
    draft.text = '';
    draft.active = 0;
    draft.command = {
      command,
      shown: command.options.filter((option) => option.required).map((option) => option.key),
      texts: {},
      values: {},
      focused: null,
      suggestions: null,
      active: 0,
      errors: {},
    };
  });
  focusSoon(command.options.find((option) => option.required)?.key ?? null);
}

export const abandon = (channelId: string): void => {
  changeDraft(channelId, (draft) => {
    draft.command = null;
  });
  queueMicrotask(() => document.querySelector<HTMLElement>('.composer textarea')?.focus());
};

/** Once the field is drawn. Without a key: the command's own place, where Enter sends it. */
export function focusSoon(key: string | null): void {
  setTimeout(() => document.getElementById(key ? `command-option-${key}` : 'command-name')?.focus());
}

export function show(channelId: string, key: string): void {
  changeDraft(channelId, ({ command }) => {
    if (command && !command.shown.includes(key)) command.shown.push(key);
  });
  focusSoon(key);
}

/** Whether only a value of the list will do. */
const isClosed = (option: OptionView): boolean =>
  option.choices.length > 0 || [Type.Boolean, Type.User, Type.Channel, Type.Role, Type.Mentionable].includes(option.type);

/** What the list above the field offers. */
export function entriesFor(draft: CommandDraft, option: OptionView): Entry[] {
  const text = draft.texts[option.key] ?? '';
  if (option.autocomplete) return (draft.suggestions ?? []).map(({ name, value }) => plainEntry(String(value), name));
  // A field that already holds a choice offers all the others again.
  const query = draft.values[option.key] === undefined ? text : '';
  if (option.choices.length > 0)
    return search(
      option.choices.map(({ name, value }) => plainEntry(String(value), name)),
      query,
    );
  switch (option.type) {
    case Type.Boolean:
      return search([plainEntry('true', state.words.yes), plainEntry('false', state.words.no)], query);
    case Type.User:
      return search(userEntries(), query);
    case Type.Role:
      return search(roleEntries(), query);
    case Type.Mentionable:
      return search([...userEntries(), ...roleEntries()], query);
    case Type.Channel:
      return search(channelEntries(option.channelTypes), query);
    default:
      return [];
  }
}

const plainEntry = (value: string, label: string): Entry => ({
  value,
  label,
  description: null,
  kind: 'plain',
  color: null,
  emoji: null,
});

export function type(channelId: string, option: OptionView, text: string): void {
  changeDraft(channelId, ({ command }) => {
    if (!command) return;
    command.texts[option.key] = text;
    command.active = 0;
    delete command.errors[option.key];
    const value = isClosed(option) ? undefined : typed(option, text);
    if (value === undefined) delete command.values[option.key];
    else command.values[option.key] = value;
  });
  if (option.autocomplete) suggest(channelId, option);
}

function typed(option: OptionView, text: string): OptionValue | undefined {
  if (text.trim() === '') return undefined;
  if (option.type === Type.Integer || option.type === Type.Number) {
    const number = Number(text.replace(',', '.'));
    return Number.isFinite(number) && (option.type === Type.Number || Number.isInteger(number)) ? number : undefined;
  }
  return text;
}

export function take(channelId: string, option: OptionView, entry: Entry): void {
  changeDraft(channelId, ({ command }) => {
    if (!command) return;
    command.texts[option.key] = entry.label;
    const numeric = option.type === Type.Integer || option.type === Type.Number;
    command.values[option.key] =
      option.type === Type.Boolean ? entry.value === 'true' : numeric ? Number(entry.value) : entry.value;
    command.active = 0;
    delete command.errors[option.key];
    const next = command.shown[command.shown.indexOf(option.key) + 1];
    command.focused = next ?? null;
    focusSoon(next ?? null);
  });
}

export function attach(channelId: string, option: OptionView, file: UploadedFile): void {
  changeDraft(channelId, ({ command }) => {
    if (!command) return;
    command.texts[option.key] = file.name;
    command.values[option.key] = file;
    delete command.errors[option.key];
  });
}

export function focus(channelId: string, option: OptionView | null): void {
  const draft = draftOf(channelId).command;
  if (!draft || draft.focused === (option?.key ?? null)) return;
  changeDraft(channelId, ({ command }) => {
    if (!command) return;
    command.focused = option?.key ?? null;
    command.active = 0;
    command.suggestions = null;
  });
  if (option?.autocomplete) suggest(channelId, option);
}

let lastSuggest = 0;

/** The bot's suggestions, a moment after the last key; an answer to an older key is dropped. */
function suggest(channelId: string, option: OptionView): void {
  lastSuggest += 1;
  const mine = lastSuggest;
  setTimeout(async () => {
    const draft = draftOf(channelId).command;
    if (mine !== lastSuggest || !draft || !state.userId) return;
    const { [option.key]: _, ...others } = draft.values;
    const options = { ...others, [option.key]: draft.texts[option.key] ?? '' };
    const suggestions = await act(state.userId, 'autocomplete', {
      path: draft.command.path,
      options,
      focused: option.key,
      channelId,
    }).catch(() => []);
    if (mine !== lastSuggest) return;
    change(() => {
      draft.suggestions = suggestions;
    });
  }, 120);
}

export function send(channelId: string): void {
  const draft = draftOf(channelId).command;
  if (!draft) return;
  const errors: Record<string, string> = {};
  for (const option of draft.command.options) {
    const text = draft.texts[option.key]?.trim() ?? '';
    const value = draft.values[option.key];
    if (value !== undefined) continue;
    if (text) errors[option.key] = state.words.pickOne;
    else if (option.required) errors[option.key] = state.words.required;
  }
  const [first] = Object.keys(errors);
  if (first) {
    change(() => {
      draft.errors = errors;
    });
    focusSoon(first);
    return;
  }
  const { path } = draft.command;
  const options = { ...draft.values };
  abandon(channelId);
  void run(channelId, { path, options, channelId });
}
