import { fold } from '../../../../kernel/text.ts';
import type { OfferContent } from '../content.ts';
import type { Finding } from '../finding.ts';
import { about, error, warning } from '../text/said.ts';

const french = new Set(
  'le la les un une des du de au aux et ou en dans sur pour par avec sans vous nous votre vos notre nos est sont sera serez etes avez que qui ce cette ces son sa ses leur leurs plus pas ne se il elle ils mais comme chez entre ainsi afin selon tout tous toute d l c n s qu'.split(
    ' ',
  ),
);
const english = new Set(
  'the a an of to and or in on for with without you we your our is are will be have has that which this these their they it as at by from not but who what how all can should must more than into within about up us'.split(
    ' ',
  ),
);

/** In which language a text is written, by the small words that no sentence does without; null when there are too few to tell. */
export function languageOf(text: string): 'fr' | 'en' | 'both' | null {
  const words = fold(text).match(/[a-z]+/g) ?? [];
  const fr = words.filter((word) => french.has(word)).length;
  const en = words.filter((word) => english.has(word)).length;
  if (fr + en < 6) return null;
  const share = fr / (fr + en);
  if (share >= 0.6) return 'fr';
  return share <= 0.25 ? 'en' : 'both';
}

/** Foreign words of titles with what French says: https://www.culture.fr/franceterme, or the plain word where it has none. */
const translations: Readonly<Record<string, string>> = {
  'account manager': 'responsable de clientèle',
  'office manager': 'responsable des services généraux',
  'product owner': 'responsable de produit',
  'product manager': 'chef ou cheffe de produit',
  'project manager': 'chef ou cheffe de projet',
  'scrum master': 'animation d’équipe agile',
  'team leader': 'responsable d’équipe',
  'team lead': 'responsable d’équipe',
  'tech lead': 'responsable technique',
  'business developer': 'développement commercial',
  'business development': 'développement commercial',
  'sales manager': 'responsable des ventes',
  sales: 'vente',
  'customer success': 'satisfaction de la clientèle',
  'customer care': 'service à la clientèle',
  'customer service': 'service à la clientèle',
  'community manager': 'animation de communauté',
  'growth hacker': 'acquisition de clientèle',
  growth: 'croissance',
  'content manager': 'responsable des contenus',
  'data scientist': 'science des données',
  'data analyst': 'analyse de données',
  'data engineer': 'ingénierie des données',
  'data steward': 'gestion des données',
  developer: 'développement',
  'software engineer': 'génie logiciel',
  'web designer': 'conception web',
  helpdesk: 'assistance informatique',
  'help desk': 'assistance informatique',
  'full remote': 'télétravail complet',
  remote: 'télétravail',
  talent: 'recrutement',
  'talent acquisition': 'recrutement',
  headhunter: 'chasse de têtes',
  'supply chain': 'chaîne logistique',
  'key account': 'grands comptes',
  copywriter: 'rédaction',
  'traffic manager': 'gestion d’audience',
  'store manager': 'responsable de magasin',
  'digital marketing': 'marketing numérique',
  'front end': 'interface',
  trainee: 'stagiaire',
  intern: 'stagiaire',
};
const foreign = Object.keys(translations).sort((a, b) => b.length - a.length);
const foreignTerm = new RegExp(`(?<![a-z])(?:${foreign.join('|')})(?![a-z])`, 'g');

const source = 'Code du travail, art. L5331-4';

export function checkLanguage({ title, missions, profile }: OfferContent): Finding[] {
  const found: Finding[] = [];
  for (const [field, text] of Object.entries({ missions, profile }) as ['missions' | 'profile', string][])
    if (languageOf(text) === 'en')
      found.push(
        error({
          code: 'language.foreign',
          field,
          source,
          text: about(text, {
            fr: 'ce texte est en anglais. Une offre publiée en France est en français : écrivez-le en français ; l’anglais peut suivre.',
            en: 'this text is in English. An offer published in France is in French: write it in French; English may follow.',
          }),
        }),
      );
  const terms = [
    ...new Set(
      fold(title)
        .replace(/[^a-z]+/g, ' ')
        .match(foreignTerm) ?? [],
    ),
  ];
  // One that explains itself in French beside the term has done what the law asks.
  const isExplained = terms.some((term) => fold(`${missions} ${profile}`).includes(fold(translations[term] ?? term)));
  if (terms.length === 0 || isExplained) return found;
  const list = terms.map((term) => `${term} → ${translations[term]}`).join(', ');
  return [
    ...found,
    warning({
      code: 'language.term',
      field: 'title',
      source,
      text: about(title, {
        fr: `terme étranger. Ajoutez le mot français, dans le titre ou les missions : ${list}.`,
        en: `foreign term. Add the French word, in the title or in the missions: ${list}.`,
      }),
    }),
  ];
}
