import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin, stop } from 'esbuild';

/** What runs keep for the next. */
export const cache = join(import.meta.dirname, '../../node_modules/.cache/passerelle');

/** What reads files beside itself still finds them. */
const inPlace: Plugin = {
  name: 'in-place',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8'))
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)))
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)),
      loader: 'ts',
    }));
  },
};

/** Libraries ask for these only if they are there. */
const optional = ['pg-native', 'zlib-sync', 'bufferutil', 'utf-8-validate', 'erlpack', '@discordjs/opus'];

/** The program as one file: half of what a start costs is to look for a thousand. Returns its path, which is another when the source is. */
export async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    write: false,
    bundle: true,
    platform: 'node',
    // Modules of Node's own that are imported, and not required, evaluate all that they could give: half a second of CPU for ten starts.
    format: 'cjs',
    minifyWhitespace: true,
    minifySyntax: true,
    target: 'node24',
    external: optional,
    plugins: [inPlace],
    logLevel: 'error',
  });
  await stop();
  const [output] = outputFiles;
  if (!output) throw new Error('nothing was built');
  const file = join(cache, `${createHash('sha256').update(output.contents).digest('hex').slice(0, 16)}.cjs`);
  if (existsSync(file)) return file;
  await mkdir(cache, { recursive: true });
  // Renamed when it is whole: another run may be at the same.
  const unfinished = `${file}.${process.pid}`;
  await writeFile(unfinished, output.contents);
  await rename(unfinished, file);
  return file;
}
