import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { GuildView, MemberView } from '../../wire.ts';
import { colorOf, tint } from '../lookup.ts';
import { now, state, until } from '../state.ts';
import { avatar } from './avatar.ts';
import { icon } from './icon.ts';
import { openMenu } from './menu.ts';

/** The members of the server, each under the highest of their hoisted roles. */
export function peopleView(guild: GuildView): TemplateResult {
  const { words } = state;
  const hoisted = guild.roles.filter((role) => role.hoist).sort((a, b) => b.position - a.position);
  const groups = new Map<string, MemberView[]>();
  for (const member of [...guild.members].sort((a, b) => a.name.localeCompare(b.name))) {
    const group = hoisted.find((role) => member.roles.includes(role.id))?.id ?? '';
    groups.set(group, [...(groups.get(group) ?? []), member]);
  }
  const section = (id: string, name: string) => {
    const members = groups.get(id) ?? [];
    if (members.length === 0) return null;
    return html`<section aria-label=${name}><h2>${name} — ${members.length}</h2>
      ${repeat(
        members,
        (member) => member.id,
        (member) => memberLine(member, guild),
      )}</section>`;
  };
  return html`<aside class="people" aria-label=${words.memberList}>
    ${hoisted.map((role) => section(role.id, role.name))}${section('', words.online)}
  </aside>`;
}

const memberLine = (member: MemberView, guild: GuildView): TemplateResult =>
  html`<button type="button" class="person" data-user-id=${member.id}
    @click=${(event: MouseEvent) => openMenu(event, { message: null, userId: member.id })}
    @contextmenu=${(event: MouseEvent) => openMenu(event, { message: null, userId: member.id })}>
    ${avatar(member, 'm', member.bot && member.id === state.snapshot?.bot.id ? state.snapshot.botOnline : true)}
    <span class="author" .style=${tint(colorOf(member.id))}>${member.name}</span>
    ${member.id === guild.ownerId ? html`<span class="owner">${icon('crown', 14)}</span>` : null}
    ${member.bot ? html`<span class="app-tag">${state.words.app}</span>` : null}
    ${timeoutMark(member)}
  </button>`;

/** A clock for those who may give a timeout, and its end in words for a screen reader and under the pointer. */
export function timeoutMark({ timedOutUntil }: MemberView): TemplateResult | null {
  if (!timedOutUntil || new Date(timedOutUntil) <= now()) return null;
  const label = state.words.timedOutMember(until(timedOutUntil));
  return html`<span class="timed-out" title=${label}>${icon('clock', 16)}<span class="hidden">${label}</span></span>`;
}
