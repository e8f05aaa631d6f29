import { fold } from '../../../../kernel/text.ts';
import { limits, type OfferContent } from '../content.ts';
import type { Finding } from '../finding.ts';
import { about, error, textsOf, warning } from './said.ts';

/** Characters that say something, at least. */
export const shortest = { title: 5, missions: 80, profile: 30, process: 20 } as const;
/** Skills that make an offer easy to find. */
const fewSkills = 3;

const count = (text: string): number => [...new Intl.Segmenter().segment(text)].length;

function checkLengths(content: OfferContent): Finding[] {
  return (['title', 'missions', 'profile', 'process'] as const).flatMap((field) => {
    const length = content[field].length;
    const limit = limits[field];
    const least = shortest[field];
    if (length > limit)
      return [
        error({
          code: `${field}.long`,
          field,
          text: {
            fr: `${length} caractères, limite ${limit}. Raccourcissez de ${length - limit} caractères.`,
            en: `${length} characters, the limit is ${limit}. Shorten by ${length - limit} characters.`,
          },
        }),
      ];
    const seen = content[field].length > 200 ? length : count(content[field].trim());
    if (field === 'title' || field === 'missions') {
      if (seen === 0 || seen >= least) return [];
      return [
        error({
          code: `${field}.short`,
          field,
          text: {
            fr: `${seen} caractères, il en faut ${least}. Ajoutez-en ${least - seen}.`,
            en: `${seen} characters, ${least} are needed. Add ${least - seen}.`,
          },
        }),
      ];
    }
    if (seen >= least) return [];
    const why =
      field === 'profile'
        ? {
            fr: 'dites ce que la personne doit savoir faire, et ce qu’elle apprendra',
            en: 'say what the person must know, and what they will learn',
          }
        : {
            fr: 'dites les étapes et sous combien de jours vous répondez',
            en: 'say the steps, and within how many days you answer',
          };
    return [
      warning({
        code: `${field}.short`,
        field,
        text: {
          fr: `${seen} caractères, il en faudrait ${least} : ${why.fr}.`,
          en: `${seen} characters, ${least} would help: ${why.en}.`,
        },
      }),
    ];
  });
}

/** Words that make a title of nothing. */
const empty =
  /^(?:(?:offre|recherche|recrutement|emploi|poste|job|urgent|urgence|travail|cdi|cdd|stage|alternance|recrute|recrutons|nous|on|embauche|test|hiring|we|are|now|vacancy|position|candidats?|candidate|personne|h|f|d|de|a|pourvoir|un|une|e|interessant|super|top|the|for|work|immediat[a-z]*|serieu[a-z]+|motivee?s?)(?:\s|$))+$/;

/** Shouting, ornaments and characters that stack. */
function checkManner(content: OfferContent): Finding[] {
  return textsOf(content).flatMap(({ field, text }): Finding[] => {
    const found: Finding[] = [];
    const letters = text.match(/\p{L}/gu)?.length ?? 0;
    const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
    const least = field === 'title' ? 12 : 40;
    if (letters >= least && capitals / letters > 0.6)
      found.push(
        warning({
          code: 'text.shouting',
          field,
          text: about(text, {
            fr: `${Math.round((100 * capitals) / letters)} % de majuscules. Écrivez en minuscules : c’est plus lisible, aussi pour un lecteur d’écran.`,
            en: `${Math.round((100 * capitals) / letters)} % capitals. Write in lower case: it is easier to read, for a screen reader too.`,
          }),
        }),
      );
    if (/\p{M}{3,}/u.test(text.normalize('NFD')))
      found.push(
        error({
          code: 'text.stacked',
          field,
          text: about(text, {
            fr: 'des signes s’empilent sur les lettres. Effacez-les et tapez le texte simplement.',
            en: 'signs are stacked on letters. Delete them and type the text plainly.',
          }),
        }),
      );
    if (/[\u{1D400}-\u{1D7FF}\u{1F110}-\u{1F189}Ⓐ-ⓩ\u{FF21}-\u{FF5A}]{4,}/u.test(text))
      found.push(
        warning({
          code: 'text.ornament',
          field,
          text: about(text, {
            fr: 'ces lettres décoratives sont illisibles pour un lecteur d’écran et la recherche. Tapez-les normalement.',
            en: 'these ornamental letters cannot be read by screen readers or found by search. Type them plainly.',
          }),
        }),
      );
    if (/[!?]{3,}/.test(text) || (text.match(/!/g)?.length ?? 0) > 5)
      found.push(
        warning({
          code: 'text.exclaiming',
          field,
          text: about(/[^.!?\n]{0,60}[!?]{2,}/.exec(text)?.[0] ?? text, {
            fr: 'trop de points d’exclamation. Un seul, ou aucun, inspire plus confiance.',
            en: 'too many exclamation marks. One, or none, inspires more trust.',
          }),
        }),
      );
    if ((text.match(/\p{Extended_Pictographic}/gu)?.length ?? 0) > (field === 'title' ? 1 : 10))
      found.push(
        warning({
          code: 'text.emoji',
          field,
          text: about(text, {
            fr: 'trop d’émojis : un lecteur d’écran les lit tous. Gardez-en un, ou aucun.',
            en: 'too many emoji: a screen reader reads each. Keep one, or none.',
          }),
        }),
      );
    return found;
  });
}

/** What a text must be to be read. */
export function checkForm(content: OfferContent): Finding[] {
  const found = [...checkLengths(content), ...checkManner(content)];
  if (
    content.title.length <= limits.title &&
    content.title.length >= shortest.title &&
    empty.test(
      fold(content.title)
        .replace(/[^a-z]+/g, ' ')
        .trim(),
    )
  )
    found.push(
      warning({
        code: 'title.vague',
        field: 'title',
        text: about(content.title, {
          fr: 'ce titre ne dit pas le métier. Écrivez par exemple « Développement web (F/H) ».',
          en: 'this title does not say the trade. Write for example “Web development (F/H)”.',
        }),
      }),
    );
  if (content.skills.length < fewSkills)
    found.push(
      warning({
        code: 'skills.few',
        field: 'skills',
        text: {
          fr: `${content.skills.length} sur les ${fewSkills} conseillées : ajoutez-en, l’offre sera trouvée et proposée aux bonnes personnes.`,
          en: `${content.skills.length} of the ${fewSkills} advised: add some, so that the offer is found and shown to the right people.`,
        },
      }),
    );
  if (content.remote === 'partial' && content.remoteDays === null)
    found.push(
      warning({
        code: 'remote.days',
        field: 'remote',
        text: { fr: 'Télétravail partiel : dites combien de jours par semaine.', en: 'Partly remote: say how many days a week.' },
      }),
    );
  return found;
}
