/** Of a CV, in bytes. */
export const largestFile = 5_000_000;

export type FileFault = 'name' | 'type' | 'content';

const endsAsPdf = /\.pdf$/i;

/** What is wrong with a file before it is read; null for what calls itself a PDF. */
export const claimFault = ({ filename, type }: { filename: string; type: string | undefined }): FileFault | null =>
  !endsAsPdf.test(filename) ? 'name' : type !== undefined && !/^application\/(x-)?pdf\b/i.test(type) ? 'type' : null;

const magic = [0x25, 0x50, 0x44, 0x46, 0x2d];

/** True for bytes that begin as a PDF does, `%PDF-`. ISO 32000-1, 7.5.2. */
export const isPdf = (bytes: Uint8Array): boolean => magic.every((byte, at) => bytes[at] === byte);

/** Longest name under which the file is handed on. */
const longestName = 100;

/** The name without what a file system or a message could misread, and without what Discord would replace. */
export function fileName(typed: string): string {
  const stem = typed
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(endsAsPdf, '')
    .replace(/[^\w.-]+/g, '_')
    .replace(/^[._]+|[._]+$/g, '')
    .slice(0, longestName - 4);
  return `${stem === '' ? 'CV' : stem}.pdf`;
}
