import type { OfferContent } from '../content.ts';
import type { Facts, Finding } from '../finding.ts';
import { normalise } from './normal.ts';
import { about, error } from './said.ts';

/** From here on two offers are the same. */
export const sameOffer = 0.9;

/** What is compared: each three words that follow, or each word of a short text. */
function pieces(text: string): Set<string> {
  const words = normalise(text.slice(0, 20_000)).split(' ').filter(Boolean);
  if (words.length < 6) return new Set(words);
  return new Set(words.slice(2).map((word, index) => `${words[index]} ${words[index + 1]} ${word}`));
}

/** Sørensen–Dice over triples of words: 0 for nothing in common, 1 for the same text. Accents, case, punctuation and tricks of spelling do not count. */
export function similarity(one: string, other: string): number {
  const [a, b] = [pieces(one), pieces(other)];
  if (a.size + b.size === 0) return 1;
  let shared = 0;
  for (const piece of a) if (b.has(piece)) shared += 1;
  return (2 * shared) / (a.size + b.size);
}

/** What an offer is compared by, for `Facts.others`. */
export const comparedText = ({ missions, profile }: Pick<OfferContent, 'missions' | 'profile'>): string =>
  `${missions}\n${profile}`;

/** Another open offer that says the same. */
export function checkDuplicate(content: OfferContent, { others }: Facts): Finding[] {
  const text = comparedText(content);
  if (text.trim() === '') return [];
  for (const other of others) {
    const share = similarity(text, other.text);
    if (share < sameOffer) continue;
    const percent = Math.floor(share * 100);
    return [
      error({
        code: 'offer.duplicate',
        field: 'missions',
        text: about(other.title, {
          fr: `cette offre ouverte a le même texte à ${percent} %. Augmentez plutôt son nombre de postes, ou écrivez ce qui change.`,
          en: `this open offer has the same text by ${percent} %. Raise its number of posts instead, or write what differs.`,
        }),
      }),
    ];
  }
  return [];
}
