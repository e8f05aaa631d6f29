import { html, type TemplateResult } from 'lit';
import type { Person } from '../../wire.ts';
import { becomeNew } from '../deeds.ts';
import { hex, tint } from '../lookup.ts';
import { change, state } from '../state.ts';
import { avatar } from './avatar.ts';
import { icon } from './icon.ts';
import { roleList } from './profile.ts';

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Everybody one can be, by role. Each is a plain link, so that a middle click opens one more window. */
export function chooserView(people: Person[]): TemplateResult {
  const { words } = state;
  const found = people.filter((person) =>
    folded([person.name, person.username, ...person.roles.map(({ name }) => name)].join(' ')).includes(folded(state.query)),
  );
  const groups = new Map<string, Person[]>();
  for (const person of found) {
    const group = groupOf(person);
    groups.set(group, [...(groups.get(group) ?? []), person]);
  }
  return html`<div class="chooser">
    <p class="chooser-hint">${words.chooseHint}</p>
    <input class="text-input" type="search" placeholder=${words.search} aria-label=${words.search} .value=${state.query}
      @input=${(event: Event) =>
        change((s) => {
          s.query = (event.target as HTMLInputElement).value;
        })} />
    ${[...groups].map(
      ([name, members]) => html`<section aria-label=${name}><h3>${name} — ${members.length}</h3>
        <div class="chooser-grid">${members.map(personLink)}</div></section>`,
    )}
    ${found.length === 0 ? html`<p class="list-empty">${words.noMatch}</p>` : null}
    ${newPersonView()}
  </div>`;
}

function groupOf(person: Person): string {
  const { words } = state;
  if (person.place === 'outside') return words.outsiders;
  if (person.place === 'pending') return words.newcomers;
  return person.administers ? words.administrators : (person.roles[0]?.name ?? words.members);
}

function personLink(person: Person): TemplateResult {
  const { words } = state;
  const current = person.id === state.userId;
  const color = person.roles.find((role) => role.color !== 0)?.color;
  const notes = [
    `@${person.username}`,
    person.locale.startsWith('fr') ? '' : person.locale,
    person.dmsClosed ? words.dmsClosed : '',
  ];
  return html`<div class="chooser-person ${current ? 'current' : ''}">
    <a href="/?as=${person.id}" aria-current=${current ? 'true' : 'false'} data-person=${person.username}>
      ${avatar(person, 'm')}
      <span><strong class="author" .style=${tint(color ? hex(color) : null)}>${person.name}
          ${person.administers ? html`<span class="owner">${icon('crown', 14)}</span>` : null}</strong>
        <small>${notes.filter(Boolean).join(' · ')}</small>
        ${person.roles.length > 0 ? roleList(person.roles) : null}</span></a>
    <a class="ghost" href="/?as=${person.id}" target="_blank" rel="noopener" aria-label="${words.newWindow} (${person.name})" title=${words.newWindow}>
      ${icon('external', 16)}</a>
  </div>`;
}

function newPersonView(): TemplateResult {
  const { words } = state;
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const name = form.querySelector('input')?.value.trim() ?? '';
    const locale = form.querySelector('select')?.value ?? 'fr';
    if (name) void becomeNew(name, locale);
  };
  return html`<form class="new-person" aria-label=${words.newPerson} @submit=${send}>
    <h3>${words.newPerson}</h3>
    <div class="new-person-fields">
      <span><label class="field-label" for="new-name">${words.displayName}</label>
        <input class="text-input" id="new-name" type="text" required maxlength="32" autocomplete="off" /></span>
      <span><label class="field-label" for="new-locale">${words.language}</label>
        ${localeSelect('new-locale', document.documentElement.lang || 'fr', () => undefined)}</span>
    </div>
    <button type="submit" class="button success">${words.create}</button>
  </form>`;
}

export const localeSelect = (id: string, locale: string, onChange: (locale: string) => void): TemplateResult =>
  html`<select class="text-input" id=${id} @change=${(event: Event) => onChange((event.target as HTMLSelectElement).value)}>
    <option value="fr" ?selected=${locale === 'fr'}>Français</option>
    <option value="en-US" ?selected=${locale === 'en-US'}>English (US)</option>
    <option value="en-GB" ?selected=${locale === 'en-GB'}>English (UK)</option>
  </select>`;
