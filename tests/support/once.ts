import { locks } from 'node:worker_threads';
import { asAdmin } from './database.ts';

const made = new Map<string, Promise<string>>();

/** What costs much and is the same for every file: one worker makes it, and the others of the run find it in its server. */
export function oncePerRun(name: string, make: () => Promise<string>): Promise<string> {
  const value = made.get(name) ?? locks.request(name, () => findOrMake(name, make));
  made.set(name, value);
  return value;
}

async function findOrMake(name: string, make: () => Promise<string>): Promise<string> {
  const [row] = await asAdmin<{ value: string }>('SELECT value FROM made WHERE name = $1', [name]);
  if (row) return row.value;
  const value = await make();
  await asAdmin('INSERT INTO made (name, value) VALUES ($1, $2)', [name, value]);
  return value;
}
