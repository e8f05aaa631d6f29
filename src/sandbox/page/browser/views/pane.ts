import type { APIMessage } from 'discord-api-types/v10';
import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { GuildView } from '../../wire.ts';
import { join } from '../deeds.ts';
import { channelOf, channelTypes, isThread, nameOf, placeLabel } from '../lookup.ts';
import { inlineMarkdown } from '../markdown/view.ts';
import { change, now, state, until } from '../state.ts';
import { blockedView } from './automod.ts';
import { avatar } from './avatar.ts';
import { clockView } from './clock.ts';
import { composerView } from './composer.ts';
import { forumView, postTags } from './forum.ts';
import { type IconName, icon } from './icon.ts';
import { isSystem, messageView } from './message.ts';
import { roomView } from './voice.ts';

/** The middle of the window: the channel's header, its messages, and what one writes. */

const minutesTogether = 7;

const follows = (message: APIMessage, before: APIMessage | undefined): boolean =>
  before !== undefined &&
  before.author.id === message.author.id &&
  !isSystem(before) &&
  !isSystem(message) &&
  !message.referenced_message &&
  !message.interaction_metadata &&
  before.flags === message.flags &&
  Date.parse(message.timestamp) - Date.parse(before.timestamp) < minutesTogether * 60_000;

export const channelIcon = (type: number): IconName => {
  if (type === channelTypes.voice || type === channelTypes.stage) return 'voice';
  if (type === channelTypes.forum || type === channelTypes.media) return 'forum';
  if (type === channelTypes.news) return 'news';
  return type >= 10 && type <= 12 ? 'thread' : 'hash';
};

export function paneView(): TemplateResult {
  const { snapshot, place, words } = state;
  if (snapshot && !snapshot.guild && place.kind === 'guild') return outsideView(snapshot.server.name);
  const channel = place.channelId ? channelOf(place.channelId) : undefined;
  const direct = snapshot?.directs.find(({ id }) => id === place.channelId);
  const name = channel?.name ?? direct?.with.name ?? '';
  return html`<main class="pane" aria-label=${name}>
    <header class="pane-header">
      ${drawerButton()}
      ${channel ? html`<span class="pane-icon">${icon(channelIcon(channel.type), 24)}</span>` : null}
      ${direct ? avatar({ id: direct.with.id, name }, 's', direct.with.bot ? snapshot?.botOnline : true) : null}
      <h1>${name || words.directs}</h1>
      ${channel?.topic ? html`<p class="topic">${inlineMarkdown(channel.topic)}</p>` : null}
      <div class="pane-tools">
        ${clockView()}
        ${
          channel?.type === channelTypes.text || channel?.type === channelTypes.news
            ? html`<button type="button" class="ghost" aria-label=${words.threads} title=${words.threads} @click=${() =>
                change((s) => {
                  s.panel = 'threads';
                })}>${icon('thread', 24)}</button>`
            : null
        }
        ${
          place.kind === 'guild'
            ? html`<button type="button" class="ghost ${state.showMembers ? 'pressed' : ''}" aria-label=${words.memberList}
                aria-pressed=${state.showMembers ? 'true' : 'false'} @click=${togglePeople}>${icon('people', 24)}</button>`
            : null
        }
      </div>
    </header>
    ${snapshot && !snapshot.botOnline ? html`<p class="banner" role="status">${words.botOffline}</p>` : null}
    ${snapshot?.guild && place.kind === 'guild' ? pausesView(snapshot.guild.pauses) : null}
    ${state.connected ? null : html`<p class="banner error" role="alert">${words.disconnected}</p>`}
    ${
      place.channelId && (channel || direct)
        ? html`${channel?.voice ? roomView(channel, channel.voice) : null}
          ${channel?.forum ? forumView(channel, channel.forum) : messagesView(place.channelId, name, direct !== undefined)}
          ${channel?.forum && channel.writable && snapshot?.me.place === 'member' ? null : composerView(place.channelId, channel, direct)}`
        : html`<div class="empty">${place.kind === 'directs' ? words.noDirects : words.noChannel}</div>`
    }
  </main>`;
}

/** What the server's team has paused, for those who run it. */
function pausesView({ invites, dms }: GuildView['pauses']): TemplateResult {
  const { words } = state;
  const lasts = (end: string | null): end is string => end !== null && new Date(end) > now();
  return html`
    ${lasts(invites) ? html`<p class="banner" role="status">${words.invitesPaused(until(invites))}</p>` : null}
    ${lasts(dms) ? html`<p class="banner" role="status">${words.dmsPaused(until(dms))}</p>` : null}`;
}

/** In a narrow window the channels are behind this button; `layout.css` shows it there only. */
const drawerButton = (): TemplateResult =>
  html`<button type="button" class="ghost drawer-button" aria-label=${state.words.openChannels} aria-expanded=${state.drawer === 'channels' ? 'true' : 'false'}
    @click=${() =>
      change((s) => {
        s.drawer = 'channels';
      })}>${icon('bars', 24)}</button>`;

/** The width under which `layout.css` draws the members over the messages. */
const narrow = matchMedia('(width <= 1000px)');

const togglePeople = (): void =>
  change((s) => {
    if (narrow.matches) s.drawer = s.drawer === 'people' ? null : 'people';
    else s.showMembers = !s.showMembers;
  });

function messagesView(channelId: string, name: string, direct: boolean): TemplateResult {
  const { words } = state;
  const messages = (state.messages.get(channelId) ?? []).filter(({ id }) => !state.dismissed.has(id));
  const channel = channelOf(channelId);
  const label = channel ? placeLabel(channel) : name;
  const thread = channel && isThread(channel) ? channel : null;
  return html`<div class="messages" role="log" aria-live="polite" tabindex="0" aria-label=${name} data-channel=${channelId}>
    <div class="messages-inner">
      <div class="beginning">
        <span class="beginning-icon">${icon(channel ? channelIcon(channel.type) : 'bubbles', 42)}</span>
        <h2>${direct || thread ? name : words.welcome(label)}</h2>
        ${
          channel?.post
            ? postTags(channel, channel.post)
            : html`<p>${direct ? words.directStart(name) : thread ? words.openedBy(nameOf(thread.openedBy ?? '') ?? words.unknownUser) : words.welcomeText(label)}</p>`
        }
      </div>
      ${repeat(
        messages,
        ({ id }) => id,
        (message, index) =>
          html`${dayLine(message, messages[index - 1])}${messageView(message, follows(message, messages[index - 1]))}`,
      )}
      ${state.blocked.filter((blocked) => blocked.channelId === channelId).map(blockedView)}
      ${state.failures
        .filter((failure) => failure.channelId === channelId && failure.messageId === null)
        .map(
          (failure) => html`<div class="failure" role="alert">${icon('cross', 18)}
            <span><strong>${failure.label}</strong> · ${failure.reason === 'error' ? words.failed : words.noAnswer}</span>
            <button type="button" class="link" @click=${() =>
              change((s) => {
                s.failures = s.failures.filter((other) => other !== failure);
              })}>${words.dismiss}</button></div>`,
        )}
    </div>
  </div>`;
}

function dayLine(message: APIMessage, before: APIMessage | undefined): TemplateResult | null {
  const date = new Date(message.timestamp);
  if (before && new Date(before.timestamp).toDateString() === date.toDateString()) return null;
  const locale = state.snapshot?.me.locale ?? 'en-US';
  return html`<div class="day" role="separator"><span>${new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(date)}</span></div>`;
}

function outsideView(server: string): TemplateResult {
  const { words, snapshot } = state;
  const paused = snapshot?.server.invitesPausedUntil;
  return html`<main class="pane outside">
    <header class="pane-header">${drawerButton()}<h1>${server}</h1><div class="pane-tools">${clockView()}</div></header>
    <div class="outside-card">
      <span class="guild-icon large" aria-hidden="true">${server.slice(0, 1)}</span>
      <h2>${words.notMember(server)}</h2>
      ${paused ? html`<p class="banner" role="status">${words.invitesPaused(until(paused))}</p>` : null}
      <button type="button" class="button success wide" @click=${() => join(false)}>${words.join}</button>
      <p class="field-description">${words.joinHint}</p>
      <button type="button" class="button secondary wide" @click=${() => join(true)}>${words.joinPending}</button>
      <p class="field-description">${words.joinPendingHint}</p>
      <form class="invite" @submit=${acceptInvite}>
        <label class="field-label" for="invite-code">${words.invite}</label>
        <div><input class="text-input" id="invite-code" type="text" required maxlength="200" autocomplete="off" placeholder="https://discord.gg/…" />
          <button type="submit" class="button primary">${words.joinByInvite}</button></div>
      </form>
    </div>
  </main>`;
}

function acceptInvite(event: SubmitEvent): void {
  event.preventDefault();
  const code = (event.currentTarget as HTMLFormElement).querySelector('input')?.value.trim();
  if (code) void join(false, code);
}
