import { html, type TemplateResult } from 'lit';
import type { Sanction } from '../../wire.ts';
import { closeSanction, openSanction, sanction } from '../deeds.ts';
import { memberOf, nameOf } from '../lookup.ts';
import { change, type OpenSanction, state } from '../state.ts';
import { deletedSeconds, timeoutSeconds } from '../words/moderation.ts';
import { icon } from './icon.ts';
import { dialogLayer } from './layer.ts';

/** What Discord's own menu offers to whoever may do it to this person. */
export function sanctionsOf(userId: string): Sanction[] {
  const guild = state.snapshot?.guild;
  if (!guild) return [];
  const { may, banned } = guild;
  const member = memberOf(userId);
  if (!member) return may.ban && userId !== state.userId ? [banned.includes(userId) ? 'unban' : 'ban'] : [];
  if (!member.below) return [];
  const silence: Sanction = member.timedOutUntil ? 'timeoutEnd' : 'timeout';
  return [
    ...(may.timeout && !member.bot ? [silence] : []),
    ...(may.kick ? (['kick'] as const) : []),
    ...(may.ban ? (['ban'] as const) : []),
  ];
}

export function sanctionItems(
  userId: string,
  item: (label: string, act: () => unknown) => TemplateResult,
): TemplateResult | null {
  const name = nameOf(userId) ?? '';
  const kinds = sanctionsOf(userId);
  if (kinds.length === 0) return null;
  return html`<div class="menu-group" role="presentation">${kinds.map((kind) =>
    item(state.words.sanction(kind, name), () => openSanction(kind, userId, name)),
  )}</div>`;
}

export function sanctionView(open: OpenSanction): TemplateResult {
  const { words } = state;
  const title = words.sanction(open.kind, open.name);
  const send = (event: Event) => {
    event.preventDefault();
    void sanction();
  };
  return html`<dialog class="modal" aria-labelledby="sanction-title" ${dialogLayer} @cancel=${closeSanction} @close=${closeSanction}>
    <form @submit=${send}>
      <header>${icon('shield', 20)}<h2 id="sanction-title">${title}</h2>
        <button type="button" class="ghost" aria-label=${words.close} @click=${closeSanction}>${icon('cross')}</button></header>
      <div class="modal-body">
        ${open.kind === 'timeout' ? choices(open, words.timeoutLasts, timeoutSeconds, words.timeoutFor) : null}
        ${open.kind === 'ban' ? choices(open, words.deleteHistory, deletedSeconds, words.deletedSince) : null}
        <div class="field"><label class="field-label" for="sanction-reason">${words.sanctionReason}</label>
          <p class="field-description" id="sanction-hint">${words.sanctionReasonHint}</p>
          <input class="text-input" id="sanction-reason" type="text" maxlength="512" autocomplete="off" aria-describedby="sanction-hint"
            .value=${open.reason} @input=${(event: Event) => {
              open.reason = (event.target as HTMLInputElement).value;
            }} /></div>
      </div>
      <footer>
        <button type="button" class="button text" @click=${closeSanction}>${words.cancel}</button>
        <button type="submit" class="button ${open.kind === 'unban' || open.kind === 'timeoutEnd' ? 'primary' : 'danger'}"
          ?disabled=${open.sending} aria-busy=${open.sending ? 'true' : 'false'}>${title}</button>
      </footer>
    </form>
  </dialog>`;
}

const choices = (
  open: OpenSanction,
  label: string,
  seconds: readonly number[],
  named: (index: number) => string,
): TemplateResult => html`<fieldset class="sanction-choices"><legend class="field-label">${label}</legend>
  ${seconds.map(
    (
      value,
      index,
    ) => html`<label class="choice"><input type="radio" name="sanction-seconds" value=${value} .checked=${open.seconds === value}
      @change=${() =>
        change(() => {
          open.seconds = value;
        })} /><span class="choice-label">${named(index)}</span></label>`,
  )}</fieldset>`;
