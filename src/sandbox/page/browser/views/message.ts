import { type APIMessage, MessageFlags, MessageType } from 'discord-api-types/v10';
import { html, type TemplateResult } from 'lit';
import { react, saveEdit, stopEdit } from '../deeds.ts';
import { authorName, colorOf, mentionsMe, nameOf, tint } from '../lookup.ts';
import { markdown } from '../markdown/view.ts';
import { go } from '../session.ts';
import { change, now, state } from '../state.ts';
import { alertView } from './automod.ts';
import { avatar } from './avatar.ts';
import { componentView } from './component.ts';
import { attachmentView, embedView } from './embed.ts';
import { icon } from './icon.ts';
import { focusLayer } from './layer.ts';
import { openMenu } from './menu.ts';

export function shownTime(timestamp: string): string {
  const date = new Date(timestamp);
  const locale = state.snapshot?.me.locale ?? 'en-US';
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(date);
  if (date.toDateString() === now().toDateString()) return `${state.words.today} ${time}`;
  return `${new Intl.DateTimeFormat(locale, { dateStyle: 'short' }).format(date)} ${time}`;
}

const has = (message: APIMessage, flag: MessageFlags): boolean => ((message.flags ?? 0) & flag) !== 0;

const systemTypes = new Map<MessageType, 'joined' | 'threadCreated' | 'pinned'>([
  [MessageType.UserJoin, 'joined'],
  [MessageType.ThreadCreated, 'threadCreated'],
  [MessageType.ChannelPinnedMessage, 'pinned'],
]);

export const isSystem = (message: APIMessage): boolean =>
  systemTypes.has(message.type) || message.type === MessageType.AutoModerationAction;

/** `follows`: the same person wrote just before, so that their name is not said again. */
export function messageView(message: APIMessage, follows: boolean): TemplateResult {
  const system = systemTypes.get(message.type);
  if (system) return systemView(message, system);
  if (message.type === MessageType.AutoModerationAction) return alertView(message);
  const name = authorName(message.author);
  const ephemeral = has(message, MessageFlags.Ephemeral);
  const classes = [
    'message',
    follows ? 'follows' : 'first',
    mentionsMe(message) ? 'pinged' : '',
    ephemeral ? 'ephemeral' : '',
    state.sought?.messageId === message.id ? 'sought' : '',
  ];
  return html`<article class=${classes.join(' ')} data-message=${message.id} aria-label=${name}
    @contextmenu=${(event: MouseEvent) => openMenu(event, { message, userId: null })}>
    ${reference(message)}
    <div class="message-side">
      ${
        follows
          ? html`<time class="hover-time" datetime=${message.timestamp}>${shownTime(message.timestamp).slice(-5)}</time>`
          : html`<button type="button" class="bare" aria-label=${state.words.memberActions(name)}
              @click=${(event: MouseEvent) => openMenu(event, { message, userId: message.author.id })}
              @contextmenu=${(event: MouseEvent) => openMenu(event, { message, userId: message.author.id })}>
              ${avatar({ id: message.author.id, name }, 'm')}</button>`
      }
    </div>
    <div class="message-main">
      ${
        follows
          ? null
          : html`<header class="message-header">
              <span class="author" .style=${tint(colorOf(message.author.id))}
                @click=${(event: MouseEvent) => openMenu(event, { message, userId: message.author.id })}
                @contextmenu=${(event: MouseEvent) => openMenu(event, { message, userId: message.author.id })}>${name}</span>
              ${message.author.bot ? html`<span class="app-tag">${state.words.app}</span>` : null}
              <time datetime=${message.timestamp}>${shownTime(message.timestamp)}</time>
            </header>`
      }
      ${bodyView(message)}
      ${ephemeral ? ephemeralBar(message) : null}
      ${failuresOf(message)}
    </div>
    ${toolbar(message)}
  </article>`;
}

function bodyView(message: APIMessage): TemplateResult {
  if (has(message, MessageFlags.Loading)) {
    return html`<p class="thinking"><span class="dots"><i></i><i></i><i></i></span> ${state.words.thinking(authorName(message.author))}</p>`;
  }
  if (state.editing?.messageId === message.id) return editView(state.editing);
  const edited = message.edited_timestamp && !has(message, MessageFlags.Ephemeral);
  return html`
    ${message.content ? html`<div class="content">${markdown(message.content, message.mentions)}${edited ? editedMark() : null}</div>` : null}
    ${message.attachments.filter(({ filename }) => !usedByComponents(message, filename)).map((file) => attachmentView(file, message))}
    ${message.embeds.map((embed) => embedView(embed, message))}
    ${message.components?.length ? html`<div class="components">${message.components.map((component) => componentView(component, message))}</div>` : null}
    ${message.content || !edited ? null : editedMark()}
    ${message.thread ? threadCard(message.thread.id, message.thread.name ?? '') : null}
    ${reactions(message)}`;
}

function editView(editing: { messageId: string; text: string }): TemplateResult {
  const { words } = state;
  const steer = (event: KeyboardEvent) => {
    if (event.key === 'Escape') stopEdit();
    else if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) void saveEdit();
    else return;
    event.preventDefault();
  };
  return html`<div class="edit-box" role="group" aria-label=${words.editMessage}>
    <textarea class="text-input" aria-label=${words.editMessage} maxlength="2000" .value=${editing.text} ${focusLayer} @keydown=${steer}
      @input=${(event: Event) => {
        editing.text = (event.target as HTMLTextAreaElement).value;
      }}></textarea>
    <div><button type="button" class="button primary" @click=${saveEdit}>${words.saveEdit}</button>
      <button type="button" class="button text" @click=${stopEdit}>${words.cancel}</button></div>
  </div>`;
}

/** With components V2, files are shown where a component names them. */
const usedByComponents = (message: APIMessage, filename: string): boolean =>
  has(message, MessageFlags.IsComponentsV2) || message.embeds.some((embed) => embed.image?.url === `attachment://${filename}`);

const editedMark = (): TemplateResult => html`<span class="edited">(${state.words.edited})</span>`;

/** The small line above: what is answered, or which command was used by whom. */
function reference(message: APIMessage): TemplateResult | null {
  const used = message.interaction_metadata;
  const replied = message.referenced_message;
  if (replied) {
    return html`<div class="reference"><span class="author" .style=${tint(colorOf(replied.author.id))}>@${authorName(replied.author)}</span>
      <span class="reference-text">${replied.content || '…'}</span></div>`;
  }
  // Discord sends the name of the command with the metadata, though its documentation does not say so.
  const path = (used as { name?: string } | undefined)?.name;
  if (!used || !path) return null;
  return html`<div class="reference">${avatar({ id: used.user.id, name: nameOf(used.user.id) ?? authorName(used.user) }, 's')}
    <span class="author" .style=${tint(colorOf(used.user.id))}>${nameOf(used.user.id) ?? authorName(used.user)}</span>
    <span>${state.words.used}</span><span class="mention">${usedLabel(path)}</span></div>`;
}

/** Only slash commands have a slash, and only they must be in lower case: the menu of a member may hold one that this person lacks. */
function usedLabel(path: string): string {
  const menu = state.snapshot?.menus.find(({ name }) => name === path);
  if (menu) return menu.label;
  const command = state.snapshot?.commands.find((known) => known.path === path);
  return command || path === path.toLowerCase() ? `/${command?.name ?? path}` : path;
}

function ephemeralBar(message: APIMessage): TemplateResult {
  return html`<div class="ephemeral-bar">${icon('eye', 16)} ${state.words.onlyYou} •
    <button type="button" class="link" @click=${() => change(({ dismissed }) => dismissed.add(message.id))}>${state.words.dismiss}</button></div>`;
}

const failuresOf = (message: APIMessage): TemplateResult[] =>
  state.failures
    .filter((failure) => failure.messageId === message.id)
    .map(
      (failure) =>
        html`<p class="interaction-failed" role="alert">${failure.reason === 'error' ? state.words.failed : state.words.noAnswer}</p>`,
    );

function reactions(message: APIMessage): TemplateResult | null {
  if (!message.reactions?.length) return null;
  return html`<div class="reactions">
    ${message.reactions.map(
      (reaction) => html`<button type="button" class="reaction" aria-pressed=${reaction.me ? 'true' : 'false'}
        @click=${() => react(message, reaction.emoji.name ?? '')}>${reaction.emoji.name} <span>${reaction.count}</span></button>`,
    )}
  </div>`;
}

const threadCard = (id: string, name: string): TemplateResult =>
  html`<button type="button" class="thread-card" @click=${() => go({ kind: 'guild', channelId: id })}>${icon('thread', 18)}<strong>${name}</strong></button>`;

const quickReactions = ['👍', '❤️', '🎉'];

function toolbar(message: APIMessage): TemplateResult {
  const ephemeral = has(message, MessageFlags.Ephemeral);
  return html`<div class="toolbar">
    ${
      ephemeral
        ? null
        : quickReactions.map(
            (emoji) =>
              html`<button type="button" aria-label="${state.words.react} ${emoji}" @click=${() => react(message, emoji)}>${emoji}</button>`,
          )
    }
    <button type="button" aria-label=${state.words.messageActions} @click=${(event: MouseEvent) => openMenu(event, { message, userId: null })}>
      ${icon('more', 18)}
    </button>
  </div>`;
}

function systemView(message: APIMessage, kind: 'joined' | 'threadCreated' | 'pinned'): TemplateResult {
  const name = authorName(message.author);
  const thread = message.message_reference?.channel_id;
  return html`<article class="message system" data-message=${message.id} aria-label=${name}
    @contextmenu=${(event: MouseEvent) => openMenu(event, { message, userId: null })}>
    <div class="message-side">${icon(kind === 'joined' ? 'arrow' : kind === 'pinned' ? 'pin' : 'thread', 18)}</div>
    <div class="message-main"><span class="author" .style=${tint(colorOf(message.author.id))}>${name}</span> ${state.words[kind]}
      ${
        kind === 'threadCreated' && thread
          ? html`<button type="button" class="link" @click=${() => go({ kind: 'guild', channelId: thread })}>${message.content}</button>`
          : null
      }
      <time datetime=${message.timestamp}>${shownTime(message.timestamp)}</time></div>
  </article>`;
}
