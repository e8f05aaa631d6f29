import { ComponentType } from 'discord-api-types/v10';
import type { Attachment } from './world.ts';

/** A component as JSON, of whatever kind: what each kind may hold is in `rules/`. */
export type Component = {
  type: number;
  id?: number;
  custom_id?: string;
  components?: Component[];
  component?: Component;
  accessory?: Component;
} & Record<string, unknown>;

export type Placed = { component: Component; path: readonly (string | number)[]; parent: Component | null };

/** Every component, in the order of the screen, with the path to it from the body. */
export function* walk(
  components: readonly Component[],
  path: readonly (string | number)[] = ['components'],
  parent: Component | null = null,
): Generator<Placed> {
  for (const [index, component] of components.entries()) {
    const here = [...path, index];
    yield { component, path: here, parent };
    yield* walk(component.components ?? [], [...here, 'components'], component);
    for (const key of ['accessory', 'component'] as const) {
      const child = component[key];
      if (!child) continue;
      yield { component: child, path: [...here, key], parent: component };
      yield* walk(child.components ?? [], [...here, key, 'components'], child);
    }
  }
}

export const selects: readonly number[] = [
  ComponentType.StringSelect,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
];

/** Kinds that exist with the IS_COMPONENTS_V2 flag only. */
export const onlyV2: readonly number[] = [
  ComponentType.Section,
  ComponentType.TextDisplay,
  ComponentType.Thumbnail,
  ComponentType.MediaGallery,
  ComponentType.File,
  ComponentType.Separator,
  ComponentType.Container,
];

type Media = { url: string } & Record<string, unknown>;

/**
 * Components as Discord gives them back: each with an `id`, its defaults filled in, and the files it names found.
 * https://docs.discord.com/developers/components/reference#anatomy-of-a-component
 */
export function completed(
  components: readonly Component[],
  attachments: readonly Attachment[],
  nextMediaId: () => string,
): Component[] {
  const used = new Set([...walk(components)].flatMap(({ component }) => (component.id ? [component.id] : [])));
  let last = 0;
  const freshId = () => {
    do last++;
    while (used.has(last));
    return last;
  };
  const media = (item: Media) => {
    const attachment = attachments.find(({ filename }) => `attachment://${filename}` === item.url);
    const url = attachment?.url ?? item.url;
    return {
      ...item,
      id: nextMediaId(),
      url,
      proxy_url: url,
      width: null,
      height: null,
      content_type: attachment?.content_type ?? null,
      ...(attachment ? { attachment_id: attachment.id } : {}),
    };
  };
  const complete = (component: Component): Component => {
    const done: Component = { ...component, id: component.id || freshId() };
    const { type } = component;
    if (selects.includes(type))
      Object.assign(done, { min_values: component.min_values ?? 1, max_values: component.max_values ?? 1 });
    if (type === ComponentType.Container)
      Object.assign(done, { accent_color: component.accent_color ?? null, spoiler: component.spoiler ?? false });
    if (type === ComponentType.Separator)
      Object.assign(done, { divider: component.divider ?? true, spacing: component.spacing ?? 1 });
    if (type === ComponentType.Thumbnail)
      Object.assign(done, {
        media: media(component.media as Media),
        description: component.description ?? null,
        spoiler: component.spoiler ?? false,
      });
    if (type === ComponentType.MediaGallery)
      done.items = (component.items as Record<string, unknown>[]).map((item) => ({
        media: media(item.media as Media),
        description: item.description ?? null,
        spoiler: item.spoiler ?? false,
      }));
    if (type === ComponentType.File) {
      const file = component.file as Media;
      const attachment = attachments.find(({ filename }) => `attachment://${filename}` === file.url);
      Object.assign(done, {
        file: media(file),
        name: attachment?.filename ?? null,
        size: attachment?.size ?? null,
        spoiler: component.spoiler ?? false,
      });
    }
    if (component.components) done.components = component.components.map(complete);
    if (component.accessory) done.accessory = complete(component.accessory);
    if (component.component) done.component = complete(component.component);
    return done;
  };
  return components.map(complete);
}
