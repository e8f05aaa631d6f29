import { html, type TemplateResult } from 'lit';
import { notify } from '../deeds.ts';
import { state } from '../state.ts';
import { chooserView } from './chooser.ts';
import { formView } from './form.ts';
import { icon } from './icon.ts';
import { menuView } from './menu.ts';
import { paneView } from './pane.ts';
import { peopleView } from './people.ts';
import { panelView } from './self.ts';
import { railView, sidebarView } from './sidebar.ts';

export function appView(): TemplateResult {
  const { snapshot, words } = state;
  if (!state.userId) {
    return html`<main class="welcome"><div class="welcome-card">
      <header><span class="avatar avatar-xl avatar-bot" aria-hidden="true">${icon('bridge', 40)}</span>
        <h1>${words.choosePerson}</h1></header>
      ${chooserView(state.people)}</div></main>`;
  }
  if (!snapshot) return html`<main class="welcome" aria-busy="true"></main>`;
  const withPeople = snapshot.guild && state.place.kind === 'guild' && state.showMembers;
  return html`<div class="window ${withPeople ? 'with-people' : ''}">
    ${railView()}${sidebarView()}${paneView()}${withPeople && snapshot.guild ? peopleView(snapshot.guild) : null}
  </div>
  ${state.menu ? menuView(state.menu) : null}
  ${panelView()}
  ${state.form ? formView(state.form) : null}
  ${
    state.notice
      ? html`<div class="notice" role="alert"><span>${state.notice}</span>
          <button type="button" class="ghost" aria-label=${words.close} @click=${() => notify(null)}>${icon('cross', 18)}</button></div>`
      : null
  }`;
}
