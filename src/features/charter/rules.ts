import { ruleBody, ruleTitle } from '../../kernel/moderation.ts';
import { escapeMarkdown, type Locale } from '../../kernel/text.ts';

export type Written = { number: number; title: string; body: string; titleEn: string; bodyEn: string };

/** A rule among the others: its number and title, then its words. Safe to show. */
export const spoken = (rule: Written, locale: Locale): string =>
  `### ${rule.number}. ${escapeMarkdown(ruleTitle(rule, locale))}\n${escapeMarkdown(ruleBody(rule, locale))}`;

/** Of a page; a message of components holds 4000 characters in all. */
const pageCharacters = 3_000;
const pageRules = 8;

/** The rules page by page: as many as are read comfortably at once, each whole. */
export function pagesOf<R extends Written>(rules: readonly R[], locale: Locale): R[][] {
  const pages: R[][] = [];
  let room = 0;
  for (const rule of rules) {
    const { length } = spoken(rule, locale);
    const last = pages.at(-1);
    if (!last || last.length >= pageRules || length > room) {
      pages.push([rule]);
      room = pageCharacters - length;
    } else {
      last.push(rule);
      room -= length;
    }
  }
  return pages;
}

/** What is proposed to a server that has none: plain, and for everybody. */
export const model: readonly Omit<Written, 'number'>[] = [
  {
    title: 'Respect',
    body: 'Chaque personne est traitée avec respect, quels que soient son parcours, son niveau, son origine, son genre, ses opinions ou son handicap. On discute des idées, jamais de la valeur des personnes.',
    titleEn: 'Respect',
    bodyEn:
      'Everybody is treated with respect, whatever their path, level, origin, gender, opinions or disability. We discuss ideas, never what somebody is worth.',
  },
  {
    title: 'Ni harcèlement, ni menace',
    body: 'Insister auprès de quelqu’un qui a dit non, se mettre à plusieurs contre une personne, menacer ou intimider : rien de cela n’a sa place ici, en public comme en message privé.',
    titleEn: 'No harassment, no threat',
    bodyEn:
      'To insist with somebody who said no, to gang up on a person, to threaten or intimidate: none of it has a place here, in public or in direct messages.',
  },
  {
    title: 'Vie privée',
    body: 'Ne publiez pas d’informations personnelles sur quelqu’un (adresse, téléphone, photo, captures de conversations privées) sans son accord. Protégez aussi les vôtres.',
    titleEn: 'Privacy',
    bodyEn:
      'Do not post personal information about somebody (address, phone, photo, captures of private conversations) without their agreement. Protect your own as well.',
  },
  {
    title: 'Publicité et messages répétés',
    body: 'Pas de publicité sans l’accord de l’équipe, pas de messages identiques dans plusieurs salons, pas d’invitations vers d’autres serveurs envoyées en masse. Partager un projet ou une ressource utile est bienvenu, au bon endroit.',
    titleEn: 'Advertising and repeated messages',
    bodyEn:
      'No advertising without the agreement of staff, no identical messages in several channels, no mass invitations to other servers. Sharing a project or a useful resource is welcome, in the right place.',
  },
  {
    title: 'L’emploi au bon endroit',
    body: 'Les offres et les recherches d’emploi, de stage ou d’alternance passent par les salons prévus. Une offre dit qui recrute, pour quoi et à quelles conditions. On ne demande jamais d’argent pour postuler.',
    titleEn: 'Jobs in the right place',
    bodyEn:
      'Offers and searches of jobs, internships and apprenticeships go to the channels made for them. An offer says who hires, for what and on which terms. Nobody is ever asked for money to apply.',
  },
  {
    title: 'Contenus illégaux ou choquants',
    body: 'Aucun contenu illégal, haineux, sexuel ou violent, aucun logiciel piraté, aucune arnaque. Ce qui met quelqu’un en danger est signalé aux autorités quand la loi le demande.',
    titleEn: 'Illegal or shocking content',
    bodyEn:
      'No illegal, hateful, sexual or violent content, no pirated software, no scams. What puts somebody in danger is reported to the authorities where the law asks for it.',
  },
  {
    title: 'Votre compte',
    body: 'Utilisez un nom et une image convenables, et un seul compte. Ne vous faites pas passer pour quelqu’un d’autre. Vous répondez de ce que fait votre compte : protégez-le, et prévenez l’équipe s’il est volé.',
    titleEn: 'Your account',
    bodyEn:
      'Use a decent name and picture, and one account. Do not pretend to be somebody else. You answer for what your account does: protect it, and tell staff if it is stolen.',
  },
  {
    title: 'Une langue que les autres comprennent',
    body: 'Dans les salons communs, écrivez en français ou en anglais, simplement. Les débuts et les fautes sont bienvenus : on aide, on ne se moque pas.',
    titleEn: 'A language that others understand',
    bodyEn:
      'In common channels, write in French or in English, plainly. Beginners and mistakes are welcome: we help, we do not mock.',
  },
  {
    title: 'La modération',
    body: 'L’équipe de modération agit avec mesure et explique ses décisions. Vous n’êtes pas d’accord ? Faites un recours : une autre personne le lira. Contourner une décision avec un autre compte l’aggrave.',
    titleEn: 'Moderation',
    bodyEn:
      'Moderators act with measure and explain their decisions. You disagree? Appeal: somebody else will read it. Getting round a decision with another account makes it worse.',
  },
];
