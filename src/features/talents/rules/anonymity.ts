import { cities } from '../../../kernel/city.ts';
import { fold } from '../../../kernel/text.ts';

/** What a card may not say of who somebody is: contact details, names, and what the law forbids to choose by (Code du travail, L1132-1). */
export type Leak = 'email' | 'phone' | 'link' | 'handle' | 'name' | 'age' | 'sex' | 'family' | 'origin' | 'health' | 'school';
/** `isSure` false: an ordinary sentence may have these words too, so the person is shown them and decides. */
export type Finding = { leak: Leak; excerpt: string; isSure: boolean };

/**
 * By what somebody could be known. `confirmed`: first and last name, as staff know them. `shown`: what they call themselves, which may be made of any word,
 * such as those of a trade.
 */
export type Names = { confirmed: readonly string[]; shown: readonly string[] };

/** Written out (`arobase`, `[at]`, `point`) or spaced, an address is still one. Every repetition is bounded: hostile text costs no more than its length. */
const email =
  /[\w.+-]{1,64}\s{0,2}(?:@|\(at\)|\[at\]|\barobase\b|\(arobase\)|\[arobase\])\s{0,2}[\w-]{1,63}(?:\s{0,2}(?:\.|\(dot\)|\[dot\]|\bpoint\b)\s{0,2}[a-z]{2,24}){1,5}/iu;
const phone = /(?:\+|\b00)\d{1,3}(?:[ .\-/()]{0,2}\d){7,12}\b|\b0[1-9](?:[ .\-/]{0,2}\d\d){4}\b/u;
const link =
  /\b(?:https?:\/\/|www\.)\S{1,300}|\b[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.(?:com|fr|org|net|io|dev|me|app|eu|co|gg|be|ch|tech|xyz|site|page|link|info|pro|ai)(?:\/\S{0,300}|\b)/iu;
/** `@angular/core` is a package. */
const handle =
  /(?<![\w.])@(?![\w.-]{1,40}\/)[\w.]{2,32}|<@!?\d+>|\b\w{2,32}#\d{4}\b|\b(?:discord|insta(?:gram)?|snap(?:chat)?|telegram|whatsapp|tiktok|twitter)\s*:\s*\S+/iu;

/** Read in the folded text. `10 ans d'expérience` is no age; neither is `30 years in retail`. */
const age = new RegExp(
  [
    String.raw`\b(?:j'ai|agee? de|ai|i am|i'm|aged|age\s*:)\s+(?:1[4-9]|[2-7]\d)\b(?:\s+(?:ans|years? old|yo)\b)?(?!\s+(?:ans|years?)\s+(?:d'|de\b|dans\b|comme\b|en\b|of\b|in\b|as\b|chez\b))(?!\s+(?:projet|client|certif|badge|eleve|collegue|project))`,
    String.raw`\b(?:1[4-9]|[2-7]\d)\s+(?:ans|years? old)\b(?!\s+(?:d'|de\b|dans\b|comme\b|en tant\b|of\b|in\b|as\b|chez\b))`,
    String.raw`\bnee?(?:\(e\))?\s+(?:en|le)\s+(?:\d|janv|fev|mars|avr|mai|juin|juil|aout|sept|oct|nov|dec)`,
    String.raw`\b(?:born (?:in|on)|date de naissance|date of birth|quinquagenaire|quadragenaire|trentenaire)\b`,
  ].join('|'),
);

/** Somebody speaks of themselves. */
const self = String.raw`\b(?:je suis|j'etais|etant|en tant que?|i am|i'm|as|i was)(?: (?:une?|an?|jeune|young|a young|une jeune|un jeune|actuellement|currently)){0,2} `;
const ofOneself = (words: string): RegExp => new RegExp(`${self}(?:${words})\\b`);

/** Said of oneself, or in words that are said of nothing else. */
const sure: Readonly<Record<'sex' | 'family' | 'origin' | 'health' | 'school', readonly RegExp[]>> = {
  sex: [
    ofOneself(
      'femme|homme|fille|garcon|woman|man|girl|boy|lady|guy|female|male|transgenre|transgender|trans|non[ -]binaire|non[ -]binary',
    ),
    /^\W{0,3}(?:(?:jeune|young) )?(?:femme|homme|fille|garcon|woman|man)\b/,
    /\b(?:mademoiselle|woman in (?:tech|it|data)|sexe ?:)/,
  ],
  family: [
    ofOneself(
      'mere|pere|maman|papa|mariee?|divorcee?|celibataire|veuve|veuf|enceinte|mother|father|mum|mom|dad|parent|married|divorced|single|pregnant',
    ),
    /^\W{0,3}(?:(?:jeune|heureu(?:x|se)|young) )?(?:maman|papa|mere|pere|mother|father|mum|mom|dad)\b/,
    /\b(?:maman|papa|mere|pere|mother|father|mum|mom|dad) (?:de|of) (?:\d|une?|deux|trois|quatre|cinq|six|famille|two|three|four|five|six)\b/,
    /\b(?:mere|pere|parent) (?:isolee?|celibataire|au foyer)\b|\bsingle (?:mum|mom|dad|parent|mother|father)\b/,
    /\b(?:mes|nos|my|our) (?:\w+ )?(?:enfants|filles|fils|kids|children)\b/,
  ],
  origin: [
    ofOneself(
      `d'origine|originaire|ne(?:e)? a l'etranger|refugiee?|refugee|ressortissante?|musulmane?|chretienne?|juive?|juif|catholique|protestante?|bouddhiste|athee|muslim|christian|jewish|catholic|syndiquee?`,
    ),
    /\bd'origine etrangere\b|\bnationalite ?: ?\w|\b(?:de|ma) nationalite\b|\bmy nationality\b|\bsans[ -]papiers\b/,
    /\b(?:titre|carte|permis) de sejour\b|\bresidence permit\b|\b(?:mon|my) visa\b|\bvisa (?:etudiant|de travail|long sejour|talent)\b/,
    /\b(?:ma|my) (?:religion|foi|faith)\b/,
  ],
  health: [
    ofOneself(
      'handicapee?|en situation de handicap|malade|atteinte? d|autiste|dyslexique|dyspraxique|daltonienne?|bipolaire|diabetique|disabled|autistic|dyslexic|ill|sick',
    ),
    /\brqth\b|\b(?:mon|ma|mes|my) (?:\w+ )?(?:handicap|maladie|depression|burn[ -]?out|traitement medical|disability|illness)\b/,
    /\b(?:apres|suite a|after) (?:un|une|a|an|my|mon|ma) (?:burn[ -]?out|depression|longue maladie)\b/,
  ],
  school: [/\bsimplon\b/],
};

/** The same words in any sentence. */
const doubtful: Readonly<Record<'sex' | 'family' | 'origin' | 'health', RegExp>> = {
  sex: /\b(?:femme|homme|fille|garcon|monsieur|madame|woman|female|male|transgenre|transgender)\b/,
  family: /\b(?:mere|pere|maman|papa|enceinte|mariee|divorcee?|celibataire|veuve|veuf|mother|father|pregnant|married|divorced)\b/,
  origin:
    /\b(?:nationalite|nationality|ressortissante?|d'origine (?!control|garantie)[a-z]+(?:ienne?|aise?|oise?|aine?|ine?|enne|que|ole|ale)|refugiee?|refugee|musulmane?|chretienne?|juive?|juif|catholique|muslim|christian|jewish|religion|syndiquee?)\b/,
  health:
    /\b(?:handicapee?|handicaps?|disabled|disability|maladie|malade|autiste|autistic|dyslexique|dyslexic|daltonienne?|depression|burn[ -]?out)\b/,
};

/** What the trades call so, and what is taken out before anybody is suspected of speaking of themselves. */
const ofTrades =
  /\b(?:interfaces?|interactions?|dialogue|relations?) (?:homme|humain)[ /-]{1,3}machine\b|\bhomme[ /-]{1,3}(?:machine|jours?|mois)\b|\b(?:cartes?|maisons?|societes?|branches?|page|cellules?) mere\b|\bmother ?board\b|\bmother tongue\b|\bpieces? d'origine\b|\benceintes? (?:bluetooth|connectee|acoustique|de)\b/g;

/** `promo de Roubaix`, `campus : Lille`, `promo 2026`, `promo CDA`; not `promotion de produits`. */
const classOf =
  /(?<![\p{L}\p{N}])(?:promotion|promo|campus|fabrique)(?!\p{L})(?: (?:de|du|of|à|at)| d['’]| ?:)? ?((?:\p{L}[\p{L}'’-]*|\d{4})(?: \p{L}[\p{L}'’-]*){0,2})/giu;
const diploma = /^(?:DWWM|CDA|AIS|TSSR|ASR|CDUI|RSE|[A-Z]{3,6} ?\d|20\d\d)/;

let towns: ReadonlySet<string> | undefined;
const isTown = (name: string): boolean => {
  towns ??= new Set(Object.values(cities).flatMap((names) => names.split(', ').map(fold)));
  return towns.has(fold(name));
};

/** The first class or campus that a text names. */
function classIn(plain: string): string | null {
  for (const [whole, after = ''] of plain.matchAll(classOf)) {
    const words = after.split(' ');
    if (diploma.test(after) || words.some((_, index) => isTown(words.slice(0, index + 1).join(' ')))) return whole;
  }
  return null;
}

/** Words of a name that say nothing alone: `de`, `La`. */
const shortestName = 3;
const wordsOf = (name: string): string[] => fold(name).match(/[\p{L}\p{N}]+/gu) ?? [];

/** These words in a row, whatever is between them, and nothing of another word around. Digits may stand around: `leadubois59`. */
const inRow = (words: readonly string[]): RegExp => new RegExp(`(?<!\\p{L})${words.join('[^\\p{L}\\p{N}]{0,3}')}(?!\\p{L})`, 'u');

const uniqueOf = (words: readonly string[]): string[] => [...new Set(words)];

/** Everything by which `text`, folded, names somebody. */
function namesIn(text: string, { confirmed, shown }: Names): Finding[] {
  const has = (pattern: RegExp) => pattern.exec(text)?.[0];
  const known = uniqueOf(confirmed.flatMap(wordsOf).filter((word) => word.length >= shortestName && /\p{L}/u.test(word)));
  const alone = known.filter((word) => has(inRow([word])));
  const whole = confirmed.map(wordsOf).filter(({ length }) => length > 0);
  const joined =
    alone.length > 0 || whole.length < 2 ? undefined : (has(inRow(whole.flat())) ?? has(inRow([...whole].reverse().flat())));
  // Of what people call themselves, only what is made of several parts is nobody else's.
  const called = shown
    .filter((name) => wordsOf(name).join('').length >= 5 && /^\S*[._\d-]\S*$/.test(name))
    .flatMap((name) => has(inRow(wordsOf(name))) ?? []);
  const sureOnes = uniqueOf([...alone, ...(joined ? [joined] : []), ...(alone.length > 0 || joined ? [] : called)]);
  const doubts = uniqueOf(shown.flatMap(wordsOf))
    .filter((word) => word.length >= shortestName && /\p{L}/u.test(word) && has(inRow([word])))
    .filter((word) => !sureOnes.some((excerpt) => excerpt.includes(word)));
  return [
    ...sureOnes.map((excerpt): Finding => ({ leak: 'name', excerpt, isSure: true })),
    ...doubts.map((excerpt): Finding => ({ leak: 'name', excerpt, isSure: false })),
  ];
}

/** Everything in `typed` that could lead to the person, or say of them what nobody may choose by. Linear in the length of the text. */
export function leaksIn(typed: string, names: Names): Finding[] {
  const plain = typed
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/\s+/g, ' ');
  const folded = fold(plain);
  const personal = folded.replace(ofTrades, ' ');
  const found = (leak: Leak, patterns: readonly RegExp[], text: string, isSure = true): Finding[] => {
    const excerpt = patterns.map((pattern) => pattern.exec(text)?.[0].trim()).find(Boolean);
    return excerpt ? [{ leak, excerpt, isSure }] : [];
  };
  /** Whether it is said of oneself, else whether its words are there. */
  const said = (leak: keyof typeof doubtful): Finding[] => {
    const sureOnes = found(leak, sure[leak], personal);
    return sureOnes.length > 0 ? sureOnes : found(leak, [doubtful[leak]], personal, false);
  };
  const mail = found('email', [email], plain);
  const group = classIn(plain);
  const school = found('school', sure.school, folded);
  return [
    ...mail,
    ...found('phone', [phone], plain),
    // What stands after the @ of an address is no link of its own.
    ...(mail.length > 0 ? [] : found('link', [link], plain)),
    ...(mail.length > 0 ? [] : found('handle', [handle], plain)),
    ...namesIn(folded, names),
    ...found('age', [age], folded),
    ...said('sex'),
    ...said('family'),
    ...said('origin'),
    ...said('health'),
    ...(school.length > 0 || group === null ? school : [{ leak: 'school' as const, excerpt: group, isSure: true }]),
  ];
}
