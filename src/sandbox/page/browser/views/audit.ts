import { html, type TemplateResult } from 'lit';
import type { AuditKind, AuditView } from '../../wire.ts';
import { state, until } from '../state.ts';
import { type IconName, icon } from './icon.ts';
import { shownTime } from './message.ts';

/** The audit log of the server, newest first, for those who may read it. */
export function auditView(): TemplateResult {
  const { words, audit } = state;
  if (!audit) return html`<p class="list-empty" aria-busy="true">…</p>`;
  if (audit.length === 0) return html`<p class="list-empty">${words.noAudit}</p>`;
  return html`<ol class="audit" aria-label=${words.auditLog}>${audit.map(entryView)}</ol>`;
}

function entryView(entry: AuditView): TemplateResult {
  const { words } = state;
  const told = words.told(entry.kind, { ...entry, until: entry.until ? until(entry.until) : '' });
  return html`<li class="audit-entry" data-audit=${entry.kind}>${icon(iconOf(entry.kind), 20)}
    <div><p>${told}</p>
      ${entry.reason ? html`<p class="audit-reason">${words.auditReason(entry.reason)}</p>` : null}
      <time datetime=${entry.at}>${shownTime(entry.at)}</time></div></li>`;
}

const byBeginning: readonly (readonly [string, IconName])[] = [
  ['channel', 'hash'],
  ['overwrites', 'lock'],
  ['thread', 'thread'],
  ['timeout', 'clock'],
  ['silenced', 'clock'],
  ['voice', 'voice'],
  ['pin', 'pin'],
  ['unpin', 'pin'],
  ['guild', 'gear'],
  ['rule', 'shield'],
  ['blocked', 'shield'],
  ['flagged', 'shield'],
  ['quarantined', 'shield'],
  ['messageDelete', 'cross'],
  ['bulkDelete', 'cross'],
];

const iconOf = (kind: AuditKind): IconName => byBeginning.find(([beginning]) => kind.startsWith(beginning))?.[1] ?? 'people';
