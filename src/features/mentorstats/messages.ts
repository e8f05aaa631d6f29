import { badgeHours } from '../../kernel/mentoring.ts';
import { counted, escapeMarkdown, type Locale, type Text, UserError } from '../../kernel/text.ts';
import type { List } from './wire.ts';

export const commandTexts = {
  dashboard: {
    name: { en: 'mentoring dashboard', fr: 'mentorat tableau' },
    description: {
      fr: 'Le mentorat en un coup d’œil : qui attend, quels binômes ont besoin de vous',
      en: 'Mentoring at a glance: who waits, which pairs need you',
    },
  },
} as const satisfies Record<string, { name: Text; description: Text }>;

export const listNames = {
  waiting: { fr: 'En attente d’un mentor', en: 'Waiting for a mentor' },
  pairs: { fr: 'Tous les binômes', en: 'All pairs' },
  quiet: { fr: 'Binômes à relancer', en: 'Pairs to nudge' },
  silent: { fr: 'Binômes silencieux', en: 'Silent pairs' },
  paused: { fr: 'Binômes en pause', en: 'Paused pairs' },
  ended: { fr: 'Binômes terminés (90 jours)', en: 'Ended pairs (90 days)' },
  mentors: { fr: 'Mentors', en: 'Mentors' },
  promos: { fr: 'Par promo', en: 'By promo' },
} as const satisfies Record<List, Text>;

const both = (fr: string, en: string): Text => ({ fr, en });

/** `12 h 30`, of a time in minutes. */
export function lasting(minutes: number): string {
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)} h${rest === 0 ? '' : ` ${String(rest).padStart(2, '0')}`}`;
}

export const text = {
  feature: both('Le tableau de bord du mentorat et les attestations', 'The dashboard of mentoring and the attestations'),
  purpose: both(
    'Cette partie compte ce que les autres conservent, et remercie les mentors de leurs heures.',
    'This part counts what the others keep, and thanks mentors for their hours.',
  ),
  retention: both(
    'Rien n’est conservé ici, sauf le palier d’heures atteint, gardé avec le profil de mentor.',
    'Nothing is kept here but the step of hours that was reached, with the profile of the mentor.',
  ),

  title: both('Mentorat', 'Mentoring'),
  waiting: (count: number, since: string | null): Text =>
    since === null
      ? both('**Attente** : personne n’attend de mentor.', '**Waiting**: nobody waits for a mentor.')
      : both(
          `**Attente** : ${counted(count, 'personne attend', 'personnes attendent')} un mentor, la première depuis le ${since}.`,
          `**Waiting**: ${counted(count, 'person waits', 'people wait')} for a mentor, the first since ${since}.`,
        ),
  pairs: (pairs: number, quiet: number, silent: number, paused: number): Text =>
    both(
      `**Binômes** : ${pairs} en cours, dont ${quiet} à relancer, ${silent} silencieux et ${paused} en pause.`,
      `**Pairs**: ${pairs} going on, of which ${quiet} to nudge, ${silent} silent and ${paused} paused.`,
    ),
  mentors: (mentors: number, seats: number, pending: number): Text =>
    both(
      `**Mentors** : ${mentors}, avec ${counted(seats, 'place libre', 'places libres')} ; ${counted(pending, 'profil attend', 'profils attendent')} votre accord.`,
      `**Mentors**: ${mentors}, with ${counted(seats, 'free place', 'free places')}; ${counted(pending, 'profile waits', 'profiles wait')} for your approval.`,
    ),
  sessions: (planned: number, done: number, missed: number): Text =>
    both(
      `**Rendez-vous** : ${planned} à venir ; sur 30 jours, ${counted(done, 'tenu', 'tenus')} et ${counted(missed, 'manqué', 'manqués')}.`,
      `**Sessions**: ${planned} to come; over 30 days, ${done} held and ${missed} missed.`,
    ),
  satisfaction: (useful: number, ease: number, count: number): Text =>
    both(
      `**Avis** (${counted(count, 'réponse', 'réponses')}) : utilité ${oneDecimal(useful, 'fr')} sur 5, aisance ${oneDecimal(ease, 'fr')} sur 5.`,
      `**Opinions** (${counted(count, 'answer', 'answers')}): usefulness ${oneDecimal(useful, 'en')} out of 5, ease ${oneDecimal(ease, 'en')} out of 5.`,
    ),
  fewOpinions: both(
    '**Avis** : moins de trois personnes ont répondu, pas de moyenne pour ne désigner personne.',
    '**Opinions**: fewer than three people answered, no average so that nobody is pointed at.',
  ),
  chart: both('Binômes et rendez-vous par mois', 'Pairs and sessions by month'),
  begun: both('Binômes formés', 'Pairs begun'),
  ended: both('Binômes terminés', 'Pairs ended'),
  held: both('Rendez-vous tenus', 'Sessions held'),
  noChart: both(
    'Le graphique n’a pas pu être dessiné ; les chiffres sont ci-dessus.',
    'The chart could not be drawn; the numbers are above.',
  ),
  picture: both('mentorat.png', 'mentoring.png'),
  month: both('mois', 'month'),

  open: both('Ouvrir…', 'Open…'),
  back: both('Tableau de bord', 'Dashboard'),
  previous: both('Page précédente', 'Previous page'),
  next: both('Page suivante', 'Next page'),
  pageOf: (page: number, pages: number): Text => both(`Page ${page} sur ${pages}`, `Page ${page} of ${pages}`),
  empty: {
    waiting: both('Personne n’attend de mentor.', 'Nobody waits for a mentor.'),
    pairs: both('Aucun binôme en cours. `/mentorat binome` en forme un.', 'No pair is going on. `/mentoring pair` makes one.'),
    quiet: both('Aucun binôme à relancer.', 'No pair to nudge.'),
    silent: both('Aucun binôme silencieux.', 'No silent pair.'),
    paused: both('Aucun binôme en pause.', 'No paused pair.'),
    ended: both('Aucun binôme terminé depuis 90 jours.', 'No pair has ended for 90 days.'),
    mentors: both('Aucun mentor pour le moment.', 'No mentor yet.'),
    promos: both('Rien à montrer par promo pour le moment.', 'Nothing to show by promo yet.'),
  } satisfies Record<List, Text>,
  gone: both('Personne effacée', 'Erased person'),
  noPromo: both('Sans promo', 'In no promo'),
  waitingLine: (since: string, asking: number, refused: number): Text =>
    both(
      `depuis le ${since} · ${asking > 0 ? `${counted(asking, 'mentor sollicité', 'mentors sollicités')}` : 'n’a sollicité personne'}${refused > 0 ? ` · ${refused} sans suite` : ''}`,
      `since ${since} · ${asking > 0 ? `${counted(asking, 'mentor asked', 'mentors asked')}` : 'has asked nobody'}${refused > 0 ? ` · ${refused} came to nothing` : ''}`,
    ),
  pairLine: (active: string, done: number): Text =>
    both(
      `dernier échange ${active} · ${counted(done, 'rendez-vous tenu', 'rendez-vous tenus')}`,
      `last heard of ${active} · ${counted(done, 'session held', 'sessions held')}`,
    ),
  hasReason: both('un mot pour l’équipe', 'a word for staff'),
  noReason: both('Sans mot pour l’équipe.', 'Without a word for staff.'),
  endedOn: (at: string): Text => both(`Fin : ${at}`, `Ended: ${at}`),
  mentorLine: (taken: number, capacity: number): Text =>
    both(`accompagne ${taken} sur ${capacity}`, `accompanies ${taken} of ${capacity}`),
  promoLine: (waiting: number, pairs: number, quiet: number, silent: number, sessions: number): Text =>
    both(
      `${waiting} en attente · ${counted(pairs, 'binôme', 'binômes')} · ${quiet} à relancer · ${silent} sans nouvelles · ${sessions} rendez-vous en 30 jours`,
      `${waiting} waiting · ${counted(pairs, 'pair', 'pairs')} · ${quiet} to nudge · ${silent} silent · ${counted(sessions, 'session', 'sessions')} in 30 days`,
    ),
  openPair: both('Ouvrir un binôme…', 'Open a pair…'),
  openWaiting: both('Voir une personne qui attend…', 'See somebody who waits…'),
  emptyPromo: both('Personne n’attend, et aucun binôme n’est en cours ici.', 'Nobody waits, and no pair is going on here.'),
  pausedUntil: (until: string): Text => both(`en pause jusqu’au ${until}`, `paused until ${until}`),

  since: (at: string): Text => both(`Depuis ${at}`, `Since ${at}`),
  lastActive: (at: string): Text => both(`Dernier échange ou rendez-vous : ${at}`, `Last message or session: ${at}`),
  met: (done: number, next: string | null): Text =>
    both(
      `Rendez-vous tenus : ${done}${next === null ? '' : ` ; prochain ${next}`}`,
      `Sessions held: ${done}${next === null ? '' : `; next ${next}`}`,
    ),
  coordinatedBy: (who: string): Text => both(`Suivi par ${who}`, `Looked after by ${who}`),
  noCoordinator: both('Personne de l’équipe ne suit ce binôme.', 'Nobody of staff looks after this pair.'),
  thread: both('Ouvrir le fil', 'Open the thread'),
  remind: both('Prendre des nouvelles', 'Ask how it goes'),
  reminded: both('Message envoyé aux deux dans leur fil.', 'Sent to both in their thread.'),
  pause: both('Mettre en pause', 'Pause'),
  pauseForm: both('Mettre le binôme en pause', 'Pause the pair'),
  until: both('Jusqu’à quelle date ?', 'Until which day?'),
  untilHelp: both('Par exemple 12/01/2027.', 'For example 12/01/2027, day first.'),
  resume: both('Reprendre', 'Resume'),
  coordinator: both('Qui suit ce binôme ?', 'Who looks after this pair?'),
  stop: both('Terminer et proposer un autre mentor', 'End, and offer another mentor'),
  stopForm: both('Terminer le binôme', 'End the pair'),
  reason: both('Pourquoi ? (pour l’équipe seulement)', 'Why? (for staff only)'),
  stopped: both(
    'Le binôme est terminé. Les deux sont prévenus, et la personne en formation peut choisir un autre mentor.',
    'The pair has ended. Both are told, and the learner may choose another mentor.',
  ),
  pairUp: both('Former un binôme', 'Pair them up'),
  attestation: both('Attestation', 'Attestation'),
  attestationFor: (name: string): Text => both(`Attestation de ${name}`, `Attestation of ${name}`),

  letterTitle: both('Attestation de mentorat bénévole', 'Attestation of volunteer mentoring'),
  letterBody: (name: string, sender: string): Text =>
    both(
      `${sender} atteste que ${name} a donné de son temps comme mentor auprès de personnes en formation, à titre bénévole.`,
      `${sender} attests that ${name} gave time as a volunteer mentor to people in training.`,
    ),
  letterThanks: both('Merci pour ce temps partagé.', 'Thank you for the time you shared.'),
  offered: both('Sujets proposés', 'Themes offered'),
  period: both('Période', 'Period'),
  periodOf: (from: string, to: string): Text => both(`du ${from} au ${to}`, `from ${from} to ${to}`),
  hours: both('Temps donné', 'Time given'),
  meetings: both('Rendez-vous tenus', 'Sessions held'),
  people: both('Personnes accompagnées', 'People accompanied'),
  /** Somebody may be of several: nothing is added up. */
  peopleOf: (pairs: number, flashes: number, circles: number): Text => {
    const of = (parts: readonly (string | false)[]) => parts.filter(Boolean).join(', ');
    return both(
      of([pairs > 0 && `${pairs} en binôme`, flashes > 0 && `${flashes} en aide flash`, circles > 0 && `${circles} en cercle`]),
      of([
        pairs > 0 && `${pairs} in pairs`,
        flashes > 0 && `${flashes} in flash sessions`,
        circles > 0 && `${circles} in circles`,
      ]),
    );
  },
  letterFooter: (at: string): Text =>
    both(
      `Établie le ${at} d’après les rendez-vous que les personnes ont déclarés tenus. Ce document n’est ni un diplôme ni un contrat.`,
      `Issued on ${at} from the sessions that people said took place. This document is neither a diploma nor a contract.`,
    ),
  letterFile: both('attestation-mentorat.pdf', 'mentoring-attestation.pdf'),
  letterReady: both('Votre attestation est prête.', 'Your attestation is ready.'),

  thanks: (badge: number): Text => {
    const hours = badgeHours[badge - 1] ?? 0;
    return both(
      `Vous avez donné plus de ${hours} heures à des personnes en formation. Merci : cela compte vraiment.\nVotre profil de mentor le dit désormais discrètement ; vous pouvez le masquer. Une attestation est à votre disposition.`,
      `You have given more than ${hours} hours to people in training. Thank you: it really counts.\nYour mentor profile now says so discreetly; you can hide it. An attestation is yours for the asking.`,
    );
  },
  hideBadge: both('Masquer sur mon profil', 'Hide on my profile'),
  showBadge: both('Montrer sur mon profil', 'Show on my profile'),
  hidden: both('Votre palier d’heures n’apparaît plus sur votre profil.', 'Your hours no longer appear on your profile.'),
  shown: both('Votre palier d’heures apparaît sur votre profil.', 'Your hours appear on your profile.'),
  home: both('Mentorat : qui attend, et quels binômes ont besoin de vous.', 'Mentoring: who waits, and which pairs need you.'),
  homeSilent: (count: number): Text =>
    both(
      `${counted(count, 'binôme ne donne', 'binômes ne donnent')} plus signe de vie.`,
      `${counted(count, 'pair has', 'pairs have')} gone silent.`,
    ),
  homeButton: both('Tableau du mentorat', 'Mentoring dashboard'),
} as const;

/** How a pair ended, with who said so where it was a person. */
export const endNames = {
  mentor: (who: string) => both(`par choix de ${who} (mentor)`, `by choice of ${who} (mentor)`),
  learner: (who: string) => both(`par choix de ${who} (en formation)`, `by choice of ${who} (learner)`),
  finished: (who: string) => both(`but atteint, dit ${who}`, `they did what they wanted, says ${who}`),
  silence: () => both('sans nouvelles', 'no news'),
  staff: (who: string) => both(`par l’équipe (${who})`, `by staff (${who})`),
  left: () => both('départ du serveur', 'left the server'),
  withdrawn: () => both('fin du rôle de mentor', 'mentors no more'),
  reported: (who: string) => both(`${who} a demandé de l’aide et quitté le binôme`, `${who} asked for help and left the pair`),
} as const satisfies Record<string, (who: string) => Text>;

const oneDecimal = (value: number, locale: Locale): string =>
  new Intl.NumberFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', { maximumFractionDigits: 1 }).format(value);

export const unknownPerson = () =>
  new UserError('mentorstats.unknown_person', {
    fr: 'Cette personne n’attend plus, ou n’est plus mentor. La liste du tableau de bord est à jour.',
    en: 'This person waits no more, or is no mentor any more. The list of the dashboard is up to date.',
  });

export const unknownPair = () =>
  new UserError('mentorstats.unknown_pair', {
    fr: 'Ce binôme est terminé ou n’existe pas. Le tableau de bord montre ceux qui sont en cours.',
    en: 'This pair has ended or does not exist. The dashboard shows those that go on.',
  });

export const unknownEnd = () =>
  new UserError('mentorstats.unknown_end', {
    fr: 'Ce binôme ne peut plus être montré : il est terminé depuis plus de 90 jours, ou vous en faisiez partie.',
    en: 'This pair can be shown no more: it ended more than 90 days ago, or you were part of it.',
  });

export const unknownPromo = () =>
  new UserError('mentorstats.unknown_promo', {
    fr: 'Cette promo n’existe plus. La liste du tableau de bord est à jour.',
    en: 'This promo no longer exists. The list of the dashboard is up to date.',
  });

export const notStaff = () =>
  new UserError('mentorstats.not_staff', {
    fr: 'Choisissez une personne de l’équipe : elle lira le fil du binôme.',
    en: 'Choose somebody of staff: they will read the thread of the pair.',
  });

export const noHours = () =>
  new UserError('mentorstats.no_hours', {
    fr: 'Aucun rendez-vous tenu n’est encore enregistré : une attestation sera possible après le premier.',
    en: 'No session has been recorded as held yet: an attestation will be possible after the first.',
  });

export const noLetter = () =>
  new UserError('mentorstats.no_letter', {
    fr: 'Le document n’a pas pu être préparé. Réessayez dans une minute.',
    en: 'The document could not be made. Please try again in a minute.',
  });

export const unknownDay = (typed: string) =>
  new UserError('mentorstats.unknown_day', {
    fr: `« ${escapeMarkdown(typed)} » n’est pas une date que nous comprenons. Écrivez par exemple 12/01/2027.`,
    en: `“${escapeMarkdown(typed)}” is not a date that we understand. Write for example 12/01/2027, day first.`,
  });
