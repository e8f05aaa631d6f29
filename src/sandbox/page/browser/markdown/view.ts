import type { APIMessage } from 'discord-api-types/v10';
import { html, type TemplateResult } from 'lit';
import { join } from '../deeds.ts';
import { authorName, channelOf, colorOf, hex, isThread, linkedInvite, linkedPlace, nameOf, roleOf, tint } from '../lookup.ts';
import { go } from '../session.ts';
import { changeDraft, now, state } from '../state.ts';
import { icon } from '../views/icon.ts';
import { openMenu } from '../views/menu.ts';
import { type Block, type Inline, type List, parseBlocks, parseInline } from './parse.ts';

/** Draws markdown. Every text goes through lit's bindings, so nothing that was typed can become HTML. */

/** Users whom the message mentions, for those who are no longer in the server. */
type Mentioned = APIMessage['mentions'];

export const markdown = (source: string, mentioned: Mentioned = []): TemplateResult =>
  html`<div class="markdown">${parseBlocks(source).map((block) => drawBlock(block, mentioned))}</div>`;

/** One line, without blocks: titles of embeds, labels. */
export const inlineMarkdown = (source: string, mentioned: Mentioned = []): TemplateResult =>
  html`${drawAll(parseInline(source), mentioned)}`;

const drawAll = (nodes: Inline[], mentioned: Mentioned) => nodes.map((node) => drawInline(node, mentioned));

function drawBlock(block: Block, mentioned: Mentioned): TemplateResult {
  if (block.kind === 'lines') return html`<p>${drawAll(block.content, mentioned)}</p>`;
  if (block.kind === 'subtext') return html`<small>${drawAll(block.content, mentioned)}</small>`;
  if (block.kind === 'fence') return html`<pre><code>${block.text}</code></pre>`;
  if (block.kind === 'quote') return html`<blockquote>${block.blocks.map((inner) => drawBlock(inner, mentioned))}</blockquote>`;
  if (block.kind === 'list') return drawList(block, mentioned);
  const content = drawAll(block.content, mentioned);
  // The page's own title is the only first-level heading: those of messages begin at the third.
  if (block.level === 1) return html`<h3 class="h1">${content}</h3>`;
  return block.level === 2 ? html`<h4 class="h2">${content}</h4>` : html`<h5 class="h3">${content}</h5>`;
}

function drawList(list: List, mentioned: Mentioned): TemplateResult {
  const items = list.items.map(
    (item) => html`<li>${drawAll(item.content, mentioned)}${item.children ? drawList(item.children, mentioned) : null}</li>`,
  );
  return list.ordered ? html`<ol start=${list.start}>${items}</ol>` : html`<ul>${items}</ul>`;
}

function drawInline(node: Inline, mentioned: Mentioned): TemplateResult | string {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'strong':
      return html`<strong>${drawAll(node.children, mentioned)}</strong>`;
    case 'em':
      return html`<em>${drawAll(node.children, mentioned)}</em>`;
    case 'underline':
      return html`<u>${drawAll(node.children, mentioned)}</u>`;
    case 'strike':
      return html`<s>${drawAll(node.children, mentioned)}</s>`;
    case 'spoiler':
      return html`<button type="button" class="spoiler" aria-label=${state.words.spoiler} @click=${reveal}
        ><span>${drawAll(node.children, mentioned)}</span></button
      >`;
    case 'code':
      return html`<code>${node.text}</code>`;
    case 'link':
      return linkView(node.url, drawAll(node.children, mentioned));
    case 'everyone':
      return html`<span class="mention">@${node.name}</span>`;
    case 'emoji':
      return html`<span class="emoji">:${node.name}:</span>`;
    case 'time':
      return drawTime(node.seconds, node.style);
    default:
      return drawMention(node, mentioned);
  }
}

/** A link to a channel leads there in this window, and one that invites is accepted; any other opens a tab of its own. */
export function linkView(url: string, content: unknown, className = ''): TemplateResult {
  const linked = linkedPlace(url);
  if (linked) {
    const { place, messageId } = linked;
    return html`<button type="button" class=${className || 'link'} @click=${() => go(place, messageId)}>${content}</button>`;
  }
  const invite = linkedInvite(url);
  if (invite)
    return html`<button type="button" class=${className || 'link'} title=${state.words.joinByInvite} @click=${() => join(false, invite)}>${content}</button>`;
  return html`<a class=${className} href=${webLink(url)} target="_blank" rel="noopener noreferrer">${content}</a>`;
}

/** Only web links open: `discord:` ones lead to an application that this page is not, and `javascript:` never may. */
const webLink = (url: string): string => (/^https?:\/\//i.test(url) ? url : '#');

function reveal(event: Event): void {
  const spoiler = event.currentTarget as HTMLElement;
  spoiler.classList.add('shown');
  spoiler.removeAttribute('aria-label');
}

function drawMention(node: Extract<Inline, { id: string }>, mentioned: Mentioned): TemplateResult {
  const { words } = state;
  if (node.kind === 'user') {
    const user = mentioned.find(({ id }) => id === node.id);
    const name = nameOf(node.id) ?? (user ? authorName(user) : words.unknownUser);
    return html`<button type="button" class="mention" data-user=${node.id} .style=${tint(colorOf(node.id))}
      @click=${(event: MouseEvent) => openMenu(event, { message: null, userId: node.id })}>@${name}</button>`;
  }
  if (node.kind === 'role') {
    const role = roleOf(node.id);
    const color = role && role.color !== 0 ? hex(role.color) : null;
    return html`<span class="mention ${color ? 'mention-role' : ''}" .style=${tint(color)}>@${role?.name ?? words.unknownRole}</span>`;
  }
  if (node.kind === 'command') {
    return html`<button type="button" class="mention" @click=${() => startCommand(node.name)}>/${node.name}</button>`;
  }
  const channel = channelOf(node.id);
  if (!channel) return html`<span class="mention">${icon('hash', 14)}${words.unknownChannel}</span>`;
  return html`<button type="button" class="mention" @click=${() => go({ kind: 'guild', channelId: node.id })}
    >${icon(isThread(channel) ? 'thread' : 'hash', 14)}${channel.name}</button
  >`;
}

/** A mention of a command fills the composer, as on Discord: the person still chooses to send it. */
function startCommand(path: string): void {
  const { channelId } = state.place;
  if (!channelId) return;
  const name = state.snapshot?.commands.find((command) => command.path === path)?.name ?? path;
  changeDraft(channelId, (draft) => {
    draft.text = `/${name}`;
    draft.command = null;
    draft.active = 0;
  });
  document.querySelector<HTMLElement>('.composer textarea')?.focus();
}

const formats: Record<string, Intl.DateTimeFormatOptions> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
  s: { dateStyle: 'short', timeStyle: 'short' },
  S: { dateStyle: 'short', timeStyle: 'medium' },
};

function drawTime(seconds: number, style: string): TemplateResult {
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return html`&lt;t:${seconds}&gt;`;
  const locale = state.snapshot?.me.locale ?? 'en-US';
  const full = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short' }).format(date);
  const shown = style === 'R' ? relative(date, locale) : new Intl.DateTimeFormat(locale, formats[style]).format(date);
  return html`<time class="timestamp" datetime=${date.toISOString()} title=${full}>${shown}</time>`;
}

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];

export function relative(date: Date, locale: string): string {
  const seconds = (date.getTime() - now().getTime()) / 1000;
  const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
  return new Intl.RelativeTimeFormat(locale).format(Math.round(seconds / size), unit);
}
