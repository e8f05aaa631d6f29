import { html, type TemplateResult } from 'lit';
import { notify } from '../deeds.ts';
import { change, state } from '../state.ts';
import { chooserView } from './chooser.ts';
import { formView } from './form.ts';
import { icon } from './icon.ts';
import { menuView } from './menu.ts';
import { paneView } from './pane.ts';
import { peopleView } from './people.ts';
import { sanctionView } from './sanction.ts';
import { panelView } from './self.ts';
import { railView, sidebarView } from './sidebar.ts';

export const closeDrawer = (): void =>
  change((s) => {
    s.drawer = null;
  });

/** Once a channel or a conversation is chosen, one wants to read it. */
function leaveDrawer(event: Event): void {
  if (state.drawer && event.target instanceof Element && event.target.closest('.channel')) closeDrawer();
}

export function appView(): TemplateResult {
  const { snapshot, words } = state;
  if (!state.userId) {
    return html`<main class="welcome"><div class="welcome-card">
      <header><span class="avatar avatar-xl avatar-bot" aria-hidden="true">${icon('bridge', 40)}</span>
        <h1>${words.choosePerson}</h1></header>
      ${chooserView(state.people)}</div></main>`;
  }
  if (!snapshot) return html`<main class="welcome" aria-busy="true"></main>`;
  const withPeople = snapshot.guild && state.place.kind === 'guild' && (state.showMembers || state.drawer === 'people');
  return html`<div class="window ${withPeople ? 'with-people' : ''} ${state.drawer ? `drawer-${state.drawer}` : ''}" @click=${leaveDrawer}>
    ${railView()}${sidebarView()}${paneView()}${withPeople && snapshot.guild ? peopleView(snapshot.guild) : null}
    ${state.drawer ? html`<button type="button" class="drawer-back" aria-label=${words.close} @click=${closeDrawer}></button>` : null}
  </div>
  ${state.menu ? menuView(state.menu) : null}
  ${panelView()}
  ${state.sanction ? sanctionView(state.sanction) : null}
  ${state.form ? formView(state.form) : null}
  ${
    state.notice
      ? html`<div class="notice" role="alert"><span>${state.notice}</span>
          <button type="button" class="ghost" aria-label=${words.close} @click=${() => notify(null)}>${icon('cross', 18)}</button></div>`
      : null
  }`;
}
