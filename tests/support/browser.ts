import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium, type Page } from 'playwright-core';

let launched: Promise<Browser> | null = null;

/** One Chromium for the whole run, from an npm package: it needs nothing of the machine and asks nothing of the network. */
export function browser(): Promise<Browser> {
  launched ??= launch();
  return launched;
}

async function launch(): Promise<Browser> {
  const started = await chromium.launch({
    executablePath: await sparticuz.executablePath(),
    args: [
      ...sparticuz.args,
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
    headless: true,
  });
  process.once('beforeExit', () => void started.close());
  return started;
}

/** A window of its own, as another person's browser would be. What goes wrong in it is kept in `faults`. */
export async function openWindow(url: string): Promise<{ page: Page; faults: string[]; close(): Promise<void> }> {
  const context = await (await browser()).newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(new URL(url).origin) && !request.url().startsWith('data:'))
      faults.push(`left the machine: ${request.url()}`);
  });
  await page.goto(url);
  return { page, faults, close: () => context.close() };
}
