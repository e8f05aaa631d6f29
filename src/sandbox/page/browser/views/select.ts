import type { APISelectMenuComponent } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import { type Entry, search, selectEntries } from '../entries.ts';
import { change, type OpenList, state } from '../state.ts';
import { entryBody, entryIcon } from './entry.ts';
import { icon } from './icon.ts';
import { focusLayer, listLayer } from './layer.ts';

/** Every select menu, of messages and of forms: a button that opens a list with a search field. */
export type SelectView = {
  /** Unique on the page. */
  key: string;
  component: APISelectMenuComponent;
  values: string[];
  label: string;
  disabled: boolean;
  /** Of the button, for the label of a form's field. */
  id?: string;
  /** At once for a single choice, and when the list closes for several. */
  onChoose(values: string[]): void;
};

/** The open list hands its choice over when it is closed from outside. */
let leave: (() => void) | null = null;

export function closeList(): void {
  leave?.();
  leave = null;
  if (state.list) {
    change((s) => {
      s.list = null;
    });
  }
}

export function selectView(view: SelectView): TemplateResult {
  const { component, key, values, disabled } = view;
  const entries = selectEntries(component);
  const open = state.list?.key === key ? state.list : null;
  const shown = (open?.chosen ?? values).flatMap((value) => entries.find((entry) => entry.value === value) ?? []);
  const several = (component.max_values ?? 1) > 1;
  return html`<div class="select ${open ? 'open' : ''}">
    <button type="button" class="select-button" role="combobox" aria-haspopup="listbox" aria-expanded=${open ? 'true' : 'false'}
      aria-label=${view.label} id=${view.id ?? nothing} data-key=${key} data-custom-id=${component.custom_id} ?disabled=${disabled}
      @click=${() => toggle(view)} @keydown=${(event: KeyboardEvent) => openByKey(event, view)}>
      <span class="select-value">
        ${
          shown.length === 0
            ? html`<span class="placeholder">${component.placeholder ?? state.words.makeChoice}</span>`
            : shown.map((entry) => html`<span class=${several ? 'chip' : 'single'}>${entryIcon(entry)}${entry.label}</span>`)
        }
      </span>
      ${icon('chevron', 20)}
    </button>
    ${open ? list(view, entries, open) : null}
  </div>`;
}

function toggle(view: SelectView): void {
  const wasOpen = state.list?.key === view.key;
  closeList();
  if (wasOpen) return;
  change((s) => {
    s.list = { key: view.key, query: '', active: 0, chosen: [...view.values], before: [...view.values] };
  });
  leave = () => {
    const open = state.list;
    if (!open || (view.component.max_values ?? 1) <= 1) return;
    const changed = open.chosen.length !== open.before.length || open.chosen.some((value) => !open.before.includes(value));
    if (changed && open.chosen.length >= (view.component.min_values ?? 1)) view.onChoose(open.chosen);
  };
}

function openByKey(event: KeyboardEvent, view: SelectView): void {
  if (event.key !== 'ArrowDown' || state.list?.key === view.key) return;
  event.preventDefault();
  toggle(view);
}

function list(view: SelectView, entries: Entry[], open: OpenList): TemplateResult {
  const { words } = state;
  const found = search(entries, open.query);
  const several = (view.component.max_values ?? 1) > 1;
  const id = (index: number) => `option-${view.key}-${index}`.replaceAll(/[^\w-]/g, '_');
  const listId = id(-1);
  return html`<div class="list-layer popover" popover="manual" ${listLayer}>
    <input class="list-search" type="text" placeholder=${words.search} aria-label=${words.search} autocomplete="off" role="combobox"
      aria-expanded="true" aria-controls=${listId} aria-activedescendant=${id(open.active)} .value=${open.query} ${focusLayer}
      @input=${(event: Event) => setQuery((event.target as HTMLInputElement).value)}
      @keydown=${(event: KeyboardEvent) => steer(event, view, found)} />
    <div class="list" role="listbox" id=${listId} aria-label=${view.label} aria-multiselectable=${several ? 'true' : 'false'}>
      ${found.map(
        (
          entry,
          index,
        ) => html`<div id=${id(index)} class="option ${index === open.active ? 'active' : ''}" role="option" data-value=${entry.value}
          aria-selected=${open.chosen.includes(entry.value) ? 'true' : 'false'}
          @pointerdown=${(event: Event) => event.preventDefault()}
          @click=${() => pick(view, entry)} @pointermove=${() => activate(index)}>
          ${entryBody(entry)}
          ${several ? html`<span class="box">${open.chosen.includes(entry.value) ? icon('check', 16) : null}</span>` : null}
        </div>`,
      )}
      ${found.length === 0 ? html`<div class="list-empty">${words.noChoice}</div>` : null}
    </div>
  </div>`;
}

function setQuery(query: string): void {
  change(({ list: open }) => {
    if (open) Object.assign(open, { query, active: 0 });
  });
}

function activate(index: number): void {
  if (state.list?.active === index) return;
  change(({ list: open }) => {
    if (open) open.active = index;
  });
}

function pick(view: SelectView, entry: Entry): void {
  const max = view.component.max_values ?? 1;
  if (max <= 1) {
    const optional = view.component.min_values === 0 && state.list?.chosen.includes(entry.value);
    change((s) => {
      s.list = null;
    });
    leave = null;
    focusButton(view.key);
    view.onChoose(optional ? [] : [entry.value]);
    return;
  }
  change(({ list: open }) => {
    if (!open) return;
    if (open.chosen.includes(entry.value)) open.chosen = open.chosen.filter((value) => value !== entry.value);
    else if (open.chosen.length < max) open.chosen = [...open.chosen, entry.value];
  });
}

const focusButton = (key: string): void =>
  document.querySelector<HTMLElement>(`.select-button[data-key="${CSS.escape(key)}"]`)?.focus();

function steer(event: KeyboardEvent, view: SelectView, found: Entry[]): void {
  const open = state.list;
  if (!open) return;
  const last = found.length - 1;
  if (event.key === 'ArrowDown') activate(open.active >= last ? 0 : open.active + 1);
  else if (event.key === 'ArrowUp') activate(open.active <= 0 ? last : open.active - 1);
  else if (event.key === 'Enter') {
    const entry = found[open.active];
    if (entry) pick(view, entry);
  } else if (event.key === 'Escape' || event.key === 'Tab') {
    closeList();
    focusButton(view.key);
  } else return;
  event.preventDefault();
  event.stopPropagation();
  queueMicrotask(() => document.querySelector('.list .option.active')?.scrollIntoView({ block: 'nearest' }));
}
