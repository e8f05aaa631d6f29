import { readFileSync } from 'node:fs';
import { say } from '../../src/infra/process.ts';
import * as messageSet from './messages.ts';
import { describeMiss, measure, readOffers, summary } from './offers.ts';

/**
 * `npm run evaluate -- offers FILE.jsonl`: how well the rules on scams do on any labelled set; `messages`: how well the automatic rules do. Exits with 0 when the set could be read and was measured,
 * with 2 when the command is wrong, when the file or a line of it cannot be read, or when it is empty. How good the figures are changes nothing: they
 * are for whoever asks.
 */
const usage =
  'Usage: npm run evaluate -- offers FILE.jsonl\n  one JSON object a line: title, text, company, email, label ("scam" or "ok"), and hard (true) when it is a hard case\n' +
  '       npm run evaluate -- messages FILE.jsonl\n  one JSON object a line: text, channel, author_age_days, member_age_days, has_attachment, label ("ok", "spam", "phishing" or "job_spam")';

const isMissing = (error: unknown): error is NodeJS.ErrnoException => error instanceof Error && 'code' in error;

function contentOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (!isMissing(error)) throw error;
    say(`${path} cannot be read (${error.code})`);
    return null;
  }
}

function evaluateOffers(path: string): number {
  const file = contentOf(path);
  if (file === null) return 2;
  const { offers, wrong } = readOffers(file);
  for (const { line, why } of wrong) say(`line ${line} is no labelled offer: ${why}`);
  if (offers.length === 0) {
    say('No offer to measure.');
    return 2;
  }
  const all = measure(offers);
  const hard = offers.filter(({ hard }) => hard);
  say(summary('all', all));
  if (hard.length > 0) say(summary('hard', measure(hard)));
  say(all.misses.length === 0 ? 'Nothing was misjudged.' : `${all.misses.length} misjudged:`);
  for (const miss of all.misses) say(describeMiss(miss));
  return wrong.length === 0 ? 0 : 2;
}

function evaluateMessages(path: string): number {
  const file = contentOf(path);
  if (file === null) return 2;
  const { messages, wrong } = messageSet.readMessages(file);
  for (const { line, why } of wrong) say(`line ${line} is no labelled message: ${why}`);
  if (messages.length === 0) {
    say('No message to measure.');
    return 2;
  }
  const all = messageSet.measure(messages);
  say(messageSet.summary('all', all));
  say(all.misses.length === 0 ? 'Nothing was misjudged.' : `${all.misses.length} misjudged:`);
  for (const miss of all.misses) say(messageSet.describeMiss(miss));
  return wrong.length === 0 ? 0 : 2;
}

const evaluations: Readonly<Record<string, (path: string) => number>> = { offers: evaluateOffers, messages: evaluateMessages };

const [what, path, ...rest] = process.argv.slice(2);
const evaluate = what !== undefined && Object.hasOwn(evaluations, what) ? evaluations[what] : undefined;
if (evaluate && path !== undefined && rest.length === 0) process.exitCode = evaluate(path);
else {
  say(usage);
  process.exitCode = 2;
}
