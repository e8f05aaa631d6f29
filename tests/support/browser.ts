import { mkdir } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { locks } from 'node:worker_threads';
import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium, type Page } from 'playwright-core';

/**
 * The package is made for one page of one short-lived function: a single process dies with its second window, and pages would not be isolated.
 * What it asks of graphics is a GPU in software, which costs ten times what the pages do.
 */
const unwanted =
  /^--(single-process|disable-web-security|allow-running-insecure-content|disable-site-isolation-trials|disable-features=.*IsolateOrigins|use-gl|use-angle|enable-unsafe-swiftshader|ignore-gpu-blocklist|in-process-gpu|no-zygote)/;

const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

let launched: Promise<Browser> | null = null;

/** One Chromium for all the tests of a worker, from an npm package: it needs nothing of the machine and asks nothing of the network. */
export function browser(): Promise<Browser> {
  launched ??= launch();
  return launched;
}

/** The package unpacks into the temporary folder, which is everybody's: what another user left there cannot be run, and should not be. */
async function unpack(): Promise<string> {
  const { TMPDIR } = process.env;
  const own = join(tmpdir(), `passerelle-chromium-${userInfo().username}`);
  await mkdir(own, { recursive: true, mode: 0o700 });
  process.env.TMPDIR = own;
  try {
    return await sparticuz.executablePath();
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
  }
}

async function launch(): Promise<Browser> {
  // At the first use; two workers must not do it at once.
  const executablePath = await locks.request('chromium', unpack);
  return chromium.launch({
    executablePath,
    args: [...sparticuz.args.filter((arg) => !unwanted.test(arg)), ...quiet],
    headless: true,
  });
}

export type Window = {
  page: Page;
  /** Errors of scripts and of the content policy, and requests that would have left the machine. */
  faults: string[];
  close(): Promise<void>;
};

/** A window of its own, as another person's browser would be. */
export async function openWindow(url: string): Promise<Window> {
  const context = await (await browser()).newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const faults: string[] = [];
  const { origin } = new URL(url);
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !request.url().startsWith('data:'))
      faults.push(`left the machine: ${request.url()}`);
  });
  await page.goto(url);
  return { page, faults, close: () => context.close() };
}
