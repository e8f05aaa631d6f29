import { fileURLToPath } from 'node:url';

export type Asset = { type: string; body: string };

const index = `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Passerelle</title>
<link rel="icon" href="/page/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/page/main.css">
<script type="module" src="/page/main.js"></script>
</head>
<body><div id="app"></div></body>
</html>
`;

const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><rect width="24" height="24" rx="6" fill="#ce0033"/><path d="M3 17h18M5 17v-2.5c0-4 3.2-6.5 7-6.5s7 2.5 7 6.5V17M9.5 17V8.8M14.5 17V8.8" fill="none" stroke="#fff" stroke-width="1.8" stroke-linecap="round"/></svg>`;

let bundled: Promise<Map<string, Asset>> | null = null;

/** The page's files by path. The browser part is compiled at the first request, once for the life of the process. */
export async function findAsset(path: string): Promise<Asset | undefined> {
  if (path === '/') return { type: 'text/html; charset=utf-8', body: index };
  if (path === '/page/icon.svg') return { type: 'image/svg+xml', body: icon };
  bundled ??= bundle();
  return (await bundled).get(path);
}

async function bundle(): Promise<Map<string, Asset>> {
  // Loaded here and not above: a bot that serves the real Discord needs no bundler.
  const { build } = await import('esbuild');
  const folder = fileURLToPath(new URL('browser/', import.meta.url));
  const { outputFiles } = await build({
    entryPoints: [`${folder}main.ts`, `${folder}style/main.css`],
    outdir: '/page',
    entryNames: '[name]',
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    supported: { 'top-level-await': true },
    write: false,
    legalComments: 'none',
    logLevel: 'silent',
  });
  return new Map(
    outputFiles.map(({ path, text }) => {
      const name = path.slice(path.lastIndexOf('main'));
      return [
        `/page/${name}`,
        { type: name.endsWith('.css') ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8', body: text },
      ];
    }),
  );
}
