import { bold, counted, type Text, UserError } from '../../../kernel/text.ts';
import type { FactKey, FactProblem, Fault } from '../rules/facts.ts';
import type { CompanyState } from '../rules/life.ts';

export const text = {
  feature: { fr: 'Les entreprises qui recrutent', en: 'Companies that recruit' },
  purpose: {
    fr: 'Savoir quelle entreprise recrute, qui répond pour elle, et vérifier qu’elle existe.',
    en: 'To know which company recruits, who answers for it, and to check that it exists.',
  },
  retention: {
    fr: 'L’adresse, les personnes et l’historique : tant que l’entreprise recrute ici, puis un an. Une inscription refusée : 180 jours.',
    en: 'The address, the people and the history: while the company recruits here, then a year. A refused registration: 180 days.',
  },
  topicHiring: {
    fr: 'Entreprises et offres à relire par l’équipe, retards et alertes du recrutement.',
    en: 'Companies and offers for the staff to read, delays and alerts of recruiting.',
  },
  topicRecruiters: {
    fr: 'Pour les entreprises qui recrutent : s’inscrire, publier une offre, suivre les réponses.',
    en: 'For companies that recruit: register, post an offer, follow the answers.',
  },

  register: { fr: 'Inscrire votre entreprise', en: 'Register your company' },
  registerHelp: {
    fr: 'Inscrire votre entreprise pour recruter ici',
    en: 'Register your company to recruit here',
  },
  show: { fr: 'Voir la fiche de votre entreprise, ou d’une autre', en: 'See the card of your company, or of another' },
  edit: { fr: 'Modifier les informations de votre entreprise', en: 'Edit the facts about your company' },
  editTitle: { fr: 'Modifier votre entreprise', en: 'Edit your company' },
  which: { fr: 'Nom ou SIRET ; sans lui, la vôtre', en: 'Name or SIRET; without it, your own' },
  homeRegister: {
    fr: 'Pour publier une offre, inscrivez votre entreprise : cinq questions, une minute.',
    en: 'To post an offer, register your company: five questions, one minute.',
  },
  formTitle: { fr: 'Votre entreprise', en: 'Your company' },

  help: {
    name: { fr: 'Comme les personnes qui cherchent la connaissent', en: 'As people who look for work know it' },
    siret: {
      fr: '14 chiffres, de l’établissement qui recrute ; les espaces ne gênent pas',
      en: '14 digits, of the establishment that recruits; spaces do no harm',
    },
    website: { fr: 'Exemple : https://www.entreprise.fr', en: 'Example: https://www.company.com' },
    email: {
      fr: 'Une adresse de l’entreprise. Seule l’équipe du centre et vos collègues la voient.',
      en: 'An address of the company. Only the staff of the centre and your colleagues see it.',
    },
    about: {
      fr: 'Ce que vous faites, en quelques phrases : c’est la première chose lue avec une offre.',
      en: 'What you do, in a few sentences: the first thing that is read with an offer.',
    },
  } satisfies Record<FactKey, Text>,

  ownTitle: (name: string): Text => ({ fr: `Votre entreprise : ${name}`, en: `Your company: ${name}` }),
  people: { fr: 'Qui recrute pour elle', en: 'Who recruits for it' },
  lead: { fr: 'responsable', en: 'leads' },
  nobody: { fr: 'Personne pour l’instant', en: 'Nobody for now' },
  standing: { fr: 'Où en est-elle ?', en: 'Where it stands' },
  noAddress: {
    fr: 'Aucune : elle a été effacée avec les données de la personne qui l’avait donnée. Donnez-en une autre avec *Modifier*.',
    en: 'None: it was erased with the data of the person who gave it. Give another one with *Edit*.',
  },
  proposedFacts: { fr: 'Modifications relues par l’équipe', en: 'Changes that the staff are reading' },

  saved: {
    fr: 'C’est enregistré. L’équipe vérifie que l’entreprise existe, le plus souvent sous 48 h ; vous recevrez la réponse en message privé. Vous pouvez déjà préparer une offre.',
    en: 'Saved. The staff check that the company exists, mostly within 48 hours; you will get the answer as a direct message. You can prepare an offer meanwhile.',
  },
  applied: { fr: 'C’est modifié.', en: 'Changed.' },
  unchanged: {
    fr: 'Rien n’a changé : ces informations sont déjà celles de la fiche.',
    en: 'Nothing changed: the card says this already.',
  },
  sentAgain: {
    fr: 'C’est renvoyé à l’équipe. Vous recevrez la réponse en message privé.',
    en: 'Sent to the staff again. You will get the answer as a direct message.',
  },
  proposed: (fields: string): Text => ({
    fr: `L’équipe doit relire : ${fields}. D’ici là, l’entreprise reste vérifiée avec ses anciennes informations ; vous recevrez la réponse en message privé.`,
    en: `The staff must read again: ${fields}. Until then the company stays verified with its former facts; you will get the answer as a direct message.`,
  }),
  alsoApplied: { fr: 'Le reste est déjà modifié.', en: 'The rest is changed already.' },
  answered: {
    fr: 'Votre réponse est transmise à l’équipe.',
    en: 'Your answer was passed on to the staff.',
  },
  renewalSent: {
    fr: 'Merci. L’équipe confirme pour un an ; vous recevrez la réponse en message privé.',
    en: 'Thank you. The staff will confirm it for another year; you will get the answer as a direct message.',
  },

  editButton: { fr: 'Modifier', en: 'Edit' },
  tryAgain: { fr: 'Corriger et renvoyer', en: 'Correct and send again' },
  answer: { fr: 'Répondre', en: 'Answer' },
  answerTitle: { fr: 'Répondre à l’équipe', en: 'Answer the staff' },
  answerLabel: { fr: 'Votre réponse', en: 'Your answer' },
  answerHelp: {
    fr: 'Vos informations restent telles quelles ; pour les changer, *Modifier* sur la fiche.',
    en: 'Your facts stay as they are; to change them, *Edit* on the card.',
  },
  theyAsk: { fr: 'L’équipe demande :', en: 'The staff ask:' },
  theySay: { fr: 'L’équipe a écrit :', en: 'The staff wrote:' },
  renew: { fr: 'Nos informations sont à jour', en: 'Our facts are up to date' },
  own: { fr: 'Mon entreprise', en: 'My company' },
  home: { fr: 'Mon espace', en: 'My space' },
  findSpace: { fr: 'Espace des entreprises', en: 'Space of the companies' },
  seePeople: { fr: 'Personnes et invitations', en: 'People and invitations' },
  leave: { fr: 'Quitter l’entreprise', en: 'Leave the company' },
  leaveAsk: (name: string): Text => ({
    fr: `Vous ne recruterez plus pour ${name}. Si personne d’autre ne répond pour elle, ses offres ferment.`,
    en: `You will no longer recruit for ${name}. If nobody else answers for it, its offers close.`,
  }),
  leaveSure: { fr: 'Oui, quitter', en: 'Yes, leave' },
  leftNow: (name: string): Text => ({ fr: `Vous ne recrutez plus pour ${name}.`, en: `You no longer recruit for ${name}.` }),
  postOffer: { fr: 'Publier une offre', en: 'Post an offer' },
  ownOffers: { fr: 'Mes offres', en: 'My offers' },
  findTalents: { fr: 'Trouver des profils', en: 'Find profiles' },

  website: { fr: 'Site', en: 'Website' },
  offers: { fr: 'Offres ouvertes', en: 'Open offers' },
  response: { fr: 'Temps de réponse', en: 'Response time' },
  responseHours: (hours: number, count: number): Text => {
    const days = Math.round(hours / 24);
    const fr = hours < 48 ? counted(Math.max(1, hours), 'heure', 'heures') : counted(days, 'jour', 'jours');
    const en = hours < 48 ? counted(Math.max(1, hours), 'hour', 'hours') : counted(days, 'day', 'days');
    return {
      fr: `Une première réponse en ${fr} environ (médiane de ${count} candidatures)`,
      en: `A first answer within about ${en} (median of ${count} applications)`,
    };
  },
  verification: { fr: 'Vérification', en: 'Verification' },
  verifiedSince: (when: string): Text => ({
    fr: `Par l’équipe du centre, depuis le ${when}`,
    en: `By the staff of the centre, since ${when}`,
  }),
  proposedFact: (fact: Text, value: string): Text => ({ fr: `${fact.fr} : **${value}**`, en: `${fact.en}: **${value}**` }),

  panelTitle: { fr: 'Recruter avec nous', en: 'Recruit with us' },
  panel: {
    fr: '1. **Inscrivez votre entreprise** : cinq questions, une minute. L’équipe la vérifie, le plus souvent sous 48 h.\n2. **Publiez une offre** : vous la préparez à votre rythme et la voyez telle qu’elle sera lue.\n3. **Répondez aux candidatures** ici même, dans un fil privé avec chaque personne.\n\nPersonne n’a de commande à apprendre : tout est dans ces boutons et dans *Mon espace*.',
    en: '1. **Register your company**: five questions, one minute. The staff check it, mostly within 48 hours.\n2. **Post an offer**: you prepare it at your own pace and see it as it will be read.\n3. **Answer applications** here, in a private thread with each person.\n\nNobody has to learn a command: all of it is in these buttons and in *My space*.',
  },
  panelShort: {
    fr: 'En français : les boutons suivent la langue de votre Discord.',
    en: 'In English: the buttons follow the language of your Discord.',
  },
};

/** Fields of the form, as problems and the card name them. */
export const factNames = {
  name: { fr: 'Nom de l’entreprise', en: 'Name of the company' },
  siret: { fr: 'SIRET', en: 'SIRET' },
  website: { fr: 'Site internet', en: 'Website' },
  email: { fr: 'E-mail de contact', en: 'Contact e-mail' },
  about: { fr: 'Présentation', en: 'Presentation' },
} as const satisfies Record<FactKey, Text>;

export const stateNames = {
  pending: { fr: 'À vérifier', en: 'To be verified' },
  asked: { fr: 'En attente d’une précision', en: 'Waiting for details' },
  verified: { fr: 'Vérifiée', en: 'Verified' },
  lapsed: { fr: 'Vérification expirée', en: 'Verification expired' },
  refused: { fr: 'Refusée', en: 'Refused' },
  suspended: { fr: 'Suspendue', en: 'Suspended' },
} as const satisfies Record<CompanyState, Text>;

/** To its own people: what the state means for them, and what to do. */
export const standingText = {
  pending: {
    fr: 'L’équipe vérifie l’entreprise, le plus souvent sous 48 h. Vous pouvez déjà préparer des offres ; elles paraîtront après.',
    en: 'The staff are checking the company, mostly within 48 hours. You can prepare offers already; they will be published afterwards.',
  },
  asked: { fr: 'L’équipe attend une précision de votre part.', en: 'The staff are waiting for details from you.' },
  verified: (until: string): Text => ({
    fr: `Vérifiée jusqu’au ${until}. Vous pouvez publier des offres.`,
    en: `Verified until ${until}. You can post offers.`,
  }),
  expiring: (until: string): Text => ({
    fr: `Vérifiée jusqu’au ${until}. Confirmez que vos informations sont à jour pour que vos offres restent visibles.`,
    en: `Verified until ${until}. Confirm that your facts are up to date, so that your offers stay visible.`,
  }),
  lapsed: {
    fr: 'La vérification a expiré : vos offres sont masquées. Confirmez que vos informations sont à jour, et l’équipe les rendra visibles.',
    en: 'The verification expired: your offers are hidden. Confirm that your facts are up to date, and the staff will show them again.',
  },
  refused: {
    fr: 'L’équipe n’a pas pu vérifier l’entreprise. Corrigez ce qui manque et renvoyez.',
    en: 'The staff could not verify the company. Correct what is missing and send it again.',
  },
  suspended: {
    fr: 'L’équipe a suspendu l’entreprise : ses offres ne sont plus visibles. Répondez-lui pour que ce soit levé.',
    en: 'The staff suspended the company: its offers are no longer visible. Answer them to have it lifted.',
  },
  beingRead: { fr: 'L’équipe relit ce que vous avez envoyé.', en: 'The staff are reading what you sent.' },
};

const faults: Readonly<Record<Fault, Text>> = {
  blank: { fr: 'à remplir.', en: 'please fill it in.' },
  short: { fr: 'deux lettres ou chiffres au moins.', en: 'at least two letters or digits.' },
  long: { fr: 'trop long.', en: 'too long.' },
  link: {
    fr: 'un nom, sans lien ni mention. Le site a son propre champ.',
    en: 'a name, without a link or a mention. The website has a field of its own.',
  },
  siren: {
    fr: 'ces 9 chiffres sont un SIREN. Ajoutez les 5 chiffres de l’établissement (NIC) : ils figurent sur vos factures et sur annuaire-entreprises.data.gouv.fr.',
    en: 'these 9 digits are a SIREN. Add the 5 digits of the establishment (NIC): they are on your invoices and on annuaire-entreprises.data.gouv.fr.',
  },
  length: { fr: '14 chiffres, sans lettre.', en: '14 digits, without letters.' },
  key: {
    fr: 'ce numéro n’existe pas : un chiffre est faux ou deux sont inversés. Recopiez-le depuis une facture ou annuaire-entreprises.data.gouv.fr.',
    en: 'this number does not exist: one digit is wrong or two are swapped. Copy it from an invoice or annuaire-entreprises.data.gouv.fr.',
  },
  url: {
    fr: 'ce n’est pas l’adresse d’un site. Exemple : https://www.entreprise.fr',
    en: 'this is not the address of a website. Example: https://www.company.com',
  },
  host: {
    fr: 'ce nom de site n’existe pas. Vérifiez ce qui suit le dernier point, comme dans https://www.entreprise.fr',
    en: 'this website name does not exist. Check what follows the last dot, as in https://www.company.com',
  },
  address: {
    fr: 'ce n’est pas une adresse e-mail. Exemple : recrutement@entreprise.fr',
    en: 'this is not an e-mail address. Example: jobs@company.com',
  },
};

export const invalidFacts = (problems: readonly FactProblem[]) =>
  new UserError('companies.invalid_facts', {
    fr: `Il reste à corriger :\n${problems.map(({ field, fault }) => `- **${factNames[field].fr}** : ${faults[fault].fr}`).join('\n')}`,
    en: `Please correct:\n${problems.map(({ field, fault }) => `- **${factNames[field].en}**: ${faults[fault].en}`).join('\n')}`,
  });

export const unknownCompany = () =>
  new UserError('companies.unknown', {
    fr: 'Cette entreprise n’est pas connue ici. Choisissez-la dans la liste qui s’ouvre pendant que vous tapez son nom.',
    en: 'This company is not known here. Choose it in the list that opens while you type its name.',
  });

export const noCompany = () =>
  new UserError('companies.none', {
    fr: 'Vous ne répondez pour aucune entreprise. Inscrivez la vôtre avec `/entreprise inscrire`, ou demandez aux personnes qui recrutent pour elle de vous inviter.',
    en: 'You answer for no company. Register yours with `/company register`, or ask its recruiters to invite you.',
  });

export const whichCompany = () =>
  new UserError('companies.which', {
    fr: 'De quelle entreprise voulez-vous voir la fiche ? Tapez son nom dans l’option *entreprise* : les propositions s’ouvrent.',
    en: 'Which company’s card do you want to see? Type its name in the option *company*: proposals open.',
  });

export const alreadyIn = (company: string) =>
  new UserError('companies.already_in', {
    fr: `Vous répondez déjà pour ${bold(company)}, et chaque personne recrute pour une seule entreprise. Pour en changer, ouvrez \`/entreprise voir\`, quittez-la, puis recommencez.`,
    en: `You already answer for ${bold(company)}, and each person recruits for one company. To change, open \`/company show\`, leave it, then begin again.`,
  });

export const siretTaken = (company: string) =>
  new UserError('companies.siret_taken', {
    fr: `Ce SIRET est déjà celui de ${bold(company)}, qui est inscrite ici. Demandez à vos collègues de vous inviter avec \`/entreprise inviter\`. L’équipe est prévenue et peut aussi vous y ajouter.`,
    en: `This SIRET is already that of ${bold(company)}, which is registered here. Ask your colleagues to invite you with \`/company invite\`. The staff have been told and can add you as well.`,
  });

export const tooManyRegistrations = (max: number) =>
  new UserError('companies.too_many', {
    fr: `Vous avez inscrit ${max} entreprises depuis hier. Réessayez demain, ou écrivez à l’équipe.`,
    en: `You registered ${max} companies since yesterday. Try again tomorrow, or write to the staff.`,
  });

export const suspendedNow = () =>
  new UserError('companies.suspended', {
    fr: 'L’équipe a suspendu cette entreprise : rien ne peut y être changé d’ici là. Ouvrez `/entreprise voir` et répondez à l’équipe.',
    en: 'The staff suspended this company: nothing can be changed until that is settled. Open `/company show` and answer the staff.',
  });

export const beingRead = () =>
  new UserError('companies.being_read', {
    fr: 'L’équipe a déjà votre réponse et la lit. Vous recevrez sa décision en message privé ; vous pourrez alors répondre de nouveau.',
    en: 'The staff have your answer already and are reading it. You will get their decision as a direct message; you can then answer again.',
  });

export const nothingAsked = () =>
  new UserError('companies.nothing_asked', {
    fr: 'L’équipe n’attend pas de réponse pour cette entreprise. `/entreprise voir` dit où elle en est.',
    en: 'The staff wait for no answer about this company. `/company show` tells where it stands.',
  });

export const notYet = (when: string) =>
  new UserError('companies.not_yet', {
    fr: `Rien à renouveler pour l’instant : la vérification vaut jusqu’au ${when}. Vous recevrez un rappel un mois avant.`,
    en: `Nothing to renew for now: the verification stands until ${when}. You will be reminded a month before.`,
  });

export const notForYou = () =>
  new UserError('companies.hidden', {
    fr: 'Les fiches des entreprises sont pour les personnes en formation, les alumni et les entreprises vérifiées. Si vous en êtes, présentez-vous : `/présentation`.',
    en: 'The cards of companies are for learners, alumni and verified companies. If you are one of them, introduce yourself: `/identify`.',
  });

export const notHere = () =>
  new UserError('companies.not_here', {
    fr: 'Revenez d’abord sur le serveur : seules les personnes présentes recrutent pour une entreprise.',
    en: 'Come back to the server first: only people who are there recruit for a company.',
  });
