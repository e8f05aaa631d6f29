import { describe, expect, test } from 'vitest';
import { type Leak, leaksIn } from '../../../src/features/talents/rules/anonymity.ts';
import { pitchLimit } from '../../../src/features/talents/rules/limit.ts';
import { gapsOf, isLargeCity, isLargeGroup, readLinks, searchable } from '../../../src/features/talents/rules/profile.ts';

const names = ['Léa', 'Dubois', 'leadub59'];
describe('a card names nobody', () => {
  test.each<[string, Leak[]]>([
    ['Écrivez-moi : lea.dubois@example.fr', ['email', 'name', 'name']],
    ['lea.d (at) example.fr', ['email', 'name']],
    ['contact arobase mail point com', ['email']],
    ['06 12 34 56 78', ['phone']],
    ['Tel. 06.12.34.56.78 le soir', ['phone']],
    ['+33 6 12 34 56 78', ['phone']],
    ['Mon portfolio : www.monsite.fr', ['link']],
    ['github.com/pseudo', ['link']],
    ['https://linkedin.com/in/x', ['link']],
    ['retrouvez-moi @pseudo_dev', ['handle']],
    ['insta : pseudo', ['handle']],
    ['Léa, passion web', ['name']],
    ['projets de LEADUB59', ['name']],
    ['J’ai 24 ans et envie d’apprendre', ['age']],
    ['24 ans, envie d’apprendre', ['age']],
    ['I am 31 years old', ['age']],
    ['née en 1998 à Lens', ['age']],
    ['Je suis une femme motivée', ['sex']],
    ['Woman in tech', ['sex']],
    ['Maman de deux enfants', ['family']],
    ['d’origine étrangère', ['origin']],
    ['titre de séjour en règle', ['origin']],
    ['RQTH depuis 2020', ['health']],
    ['promo de Roubaix', ['school']],
    ['formation Simplon', ['school']],
    ['l\u200bea', ['name']],
  ])('%s', (typed, expected) => {
    const found = leaksIn(typed, typed.includes('\u200b') ? ['lea'] : names).map(({ leak }) => leak);
    expect(found).toEqual(expected);
  });

  test.each([
    'Développement web : React, Node.js, .NET et C#',
    '10 ans d’expérience dans la restauration, reconversion vers le web',
    '30 ans de métier dans le bâtiment',
    '30 years in retail, now a developer',
    'J’ai 2 ans d’expérience et 3 projets livrés',
    'J’ai 15 projets sur un an',
    'I have 12 years of experience in sales',
    'Stage de 10 semaines en 2026, titre RNCP niveau 5',
    'J’aime les interfaces accessibles (RGAA, WCAG 2.2)',
    'Administration de 200 postes sous Windows 11',
    'API REST, CI/CD, tests : 95 % de couverture',
    'Projet : refonte du site d’une association, 3 000 visites par mois',
    'Reprise d’études après 12 années dans la vente',
    'Budget de 50 000 € géré en 2024-2025',
    'Animation de groupes, gestion de la relation client',
    'Port 8080, adresse 192.168.0.1, réseau local',
  ])('says nothing of somebody: %s', (typed) => expect(leaksIn(typed, names)).toEqual([]));

  test('reads hostile text in no time', () => {
    const hostile = [
      'a.'.repeat(4_000),
      '0 '.repeat(4_000),
      '@'.repeat(8_000),
      'a-'.repeat(4_000),
      'x@'.repeat(4_000),
      '1 '.repeat(4_000),
    ];
    const began = performance.now();
    for (const typed of hostile) leaksIn(typed.slice(0, pitchLimit * 25), names);
    expect(performance.now() - began).toBeLessThan(500);
  });
});

describe('a profile', () => {
  test('reads links as people type them', () => {
    expect(readLinks('github.com/lea  https://Lea.example/\nhttps://github.com/lea').links).toEqual([
      'https://github.com/lea',
      'https://lea.example',
    ]);
    expect(readLinks('javascript:alert(1) file:///etc/passwd https://u:p@x.fr bonjour http://localhost').bad).toHaveLength(5);
  });

  test('shows a town that many live in, a group that enough share, and no other', () => {
    expect(isLargeCity('lille', '59')).toBe(true);
    expect(isLargeCity('Lille', '62')).toBe(false);
    expect(isLargeCity('Wannehain', '59')).toBe(false);
    expect([4, 5].map(isLargeGroup)).toEqual([false, true]);
  });

  test('is found by its skills in both languages, and says what it lacks', () => {
    expect(searchable({ skills: ['project-management'], pitch: 'Été' })).toBe('gestion de projet project management ete');
    expect(gapsOf({ contracts: [], department: null, skills: [], level: null })).toHaveLength(4);
  });
});
