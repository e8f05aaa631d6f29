import { html, type TemplateResult } from 'lit';
import type { Entry } from '../entries.ts';
import { tint } from '../lookup.ts';
import { avatar } from './avatar.ts';
import { icon } from './icon.ts';

export function entryIcon(entry: Entry): TemplateResult | null {
  if (entry.emoji) return html`<span class="entry-emoji">${entry.emoji}</span>`;
  if (entry.kind === 'user') return avatar({ id: entry.value, name: entry.label }, 's');
  if (entry.kind === 'role') return html`<span class="role-dot" .style=${tint(entry.color)}></span>`;
  if (entry.kind === 'plain') return null;
  return icon(entry.kind === 'thread' ? 'thread' : 'hash', 18);
}

export const entryBody = (entry: Entry): TemplateResult =>
  html`${entryIcon(entry)}
    <span class="entry-text">
      <span class="entry-label">${entry.label}</span>
      ${entry.description ? html`<span class="entry-description">${entry.description}</span>` : null}
    </span>`;
