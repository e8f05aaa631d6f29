import { fold, type Text } from './text.ts';

/** A skill of the curated list. `names` are said to people; `aliases` are what they also type. */
export type Skill = { id: string; name: Text; aliases: readonly string[] };

/** One skill a line: id | name, or French name / English name | other spellings, separated by commas. */
const list = `
javascript | JavaScript | js, ecmascript
typescript | TypeScript | ts
html | HTML | html5
css | CSS | css3
react | React | reactjs, react.js
vue | Vue.js | vuejs, vue
angular | Angular | angularjs
node | Node.js | nodejs, node
php | PHP |
symfony | Symfony |
laravel | Laravel |
python | Python | python3
django | Django |
java | Java |
spring | Spring | spring boot, springboot
csharp | C# | c sharp, csharp
dotnet | .NET | dotnet, asp.net
sql | SQL |
postgresql | PostgreSQL | postgres, psql
mysql | MySQL | mariadb
mongodb | MongoDB | mongo
git | Git | github, gitlab
docker | Docker |
kubernetes | Kubernetes | k8s
linux | Linux | debian, ubuntu
network-administration | Administration réseau / Network administration | reseaux, networking
project-management | Gestion de projet / Project management | chef de projet, project manager
teamwork | Travail en équipe / Teamwork | esprit d'equipe, team player
`;

export const skills: readonly Skill[] = list
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

const byId = new Map(skills.map((skill) => [skill.id, skill]));
const byKey = new Map(
  skills.flatMap((skill) => [skill.id, skill.name.fr, skill.name.en, ...skill.aliases].map((name) => [key(name), skill.id])),
);

/** Longest skill that is not of the list. */
export const longestSkill = 40;
/** Most of an offer or of a profile. */
export const mostSkills = 15;

/** The id of what was typed, when it is in the list. */
export const knownSkill = (typed: string): string | null => byKey.get(key(typed)) ?? null;

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
