import { fold } from '../../../../kernel/text.ts';

/** Longest text that is looked at: six times what a form takes, so that a rule stays fast whatever is sent. */
export const longestRead = 10_000;
/** No word is as long; pieces of this length keep every rule linear on text without spaces. */
const longestWord = 60;

/** Letters of other alphabets that look like ours, with which words are hidden from filters. */
const lookalikes: Readonly<Record<string, string>> = {
  а: 'a',
  в: 'b',
  с: 'c',
  ԁ: 'd',
  е: 'e',
  һ: 'h',
  і: 'i',
  ј: 'j',
  к: 'k',
  ӏ: 'l',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  ѕ: 's',
  т: 't',
  у: 'y',
  х: 'x',
  ԝ: 'w',
  α: 'a',
  β: 'b',
  ε: 'e',
  η: 'n',
  ι: 'i',
  κ: 'k',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'u',
  χ: 'x',
  ı: 'i',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  '×': 'x',
};
const foreign = new RegExp(`[${Object.keys(lookalikes).join('')}]`, 'gu');

const leet: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '@': 'a',
  $: 's',
  '!': 'i',
  '€': 'e',
};

/** Words that an honest offer writes plainly and that filters look for: the beginning of each. */
const watched =
  /^(?:w?h?ats?ap|telegra|crypto|bitcoin|usdt|paypal|western|moneygram|gagne|argent|frais|cheque|virement|invest|gratuit|facile|revenu|transf|earn|money|cash|income|profit|deposit|payment|payez|payer|signal|coupon)/;

const plain = (typed: string): string =>
  fold(
    typed
      .slice(0, longestRead)
      .normalize('NFKC')
      .replace(/\p{Cf}/gu, '')
      .toLowerCase(),
  )
    .replace(foreign, (letter) => lookalikes[letter] ?? letter)
    .replace(/[^\S\n]+/g, ' ');

/** `W h a t s A p p`, `c.r.y.p.t.o`: letters that stand alone, one after the other. */
const spelled = /(?<![\p{L}\p{N}])\p{L}(?:[ .\-_*·|/]\p{L}){3,}(?![\p{L}\p{N}])/gu;
const mixed = /[a-z][a-z]*[0-9@$!€](?:[a-z0-9@$!€]*[a-z0-9])?/g;

const longRun = new RegExp(`[^\\s]{${longestWord}}`, 'g');
const unspell = (text: string): string =>
  text.replace(spelled, (letters) => letters.replace(/[^\p{L}]/gu, '')).replace(longRun, '$& ');
const unleet = (text: string): string =>
  text.replace(mixed, (word) => {
    if (word.length < 5 || word.length > 24) return word;
    const read = word.replace(/[0134578@$!€]/g, (sign) => leet[sign] ?? sign);
    const [hidden = ''] = watched.exec(read) ?? [];
    // `Signal360`, `Transfo3D`: what would be hidden is written plainly.
    return hidden !== '' && !word.startsWith(hidden) ? read : word;
  });

/** Only letters, digits and the few signs that the rules read, with one space between words. Numbers are written in one way: `1 500,50` is `1500.50`. */
const words = (text: string): string =>
  text
    .replace(/(?<=\d)[, ](?=\d{3}(?!\d))/g, '')
    .replace(/(?<=\d),(?=\d)/g, '.')
    .replace(/[^\p{L}\p{N}€$£%@+./#]+/gu, ' ')
    .replace(/\.+(?=\s|$)|(?<=\s|^)[./]+/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();

const polite: Readonly<Record<string, string>> = { tu: 'vous', toi: 'vous', ton: 'votre', ta: 'votre', tes: 'vos' };

/**
 * Text as the rules compare it: no accents, no case, no tricks with spaces, invisible characters, figures or letters of another alphabet, and *vous* for *tu*.
 */
export const normalise = (typed: string): string =>
  words(unleet(unspell(plain(typed)))).replace(/(?<![a-z0-9])(?:tu|toi|ton|ta|tes)(?![a-z0-9])/g, (word) => polite[word] ?? word);

/** Watched words that are only there once the tricks are undone: nobody hides an honest word. */
export function hiddenWords(typed: string): string[] {
  const seen = fold(typed);
  const undone = unleet(unspell(plain(typed)));
  if (seen === undone) return [];
  const open = new Set(seen.match(/\p{L}{4,24}/gu) ?? []);
  return [...new Set(undone.match(/[a-z]{4,24}/g) ?? [])].filter((word) => watched.test(word) && !open.has(word));
}

export type Sentence = { shown: string; text: string };

const longestSentence = 45;
const mostLines = 200;

/** Sentences as they were typed and as rules read them. What has no full stop is cut into pieces that overlap, so that a rule never joins distant words. */
export function sentencesOf(typed: string): Sentence[] {
  const found = new Map<string, Sentence>();
  const keep = (shown: string) => {
    const text = normalise(shown);
    if (text !== '' && !found.has(text)) found.set(text, { shown, text });
  };
  const spaced = typed
    .slice(0, longestRead)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/\n\s*/g, '\n');
  const lines = [...new Set(spaced.split(/(?<=[.!?…;]) |\n|(?<=[.!?…;])\n| [•▪►✔✅➡·] ?/u))];
  // What is broken into more pieces than that is read as one: nothing hides behind a thousand short lines.
  if (lines.length > mostLines) lines.push(lines.splice(mostLines).join(' '));
  for (const line of lines) {
    const shown = line.trim();
    if (shown === '') continue;
    const parts = shown.split(/\s+/);
    if (parts.length <= longestSentence) {
      keep(shown);
      continue;
    }
    for (let from = 0; from < parts.length; from += 30) {
      keep(parts.slice(from, from + longestSentence).join(' '));
    }
  }
  return [...found.values()];
}
