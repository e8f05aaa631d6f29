import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInMessageActionRow,
  type APIContainerComponent,
  type APIMediaGalleryComponent,
  type APIMessage,
  type APIMessageTopLevelComponent,
  type APISectionComponent,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10';
import { html, type TemplateResult } from 'lit';
import { press, select } from '../deeds.ts';
import { defaultValues } from '../entries.ts';
import { hex, tint } from '../lookup.ts';
import { linkView, markdown } from '../markdown/view.ts';
import { change, state } from '../state.ts';
import { fileCard, picture, resolveUrl } from './embed.ts';
import { icon } from './icon.ts';
import { selectView } from './select.ts';

/** Components of messages, old and new. https://docs.discord.com/developers/components/reference */
export function componentView(component: APIMessageTopLevelComponent, message: APIMessage): TemplateResult | null {
  switch (component.type) {
    case ComponentType.ActionRow:
      return row(component, message);
    case ComponentType.TextDisplay:
      return html`<div class="v2-text">${markdown(component.content, message.mentions)}</div>`;
    case ComponentType.Section:
      return section(component, message);
    case ComponentType.MediaGallery:
      return gallery(component, message);
    case ComponentType.File: {
      const name = component.name ?? component.file.url.replace(/^.*\//, '');
      return spoiled(component.spoiler, fileCard(name, component.size ?? null, resolveUrl(component.file.url, message)));
    }
    case ComponentType.Separator:
      return html`<hr class="v2-separator ${component.spacing === 2 ? 'large' : ''} ${component.divider === false ? 'blank' : ''}" />`;
    case ComponentType.Container:
      return container(component, message);
    default:
      return null;
  }
}

const spoiled = (spoiler: boolean | undefined, content: TemplateResult): TemplateResult =>
  spoiler
    ? html`<button type="button" class="spoiler spoiler-block" aria-label=${state.words.spoiler}
        @click=${(event: Event) => (event.currentTarget as HTMLElement).classList.add('shown')}><span>${content}</span></button>`
    : content;

const container = (component: APIContainerComponent, message: APIMessage): TemplateResult =>
  spoiled(
    component.spoiler,
    html`<div class="v2-container" .style=${tint(component.accent_color == null ? null : hex(component.accent_color))}>
      ${component.components.map((inner) => componentView(inner, message))}
    </div>`,
  );

function section(component: APISectionComponent, message: APIMessage): TemplateResult {
  const { accessory } = component;
  return html`<div class="v2-section">
    <div class="v2-section-text">${component.components.map((text) => componentView(text, message))}</div>
    ${
      accessory.type === ComponentType.Button
        ? button(accessory, message)
        : spoiled(accessory.spoiler, picture(accessory.media.url, accessory.description ?? '', message, 'v2-thumbnail'))
    }
  </div>`;
}

const gallery = (component: APIMediaGalleryComponent, message: APIMessage): TemplateResult =>
  html`<div class="v2-gallery" data-count=${component.items.length}>
    ${component.items.map((item) => spoiled(item.spoiler, picture(item.media.url, item.description ?? '', message)))}
  </div>`;

function row(component: APIActionRowComponent<APIComponentInMessageActionRow>, message: APIMessage): TemplateResult {
  return html`<div class="row">
    ${component.components.map((inner) => (inner.type === ComponentType.Button ? button(inner, message) : menu(inner, message)))}
  </div>`;
}

function menu(component: Exclude<APIComponentInMessageActionRow, APIButtonComponent>, message: APIMessage): TemplateResult {
  const key = `${message.id}:${component.custom_id}`;
  return selectView({
    key,
    component,
    values: state.chosen.get(key) ?? defaultValues(component),
    label: component.placeholder ?? state.words.makeChoice,
    disabled: component.disabled === true,
    onChoose: (values) => {
      change(({ chosen }) => chosen.set(key, values));
      void select(message, component.custom_id, values);
    },
  });
}

const styles: Partial<Record<ButtonStyle, string>> = {
  [ButtonStyle.Primary]: 'primary',
  [ButtonStyle.Secondary]: 'secondary',
  [ButtonStyle.Success]: 'success',
  [ButtonStyle.Danger]: 'danger',
};

function button(component: APIButtonComponent, message: APIMessage): TemplateResult | null {
  if (component.style === ButtonStyle.Premium) return null;
  const emoji = component.emoji?.name ? html`<span class="button-emoji">${component.emoji.name}</span>` : null;
  if (component.style === ButtonStyle.Link) {
    if (component.disabled)
      return html`<span class="button secondary disabled">${emoji}${component.label}${icon('external', 16)}</span>`;
    return linkView(component.url, html`${emoji}${component.label}${icon('external', 16)}`, 'button secondary');
  }
  const id = component.custom_id;
  const waiting = state.waiting.has(`${message.id}:${id}`);
  return html`<button type="button" class="button ${styles[component.style]} ${waiting ? 'waiting' : ''}" data-custom-id=${id}
    ?disabled=${component.disabled === true} aria-disabled=${waiting ? 'true' : 'false'} aria-busy=${waiting ? 'true' : 'false'} @click=${() => press(message, id)}>
    <span class="button-face">${emoji}${component.label}</span>
    ${waiting ? html`<span class="dots"><i></i><i></i><i></i></span>` : null}
  </button>`;
}
