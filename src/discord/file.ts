import type { APIAttachment } from 'discord-api-types/v10';
import { UserError } from '../kernel/text.ts';
import { second } from '../kernel/time.ts';
import { fileAway, fileGone, fileTooHeavy } from './messages.ts';

/** The content of a file that a person attached, at most `maxBytes` of it. Throws `file.too_heavy`, `file.gone`, and `file.away` for what may be there later. */
export type Download = (file: Pick<APIAttachment, 'url' | 'size'>, maxBytes: number) => Promise<Uint8Array>;

/** Where Discord keeps files. https://docs.discord.com/developers/reference#image-formatting */
const stores = ['https://cdn.discordapp.com', 'https://media.discordapp.net'];

const patience = 15 * second;

/** Fetches from Discord's own stores, or from whatever speaks like Discord at `apiUrl`, and follows no way out of them. */
export function createDownload(apiUrl: string): Download {
  const origins = new Set([...stores, new URL(apiUrl).origin]);
  return async ({ url, size }, maxBytes) => {
    if (size > maxBytes) throw fileTooHeavy(maxBytes);
    if (!URL.canParse(url) || !origins.has(new URL(url).origin)) throw fileGone();
    const bytes = await fetchAtMost(url, maxBytes).catch((error: unknown) => {
      throw error instanceof UserError ? error : fileAway();
    });
    if (!bytes) throw fileTooHeavy(maxBytes);
    return bytes;
  };
}

/** Discord no longer has it, or its address is too old. */
const gone = [401, 403, 404, 410];

/** Null when there is more of it. */
async function fetchAtMost(url: string, maxBytes: number): Promise<Uint8Array | null> {
  const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(patience) });
  if (response.status === 413) return null;
  // A way out of Discord's stores is no file of theirs.
  if (gone.includes(response.status) || (response.status >= 300 && response.status < 400)) throw fileGone();
  if (!response.ok || !response.body) throw new Error(`the file is not there: ${response.status}`);
  const parts: Uint8Array[] = [];
  let total = 0;
  // What the attachment says of its size is not what comes.
  for await (const part of response.body) {
    total += part.length;
    if (total > maxBytes) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}
