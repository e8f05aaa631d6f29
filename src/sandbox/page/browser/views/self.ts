import { html, type TemplateResult } from 'lit';
import { changeSettings, leave } from '../deeds.ts';
import { change, type State, state } from '../state.ts';
import { auditView } from './audit.ts';
import { avatar } from './avatar.ts';
import { chooserView, localeSelect } from './chooser.ts';
import { icon } from './icon.ts';
import { dialogLayer } from './layer.ts';
import { threadsView } from './threads.ts';

const open = (panel: State['panel']): void =>
  change((s) => {
    s.panel = panel;
    s.query = '';
  });

/** Bottom left: who one is in this window, and the way to be someone else. */
export function selfView(): TemplateResult | null {
  const { snapshot, words } = state;
  if (!snapshot) return null;
  const { me } = snapshot;
  return html`<div class="self">
    <button type="button" class="self-name" aria-label="${words.switch} (${me.name})" title=${words.switch} @click=${() => open('switch')}>
      ${avatar(me, 'm', true)}
      <span><strong>${me.name}</strong><small>${me.username}${me.dmsClosed ? ` · ${words.dmsClosed}` : ''}</small></span>
    </button>
    <button type="button" class="ghost" aria-label=${words.switch} title=${words.switch} @click=${() => open('switch')}>${icon('swap')}</button>
    <button type="button" class="ghost" aria-label=${words.settings} title=${words.settings} @click=${() => open('settings')}>${icon('gear')}</button>
  </div>`;
}

export function panelView(): TemplateResult | null {
  if (state.panel === null) return null;
  const { words } = state;
  const title = { switch: words.choosePerson, settings: words.settings, threads: words.threads, audit: words.auditLog }[
    state.panel
  ];
  return html`<dialog class="modal ${state.panel}" aria-label=${title} ${dialogLayer} @close=${() => open(null)}
    @click=${(event: Event) => {
      if (event.target === event.currentTarget) open(null);
    }}>
    <div class="modal-inner">
      <header><h2>${title}</h2>
        <button type="button" class="ghost" aria-label=${words.close} @click=${() => open(null)}>${icon('cross')}</button></header>
      <div class="modal-body">${body(state.panel)}</div>
    </div>
  </dialog>`;
}

function body(panel: Exclude<State['panel'], null>): TemplateResult | null {
  if (panel === 'switch') return chooserView(state.snapshot?.people ?? []);
  if (panel === 'audit') return auditView();
  return panel === 'threads' ? threadsView() : settingsView();
}

function settingsView(): TemplateResult | null {
  const { snapshot, words } = state;
  if (!snapshot) return null;
  const { me } = snapshot;
  return html`
    <div class="field"><label class="field-label" for="setting-locale">${words.language}</label>
      ${localeSelect('setting-locale', me.locale, (locale) => changeSettings({ locale, dmsClosed: null }))}</div>
    <div class="settings-actions">
      <button type="button" class="button secondary wide" @click=${() => changeSettings({ locale: null, dmsClosed: !me.dmsClosed })}>
        ${me.dmsClosed ? words.openDms : words.closeDms}</button>
      ${
        snapshot.guild
          ? html`<button type="button" class="button danger wide" @click=${() => {
              open(null);
              void leave();
            }}>${words.leave}</button>`
          : null
      }
    </div>`;
}
