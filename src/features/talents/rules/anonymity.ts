import { fold } from '../../../kernel/text.ts';

/** What a card may not say of who somebody is: contact details, names, and what the law forbids to choose by (Code du travail, L1132-1). */
export type Leak = 'email' | 'phone' | 'link' | 'handle' | 'name' | 'age' | 'sex' | 'family' | 'origin' | 'health' | 'school';
export type Finding = { leak: Leak; excerpt: string };

/** Written out (`arobase`, `[at]`, `point`) or spaced, an address is still one. Every repetition is bounded: hostile text costs no more than its length. */
const email =
  /[\w.+-]{1,64}\s{0,2}(?:@|\(at\)|\[at\]|\barobase\b|\(arobase\)|\[arobase\])\s{0,2}[\w-]{1,63}(?:\s{0,2}(?:\.|\(dot\)|\[dot\]|\bpoint\b)\s{0,2}[a-z]{2,24}){1,5}/iu;
const phone = /(?:\+|\b00)\d{1,3}(?:[ .\-/()]{0,2}\d){7,12}\b|\b0[1-9](?:[ .\-/]{0,2}\d\d){4}\b/u;
const link =
  /\b(?:https?:\/\/|www\.)\S{1,300}|\b[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.(?:com|fr|org|net|io|dev|me|app|eu|co|gg|be|ch|tech|xyz|site|page|link|info|pro|ai)(?:\/\S{0,300}|\b)/iu;
const handle =
  /(?:^|\s)@[\w.]{2,32}|<@!?\d+>|\b\w{2,32}#\d{4}\b|\b(?:discord|insta(?:gram)?|snap(?:chat)?|telegram|whatsapp|tiktok|twitter)\s*:\s*\S+/iu;

/** Read in the folded text. `10 ans d'expérience` is no age; neither is `30 years in retail`. */
const age = new RegExp(
  [
    String.raw`\b(?:j'ai|agee? de|ai|i am|i'm|aged|age\s*:)\s+(?:1[4-9]|[2-7]\d)\b(?:\s+(?:ans|years? old|yo)\b)?(?!\s+(?:ans|years?)\s+(?:d'|de\b|dans\b|comme\b|en\b|of\b|in\b|as\b|chez\b))(?!\s+(?:projet|client|certif|badge|eleve|collegue|project))`,
    String.raw`\b(?:1[4-9]|[2-7]\d)\s+(?:ans|years? old)\b(?!\s+(?:d'|de\b|dans\b|comme\b|en tant\b|of\b|in\b|as\b|chez\b))`,
    String.raw`\bnee?(?:\(e\))?\s+(?:en|le)\s+(?:\d|janv|fev|mars|avr|mai|juin|juil|aout|sept|oct|nov|dec)`,
    String.raw`\b(?:born (?:in|on)|date de naissance|date of birth|quinquagenaire|quadragenaire|trentenaire|retraitee?)\b`,
  ].join('|'),
);
const sex =
  /\b(?:femme|homme|fille|garcon|monsieur|madame|mademoiselle|woman|female|male|transgenre|transgender|non[ -]binaire|sexe)\b|\b(?:je suis|i am|i'm) (?:une?|a) (?:man|guy|girl|boy|lady)\b/;
const family =
  /\b(?:mere|pere|maman|papa|enceinte|mariee?|divorcee?|celibataire|veuve|veuf|mes enfants|mother|father|pregnant|married|divorced|single (?:mum|mom|dad|parent)|my (?:kids|children))\b/;
const origin =
  /\b(?:nationalite|nationality|ressortissante?|d'origine|originaire|ne a l'etranger|refugiee?|refugee|sans[ -]papiers|titre de sejour|residence permit|visa|musulmane?|chretienne?|juive?|juif|catholique|muslim|christian|jewish|religion|syndiquee?)\b/;
const health =
  /\b(?:rqth|handicape?e?|handicaps?|disabled|disability|maladie|malade|autiste|autistic|dyslexique|dyslexic|daltonienne?|sante fragile|depression|burn[ -]?out)\b/;
const school = /\bsimplon\b|\b(?:promo|promotion|campus|fabrique) (?:de |d'|du |of )?[a-z]/;

/** Words of a name that say nothing alone: `de`, `La`. */
const shortestName = 3;

/** Each word of the names that could be found in a text, folded. A name that is a common word of the trade is looked for as well: better a question too many. */
const namesIn = (names: readonly string[]): string[] => [
  ...new Set(
    names.flatMap((name) =>
      fold(name)
        .split(/[^\p{L}]+/u)
        .filter((word) => word.length >= shortestName),
    ),
  ),
];

/** Everything in `typed` that could lead to the person, whose names are `names`. Linear in the length of the text. */
export function leaksIn(typed: string, names: readonly string[]): Finding[] {
  const plain = typed
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/\s+/g, ' ');
  const folded = fold(plain);
  const words = new Set(folded.split(/[^\p{L}]+/u));
  const found = (leak: Leak, pattern: RegExp, text: string): Finding[] => {
    const [excerpt] = pattern.exec(text) ?? [];
    return excerpt === undefined ? [] : [{ leak, excerpt: excerpt.trim() }];
  };
  const mail = found('email', email, plain);
  return [
    ...mail,
    ...found('phone', phone, plain),
    // What stands after the @ of an address is no link of its own.
    ...(mail.length > 0 ? [] : found('link', link, plain)),
    ...(mail.length > 0 ? [] : found('handle', handle, plain)),
    ...namesIn(names)
      .filter((name) => words.has(name))
      .map((excerpt): Finding => ({ leak: 'name', excerpt })),
    ...found('age', age, folded),
    ...found('sex', sex, folded),
    ...found('family', family, folded),
    ...found('origin', origin, folded),
    ...found('health', health, folded),
    ...found('school', school, folded),
  ];
}
