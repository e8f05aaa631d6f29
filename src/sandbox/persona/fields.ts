import { ComponentType } from 'discord-api-types/v10';
import { type Component, selects, walk } from '../components.ts';
import type { Named } from '../interactions/resolve.ts';
import { channelPermissions, hasPermission } from '../permissions.ts';
import type { Attachment, Channel, World } from '../world.ts';
import { ClientRefusal, type FieldInput, type FileInput } from './persona.ts';

/** A component by a prefix of its custom id or by its label. The client finds nothing disabled. */
export function componentIn(components: readonly Component[], target: string, kinds: readonly number[]): Component {
  const all = [...walk(components)].map(({ component }) => component).filter(({ type }) => kinds.includes(type));
  const found =
    all.find(({ custom_id }) => custom_id === target) ??
    all.find(({ custom_id }) => custom_id?.startsWith(target)) ??
    all.find((component) => component.label === target);
  if (!found)
    throw new ClientRefusal(`no component ${target} in [${all.map(({ custom_id }) => custom_id ?? 'link').join(', ')}]`);
  if (found.disabled === true) throw new ClientRefusal(`${target} is disabled`);
  return found;
}

const bound = (component: Component, key: string, otherwise: number) =>
  typeof component[key] === 'number' ? component[key] : otherwise;
const optionsOf = (component: Component) =>
  Array.isArray(component.options) ? (component.options as { value: string; label: string }[]) : [];

/** Values as the client lets them be chosen: enough, not too many, each one there. Options may be given by their label. */
export function chosen(
  world: World,
  channel: Channel,
  userId: string,
  component: Component,
  wanted: readonly string[],
): string[] {
  const wrong = (why: string) => new ClientRefusal(`${component.custom_id}: ${why}`);
  const least = component.required === false ? 0 : bound(component, 'min_values', 1);
  const most = bound(component, 'max_values', component.type === ComponentType.CheckboxGroup ? optionsOf(component).length : 1);
  if (new Set(wanted).size !== wanted.length) throw wrong('the same twice');
  if (wanted.length < least && !(wanted.length === 0 && component.required === false)) throw wrong(`at least ${least}`);
  if (wanted.length > most) throw wrong(`at most ${most}`);
  const guild = world.guilds.get(channel.guild_id ?? '');
  return wanted.map((value) => {
    const { type } = component;
    if (type === ComponentType.UserSelect && guild?.members.has(value)) return value;
    if (type === ComponentType.RoleSelect && guild?.roles.has(value)) return value;
    if (type === ComponentType.MentionableSelect && (guild?.members.has(value) || guild?.roles.has(value))) return value;
    if (type === ComponentType.ChannelSelect) {
      const place = world.channels.get(value);
      const kinds = (component.channel_types as number[] | undefined) ?? [];
      if (
        place &&
        place.guild_id === channel.guild_id &&
        (kinds.length === 0 || kinds.includes(place.type)) &&
        hasPermission(channelPermissions(world, place, userId), 'ViewChannel')
      )
        return value;
    }
    const option =
      optionsOf(component).find((one) => one.value === value) ?? optionsOf(component).find((one) => one.label === value);
    if (!option) throw wrong(`${value} cannot be chosen`);
    return option.value;
  });
}

/** The ids that a select names, for its `resolved`. */
export function namedBy(world: World, type: number, values: readonly string[]): Named {
  if (type === ComponentType.UserSelect) return { users: values };
  if (type === ComponentType.RoleSelect) return { roles: values };
  if (type === ComponentType.ChannelSelect) return { channels: values };
  if (type === ComponentType.MentionableSelect)
    return { users: values.filter((id) => world.users.has(id)), roles: values.filter((id) => !world.users.has(id)) };
  return {};
}

type Filled = { components: object[]; named: Named };

/** What the client sends for a whole form; it refuses what is left out, too short, too long, or not there. */
export function filled(
  world: World,
  channel: Channel,
  userId: string,
  components: readonly Component[],
  values: Record<string, FieldInput>,
  attach: (files: readonly FileInput[]) => Attachment[],
): Filled {
  const named: Required<Pick<Named, 'users' | 'roles' | 'channels' | 'attachments'>> = {
    users: [],
    roles: [],
    channels: [],
    attachments: [],
  };
  const used = new Set<string>();
  const inputOf = (customId: string): FieldInput | undefined => {
    const key = customId in values ? customId : Object.keys(values).find((prefix) => customId.startsWith(prefix));
    if (key !== undefined) used.add(key);
    return key === undefined ? undefined : values[key];
  };
  const note = (more: Named) => {
    for (const kind of ['users', 'roles', 'channels', 'attachments'] as const)
      Object.assign(named, { [kind]: [...named[kind], ...(more[kind] ?? [])] });
  };
  const fill = (component: Component): object => {
    const base = { type: component.type, id: component.id };
    if (component.component) return { ...base, component: fill(component.component) };
    if (component.components) return { ...base, components: component.components.map(fill) };
    const customId = component.custom_id;
    if (customId === undefined) return base;
    const input = inputOf(customId);
    const field = { ...base, custom_id: customId };
    if (component.type === ComponentType.TextInput) return { ...field, value: typed(component, input) };
    if (component.type === ComponentType.Checkbox)
      return { ...field, value: input === undefined ? component.default === true : input === true };
    if (component.type === ComponentType.RadioGroup) {
      const preset = optionsOf(component).find((option) => 'default' in option && option.default === true)?.value;
      const one =
        typeof input === 'string' ? [input] : ((input as string[] | undefined) ?? (preset === undefined ? [] : [preset]));
      return { ...field, value: chosen(world, channel, userId, component, one)[0] ?? null };
    }
    if (component.type === ComponentType.FileUpload) {
      const files = (Array.isArray(input) ? input : []) as readonly FileInput[];
      const least = component.required === false ? 0 : bound(component, 'min_values', 1);
      if (files.length < least || files.length > bound(component, 'max_values', 1))
        throw new ClientRefusal(`${customId}: ${files.length} files`);
      const attachments = attach(files);
      note({ attachments });
      return { ...field, values: attachments.map(({ id }) => id) };
    }
    const wanted =
      input === undefined
        ? defaultsOf(component)
        : typeof input === 'string'
          ? [input]
          : ((Array.isArray(input) ? input : []) as string[]);
    const picked = chosen(world, channel, userId, component, wanted);
    if (selects.includes(component.type)) note(namedBy(world, component.type, picked));
    return { ...field, values: picked };
  };
  const sent = components.map(fill);
  const unknown = Object.keys(values).filter((key) => !used.has(key));
  if (unknown.length > 0) throw new ClientRefusal(`the form has no field ${unknown.join(', ')}`);
  return { components: sent, named };
}

const defaultsOf = (component: Component): string[] => [
  ...optionsOf(component).flatMap((option) => ('default' in option && option.default === true ? [option.value] : [])),
  ...((component.default_values as { id: string }[] | undefined) ?? []).map(({ id }) => id),
];

function typed(component: Component, input: FieldInput | undefined): string {
  const text =
    typeof input === 'string' ? input : typeof component.value === 'string' && input === undefined ? component.value : '';
  const wrong = (why: string) => new ClientRefusal(`${component.custom_id}: ${why}`);
  if (text === '') {
    if (component.required === false) return '';
    throw wrong('must be filled in');
  }
  if (text.length < bound(component, 'min_length', 0)) throw wrong(`at least ${bound(component, 'min_length', 0)} characters`);
  if (text.length > bound(component, 'max_length', 4000))
    throw wrong(`at most ${bound(component, 'max_length', 4000)} characters`);
  return text;
}
