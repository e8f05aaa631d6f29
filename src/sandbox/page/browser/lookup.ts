import type { APIMessage, APIUser } from 'discord-api-types/v10';
import type { ChannelView, MemberView, RoleView } from '../wire.ts';
import { type Place, state } from './state.ts';

export const channelTypes = {
  text: 0,
  direct: 1,
  voice: 2,
  category: 4,
  news: 5,
  newsThread: 10,
  publicThread: 11,
  privateThread: 12,
  stage: 13,
  forum: 15,
  media: 16,
};

/** The voice channel that this window's person is in. */
export const ownRoom = (): ChannelView | undefined =>
  state.snapshot?.guild?.channels.find((channel) => channel.voice?.people.includes(state.userId ?? ''));

export const isThread = (channel: ChannelView): boolean =>
  channel.type === channelTypes.newsThread ||
  channel.type === channelTypes.publicThread ||
  channel.type === channelTypes.privateThread;

export const memberOf = (id: string): MemberView | undefined => state.snapshot?.guild?.members.find((member) => member.id === id);
export const roleOf = (id: string): RoleView | undefined => state.snapshot?.guild?.roles.find((role) => role.id === id);
export const channelOf = (id: string): ChannelView | undefined =>
  state.snapshot?.guild?.channels.find((channel) => channel.id === id);

/** Somebody who may have left: the member list, the conversations and the people of this Discord are asked in turn. */
export function nameOf(id: string): string | undefined {
  if (state.snapshot?.bot.id === id) return memberOf(id)?.name ?? state.snapshot.bot.name;
  return (
    memberOf(id)?.name ??
    state.snapshot?.directs.find((direct) => direct.with.id === id)?.with.name ??
    state.snapshot?.people.find((person) => person.id === id)?.name
  );
}

export const authorName = (user: APIUser): string => memberOf(user.id)?.name ?? user.global_name ?? user.username;

/** The colour of the highest coloured role, as `#rrggbb`, and `null` for no colour. */
export function colorOf(userId: string): string | null {
  const ids = memberOf(userId)?.roles ?? [];
  const [role] = (state.snapshot?.guild?.roles ?? [])
    .filter((candidate) => candidate.color !== 0 && ids.includes(candidate.id))
    .sort((a, b) => b.position - a.position);
  return role ? hex(role.color) : null;
}

export const hex = (color: number): string => `#${color.toString(16).padStart(6, '0')}`;

/** Sets a CSS variable through the object model: the page's policy allows no style attribute. */
export const tint = (color: string | null): string => (color ? `--tint: ${color}` : '');

/** One of twelve colours, always the same for one person. */
export const hueOf = (id: string): string => `hue-${[...id].reduce((sum, digit) => sum + Number(digit) * 7, 0) % 12}`;

export function initials(name: string): string {
  const words = name.split(/[\s'’_.-]+/).filter(Boolean);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '');
  return letters.join('').toUpperCase() || '?';
}

/** Ids grow with time: the longer, then the greater, is the later. */
export const isLater = (a: string, b: string): boolean => a.length > b.length || (a.length === b.length && a > b);

export const mentionsMe = (message: APIMessage): boolean => {
  const me = state.snapshot?.me.id ?? '';
  const mine = memberOf(me)?.roles ?? [];
  return (
    message.mention_everyone ||
    message.mentions.some((user) => user.id === me) ||
    message.mention_roles.some((role) => mine.includes(role))
  );
};

const discordLink = /^https:\/\/(?:(?:ptb|canary)\.)?discord\.com\/channels\/(@me|\d+)(?:\/(\d+)(?:\/(\d+))?)?/;

/** What a link to Discord points at, a channel or a message in it: it is opened here, where that Discord is. */
export const linkedPlace = (url: string): { place: Place; messageId: string | null } | null => {
  const [, guild, channelId, messageId] = discordLink.exec(url) ?? [];
  if (!guild) return null;
  return { place: { kind: guild === '@me' ? 'directs' : 'guild', channelId: channelId ?? null }, messageId: messageId ?? null };
};

/** As one says it in a sentence: only channels of text have a `#`. */
export function placeLabel(channel: ChannelView): string {
  if (isThread(channel)) return state.words.quoted(channel.name);
  return channel.type === channelTypes.text || channel.type === channelTypes.news ? `#${channel.name}` : channel.name;
}

/** The code in a link that invites to a server. */
export const linkedInvite = (url: string): string | null =>
  /^https:\/\/(?:discord\.gg|discord\.com\/invite)\/([\w-]+)\/?$/.exec(url)?.[1] ?? null;

/** The files of the local Discord live on this very server, whatever name it was reached by; nothing else is ever loaded. */
export function localUrl(url: string): string | null {
  const parsed = URL.canParse(url, location.href) ? new URL(url, location.href) : null;
  if (!parsed || !['127.0.0.1', 'localhost', '[::1]'].includes(parsed.hostname)) return null;
  return parsed.port === location.port ? `${parsed.pathname}${parsed.search}` : null;
}
