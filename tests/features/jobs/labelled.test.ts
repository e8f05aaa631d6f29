import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { describeMiss, measure, readOffers } from '../../evaluate/offers.ts';

/**
 * The rules on scams against offers that were written for this. The rules were written before the offers, then mended on three lines of five and on
 * what came later, but for the last `counted` lines, which were written after the rules, like the other two of the first `blind` lines, and only ever
 * counted. What each later set of 60, 40 and 40 gave before the rules were mended on it: precision 0.96, 0.89 and 1, recall 0.77, 0.80 and 0.55. So expect
 * of offers by others a precision of 0.95 and a recall of 0.8. `npm run evaluate` prints the misses of any other set.
 */

const file = join(import.meta.dirname, 'offers.jsonl');
const { offers, wrong } = readOffers(readFileSync(file, 'utf8'));
const blind = 248;
const counted = 40;
const isHeldOut = (line: number) => line <= blind && line % 5 >= 3;

const sets = {
  all: offers,
  hard: offers.filter(({ hard }) => hard),
  'held out': offers.filter(({ line }) => isHeldOut(line)),
  'but the last': offers.slice(0, -counted),
  'hard, held out': offers.filter(({ line, hard }) => hard && isHeldOut(line)),
};

test('the set is what it says: large, half hard, half scams, in both languages, without a real address', () => {
  expect(wrong).toEqual([]);
  expect(offers.length).toBeGreaterThanOrEqual(500);
  expect(sets.hard.length / offers.length).toBeGreaterThanOrEqual(0.5);
  expect(sets['held out'].length).toBeGreaterThanOrEqual(99);
  const scams = offers.filter(({ label }) => label === 'scam').length;
  expect(Math.abs(scams / offers.length - 0.5)).toBeLessThan(0.05);
  const french = offers.filter(({ text }) => /\b(?:vous|les|des|nous|une)\b/i.test(text)).length;
  expect(french / offers.length).toBeGreaterThan(0.4);
  expect(french / offers.length).toBeLessThan(0.7);
  expect(new Set(offers.map(({ text }) => text)).size).toBe(offers.length);
  // `.example` is nobody's, and Gmail has no address with a hyphen.
  expect(offers.filter(({ email }) => !/\.example$|^[^@]*-[^@]*@gmail\.com$/.test(email))).toEqual([]);
});

describe.each(Object.entries(sets))('%s', (_, set) => {
  const { precision, recall, size, scams } = measure(set);
  test(`precision ${precision.toFixed(3)} and recall ${recall.toFixed(3)} on ${size} offers of which ${scams} are scams`, () => {
    expect(precision).toBeGreaterThanOrEqual(0.95);
    expect(recall).toBeGreaterThanOrEqual(0.9);
  });
});

test('the last 40, only ever counted: nobody honest is accused', () => {
  const { precision, recall } = measure(offers.slice(-counted));
  expect(precision).toBe(1);
  expect(recall).toBeGreaterThanOrEqual(0.85);
});

test('what honest employers write of the same things stops nobody', () => {
  const honest = readOffers(readFileSync(join(import.meta.dirname, 'honest.jsonl'), 'utf8'));
  expect(honest.wrong).toEqual([]);
  expect(honest.offers.length).toBeGreaterThanOrEqual(70);
  expect(measure(honest.offers).misses.map(describeMiss)).toEqual([]);
});

describe('npm run evaluate', () => {
  const main = join(import.meta.dirname, '../../evaluate/main.ts');
  const run = (...words: string[]): Promise<{ code: number; out: string }> =>
    promisify(execFile)(process.execPath, [main, ...words]).then(
      ({ stdout }) => ({ code: 0, out: stdout }),
      ({ code, stdout }: { code: number; stdout: string }) => ({ code, out: stdout }),
    );

  test('prints the figures of any file, and each miss with its line and what weighed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'passerelle-evaluate-'));
    const set = join(folder, 'set.jsonl');
    const offer = { title: 'Poste', company: 'Atelier', email: 'rh@atelier.example' };
    const lines = [
      { ...offer, text: 'Vous tenez la caisse du magasin.', label: 'scam' },
      { ...offer, text: 'Versez les frais de dossier de 50 € avant l’entretien.', label: 'scam' },
      { ...offer, text: 'Le candidat règle 60 € de frais de dossier par coupon PCS.', label: 'ok', hard: true },
    ];
    writeFileSync(set, [...lines.map((line) => JSON.stringify(line)), '', '{"title":"x"}', 'not json'].join('\n'));
    const [known, other, absent, wordless] = await Promise.all([
      run('offers', file),
      run('offers', set),
      run('offers', join(folder, 'none')),
      run(),
    ]);
    rmSync(folder, { recursive: true });

    expect(known.code).toBe(0);
    expect(known.out).toContain(`${offers.length} offers`);
    expect(other.code).toBe(2);
    expect(other.out).toMatch(/line 5 is no labelled offer: text/);
    expect(other.out).toMatch(/line 6 is no labelled offer/);
    expect(other.out).toMatch(/precision 50\.0 % {3}recall 50\.0 %/);
    expect(other.out).toMatch(/line 1, missed scam, score 0\.00: Poste/);
    expect(other.out).toMatch(/line 3, false alarm.*\n\s+fee [\d.]+: Le candidat règle/);
    expect(absent.code).toBe(2);
    expect(absent.out).toMatch(/cannot be read \(ENOENT\)/);
    expect(wordless).toEqual({ code: 2, out: expect.stringContaining('Usage') });
  });
});
