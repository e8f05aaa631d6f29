import type { APIEmbed } from 'discord-api-types/v10';
import type { MessageDraft, UploadedFile } from '../draft.ts';
import type { Attachment, Channel, World } from '../world.ts';

/** Keeps the files of a request, which `attachments` describes by their index; earlier ones are named by their id. */
export function storeFiles(
  world: World,
  channel: Channel,
  draft: Pick<MessageDraft, 'attachments'>,
  files: readonly UploadedFile[],
  earlier: readonly Attachment[] = [],
): Attachment[] {
  const kept = earlier.filter(({ id }) => draft.attachments?.some((described) => described.id === id) ?? true);
  const fresh = files.map((file) => {
    const index = /^files\[(\d+)\]$/.exec(file.key)?.[1] ?? '0';
    const described = draft.attachments?.find(({ id }) => id === index);
    const id = world.id();
    const filename = (described?.filename ?? file.name).replace(/[^\w.()-]+/gu, '_');
    world.files.set(id, { id, channel_id: channel.id, filename, content_type: file.type, bytes: file.bytes });
    return {
      id,
      filename,
      ...(described?.title ? { title: described.title } : {}),
      ...(described?.description ? { description: described.description } : {}),
      content_type: file.type,
      size: file.bytes.length,
      url: `${world.origin}/cdn/attachments/${channel.id}/${id}/${encodeURIComponent(filename)}`,
    };
  });
  return [...kept, ...fresh];
}

/** `attachment://cv.png` becomes the link of the file. */
export function withFiles(embed: APIEmbed, attachments: readonly Attachment[]): APIEmbed {
  const linked = (url: string) => attachments.find(({ filename }) => `attachment://${filename}` === url)?.url ?? url;
  const plain = JSON.parse(JSON.stringify(embed)) as APIEmbed;
  for (const image of [plain.image, plain.thumbnail])
    if (image) Object.assign(image, { url: linked(image.url), proxy_url: linked(image.url), width: 0, height: 0 });
  return plain;
}
