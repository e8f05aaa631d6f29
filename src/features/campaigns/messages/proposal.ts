import { counted, type Text } from '../../../kernel/text.ts';

/** The rules' own shape, told again so that texts need nothing but the kernel. */
type Comparison = { moreSeated: number; moreBlocking: number; isSame: boolean };

export const whys = {
  form: { fr: 'formulaire absent ou pas encore accepté', en: 'no form, or not approved yet' },
  paired: { fr: 'a déjà un mentor', en: 'already has a mentor' },
  no_mentor: { fr: 'aucun mentor ne participe', en: 'no mentor takes part' },
  language: { fr: 'aucun mentor ne parle sa langue', en: 'no mentor speaks their language' },
  avoided: { fr: 'tous les mentors possibles sont écartés', en: 'all possible mentors are ruled out' },
  fit: { fr: 'aucun mentor au-dessus du niveau minimal', en: 'no mentor above the minimum' },
  seats: { fr: 'plus de place chez les mentors qui conviennent', en: 'no place left with mentors who fit' },
  no_learner: { fr: 'mentor sans personne à accompagner', en: 'mentor without a learner' },
} as const satisfies Record<string, Text>;

export const obstacles = {
  mentor_unavailable: { fr: 'le mentor n’accompagne plus en ce moment', en: 'the mentor is not mentoring at the moment' },
  mentor_full: { fr: 'le mentor n’a plus de place', en: 'the mentor has no place left' },
  learner_has_mentor: { fr: 'cette personne a trouvé un mentor entre-temps', en: 'this learner has found a mentor meanwhile' },
  kept_apart: { fr: 'ces deux personnes ne peuvent plus former un binôme', en: 'these two can no longer be paired' },
  person_gone: { fr: 'l’une des deux n’est plus sur le serveur', en: 'one of them has left the server' },
  request_gone: { fr: 'la demande a été retirée', en: 'the request was withdrawn' },
} as const satisfies Record<string, Text>;

const percent = (share: number): number => Math.round(share * 100);

export const text = {
  title: { fr: 'La proposition', en: 'The proposal' },
  /** What is true now, whatever staff changed. */
  pairs: (pairs: number, alone: number): Text => ({
    fr: `**${counted(pairs, 'binôme', 'binômes')}** · ${alone === 0 ? 'toutes les personnes en formation ont un mentor' : `${counted(alone, 'personne reste', 'personnes restent')} sans mentor`}`,
    en: `**${counted(pairs, 'pair', 'pairs')}** · ${alone === 0 ? 'every learner has a mentor' : `${counted(alone, 'learner is', 'learners are')} left without a mentor`}`,
  }),
  fit: (mean: number, least: number): Text => ({
    fr: `Entente prévue : ${percent(mean)} % en moyenne, ${percent(least)} % au moins.`,
    en: `Expected fit: ${percent(mean)}% on average, ${percent(least)}% at least.`,
  }),
  blocking: (count: number): Text =>
    count === 0
      ? {
          fr: 'Aucun binôme n’aurait préféré se former autrement.',
          en: 'No two people would both have preferred each other.',
        }
      : {
          fr: `${counted(count, 'binôme aurait', 'binômes auraient')} pu préférer quelqu’un d’autre.`,
          en: `${counted(count, 'pair', 'pairs')} might have preferred somebody else.`,
        },
  /** How many mentors have nobody, one person, two… */
  loads: (loads: readonly number[]): Text => {
    const said = (alone: string, withSome: string) =>
      loads.flatMap((count, load) => (count === 0 ? [] : [`${count} ${load === 0 ? alone : `${withSome} ${load}`}`])).join(', ');
    return { fr: `Mentors : ${said('sans personne', 'avec')}.`, en: `Mentors: ${said('with nobody', 'with')}.` };
  },
  market: (learners: number, mentors: number, places: number): Text => ({
    fr: `Calcul sur ${counted(learners, 'demande', 'demandes')}, ${counted(mentors, 'mentor', 'mentors')} et ${counted(places, 'place libre', 'places libres')}.`,
    en: `Computed from ${counted(learners, 'request', 'requests')}, ${counted(mentors, 'mentor', 'mentors')} and ${counted(places, 'free place', 'free places')}.`,
  }),
  held: (held: number, excluded: number): Text => ({
    fr: `Vos choix : ${counted(held, 'binôme gardé', 'binômes gardés')}, ${counted(excluded, 'binôme écarté', 'binômes écartés')}.`,
    en: `Your choices: ${counted(held, 'pair kept', 'pairs kept')}, ${counted(excluded, 'pair ruled out', 'pairs ruled out')}.`,
  }),
  changed: {
    fr: 'La proposition a changé depuis le calcul : **Recalculer** complète autour de vos choix.',
    en: 'The proposal has changed since it was computed: **Compute again** completes it around your choices.',
  },
  firstIs: {
    seats: {
      fr: 'Choix actuel : le plus de personnes avec un mentor.',
      en: 'Current choice: as many learners with a mentor as possible.',
    },
    stable: {
      fr: 'Choix actuel : personne n’aurait préféré autrement.',
      en: 'Current choice: nobody would have preferred otherwise.',
    },
  },
  /** What seats first gives and costs. */
  comparison: ({ moreSeated, moreBlocking, isSame }: Comparison): Text => {
    if (isSame || (moreSeated === 0 && moreBlocking === 0))
      return {
        fr: 'Les deux choix se valent : autant de mentors trouvés, et autant de préférences respectées.',
        en: 'Both choices are worth the same: as many mentors found, as many preferences kept.',
      };
    const gained = {
      fr:
        moreSeated === 0
          ? 'Autant de personnes ont un mentor'
          : `${counted(moreSeated, 'personne de plus a', 'personnes de plus ont')} un mentor`,
      en:
        moreSeated === 0
          ? 'As many people get a mentor'
          : `${moreSeated} more ${moreSeated === 1 ? 'person gets' : 'people get'} a mentor`,
    };
    const cost = {
      fr:
        moreBlocking <= 0
          ? 'sans que personne y perde'
          : `${counted(moreBlocking, 'binôme aurait', 'binômes auraient')} pu préférer quelqu’un d’autre`,
      en: moreBlocking <= 0 ? 'and nobody loses by it' : `${counted(moreBlocking, 'pair', 'pairs')} might have preferred another`,
    };
    return {
      fr: `Le plus de places d’abord, comparé aux préférences d’abord : ${gained.fr} ; ${cost.fr}.`,
      en: `Seats first, compared to preferences first: ${gained.en}; ${cost.en}.`,
    };
  },
  switchTo: {
    seats: { fr: 'Plutôt le plus de mentors trouvés', en: 'Rather as many mentors found' },
    stable: { fr: 'Plutôt les préférences', en: 'Rather preferences' },
  },
  seePairs: { fr: 'Voir les binômes', en: 'See the pairs' },
  seeAlone: { fr: 'Qui reste sans binôme', en: 'Who is left out' },
  seeExcluded: { fr: 'Binômes écartés', en: 'Pairs ruled out' },
  hand: { fr: 'Former un binôme', en: 'Make a pair' },
  again: { fr: 'Recalculer', en: 'Compute again' },
  publish: (count: number): Text => ({
    fr: `Publier ${counted(count, 'binôme', 'binômes')}`,
    en: `Publish ${counted(count, 'pair', 'pairs')}`,
  }),
  publishHelp: {
    fr: 'Publier prévient chaque personne et ouvre les fils privés. On ne peut pas revenir en arrière.',
    en: 'To publish tells everybody and opens the private threads. There is no way back.',
  },

  pairsTitle: (total: number): Text => ({ fr: `Binômes proposés (${total})`, en: `Proposed pairs (${total})` }),
  pairsHelp: { fr: 'Les moins sûrs d’abord.', en: 'The least sure ones first.' },
  pairsEmpty: { fr: 'Aucun binôme dans la proposition.', en: 'No pair in the proposal.' },
  pick: { fr: 'Garder, écarter ou échanger un binôme', en: 'Keep, rule out or swap a pair' },
  score: (score: number): Text => ({ fr: `${percent(score)} %`, en: `${percent(score)}%` }),
  locked: { fr: 'gardé', en: 'kept' },
  byHand: { fr: 'formé à la main', en: 'made by hand' },
  rival: (who: string): Text => ({ fr: `aurait pu préférer ${who}`, en: `might have preferred ${who}` }),
  pairTitle: { fr: 'Un binôme de la proposition', en: 'A pair of the proposal' },
  learner: { fr: 'En formation', en: 'Learner' },
  mentor: { fr: 'Mentor', en: 'Mentor' },
  why: { fr: 'Pourquoi', en: 'Why' },
  views: (learner: number, mentor: number): Text => ({
    fr: `Vu par la personne en formation : ${percent(learner)} % ; vu par le mentor : ${percent(mentor)} %`,
    en: `As the learner sees it: ${percent(learner)}%; as the mentor sees it: ${percent(mentor)}%`,
  }),
  lock: { fr: 'Garder ce binôme', en: 'Keep this pair' },
  unlock: { fr: 'Ne plus le garder', en: 'Keep it no longer' },
  exclude: { fr: 'Écarter ce binôme', en: 'Rule this pair out' },
  swap: { fr: 'Échanger son mentor avec celui de…', en: 'Swap the mentor with that of…' },
  backToPairs: { fr: 'Retour aux binômes', en: 'Back to the pairs' },

  aloneTitle: (total: number): Text => ({ fr: `Sans binôme (${total})`, en: `Without a pair (${total})` }),
  aloneEmpty: { fr: 'Chaque personne est dans un binôme.', en: 'Everybody is in a pair.' },
  excludedTitle: (total: number): Text => ({ fr: `Binômes écartés (${total})`, en: `Pairs ruled out (${total})` }),
  excludedEmpty: { fr: 'Aucun binôme écarté.', en: 'No pair ruled out.' },
  include: { fr: 'Permettre de nouveau un binôme', en: 'Allow a pair again' },
  handTitle: { fr: 'Former un binôme', en: 'Make a pair' },
  handLearner: { fr: 'La personne en formation', en: 'The learner' },
  handLearnerHelp: {
    fr: 'Elle participe à la campagne. Son binôme actuel, si elle en a un, est remplacé.',
    en: 'They take part in the campaign. Their present pair, if any, is replaced.',
  },
  handMentor: { fr: 'Le mentor', en: 'The mentor' },

  blockedTitle: {
    fr: 'Rien n’est publié : la situation a changé',
    en: 'Nothing is published: things have changed',
  },
  blockedHelp: {
    fr: '**Recalculer** forme de nouveaux binômes avec les personnes disponibles, autour de ceux que vous gardez. Si un binôme gardé n’est plus possible, écartez-le d’abord.',
    en: '**Compute again** forms new pairs with those who are available, around those that you keep. If a pair that you keep is no longer possible, rule it out first.',
  },
  unled: {
    fr: 'La personne choisie pour suivre les binômes n’est plus de l’équipe : elle n’est dans aucun fil. La règle du serveur dit qui suit chaque binôme ; `/mentorat tableau` permet d’en changer.',
    en: 'Whoever was to look after the pairs is no longer of staff: they are in no thread. The rule of the server says who looks after each pair; `/mentoring dashboard` lets you change it.',
  },
  cardTitle: (name: string): Text => ({ fr: `Campagne de mentorat : ${name}`, en: `Mentoring campaign: ${name}` }),
  cardReady: {
    fr: 'La proposition est prête. Relisez-la, corrigez-la, puis publiez.',
    en: 'The proposal is ready. Read it, mend it, then publish.',
  },
  cardOpen: { fr: 'Ouvrir', en: 'Open' },
};

/** How a view says what two people share; what has no words of its own is left out. */
export const reasonTexts = {
  field: { fr: 'même formation', en: 'same course' },
  preference: { fr: 'préférence exprimée', en: 'a stated preference' },
  waiting: { fr: 'attend depuis longtemps', en: 'has waited long' },
  place: { fr: 'même secteur', en: 'same area' },
  time: { fr: 'des heures en commun', en: 'hours in common' },
  language: (items: string): Text => ({ fr: `langue commune : ${items}`, en: `both speak ${items}` }),
};
