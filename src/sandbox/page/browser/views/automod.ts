import type { APIMessage } from 'discord-api-types/v10';
import { html, type TemplateResult } from 'lit';
import { authorName, channelOf, colorOf, placeLabel, tint } from '../lookup.ts';
import { markdown } from '../markdown/view.ts';
import { type Blocked, change, state } from '../state.ts';
import { avatar } from './avatar.ts';
import { icon } from './icon.ts';
import { openMenu } from './menu.ts';
import { shownTime } from './message.ts';

/** AutoMod's alert to the team: whose text it was, where, and which word of which rule found it. */
export function alertView(message: APIMessage): TemplateResult {
  const { words } = state;
  const [embed] = message.embeds;
  const field = (name: string) => embed?.fields?.find((one) => one.name === name)?.value ?? '';
  const name = authorName(message.author);
  const channel = channelOf(field('channel_id'));
  const place = channel ? placeLabel(channel) : words.unknownChannel;
  const said = field('quarantine_user')
    ? words.alertProfile(name)
    : field('flagged_message_id')
      ? words.alertFlagged(name, place)
      : words.alertBlocked(name, place);
  const notes = [
    field('keyword') ? words.alertKeyword(field('keyword')) : '',
    field('rule_name') ? words.alertRule(field('rule_name')) : '',
  ].filter(Boolean);
  const menu = (event: MouseEvent) => openMenu(event, { message, userId: message.author.id });
  return html`<article class="message first automod" data-message=${message.id} aria-label="AutoMod ${said}"
    @contextmenu=${(event: MouseEvent) => openMenu(event, { message, userId: null })}>
    <div class="message-side"><span class="avatar avatar-m automod-avatar" aria-hidden="true">${icon('shield', 22)}</span></div>
    <div class="message-main">
      <header class="message-header"><span class="author">AutoMod</span><span class="app-tag">${words.app}</span>
        <span>${said}</span><time datetime=${message.timestamp}>${shownTime(message.timestamp)}</time></header>
      <div class="automod-card">
        <button type="button" class="bare automod-author" aria-label=${words.memberActions(name)} @click=${menu} @contextmenu=${menu}>
          ${avatar({ id: message.author.id, name }, 's')}<span class="author" .style=${tint(colorOf(message.author.id))}>${name}</span></button>
        <div class="content">${markdown(embed?.description ?? '', message.mentions)}</div>
        <small>${notes.join(' · ')}</small>
      </div>
    </div>
  </article>`;
}

/** What AutoMod kept back, before its author's eyes alone. */
export function blockedView(blocked: Blocked): TemplateResult {
  const { words, snapshot } = state;
  const me = snapshot?.me;
  return html`<article class="message first blocked" aria-label=${me?.name ?? ''}>
    <div class="message-side">${me ? avatar(me, 'm') : null}</div>
    <div class="message-main">
      <header class="message-header"><span class="author" .style=${tint(colorOf(me?.id ?? ''))}>${me?.name}</span>
        <time datetime=${blocked.at}>${shownTime(blocked.at)}</time></header>
      <div class="content">${markdown(blocked.content, [])}</div>
      <div class="blocked-why" role="alert">${icon('shield', 16)}
        <span>${words.blockedMessage}${blocked.explanation ? html` <strong>${words.blockedReason(blocked.explanation)}</strong>` : null}</span></div>
      <div class="ephemeral-bar">${icon('eye', 16)} ${words.onlyYou} •
        <button type="button" class="link" @click=${() =>
          change((s) => {
            s.blocked = s.blocked.filter((other) => other !== blocked);
          })}>${words.dismiss}</button></div>
    </div>
  </article>`;
}
