import { type APISelectMenuComponent, ComponentType } from 'discord-api-types/v10';
import { channelTypes, colorOf, hex, isThread } from './lookup.ts';
import { state } from './state.ts';

/** One line of a list to choose from. */
export type Entry = {
  value: string;
  label: string;
  description: string | null;
  kind: 'plain' | 'user' | 'role' | 'channel' | 'thread';
  color: string | null;
  emoji: string | null;
};

const plain = { description: null, color: null, emoji: null };

export const userEntries = (): Entry[] =>
  (state.snapshot?.guild?.members ?? [])
    .map((member) => ({
      ...plain,
      kind: 'user' as const,
      value: member.id,
      label: member.name,
      description: member.username,
      color: colorOf(member.id),
    }))
    .sort((a, b) => a.label.localeCompare(b.label));

export const roleEntries = (): Entry[] =>
  [...(state.snapshot?.guild?.roles ?? [])]
    .sort((a, b) => b.position - a.position)
    .map((role) => ({
      ...plain,
      kind: 'role',
      value: role.id,
      label: role.name,
      color: role.color === 0 ? null : hex(role.color),
    }));

/** `types` empty: every kind of channel. */
export const channelEntries = (types: readonly number[]): Entry[] =>
  (state.snapshot?.guild?.channels ?? [])
    .filter((channel) => (types.length > 0 ? types.includes(channel.type) : true))
    .map((channel) => ({
      ...plain,
      kind: isThread(channel) ? 'thread' : 'channel',
      value: channel.id,
      label: channel.name,
      description: state.snapshot?.guild?.channels.find(({ id }) => id === channel.parentId)?.name ?? null,
      emoji: channel.type === channelTypes.category ? '📁' : null,
    }));

export function selectEntries(component: APISelectMenuComponent): Entry[] {
  switch (component.type) {
    case ComponentType.StringSelect:
      return component.options.map((option) => ({
        ...plain,
        kind: 'plain',
        value: option.value,
        label: option.label,
        description: option.description ?? null,
        emoji: option.emoji?.id ? null : (option.emoji?.name ?? null),
      }));
    case ComponentType.UserSelect:
      return userEntries();
    case ComponentType.RoleSelect:
      return roleEntries();
    case ComponentType.MentionableSelect:
      return [...userEntries(), ...roleEntries()];
    default:
      return channelEntries(component.channel_types ?? []);
  }
}

/** What a select shows before anything is chosen. */
export function defaultValues(component: APISelectMenuComponent): string[] {
  if (component.type === ComponentType.StringSelect) {
    return component.options.filter((option) => option.default).map((option) => option.value);
  }
  return (component.default_values ?? []).map((value) => value.id);
}

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Entries that hold every word of the query, in any order, accents and case aside; those that begin with it first. */
export function search(entries: readonly Entry[], query: string): Entry[] {
  const wanted = folded(query.replace(/^[@#/]/, '').trim());
  if (!wanted) return [...entries];
  const words = wanted.split(/\s+/);
  return entries
    .filter((entry) => words.every((word) => folded(`${entry.label} ${entry.description ?? ''}`).includes(word)))
    .sort((a, b) => Number(folded(b.label).startsWith(wanted)) - Number(folded(a.label).startsWith(wanted)));
}
