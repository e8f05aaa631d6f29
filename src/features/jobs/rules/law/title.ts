import { fold } from '../../../../kernel/text.ts';
import type { OfferContent } from '../content.ts';
import type { Finding } from '../finding.ts';
import { about, error, warning } from '../text/said.ts';
import { sexed, type Trade, tradeOf } from './trade.ts';

/** `(H/F)`, `F-H`, `h f`, `(m/w/d)`, `H/F/X`, `homme ou femme`, `all genders`. */
const marker =
  /(?<![\p{L}])(?:[hf]\s?[/|\-–.·, ]\s?[hf]|[mfwhd]\s?[/|]\s?[mfwdhx](?:\s?[/|]\s?[mfwdxn]+)?|hommes?\s?(?:[/-]|ou|et)\s?femmes?|femmes?\s?(?:[/-]|ou|et)\s?hommes?|(?:all|any) genders?|tous genres)(?![\p{L}])/iu;
/** `développeur·se`, `développeur(se)`, `vendeur/euse`, `vendeurs-euses`. */
const joined =
  /\p{L}{3,}(?:[·•⋅.]\p{L}{1,5}|\(\p{L}{1,6}\)|[/-](?:e|se|euse|trice|rice|ne|ere|ère|ière|ienne|ette)s?(?![\p{L}]))/u;

const source = 'Code du travail, art. L1142-1';

const tradesIn = (title: string): (Trade & { is: 'masculine' | 'feminine'; word: string })[] =>
  (title.match(/\p{L}+(?:-\p{L}+)*/gu) ?? []).flatMap((word) => {
    const trade = tradeOf(word) ?? (word.includes('-') ? tradeOf(word.split('-')[0] ?? '') : null);
    return trade ? [{ ...trade, word }] : [];
  });

/** Both forms of a trade are there: `Développeuse ou développeur`. */
function saysBoth(trades: readonly { masculine: string; is: 'masculine' | 'feminine' }[]): boolean {
  const forms = new Map<string, Set<string>>();
  for (const { masculine, is } of trades) forms.set(masculine, (forms.get(masculine) ?? new Set()).add(is));
  return [...forms.values()].some((found) => found.size === 2);
}

/** Whether a title is open to all as it stands. A word that is the same for everybody needs no mark. */
export function isOpenToAll(title: string): boolean {
  if (marker.test(title) || joined.test(title)) return true;
  const trades = tradesIn(title);
  return trades.length === 0 || saysBoth(trades);
}

/** The title with `(F/H)` when it says one sex only, cut at a word where there is no room. */
export function openTitle(title: string, limit: number): string {
  if (isOpenToAll(title) || title === '') return title;
  const mark = ' (F/H)';
  const kept = title.length + mark.length <= limit ? title : title.slice(0, limit - mark.length).replace(/\s+\S*$/, '');
  return `${kept.trimEnd()}${mark}`;
}

export function checkTitle({ title }: OfferContent): Finding[] {
  const field = 'title' as const;
  const folded = fold(title).replace(/[^a-z]+/g, ' ');
  const named = sexed.find(({ found }) => found.test(folded));
  if (named && !marker.test(title))
    return [
      error({
        code: 'title.sex',
        field,
        source,
        text: about(title, {
          fr: `ce nom de métier désigne un sexe. Écrivez par exemple « ${named.instead.fr} ».`,
          en: `this name of a trade names a sex. Write for example “${named.instead.en}”.`,
        }),
      }),
    ];
  if (isOpenToAll(title)) return [];
  const [trade] = tradesIn(title);
  if (!trade) return [];
  const both = `${trade.masculine} ou ${trade.feminine}`;
  const say = { code: 'title.marker', field, source } as const;
  if (trade.is === 'feminine')
    return [
      error({
        ...say,
        code: 'title.sex',
        text: about(title, {
          fr: `ce titre ne parle qu’aux femmes. Écrivez « ${both} », ou ajoutez « (F/H) ».`,
          en: `this title speaks to women only. Write “${both}”, or add “(F/H)”.`,
        }),
      }),
    ];
  return [
    warning({
      ...say,
      text: about(title, {
        fr: `« (F/H) » y sera ajouté, car ce titre ne parle qu’aux hommes. « ${both} » est encore plus clair.`,
        en: `“(F/H)” will be added, as this title speaks to men only. “${both}” is clearer still.`,
      }),
    }),
  ];
}
