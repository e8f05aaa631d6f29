import type { APIAttachment, APIEmbed, APIMessage } from 'discord-api-types/v10';
import { html, type TemplateResult } from 'lit';
import { shownSize } from '../files.ts';
import { hex, localUrl, tint } from '../lookup.ts';
import { inlineMarkdown, markdown } from '../markdown/view.ts';
import { state } from '../state.ts';
import { icon } from './icon.ts';

/** `attachment://cv.pdf` stands for a file of the same message. */
export const resolveUrl = (url: string, message: APIMessage | null): string | null => {
  if (!url.startsWith('attachment://')) return localUrl(url);
  const file = message?.attachments.find(({ filename }) => filename === url.slice('attachment://'.length));
  return file ? localUrl(file.url) : null;
};

/** An image of this local Discord; one from elsewhere is named, never fetched. */
export function picture(url: string, alt: string, message: APIMessage | null, className = ''): TemplateResult {
  const local = resolveUrl(url, message);
  if (local) return html`<img class="picture ${className}" src=${local} alt=${alt} loading="lazy" />`;
  return html`<span class="picture picture-external ${className}" role="img" aria-label=${alt || state.words.external} title=${url}>
    ${icon('external', 18)}<span>${alt || state.words.external}</span>
  </span>`;
}

export function embedView(embed: APIEmbed, message: APIMessage): TemplateResult {
  const { mentions } = message;
  const title = embed.title ? inlineMarkdown(embed.title, mentions) : null;
  return html`<article class="embed" .style=${tint(embed.color === undefined ? null : hex(embed.color))}>
    <div class="embed-text">
      ${embed.author ? html`<div class="embed-author">${embed.author.name}</div>` : null}
      ${
        title
          ? html`<div class="embed-title">
            ${embed.url ? html`<a href=${embed.url} target="_blank" rel="noopener noreferrer">${title}</a>` : title}
          </div>`
          : null
      }
      ${embed.description ? html`<div class="embed-description">${markdown(embed.description, mentions)}</div>` : null}
      ${
        embed.fields?.length
          ? html`<div class="embed-fields">
            ${embed.fields.map(
              (field) => html`<div class="embed-field ${field.inline ? 'inline' : ''}">
                <div class="embed-name">${inlineMarkdown(field.name, mentions)}</div>
                ${markdown(field.value, mentions)}
              </div>`,
            )}
          </div>`
          : null
      }
      ${embed.image ? picture(embed.image.url, embed.title ?? '', message, 'embed-image') : null}
      ${embed.footer || embed.timestamp ? footer(embed) : null}
    </div>
    ${embed.thumbnail ? picture(embed.thumbnail.url, '', message, 'embed-thumbnail') : null}
  </article>`;
}

function footer(embed: APIEmbed): TemplateResult {
  const locale = state.snapshot?.me.locale ?? 'en-US';
  const date = embed.timestamp
    ? new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'short' }).format(new Date(embed.timestamp))
    : null;
  return html`<div class="embed-footer">${[embed.footer?.text, date].filter(Boolean).join(' • ')}</div>`;
}

export function attachmentView(file: APIAttachment, message: APIMessage): TemplateResult {
  const url = localUrl(file.url);
  if (file.content_type?.startsWith('image/') && url)
    return picture(file.url, file.description ?? file.filename, message, 'attached');
  return fileCard(file.filename, file.size, url);
}

export const fileCard = (name: string, size: number | null, url: string | null): TemplateResult =>
  html`<div class="file-card">
    ${icon('file', 30)}
    <div>
      ${url ? html`<a href=${url} target="_blank" rel="noopener">${name}</a>` : html`<span>${name}</span>`}
      ${size === null ? null : html`<small>${shownSize(size, state.snapshot?.me.locale ?? 'en-US')}</small>`}
    </div>
  </div>`;
