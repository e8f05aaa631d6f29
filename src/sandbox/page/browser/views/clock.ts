import { html, type TemplateResult } from 'lit';
import { advance } from '../deeds.ts';
import { now, state } from '../state.ts';
import { icon } from './icon.ts';

/** The date of the local Discord, and how to move it. */
export function clockView(): TemplateResult {
  const { words } = state;
  const date = now();
  const shown = new Intl.DateTimeFormat(state.snapshot?.me.locale ?? 'en-US', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(date);
  return html`<div class="clock" role="group" aria-label=${words.clock}>
    ${icon('clock', 18)}<time datetime=${date.toISOString()}>${shown}</time>
    <button type="button" aria-label=${words.plusHourLabel} @click=${() => advance(1)}>${words.plusHour}</button>
    <button type="button" aria-label=${words.plusDayLabel} @click=${() => advance(24)}>${words.plusDay}</button>
    <button type="button" aria-label=${words.plusWeekLabel} @click=${() => advance(168)}>${words.plusWeek}</button>
  </div>`;
}
