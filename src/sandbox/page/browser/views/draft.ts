import { ApplicationCommandOptionType as Type } from 'discord-api-types/v10';
import { html, type TemplateResult } from 'lit';
import type { OptionView } from '../../wire.ts';
import { abandon, attach, entriesFor, focus, send, show, take, type } from '../command.ts';
import type { Entry } from '../entries.ts';
import { takeFiles } from '../files.ts';
import { type CommandDraft, change, state } from '../state.ts';
import { avatar } from './avatar.ts';
import { entryBody } from './entry.ts';
import { icon } from './icon.ts';

/** A chosen command in the composer: its options are fields, with a list above the one that has the focus. */
export function commandDraftView(channelId: string, draft: CommandDraft): TemplateResult {
  const { words, snapshot } = state;
  const { command } = draft;
  const focused = command.options.find((option) => option.key === draft.focused);
  const hidden = command.options.filter((option) => !draft.shown.includes(option.key));
  const leave = (event: KeyboardEvent) => {
    if (event.key === 'Escape') abandon(channelId);
  };
  return html`<div class="composer command" role="form" aria-label="/${command.name}" @keydown=${leave}>
    <div class="command-panel">
      ${focused ? list(channelId, draft, focused) : null}
      <div class="command-help">
        ${snapshot ? avatar(snapshot.bot, 's') : null}
        ${
          focused
            ? html`<strong>${focused.name}</strong><span>${focused.description}</span>${focused.required ? null : html`<em>${words.optional}</em>`}`
            : html`<strong>/${command.name}</strong><span>${command.description}</span>`
        }
        ${Object.values(draft.errors)[0] ? html`<span class="command-error" role="alert">${Object.values(draft.errors)[0]}</span>` : null}
      </div>
    </div>
    <div class="composer-box">
      <button type="button" class="ghost" aria-label=${words.cancel} @click=${() => abandon(channelId)}>${icon('cross', 20)}</button>
      <div class="command-line">
        <button type="button" id="command-name" class="command-name" @focus=${() => focus(channelId, null)}
          @click=${() => send(channelId)} title=${words.send}>/${command.name}</button>
        ${command.options.filter((option) => draft.shown.includes(option.key)).map((option) => field(channelId, draft, option))}
        ${hidden.map(
          (option) => html`<button type="button" class="add-option" aria-label="${words.addOption} ${option.name}"
            title=${option.description} @click=${() => show(channelId, option.key)}>${icon('plus', 12)} ${option.name}</button>`,
        )}
      </div>
      <button type="button" class="ghost send" aria-label=${words.send} @click=${() => send(channelId)}>${icon('arrow', 22)}</button>
    </div>
  </div>`;
}

function field(channelId: string, draft: CommandDraft, option: OptionView): TemplateResult {
  const id = `command-option-${option.key}`;
  const error = draft.errors[option.key];
  if (option.type === Type.Attachment) {
    return html`<label class="command-field ${error ? 'invalid' : ''}"><span>${option.name}</span>
      <input id=${id} type="file" @focus=${() => focus(channelId, option)} @change=${async (event: Event) => {
        const [file] = await takeFiles(event.target as HTMLInputElement);
        if (file) attach(channelId, option, file);
      }} /><span class="command-file">${draft.texts[option.key] ?? state.words.attach}</span></label>`;
  }
  const text = draft.texts[option.key] ?? '';
  const open = draft.focused === option.key && entriesFor(draft, option).length > 0;
  return html`<label class="command-field ${error ? 'invalid' : ''} ${draft.values[option.key] === undefined ? '' : 'filled'}">
    <span>${option.name}</span>
    <input id=${id} type="text" autocomplete="off" size=${Math.min(48, Math.max(6, text.length + 1))} .value=${text}
      role="combobox" aria-expanded=${open ? 'true' : 'false'} aria-controls="command-choices" aria-required=${option.required ? 'true' : 'false'}
      aria-invalid=${error ? 'true' : 'false'} aria-activedescendant=${open ? `command-choice-${draft.active}` : ''}
      maxlength=${option.type === Type.String && option.max ? option.max : 6000}
      @focus=${() => focus(channelId, option)} @input=${(event: Event) => type(channelId, option, (event.target as HTMLInputElement).value)}
      @keydown=${(event: KeyboardEvent) => steer(event, channelId, draft, option)} />
  </label>`;
}

function steer(event: KeyboardEvent, channelId: string, draft: CommandDraft, option: OptionView): void {
  const entries = entriesFor(draft, option);
  const move = (step: number) =>
    change(() => {
      draft.active = (draft.active + step + entries.length) % entries.length;
    });
  const entry = entries[draft.active];
  const undecided = draft.values[option.key] === undefined || (option.autocomplete && draft.texts[option.key] !== entry?.label);
  if (event.key === 'ArrowDown' && entries.length > 0) move(1);
  else if (event.key === 'ArrowUp' && entries.length > 0) move(-1);
  else if (event.key === 'Enter' && entry && undecided && (draft.texts[option.key] || option.required))
    take(channelId, option, entry);
  else if (event.key === 'Enter') send(channelId);
  else return;
  event.preventDefault();
  queueMicrotask(() => document.querySelector('#command-choices .active')?.scrollIntoView({ block: 'nearest' }));
}

function list(channelId: string, draft: CommandDraft, option: OptionView): TemplateResult | null {
  const { words } = state;
  const entries = entriesFor(draft, option);
  if (option.autocomplete && draft.suggestions === null) return html`<div class="list-empty">${words.loadingChoices}</div>`;
  if (entries.length === 0) return option.autocomplete ? html`<div class="list-empty">${words.noChoice}</div>` : null;
  return html`<div class="list" role="listbox" id="command-choices" aria-label=${option.name}>
    ${entries.map((entry, index) => row(channelId, draft, option, entry, index))}
  </div>`;
}

const row = (channelId: string, draft: CommandDraft, option: OptionView, entry: Entry, index: number): TemplateResult =>
  html`<div class="option ${index === draft.active ? 'active' : ''}" id="command-choice-${index}" role="option" data-value=${entry.value}
    aria-selected=${index === draft.active ? 'true' : 'false'} @pointerdown=${(event: Event) => event.preventDefault()}
    @click=${() => take(channelId, option, entry)}>${entryBody(entry)}</div>`;
