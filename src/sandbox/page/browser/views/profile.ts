import { html, type TemplateResult } from 'lit';
import type { MemberView, RoleView } from '../../wire.ts';
import { colorOf, hex, memberOf, tint } from '../lookup.ts';
import { state, until } from '../state.ts';
import { avatar } from './avatar.ts';
import { icon } from './icon.ts';

/** Who somebody is, as a click on them shows: their names, since when they are here, and every role they have. */
export function profileView(userId: string, name: string): TemplateResult {
  const { words, snapshot } = state;
  const member = memberOf(userId);
  const username = member?.username ?? snapshot?.people.find(({ id }) => id === userId)?.username;
  return html`<section class="profile-card">
    ${avatar({ id: userId, name }, 'xl', isOnline(member))}
    <h2 class="author" .style=${tint(colorOf(userId))}>${name}
      ${member?.bot ? html`<span class="app-tag">${words.app}</span>` : null}</h2>
    ${username ? html`<p class="profile-username">${username}</p>` : null}
    ${snapshot?.guild?.ownerId === userId ? html`<p class="owner">${icon('crown', 14)} ${words.owner}</p>` : null}
    ${member?.timedOutUntil ? html`<p class="timed-out">${icon('clock', 14)} ${words.timedOutMember(until(member.timedOutUntil))}</p>` : null}
    ${member ? membership(member) : html`<p class="profile-note">${words.notHere}</p>`}
  </section>`;
}

function membership(member: MemberView): TemplateResult {
  const { words, snapshot } = state;
  const roles = (snapshot?.guild?.roles ?? [])
    .filter(({ id }) => member.roles.includes(id))
    .sort((a, b) => b.position - a.position);
  const date = new Intl.DateTimeFormat(snapshot?.me.locale ?? 'en-US', { dateStyle: 'long' });
  return html`
    ${member.joinedAt ? html`<h3>${words.memberSince}</h3><p><time datetime=${member.joinedAt}>${date.format(new Date(member.joinedAt))}</time></p>` : null}
    <h3>${words.roles}</h3>
    ${roles.length > 0 ? roleList(roles) : html`<p class="profile-note">${words.noRole}</p>`}`;
}

/** The highest first, as they are given. */
export const roleList = (roles: readonly Pick<RoleView, 'name' | 'color'>[]): TemplateResult =>
  html`<ul class="role-list">${roles.map(
    ({ name, color }) => html`<li><span class="role-dot" .style=${tint(color === 0 ? null : hex(color))}></span>${name}</li>`,
  )}</ul>`;

const isOnline = (member: MemberView | undefined): boolean =>
  member !== undefined && (member.id !== state.snapshot?.bot.id || state.snapshot.botOnline);
