import { html, type TemplateResult } from 'lit';
import { hueOf, initials } from '../lookup.ts';
import { state } from '../state.ts';
import { icon } from './icon.ts';

/** `online`: draws the status dot; left out where Discord shows none. */
export function avatar(user: { id: string; name: string }, size: 's' | 'm' | 'l' | 'xl', online?: boolean): TemplateResult {
  const isBot = user.id === state.snapshot?.bot.id;
  return html`<span class="avatar avatar-${size} ${isBot ? 'avatar-bot' : hueOf(user.id)}" aria-hidden="true">
    ${isBot ? icon('bridge', size === 's' ? 16 : 22) : initials(user.name)}
    ${online === undefined ? null : html`<span class="status ${online ? 'on' : 'off'}"></span>`}
  </span>`;
}
