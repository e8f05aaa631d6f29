import type { UploadedFile } from '../draft.ts';
import type { FileInput } from './persona.ts';

/** What the client makes of a file that a person picks. */
export const uploaded = (file: FileInput, index: number): UploadedFile => ({
  key: `files[${index}]`,
  name: file.name,
  type: file.type ?? typeOf(file.name),
  bytes: typeof file.content === 'string' ? new TextEncoder().encode(file.content) : file.content,
});

const types: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  csv: 'text/csv',
  txt: 'text/plain',
  json: 'application/json',
};
const typeOf = (name: string): string => types[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream';
