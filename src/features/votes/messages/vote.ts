import { caseKinds, type Measure } from '../../../kernel/moderation.ts';
import { counted, plural, s, type Text } from '../../../kernel/text.ts';
import type { Choice } from '../wire.ts';

type State = 'open' | 'confirming' | 'adopted' | 'rejected' | 'tied' | 'lacking' | 'withdrawn' | 'declined' | 'lapsed';

export const measureNames = {
  warning: caseKinds.warning,
  timeout: caseKinds.timeout,
  kick: caseKinds.kick,
  tempban: caseKinds.tempban,
  ban: caseKinds.ban,
} satisfies Partial<Record<Measure, Text>>;

export const choiceNames: Record<Choice, Text> = {
  yes: { fr: 'Pour', en: 'For' },
  no: { fr: 'Contre', en: 'Against' },
  abstain: { fr: 'Abstention', en: 'Abstain' },
};

/** What became of it, at the head of its card. */
export const stateNames: Record<State, Text> = {
  open: { fr: 'Vote en cours', en: 'Vote under way' },
  confirming: { fr: 'Adopté, attend l’accord de l’administration', en: 'Adopted, waits for an administrator' },
  adopted: { fr: 'Adopté', en: 'Adopted' },
  rejected: { fr: 'Rejeté : aucune sanction', en: 'Rejected: no sanction' },
  tied: { fr: 'Égalité : aucune sanction', en: 'Tie: no sanction' },
  lacking: { fr: 'Trop peu de voix : aucune sanction', en: 'Too few ballots: no sanction' },
  withdrawn: { fr: 'Proposition retirée', en: 'Proposal withdrawn' },
  declined: { fr: 'Non appliqué par l’administration', en: 'Not carried out by the administrators' },
  lapsed: { fr: 'Sans réponse de l’administration : aucune sanction', en: 'No answer from the administrators: no sanction' },
};

/** `7 jours`, `12 heures`. */
export function lengthText(seconds: number): Text {
  const [count, fr, en] =
    seconds >= 86_400 - 60
      ? [Math.round(seconds / 86_400), 'jour', 'day']
      : seconds >= 3_600
        ? [Math.round(seconds / 3_600), 'heure', 'hour']
        : [Math.round(seconds / 60), 'minute', 'minute'];
  return { fr: counted(count, fr, `${fr}s`), en: counted(count, en, `${en}s`) };
}

export const text = {
  feature: { fr: 'Les votes de l’équipe de modération', en: 'Votes of the moderation team' },
  purpose: { fr: 'Décider à plusieurs des cas difficiles.', en: 'To decide hard cases together.' },
  retention: {
    fr: 'Les votes, avec qui a voté quoi : un an après leur fin. Un vote en cours au sujet d’une personne qui efface ses données : jusqu’au lendemain de sa fin, pour la sécurité des autres.',
    en: 'Votes, with who voted what: a year after their end. A vote under way about somebody who erases their data: until the day after its end, for the safety of the others.',
  },

  command: { fr: 'Proposer à l’équipe un vote au sujet d’une personne', en: 'Propose a vote of the team about a person' },
  personOption: { fr: 'La personne concernée', en: 'The person it is about' },

  formTitle: { fr: 'Soumettre au vote de l’équipe', en: 'Put to a vote of the team' },
  measure: { fr: 'Mesure proposée', en: 'Proposed measure' },
  measureHelp: {
    fr: 'Appliquée si le vote l’adopte. Un bannissement définitif attend aussi l’administration.',
    en: 'Carried out if adopted. A permanent ban also waits for an administrator.',
  },
  length: { fr: 'Durée', en: 'Duration' },
  lengthHelp: {
    fr: 'Pour ce qui a une fin : 12 h, 7 jours, 2 semaines.',
    en: 'For what comes to an end: 12 h, 7 days, 2 weeks.',
  },
  severity: { fr: 'Gravité', en: 'Severity' },
  rule: { fr: 'Numéro de la règle', en: 'Number of the rule' },
  ruleHelp: { fr: 'Facultatif. La personne sanctionnée la lira.', en: 'Optional. The person sanctioned will read it.' },
  reason: { fr: 'Raison', en: 'Reason' },
  reasonHelp: {
    fr: 'La personne sanctionnée la lira : des faits, sans jugement.',
    en: 'The person sanctioned will read it: facts, no judgement.',
  },
  proposed: {
    fr: 'Le vote est ouvert. Sa carte arrive dans le salon de modération.',
    en: 'The vote is open. Its card comes to the moderation channel.',
  },

  title: (id: number): Text => ({ fr: `Vote n° ${id}`, en: `Vote no. ${id}` }),
  about: { fr: 'Personne concernée', en: 'Person concerned' },
  proposal: { fr: 'Proposition', en: 'Proposal' },
  by: { fr: 'Proposé par', en: 'Proposed by' },
  history: { fr: 'Antécédents', en: 'History' },
  historyOf: (cases: number, points: number): Text =>
    cases === 0
      ? { fr: 'Aucune sanction.', en: 'No case.' }
      : {
          fr: `${cases} sanction${s(cases)}, ${counted(points, 'point actif', 'points actifs')}.`,
          en: `${counted(cases, 'case', 'cases')}, ${counted(points, 'active point', 'active points')}.`,
        },
  ballots: { fr: 'Voix', en: 'Ballots' },
  /** Until the end nobody knows who leads. */
  castSoFar: (cast: number, quorum: number): Text => ({
    fr: `${cast} voix sur ${quorum} au moins. Le détail apparaît à la fin.`,
    en: `${counted(cast, 'ballot', 'ballots')} of at least ${quorum}. What they say is shown at the end.`,
  }),
  result: ({ yes, no, abstain }: { yes: number; no: number; abstain: number }): Text => ({
    fr: `${yes} pour, ${no} contre, ${counted(abstain, 'abstention', 'abstentions')}.`,
    en: `${yes} for, ${no} against, ${counted(abstain, 'abstention', 'abstentions')}.`,
  }),
  closes: (when: string, relative: string): Text => ({
    fr: `Fin : ${when} (${relative}), plus tôt de 4 h par voix. Une égalité ne décide rien.`,
    en: `Ends: ${when} (${relative}), 4 h sooner with each ballot. A tie decides nothing.`,
  }),
  closed: (when: string): Text => ({ fr: `Fin : ${when}`, en: `Ended: ${when}` }),
  evidence: { fr: 'Message en cause', en: 'Message in question' },
  evidenceGone: {
    fr: 'Le message n’est plus conservé.',
    en: 'The message is no longer kept.',
  },
  wordless: { fr: 'Message sans texte.', en: 'Message without text.' },
  files: (count: number): Text => ({
    fr: `${count} fichier${s(count)} joint${s(count)}.`,
    en: `${counted(count, 'file', 'files')} attached.`,
  }),
  ruleOf: (number: number): Text => ({ fr: `règle ${number}`, en: `rule ${number}` }),
  decidedBy: (who: string, reason: string): Text => ({
    fr: `Par ${who}${reason ? ` : ${reason}` : '.'}`,
    en: `By ${who}${reason ? `: ${reason}` : '.'}`,
  }),
  somebody: { fr: 'une personne effacée', en: 'an erased person' },
  caseOf: (number: number): Text => ({ fr: `Sanction n° ${number}`, en: `Case no. ${number}` }),
  caseFailed: (number: number): Text => ({
    fr: `La sanction n° ${number} n’a pas pu être appliquée : sa fiche dit pourquoi.`,
    en: `Case no. ${number} could not be carried out: it says why.`,
  }),
  alreadySanctioned: {
    fr: 'La personne était déjà sanctionnée ainsi : rien n’a été ajouté.',
    en: 'The person was already sanctioned so: nothing was added.',
  },
  seeCase: { fr: 'Voir la sanction', en: 'See the case' },
  call: { fr: 'Un vote est ouvert : votre avis est attendu.', en: 'A vote is open: your opinion is needed.' },

  expedite: { fr: 'Conclure maintenant', en: 'Conclude now' },
  expediteTitle: { fr: 'Conclure le vote maintenant', en: 'Conclude the vote now' },
  withdraw: { fr: 'Retirer la proposition', en: 'Withdraw' },
  withdrawTitle: { fr: 'Retirer la proposition', en: 'Withdraw the proposal' },
  decision: { fr: 'Pourquoi ?', en: 'Why?' },
  decisionHelp: { fr: 'Gardé avec le vote, lu par l’équipe seule.', en: 'Kept with the vote, read by the team alone.' },
  expedited: { fr: 'Le vote est conclu. Sa carte dit le résultat.', en: 'The vote is concluded. Its card says the result.' },
  withdrawn: { fr: 'La proposition est retirée.', en: 'The proposal is withdrawn.' },
  voted: (choice: Text, until: string): Text => ({
    fr: `Votre voix : **${choice.fr}**. Vous pouvez la changer jusqu’à la fin (${until}).`,
    en: `Your ballot: **${choice.en}**. You may change it until the end (${until}).`,
  }),
  votedLast: (choice: Text): Text => ({
    fr: `Votre voix : **${choice.fr}**. Elle a mis fin au vote : sa carte dit le résultat.`,
    en: `Your ballot: **${choice.en}**. It ended the vote: its card says the result.`,
  }),

  askTitle: (id: number, measure: string): Text => ({
    fr: `Vote n° ${id} : ${measure.toLowerCase()}`,
    en: `Vote no. ${id}: ${measure.toLowerCase()}`,
  }),
  ask: (who: string, until: string): Text => ({
    fr: `L’équipe a voté cette mesure au sujet de ${who}. Elle n’est appliquée qu’avec l’accord de l’administration, avant le ${until}.`,
    en: `The team voted this measure about ${who}. It is carried out only if an administrator agrees, before ${until}.`,
  }),
  confirm: { fr: 'Appliquer la mesure', en: 'Carry it out' },
  decline: { fr: 'Ne pas l’appliquer', en: 'Do not carry it out' },
  declineTitle: { fr: 'Ne pas appliquer la mesure', en: 'Do not carry out the measure' },
  confirmed: { fr: 'La mesure est en route.', en: 'The measure is on its way.' },
  declined: { fr: 'La mesure n’est pas appliquée.', en: 'The measure is not carried out.' },
  sealed: {
    fr: 'Cette carte concerne une personne qui lit ce salon : son contenu s’ouvre pour les autres seulement.',
    en: 'This card concerns somebody who reads this channel: it opens for the others alone.',
  },
  open: { fr: 'Ouvrir', en: 'Open' },

  home: (count: number): Text => ({
    fr: `${counted(count, 'vote de l’équipe attend', 'votes de l’équipe attendent')} votre voix.`,
    en: `${count} ${plural(count, 'vote of the team waits', 'votes of the team wait')} for your ballot.`,
  }),
  homeConfirm: (count: number): Text => ({
    fr: `${counted(count, 'décision votée attend', 'décisions votées attendent')} votre accord.`,
    en: `${count} ${plural(count, 'voted decision waits', 'voted decisions wait')} for your agreement.`,
  }),
  see: { fr: 'Voir les votes', en: 'See the votes' },
  queueTitle: (count: number): Text =>
    count === 0
      ? {
          fr: 'Aucun vote en cours. `/moderation voter` en propose un.',
          en: 'No vote under way. `/mod vote` proposes one.',
        }
      : { fr: counted(count, 'vote en cours', 'votes en cours'), en: `${counted(count, 'vote', 'votes')} under way` },
  previous: { fr: 'Page précédente', en: 'Previous page' },
  next: { fr: 'Page suivante', en: 'Next page' },
} as const;
