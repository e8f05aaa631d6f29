import type { Day } from '../../../kernel/day.ts';
import { bold, escapeMarkdown, type Text, UserError } from '../../../kernel/text.ts';
import type { DateProblem } from '../rules/life.ts';
import type { Shortage } from '../rules/space.ts';
import { promoDay } from './promo.ts';

export const text = {
  chooseCourse: { fr: 'Quelle formation ?', en: 'Which course?' },
  chooseCampus: (course: string): Text => ({ fr: `**${course}**. Sur quel campus ?`, en: `**${course}**. On which campus?` }),
  courses: { fr: 'Choisir une formation', en: 'Choose a course' },
  campuses: { fr: 'Choisir un campus', en: 'Choose a campus' },
  nothing: {
    fr: 'Il faut d’abord un campus et une formation : `/campus ajouter`, puis `/formation ajouter`.',
    en: 'A campus and a course are needed first: `/campus add`, then `/course add`.',
  },
  formTitle: { fr: 'Créer une promo', en: 'Create a promo' },
  name: { fr: 'Nom de la promo', en: 'Name of the promo' },
  start: { fr: 'Premier jour', en: 'First day' },
  end: { fr: 'Dernier jour', en: 'Last day' },
  dateHelp: { fr: 'Par exemple 12/01/2027 ou 12 janvier 2027', en: 'For example 12/01/2027 (day first) or 12 January 2027' },
  manager: { fr: 'Gestion de projet', en: 'Project manager' },
  trainers: { fr: 'Équipe pédagogique', en: 'Trainers' },
  previewTitle: (name: string): Text => ({ fr: `Créer ${name} ?`, en: `Create ${name}?` }),
  opensOn: (day: Text): Text => ({ fr: `L’espace s’ouvrira le ${day.fr}.`, en: `The space will open on ${day.en}.` }),
  opensNow: { fr: 'L’espace s’ouvre tout de suite.', en: 'The space opens at once.' },
  hasBegun: {
    fr: 'Le premier jour est passé : l’espace s’ouvre tout de suite.',
    en: 'The first day has passed: the space opens at once.',
  },
  space: { fr: 'Espace', en: 'Space' },
  channels: (count: number): Text => ({
    fr: `${count} salons et catégories.`,
    en: `${count} channels and categories.`,
  }),
  privacy: {
    fr: 'La promo, son équipe pédagogique et la personne qui la gère le verront ; l’équipe du centre peut choisir de le voir, et l’administration du serveur voit toujours tout.',
    en: 'The promo, its trainers and its manager will see it; staff may choose to see it, and the administrators of the server always see everything.',
  },
  makeRemote: { fr: 'À distance', en: 'At a distance' },
  makeOnsite: { fr: 'Sur place', en: 'On site' },
  openNow: { fr: 'Ouvrir tout de suite', en: 'Open at once' },
  openLater: { fr: 'Ouvrir le premier jour', en: 'Open on the first day' },
  confirm: { fr: 'Créer la promo', en: 'Create the promo' },
  created: (name: string, later: Text | null): Text => ({
    fr: `**${name}** est créée. ${later ? later.fr : 'Son espace arrive dans un instant.'}`,
    en: `**${name}** is created. ${later ? later.en : 'Its space comes in a moment.'}`,
  }),
};

export const badName = (limit: number) =>
  new UserError('promos.bad_name', {
    fr: `Ce nom ne convient pas : il faut au moins une lettre ou un chiffre, et ${limit} caractères au plus.`,
    en: `This name will not do: it needs at least one letter or digit, and at most ${limit} characters.`,
  });

export const nameUsed = (name: string) =>
  new UserError('promos.name_used', {
    fr: `Il y a déjà une promo ${bold(name)}. Ajoutez par exemple le campus ou l’année.`,
    en: `There is already a promo ${bold(name)}. Add the campus or the year, for example.`,
  });

/** The same when only the database knows which name. */
export const nameTaken = () =>
  new UserError('promos.name_used', {
    fr: 'Une autre promo vient de prendre ce nom. Ajoutez par exemple le campus ou l’année.',
    en: 'Another promo has just taken this name. Add the campus or the year, for example.',
  });

export const badDay = (typed: string) =>
  new UserError('promos.bad_day', {
    fr: `Je ne comprends pas la date « ${escapeMarkdown(typed)} ». Écrivez par exemple 12/01/2027, 2027-01-12 ou 12 janvier 2027.`,
    en: `I do not understand the date “${escapeMarkdown(typed)}”. Write for example 12/01/2027 (day first), 2027-01-12 or 12 January 2027.`,
  });

const dateTexts = {
  order: { fr: 'Le dernier jour doit venir après le premier.', en: 'The last day must come after the first.' },
  past: { fr: 'Le dernier jour est déjà passé, ou c’est aujourd’hui.', en: 'The last day has already passed, or is today.' },
  long: { fr: 'Une promo dure 3 ans au plus. Vérifiez l’année.', en: 'A promo lasts at most 3 years. Check the year.' },
  begun: {
    fr: 'La promo a commencé : son premier jour ne change plus.',
    en: 'The promo has begun: its first day does not change any more.',
  },
} satisfies Record<DateProblem | 'begun', Text>;

export const badDates = (problem: DateProblem | 'begun') => new UserError('promos.bad_dates', dateTexts[problem]);

export const tooManyTrainers = (max: number) =>
  new UserError('promos.too_many_trainers', {
    fr: `Nommez au plus ${max} personnes ici ; \`/promo ajouter\` fait entrer les autres ensuite.`,
    en: `Name at most ${max} people here; \`/promo add\` brings in the others afterwards.`,
  });

/** How many there are now, or how many there will be on the day that has the most. */
const thereOn = (there: number, limit: number, on: Day | undefined): Text =>
  on === undefined
    ? { fr: `il y en a ${there} sur ${limit}`, en: `there are ${there} of ${limit}` }
    : {
        fr: `le ${promoDay(on).fr}, il y en aura ${there} sur ${limit}`,
        en: `on ${promoDay(on).en} there will be ${there} of ${limit}`,
      };

const shortageText = ({ what, limit, there, needed, on }: Shortage): Text =>
  ({
    roles: {
      fr: `Rôles : ${thereOn(there, limit, on).fr}, et il en faut ${needed} de plus.`,
      en: `Roles: ${thereOn(there, limit, on).en}, and ${needed} more are needed.`,
    },
    channels: {
      fr: `Salons et catégories : ${thereOn(there, limit, on).fr}, et il en faut ${needed} de plus.`,
      en: `Channels and categories: ${thereOn(there, limit, on).en}, and ${needed} more are needed.`,
    },
    inCategory: {
      fr: `Une catégorie du modèle a ${needed} salons, et Discord en permet ${limit}.`,
      en: `A category of the template has ${needed} channels, and Discord allows ${limit}.`,
    },
  })[what];

export const noRoom = (shortages: readonly Shortage[]) =>
  new UserError('promos.no_room', {
    fr: `Discord n’aura pas la place pour cet espace. ${shortages.map((one) => shortageText(one).fr).join(' ')} Supprimez d’anciens salons, ou réduisez le modèle.`,
    en: `Discord will have no room for this space. ${shortages.map((one) => shortageText(one).en).join(' ')} Delete old channels, or make the template smaller.`,
  });

export const planGone = () =>
  new UserError('promos.plan_gone', {
    fr: 'Cette confirmation n’est plus valable : elle a déjà servi, elle date de plus d’un jour, ou elle est à quelqu’un d’autre. Recommencez la commande.',
    en: 'This confirmation is no longer valid: it was used, is older than a day, or belongs to somebody else. Run the command again.',
  });

export const managerNotStaff = (mention: string) =>
  new UserError('promos.manager_not_staff', {
    fr: `${mention} n’a pas de rôle d’équipe : seule une personne de l’équipe du centre peut gérer une promo.`,
    en: `${mention} has no staff role: only a member of the staff can manage a promo.`,
  });
