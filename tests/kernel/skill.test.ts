import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { knownSkill, readSkills, skillKeys, skillName, skills, skillsIn, suggestSkills } from '../../src/kernel/skill.ts';
import { longestSynonym, synonymsOf } from '../../src/kernel/synonym.ts';

describe('the list', () => {
  test('has about 300 skills, each with an id, a name in both languages and no spelling of another', () => {
    expect(skills.length).toBeGreaterThanOrEqual(300);
    expect(new Set(skills.map(({ id }) => id)).size).toBe(skills.length);
    expect(skills.filter(({ id, name }) => !/^[a-z0-9-]+$/.test(id) || !name.fr || !name.en)).toEqual([]);
    const owners = new Map<string, string[]>();
    for (const skill of skills)
      for (const spelling of skillKeys(skill)) owners.set(spelling, [...(owners.get(spelling) ?? []), skill.id]);
    expect([...owners].filter(([, ids]) => ids.length > 1)).toEqual([]);
    expect(skills.flatMap(({ aliases }) => aliases).filter((alias) => alias.trim() === '')).toEqual([]);
  });

  test.each([
    ['ReactJS', 'react'],
    ['Référencement', 'seo'],
    ['c++', 'cpp'],
    ['C#', 'csharp'],
    ['C', 'c'],
    ['Esprit d’équipe', 'teamwork'],
    ['Power BI', 'power-bi'],
    ['poterie', null],
  ])('%s is %s', (typed, id) => expect(knownSkill(typed)).toBe(id));

  test('what is not in the list is kept as typed', () => {
    expect(readSkills('react; Poterie,  JS, javascript')).toEqual(['react', 'Poterie', 'javascript']);
    expect(skillName('network-administration').en).toBe('Network administration');
    expect(skillName('Poterie')).toEqual({ fr: 'Poterie', en: 'Poterie' });
  });
});

describe('suggestions', () => {
  const ids = (typed: string, limit = 25, locale?: 'fr' | 'en') => suggestSkills(typed, limit, locale).map(({ id }) => id);
  test.each([
    ['jav', ['java', 'javascript']],
    ['react', ['react', 'react-native']],
    ['kub', ['kubernetes']],
    ['référencement n', ['seo']],
    ['admin sys', ['system-administration']],
    ['.net', ['dotnet']],
  ])('%s suggests first %j', (typed, first) => expect(ids(typed).slice(0, first.length)).toEqual(first));
  test('nothing typed gives the first of the list, never more than asked', () => {
    expect(ids('')).toHaveLength(25);
    expect(ids('zzzz')).toEqual([]);
    expect(ids('a', 3)).toHaveLength(3);
  });
  test('a skill is found by its name in either language', () => {
    expect(ids('cybersecurity', 25, 'fr')).toContain('cybersecurity');
    expect(ids('comptab', 25, 'en')).toContain('accounting');
  });
});

describe('skills of a text', () => {
  test.each([
    ['Vous maîtrisez React Native, Node.js et PostgreSQL.', ['react-native', 'node', 'postgresql']],
    ['HTML/CSS, JavaScript (ES6) ; C# ou C++.', ['html', 'css', 'javascript', 'csharp', 'cpp']],
    ['Gestion de projet agile avec Jira', ['project-management', 'agile', 'jira']],
    ['You go and make the rest of the team express a word in spring.', []],
    ['We write Go and REST services.', ['go', 'rest']],
    ['Vous êtes accueillant, la vente est un plaisir, un droit de regard.', []],
    ['Déploiement CI/CD sur AWS.', ['ci-cd', 'aws']],
    ['', []],
  ])('%s', (text, expected) => expect(skillsIn(text)).toEqual(expected));
  test('any text is read, in time that its length bounds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) =>
        skillsIn(text).every((id) => skillName(id).fr !== ''),
      ),
    );
    const long = 'gestion de projet react '.repeat(900).slice(0, 20_000);
    const took = [1, 2, 3, 4, 5].map(() => {
      const began = performance.now();
      skillsIn(long);
      return performance.now() - began;
    });
    expect(Math.min(...took)).toBeLessThan(100);
  });
});

describe('synonyms', () => {
  test.each([
    ['dev', 'developpeuse'],
    ['Développeurs', 'dev'],
    ['admin sys', 'administrateur systeme'],
    ['UX', 'experience utilisateur'],
    ['télétravail', 'remote'],
    ['low-code', 'no code'],
    ['apprenties', 'alternance'],
  ])('%s is also %s', (word, other) => expect(synonymsOf(word)).toContain(other));
  test('a word has no synonym of itself, and an unknown one none', () => {
    expect(synonymsOf('dev')).not.toContain('dev');
    expect(synonymsOf('poterie')).toEqual([]);
    expect(synonymsOf('')).toEqual([]);
    const all = ['dev', 'rh', 'cdi', 'admin reseau', 'aide a domicile'].flatMap(synonymsOf);
    expect(all.every((word) => word.split(' ').length <= longestSynonym)).toBe(true);
  });
});
