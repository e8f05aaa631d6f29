import { dayOf } from '../../../kernel/day.ts';
import { departmentName, readPlace } from '../../../kernel/place.ts';
import { longestSkill, mostSkills } from '../../../kernel/skill.ts';
import { cut, escapeMarkdown, type Text } from '../../../kernel/text.ts';
import type { OfferContent, Typed } from './content.ts';
import type { Facts, Finding } from './finding.ts';
import { mostADay, mostOpen, quotaOf } from './quota.ts';
import { readTerms } from './term.ts';

const error = (code: Finding['code'], field: Finding['field'], text: Text): Finding => ({ code, severity: 'error', field, text });

const fill = (what: Text): Text => ({ fr: `${what.fr} : à remplir.`, en: `${what.en}: please fill it in.` });

/** What could not be read of what was typed, and how to write it. */
const unread: Record<keyof Typed, (typed: string) => Text> = {
  place: (typed) => ({
    fr: `« ${typed} » : ville ou département inconnu. Écrivez par exemple « Lille (59) » ou « Nord ».`,
    en: `“${typed}”: unknown city or department. Write for example “Lille (59)” or “Nord”.`,
  }),
  pay: (typed) => ({
    fr: `« ${typed} » : montant ou période illisible. Écrivez par exemple « 28 000 - 32 000 € brut par an », « 12,50 € par heure » ou « selon profil : … » avec la raison.`,
    en: `“${typed}”: the amount or its period cannot be read. Write for example “28 000 - 32 000 € gross a year”, “12.50 € an hour” or “depends on profile: …” with the reason.`,
  }),
  dates: (typed) => ({
    fr: `« ${typed} » : cette partie n’est pas comprise. Écrivez par exemple « à partir du 01/03/2027, 6 mois, candidatures jusqu’au 15/02/2027 ».`,
    en: `“${typed}”: this part is not understood. Write for example “from 01/03/2027, 6 months, apply until 15/02/2027”.`,
  }),
  link: (typed) => ({
    fr: `« ${typed} » : lien invalide. Collez l’adresse entière, qui commence par https://.`,
    en: `“${typed}”: not a valid link. Paste the whole address, which begins with https://.`,
  }),
  skills: (typed) => ({
    fr: `« ${typed} » : ${mostSkills} compétences au plus, de ${longestSkill} caractères chacune, séparées par des virgules. Gardez les plus importantes.`,
    en: `“${typed}”: at most ${mostSkills} skills of ${longestSkill} characters each, separated by commas. Keep the most important ones.`,
  }),
  posts: (typed) => ({
    fr: `« ${typed} » : nombre de postes entre 1 et 50.`,
    en: `“${typed}”: number of posts between 1 and 50.`,
  }),
};

/** Of what was typed, the part that is not understood. */
function unreadText(field: keyof Typed, value: string, { today }: Facts): Text {
  const part = field === 'dates' ? (readTerms(value, dayOf(today)).unread ?? value) : value;
  const reading = field === 'place' ? readPlace(value) : null;
  if (!reading || reading.ok || reading.among.length === 0) return unread[field](escapeMarkdown(cut(part, 120)));
  const among = reading.among.map((code) => `${departmentName(code)} (${code})`).join(', ');
  return {
    fr: `« ${escapeMarkdown(value)} » : plusieurs villes portent ce nom. Ajoutez le département entre parenthèses : ${among}.`,
    en: `“${escapeMarkdown(value)}”: several cities have this name. Add the department in brackets: ${among}.`,
  };
}

/** What the forms must hold before anything else can be said of it. */
export function checkStructure(content: OfferContent, facts: Facts): Finding[] {
  const found: Finding[] = [];
  const { typed } = content;
  if (content.title === '') found.push(error('title.empty', 'title', fill({ fr: 'Intitulé', en: 'Title' })));
  if (content.missions === '') found.push(error('missions.empty', 'missions', fill({ fr: 'Missions', en: 'Work to do' })));
  if (content.contract === null) found.push(error('contract.empty', 'contract', fill({ fr: 'Contrat', en: 'Contract' })));
  if (content.remote === null) found.push(error('remote.empty', 'remote', fill({ fr: 'Télétravail', en: 'Remote work' })));
  if (content.department === null && content.remote !== 'full' && typed.place === undefined)
    found.push(error('place.empty', 'place', fill({ fr: 'Lieu', en: 'Place' })));
  for (const [field, value] of Object.entries(typed) as [keyof Typed, string | undefined][])
    if (value) found.push(error(`${field}.unread`, field, unreadText(field, value, facts)));
  return [...found, ...checkQuota(facts)];
}

function checkQuota(facts: Facts): Finding[] {
  const passed = facts.isOpen ? null : quotaOf(facts);
  if (passed === 'open')
    return [
      error('quota.open', 'title', {
        fr: `Vous avez déjà ${facts.openCount} offres ouvertes sur ${mostOpen}. Clôturez-en une, ou attendez qu’une autre se termine.`,
        en: `You already have ${facts.openCount} open offers of ${mostOpen}. Close one, or wait until another ends.`,
      }),
    ];
  if (passed === 'daily')
    return [
      error('quota.daily', 'title', {
        fr: `Une entreprise vérifiée depuis moins de trois mois envoie ${mostADay} offre par jour. Votre brouillon est gardé : envoyez-le demain.`,
        en: `A company verified for less than three months sends ${mostADay} offer a day. Your draft is kept: send it tomorrow.`,
      }),
    ];
  return [];
}
