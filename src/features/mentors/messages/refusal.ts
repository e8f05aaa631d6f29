import type { MentorPause } from '../../../../prisma/client/client.ts';
import { type Department, departmentName } from '../../../kernel/place.ts';
import { counted, cut, escapeMarkdown, type Text, UserError } from '../../../kernel/text.ts';
import type { Gap } from '../rules/profile.ts';
import { pauseNames } from './standing.ts';

const gapNames: Readonly<Record<Gap, Text>> = {
  help: { fr: 'comment vous pouvez aider', en: 'how you can help' },
  frame: { fr: 'le cadre', en: 'the frame' },
};

/** What is wrong with what was typed, said together. */
export const problems = {
  tooManySkills: (count: number, max: number): Text => ({
    fr: `Compétences : ${count}, c’est trop. Gardez les ${max} plus utiles.`,
    en: `Skills: ${count} are too many. Keep the ${max} most useful ones.`,
  }),
  skillTooLong: (long: readonly string[], max: number): Text => {
    const names = long.map((skill) => `« ${escapeMarkdown(cut(skill, 60))} »`).join(', ');
    return {
      fr: `Compétences : ${names} dépasse${long.length > 1 ? 'nt' : ''} ${max} caractères. Séparez-les par des virgules.`,
      en: `Skills: ${names} ${long.length > 1 ? 'are' : 'is'} longer than ${max} characters. Separate them by commas.`,
    };
  },
  placeMissing: {
    fr: 'Lieu : dites où, pour vous rencontrer en personne. Par exemple « Lille (59) ».',
    en: 'Place: say where, to meet in person. For instance “Lille (59)”.',
  },
  placeUnknown: (typed: string, among: readonly Department[]): Text => {
    const shown = escapeMarkdown(cut(typed, 60));
    const names = among.map((code) => `${departmentName(code)} (${code})`).join(', ');
    return among.length > 0
      ? {
          fr: `Lieu : il y a plusieurs « ${shown} ». Ajoutez le département : ${names}.`,
          en: `Place: there are several “${shown}”. Add the department: ${names}.`,
        }
      : {
          fr: `Lieu : nous ne connaissons pas « ${shown} ». Écrivez la ville et le département, « Lille (59) », ou le département seul.`,
          en: `Place: we do not know “${shown}”. Write city and department, “Lille (59)”, or the department alone.`,
        };
  },
} as const;

const list = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');

export const invalidProfile = (wrong: readonly Text[]) =>
  new UserError('mentors.invalid', {
    fr: `Il reste à corriger :\n${list(wrong.map(({ fr }) => fr))}`,
    en: `Please correct:\n${list(wrong.map(({ en }) => en))}`,
  });

export const noProfile = () =>
  new UserError('mentors.no_profile', {
    fr: 'Il n’y a pas de profil de mentor ici. Pour en créer un : /mentorat profil.',
    en: 'There is no mentor profile here. To make one: /mentoring profile.',
  });

export const notVolunteer = () =>
  new UserError('mentors.not_volunteer', {
    fr: 'Le mentorat est ouvert aux alumni et à l’équipe pédagogique. Si vous en faites partie, identifiez-vous d’abord avec *Mon espace*.',
    en: 'Mentoring is open to alumni and trainers. If you are one, identify yourself first in *Mon espace*.',
  });

export const notAMentor = () =>
  new UserError('mentors.not_a_mentor', {
    fr: 'Seul un profil accepté par l’équipe le permet. Voyez où en est le vôtre avec /mentorat profil.',
    en: 'Only a profile that staff approved allows it. See where yours stands with /mentoring profile.',
  });

export const incomplete = (gaps: readonly Gap[]) =>
  new UserError('mentors.incomplete', {
    fr: `Avant l’envoi, il manque encore : ${gaps.map((gap) => gapNames[gap].fr).join(', ')}.`,
    en: `Before it is sent, still missing: ${gaps.map((gap) => gapNames[gap].en).join(', ')}.`,
  });

export const alreadyApproved = () =>
  new UserError('mentors.already_approved', {
    fr: 'Votre profil est déjà accepté : vos modifications comptent tout de suite, rien n’est à renvoyer.',
    en: 'Your profile is approved already: what you change counts at once, nothing is to be sent.',
  });

export const tooManySent = (times: number) =>
  new UserError('mentors.too_many_sent', {
    fr: `Votre profil a été envoyé ${times} fois cette semaine. Attendez quelques jours, ou écrivez à l’équipe.`,
    en: `Your profile was sent ${times} times this week. Wait some days, or write to staff.`,
  });

export const notYet = (from: string) =>
  new UserError('mentors.not_yet', {
    fr: `Il n’y a rien à renouveler pour l’instant : ce sera possible à partir du ${from}, et nous vous le rappellerons.`,
    en: `There is nothing to renew for now: it will be possible from ${from}, and we will remind you.`,
  });

const waysOut: Readonly<Record<MentorPause, Text>> = {
  own: { fr: 'Reprenez quand vous voulez.', en: 'Resume whenever you like.' },
  silence: { fr: 'Reprenez quand vous voulez.', en: 'Resume whenever you like.' },
  renewal: { fr: 'Renouvelez votre accord avec /mentorat profil.', en: 'Renew your approval with /mentoring profile.' },
  sanction: { fr: 'Elle s’arrête avec la mesure de modération.', en: 'It ends with the measure of moderation.' },
  absent: { fr: 'Elle s’arrête quand vous revenez sur le serveur.', en: 'It ends when you come back to the server.' },
};

/** Also of a pause that the person ended while another goes on. */
export const stillPaused = (cause: MentorPause): Text => ({
  fr: `Votre mentorat reste en pause ${pauseNames[cause].fr}. ${waysOut[cause].fr}`,
  en: `Your mentoring stays paused ${pauseNames[cause].en}. ${waysOut[cause].en}`,
});
export const pausedByOthers = (cause: MentorPause) => new UserError('mentors.paused_by_others', stillPaused(cause));

export const notADay = (typed: string) =>
  new UserError('mentors.not_a_day', {
    fr: `« ${escapeMarkdown(cut(typed, 60))} » n’est pas une date. Écrivez-la ainsi : 12/01/2027.`,
    en: `“${escapeMarkdown(cut(typed, 60))}” is no date. Write it so: 12/01/2027 (day first).`,
  });
export const pauseTooShort = () =>
  new UserError('mentors.pause_too_short', {
    fr: 'Le jour du retour doit être à venir. Sans date, la pause dure jusqu’à ce que vous repreniez.',
    en: 'The day of the return must be to come. Without one, the pause lasts until you resume.',
  });
export const pauseTooLong = () =>
  new UserError('mentors.pause_too_long', {
    fr: 'Une pause dure un an au plus. Sans date, elle dure jusqu’à ce que vous repreniez.',
    en: 'A pause lasts a year at most. Without a date, it lasts until you resume.',
  });

export const tooManyPreferred = (max: number) =>
  new UserError('mentors.too_many_preferred', {
    fr: `Vos préférences sont limitées à ${max} choix. Retirez-en d’abord, ou n’en gardez aucune : cela veut dire tout le monde.`,
    en: `Preferences are limited to ${max} choices. Remove some first, or keep none: that means everybody.`,
  });

export const avoidSelf = () =>
  new UserError('mentors.avoid_self', {
    fr: 'Vous ne pouvez pas vous éviter vous-même. Choisissez quelqu’un d’autre.',
    en: 'You cannot avoid yourself. Choose somebody else.',
  });
export const tooManyAvoided = (max: number) =>
  new UserError('mentors.too_many_avoided', {
    fr: `Votre liste est limitée à ${counted(max, 'personne', 'personnes')}. Retirez-en d’abord.`,
    en: `Your list is limited to ${counted(max, 'person', 'people')}. Remove somebody first.`,
  });

const decidedBy = (userId: string | null, locale: 'fr' | 'en'): string =>
  userId === null ? '' : locale === 'fr' ? ` <@${userId}> a répondu en dernier.` : ` <@${userId}> answered last.`;

export const nothingToDecide = (by: string | null) =>
  new UserError('mentors.nothing_to_decide', {
    fr: `Ce profil n’attend plus de décision.${decidedBy(by, 'fr')}`,
    en: `This profile waits for no decision any more.${decidedBy(by, 'en')}`,
  });
export const changedSince = () =>
  new UserError('mentors.changed', {
    fr: 'Ce profil vient de changer. Relisez sa fiche, puis décidez.',
    en: 'This profile has just changed. Read its card again, then decide.',
  });
export const notDecidable = () =>
  new UserError('mentors.not_decidable', {
    fr: 'Ce profil n’est pas envoyé, ou la personne a arrêté : il n’y a rien à lui demander pour l’instant.',
    en: 'This profile is not sent, or the person stopped: there is nothing to ask them for now.',
  });
export const ownProfile = () =>
  new UserError('mentors.own_profile', {
    fr: 'C’est votre propre profil : quelqu’un d’autre de l’équipe décide.',
    en: 'This is your own profile: somebody else of the staff decides.',
  });
