import { type APIMessage, MessageFlags, MessageType } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import { openDirect, remove, runMenu, startEdit } from '../deeds.ts';
import { channelOf, memberOf, nameOf } from '../lookup.ts';
import { change, changeDraft, type OpenMenu, state } from '../state.ts';
import { icon } from './icon.ts';
import { menuLayer, moveFocus } from './layer.ts';
import { profileView } from './profile.ts';
import { sanctionItems } from './sanction.ts';

/** The context menus of messages and of members, where user and message commands are; a plain click on somebody shows who they are first. */

export function openMenu(event: MouseEvent, target: { message: APIMessage | null; userId: string | null }): void {
  event.preventDefault();
  event.stopPropagation();
  const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
  // A click made by the keyboard has no position of its own.
  const atPointer = event.clientX > 0 || event.clientY > 0;
  change((s) => {
    s.menu = {
      ...target,
      profile: target.userId !== null && event.type === 'click',
      x: atPointer ? event.clientX : box.left,
      y: atPointer ? event.clientY : box.bottom,
    };
  });
}

export const closeMenu = (): void => {
  if (!state.menu) return;
  change((s) => {
    s.menu = null;
  });
};

export function menuView(menu: OpenMenu): TemplateResult {
  const { words } = state;
  const kind = menu.userId ? 'user' : 'message';
  const apps = state.snapshot?.menus.filter((entry) => entry.type === kind) ?? [];
  const name = menu.userId ? (nameOf(menu.userId) ?? menu.message?.author.username ?? '') : '';
  return html`<div class="menu popover ${menu.profile ? 'profile' : ''}" popover="manual" role=${menu.profile ? 'dialog' : 'presentation'}
    data-x=${menu.x} data-y=${menu.y} aria-label=${menu.profile ? name : nothing} ${menuLayer}
    @keydown=${(event: KeyboardEvent) => {
      if (event.key === 'Escape') closeMenu();
      else moveFocus(event, '[role=menuitem]');
    }}>
    ${menu.profile && menu.userId ? profileView(menu.userId, name) : null}
    <div role="menu" aria-label=${menu.userId ? words.memberActions(name) : words.messageActions}>
    ${menu.userId ? userItems(menu.userId) : null}
    ${menu.message && !menu.userId ? item(words.copyText, () => copy(menu.message?.content ?? '')) : null}
    ${item(words.copyId, () => copy(menu.userId ?? menu.message?.id ?? ''))}
    ${menu.message && !menu.userId ? messageItems(menu.message) : null}
    ${menu.userId ? sanctionItems(menu.userId, item) : null}
    ${apps.length > 0 ? html`<div class="menu-title" role="presentation">${icon('slash', 14)} ${words.apps}</div>` : null}
    ${apps.map((app) => item(app.label, () => runMenu(app.name, menu)))}
    </div>
  </div>`;
}

function messageItems(message: APIMessage): TemplateResult {
  const { words } = state;
  const isOwn = message.author.id === state.userId;
  const isText = message.type === MessageType.Default || message.type === MessageType.Reply;
  const lasts = ((message.flags ?? 0) & MessageFlags.Ephemeral) === 0;
  const mayDelete = lasts && (isOwn || channelOf(message.channel_id)?.moderates === true);
  return html`
    ${isOwn && isText && lasts ? item(words.editMessage, () => startEdit(message)) : null}
    ${mayDelete ? item(words.remove, () => remove(message)) : null}`;
}

function userItems(userId: string): TemplateResult {
  const { words } = state;
  return html`
    ${userId === state.snapshot?.bot.id ? item(words.openDirect(state.snapshot.bot.name), () => openDirect()) : null}
    ${userId !== state.userId && memberOf(userId)?.bot === false ? item(words.writeTo(nameOf(userId) ?? ''), () => openDirect(userId)) : null}
    ${item(words.mention, () => mention(userId))}`;
}

const item = (label: string, act: () => unknown): TemplateResult =>
  html`<button type="button" role="menuitem" class="menu-item" @click=${() => {
    closeMenu();
    // What comes of it is to be seen in the middle of the window.
    change((s) => {
      s.drawer = null;
    });
    act();
  }}>${label}</button>`;

const copy = (text: string): Promise<void> => navigator.clipboard.writeText(text).catch(() => undefined);

function mention(userId: string): void {
  const { channelId } = state.place;
  if (!channelId) return;
  changeDraft(channelId, (draft) => {
    draft.text = `${draft.text}<@${userId}> `;
  });
  document.querySelector<HTMLElement>('.composer textarea')?.focus();
}
