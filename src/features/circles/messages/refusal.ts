import { counted, escapeMarkdown, type Text, UserError } from '../../../kernel/text.ts';
import type { EndFault } from '../rules/circle.ts';

export const circleUnknown = () =>
  new UserError('circles.unknown', {
    fr: 'Ce cercle n’existe plus ou n’est pas le vôtre. `/mentorat cercle` montre ceux qui sont ouverts.',
    en: 'This circle no longer exists or is not yours. `/mentoring circle` shows those that are open.',
  });

export const circleClosed = () =>
  new UserError('circles.closed', {
    fr: 'On ne peut plus rejoindre ce cercle. `/mentorat cercle` montre ceux qui sont ouverts.',
    en: 'This circle can no longer be joined. `/mentoring circle` shows those that are open.',
  });

/** The same words whatever the reason: who avoids whom is nobody's business. */
export const circleNotForYou = () =>
  new UserError('circles.not_for_you', {
    fr: 'Ce cercle n’est pas ouvert pour vous. D’autres peuvent l’être : `/mentorat cercle`.',
    en: 'This circle is not open to you. Others may be: `/mentoring circle`.',
  });

/** To staff, who learn nothing of who avoids whom. */
export const circleNotForThem = () =>
  new UserError('circles.not_for_them', {
    fr: 'Ce cercle ne peut pas être confié à cette personne. Choisissez-en une autre.',
    en: 'This circle cannot be given to this person. Choose somebody else.',
  });

export const circleOtherAudience = (names: readonly string[]) => {
  const listed = names.map(escapeMarkdown).join(', ');
  return new UserError('circles.other_audience', {
    fr: `Ce cercle s’adresse à : ${listed}. D’autres cercles : \`/mentorat cercle\`.`,
    en: `This circle is for: ${listed}. Other circles: \`/mentoring circle\`.`,
  });
};

export const circleAlreadyIn = () =>
  new UserError('circles.already_in', {
    fr: 'Vous êtes déjà dans ce cercle ou sur sa liste d’attente.',
    en: 'You are already in this circle or on its waiting list.',
  });

export const circleTooMany = (most: number) =>
  new UserError('circles.too_many', {
    fr: `${counted(most, 'cercle', 'cercles')} à la fois au plus, listes d’attente comprises. Quittez-en un pour rejoindre celui-ci.`,
    en: `At most ${counted(most, 'circle', 'circles')} at once, waiting lists included. Leave one to join this one.`,
  });

export const circleTooManyLed = (most: number) =>
  new UserError('circles.too_many_led', {
    fr: `Un mentor mène ${counted(most, 'cercle', 'cercles')} à la fois au plus. Terminez-en un d’abord.`,
    en: `A mentor leads at most ${counted(most, 'circle', 'circles')} at once. End one first.`,
  });

export const circleOwn = () =>
  new UserError('circles.own', {
    fr: 'C’est vous qui menez ce cercle : vous y êtes déjà.',
    en: 'You lead this circle: you are in it already.',
  });

export const circleNotMentor = () =>
  new UserError('circles.not_mentor', {
    fr: 'Un cercle est mené par quelqu’un dont le profil de mentor est accepté et actif : `/mentorat profil`.',
    en: 'A circle is led by somebody whose mentor profile is approved and active: `/mentoring profile`.',
  });

export const circleStaffOnly = () =>
  new UserError('circles.staff_only', {
    fr: 'Seule l’équipe peut ouvrir un cercle au nom de quelqu’un. Pour le vôtre : `/mentorat cercle` sans option.',
    en: 'Only staff may open a circle for somebody else. For your own: `/mentoring circle` without an option.',
  });

const endFaults: Record<EndFault, Text> = {
  unreadable: {
    fr: 'Je ne comprends pas cette date. Écrivez-la comme 30/06/2027.',
    en: 'I cannot read this date. Write it like 30/06/2027 (day first).',
  },
  past: { fr: 'Le dernier jour doit venir après aujourd’hui.', en: 'The last day must come after today.' },
  far: {
    fr: 'Un cercle dure six mois au plus. Choisissez une date plus proche.',
    en: 'A circle lasts at most six months. Choose an earlier date.',
  },
};
export const circleBadEnd = (fault: EndFault) => new UserError('circles.bad_end', endFaults[fault]);

export const circleBadProlonging = (latest: string) =>
  new UserError('circles.bad_prolonging', {
    fr: `Choisissez un jour après la fin prévue et au plus tard le ${latest}.`,
    en: `Choose a day after the planned end and no later than ${latest}.`,
  });

export const circleProlongedOnce = () =>
  new UserError('circles.prolonged_once', {
    fr: 'Un cercle ne se prolonge qu’une fois. Vous pouvez en ouvrir un nouveau à sa fin.',
    en: 'A circle is prolonged only once. You can open a new one when it ends.',
  });

export const circleUnknownAudience = (names: readonly string[]) => {
  const listed = names.map((one) => `« ${escapeMarkdown(one)} »`).join(', ');
  return new UserError('circles.unknown_audience', {
    fr: `Je ne connais pas de formation ni de promo en cours de ce nom : ${listed}.`,
    en: `I know no course nor running promo of that name: ${listed}.`,
  });
};

export const meetingOutside = () =>
  new UserError('circles.meeting_outside', {
    fr: 'La rencontre doit être à venir, dans les trois mois, et avant la fin du cercle.',
    en: 'The meeting must be in the future, within three months, and before the circle ends.',
  });

export const meetingOver = () =>
  new UserError('circles.meeting_over', {
    fr: 'Cette rencontre est déjà faite ou annulée.',
    en: 'This meeting is already done or cancelled.',
  });

export const meetingEarly = () =>
  new UserError('circles.meeting_early', {
    fr: 'Cette rencontre n’est pas encore terminée. Vous pourrez dire ensuite qu’elle est faite.',
    en: 'This meeting is not over yet. You can say afterwards that it is done.',
  });

export const meetingAlone = () =>
  new UserError('circles.meeting_alone', {
    fr: 'Personne n’était dans ce cercle à ce moment-là : cette rencontre ne peut pas être comptée. Vous pouvez l’annuler.',
    en: 'Nobody was in this circle at that time: this meeting cannot be counted. You can cancel it.',
  });

export const meetingOverlaps = () =>
  new UserError('circles.meeting_overlaps', {
    fr: 'Une autre rencontre menée par la même personne a déjà été comptée à cette heure-là. Annulez celle-ci.',
    en: 'Another meeting led by the same person has already been counted for that time. Cancel this one.',
  });

export const reportUnknown = () =>
  new UserError('circles.report_unknown', {
    fr: 'Ce signalement est déjà traité ou n’existe plus.',
    en: 'This report is already handled or no longer exists.',
  });
