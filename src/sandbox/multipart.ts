import type { UploadedFile } from './draft.ts';
import { refuse } from './errors.ts';

/** https://docs.discord.com/developers/reference#uploading-files: the JSON in `payload_json`, files in `files[n]`. */
export async function readBody(
  bytes: Buffer,
  contentType: string | undefined,
): Promise<{ body: unknown; files: UploadedFile[] }> {
  if (bytes.length === 0) return { body: undefined, files: [] };
  if (!contentType?.startsWith('multipart/form-data')) return { body: parsed(bytes.toString('utf8')), files: [] };
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': contentType } }).formData().catch(() => {
    throw refuse('badJson');
  });
  const files: UploadedFile[] = [];
  const fields: Record<string, unknown> = {};
  for (const [key, value] of form) {
    if (typeof value === 'string') fields[key] = value;
    else
      files.push({
        key,
        name: value.name,
        type: value.type || 'application/octet-stream',
        bytes: new Uint8Array(await value.arrayBuffer()),
      });
  }
  const { payload_json, ...others } = fields;
  return { body: typeof payload_json === 'string' ? parsed(payload_json) : others, files };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refuse('badJson');
  }
}
