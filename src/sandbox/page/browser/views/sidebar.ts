import { html, type TemplateResult } from 'lit';
import type { ChannelView, GuildView } from '../../wire.ts';
import { openAudit, openDirect } from '../deeds.ts';
import { channelTypes, initials, isThread } from '../lookup.ts';
import { go, isUnread } from '../session.ts';
import { state } from '../state.ts';
import { avatar } from './avatar.ts';
import { icon } from './icon.ts';
import { channelIcon } from './pane.ts';
import { selfView } from './self.ts';
import { peopleInRoom, roomPanel } from './voice.ts';

/** The left of the window: servers, then channels or conversations, then oneself. */
export function railView(): TemplateResult {
  const { snapshot, place, words } = state;
  const unreadDirects = snapshot?.directs.reduce((sum, direct) => sum + (state.pings[direct.id] ?? 0), 0) ?? 0;
  const guildPings = snapshot?.guild?.channels.reduce((sum, channel) => sum + (state.pings[channel.id] ?? 0), 0) ?? 0;
  const guildUnread = snapshot?.guild?.channels.some((channel) => channel.joined && isUnread(channel)) ?? false;
  const name = snapshot?.server.name ?? '';
  return html`<nav class="rail" aria-label=${words.servers}>
    <button type="button" class="rail-button home ${place.kind === 'directs' ? 'current' : ''}" aria-label=${words.directs} title=${words.directs}
      aria-current=${place.kind === 'directs' ? 'page' : 'false'} @click=${() => go({ kind: 'directs', channelId: null })}>
      ${icon('bubbles', 28)}${badge(unreadDirects)}</button>
    <hr />
    <button type="button" class="rail-button ${place.kind === 'guild' ? 'current' : ''} ${guildUnread ? 'unread' : ''}" aria-label=${name} title=${name}
      aria-current=${place.kind === 'guild' ? 'page' : 'false'} @click=${() => go({ kind: 'guild', channelId: null })}>
      ${initials(name)}${badge(guildPings)}</button>
  </nav>`;
}

const badge = (count: number): TemplateResult | null => (count > 0 ? html`<span class="badge">${count}</span>` : null);

export function sidebarView(): TemplateResult {
  const { snapshot, place, words } = state;
  return html`<aside class="sidebar">
    <header class="sidebar-header"><span>${place.kind === 'directs' ? words.directs : snapshot?.server.name}</span>
      ${
        place.kind === 'guild' && snapshot?.guild?.may.audit
          ? html`<button type="button" class="ghost" aria-label=${words.auditLog} title=${words.auditLog} @click=${openAudit}>${icon('shield', 20)}</button>`
          : null
      }</header>
    ${
      place.kind === 'directs'
        ? directsView()
        : html`<nav class="channels" aria-label=${words.channels}>${snapshot?.guild ? channelsView(snapshot.guild) : null}</nav>`
    }
    ${roomPanel()}${selfView()}
  </aside>`;
}

function directsView(): TemplateResult {
  const { snapshot, words, place } = state;
  const hasBot = snapshot?.directs.some((direct) => direct.with.bot);
  return html`<nav class="channels" aria-label=${words.directs}>
    ${snapshot?.directs.map(
      (
        direct,
      ) => html`<button type="button" class="channel direct ${direct.id === place.channelId ? 'current' : ''} ${isUnread(direct) ? 'unread' : ''}"
        aria-current=${direct.id === place.channelId ? 'page' : 'false'} @click=${() => go({ kind: 'directs', channelId: direct.id })}>
        ${avatar(direct.with, 'm', direct.with.bot ? snapshot.botOnline : true)}<span class="channel-name">${direct.with.name}</span>
        ${badge(state.pings[direct.id] ?? 0)}</button>`,
    )}
    ${
      snapshot && !hasBot
        ? html`<button type="button" class="channel" @click=${() => openDirect()}>${icon('plus', 20)}
            <span class="channel-name">${words.openDirect(snapshot.bot.name)}</span></button>`
        : null
    }
  </nav>`;
}

const byPosition = (a: ChannelView, b: ChannelView): number =>
  Number(a.voice !== null) - Number(b.voice !== null) || a.position - b.position;

function channelsView(guild: GuildView): TemplateResult {
  const categories = guild.channels.filter(({ type }) => type === channelTypes.category).sort((a, b) => a.position - b.position);
  const inside = (parent: string | null) =>
    guild.channels
      .filter((channel) => channel.type !== channelTypes.category && !isThread(channel) && (channel.parentId ?? null) === parent)
      .sort(byPosition);
  return html`
    ${inside(null).map((channel) => channelLine(guild, channel))}
    ${categories.map((category) => {
      const channels = inside(category.id);
      if (channels.length === 0) return null;
      return html`<section class="category" aria-label=${category.name}>
        <h2>${icon('chevron', 12)}${category.name}</h2>
        ${channels.map((channel) => channelLine(guild, channel))}
      </section>`;
    })}`;
}

function channelLine(guild: GuildView, channel: ChannelView): TemplateResult {
  // Discord's way: the threads that one joined, and the one that one reads.
  const threads = guild.channels.filter(
    (thread) =>
      isThread(thread) &&
      thread.parentId === channel.id &&
      ((thread.joined && !thread.archived) || thread.id === state.place.channelId),
  );
  return html`${line(channel)}${channel.voice ? peopleInRoom(channel, channel.voice) : null}
    ${threads.length > 0 ? html`<div class="threads" role="group" aria-label=${state.words.threads}>${threads.map(line)}</div>` : null}`;
}

function line(channel: ChannelView): TemplateResult {
  const current = channel.id === state.place.channelId;
  const unread = isUnread(channel);
  return html`<button type="button" class="channel ${current ? 'current' : ''} ${unread ? 'unread' : ''}" data-channel-id=${channel.id}
    aria-current=${current ? 'page' : 'false'} @click=${() => go({ kind: 'guild', channelId: channel.id })}>
    ${icon(channelIcon(channel.type), 20)}<span class="channel-name">${channel.name}</span>
    ${channel.voice?.limit ? html`<span class="room-limit">${channel.voice.people.length}/${channel.voice.limit}</span>` : null}
    ${unread ? html`<span class="hidden">${state.words.unread}</span>` : null}${badge(state.pings[channel.id] ?? 0)}
  </button>`;
}
