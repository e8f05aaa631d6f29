import { bold, counted, type Text, UserError } from '../../../kernel/text.ts';
import type { Warning } from '../rules/facts.ts';
import type { CompanyEventKind } from '../service/event.ts';

export const text = {
  card: (id: number, name: string): Text => ({ fr: `Entreprise n° ${id} : ${name}`, en: `Company no. ${id}: ${name}` }),
  state: { fr: 'État', en: 'State' },
  since: { fr: 'Envoyée', en: 'Sent' },
  until: (when: string): Text => ({ fr: `jusqu’au ${when}`, en: `until ${when}` }),
  toDo: {
    first: { fr: 'Première vérification', en: 'First verification' },
    changes: { fr: 'Modifications à relire', en: 'Changes to read' },
    renewal: { fr: 'Renouvellement : les informations sont dites à jour', en: 'Renewal: the facts are said to be up to date' },
    suspended: { fr: 'Réponse à la suspension, à lire', en: 'Answer to the suspension, to be read' },
    person: { fr: 'En attente d’une réponse de l’entreprise', en: 'Waiting for an answer of the company' },
  },
  question: { fr: 'Précision demandée', en: 'What was asked' },
  answer: { fr: 'Réponse de l’entreprise', en: 'Answer of the company' },
  reason: { fr: 'Motif', en: 'Reason' },
  warnings: { fr: 'À regarder avant de vérifier', en: 'To look at before you verify' },
  history: { fr: 'Historique', en: 'History' },
  shortfalls: { fr: 'Ce qui n’a pas pu être fait', en: 'What could not be done' },
  roleMissing: (who: string): Text => ({
    fr: `Rôle « Recrutement » non donné à ${who} : il n’est pas réglé, ou il est placé au-dessus du bot. L’administration du serveur peut lancer \`/diagnostic\`.`,
    en: `Role “Recruiting” not given to ${who}: it is not bound, or it is placed above the bot. The server’s administrators can run \`/diagnostic\`.`,
  }),
  untold: {
    fr: 'Une personne de l’entreprise n’a pas pu être prévenue du dernier point : ses messages privés sont fermés, et l’espace des entreprises n’a pas pu servir.',
    en: 'Somebody of the company could not be told of the last point: their direct messages are closed, and the space of the companies could not be used.',
  },
  sameSiren: (names: string): Text => ({
    fr: `Autre établissement de la même entreprise, déjà ici : ${names}.`,
    en: `Another establishment of the same company is here already: ${names}.`,
  }),
  replaces: (names: string): Text => ({
    fr: `Ce SIRET était celui de ${names}, vérifiée ici et que tout le monde a quittée. Rien ne lui en revient : si ces personnes en font partie, ajoutez-les plutôt à l’ancienne fiche, une fois celle-ci refusée.`,
    en: `This SIRET was that of ${names}, verified here, which everybody left. It inherits nothing: if these people belong to it, add them to the former card instead, once this one is refused.`,
  }),
  replaced: (when: string): Text => ({
    fr: `Plus personne n’y répondait : une autre entreprise a pris son SIRET le ${when}.`,
    en: `Nobody answered for it any more: another company took its SIRET on ${when}.`,
  }),
  refusedBefore: { fr: 'Ce SIRET a déjà été refusé ici.', en: 'This SIRET was refused here before.' },
  change: (before: string, after: string): Text => ({ fr: `${before} → **${after}**`, en: `${before} → **${after}**` }),
  none: { fr: 'aucune', en: 'none' },
  invited: (names: string): Text => ({ fr: `Invitations ouvertes : ${names}`, en: `Open invitations: ${names}` }),

  approve: { fr: 'Vérifier', en: 'Verify' },
  approveChanges: { fr: 'Accepter les modifications', en: 'Accept the changes' },
  approveRenewal: { fr: 'Renouveler pour un an', en: 'Renew for a year' },
  lift: { fr: 'Lever la suspension', en: 'Lift the suspension' },
  refuse: { fr: 'Refuser', en: 'Refuse' },
  ask: { fr: 'Demander une précision', en: 'Ask for details' },
  people: { fr: 'Personnes', en: 'People' },
  suspend: { fr: 'Suspendre', en: 'Suspend' },

  refusalTitle: { fr: 'Refuser', en: 'Refuse' },
  suspensionTitle: { fr: 'Suspendre l’entreprise', en: 'Suspend the company' },
  questionTitle: { fr: 'Demander une précision', en: 'Ask for details' },
  reasonLabel: { fr: 'Motif', en: 'Reason' },
  reasonHelp: { fr: 'Les personnes de l’entreprise le liront tel quel.', en: 'The people of the company will read it as it is.' },
  suspensionHelp: {
    fr: 'Ses offres disparaissent aussitôt. Les personnes de l’entreprise liront ce motif tel quel.',
    en: 'Its offers disappear at once. The people of the company will read this reason as it is.',
  },
  questionLabel: { fr: 'Ce qu’il faut préciser', en: 'What you need to know' },

  verified: (name: string, until: string): Text => ({
    fr: `${name} est vérifiée jusqu’au ${until}. Ses personnes reçoivent leur rôle et un message.`,
    en: `${name} is verified until ${until}. Its people are given their role and told.`,
  }),
  refused: (name: string): Text => ({
    fr: `${name} : refus enregistré, l’entreprise est prévenue.`,
    en: `${name}: refusal saved, the company is told.`,
  }),
  kept: (name: string): Text => ({
    fr: `${name} : modifications refusées. L’entreprise reste telle qu’elle était, et elle est prévenue.`,
    en: `${name}: changes refused. The company stays as it was, and is told.`,
  }),
  asked: (name: string): Text => ({
    fr: `${name} : la question est transmise. La réponse sera annoncée ici.`,
    en: `${name}: your question was passed on. The answer will be announced here.`,
  }),
  suspended: (name: string): Text => ({
    fr: `${name} est suspendue : ses offres disparaissent, ses personnes sont prévenues du motif.`,
    en: `${name} is suspended: its offers disappear, its people are told the reason.`,
  }),
  lifted: (name: string): Text => ({
    fr: `${name} : suspension levée, l’entreprise est prévenue.`,
    en: `${name}: suspension lifted, the company is told.`,
  }),

  noneWaiting: { fr: 'Aucune entreprise n’attend de décision.', en: 'No company waits for a decision.' },
  position: (at: number, total: number): Text => ({
    fr: `Entreprise ${at} sur ${total} en attente`,
    en: `Company ${at} of ${total} that wait`,
  }),
  previous: { fr: 'Précédente', en: 'Previous' },
  next: { fr: 'Suivante', en: 'Next' },
  waiting: (count: number): Text => ({
    fr: `${counted(count, 'entreprise attend', 'entreprises attendent')} une décision de l’équipe.`,
    en: `${counted(count, 'company waits', 'companies wait')} for a decision of the staff.`,
  }),
  seeWaiting: (count: number): Text => ({
    fr: `Voir ${count > 1 ? `les ${count} entreprises` : 'l’entreprise'} en attente`,
    en: `See the ${count > 1 ? `${count} companies` : 'company'} that wait${count > 1 ? '' : 's'}`,
  }),
  late: (count: number): Text => ({
    fr: `${counted(count, 'entreprise attend', 'entreprises attendent')} une décision depuis plus de 48 h.`,
    en: `${counted(count, 'company has', 'companies have')} been waiting for a decision for more than 48 hours.`,
  }),
  andOthers: (count: number): Text => ({
    fr: `… et ${counted(count, 'autre', 'autres')}.`,
    en: `… and ${counted(count, 'other', 'others')}.`,
  }),
  see: { fr: 'Voir la fiche', en: 'See the card' },
  ofPerson: (name: string, state: Text): Text => ({
    fr: `Recrute pour ${name} (${state.fr}).`,
    en: `Recruits for ${name} (${state.en}).`,
  }),
  notes: {
    resubmitted: (name: string): Text => ({
      fr: `${name} a corrigé son inscription : à relire.`,
      en: `${name} corrected its registration: please read it again.`,
    }),
    answered: (name: string): Text => ({ fr: `${name} a répondu à votre question.`, en: `${name} answered your question.` }),
    proposed: (name: string): Text => ({
      fr: `${name} propose des modifications. Elle reste vérifiée avec ses anciennes informations jusqu’à votre décision.`,
      en: `${name} proposes changes. It stays verified with its former facts until you decide.`,
    }),
    renewal_asked: (name: string): Text => ({
      fr: `${name} confirme que ses informations sont à jour : un clic suffit pour la renouveler.`,
      en: `${name} confirms that its facts are up to date: one click renews it.`,
    }),
    duplicate: (name: string, who: string): Text => ({
      fr: `${who} a voulu inscrire ${name}, qui l’est déjà. Si cette personne en fait partie, ajoutez-la avec *Personnes* sur la fiche.`,
      en: `${who} tried to register ${name}, which is registered already. If they belong to it, add them with *People* on the card.`,
    }),
  },
};

export const warningText: Readonly<Record<Warning, Text>> = {
  free_mail: {
    fr: '**Adresse d’un fournisseur grand public** : elle ne prouve rien, et l’entreprise ne peut pas être vérifiée avec elle. Demandez une adresse de l’entreprise.',
    en: '**Address of a public provider**: it proves nothing, and the company cannot be verified with it. Ask for an address of the company.',
  },
  other_domain: {
    fr: '**L’adresse n’est pas du même domaine que le site.** C’est courant dans les groupes ; sinon, appelez l’entreprise par son standard.',
    en: '**The address is not of the same domain as the website.** Common in groups; otherwise, call the company by its switchboard.',
  },
  insecure: { fr: 'Le site n’est pas en https.', en: 'The website is not in https.' },
  no_mail: {
    fr: '**Aucune adresse** : elle a été effacée avec les données de la personne qui l’avait donnée.',
    en: '**No address**: it was erased with the data of the person who gave it.',
  },
};

const by =
  (verb: Text) =>
  (who: string | null, other: string | null): Text => ({
    fr: `${verb.fr}${who ? ` par ${who}` : ''}${other ? ` : ${other}` : ''}`,
    en: `${verb.en}${who ? ` by ${who}` : ''}${other ? `: ${other}` : ''}`,
  });

/** One line of the history: who did it, and whom it is about. */
export const eventText: Readonly<Record<CompanyEventKind, (who: string | null, other: string | null) => Text>> = {
  registered: by({ fr: 'Inscrite', en: 'Registered' }),
  corrected: by({ fr: 'Corrigée', en: 'Corrected' }),
  resubmitted: by({ fr: 'Corrigée et renvoyée', en: 'Corrected and sent again' }),
  answered: by({ fr: 'Réponse donnée', en: 'Answered' }),
  proposed: by({ fr: 'Modifications proposées', en: 'Changes proposed' }),
  renewal_asked: by({ fr: 'Informations confirmées', en: 'Facts confirmed' }),
  edited: by({ fr: 'Présentation ou site modifiés', en: 'Presentation or website edited' }),
  duplicate: by({ fr: 'Deuxième inscription tentée', en: 'Second registration tried' }),
  asked: by({ fr: 'Précision demandée', en: 'Details asked for' }),
  verified: by({ fr: 'Vérifiée', en: 'Verified' }),
  refused: by({ fr: 'Refusée', en: 'Refused' }),
  changed: by({ fr: 'Modifications acceptées', en: 'Changes accepted' }),
  kept: by({ fr: 'Modifications refusées', en: 'Changes refused' }),
  renewed: by({ fr: 'Renouvelée', en: 'Renewed' }),
  not_renewed: by({ fr: 'Renouvellement refusé', en: 'Renewal refused' }),
  suspended: by({ fr: 'Suspendue', en: 'Suspended' }),
  lifted: by({ fr: 'Suspension levée', en: 'Suspension lifted' }),
  expiring: by({ fr: 'Fin de vérification rappelée', en: 'End of the verification recalled' }),
  lapsed: by({ fr: 'Vérification expirée', en: 'Verification expired' }),
  declined: by({ fr: 'Invitation déclinée', en: 'Invitation declined' }),
  joined: by({ fr: 'Invitation acceptée', en: 'Invitation accepted' }),
  brought: by({ fr: 'Personne ajoutée', en: 'Person added' }),
  removed: by({ fr: 'Personne retirée', en: 'Person removed' }),
  left: by({ fr: 'Départ', en: 'Departure' }),
  handed: by({ fr: 'Responsabilité transmise', en: 'Lead handed over' }),
  replaced: by({ fr: 'SIRET repris', en: 'SIRET taken over' }),
};

export const changedSince = () =>
  new UserError('companies.changed', {
    fr: 'Cette entreprise a changé depuis que vous l’avez lue. Relisez sa fiche, à jour, dans le salon de suivi ou avec `/accueil`, puis décidez.',
    en: 'This company has changed since you read it. Read its card again, up to date, in the staff channel or with `/home`, then decide.',
  });

export const nothingToDecide = (name: string, who: string | null) =>
  new UserError('companies.already_decided', {
    fr: `Rien n’attend de décision pour ${bold(name)}${who ? ` : <@${who}> a décidé` : ''}. Rien n’a changé.`,
    en: `Nothing waits for a decision about ${bold(name)}${who ? `: <@${who}> decided` : ''}. Nothing has changed.`,
  });

export const ownCompany = () =>
  new UserError('companies.own', {
    fr: 'C’est l’entreprise pour laquelle vous recrutez : quelqu’un d’autre de l’équipe doit en décider.',
    en: 'You recruit for this company: somebody else of the staff must decide about it.',
  });

export const freeMailRefused = () =>
  new UserError('companies.free_mail', {
    fr: 'L’adresse de contact est d’un fournisseur grand public, ou manque : elle ne prouve rien. Demandez une adresse de l’entreprise avec *Demander une précision*, puis vérifiez.',
    en: 'The contact address is of a public provider, or missing: it proves nothing. Ask for an address of the company with *Ask for details*, then verify.',
  });

export const notSuspendable = (name: string) =>
  new UserError('companies.not_suspendable', {
    fr: `${bold(name)} n’est pas vérifiée : rien d’elle n’est visible. Vous pouvez la refuser depuis sa fiche.`,
    en: `${bold(name)} is not verified: nothing of it is visible. You can refuse it from its card.`,
  });

export const notSuspended = (name: string) =>
  new UserError('companies.not_suspended', {
    fr: `${bold(name)} n’est pas suspendue. Rien n’a changé.`,
    en: `${bold(name)} is not suspended. Nothing has changed.`,
  });

export const siretOfAnother = (name: string) =>
  new UserError('companies.siret_of_another', {
    fr: `Ce SIRET est celui de ${bold(name)}, déjà inscrite ici. Demandez une précision, ou déplacez les personnes vers cette entreprise.`,
    en: `This SIRET is that of ${bold(name)}, already registered here. Ask for details, or move the people to that company.`,
  });
