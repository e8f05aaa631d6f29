import type { UploadedFile } from '../wire.ts';

const read = (file: File) =>
  new Promise<UploadedFile>((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(reader.error);
    reader.onload = () => {
      const url = String(reader.result);
      resolve({ name: file.name, type: file.type, content: url.slice(url.indexOf(',') + 1) });
    };
    reader.readAsDataURL(file);
  });

/** The files of an `<input type="file">`, which is emptied so that the same file can be picked again. */
export async function takeFiles(input: HTMLInputElement): Promise<UploadedFile[]> {
  const files = await Promise.all([...(input.files ?? [])].map(read));
  input.value = '';
  return files;
}

export const sizeOf = (file: UploadedFile): number => Math.floor((file.content.length * 3) / 4);

export function shownSize(bytes: number, locale: string): string {
  const [unit, amount] =
    bytes < 1024 ? ['byte', bytes] : bytes < 1024 ** 2 ? ['kilobyte', bytes / 1024] : ['megabyte', bytes / 1024 ** 2];
  return new Intl.NumberFormat(locale, { style: 'unit', unit: String(unit), maximumFractionDigits: 1 }).format(Number(amount));
}
