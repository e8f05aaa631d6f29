import { html, type TemplateResult } from 'lit';
import type { ChannelView, CommandView, DirectView } from '../../wire.ts';
import { choose, matching } from '../command.ts';
import { longestMessage, passScreening, write } from '../deeds.ts';
import { takeFiles } from '../files.ts';
import { placeLabel } from '../lookup.ts';
import { changeDraft, draftOf, now, state, until } from '../state.ts';
import { avatar } from './avatar.ts';
import { commandDraftView } from './draft.ts';
import { icon } from './icon.ts';

/** Where one writes. `/` opens the list of commands; a chosen command takes its place (`draft.ts`). */
export function composerView(
  channelId: string,
  channel: ChannelView | undefined,
  direct: DirectView | undefined,
): TemplateResult {
  const { words, snapshot } = state;
  const draft = draftOf(channelId);
  if (!direct && snapshot?.me.place === 'pending') {
    return html`<div class="composer"><div class="composer-locked">${icon('shield', 20)}<span>${words.screening}</span>
      <button type="button" class="button success" @click=${passScreening}>${words.accept}</button></div></div>`;
  }
  const ends = direct ? null : snapshot?.me.timedOutUntil;
  if (ends && new Date(ends) > now()) {
    return html`<div class="composer"><div class="composer-locked" role="status">${icon('clock', 20)}<span>${words.timedOut(until(ends))}</span></div></div>`;
  }
  if (!direct && snapshot?.me.nameRefused) {
    return html`<div class="composer"><div class="composer-locked" role="status">${icon('shield', 20)}<span>${words.nameRefused}</span></div></div>`;
  }
  if (channel && !channel.writable) {
    return html`<div class="composer"><div class="composer-locked">${channel.forum ? words.cannotPost : words.cannotWrite}</div></div>`;
  }
  if (draft.command) return commandDraftView(channelId, draft.command);
  const name = direct ? words.toPerson(direct.with.name) : words.inChannel(channel ? placeLabel(channel) : '');
  const left = longestMessage - draft.text.trim().length;
  const picking = draft.text.startsWith('/') && !draft.text.includes('\n');
  const found = picking ? matching(draft.text) : [];
  return html`<div class="composer">
    ${picking ? picker(channelId, found, draft.active) : null}
    ${
      draft.files.length > 0
        ? html`<div class="composer-files">${draft.files.map(
            (file) => html`<span class="file-chip">${icon('file', 28)}<span>${file.name}</span>
              <button type="button" class="ghost" aria-label=${words.removeFile(file.name)} @click=${() =>
                changeDraft(channelId, (kept) => {
                  kept.files = kept.files.filter((other) => other !== file);
                })}>${icon('cross', 16)}</button></span>`,
          )}</div>`
        : null
    }
    <div class="composer-box">
      <label class="composer-attach" title=${words.attach}>
        <input type="file" multiple aria-label=${words.attach} @change=${async (event: Event) => {
          const files = await takeFiles(event.target as HTMLInputElement);
          changeDraft(channelId, (kept) => {
            kept.files = [...kept.files, ...files].slice(0, 10);
          });
        }} />${icon('plus', 20)}</label>
      <textarea rows="1" aria-invalid=${left < 0 || draft.unknown ? 'true' : 'false'} placeholder=${words.write(name)} aria-label=${words.write(name)}
        role=${picking ? 'combobox' : 'textbox'} aria-expanded=${picking ? 'true' : 'false'} aria-controls="command-list"
        aria-activedescendant=${picking && found.length > 0 ? `command-${draft.active}` : ''}
        .value=${draft.text} @input=${(event: Event) =>
          changeDraft(channelId, (kept) => {
            kept.text = (event.target as HTMLTextAreaElement).value;
            kept.active = 0;
            kept.unknown = null;
          })}
        @keydown=${(event: KeyboardEvent) => steer(event, channelId, found)}></textarea>
      ${left <= counted ? html`<span class="composer-left ${left < 0 ? 'over' : ''}">${left}</span>` : null}
    </div>
    ${channel?.slowMode ? html`<p class="composer-note">${icon('clock', 12)} ${words.slowModeOn(channel.slowMode)}</p>` : null}
    ${left < 0 ? html`<p class="composer-error" role="alert">${words.tooLong(longestMessage, -left)}</p>` : null}
    ${draft.unknown ? html`<p class="composer-error" role="alert">${words.unknownCommand(draft.unknown)}</p>` : null}
  </div>`;
}

/** From how few characters left on they are counted, as Discord does. */
const counted = 200;

/** A first word after a slash is a command and never a message: a mistyped one must not be read by everybody. */
const commandLike = /^(\/[-_'\p{L}\p{N}]+)(?:[^\S\n][^\n]*)?$/u;

/** The field is as high as what is typed; `composer.css` sets where it begins to scroll. */
export function fitComposer(): void {
  const field = document.querySelector<HTMLElement>('.composer textarea');
  if (!field) return;
  field.style.height = 'auto';
  field.style.height = `${field.scrollHeight}px`;
}

function steer(event: KeyboardEvent, channelId: string, found: CommandView[]): void {
  const draft = draftOf(channelId);
  const picked = found[draft.active];
  if (picked && (event.key === 'Tab' || event.key === 'Enter') && !event.shiftKey) choose(channelId, picked);
  else if (found.length > 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
    const step = event.key === 'ArrowDown' ? 1 : found.length - 1;
    changeDraft(channelId, (kept) => {
      kept.active = (kept.active + step) % found.length;
    });
    queueMicrotask(() => document.querySelector('.picker .active')?.scrollIntoView({ block: 'nearest' }));
  } else if (found.length > 0 && event.key === 'Escape') {
    changeDraft(channelId, (kept) => {
      kept.text = '';
    });
  } else if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    const [, unknown] = commandLike.exec(draft.text) ?? [];
    if (!unknown) void write(channelId);
    else
      changeDraft(channelId, (kept) => {
        kept.unknown = unknown;
      });
  } else return;
  event.preventDefault();
}

function picker(channelId: string, found: CommandView[], active: number): TemplateResult {
  const { snapshot, words } = state;
  return html`<div class="picker" role="listbox" id="command-list" aria-label=${words.commands}>
    <div class="picker-title" role="presentation">
      ${snapshot ? avatar(snapshot.bot, 's') : null} ${snapshot?.bot.name}
    </div>
    ${found.map(
      (command, index) => html`<div class="picker-row ${index === active ? 'active' : ''}" id="command-${index}" role="option"
        aria-selected=${index === active ? 'true' : 'false'} data-command=${command.path} @click=${() => choose(channelId, command)}>
        <div><strong>/${command.name}</strong>
          ${command.options.map((option) => html`<span class="picker-option ${option.required ? '' : 'optional'}">${option.name}</span>`)}
          <p>${command.description}</p></div>
        <span class="picker-bot">${snapshot?.bot.name}</span>
      </div>`,
    )}
    ${found.length === 0 ? html`<div class="list-empty">${words.noCommand}</div>` : null}
  </div>`;
}
