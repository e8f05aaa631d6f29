import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { say } from '../../../src/infra/process.ts';
import { measure, readMessages, summary } from '../../evaluate/messages.ts';

const file = readFileSync(new URL('./messages.jsonl', import.meta.url), 'utf8');
const { messages, wrong } = readMessages(file);
/** The detectors were built, and their words learned, on the first part; the second was only ever counted. */
const parts = file
  .trim()
  .split('\n')
  .map((line) => (JSON.parse(line) as { part: 'built' | 'kept' }).part);

test('the default rules on the labelled set', () => {
  expect(wrong).toEqual([]);
  expect(messages.length).toBeGreaterThanOrEqual(1_300);
  expect(messages.filter(({ label }) => label === 'ok').length).toBeGreaterThanOrEqual(messages.length / 2);
  expect(parts.filter((part) => part === 'kept').length).toBeGreaterThanOrEqual(330);
  expect(new Set(messages.map(({ text }) => text)).size).toBeGreaterThanOrEqual(messages.length - 5);

  const all = measure(messages);
  const kept = measure(messages.filter((_, index) => parts[index] === 'kept'));
  say(summary('all', all));
  say(summary('kept', kept));
  for (const { precision, recall, byLabel } of [all, kept]) {
    expect(precision).toBeGreaterThanOrEqual(0.98);
    expect(recall).toBeGreaterThanOrEqual(0.9);
    for (const label of byLabel) expect(label.recall).toBeGreaterThanOrEqual(0.88);
  }
});

test('lines that are no labelled message are named', () => {
  const good = { text: 'x', channel: 'a', author_age_days: 1, member_age_days: 0.5, has_attachment: false, label: 'ok' };
  const lines = [good, { ...good, label: 'scam' }, { ...good, member_age_days: -1 }, good].map((line) => JSON.stringify(line));
  const read = readMessages(`\uFEFF${lines.join('\r\n')}\n\n{broken`);
  expect(read.messages.map(({ line }) => line)).toEqual([1, 4]);
  expect(read.wrong.map(({ line }) => line)).toEqual([2, 3, 6]);
  expect(read.wrong[0]?.why).toContain('label');
});

test('whoever quotes a scam to speak of it does not write one; whoever only quotes, does', () => {
  const scam = 'Votre compte CPF expire demain, récupérez vos droits avant minuit : mon-cpf-activation.fr';
  const of = (text: string) => ({
    text,
    channel: 'général',
    author_age_days: 400,
    member_age_days: 200,
    has_attachment: false,
    label: 'phishing' as const,
    line: 1,
  });
  const caught = (text: string) => measure([of(text)]).recall === 1;
  expect(caught(scam)).toBe(true);
  expect(caught(`« ${scam} »`)).toBe(true);
  expect(caught(`Exercice : « ${scam} ». Quels indices trahissent l’hameçonnage ?`)).toBe(false);
  expect(caught(`J’ai reçu "${scam}", est-ce une arnaque ?`)).toBe(false);
  // What can be clicked leads there, whatever stands around it.
  expect(caught('Regardez cet exemple : "nitro gratuit ici https://dlscord-nitro.gift"')).toBe(true);
});

test('an unknown counter is told from the site of a learner', () => {
  const of = (text: string, label: 'phishing' | 'ok') => ({
    text,
    channel: 'projets',
    author_age_days: 60,
    member_age_days: 20,
    has_attachment: false,
    label,
    line: 1,
  });
  const { precision, recall } = measure([
    of('Banque Populaire : votre accès est suspendu, réactivez-le avant ce soir : banque-populaire-acces.info', 'phishing'),
    of('Urssaf : régularisez 84 € avant majoration https://urssaf-paiement-client.com', 'phishing'),
    of('Votre messagerie est pleine, reconnectez-vous : https://webmail-etudiant.weebly.com', 'phishing'),
    of('Le clone de PayPal de notre groupe : https://paypal-clone.netlify.app, compte demo / demo', 'ok'),
    of('Notre appli de suivi de colis est en ligne, testez-la : https://suivi-colis-g3.vercel.app', 'ok'),
  ]);
  expect({ precision, recall }).toEqual({ precision: 1, recall: 1 });
});
