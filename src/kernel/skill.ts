import { skillList } from './skill-list.ts';
import { fold, type Locale, type Text } from './text.ts';

/** A skill of the curated list. `names` are said to people; `aliases` are what they also type. */
export type Skill = { id: string; name: Text; aliases: readonly string[] };

export const skills: readonly Skill[] = skillList
  .trim()
  .split('\n')
  .map((line) => {
    const [id = '', names = '', aliases = ''] = line.split('|').map((part) => part.trim());
    const [fr = '', en = fr] = names.split(' / ');
    return { id, name: { fr, en }, aliases: aliases === '' ? [] : aliases.split(', ') };
  });

/** Keeps what tells C, C++ and C# apart. */
const key = (typed: string): string =>
  fold(typed)
    .replace(/[^\p{L}\p{N}+#.]+/gu, ' ')
    .trim();

/** Every spelling of a skill as it is looked up. */
export const skillKeys = ({ id, name, aliases }: Skill): string[] => [...new Set([id, name.fr, name.en, ...aliases].map(key))];

const byId = new Map(skills.map((skill) => [skill.id, skill]));

let keys: Map<string, string> | undefined;
/** Ids by spelling, made at the first skill that somebody types. */
function byKey(): Map<string, string> {
  keys ??= new Map(skills.flatMap((skill) => skillKeys(skill).map((spelling) => [spelling, skill.id])));
  return keys;
}

/** Longest skill that is not of the list. */
export const longestSkill = 40;
/** Most of an offer or of a profile. */
export const mostSkills = 15;

/** The id of what was typed, when it is in the list. */
export const knownSkill = (typed: string): string | null => byKey().get(key(typed)) ?? null;

/**
 * Reads `React, node.js; gestion de projet` as ids of the list, and free ones as they were typed. Each once, in the order typed. How many and how
 * long is for the caller to refuse.
 */
export const readSkills = (typed: string): string[] => [
  ...new Set(
    typed
      .split(/[,;\n•]+/)
      .map((part) => part.trim().replace(/\s+/g, ' '))
      .filter(Boolean)
      .map((part) => knownSkill(part) ?? part),
  ),
];

/** What people read of a skill: an id of the list, or a free one as somebody typed it, to be escaped. */
export const skillName = (skill: string): Text => byId.get(skill)?.name ?? { fr: skill, en: skill };

/** How well a spelling answers what was typed, best first; null when it does not. */
function rank(spelling: string, typed: string): number | null {
  if (spelling === typed) return 0;
  if (spelling.startsWith(typed)) return 1;
  if (spelling.includes(` ${typed}`)) return 2;
  return typed.length >= 3 && spelling.includes(typed) ? 3 : null;
}

/** Skills for an autocomplete, best first: the name in the reader's language before other spellings, whole words before parts. */
export function suggestSkills(typed: string, limit: number, locale: Locale = 'fr'): Skill[] {
  const sought = key(typed);
  return skills
    .flatMap((skill) => {
      const name = key(skill.name[locale]);
      const own = rank(name, sought);
      const ranks = skillKeys(skill).flatMap((spelling) => rank(spelling, sought) ?? []);
      if (ranks.length === 0) return [];
      const best = Math.min(...ranks);
      return [{ skill, name, score: own === best ? best : best + 0.5 }];
    })
    .sort((a, b) => a.score - b.score || a.name.length - b.name.length || a.name.localeCompare(b.name, locale))
    .slice(0, limit)
    .map(({ skill }) => skill);
}

/** Spellings that are also ordinary words: in a text they count only as a name is written, `Go` or `REST`, and not where a sentence begins. */
const ordinary = new Map(
  'Go,C,R,Make,Word,REST,API,APIs,Express,Spring,Nest,Sage,Teams,Outlook,Notion,Sketch,SAFe,Lean,Dart,Swift,Ruby,Rust,Helm,Puppet,Apache,Spark,Oracle,Tableau,Cloud,Windows,PO,SOC,IA,AI,ML,AR,VR,UI,UX,QA,RH,HR,BI,Express,Access,Flask,Jest,Excel,Bubble,Canva,Zoho,Elastic,Snowflake,Cypress,Blender,Premiere,Looker,Dynamics,JS,TS,R,Kali,Perl,CAO,CAD,SEA,SAP'
    .split(',')
    .map((name) => [key(name), name]),
);
/** Words that say nothing of a skill when they stand alone in a sentence. */
const tooCommon = new Set(
  'standard accueil droit law vente sales reception commercial ecoute organise autonome adaptation veille budget achats writing typing word make photo montage maquettes initiative communication leadership management macros presentation audio recette fonctionnel redaction acquisition cyber reseau reseaux routage fibre fiber automates nuage documentation legal juridique sourcing management conteneurs containers supervision coaching mentoring creatif flexibilite redis hardware vendeur events portail stats nest planning organisation switching backup electronics growth branding encadrement'.split(
    ' ',
  ),
);
const longestName = 5;

/** Skills of the list that a text names, as ids, each once, in the order of the text: longest names first, `react native` before `react`. */
export function skillsIn(text: string): string[] {
  const known = byKey();
  const words = text
    .slice(0, 20_000)
    .split(/[\s,;:!?()[\]{}«»“”"|•]+/u)
    .flatMap((word) => (word.includes('/') && !known.has(key(word)) ? word.split('/') : [word]))
    .filter(Boolean)
    .map((typed) => {
      const bare = typed.replace(/\.+$/, '').replace(/^[^\p{L}\p{N}.]+/u, '');
      return { typed: bare, folded: key(bare), endsSentence: /[.!?]$/.test(typed) };
    });
  const found = new Set<string>();
  let index = 0;
  while (index < words.length) {
    let taken = 1;
    for (let length = Math.min(longestName, words.length - index); length >= 1; length -= 1) {
      const part = words.slice(index, index + length);
      const spelling = part.map(({ folded }) => folded).join(' ');
      const id = known.get(spelling);
      if (id === undefined) continue;
      const exact = ordinary.get(spelling);
      const begins = index === 0 || words[index - 1]?.endsSentence === true;
      if (
        length === 1 &&
        (tooCommon.has(spelling) || (exact !== undefined && (part[0]?.typed !== exact || (begins && exact.length > 2))))
      )
        continue;
      found.add(id);
      taken = length;
      break;
    }
    index += taken;
  }
  return [...found];
}
